"""How Catalan threatens, reproaches, counts and presses; and how it does not."""

from __future__ import annotations

from cobro.dunning.tone.lexicon import Lexicon

_NAMES = {
    "notice": "avis|avisos|recordatoris?|cartes?|carta|correus?|missatges?|trucades?|trucada|requeriments?|escrits?|e-mails?"
    "|mails?|sms|burofax|comunicats?|reclamaci(o|ons)|comunicaci(o|ons)|notificaci(o|ons)|peticions?|peticio|intents?",
    "ordinal": "segon|segona|tercer|tercera|quart|quarta|cinque|cinquena|sise|sisena|sete|enesim*",
    "many": "dos|dues|tres|quatre|cinc|sis|set|vuit|nou|deu|diversos|diverses|nombros*|molts|moltes|repeti*|reitera*"
    "|successi*|multiples|incomptables|innombrables|tants|tantes|quants|quantes|massa|continu*|uns quants|unes quantes",
    "write": "record*|reclam*|insist*|escri*|demana*|sol,?licit*|adrec*|contact*|avis(ar|at|em|avem)",
    "pay": "pag*|abon*|liquid*|sald*|ingres*|transfer*|regularitz*|compl*",
    "relation": "relaci(o|ons)|col,?laboraci(o|ons)|confianca|tracte|vincle|cooperacio",
    "others": "proveidors?|clients?|bancs?|companys?|socis|empleats|veins|competidors|competencia|empreses del sector|entitat"
    "|entitats|tercers|cambra|gremi|associacio|inversors|accionistes|asseguradora|direccio",
    "supply": "subministr*|serveis?|comand(a|es)|lliuraments?|entreg(a|ues)|credit|enviaments?|treballs?|feines?|acces"
    "|linies?|manteniment|garantia",
    "deadline": "(abans|despres) (del?|d'*)|a partir (del?|d'*)|fins (al?|el)|en (el termini|un termini)|termini|aquesta data"
    "|aquest dia|aquell dia|(en|d'aqui a) _ (dies|hores|setmana)|si per al?|dema|passat|passada|transcorreg*|vencut|un cop",
}

_FINE = """
interes(os)? (de demora )?legals?
(tipus|termini|domicili|representant|avis|nom|denominacio|text|moneda|dia|festiu|forma|format|numero|diposit) legals?
(a|segons) (el )?(seu|nostre|meu) (judici|parer)
al (seu|nostre|meu) judici
(segona) (factura|quota|part|entrega|meitat|quinzena|planta|remesa|setmana)
(gracies per|agra*) _ paciencia
no (es|es tracta d'|es tracta de) (una|un|cap) (advertiment|advertencia|amenaca|reclamacio|requeriment)
(advertencia|avis|advertiment) de seguretat
no (tingui|tingueu) en compte aquest (missatge|recordatori|avis)
"""

_COUNTS = """
<ordinal> (i (ultim|darrer|ultima|darrera) )?(<notice>)
(segona|tercera|quarta|cinquena|sisena|enesima) (vegada|ocasio)
(<many>) (de )?((els |les )?(nostres|altres) )?(<notice>) !! adjunt*
(diverses|repetides|nombroses|moltes|tantes|multiples|reiterades|dues|tres|quatre|cinc|quantes|massa|incomptables|anteriors|unes quantes) (vegades|ocasions|cops)
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
"""

_WARNINGS = """
(ultim|ultima|darrer|darrera|final|definitiu|definitiva) (<notice>|oportunitat|advertencia|advertiment|ocasio|termini|paraula|recurs|ultimatum|cop|vegada)
(<notice>|advertiment|advertencia|termini) (final|definiti*|ultim|darrer|improrrogable)
per (ultima|darrera) (vegada|cop)|per (ultim|darrer) cop|es l'(ultima|ultim) *|(ultima|darrera) vegada
advertencia|advertencies|advertiment*|adverti(m|r|rlo|t|da|rem)|li advertim|ultimatum|conmin*|intimacio|comminar*|comminem
(queda|queden|quedi|quedin|esta|doni's per|consideri's) _ (avisat*|notificat*|advertit*|assabentat*)
qui avisa no es traidor
toc d'atencio|avis a navegants|crit d'atencio
no (li|us) (escriurem|tornarem a (escriure|avisar|recordar|trucar)|avisarem|insistirem)|no hi haura (mes|cap altre|cap altra) (<notice>)
"""

