"""How Portuguese threatens, reproaches, counts and presses; and how it does not."""

from __future__ import annotations

from cobro.dunning.tone.lexicon import Lexicon
from cobro.dunning.tone.pt import kindness, notices, reproaches, threats

_NAMES = {
    "notice": "avisos?|lembretes?|cartas?|correios?|mensage(m|ns)|chamadas?|telefonemas?|interpelac(ao|oes)"
    "|pedidos? de pagamento"
    "|e-?mails?|sms|comunicac(ao|oes)|notificac(ao|oes)|insistencias?|contactos?|tentativas?|oficios?|missivas?"
    "|alertas?",
    "ordinal": "segundo|segunda|terceiro|terceira|quarto|quarta|quinto|quinta|sexto|sexta|enesim*|setim*",
    "many": "dois|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|varios|varias|numeros*|muitos|muitas|repetid*"
    "|reiterad*"
    "|sucessiv*|divers*|multiplos|multiplas|inumer*|incontaveis|tantos|tantas|quantos|quantas|demasiad*|continu*"
    "|constantes|sistematic*",
    "write": "relembr*|lembr*|record*|reclam*|insist*|escrev*|pedi*|solicit*|dirig*|contact*|avis(ar|amos|ado)"
    "|interpel*",
    "pay": "pag*|liquid*|sald*|transfer*|regulariz*|cumpr*|receb*",
    "relation": "relac(ao|oes)|relacionamento|colaboracao|confianca|parceria|cooperacao|ligacao",
    "others": "fornecedores|clientes|bancos?|colegas|parceiros|socios|empregados|vizinhos|concorrentes|concorrencia"
    "|empresas do (setor|sector)|entidades?|terceiros|associacao|camara|investidores|acionistas|seguradoras?|chefias?"
    "|administracao|direcao|mercado",
    "supply": "fornecimentos?|servicos?|encomendas?|entregas?|credito|envios?|trabalhos?|acesso|linhas?"
    "|manutencao|garantia",
    "deadline": "antes d*|apos|depois d*|a partir d*|ate (ao|a|dia)|no prazo|prazo|nessa data|essa data|esse dia"
    "|(em|dentro de|nos proximos) _ (dias|horas|semana)|amanha|passad*|decorrid*|findo",
}

LEXICON = Lexicon.of(_NAMES, notices, threats, reproaches, kindness)
