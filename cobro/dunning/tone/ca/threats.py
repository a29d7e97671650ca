"""Threatening, in Catalan."""

from __future__ import annotations

CONDITIONS = """
si no (<pay>|reb*|el|la|ho|es|hi|ha|han|comptem|fa*|aten*|respon*|contest*|tenim|obtenim|ens|veiem|arrib*|canvia
    |posa*)
si (segueix|continua|persisteix|es mante|el pagament no|la factura no|l'import no|voste no|aleshores no|no)
(altrament|en cas contrari|en altre cas|d'altra manera|en defecte|de no (ser|fer|reb*|hav*|<pay>)|en cas (de
    |d') ?(no|impagament|que no|persistir))
llevat que|tret que|a menys que|mentre no|fins que no|o be|si no
(pagui|aboni|liquidi|posi's|saldi|regularitzi) _ o
(<deadline>)
la manca de (pagament|resposta|noticies)|l'impagament|el seu silenci|cada dia que pass*
"""

CONSEQUENCES = """
consequenci*|repercussi*|represali*|penalitz*|sancio*
mesures|actuar*|actuarem|procedirem|procediriem|emprendr*|iniciar*
(suspendr*|suspen*|tallar*|interromp*|paralitz*|cancel,?l*|atur*|deten*|retindr*|bloquej*|anul,?l*|congel*|rescind*
    |retirar*) ~ (<supply>|compte|contracte|acord)
(deixar* de|deixarem de) (servir*|subministr*|atendre*|treballar|comptar|considerar*|confiar|ser)
(no|ni) (podrem|podriem|seguirem|continuarem|tornarem|hi haura|tindra|rebra|comptara) ~ (<supply>|servi*
    |subministr*|aten*|seguir|comptar|esper*|garant*|marge|mes|altr*)
(nomes|unicament|exclusivament|exig*) _ (al comptat|per avancat|pagament anticipat)
(fitxer*|registre|llista|llistes|base de dades) _ (moros*|impag*|solvencia|deutor*)
asnef|badexcug|rai
(empresa|agencia|gestor*|departament|despatx) de (recobrament*|cobrament*|impagats)
recobrament*|cobrador*
(comunicar*|informar*|posar* en coneixement|traslladar*|fer saber) ~ (<others>)
(perdr*|perdria|perd) ~ (credit|descompte|condicions|confianca|prioritat|client)
(altre|altra|diferent|menys) (caire|rumb|to|mode|cami|manera|forma|tracte|agradable|amable|amistos*|cordial)
    !! de pag*|data
haur* de (prendre|adoptar|actuar|passar|recorrer|suspendre|cancel,?lar|reconsiderar|replantejar*|buscar|defensar)
(passara|passaria|quedara|quedaria|estara|sortira|deixaria) _ (a|de|en) (altres|les nostres|les seves) mans
(ens posarem|sabrem) _ (seriosos|ferms|que fer|com)
(entendrem|interpretarem|assumirem|considerarem|donarem per) ~ (que|no|te|vol|intencio|mala)
(visitar*|visitarem|presentar*|personar*|passar*) ~ ((la seva |el seu )(casa|domicili|oficina|empresa|local|negoci
    |porta)|en persona|sense avisar)
(despeses|costos|carrecs) (addicionals|extra|suplementaris)
"""

MEASURES = """
(ens|es|em) (veurem|veuriem|veiem|vegem|veura|veuria|veig) _ (obligat*|forcat*|abocat*|en l'obligacio
    |en la (necessitat|penosa)|empes*)
veure'(ns|s|m) _ (obligat*|forcat*|abocat*)
(estarem|estariem|quedarem|sentirem) (obligat*|forcat*)
(ens|em) (obligaria|obligara|obliguin|obligui|obligant|forcara|forcaria|forci|empeny|empenyera)
ens (obliga|forca) a (prendre|adoptar|actuar|suspendre|cancel,?lar|reconsiderar|replantejar*|recorrer|passar
    |canviar)
no ens (deix*|quedara|quedaria|queda) ~ (opcio|alternativa|remei|sortida|eleccio|cami|marge)
no (tindrem|tindriem|hi haura|hi ha|tenim|quedara) _ (opcio|alternativa|remei|sortida|eleccio|cami)
(pren*|adopt*|empren*|aplic*|posar*) ~ mesures !! corregir|solucionar*|resoldr*|ajud*
(les|altres) mesures (oportunes|necessaries|pertinents|corresponents|adequades|que|mes|drastiques|severes
    |contundents)
(actuar*|actuarem|actuariem|obrarem|procedirem|procedir) (en consequencia|com|segons)
ens reserv* ~ (dret*|facultat|accions|possibilitat|opcio)
(recorrer*|recorrerem|acudir*|buscar*) ~ (altr*) (vies|mitjans|metodes|camins|instancies|mans|formes|maneres)
en mans (de|d'*) ~ (professional*|tercer*|especialist*|qui*|recobr*|expert*)|a altres mans
(deixar*|escapar*|sortira|sortir) _ (de|a) les nostres mans
(fitxer*|registre*|llist*) ~ (moros*|impag*|solvencia|deutor*)|asnef|badexcug
(empresa|agencia|gestor*) de (recobrament*|cobrament*|impagats)
(suspendrem|suspendriem|tallarem|cancel,?larem|interromprem|paralitzarem|bloquejarem|retirarem|retindrem|congelarem
    |aturarem)
(anirem|haurem) (a|de) (suspendre|tallar|cancel,?lar|interrompre|paralitzar|bloquejar|retirar|retenir)
inclo(ure|urem|s|sos|ura) ~ (fitxer*|registre*|llist*)
"""