_DEMANDS = """
requeriment*
(li|us) (requerim|instem|intimem)|requerim (el|que)|requerir-li
exigim|exigir*|exigencia*|exigirem
(carta|escrit) de reclamacio|reclamacio de (pagament|deute|quantitat)
(li|us) reclamem|reclamem (el|la)
"""

_LAW = """
advocat*|lletrat*|jutjat*|jutge*|judicis?|judicial*|extrajudicial*|tribunal*|procurador*|notari*|burofax
demandar*|demanda (judicial|davant|contra|per|civil)|(interposar|presentar|presentarem|interposarem|posar) _ demanda
embarg*|monitori*|plets?|pledej*|litig*|querell*|denunci*|costes (judicials|processals)|execucio (forcosa|judicial)
(via|vies|accio|accions|mesura|mesures|proces|procediment|procediments|recurs|recursos|tramit|tramits|cami|pas|passos|reclamacio) (legal|legals|judicial|judicials|civil|civils|penal|penals|executiva)
legalment|juridic*|legal|legals
la llei (ens|li|permet|empara|obliga|preveu|diu|esta)
(a|davant) la justicia
(pes|rigor) de la llei
policia*|delicte|codi (penal|civil)|arbitratge
"""

_CONDITIONS = """
si no (<pay>|reb*|el|la|ho|es|hi|ha|han|comptem|fa*|aten*|respon*|contest*|tenim|obtenim|ens|veiem|arrib*|canvia|posa*)
si (segueix|continua|persisteix|es mante|el pagament no|la factura no|l'import no|voste no|aleshores no|no)
(altrament|en cas contrari|en altre cas|d'altra manera|en defecte|de no (ser|fer|reb*|hav*|<pay>)|en cas (de|d') ?(no|impagament|que no|persistir))
llevat que|tret que|a menys que|mentre no|fins que no|o be|si no
(pagui|aboni|liquidi|posi's|saldi|regularitzi) _ o
(<deadline>)
la manca de (pagament|resposta|noticies)|l'impagament|el seu silenci|cada dia que pass*
"""

_CONSEQUENCES = """
consequenci*|repercussi*|represali*|penalitz*|sancio*|recarrec*
mesures|actuar*|actuarem|procedirem|procediriem|procedir a|emprendr*|iniciar*
(suspendr*|suspen*|tallar*|interromp*|paralitz*|cancel,?l*|atur*|deten*|retindr*|bloquej*|anul,?l*|congel*|rescind*|retirar*) ~ (<supply>|compte|contracte|acord)
(deixar* de|deixarem de) (servir*|subministr*|atendre*|treballar|comptar|considerar*|confiar|ser)
(no|ni) (podrem|podriem|seguirem|continuarem|tornarem|hi haura|tindra|rebra|comptara) ~ (<supply>|servi*|subministr*|aten*|seguir|comptar|esper*|garant*|marge|mes|altr*)
(al comptat|per avancat|pagament anticipat)
(fitxer*|registre|llista|llistes|base de dades) _ (moros*|impag*|solvencia|deutor*)
asnef|badexcug|rai
(empresa|agencia|gestor*|departament|despatx) de (recobrament*|cobrament*|impagats)
recobrament*|cobrador*
(comunicar*|informar*|posar* en coneixement|traslladar*|fer saber) ~ (<others>)
(perdr*|perdria|perd) ~ (credit|descompte|condicions|confianca|prioritat|client)
(altre|altra|diferent|menys) (caire|rumb|to|mode|cami|manera|forma|tracte|agradable|amable|amistos*|cordial) !! de pag*|data
haur* de (prendre|adoptar|actuar|passar|recorrer|suspendre|cancel,?lar|reconsiderar|replantejar*|buscar|defensar)
(passara|passaria|quedara|quedaria|estara|sortira|deixaria) _ (a|de|en) (altres|les nostres|les seves) mans
(ens posarem|sabrem) _ (seriosos|ferms|que fer|com)
(entendrem|interpretarem|assumirem|considerarem|donarem per) ~ (que|no|te|vol|intencio|mala)
(visitar*|visitarem|presentar*|personar*|passar*) ~ ((la seva |el seu )(casa|domicili|oficina|empresa|local|negoci|porta)|en persona|sense avisar)
"""

