"""Reproaching, and pressing on the feelings, in Catalan."""

from __future__ import annotations

REPROACHES = """
(ha|han|hagi|hagin|haver) (incomplert*|ignorat*|desates*|fet (cas omis|orelles|el sord)|faltat|defraudat*|decebut*
    |abusat*|trencat*|optat|preferit*|decidit no|trait*|enganyat*|burlat*|menyspreat*|demostrat*)
(el seu|aquest|reiterat|greu|clar) incompliment|incomplidor*|incomplint
cas omis|orelles sordes|fer(-se)? (el|els) (sord|orni|desentes)|ni tan sols|ni tan sol|mirar cap a (una altra
    |l'altra) banda|mirar cap a un altre costat
(el seu|la seva|aquest|aquesta|tal|dit) _ (silenci|actitud|conducta|comportament|deixadesa|desidia|negligencia
    |irresponsabilitat|passivitat|desinteres|mala fe|morositat|indiferencia|procedir|despreocupacio|menyspreu)
(falta|manca|absencia|nul*|escas*|poc|poca) (total |absoluta )?(de |d'|d' )?(serietat|respecte|interes|compromis
    |professionalitat|responsabilitat|consideracio|paraula|voluntat|formalitat|etica|vergonya|educacio|escrupols
    |col,?laboracio|honradesa)
inacceptable*|inadmissible*|intolerable*|imperdonable*|injustificable*|injustificat*|incomprensible*|vergonyos*
    |lamentable*|indignant*|indigne|irrespectuos*|deshonest*|irresponsable*|deslleial*|abusiu*|deplorable*
    |inexcusable*|desconsiderat*|poc (serios*|professional*)
moros(o|a|os|es|itat)?|mal pagador*|mala paga|pocavergonya|lladre*|estaf(a|ar|ador)|rob(ar|at)|trampos*|aprofitat*
mala fe|mala voluntat|mala intencio|a proposit|expressament|deliberad*|intencionad*|voluntariament|conscientment
excuses?|pretext*|evasiv*|donar(-nos)? llargues|donant(-nos)? llargues|dilatori*|mentir*|mentid*|marejar la perdiu
    |amag*|defug*|esquiv*
(no|ni|mai|tampoc) (ens )?(ha|han|hagi) (tingut|mostrat*|complert*|respost|contestat*|donat|sabut|volgut|respectat*
    |ates|dignat*|molestat*|tornat|fet) !! (pogut|entes)
(no|mai) (va|van|compleix*|respon*|respecta*|va mantenir) _ (paraula|promesa|compromis|el que|res) !! arrib*
(falt*|trenc*|incompl*|oblid*) _ (paraula|promes*|compromis*|acord|obligaci*)
va prometre ~ (i|pero) (no|sense|segu*)
(com sempre|com de costum|com es (ja )?(habitual|costum)|un altre cop|una altra vegada|altra vegada|un cop mes
    |una vegada mes|de nou|novament|sempre|sistematic*|habitualment|per costum|constantment|cronic*) ~ (tard
    |retard*|endarrer*|impag*|el mateix|sense pagar|fora de termini)
(tard|retard*|endarrer*|impag*) ~ (com sempre|de costum|altre cop|altra vegada|costum|habit)
(acostumat*|costum)
ens (sorpren|estranya|decep|dol|indigna|ofen|molesta|entristeix|sobta|resulta (dificil|incomprensible|sorprenent
    |estrany)|deixa (perplex*|atonit*)|xoca|ha (sorpres|decebut|dolgut|estranyat))
(sorpres|sorpresos|decep*|decebut*|defraud*|indignat*|desil,?lusi*|trai(t|cio)|engany*|burl*|dolgut*|farts|cansats
    |ofesos|molestos)
prenent(-nos)? el pel|prendre* el pel|riure's|aprofit* (de )?(nostra|nosaltres)|abus* de
avergony*|vergonya|deixar(-nos)? (tirat*|plantat*|penjat*)
(no )?(esperavem|hauriem esperat|esperariem) ~ (mes|altr*|aixo|aixi|de|vos*|empresa)
(confiavem|confiat|crei*|vam confiar|diposit*|comptavem) ~ (i|pero|tanmateix|ara)
no (entenem|comprenem|entenc|aconseguim|ens expliquem|podem (entendre|comprendre|creure)) (entendre |
    comprendre )?(com|per que|que|el seu|la seva|aques*|tal|la rao)
(costa|dificil|impossible) (de |d')?(entendre|creure|comprendre|explicar)
(despres de|amb) (tot|tants|tantes|haver*|el que|els anys) ~ (per voste|fet|confianca|anys|ajud*|compl*)
(nosaltres|la nostra empresa|la nostra part|per la nostra part) ~ (compl*|puntual*|a temps|vam|hem|lliur*|servi*)
    & (vos*|seu|seva|esper*|mateix|pag*|igual)
(voste|vostes) (ja )?(gaud*|utilitz*|aprofit*|te) ~ (nostr*|material*|mercaderi*|producte*|feina|servei*)
gaud* & (pag*|factura*|sense|gratis|mentre|ja)
(intencio|ganes|anim|desig|voluntat) de (pag*|no pag*|complir*|abon*|engany*)
(sabem|ens consta|veiem|hem vist|observem|ens diuen|tenim entes|tothom sap) (molt be |perfectament |
    de sobres )?que _ (disposa*|te|tenen|pot|cobr*|altr*|va|compr*|viat*|invert*|ven*|li va|marxa*|pag*)
(si|que) (paga*|compleix*) (a|amb) (altres|els altres)|als altres _ (paga*|si)
(diners|fons) per a (altres coses|viat*|vacances|cotxe*|fires|capricis|obrir|compra*)
(comencem|arribem|ens fa|obliga*|convida*|dona*|porta*|temptats) (a )?(dubt*|pens*|creu*|sospit*|pregunt*|desconfi*
    |plantejar*)
dubtar* de|dubtem|(pos*|deix*) _ (en dubte|en entredit)|sospit*|desconfi*
(volem|voldriem|ens agradaria|preferim|ens resistim a|esperem|suposem) (seguir |continuar )?(pens*|creu*|que)
    ~ (no )?(sigui|es|es tract*|tingui*|te|actu*|vulgui*|hagi*|preten*|esta) ~ (fe|proposit|intenc*|serio*|broma
    |estrategia|tactica|compl*|paraula|aprofit*|engany*|amag*|irrespons*)
(financ*|banc) ~ (gratis|a costa nostra|gratuit*|no som)|no som (un |el seu )?(banc|ong|entitat|financer*|caixa)
    |a costa nostra
(culpa|culpable*|culpar*)
(hauria|hauries|haurien|podria|podien) (de |d')?(haver )?(pag*|compl*|resp*|avergony*|donat|tingut|almenys
    |com a minim|tenir la|donar) !! reb*
(almenys|com a minim|si mes no) ~ (respon*|contest*|agafar|truc*|cortesia|decencia|detall|explic*|avis*)
(un|una|qualsevol|tota) _ (empresa|persona|empresari|client|professional) (serios*|responsable|honrad*|honest*
    |decent|de (be|veritat|paraula))
(demostr*|mostr*|revela*|evidenci*|diu (molt|poc)) ~ (que|seu|seva|de)
(oblid*) _ (de )?(nosaltres|obligaci*|compromis*|qui)
(es )?neg* a (pag*|respon*|contest*|parl*|atend*|complir*)
(sense|cap|ni una) (explicacio|donar senyals|justificacio|motiu|rao|donar la cara)
ningu (contesta|respon|agafa|aten|dona la cara)|cada (vegada|cop) que (truquem|preguntem|li)
ens (va assegurar|va prometre|va dir|va garantir|va donar la paraula) ~ (i|pero)
(hem esperat|portem ~ esperant|fa _ que esperem)
(ja )?(es|seria) hora (de|que) (pag*|compl*|abon*|sald*|compleixi|pagui)
fins quan|fer-nos esperar
manera de (tractar|fer negocis|comportar-se)
demanar massa|(bastat|bastava|hauria bastat|suficient) _ (trucada|correu|missatge)
no se'ns (escapa|ha escapat)|no ens ha passat (desapercebut|per alt)
(competencia|competidors) ~ (ens )?pag(a|uen|en)
prengui* (-nos )?per|per (ximples|idiotes|beneits)
penedi(m|r|rem|ts|t)|penedeix*
(aguantat|suportat|esperat) (ja )?(prou|massa|bastant)|prou (hem )?(aguantat|esperat)
deix* _ (tirat*|penjat*|plantat*)
"""

