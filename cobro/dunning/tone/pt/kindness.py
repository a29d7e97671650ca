"""What looks like a fault and is none, and what a good letter says, in Portuguese."""

from __future__ import annotations

FINE = """
juros? (de mora )?(a taxa )?lega(l|is)
taxas? (de juro )?(supletiva )?lega(l|is)
(taxa|prazo|sede|representante|aviso|nome|denominacao|texto|moeda|dia|feriado|forma|numero|deposito|certificado
    |metrologia|horario) legal
feriados? lega(l|is)
(a|no) (seu|nosso|meu) (juizo|ver)
(segunda|terceira|quarta|quinta|sexta)-feira
segunda (fatura|factura|prestacao|parte|entrega|metade|quinzena|via|tranche|semana)
(obrigad*|agradec*|grat*) _ paciencia
nao (e|se trata de|constitui) (uma|um|qualquer) (advertencia|ameaca|aviso|cobranca|interpelacao)
(aviso|advertencia|sinal) de seguranca
(queira|por favor|favor) (desconsiderar|ignorar|ignore|desconsidere) est[ae] (mensagem|lembrete|aviso|carta|e-mail)
(desconsidere|ignore) est[ae] (mensagem|lembrete|aviso|carta|e-mail)
aviso de (rececao|lancamento)
"""

HARM = """
(dificult*|complic*|afet*|afect*|imped*|prejudic*|custa|custam|desequilibr*|pesa|onera*|encarec*|obriga(-nos)? a
    |mais dificil|problemas (de|para)) & nos|noss*|* nos
"""

HELP = """
ajud*|atend*|resolv*|soluc*|procur*|encontr*|veremos|verificar*|ao seu dispor|a sua disposicao|acordar|combinar
    |esclarec*|falar*|falemos|duvidas?|qualquer (questao|pergunta)|o que precisar
"""

REMINDER = """
lembrete*|lembramos|relembra*|lembrar*|lembra*|recordamos|recordar*|recorda*
"""