_MEASURES = """
(ens|es|em) (veurem|veuriem|veiem|vegem|veura|veuria|veig) _ (obligat*|forcat*|abocat*|en l'obligacio|en la (necessitat|penosa)|empes*)
veure'(ns|s|m) _ (obligat*|forcat*|abocat*)
(estarem|estariem|quedarem|sentirem) (obligat*|forcat*)
(ens|em) (obligaria|obligara|obliguin|obligui|obligant|forcara|forcaria|forci|empeny|empenyera)
ens (obliga|forca) a (prendre|adoptar|actuar|suspendre|cancel,?lar|reconsiderar|replantejar*|recorrer|passar|canviar)
no ens (deix*|quedara|quedaria|queda) ~ (opcio|alternativa|remei|sortida|eleccio|cami|marge)
no (tindrem|tindriem|hi haura|hi ha|tenim|quedara) _ (opcio|alternativa|remei|sortida|eleccio|cami)
(pren*|adopt*|empren*|aplic*|posar*) ~ mesures !! corregir|solucionar*|resoldr*|ajud*
(les|altres) mesures (oportunes|necessaries|pertinents|corresponents|adequades|que|mes|drastiques|severes|contundents)
(actuar*|actuarem|actuariem|obrarem|procedirem|procedir) (en consequencia|com|segons)
ens reserv* ~ (dret*|facultat|accions|possibilitat|opcio)
(recorrer*|recorrerem|acudir*|buscar*) ~ (altr*) (vies|mitjans|metodes|camins|instancies|mans|formes|maneres)
en mans (de|d'*) ~ (professional*|tercer*|especialist*|qui*|recobr*|expert*)|a altres mans
(deixar*|escapar*|sortira|sortir) _ (de|a) les nostres mans
(fitxer*|registre*|llist*) ~ (moros*|impag*|solvencia|deutor*)|asnef|badexcug
(empresa|agencia|gestor*) de (recobrament*|cobrament*|impagats)
(suspendrem|suspendriem|tallarem|cancel,?larem|interromprem|paralitzarem|bloquejarem|retirarem|retindrem|congelarem|aturarem)
(anirem|haurem) (a|de) (suspendre|tallar|cancel,?lar|interrompre|paralitzar|bloquejar|retirar|retenir)
"""

