"""Reproaching, and pressing on the feelings, in German."""

from __future__ import annotations

REPROACHES = """
(sie|haben) (haben|uns|es|unsere|offenbar|offensichtlich|sich|ihr|ihre|wieder|bewusst|einfach) ~ (ignorier*
    |missacht*|vernachlass*|gebrochen|im stich|enttausch*|missbrauch*|ausgenutzt|hintergangen|getauscht|belogen
    |vorgezogen|versaumt|nicht fur notig|fur notig|nicht gehalten|hingehalten|verweiger*|vergessen, wer
    |hinweggesetzt|geschwiegen|gedruckt|betrogen|verschwiegen|nicht eingehalten)
(ignorier*|missacht*) (sie|haben)|(ignoriert|missachtet|ignorieren|missachten)
(ihr|ihrem|ihres|dieses|ihre|ihrer|diese|solch|solches|derartige*) _ (schweigen|verhalten|verhaltens|verweigerung
    |nachlassigkeit|gleichgultigkeit|desinteresse|unzuverlassigkeit|haltung|benehmen|umgang|vorgehen|zahlungsmoral
    |untatigkeit|verantwortungslosigkeit|ignoranz|geringschatzung|hinhaltetaktik|saumigkeit|vertragsbruch|wortbruch
    |pflichtverletzung|nichtstun|versaumnis|zahlungsverhalten|arbeitsweise|geschaftsgebaren|art)
(mangel*|fehlend*|mangelnde[rnms]?|fehlt) (an |es |ihnen |offenbar |wohl )*(respekt|ernsthaftigkeit|anstand
    |interesse|verantwortung|zuverlassigkeit|zahlungsmoral|zahlungswille*|zahlungsbereitschaft|seriositat|fairness
    |hoflichkeit|ehrlichkeit|wertschatzung|kooperation|disziplin|professionalitat|bereitschaft|guten willen)
inakzeptab*|unakzeptab*|nicht akzeptab*|unverantwortlich*|unverschamt*|unentschuldbar*|unverzeihlich*|unzumutbar*
    |unertraglich*|beschamend*|schandlich*|respektlos*|rucksichtslos*|unfair*|unserios*|unehrlich*|unanstandig*
    |dreist*|untragbar*|verantwortungslos*|skandalos*|emporend*|unbegreiflich*|unverstandlich*|befremdlich*
    |befremdend|befremdet|unzuverlassig*|unkorrekt|frechheit|zumutung|armutszeugnis|unglaublich*|bodenlos*
    |ungehorig*|pflichtvergessen|nachlassig*|schabig*
schlechte[rnms]? (zahler*|kunde*|schuldner|gewissen|zahlungsmoral)|saumig*|schuldner*|zahlungsunwillig*
    |zahlungsverweiger*|betruger*|lugner*|lugen|gelogen|dieb*|schmarotz*|zechprell*|abzock*|gauner*|notorisch*
(vorsatzlich|absichtlich|bewusst (nicht|ignor*|verzoger*|hinaus*|spat)|mutwillig|wissentlich|boswillig|mit absicht
    |mit vorsatz|taktik|boswill*|boser wille|bosen willen)
ausreden?|vorwand*|ausfluchte*|hinhalt*|hingehalten|hinhaltetaktik|verzogerungstaktik|vertrost*|verschlepp*
    |ducken sich|weggeduckt|verstecken|herausreden|drucken (sie )?sich|katz und maus|leere versprech*
    |kopf in den sand|taube ohren|tauben ohren|taub stellen|tot stellen|totstellen|auf die lange bank|aussitzen
    |auszusitzen|sitzen ~ aus|schone worte|spielchen|zum narren|an der nase
(wort|zusage|versprech*|zusagen|vereinbarung) ~ (nicht (gehalten|eingehalten|halten|einhalten|zu halten)|gebrochen
    |brechen|bruch|wertlos|nichts wert|hielten|hinweg)|wortbruch*|(versprochen|zugesagt) ~ (aber|doch|nichts
    |trotzdem|dennoch|wieder nicht|passiert)
(wie (immer|ublich|gewohnt|so oft|jedes mal)|schon wieder|wieder einmal|erneut|abermals|immer wieder|standig
    |regelmassig|dauernd|jedes mal|chronisch|gewohnheitsmassig|grundsatzlich|stets) ~ (zu spat|verspat*
    |unpunktlich*|nicht (gezahlt|bezahlt|beglichen|eingegangen)|saumig|unbezahlt|warten|im ruckstand|dasselbe
    |das gleiche)
(zu spat|verspat*|unpunktlich*) ~ (wie (immer|ublich|so oft)|gewohnheit|regel)|gewohnheit|angewohnheit
    |zur gewohnheit|gewohnt sind, spat
(wir|ich) (sind|bin|waren|zeigen) (sehr |mehr als |doch |ausserst |zutiefst |uber |ziemlich |wirklich |mehr |etwas |
    schon |masslos |einigermassen )*(enttauscht|erstaunt|verwundert|uberrascht|entsetzt|emport|verargert|befremdet
    |frustriert|es leid|mude|schockiert|fassungslos|irritiert|entruckt|gekrankt|sauer|genervt|betroffen|besturzt)
(enttausch*|erstaun*|verwunder*|wunder(t|n)|entsetz*|emport|emporung|verarger*|argert|befremd*|irritier*|krankt
    |schmerzt|betrub*)
enttausch*|verwunder*|befremd*|empor*|erstaun*|wundern uns|wundert uns|uberrascht uns|argert uns|schmerzt uns
    |uns (wundert|uberrascht|argert|schmerzt|krankt|irritiert)
(im stich (lassen|gelassen)|hangen (lassen|gelassen)|hintergangen|verraten|ausgenutzt|ausnutz*|auszunutz*
    |missbrauch*|auf der nase|fur dumm|zum besten|lustig machen|belachel*|auf kosten|auf unsere kosten
    |auf unserem rucken)
(hatten|haben) (wir )?(von ihnen |eigentlich |uns |mehr |anderes |etwas |wirklich |einen |ein )+(erwartet|gehofft
    |versprochen|gedacht|geglaubt|erhofft|verlassen|vertraut)
(vertraut|vertrauten|verlassen|glaubten|gutem glauben|vertrauensvorschuss) ~ (aber|doch|leider|nun|und)
(nicht|kaum|schwer) (zu )?(verstehen|nachvollzieh*|begreifen|erklaren|verstandlich|glauben|fassen
    |nachzuvollzieh*) ~ (warum|wieso|weshalb|dass|wie|was)|(warum|weshalb|wieso|dass|wie) ~ (unverstandlich
    |nicht nachvollziehbar|ratselhaft|schleierhaft|nicht verstehen|nicht erklaren|nicht nachvollziehen
    |schwer (zu )?verstehen|kaum)|unerklarlich|ratselhaft|schleierhaft|kein verstandnis|fehlt ~ verstandnis
    |verstandnis ~ fehlt|nicht nachvollziehbar
(nach allem|trotz allem|bei allem|nach so vielen|nach all|nach jahren|zum dank|als dank)
(wir haben|unsererseits|unser teil|unsere seite|unseren teil) ~ (punktlich|termingerecht|vertrag|zuverlassig
    |erfullt|gehalten|pflicht*|geliefert) & (ihrer|ihre|sie|ihnen|umgekehrt|erwart*|gleiche*)
sie (nutzen|benutzen|geniessen|verwenden|erfreuen|profitieren|haben) ~ (unsere*|ware|langst|gerne?|bereits|weiter*
    |seit) ~ (ohne|aber|doch|wahrend|zahlen|bezahlt)
gerne? (angenommen|genommen|genutzt|in anspruch|entgegengenommen)
(absicht|vor|gar nicht|bereit|willens|lust|gedenken|beabsichtigen|nicht vorhaben) ~ (zu (zahlen|bezahlen
    |begleichen)|zahlungswillig|zahlen wollen)|(zahlen|bezahlen) (zu )?(wollen|gedenken|beabsichtigen
    |vor(zu)?haben)|nicht (be)?zahlen (wollen|mochten)|zahlungswill*
(wir )?(wissen|sehen|haben gesehen|haben gehort|horen|lesen|bemerken|stellen fest|bekannt|konnen sehen
    |beobachten) (wir )?(, |sehr wohl|genau|durchaus|auch|ja|mit interesse)* ?(dass|wie) (sie|ihr|ihre|es ihnen)
    ~ (geld|mittel|konnen|zahlen|gut|investier*|eroffn*|kauf*|erweiter*|ausgebucht|voll|neue*|flussig|urlaub
    |expand*|andere*|lauft|lauf*|auftrage)
(andere[nr]?|ubrigen) (rechnungen|lieferanten|glaubiger|partner) ~ (zahlen|bezahlt|bezahlen|bedienen|beglichen
    |gezahlt)|geld (fur|da fur|ist da)|dafur ist geld|offenbar geld|(fur|geld fur) (neue|andere|urlaub*|autos?
    |messe*|feste*)
(beginnen|fangen|kommen|liegt|muss|mussen|lasst|drangt sich|gewinnen|haben) ~ (zweifel*|zu fragen|vermut*|verdacht
    |eindruck|annehmen|schliessen|misstrau*)|(zweifel*|verdacht|misstrau*|argwohn)|eindruck, (dass|als)
    |fragen (wir )?uns|fragt man sich|stellt sich die frage
(wollen|mochten|wurden|hoffen|glauben) (wir )?(doch |gerne |immer noch |noch |lieber |weiterhin |ihnen |
    einmal )*(glauben|annehmen|hoffen|unterstellen|ausgehen|davon)? ?(,)? ?(dass|nicht) ~ (nicht|kein|keine)
    ~ (absicht|vorsatz*|wille|boswill*|masche|taktik|strategie|ernst|methode|gewollt|art|system|drucken|entziehen)
    |unterstell*
(keine|nicht ihre|nicht die|nicht) (bank|kreditinstitut|kreditgeber|sparkasse|wohltat*|wohlfahrts*|geldinstitut)
    |zinslose[rnms]? (kredit|darlehen)|kostenlose[rnms]? (kredit|darlehen)|(finanzieren|kreditieren) (wir )?(sie
    |ihren|ihr|ihre)
schuld (daran|tragen|sind sie|haben sie)|ihre schuld|schuldig (geblieben|bleiben)|schuldgefuhl*|schuldbewusst*
    |schamen|scham|scham*|beschamt
(hatten|konnten|sollten) (sie )?(sich )?(doch |wenigstens |zumindest |wohl |schon |langst )*(wenigstens|zumindest
    |langst|schamen|anstand|melden konnen|sich melden konnen|wissen mussen|bescheid|so viel)|wenigstens
    |zumindest (ein|eine|antwort*|melden|die)|das mindeste|mindeste|der anstand|den anstand|ein gebot
    |eine frage des|antwort schuldig
(serios*|ehrlich*|ehrbar*|anstandig*|verantwortungsvoll*|ordentlich*|redlich*|zuverlassig*|rechtschaffen*
    |vernunftig*|echt*) (kaufmann*|kaufleute*|unternehm*|geschaftsleute*|geschaftsmann|kunde*|kunden|partner*
    |mensch*|firma|geschaftspartner*|betrieb)|ehrenmann
(sagt|spricht|zeigt|beweist|zeugt|lasst tief) ~ (viel|bande|fur sich|dass sie|von ihr*|von wenig|ihre|wie wenig
    |blicken|wie)
(weiger*|verweiger*) (sie|sich)?|augen verschliessen|wegsehen|wegschauen|abgewandt|die kalte schulter
nicht einmal|nicht mal|keinerlei|kein (einziges )?(wort|lebenszeichen|ton|anruf|sterbenswort)|kein einzige[rs]
    |ohne (jede|jegliche|ein wort|eine) (erklarung|reaktion|ruckmeldung|entschuldigung|begrundung|nachricht)
    |ohne ein wort|keine (einzige )?(erklarung|reaktion|entschuldigung)
wie lange (wollen|soll|sollen|noch|gedenken)|was denken sie|glauben sie (wirklich|ernsthaft|etwa)|soll das
    |halten sie (das|uns|dies) fur|ist das (ihre|die|etwa|so)|finden sie das|meinen sie (wirklich|ernsthaft)
niemand (geht|antwortet|ruft|meldet|hebt)|jedes mal, wenn wir|immer wenn wir
(versichert|zugesagt|versprochen|beteuert) ~ (aber|doch|dennoch|passiert ist nichts|bis heute)
(haben sie|sie haben|haben) ~ nicht (reagiert|geantwortet|zuruckgerufen|gemeldet)
(warten|gewartet) ~ (seit|schon|wochen|monate*)
(hochste|allerhochste|an der|wird|ware es) zeit ~ (zahlen|bezahlen|begleichen|dass sie|zu zahlen|melden)
wie lange ~ (warten|noch|hinhalten)|warten lassen
geht man nicht|(so|derart) (behandelt|geht|verhalt) man|art und weise
zu viel verlangt|(anruf|zeile|nachricht|e mail|wort) hatte (genugt|gereicht)
nicht entgangen|nicht verborgen geblieben
(mitbewerber|wettbewerber|konkurrenten|konkurrenz) ~ (zahlen|zahlt|bezahlen|begleichen)
(fur|als) (dumm|dummkopfe|bloed|narren)
(grosszugigkeit|entgegenkommen|vertrauen|nachsicht) ~ (bereuen|bedauern)|bereuen
(lange|lang) genug ~ (gewartet|zugesehen|geduldet|gestundet|geduldig)|genug (gewartet|geduldet)
jetzt sind sie (dran|am zug|an der reihe)
"""