THREATS = """
(atendre*|atenir*|atingui*|patir*|assum*|afront*|pag*|carregar* amb|evit*) ~ consequencies
consequencies (greu*|negativ*|desagradable*|serios*|imprevisible*|que (aixo|pot|tindra|tindria)|indesitja*
    |importants)
(nostra|la|meva|tota) paciencia|paciencia
abans que sigui (massa )?tard|(encara) (es|som|esta) a temps|mentre (encara )?(pugui|hi hagi temps|sigui a temps)
(pel|en) (seu )?(propi )?(be|interes|benefici)|pel be (de|d')
mes (li|us) (val|valdria|conve)|(li|us) (conve|convindria|interessa) (pag*|no|evit*|que|salda*|regularitz*
    |reflexion*|pensar*)
faria be|(seria|es) (prudent|aconsellable|assenyat|intel,?ligent)
(evit*|estalvi*) ~ (problemes|disgustos|mals majors|situaci*|complicaci*|sorpreses|mal tragol|malentesos|conflict*
    |escandol*|vergonya|ensurts|desagradable*|lamentar|que (aixo|aquest|la situacio|l'assumpte|arribem|haguem))
(majors|mals|pitjors) (molesties|problemes|majors|perjudicis|disgustos)|mals majors|molesties majors
(la seva|el seu|de la seva|del seu) _ (reputacio|prestigi|bon nom|fama|imatge|solvencia|honorabilitat)
(sector|gremi|ram|ofici|mon|mondet|ciutat|poble|comarca|mercat|barri) ~ (petit*|cone*|sap*|assabent*|parl*|coment*
    |nom)
(les noticies|tot|aquestes coses|els rumors|la veu) _ (corren|volen|corre|sab*|sap|comenta*|s'acaba|se sap)
corri la veu|correr la veu|boca-orella|de boca en boca
(altres|els seus|la resta|demes) _ (<others>) ~ (sapig*|sabr*|saber|assabent*|interess*|conegu*|coneix*|pens*|dir*
    |ve*|preguntar*|sent*|opin*)
(fer* public*|publicar*|difondr*|airejar|transcend*|surti a la llum|sortira a la llum)
(<relation>) ~ (afect*|ressent*|perill*|trenc*|malmet*|deterior*|replantej*|reconsider*|revis*|acab*|fi|en joc
    |en risc|pat*|refred*|question*|compromes*|trencad*)
(replantej*|reconsider*|revis*|perill|risc|dubte|questio|trenc*|perdr*|perjudic*|malmet*|deterior*|question*
    |acabad*|comprometre|afect*|enterbol*|arrisc*|posar fi) ~ (<relation>) !! dificult*
(seguir|continuar|valor*|repens*|planteja*) (si )?(comptant|treballant|servint|col,?laborant|confiant|merei*)
    ~ (amb|com|a)
(ens fara|ens faria|haurem de|caldra) (replantejar*|reconsiderar*|pensar*|repensar*)
no (podem|podrem|volem|pensem) (seguir |continuar )?(esper*|toler*|permet*|consent*|financ*|aguant*|seguir
    |continuar) (mes|aixi|sempre|indefinid*|aques*|que|amb)
(el|la|li|us) (visitarem|farem una visita)|(ens presentarem|ens personarem|anirem a (veure*|visit*|buscar*)
    |enviarem algu|passara algu|vindran a veure*)
ens veurem les cares|(sabem|se|sabrem) _ on (viu*|esta|es|trobar*|treballa*|te)
(tindra*|rebra*|tindreu) (noticies nostres|noticies de|la visita)
(seria|sera) (una )?(llastima|pena|trist|lamentable|desagradable)
(una|quina) (llastima|pena) que
(lamentariem|sentiriem|ens doldria|ens sabria (molt )?greu|ens disgustaria|lamentarem|ens sap greu haver)
(no )?(ens agradaria|voldriem|desitjariem|volem|desitgem) (gens )?(haver de|veure'ns|arribar a|arribar|que (aixo
    |aquest*|la situacio|l'assumpte|les coses|arrib*|pass*|afect*)) !! (parlar|coneixer|saber|resold*|ajud*)
no ens (oblig*|forc*|faci|posi|empen*|porti)
(ho|se'n|se n') _ (lamentar*|penedir*)|penedir*|penedeix*|(li) _ (sortira|sortir|costara) (molt )?(car*|mes)
    |pagara* (car|les)
(prenem|prendrem|hem pres) bona nota|no (ho |l')?oblid(arem|em|in)|(tenim|tindrem) (bona )?memoria|(treure|traurem
    |extreure|tregui) ~ conclusions
recordarem (qui|com|aquest*|la seva)|tindrem (molt )?(en compte|present) (la seva|aquest*|qui|com) !! proposta
    |situacio|circumstanci
(ja )?(sap|sabeu|coneix|imagina) (voste|molt be|perfectament|de sobres|be|el que|que (passa|succee*|signific*)
    |com (acab*|actu*|funcion*)) !! (ajud*|qui|on)
(imagini|imagini's|pensi|reflexioni|figuri's) (voste )?(el que|que|les|en el|be|sobre|si|com)
(no cal|no es necessari|sobra) (que li )?(dir*|explic*|record*|detall*|digu*)
(voste (veura|decideix|sabra|tria)|la (decisio|eleccio|pilota) (es|esta)|de voste depen|depen (nomes )?de voste|(es
    |esta) a les seves mans)
(a partir (de|d'*)|des de|despres d*) _ (data|dia|moment|llavors|aleshores) ~ (no|altr*|canvi*|deix*)
no (ens fem|ens farem|som|serem) responsables|no (responem|respondrem) de|no (podem|podrem) garantir*|no garantim
sense (mes|previ|cap) (avis|dilacio*|tramit) & *rem|*riem|es *(ara|era|ira)
sense (contemplacions|miraments)|ni un dia mes|improrrogable|inajornable|peremptori*
termini (final|definitiu|fatal|ultim)
(no|deixarem de|deixar de) (sera|seran|serem|ser) (tan|igual de) (amable*|cordial*|pacient*|comprensi*|amistos*
    |agradable*|flexible*|generos*)
(menys|no tan) (amable*|cordial*|pacient*|comprensi*|amistos*|agradable*|flexible*)
(proper*|propera|vinent|seguent) (<notice>|vegada|pas|conversa|cop) ~ (no sera|sera (altr*|diferent|molt)|no vindra
    |arribara|to)
passar a (paraules majors|una altra fase|l'accio|els fets)
(temps|compte enrere|rellotge|dies|hores) ~ (comptat*|corre|s'(acaba|esgota)|en marxa)
(hi ha|tenim|coneixem|disposem d*) ((altres|moltes|molts|mes|les nostres) )?(formes|maneres|mitjans|metodes
    |recursos|vies|camins) !! de pagament|data
amenac*|represalies|passar comptes|a les males|per les (males|bones)
tanc* (les )?portes
aixi (no|s'acaba|acaba*) ~ (empres*|negoci*|client*)
(altres|els que|aquells|clients|empreses) _ (van|feien|pensaven|creien|tampoc|no pagaven)
(sort(ir*|int)|cost(ar*|ant)|result(ar*|ant))(li)? _ (car|cara|cars|mes car)
tots els (mitjans|recursos) (al nostre|possibles|que|disponibles)|per (tots els mitjans|qualsevol mitja)
(unic|unica|exclusiva|entera|sol|tota la) _ responsab*|responsabilitat (seva|exclusiva)|responsable (del que
    |sera voste)|pel seu compte i risc
(nostres|altres) mans|mans (d'altra gent|d'altres|alienes|de tercers)
(ja|massa) (sera|sigui|es|seria)? ?(massa )?tard
(passarem|anirem|ens acostarem|vindrem) ~ (personalment|en persona|pel seu (negoci|local)|per la seva (oficina
    |empresa|casa|botiga))|davant (dels seus|de tothom|dels)
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
(li|us) donem _ (hores|fins (al|a|dema|avui))|(vint-i-quatre|quaranta-vuit|setanta-dues|24|48|72) hores & donem|te
terminis de lliurament & allarg*|mes llargs|podrien
(li|us) sorprendria
(director*|gerent|gerencia|direccio|cap) ~ (personalment|sobre la taula|el seu (expedient|cas)) !! gust|encantat*
    |ajud*|parlar
(altres) clients ~ (encantat*|agrair*|contents|esperant)
(amo|propietari*|arrendador) ~ (interess*|sab*|assabent*)
mala impressio|(es|se li|se'l) recordi com|una escena|un escandol
(aixo|s') ?s?'?acaba (divendres|dilluns|avui|aqui|el)|s'ha acabat|fins aqui|ja n'hi ha prou|ni se li acudeixi
motius per (seguir|continuar)
qui la fa|voste va signar
"""