_THREATS = """
(atendre*|atenir*|atingui*|patir*|assum*|afront*|pag*|carregar* amb|evit*) ~ consequencies
consequencies (greu*|negativ*|desagradable*|serios*|imprevisible*|que (aixo|pot|tindra|tindria)|indesitja*|importants)
(nostra|la|meva|tota) paciencia|paciencia
abans que sigui (massa )?tard|(encara) (es|som|esta) a temps|mentre (encara )?(pugui|hi hagi temps|sigui a temps)
(pel|en) (seu )?(propi )?(be|interes|benefici)|pel be (de|d')
mes (li|us) (val|valdria|conve)|(li|us) (conve|convindria|interessa) (pag*|no|evit*|que|salda*|regularitz*|reflexion*|pensar*)
faria be|(seria|es) (prudent|aconsellable|assenyat|intel,?ligent)
(evit*|estalvi*) ~ (problemes|disgustos|mals majors|situaci*|complicaci*|sorpreses|mal tragol|malentesos|conflict*|escandol*|vergonya|ensurts|desagradable*|lamentar|que (aixo|aquest|la situacio|l'assumpte|arribem|haguem))
(majors|mals|pitjors) (molesties|problemes|majors|perjudicis|disgustos)|mals majors|molesties majors
(la seva|el seu|de la seva|del seu) _ (reputacio|prestigi|bon nom|fama|imatge|solvencia|honorabilitat)
(sector|gremi|ram|ofici|mon|mondet|ciutat|poble|comarca|mercat|barri) ~ (petit*|cone*|sap*|assabent*|parl*|coment*|nom)
(les noticies|tot|aquestes coses|els rumors|la veu) _ (corren|volen|corre|sab*|sap|comenta*|s'acaba|se sap)
corri la veu|correr la veu|boca-orella|de boca en boca
(altres|els seus|la resta|demes) _ (<others>) ~ (sapig*|sabr*|saber|assabent*|interess*|conegu*|coneix*|pens*|dir*|ve*|preguntar*|sent*|opin*)
(fer* public*|publicar*|difondr*|airejar|transcend*|surti a la llum|sortira a la llum)
(<relation>) ~ (afect*|ressent*|perill*|trenc*|malmet*|deterior*|replantej*|reconsider*|revis*|acab*|fi|en joc|en risc|pat*|refred*|question*|compromes*|trencad*)
(replantej*|reconsider*|revis*|perill|risc|dubte|questio|trenc*|perdr*|perjudic*|malmet*|deterior*|question*|acabad*|comprometre|afect*|enterbol*|arrisc*|posar fi) ~ (<relation>) !! dificult*
(seguir|continuar|valor*|repens*|planteja*) (si )?(comptant|treballant|servint|col,?laborant|confiant|merei*) ~ (amb|com|a)
(ens fara|ens faria|haurem de|caldra) (replantejar*|reconsiderar*|pensar*|repensar*)
no (podem|podrem|volem|pensem) (seguir |continuar )?(esper*|toler*|permet*|consent*|financ*|aguant*|seguir|continuar) (mes|aixi|sempre|indefinid*|aques*|que|amb)
(el|la|li|us) (visitarem|farem una visita)|(ens presentarem|ens personarem|anirem a (veure*|visit*|buscar*)|enviarem algu|passara algu|vindran a veure*)
ens veurem les cares|(sabem|se|sabrem) _ on (viu*|esta|es|trobar*|treballa*|te)
(tindra*|rebra*|tindreu) (noticies nostres|noticies de|la visita)
(seria|sera) (una )?(llastima|pena|trist|lamentable|desagradable)
(una|quina) (llastima|pena) que
(lamentariem|sentiriem|ens doldria|ens sabria (molt )?greu|ens disgustaria|lamentarem|ens sap greu haver)
(no )?(ens agradaria|voldriem|desitjariem|volem|desitgem) (gens )?(haver de|veure'ns|arribar a|arribar|que (aixo|aquest*|la situacio|l'assumpte|les coses|arrib*|pass*|afect*)) !! (parlar|coneixer|saber|resold*|ajud*)
no ens (oblig*|forc*|faci|posi|empen*|porti)
(ho|se'n|se n') _ (lamentar*|penedir*)|penedir*|penedeix*|(li) _ (sortira|sortir|costara) (molt )?(car*|mes)|pagara* (car|les)
(prenem|prendrem|hem pres) (bona )?nota|no (ho |l')?oblid(arem|em|in)|(tenim|tindrem) (bona )?memoria|(treure|traurem|extreure|tregui) ~ conclusions
recordarem (qui|com|aquest*|la seva)|tindrem (molt )?(en compte|present) (la seva|aquest*|qui|com) !! proposta|situacio|circumstanci
(ja )?(sap|sabeu|coneix|imagina) (voste|molt be|perfectament|de sobres|be|el que|que (passa|succee*|signific*)|com (acab*|actu*|funcion*)) !! (ajud*|qui|on)
(imagini|imagini's|pensi|reflexioni|figuri's) (voste )?(el que|que|les|en el|be|sobre|si|com)
(no cal|no es necessari|sobra) (que li )?(dir*|explic*|record*|detall*|digu*)
(voste (veura|decideix|sabra|tria)|la (decisio|eleccio|pilota) (es|esta)|de voste depen|depen (nomes )?de voste|(es|esta) a les seves mans)
(a partir (de|d'*)|des de|despres d*) _ (data|dia|moment|llavors|aleshores) ~ (no|altr*|canvi*|deix*)
no (ens fem|ens farem|som|serem) responsables|no (responem|respondrem) de|no (podem|podrem) garantir*|no garantim
sense (mes|previ|cap) (avis|dilacio*|tramit) & *rem|*riem|es *(ara|era|ira)
sense (contemplacions|miraments)|ni un dia mes|improrrogable|inajornable|peremptori*
termini (final|definitiu|fatal|ultim)
(no|deixarem de|deixar de) (sera|seran|serem|ser) (tan|igual de) (amable*|cordial*|pacient*|comprensi*|amistos*|agradable*|flexible*|generos*)
(menys|no tan) (amable*|cordial*|pacient*|comprensi*|amistos*|agradable*|flexible*)
(proper*|propera|vinent|seguent) (<notice>|vegada|pas|conversa|cop) ~ (no sera|sera (altr*|diferent|molt)|no vindra|arribara|to)
passar a (paraules majors|una altra fase|l'accio|els fets)
(temps|compte enrere|rellotge|dies|hores) ~ (comptat*|corre|s'(acaba|esgota)|en marxa)
(hi ha|tenim|coneixem|disposem d*) ((altres|moltes|molts|mes|les nostres) )?(formes|maneres|mitjans|metodes|recursos|vies|camins) !! de pagament|data
amenac*|represalies|passar comptes|a les males|per les (males|bones)
tanc* (les )?portes
aixi (no|s'acaba|acaba*) ~ (empres*|negoci*|client*)
(altres|els que|aquells|clients|empreses) _ (van|feien|pensaven|creien|tampoc|no pagaven)
(sort(ir*|int)|cost(ar*|ant)|result(ar*|ant))(li)? _ (car|cara|cars|mes car)
tots els (mitjans|recursos) (al nostre|possibles|que|disponibles)|per (tots els mitjans|qualsevol mitja)
(unic|unica|exclusiva|entera|sol|tota la) _ responsab*|responsabilitat (seva|exclusiva)|responsable (del que|sera voste)|pel seu compte i risc
(nostres|altres) mans|mans (d'altra gent|d'altres|alienes|de tercers)
(ja|massa) (sera|sigui|es|seria)? ?(massa )?tard
(passarem|anirem|ens acostarem|vindrem) ~ (personalment|en persona|pel seu (negoci|local)|per la seva (oficina|empresa|casa|botiga))|davant (dels seus|de tothom|dels)
com mes ~ (pitjor|mes (car*|dificil|compl*|dur*))
mala fama|mal nom|reputaci* ~ perd*
no (podra|digui|diguin) ~ (dir|que no) ~ (sabia|avis*|deiem|dit|van)
no (s'estranyi|es sorprengui|s'estranyin|es queixi)
(fins ara|fins avui) ~ (discret*|prudent*|pacient*|comprensi*|amable*|bones maneres)
entre nosaltres|no surti d'aqui
no sap (amb qui|el que)|no ens coneix
pensi(-s'ho|-hi|s'ho|hi)? (be|dos cops)|hi pensi be|(molt|massa|mes) a perdre
bracos plegats|mans plegades|(no|aixo no) _ (quedara|acaba|acabara) (aixi|aqui)
tard o d'hora|arribara el dia|quan ens necessiti|tot te un (limit|preu|final)|fins aqui hem arribat
haura de (donar explicacions|explicar*)
(vindrem|anirem|passarem|vindran|aniran) a (buscar*|cobrar*|recollir*|reclamar*|per)
(visita|visites) ~ (cortesia|no sera|sera (altra|diferent))
tambe (sabem|podem) (ser|actuar|fer|posar)|podem ser
(depen|dependra) _ (de voste|seu|de vostes)|no li (agradara|fara gracia)
sabem (a quina hora|on|quan|quina es)
a bon entenedor
(sap|coneix|sabra) ~ (risc*|exposa|arrisca|s'hi juga)|al que s'(exposa|arrisca)|s'(arrisca|exposa) a
passar(a|em|an)? ~ a (qui|altr*|mans) !! company*|persona de|responsable
(ens coneixem tots|tots ens coneixem|les coses (se|es) saben)
el que (li|l') (espera|ve)|el que l'espera
"""

