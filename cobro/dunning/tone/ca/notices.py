"""Counting, warning, demanding, and speaking of the law, in Catalan."""

from __future__ import annotations

COUNTS = """
<ordinal> (i (ultim|darrer|ultima|darrera) )?(<notice>)
(segona|tercera|quarta|cinquena|sisena|enesima) (vegada|ocasio)
(<many>) (de )?((els |les )?(nostres|altres) )?(<notice>) !! adjunt*
(diverses|repetides|nombroses|moltes|tantes|multiples|reiterades|quantes|massa|incomptables|anteriors
    |unes quantes) (vegades|ocasions|cops)
(diversos|molts|tants|dos|tres|quants|uns quants) cops
reiteradament|repetidament|insistentment
(<notice>) (de pagament )?(numero|num|n,? ?[or]?) ?\\d+
(\\d+)(r|n|t|e|a)? (<notice>)
(anteriors|previs|previes) (<notice>)
(<notice>) _ (anteriors|previs|previes|enviats|enviades|desates*)
(<notice>) que (ja )?(li|us) (hem|haviem) *
(una vegada mes|un cop mes|de nou|novament|una altra vegada|altra vegada|altre cop|un altre cop) ~ (<write>)
(<write>) ~ (una vegada mes|un cop mes|de nou|novament|una altra vegada|altra vegada|un altre cop)
(tornem|hem de tornar|tornar|hem tornat|torno) a (<write>)
ja (li |us |l')?(hem|haviem) (recordat|avisat|reclamat|escrit|advertit|demanat|sol,?licitat|comunicat|dit)
(com )?ja (li|us) (recordavem|avisavem|vam|advertiem)
(portem|fa) _ (recordant*|avisant*|reclamant*|escrivint*|insistint*|perseguint*|trucant*|demanant*|al darrere)
perdut el compte|perdem el compte
(tot i|malgrat|a pesar d*) (que |els |les |de |tots |totes |tants )*(nostres )?~ (<notice>)
(malgrat|tot i) _ (<notice>)
no (es|sera) (la primera vegada|el primer*|el primer cop|la primera) ~ (<notice>|<write>)
(llista|serie|cadena|historial) (de|d') ?(<notice>)
quantes vegades|quants (<notice>)
(<notice>) sense (resposta|contestar)
(dues|tres|quatre|cinc) (vegades|ocasions|cops) & <write>|<notice>|hem|trucat
"""

WARNINGS = """
(ultim|ultima|darrer|darrera|final|definitiu|definitiva) (<notice>|oportunitat|advertencia|advertiment|ocasio
    |termini|paraula|recurs|ultimatum|cop|vegada)
(<notice>|advertiment|advertencia|termini) (final|definiti*|ultim|darrer|improrrogable)
per (ultima|darrera) (vegada|cop)|per (ultim|darrer) cop|es l'(ultima|ultim) *|(ultima|darrera) vegada
advertencia|advertencies|advertiment*|adverti(m|r|rlo|t|da|rem)|li advertim|ultimatum|conmin*|intimacio|comminar*
    |comminem
(queda|queden|quedi|quedin|esta|doni's per|consideri's) _ (avisat*|notificat*|advertit*|assabentat*)
qui avisa no es traidor
toc d'atencio|avis a navegants|crit d'atencio
no (li|us) (escriurem|tornarem a (escriure|avisar|recordar|trucar)|avisarem|insistirem)|no hi haura (mes|cap altre
    |cap altra) (<notice>)
"""

DEMANDS = """
requeriment*
(li|us) (requerim|instem|intimem)|requerim (el|que)|requerir-li
exigim|exigir*|exigencia*|exigirem
(carta|escrit) de reclamacio|reclamacio de (pagament|deute|quantitat)
(li|us) reclamem|reclamem (el|la)
"""

LAW = """
advocat*|lletrat*|jutjat*|jutge*|judicis?|judicial*|extrajudicial*|tribunal*|procurador*|notari*|burofax
demandar*|demanda (judicial|davant|contra|per|civil)|(interposar|presentar|presentarem|interposarem|posar) _ demanda
embarg*|monitori*|plets?|pledej*|litig*|querell*|denunci*|costes (judicials|processals)|execucio (forcosa|judicial)
(via|vies|accio|accions|mesura|mesures|proces|procediment|procediments|recurs|recursos|tramit|tramits|cami|pas
    |passos|reclamacio) (legal|legals|judicial|judicials|civil|civils|penal|penals|executiva)
legalment|juridic*|legal|legals
la llei (ens|li|permet|empara|obliga|preveu|diu|esta)
(a|davant) la justicia
(pes|rigor) de la llei
policia*|delicte|codi (penal|civil)|arbitratge
"""
