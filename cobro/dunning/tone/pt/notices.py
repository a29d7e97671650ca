"""Counting, warning, demanding, and speaking of the law, in Portuguese."""

from __future__ import annotations

COUNTS = """
<ordinal> (e (ultimo|ultima) )?(<notice>)
(segunda|terceira|quarta|quinta|sexta|enesima) vez
(<many>) (de )?(os |as )?(nossos |nossas |outros |outras )?(<notice>) !! anex*
(varias|repetidas|numerosas|muitas|tantas|diversas|multiplas|reiteradas|quantas|demasiadas|inumeras|incontaveis
    |anteriores) (vezes|ocasioes)
reiteradamente|repetidamente|insistentemente
(<notice>) (de pagamento )?(numero|n,? ?o?,?) ?\\d+
(\\d+) ?(o|a) (<notice>)
(anteriores|previos|previas) (<notice>)
(<notice>) _ (anteriores|previos|previas|enviados|enviadas|ja feitos|sem resposta)
(<notice>) que (ja )?(lhe|vos)? ?(enviamos|remetemos|fizemos|dirigimos|temos)
(mais uma vez|uma vez mais|de novo|novamente|outra vez) ~ (<write>)
(<write>) ~ (mais uma vez|uma vez mais|de novo|novamente|outra vez)
(voltamos|temos de voltar|voltar|volto|tornamos) a (<write>)
ja (o |a |lhe |vos |os )?(tinhamos|haviamos|temos|avisamos|lembramos|recordamos|reclamamos|escrevemos|pedimos
    |solicitamos|alertamos|contactamos|informamos) !! tivemos em conta
(andamos|estamos|temos (vindo|andado)|vimos) _ (a )?(relembrar|lembrar|avisar|reclamar|escrever|insistir|perseguir
    |pedir|solicitar|telefonar|alertar)
perdemos a conta|perdid* a conta
(apesar|nao obstante|pese embora|malgrado) (d*|as|os|todos|todas) ~ (<notice>|<write>|escrito)
nao (e|sera) (a primeira vez|o primeiro|a primeira)
(lista|serie|cadeia|historico|sucessao) de (<notice>)
quantas vezes|quantos (<notice>)
(<notice>) sem (resposta|responder)
mais (um|uma) (<notice>)
desde (o|a) (primeir*|ultim*) (<notice>)
(duas|tres|quatro|cinco) (vezes|ocasioes) & <write>|<notice>|ligamos|contactamos
"""

WARNINGS = """
(ultimo|ultima|final|definitiv*|derradeir*) (<notice>|oportunidade|advertencia|ocasiao|prazo|palavra|recurso
    |ultimato|hipotese|chance)
(<notice>|advertencia|prazo) (final|definitiv*|ultim*|derradeir*|improrrogavel)
(pela|e a) ultima vez
advertencia*|advertimos|advertir*|advertid*|ultimato|intimac*|intimamos|admoest*
(fica|ficam|fique|fiquem|esta|estao|considere-se) _ (avisad*|notificad*|advertid*|prevenid*|alertad*)
quem avisa
intim(a|ar|amos|a-lo|ar-lhe|ando|acao)|chamada de atencao|puxao de orelhas|aviso serio
nao (lhe )?(escreveremos|voltaremos a (escrever|avisar|lembrar|telefonar)|avisaremos|insistiremos)|nao havera (mais
    |outro|outra) (<notice>)
"""

DEMANDS = """
(carta|notificacao|aviso) de (cobranca|interpelacao)|interpelacao*|interpelamos
exigimos|exigir*|exigencia*|exijo|exige-se
(vimos )?(intimar|interpelar)
reclamamos (o|a|de|pagamento)
"""

LAW = """
advogad*|solicitador*|tribuna(l|is)|juiz|juizes|juizo|judicia(l|is|lmente)|extrajudicia*|justica|agente de execucao
    |notari*|notario
processar*|processaremos|processo (judicial|executivo|legal|de execucao)|acao (judicial|executiva|legal|em)
    |acoes (judiciais|legais)|acionar* judicial*
penhora (d*|judicial|sobre)|penhorar*|penhoras|penhorad*|injunc*|litig*|queixa|queixa-crime|participacao criminal
    |denuncia*|custas|execucao (judicial|fiscal|forcada)
(via|vias|meio|meios|medida|medidas|procedimento|procedimentos|recurso|recursos|tramite|tramites|caminho|passos
    |cobranca) (legal|legais|judicial|judiciais|judiciaria*|contencios*)
legalmente|juridic*|legal|legais|contencioso|pre-contencioso
a lei (nos|lhe|permite|preve|obriga|confere|diz)|por lei|forca da lei|rigor da lei
policia*|crime|criminal|codigo (penal|civil)|arbitragem|insolvencia|balcao nacional
"""