_REPROACHES = """
(ha|han|hagi|hagin|haver) (incomplert*|ignorat*|desates*|fet (cas omis|orelles|el sord)|faltat|defraudat*|decebut*|abusat*|trencat*|optat|preferit*|decidit no|trait*|enganyat*|burlat*|menyspreat*|demostrat*)
(el seu|aquest|reiterat|greu|clar) incompliment|incomplidor*|incomplint
cas omis|orelles sordes|fer(-se)? (el|els) (sord|orni|desentes)|ni tan sols|ni tan sol|mirar cap a (una altra|l'altra) banda|mirar cap a un altre costat
(el seu|la seva|aquest|aquesta|tal|dit) _ (silenci|actitud|conducta|comportament|deixadesa|desidia|negligencia|irresponsabilitat|passivitat|desinteres|mala fe|morositat|indiferencia|procedir|despreocupacio|menyspreu)
(falta|manca|absencia|nul*|escas*|poc|poca) (total |absoluta )?(de |d'|d' )?(serietat|respecte|interes|compromis|professionalitat|responsabilitat|consideracio|paraula|voluntat|formalitat|etica|vergonya|educacio|escrupols|col,?laboracio|honradesa)
inacceptable*|inadmissible*|intolerable*|imperdonable*|injustificable*|injustificat*|incomprensible*|vergonyos*|lamentable*|indignant*|indigne|irrespectuos*|deshonest*|irresponsable*|deslleial*|abusiu*|deplorable*|inexcusable*|desconsiderat*|poc (serios*|professional*)
moros(o|a|os|es|itat)?|mal pagador*|mala paga|pocavergonya|lladre*|estaf(a|ar|ador)|rob(ar|at)|trampos*|aprofitat*
mala fe|mala voluntat|mala intencio|a proposit|expressament|deliberad*|intencionad*|voluntariament|conscientment
excuses?|pretext*|evasiv*|donar(-nos)? llargues|donant(-nos)? llargues|dilatori*|mentir*|mentid*|marejar la perdiu|amag*|defug*|esquiv*
(no|ni|mai|tampoc) (ens )?(ha|han|hagi) (tingut|mostrat*|complert*|respost|contestat*|donat|sabut|volgut|respectat*|ates|dignat*|molestat*|tornat|fet) !! (pogut|entes)
(no|mai) (va|van|compleix*|respon*|respecta*|va mantenir) _ (paraula|promesa|compromis|el que|res) !! arrib*
(falt*|trenc*|incompl*|oblid*) _ (paraula|promes*|compromis*|acord|obligaci*)
va prometre ~ (i|pero) (no|sense|segu*)
(com sempre|com de costum|com es (ja )?(habitual|costum)|un altre cop|una altra vegada|altra vegada|un cop mes|una vegada mes|de nou|novament|sempre|sistematic*|habitualment|per costum|constantment|cronic*) ~ (tard|retard*|endarrer*|impag*|el mateix|sense pagar|fora de termini)
(tard|retard*|endarrer*|impag*) ~ (com sempre|de costum|altre cop|altra vegada|costum|habit)
(acostumat*|costum)
ens (sorpren|estranya|decep|dol|indigna|ofen|molesta|entristeix|sobta|resulta (dificil|incomprensible|sorprenent|estrany)|deixa (perplex*|atonit*)|xoca|ha (sorpres|decebut|dolgut|estranyat))
(sorpres|sorpresos|decep*|decebut*|defraud*|indignat*|desil,?lusi*|trai(t|cio)|engany*|burl*|dolgut*|farts|cansats|ofesos|molestos) 
prenent(-nos)? el pel|prendre* el pel|riure's|aprofit* (de )?(nostra|nosaltres)|abus* de
avergony*|vergonya|deixar(-nos)? (tirat*|plantat*|penjat*)
(no )?(esperavem|hauriem esperat|esperariem) ~ (mes|altr*|aixo|aixi|de|vos*|empresa)
(confiavem|confiat|crei*|vam confiar|diposit*|comptavem) ~ (i|pero|tanmateix|ara)
no (entenem|comprenem|entenc|aconseguim|ens expliquem|podem (entendre|comprendre|creure)) (entendre |comprendre )?(com|per que|que|el seu|la seva|aques*|tal|la rao)
(costa|dificil|impossible) (de |d')?(entendre|creure|comprendre|explicar)
(despres de|amb) (tot|tants|tantes|haver*|el que|els anys) ~ (per voste|fet|confianca|anys|ajud*|compl*)
(nosaltres|la nostra empresa|la nostra part|per la nostra part) ~ (compl*|puntual*|a temps|vam|hem|lliur*|servi*) & (vos*|seu|seva|esper*|mateix|pag*|igual)
(voste|vostes) (ja )?(gaud*|utilitz*|aprofit*|te) ~ (nostr*|material*|mercaderi*|producte*|feina|servei*)
gaud* & (pag*|factura*|sense|gratis|mentre|ja)
(intencio|ganes|anim|desig|voluntat) de (pag*|no pag*|complir*|abon*|engany*)
(sabem|ens consta|veiem|hem vist|observem|ens diuen|tenim entes|tothom sap) (molt be |perfectament |de sobres )?que _ (disposa*|te|tenen|pot|cobr*|altr*|va|compr*|viat*|invert*|ven*|li va|marxa*|pag*)
(si|que) (paga*|compleix*) (a|amb) (altres|els altres)|als altres _ (paga*|si)
(diners|fons) per a (altres coses|viat*|vacances|cotxe*|fires|capricis|obrir|compra*)
(comencem|arribem|ens fa|obliga*|convida*|dona*|porta*|temptats) (a )?(dubt*|pens*|creu*|sospit*|pregunt*|desconfi*|plantejar*)
dubtar* de|dubtem|(pos*|deix*) _ (en dubte|en entredit)|sospit*|desconfi*
(volem|voldriem|ens agradaria|preferim|ens resistim a|esperem|suposem) (seguir |continuar )?(pens*|creu*|que) ~ (no )?(sigui|es|es tract*|tingui*|te|actu*|vulgui*|hagi*|preten*|esta) ~ (fe|proposit|intenc*|serio*|broma|estrategia|tactica|compl*|paraula|aprofit*|engany*|amag*|irrespons*)
(financ*|banc) ~ (gratis|a costa nostra|gratuit*|no som)|no som (un |el seu )?(banc|ong|entitat|financer*|caixa)|a costa nostra
(culpa|culpable*|culpar*)
(hauria|hauries|haurien|podria|podien) (de |d')?(haver )?(pag*|compl*|resp*|avergony*|donat|tingut|almenys|com a minim|tenir la|donar) !! reb*
(almenys|com a minim|si mes no) ~ (respon*|contest*|agafar|truc*|cortesia|decencia|detall|explic*|avis*)
(un|una|qualsevol|tota) _ (empresa|persona|empresari|client|professional) (serios*|responsable|honrad*|honest*|decent|de (be|veritat|paraula))
(demostr*|mostr*|revela*|evidenci*|diu (molt|poc)) ~ (que|seu|seva|de)
(oblid*) _ (de )?(nosaltres|obligaci*|compromis*|qui)
(es )?neg* a (pag*|respon*|contest*|parl*|atend*|complir*)
(sense|cap|ni una) (explicacio|donar senyals|justificacio|motiu|rao|donar la cara)
ningu (contesta|respon|agafa|aten|dona la cara)|cada (vegada|cop) que (truquem|preguntem|li)
ens (va assegurar|va prometre|va dir|va garantir|va donar la paraula) ~ (i|pero)
"""