PRESSURE = """
familien?|kinder*|weihnacht* ~ (ohne|geld)|brot|miete nicht|ernahr*
gewissen|herz|seele|schlaf|schlaflos*|nachte|tranen|wein(en|t)|verzweif*|angst|leiden|leidet|fleh*|betteln|bettel*
    |mitleid|erbarmen|auf knien|um gottes*|himmels willen|bitte, bitte|menschlichkeit|albtraum|notlage
    |existenzangst*|sorgenvoll|bange|schmerzlich
ruin*|pleite|insolvenz|bankrott|konkurs|schliessen mussen|dicht ?machen|existenz*|uberleb*|entlass*|arbeitsplatz*
    |arbeitsplatze*|kundigen mussen|abgrund|untergang|untergehen|vor dem aus|wasser bis zum hals|lichter aus
(versetzen|stellen|denken) sie sich (bitte |einmal |doch |mal |kurz )*(in unsere|an unsere|in die|einmal)
    |an unserer stelle|in unserer (lage|haut|situation)|wie wurden sie (sich|reagieren|es)|was wurden sie
    |wie ging*e es ihnen|wurden sie (gerne|das|es|so|sich)
egois*|solidar*|moral*|ethi(k|sch*)|anstand*|wurde und|ehre|ehrgefuhl|ehrlichkeit|ehrenwort|pflichtgefuhl
    |verantwortungsgefuhl|gerechtigkeitssinn|fairness|fair(es|er)? verhalten|appell*|appellieren
(lassen|enttauschen|verraten) sie uns (bitte |doch |jetzt )*nicht|nicht im stich|nicht hangen
dringend|dringendst|dringlich|eilt|sofortig*|mit sofortiger !! (kummern|klaren|prufen|helfen|melden wir|rufen wir
    |sofort lieferbar|wir sofort|sofort (klar|pruf|kummer|nach|weiter)*|eilbestellung|eilauftrag|eilzustellung)
(mitarbeiter*|angestellte*|beschaftigte*|team|leute|menschen|belegschaft) ~ (lohn*|gehalt*|gehalter|abhang*
    |angewiesen|warten|verlassen sich|bezahlt) & (ihret|ihnen|ihre|ihrer|abhang*|angewiesen)
ihretwegen|wegen ihnen|(durch|wegen) ihr(e|en|er)? (schuld|verhalten|saumigkeit|saumnis)|hangt von ihnen
    |von ihrer zahlung|auf ihre zahlung angewiesen|angewiesen
(kleiner|kleines|kleine|mittelstandisch*) (betrieb|unternehmen|firma|handwerksbetrieb) ~ (kann|nicht|verkraft*
    |leid*|uberleb*)
(moralische|ehren) (schuld|pflicht)|ehrenschuld
freundschaft*|unter freunden|alte freunde|uber die runden|monatsende nicht
(haus|unternehmen|firma|betrieb) (wie (ihres|ihre|das ihre|dem ihren|ihrem)|ihrer (grosse|bedeutung))
    |von ihrem format
(zahl*|bezahl*|uberweis*|begleich*|ausgleich*|handeln|reagier*) _ (sie |den |die |das |diesen |betrag |
    rechnung )*(sofort|umgehend|unverzuglich|auf der stelle|noch heute|schnellstens|ohne verzogerung)
(sofort|umgehend|unverzuglich|auf der stelle|noch heute|schnellstens) _ (zu )?(zahl*|bezahl*|uberweis*|begleich*
    |auszugleichen|ausgleichen|reagieren)
"""