PRESSURE = """
famili(a|es)|fills|nens|portar el pa|menjar a taula|pares de familia
per culpa seva|consciencia|cor|remordiment*|anima
desesper*|angoix*|ofeg*|asfixi*|patiment|patint|treu el son|dormir|llagrim*|plor*|malson*
ruina|arruin*|enfonsar*|enfonsant|fallida|bancarrota|(tancar|tanqui) _ (empresa|negoci|taller|botiga|portes)
    |abaixar la persiana|acomiad*|llocs de treball|(quedar*|fer fora|anar) al carrer|sobreviu*|supervivencia
    |perill ~ (empresa|negoci|feina|treball)|quedar-se sense (feina|cobrar|sou)|sense cobrar
supliq*|suplic*|implor*|de genolls|per pietat|compassio|pel que mes vulgui
(posi's|posar-se|posis) (al nostre lloc|a la nostra pell)|com (se sentiria|li asseuria|reaccionaria)|que (faria
    |pensaria|sentiria) voste|li agradaria que li|si (voste )?fos (al )?nostre
egoist*|egoisme|solidari*|humanitat|caritat|sentit (moral|comu|etic|de la responsabilitat)
no ens (falli*|deixi*|defraudi*|decebi*|abandoni*)
apel,?l* _ (al seu|a la seva|honor|honrad*|sentit|consciencia|decencia|dignitat|responsabilitat|moral|etica|paraula
    |humanitat|professionalitat)
moral|moralment|etica*|eticament|decencia|dignitat|honor|honradesa|decent
urgent*|urgenci* !! comand*|enviament*|atendr*|missatger*|transport*|lliur*
(pag*|abon*|liquid*|ingress*|transfer*) (-ho |ho |la |el |les |els |voste )?(immediat*|d'immediat|ara mateix
    |avui mateix|sense falta)
(pagament|abonament) (immediat*|urgent|sense demora)
(pag*|abon*|ingres*|transf*) ~ sense falta
sense mes (demora|dilacio|excuses)|sense excuses
(petit*|modest*|humil) (empresa|negoci|familiar) ~ (no pot*|pat*|depen*|pag*)
(treballador*|emplead*|plantilla|equip|persones|gent) ~ (depen*|esper*|no cobr*|sense cobrar|confi*|(el seu
    |seu) (sou|salari))
depen* (de|del) (seu|vos*|aquest) (pagament)?
(deute|obligacio|deure) (moral|d'honor|de gratitud)
amistat|amics|com de la familia|arribar a final de mes|quadrar els comptes
(empresa|negoci|casa) com (la seva|el seu)|de la seva (categoria|talla)
(pagui|aboni|liquidi|ingressi) (lo |la |los |las |ho |o |a )?ja
"""