_PRESSURE = """
famili(a|es)|fills|nens|portar el pa|menjar a taula|pares de familia
per culpa seva|consciencia|cor|remordiment*|anima
desesper*|angoix*|ofeg*|asfixi*|patiment|patint|treu el son|dormir|llagrim*|plor*|malson*
ruina|arruin*|enfonsar*|enfonsant|fallida|bancarrota|(tancar|tanqui) _ (empresa|negoci|taller|botiga|portes)|abaixar la persiana|acomiad*|llocs de treball|(quedar*|fer fora|anar) al carrer|sobreviu*|supervivencia|perill ~ (empresa|negoci|feina|treball)|quedar-se sense (feina|cobrar|sou)|sense cobrar
supliq*|suplic*|implor*|de genolls|per pietat|compassio|pel que mes vulgui
(posi's|posar-se|posis) (al nostre lloc|a la nostra pell)|com (se sentiria|li asseuria|reaccionaria)|que (faria|pensaria|sentiria) voste|li agradaria que li|si (voste )?fos (al )?nostre
egoist*|egoisme|solidari*|humanitat|caritat|sentit (moral|comu|etic|de la responsabilitat)
no ens (falli*|deixi*|defraudi*|decebi*|abandoni*)
apel,?l* _ (al seu|a la seva|honor|honrad*|sentit|consciencia|decencia|dignitat|responsabilitat|moral|etica|paraula|humanitat|professionalitat)
moral|moralment|etica*|eticament|decencia|dignitat|honor|honradesa|decent
urgent*|urgenci* !! comand*|enviament*|atendr*|missatger*|transport*|lliur*
(pag*|abon*|liquid*|ingress*|transfer*) (-ho |ho |la |el |les |els |voste )?(immediat*|d'immediat|ja|ara mateix|avui mateix|sense falta)
(pagament|abonament) (immediat*|urgent|sense demora)
(pag*|abon*|ingres*|transf*) ~ sense falta
sense mes (demora|dilacio|excuses)|sense excuses
(petit*|modest*|humil) (empresa|negoci|familiar) ~ (no pot*|pat*|depen*|pag*)
(treballador*|emplead*|plantilla|equip|persones|gent) ~ (depen*|esper*|no cobr*|sense cobrar|confi*|(el seu|seu) (sou|salari))
depen* (de|del) (seu|vos*|aquest) (pagament)?
(deute|obligacio|deure) (moral|d'honor|de gratitud)
amistat|amics|com de la familia|arribar a final de mes|quadrar els comptes
(empresa|negoci|casa) com (la seva|el seu)|de la seva (categoria|talla)
"""

_HARM = """
(retard|demora|impagament|manca de pagament|pendent|aquest pagament|aquesta situacio) ~ (dificult*|complic*|obliga|afect*|impede*|perjudic*|costa|desajust*|altera|endarrere*|resta|tensa*|encare*|suposa)
(ens|nostr*) ~ (dificult*|complic*|afect*|perjudic*|tresoreria|proveidors|nomines)
"""

_HELP = """
ajud*|atendr*|resoldr*|soluci*|busc*|cercar*|veurem|revisar*|a la seva disposicio|acordar|aclarir*|facilitats|parlar*|parlem|dubtes?|qualsevol (consulta|questio|pregunta)|el que necessiti
"""

_REMINDER = """
recordatori*|recordem|recordar*|recorda*|recordi
"""

LEXICON = Lexicon(
    names=_NAMES,
    fine=_FINE,
    counts=_COUNTS,
    warnings=_WARNINGS,
    demands=_DEMANDS,
    law=_LAW,
    conditions=_CONDITIONS,
    consequences=_CONSEQUENCES,
    measures=_MEASURES,
    threats=_THREATS,
    reproaches=_REPROACHES,
    pressure=_PRESSURE,
    harm=_HARM,
    help=_HELP,
    reminder=_REMINDER,
)
