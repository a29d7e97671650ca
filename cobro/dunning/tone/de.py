"""How German threatens, reproaches, counts and presses; and how it does not."""

from __future__ import annotations

from cobro.dunning.tone.lexicon import Lexicon

_NAMES = {
    "notice": "(zahlungs)?(mahnung(en)?|erinnerung(en)?)|schreiben|briefe?n?|e-?mails?|mails?|nachrichten?|anrufe?n?"
    "|aufforderung(en)?|zahlungsaufforderung(en)?|hinweise?n?|mitteilung(en)?|anfragen?|versuche?n?|mahnschreiben"
    "|sms|kontaktversuche?n?|bitten?|anschreiben|erinnerungsschreiben|nachfragen?|telefonate?n?",
    "ordinal": "zweite[nrms]?|dritte[nrms]?|vierte[nrms]?|funfte[nrms]?|sechste[nrms]?|x-?te[nrms]?|zigste[nrms]?",
    "many": "zweier|dreier|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|mehrere[rnms]?|mehrfache[rnms]?|mehrmalige[rnms]?|viele[rnms]?|zahlreiche[rnms]?"
    "|wiederholte[rnms]?|verschiedene[rnms]?|unzahlige[rnms]?|etliche[rnms]?|diverse[rnms]?|all unsere[rnms]?|standige[rnms]?|wie viele",
    "write": "erinner*|gemahnt|mahn*|geschrieben|schreiben|gebeten|bitten|angeschrieben|aufgefordert|hingewiesen|kontaktiert"
    "|angerufen|angemahnt|anmahn*|hinweisen|nachgefragt|gewandt|wenden",
    "pay": "zahl*|bezahl*|ausgleich*|ausgeglichen|uberweis*|uberwiesen|begleich*|beglichen|eingeh*|eingang*|eingegangen|erhalt*"
    "|erhielten|melden|gemeldet|reagier*|antwort*|geldeingang",
    "relation": "(geschafts)?(beziehung|beziehungen|verbindung)|zusammenarbeit|vertrauen(sverhaltnis)?|partnerschaft|verhaltnis"
    "|kundenbeziehung|miteinander|geschaftsverhaltnis|kooperation",
    "others": "lieferanten?|kunden|banken?|hausbank|kollegen|partnern?|geschaftspartnern?|mitarbeiter(n)?|wettbewerber(n)?|konkurrenz|branche|dritte[nr]?"
    "|versicher(er|ung)|kreditversicherer|verband|kammer|auftraggeber(n)?|gesellschafter(n)?|vorgesetzten?|chef|nachbarn|unternehmen|innung"
    "|geschaftsleitung|geschaftsfuhrung|marktteilnehmer",
    "supply": "liefer(ung|ungen|n|stopp)|belieferung|belieferen|beliefern|leistung(en)?|dienst(e|leistungen?)?|auftrage?|bestellung(en)?|kredit(linie|rahmen)?|konto|kundenkonto"
    "|arbeiten|zugang|service|wartung|versand|ware|garantie|zahlungsziel|konditionen|vertrag",
    "deadline": "(bis|nach|ab|vor) (zum|dem|diesem|montag|dienstag|mittwoch|donnerstag|freitag|morgen|heute|ende|ablauf|\\d+,?)|binnen|innerhalb"
    "|frist|spatestens|danach|termin",
}

_FINE = """
(gesetzliche[nrms]?) (zinsen|zinssatz|verzugszinsen|feiertage?n?|mehrwertsteuer|umsatzsteuer|regelung*|hohe|verzugszins|frist*|basiszinssatz|pausch*|zahlungsfrist*|ruhezeit*)
verzugszinsen in gesetzlicher hohe
(keine|nicht als|statt einer|kein) (mahnung|warnung|drohung|vorwurf|mahnschreiben|aufforderung)
zweite[nrms]? (rechnung(en)?|rate|teilzahlung|halfte|lieferung|teil|quartal|woche|stock|position|halbjahr|seite|rechnungskopie|abschlag|abschlagsrechnung)
(dank*|bedank*) _ geduld
geduld (danken|bedanken)
(betrachten|sehen) sie _ (als gegenstandslos)
gegenstandslos
(rechtsform|rechtlich selbstandig*|rechtzeitig*)
warn(dreieck*|weste*|schild*|leuchte*|hinweis* auf|blinkanlage|system*|technik|schilder)
letzte[nrms]? (montag|dienstag|mittwoch|donnerstag|freitag|woche|monat|jahr|quartal|lieferung|rechnung|bestellung|gesprach|telefonat|tage?n?)
(urteilen|beurteilen) sie selbst
gericht(e)? (aus|vom|der kuche|auf der)|(mittags|tages|fisch|haupt|fertig)gericht(e|en)?
unverbindlich*
einsatz fur
im zweifel|ohne zweifel|zweifellos|zweifelsfrei
"""

_COUNTS = """
<ordinal> (und letzte[nrms]? )?(<notice>)
zum (zweiten|dritten|vierten|funften|sechsten|wiederholten|x-?ten) ?mal*
zum wiederholten male
(<many>) (unserer |unseren |unsere |von |unbeantwortete[nr]? |bisherige[nr]? )*(<notice>) !! anbei|anhang|angehangt
(mehrfach|mehrmals|wiederholt|vielfach|zweimal|dreimal|viermal|funfmal|mehrmalig|immer wieder|zigmal|oftmals|bereits einmal|ein weiteres mal|schon ofter|etliche male|so oft|haufig genug|wie oft|ein ums andere mal|nochmals|erneut|abermals|noch einmal|wieder einmal|schon wieder) ~ (<write>|angesprochen|aufmerksam|versucht|gebeten|hinzuweisen|zu erinnern|zuruck)
(<write>|bitten|mussen) ~ (mehrfach|mehrmals|wiederholt|vielfach|zweimal|dreimal|viermal|immer wieder|nochmals|erneut|abermals|noch einmal|wieder einmal|schon wieder) !! anrufen
(bisherige[nr]?|vorherige[nr]?|fruhere[nr]?|vorangegangene[nr]?|letzten|vorigen|ersten|unbeantwortete[nr]?) (beiden |drei |vier |zwei )?(<notice>)
(trotz|ungeachtet|nach) (unserer |unseres |unseren |aller |mehrfacher |mehrmaliger |wiederholter |zahlreicher |der |bereits |freundlicher )*(<notice>)
(<notice>) (nr,?|nummer|no,?) ?\\d+
(mahnstufe|mahnung) \\d
\\d{1,2} (<notice>)
wir (haben|hatten) (sie |ihnen )?(bereits|schon|nun|inzwischen|jetzt) (<write>|mehr*|einmal|am|im)
(bereits|schon) (mehr* |ein* |zwei* |drei* )?(erinnert|gemahnt|geschrieben|angeschrieben|gebeten|hingewiesen|angemahnt|aufgefordert|kontaktiert)
(seit|wie) (wochen|monaten|langem) ~ (<write>|hinterher|warten wir|nach)
wie (bereits|schon) (mehr* )?(mitgeteilt|erwahnt|geschrieben|angekundigt|angemahnt)
nicht (das erste mal|zum ersten mal|die erste|der erste|unsere erste|unser erste*)
(noch eine|eine weitere|schon wieder eine|wieder eine) (<notice>)
(unzahlige|zahllose) male|aufgehort zu zahlen|mitgezahlt|zahlen (wir )?(langst|nicht mehr|schon lange)
(reihe|liste|serie|stapel|vielzahl|flut) (von|unserer|an) (<notice>)
(<notice>) (blieb|blieben|sind|ist) ~ (unbeantwortet|ohne|erfolglos|unbeachtet)
hinterherlaufen|hinterhertelefonieren|hinterher
(zweier|dreier|mehrerer|vieler|zahlreicher|aller) (<notice>)
"""

_WARNINGS = """
(letzte[nrms]?|allerletzte[nrms]?|endgultige[nrms]?|finale[nrms]?) (<notice>|chance|frist|gelegenheit|moglichkeit|warnung|aufschub|angebot|versuch|mal|wort)
letztmalig*|zum letzten mal|ein letztes mal|letztmals|ultimatum|ultimativ*|abmahn*
warn(en|ung|ungen|e|t|ten)|gewarnt|vorgewarnt|verwarnung|seien sie gewarnt|lassen sie sich gesagt sein
mahnung(en)?|mahnschreiben|mahnen|gemahnt|anmahn*|angemahnt|mahnverfahren|mahnstufe|mahngebuhr*|mahnkosten
warnschuss|weckruf|denkzettel|ermahn*|verwarn*
(nicht mehr|kein weiteres mal|nicht noch einmal|keine weitere) (schreiben|erinnern|anrufen|mahnen|melden|bitten|erinnerung|mahnung|nachricht)|keine weitere[nrms]? (<notice>)
"""

_DEMANDS = """
zahlungsaufforderung*|(fordern|fordere|forderten) _ (sie|auf) ~ (auf|zur|zu)|fordern (wir )?(sie|von ihnen)|(fordern|verlangen|bestehen) ~ (zahlung|auf|unverzuglich*|sofort*|ausgleich|begleichung)
in verzug (setzen|gesetzt)|inverzugsetzung|aufgefordert
wir (fordern|verlangen|bestehen|erwarten unverzuglich|erwarten umgehend|erwarten die sofortige)
"""

_LAW = """
anwalt*|anwalte*|rechtsanwalt*|rechtsanwalt*|(amts|land|arbeits|mahn)?gericht(e|s|en|lich|liche|lichen|licher|liches)?|gerichtsvollzieher*|richter*|klage*|klagen|verklag*|einklag*|eingeklagt
rechtlich*|rechtsweg*|rechtsabteilung|rechtsbeistand|rechtsstreit|rechtsmittel|juristisch*|justiz|prozessieren|prozesskosten|prozess (fuhren|machen|anstrengen)|zum prozess|mahnbescheid*|vollstreck*|zwangsvollstreck*|pfand(en|et|ung|ungen|ungs*)|titulier*|titel erwirken|vollstreckungstitel
gesetz(lich|liche|lichen|licher)? (schritte*|massnahme*|mittel*|weg*|moglichkeit*)|das gesetz|kraft gesetzes|nach dem gesetz|bgb|hgb|polizei|strafanzeige|anzeige (erstatten|zu erstatten)|strafrecht*|betrugsanzeige|insolvenzantrag*|gerichtskosten|rechtskosten|schiedsgericht*|mahnverfahren
klagen wir|verklagt|rechtliche
"""

_CONDITIONS = """
(wenn|falls|sofern|sollte|sollten|solange|soweit) ~ (nicht|kein|keine|keinen|weiter|weiterhin|ausbleib*|unbezahlt|offen|erneut|nichts|<pay>)
andernfalls|ansonsten|sonst|anderenfalls|widrigenfalls|ohne (ihre|ihren|eine|zahlung|geldeingang|ausgleich)|bei (ausbleiben*|nichtzahlung|weiter*|fruchtlos*|verstreichen|nichteingang)|es sei denn|ausser sie
(zahlen|uberweisen|begleichen|melden) sie ~ oder
(<deadline>)
(ihr schweigen|jede weitere verzogerung|weitere verzogerung*|weiteres schweigen|mit jedem tag|nichtzahlung)
bevor|verstreich*|fruchtlos*
"""

_CONSEQUENCES = """
folge(n)?|konsequenz*|sanktion*|nachteil*|auswirkung*
(massnahmen|schritte) !! fehler|korrektur
(werden|wurden|mussen|mussten|durfen) (wir|sich) ~ (handeln|tatig|einleiten|veranlassen|gezwungen|genotigt|einstellen|stoppen|sperren|kundigen|zuruckhalten|ubergeben|abgeben|weitergeben|informieren|uberdenken|uberprufen|reagieren|vorgehen|andere*|prufen, ob|neu bewerten|anders|ziehen|beauftragen|melden mussen|einschalten|verlangen|vorkasse|aussetzen|beenden|wissen|annehmen)
(einstell*|eingestellt|stopp*|gestoppt|sperr*|gesperrt|kundig*|gekundigt|zuruckhalt*|aussetz*|ausgesetzt|beend*|einfrier*|unterbrech*|storni*|entzieh*|streich*|gestrichen) ~ (<supply>)
(<supply>) ~ (einstell*|eingestellt|einzustellen|stopp*|gestoppt|sperr*|gesperrt|kundig*|gekundigt|zuruckhalt*|aussetz*|ausgesetzt|beend*|einfrier*|unterbrech*|storni*|entzieh*|verweiger*|nicht mehr|nicht langer)
lieferstopp|liefersperre|kontosperr*|(nur (noch )?)?(gegen )?(vorkasse|vorauskasse|nachnahme|barzahlung)
(nicht|kein|keine|keinen) (mehr|langer|weiter) ~ (beliefern|liefern|arbeiten|warten|gewahren|garantieren|entgegenkommen|zusammenarbeiten|rechnen|moglich|annehmen)
schufa|auskunftei*|creditreform|schuldnerverzeichnis|schuldnerkartei|schwarze liste|bonitat*|kreditwurdigkeit
inkasso*
(informieren|mitteilen|in kenntnis|unterrichten|ansprechen|wenden|erfahren) ~ (<others>)
(<others>) ~ (informieren|informiert|in kenntnis|unterrichten|unterrichtet|ansprechen|erfahren|einschalten)
(andere[rnms]?|weitere[rnms]?|drastische[rnms]?|deutlichere[rnms]?|scharfere[rnms]?|unangenehm*|harte[rnms]?) (weg*|mittel|schritte|massnahmen|saiten|ton|tone|seiten|methoden|richtung|stelle|hand|hande|formen|worte)
(aus der hand|aus den handen|in andere hande|in fremde hande|nicht mehr in unserer hand)
(vorbei|vorbeikommen|besuch*|vorstellig|aufsuch*|personlich) ~ (ihnen|ihrer|ihrem|haustur|tur|buro|betrieb|erscheinen)
"""

_MEASURES = """
(gezwungen|genotigt|gehalten|veranlasst|gedrangt) (sehen|sein|sahen|fuhlen)?|(zwing*|zwang*|notig*|dazu bringen) ~ (uns|wir)|uns ~ (zwing*|zwang*|notig*)|sehen uns ~ (gezwungen|genotigt|veranlasst|ausserstande)
gezwungen|genotigt
(keine|keinen|keinerlei) (andere|anderen|andre|weitere|sonstige) (wahl|moglichkeit|ausweg|weg|option|losung)|(bleibt|bliebe|lassen|lasst|haben) ~ (keine|kein|keinen) (wahl|ausweg|andere*|weg)|keine (andere )?wahl
(massnahmen|schritte) ~ (ergreif*|einleit*|einzuleiten|veranlass*|einzugreifen|vorbehalt*|pruf*|erwag*|unternehm*|geh*|zu gehen|uberleg*|treff*)|(weitere[nr]?|entsprechende[nr]?|geeignete[nr]?|notwendige[nr]?|erforderliche[nr]?|andere[nr]?|drastische[nr]?|nachste[nr]?) (massnahmen|schritte|konsequenzen) !! klar*|losung*
(behalten|vorbehalt*) ~ (vor|recht*|schritte|alle|uns)|(rechte|schritte) vor(zu)?behalten
(entsprechend|dementsprechend) (handeln|reagieren|vorgehen|verfahren)|(konsequenzen|schlusse|lehren) ~ (zieh*|zog*)|unsere (konsequenzen|schlusse)
inkasso*|schufa|auskunftei*|schuldnerverzeichnis|lieferstopp|liefersperre|schwarze[nr]? liste
(werden|wurden|mussen) (wir )?~ (einstellen|stoppen|sperren|kundigen|zuruckhalten|aussetzen|einfrieren|stornieren|unterbrechen|abbrechen) !! rechnung stornieren
(andere|anderen) (mittel|wege|saiten|seiten|methoden) ~ (greif*|zuruckgreif*|beschreit*|einschlag*|aufzieh*|aufziehen|kennen|geben|gibt)
(abgeben|ubergeben|weitergeben|weiterleiten|abtreten) !! kolleg*
(zieht|ziehen|nach sich) ~ (folgen|konsequenzen)
"""

_THREATS = """
(tragen|rechnen|leben|verantworten|bewusst|vermeiden|ersparen|ausbaden|bedenken) ~ (folgen|konsequenzen)|(folgen|konsequenzen) ~ (tragen|rechnen|leben|verantworten|bewusst|vermeiden|ersparen|klar|haben|bedenken|unangenehm*|rechtzeitig|im klaren|selbst)
(ernste|schwere|unangenehme|gravierende|weitreichende|negative|bittere|schwerwiegende|unschone|teure|unerfreuliche)(n|r)? (folgen|konsequenzen|nachspiel)|nachspiel|folgen (fur|ihres|dieses|ihrer|einer)|konsequenzen (fur|ihres|ihrer|haben)
geduld
(bevor|ehe) es (zu )?spat|zu spat ist|(solange|noch) _ (zeit|moglich ist|konnen)|noch ist (es )?(zeit|nicht zu spat)|noch haben sie|noch konnen sie
(in ihrem|im) (eigenen|ureigenen) interesse|in ihrem (eigenen )?interesse|zu ihrem (eigenen )?(besten|wohl|vorteil|nutzen)|(sie taten|sie waren) (gut|besser|klug)|gut beraten|besser beraten|ware (es )?(klug|besser|ratsam|vernunftig|angebracht)|raten (wir )?ihnen (dringend|gut)|empfehlen (wir )?ihnen dringend|wir empfehlen ihnen (dringend|daher)|tun sie sich (selbst )?(einen|den)
(vermeid*|erspar*|verhinder*|abwend*|vorbeug*) ~ (arger|unannehmlichkeit*|peinlich*|unangenehm*|probleme*|kosten|konflikt*|situation*|uberraschung*|schlimm*|eskalation|schritte*|massnahme*|weiterungen|schaden|aufsehen|muhe) !! doppelzahl*|missverstandnis*
(arger|unannehmlichkeit*|peinlich*|unangenehm*|probleme*|kosten|konflikt*|schlimm*|eskalation|weiterungen|schaden|aufsehen|dazu|soweit) ~ (vermeid*|erspar*|verhinder*|abwend*) !! doppelzahl*
unannehmlichkeit*|peinlich*|unangenehm*|ungemutlich*|unschon*|unerfreulich*
(ihr|ihren|ihrem|ihres|ihre|ihrer) _ (ruf|rufs|namen|name|ansehen|image|reputation|leumund|bonitat|kreditwurdigkeit|zahlungsmoral|glaubwurdigkeit|firmenname|standing) !! auf ihren namen|im namen
guten? (ruf|namen)
(branche|szene|ort|stadt|region|markt|dorf|welt|kreis*|gewerbe|viertel) ~ (klein|kennt|spricht|redet|weiss|herum|uberschaubar|kurze wege)
(spricht|sprechen|redet|geht|sprache) ~ (herum|schnell herum)|herumsprech*|herumgesproch*|spricht sich|buschfunk|mundpropaganda|man kennt sich|jeder kennt jeden|kennt man sich|macht die runde|runde (machen|macht)
(andere[nr]?|ihre[nr]?|ihrer|anderen) _ (<others>) ~ (erfahr*|wissen|wusste*|wissen|denken|dachte*|sagen|sagt*|interess*|hor*|frag*|mitbekomm*|kennen|reagier*|horen|davon|sehen|meinen)
was ~ (<others>) ~ (denken|sagen|halten|meinen)
(offentlich (mach*|gemacht|bekannt)|veroffentlich*|an die offentlichkeit|publik|an die grosse glocke|ans licht|bekannt (wird|werden|wurde))
(<relation>) ~ (leid*|belast*|gefahrd*|schad*|beschadig*|zerstor*|auf dem spiel|auf die probe|beend*|ende|uberdenk*|uberpruf*|in frage|infrage|trub*|storen|gestort|zerbrech*|gefahr|neu bewert*|bruch|kost*|verlier*|verloren|zerrutt*|strapazier*|fortsetz*|fortfuhr*|fortzu*|beeintracht*|erschutter*)
(belast*|gefahrd*|schad*|beschadig*|zerstor*|aufs spiel|beend*|uberdenk*|uberpruf*|in frage|infrage|trub*|verlier*|verspiel*|kost*|zweifel*|riskier*|strapazier*|abbrech*|ende|erschutter*) ~ (<relation>) !! kostenlos
(uberlegen|uberdenken|prufen|fragen uns), (ob|wie) ~ (mit ihnen|weiter|zusammen|kunde*|beliefern)|(ob|wie) wir ~ (mit ihnen|sie) ~ (weiter|zusammenarbeit*|beliefern)
(nicht|kaum) (mehr |langer |weiter |ewig |bereit |gewillt )+(warten|hin(zu)?nehmen|hinnehmen|akzeptieren|dulden|zusehen|tolerieren|gewillt|bereit|zuschauen|tatenlos|stillhalten)|(nicht|kaum) (langer|ewig|unbegrenzt|endlos|weiter) (mehr )?(warten|zusehen|hinnehmen|dulden|zuwarten|gewahren|bereit|gewillt|finanzieren)|tatenlos|untatig
(nicht hinnehmen|nicht dulden|nicht akzeptieren|nicht tolerieren|nicht hinnehmbar)
(kommen|schauen|fahren|stehen|statten) ~ (bei ihnen|vor ihrer|einen besuch|vor der tur|vorbei|personlich vorbei) !! gerne?|hilf*|mangel|reklamation
(schicken|senden) ~ (jemanden|leute|kollegen) ~ (vorbei|zu ihnen)|besuch von|wissen, wo|wir wissen wo|vor ihrer (haus)?tur
(sie )?(horen|bekommen|erhalten) ~ (noch von uns|von uns horen|von anderer (stelle|seite)|post von) !! gerne?
(es )?(ware|wird) (sehr |wirklich |doch |ausserst )?(schade|bedauerlich|traurig|unklug|argerlich|jammerschade|fatal)|schade, wenn|zu schade
(wurden|wurde) (es )?(sehr |ausserordentlich |zutiefst |wirklich )?(bedauern|bereuen|leid tun|leidtun)|tate uns leid|ware uns unangenehm|wir bedauerten|bedauern ~ (mussen|mussten)|bereuen|leid tun wurde
(mochten|wollen|wollten|wunschen|wunschten) (wir )?(es )?(nicht|ungern|keinesfalls|auf keinen fall|nur ungern|uns nicht) !! storen|belastigen|versaumen
ungern ~ (mussen|wurden|greifen|gehen|tun)|(wurden|mussten) (wir )?~ ungern|nur ungern
(zwingen|lassen|bringen|notigen|stellen) sie (uns|es) (bitte )?(nicht|dazu)
(bereuen|teuer zu stehen|teuer werden|teurer werden|wird teuer|noch leidtun|bedauern werden|spater bedauern)
(nicht|nie) vergess(en)? (werden )?(wir)?|(wir|werden) ~ (merken uns|merken|nicht vergessen|in erinnerung behalten|uns erinnern)|gutes gedachtnis|langes gedachtnis|merken wir uns|zur kenntnis genommen|vermerk(en|t) !! zahlungseingang
(sie|ihnen|konnen sich) (wissen|ist|wird|durfte|kennen|ahnen|denken|vorstellen|konnen sich) ~ (was|wie|wohin|wozu|welche|worum|dass (dies|das|es|wir|so)) ~ (bedeut*|passier*|gescheh*|folg*|fuhr*|end*|ausgeh*|konsequenz*|kommt|steht|heisst|weitergeht|droht|wird|kann)
(konnen|konnten|durften) sie sich (selbst |sicher |gewiss |sicherlich |leicht |bestimmt )*(vorstellen|ausmalen|denken|ausrechnen)
(denken|uberlegen|bedenken|stellen) sie (bitte |sich |einmal |gut |genau |mal |noch einmal |daran|an)* ~ (was|wie|ob|gut|dass|vor|folgen|welche|an)
(mussen|brauchen|wollen) (wir )?(ihnen )?(wohl |sicher |sicherlich |hoffentlich |kaum |an dieser stelle )*(nicht|kaum) (zu |erst |extra |naher |weiter )*(erklaren|sagen|erlautern|betonen|ausfuhren|auszufuhren|ausmalen|erwahnen|erinnern|schildern)|selbstredend|versteht sich von selbst|unnotig zu
(liegt|liegen|ist) (nun |jetzt |allein |ganz |nur |einzig )*(an ihnen|in ihrer hand|bei ihnen|in ihren handen|ihre entscheidung|ihre wahl)|sie (allein )?(haben es|entscheiden|bestimmen)|(es|alles) liegt (nun |jetzt |ganz |allein )*(an|bei|in)|ihre entscheidung|haben (sie )?es (selbst )?in der hand|haben die wahl|am zug
(danach|ab (dann|diesem|da)|nach (diesem|ablauf)) ~ (nicht mehr|keine|andern|anders|ist schluss|ruckt|konnen wir (nicht|nichts|fur nichts)|nichts mehr)
(nichts mehr fur sie tun|garantieren wir|keine garantie|nicht (mehr )?garantieren|nicht verantwortlich|ubernehmen wir keine|fur nichts)
ohne (weitere[nr]?|vorherige|nochmalige|jede|jegliche) (ankundigung|mitteilung|vorwarnung|warnung|aufschub|nachricht|rucksprache|diskussion|erinnerung) & werden|wird
ohne wenn und aber|ausnahmslos|unwiderruflich*|unausweichlich|keinen tag (langer|spater)|kein(en|e)? (weitere[nrms]?) (aufschub|fristverlangerung|verlangerung|geduld|entgegenkommen|erinnerung|nachsicht)|nachfrist
(nicht mehr|weniger|nicht langer|kaum noch|nicht immer|nicht ganz) (so |ganz so )?(freundlich*|nett*|hoflich*|geduldig*|verstandnisvoll*|kulant*|entgegenkommend*|entspannt*|nachsichtig*|zuvorkommend*|angenehm*|rucksichtsvoll*)
(nachste[nrms]?|folgende[nrms]?) (<notice>|mal|schritt|kontakt|gesprach|post) ~ (nicht mehr|anders*|andere[rnms]?|weniger|nicht von|kommt|unfreundlich*|deutlich*|tonfall)
(andere|anderer|anderen) (wege|mittel|ton|tonart|saiten|methoden|moglichkeiten|weise|umgangston|gangart|hand|stelle|seite)|hartere|gangart|tonart|harte bandagen|auf die harte tour|im guten|im bosen|im gute
(uhr|zeit) ~ (tickt|lauft|abgelaufen|rinnt|davon)|tage sind gezahlt|countdown|das mass ist voll|fass zum|genug ist genug|schluss mit lustig|ende der fahnenstange|schmerzgrenze|grenze* ~ (erreicht|uberschritten|gibt)|alles hat ~ (grenzen|ende)
droh*|rache|vergelt*|heimzahl*|auf eigene gefahr|eigenes risiko|selbst schuld|selbst zuzuschreiben|nicht gut (fur sie )?(aus|enden)|boses ende|boses erwachen
(andere|firmen|kunden|unternehmen|wer|diejenigen|manche)(,)? (die|haben|der|nicht|so|hat) ~ (bereut|geglaubt|gedacht|ignorier*|gelernt|zahlt|wartet|gemerkt|verloren|lange)
alle (uns |zur |moglichen |erdenklichen |verfugbaren |notwendigen )*(zur verfugung stehenden )?(mittel|register|hebel|moglichkeiten|wege)|mit allen mitteln|mittel (ausschopfen|und wege)
(ihre[rnm]? |alleinige[nr]? |eigene[nr]? |voller )*(verantwortung) & (ihre*|allein*|eigen*|selbst)|(selbst|allein|allein sie) verantwortlich|auf ihre verantwortung|verantwortlich sind dann
zu spat (sein|ist|werden|fur)|schon zu spat|wer nicht (horen|zahlt|reagiert|will)|wer zu spat
je (langer|spater|mehr) ~ (desto|umso)
ruf ~ (verlor*|dahin|schnell|ruin*)|schlechte[rn]? ruf|rufschad*
(nicht|niemand|keiner) ~ (sagen|behaupten|beschweren) ~ (gewusst|gewarnt|gesagt|wussten)|sagen sie (spater|nachher|hinterher) nicht
(wundern|uberraschen) sie sich nicht|nicht wundern, wenn|seien sie nicht uberrascht
bislang|bisher ~ (diskret|geduld*|freundlich|rucksicht*|kulant|stillgehalten|verschwiegen)
unter uns (bleiben|bleibt|beiden)|bleibt unter uns
(nicht|noch nicht) wissen, mit wem|sie kennen uns (noch )?(nicht|anders)|anders kennenlernen|von einer anderen seite|andere seite
(gut|genau|zweimal|zwei mal) uberlegen|uberlegen sie (es )?(sich )?(gut|genau)|(viel|einiges|mehr) zu verlieren
hande in den schoss|nicht auf sich beruhen|auf sich beruhen|nicht so stehen lassen|dabei bleibt es nicht|so nicht (bleiben|weitergehen)|nicht das letzte wort|das letzte wort
fruher oder spater|der tag (wird|an dem)|wenn sie uns (brauchen|einmal)|alles hat (seinen|ein|eine)
(erklaren|rechtfertigen|verantworten) (mussen|zu mussen)|rede und antwort
(teuer|teurer|teures) 
holen (wir )?(uns )?(das|unser|es|den)|(kommen|komm) ~ (holen|abholen|kassieren)
besuch ~ (hoflichkeit*|anders|nicht)
(konnen|konnten) (wir )?auch anders|auch anders
hangt (nur |allein |jetzt |nun |ganz )*(noch )?von ihnen|(nicht|kaum) gefallen
(wissen|kennen) (genau, )?(wo|wann|um wie viel uhr) sie
wer ohren hat|wink mit dem
(wissen|kennen) ~ (risiko|bluht|aufs spiel)|riskieren|risiko (ein|eingehen|bewusst)|bluht
(ubergeht|landet|geht) ~ (an die|bei denen|an den|an andere|an jemand*) !! kolleg*|mehr verantwortung
jeder kennt (sich|jeden)|kennt sich|vor ihren kunden
"""

_REPROACHES = """
(sie|haben) (haben|uns|es|unsere|offenbar|offensichtlich|sich|ihr|ihre|wieder|bewusst|einfach) ~ (ignorier*|missacht*|vernachlass*|gebrochen|im stich|enttausch*|missbrauch*|ausgenutzt|hintergangen|getauscht|belogen|vorgezogen|versaumt|nicht fur notig|fur notig|nicht gehalten|hingehalten|verweiger*|vergessen, wer|hinweggesetzt|geschwiegen|gedruckt|betrogen|verschwiegen|nicht eingehalten)
(ignorier*|missacht*) (sie|haben)|(ignoriert|missachtet|ignorieren|missachten)
(ihr|ihrem|ihres|dieses|ihre|ihrer|diese|solch|solches|derartige*) _ (schweigen|verhalten|verhaltens|verweigerung|nachlassigkeit|gleichgultigkeit|desinteresse|unzuverlassigkeit|haltung|benehmen|umgang|vorgehen|zahlungsmoral|untatigkeit|verantwortungslosigkeit|ignoranz|geringschatzung|hinhaltetaktik|saumigkeit|vertragsbruch|wortbruch|pflichtverletzung|nichtstun|versaumnis|zahlungsverhalten|arbeitsweise|geschaftsgebaren|art)
(mangel*|fehlend*|mangelnde[rnms]?|fehlt) (an |es |ihnen |offenbar |wohl )*(respekt|ernsthaftigkeit|anstand|interesse|verantwortung|zuverlassigkeit|zahlungsmoral|zahlungswille*|zahlungsbereitschaft|seriositat|fairness|hoflichkeit|ehrlichkeit|wertschatzung|kooperation|disziplin|professionalitat|bereitschaft|guten willen)
inakzeptab*|unakzeptab*|nicht akzeptab*|unverantwortlich*|unverschamt*|unentschuldbar*|unverzeihlich*|unzumutbar*|unertraglich*|beschamend*|schandlich*|respektlos*|rucksichtslos*|unfair*|unserios*|unehrlich*|unanstandig*|dreist*|untragbar*|verantwortungslos*|skandalos*|emporend*|unbegreiflich*|unverstandlich*|befremdlich*|befremdend|befremdet|unzuverlassig*|unkorrekt|frechheit|zumutung|armutszeugnis|unglaublich*|bodenlos*|ungehorig*|pflichtvergessen|nachlassig*|schabig*
schlechte[rnms]? (zahler*|kunde*|schuldner|gewissen|zahlungsmoral)|saumig*|schuldner*|zahlungsunwillig*|zahlungsverweiger*|betruger*|lugner*|lugen|gelogen|dieb*|schmarotz*|zechprell*|abzock*|gauner*|notorisch*
(vorsatzlich|absichtlich|bewusst (nicht|ignor*|verzoger*|hinaus*|spat)|mutwillig|wissentlich|boswillig|mit absicht|mit vorsatz|taktik|boswill*|boser wille|bosen willen)
ausreden?|vorwand*|ausfluchte*|hinhalt*|hingehalten|hinhaltetaktik|verzogerungstaktik|vertrost*|verschlepp*|ducken sich|weggeduckt|verstecken|herausreden|drucken (sie )?sich|katz und maus|leere versprech*|kopf in den sand|taube ohren|tauben ohren|taub stellen|tot stellen|totstellen|auf die lange bank|aussitzen|auszusitzen|sitzen ~ aus|schone worte|spielchen|zum narren|an der nase
(wort|zusage|versprech*|zusagen|vereinbarung) ~ (nicht (gehalten|eingehalten|halten|einhalten|zu halten)|gebrochen|brechen|bruch|wertlos|nichts wert|hielten|hinweg)|wortbruch*|(versprochen|zugesagt) ~ (aber|doch|nichts|trotzdem|dennoch|wieder nicht|passiert)
(wie (immer|ublich|gewohnt|so oft|jedes mal)|schon wieder|wieder einmal|erneut|abermals|immer wieder|standig|regelmassig|dauernd|jedes mal|chronisch|gewohnheitsmassig|grundsatzlich|stets) ~ (zu spat|verspat*|unpunktlich*|nicht (gezahlt|bezahlt|beglichen|eingegangen)|saumig|unbezahlt|warten|im ruckstand|dasselbe|das gleiche)
(zu spat|verspat*|unpunktlich*) ~ (wie (immer|ublich|so oft)|gewohnheit|regel)|gewohnheit|angewohnheit|zur gewohnheit|gewohnt sind, spat
(wir|ich) (sind|bin|waren|zeigen) (sehr |mehr als |doch |ausserst |zutiefst |uber |ziemlich |wirklich |mehr |etwas |schon |masslos |einigermassen )*(enttauscht|erstaunt|verwundert|uberrascht|entsetzt|emport|verargert|befremdet|frustriert|es leid|mude|schockiert|fassungslos|irritiert|entruckt|gekrankt|sauer|genervt|betroffen|besturzt)
(enttausch*|erstaun*|verwunder*|wunder(t|n)|entsetz*|emport|emporung|verarger*|argert|befremd*|irritier*|krankt|schmerzt|betrub*)
enttausch*|verwunder*|befremd*|empor*|erstaun*|wundern uns|wundert uns|uberrascht uns|argert uns|schmerzt uns|uns (wundert|uberrascht|argert|schmerzt|krankt|irritiert)
(im stich (lassen|gelassen)|hangen (lassen|gelassen)|hintergangen|verraten|ausgenutzt|ausnutz*|auszunutz*|missbrauch*|auf der nase|fur dumm|zum besten|lustig machen|belachel*|auf kosten|auf unsere kosten|auf unserem rucken)
(hatten|haben) (wir )?(von ihnen |eigentlich |uns |mehr |anderes |etwas |wirklich |einen |ein )+(erwartet|gehofft|versprochen|gedacht|geglaubt|erhofft|verlassen|vertraut)
(vertraut|vertrauten|verlassen|glaubten|gutem glauben|vertrauensvorschuss) ~ (aber|doch|leider|nun|und)
(nicht|kaum|schwer) (zu )?(verstehen|nachvollzieh*|begreifen|erklaren|verstandlich|glauben|fassen|nachzuvollzieh*) ~ (warum|wieso|weshalb|dass|wie|was)|(warum|weshalb|wieso|dass|wie) ~ (unverstandlich|nicht nachvollziehbar|ratselhaft|schleierhaft|nicht verstehen|nicht erklaren|nicht nachvollziehen|schwer (zu )?verstehen|kaum)|unerklarlich|ratselhaft|schleierhaft|kein verstandnis|fehlt ~ verstandnis|verstandnis ~ fehlt|nicht nachvollziehbar
(nach allem|trotz allem|bei allem|nach so vielen|nach all|nach jahren|zum dank|als dank)
(wir haben|unsererseits|unser teil|unsere seite|unseren teil) ~ (punktlich|termingerecht|vertrag|zuverlassig|erfullt|gehalten|pflicht*|geliefert) & (ihrer|ihre|sie|ihnen|umgekehrt|erwart*|gleiche*)
sie (nutzen|benutzen|geniessen|verwenden|erfreuen|profitieren|haben) ~ (unsere*|ware|langst|gerne?|bereits|weiter*|seit) ~ (ohne|aber|doch|wahrend|zahlen|bezahlt)
gerne? (angenommen|genommen|genutzt|in anspruch|entgegengenommen)
(absicht|vor|gar nicht|bereit|willens|lust|gedenken|beabsichtigen|nicht vorhaben) ~ (zu (zahlen|bezahlen|begleichen)|zahlungswillig|zahlen wollen)|(zahlen|bezahlen) (zu )?(wollen|gedenken|beabsichtigen|vor(zu)?haben)|nicht (be)?zahlen (wollen|mochten)|zahlungswill*
(wir )?(wissen|sehen|haben gesehen|haben gehort|horen|lesen|bemerken|stellen fest|bekannt|konnen sehen|beobachten) (wir )?(, |sehr wohl|genau|durchaus|auch|ja|mit interesse)* ?(dass|wie) (sie|ihr|ihre|es ihnen) ~ (geld|mittel|konnen|zahlen|gut|investier*|eroffn*|kauf*|erweiter*|ausgebucht|voll|neue*|flussig|urlaub|expand*|andere*|lauft|lauf*|auftrage)
(andere[nr]?|ubrigen) (rechnungen|lieferanten|glaubiger|partner) ~ (zahlen|bezahlt|bezahlen|bedienen|beglichen|gezahlt)|geld (fur|da fur|ist da)|dafur ist geld|offenbar geld|(fur|geld fur) (neue|andere|urlaub*|autos?|messe*|feste*)
(beginnen|fangen|kommen|liegt|muss|mussen|lasst|drangt sich|gewinnen|haben) ~ (zweifel*|zu fragen|vermut*|verdacht|eindruck|annehmen|schliessen|misstrau*)|(zweifel*|verdacht|misstrau*|argwohn)|eindruck, (dass|als)|fragen (wir )?uns|fragt man sich|stellt sich die frage
(wollen|mochten|wurden|hoffen|glauben) (wir )?(doch |gerne |immer noch |noch |lieber |weiterhin |ihnen |einmal )*(glauben|annehmen|hoffen|unterstellen|ausgehen|davon)? ?(,)? ?(dass|nicht) ~ (nicht|kein|keine) ~ (absicht|vorsatz*|wille|boswill*|masche|taktik|strategie|ernst|methode|gewollt|art|system|drucken|entziehen)|unterstell*
(keine|nicht ihre|nicht die|nicht) (bank|kreditinstitut|kreditgeber|sparkasse|wohltat*|wohlfahrts*|geldinstitut)|zinslose[rnms]? (kredit|darlehen)|kostenlose[rnms]? (kredit|darlehen)|(finanzieren|kreditieren) (wir )?(sie|ihren|ihr|ihre)
schuld (daran|tragen|sind sie|haben sie)|ihre schuld|schuldig (geblieben|bleiben)|schuldgefuhl*|schuldbewusst*|schamen|scham|scham*|beschamt
(hatten|konnten|sollten) (sie )?(sich )?(doch |wenigstens |zumindest |wohl |schon |langst )*(wenigstens|zumindest|langst|schamen|anstand|melden konnen|sich melden konnen|wissen mussen|bescheid|so viel)|wenigstens|zumindest (ein|eine|antwort*|melden|die)|das mindeste|mindeste|der anstand|den anstand|ein gebot|eine frage des|antwort schuldig
(serios*|ehrlich*|ehrbar*|anstandig*|verantwortungsvoll*|ordentlich*|redlich*|zuverlassig*|rechtschaffen*|vernunftig*|echt*) (kaufmann*|kaufleute*|unternehm*|geschaftsleute*|geschaftsmann|kunde*|kunden|partner*|mensch*|firma|geschaftspartner*|betrieb)|ehrenmann
(sagt|spricht|zeigt|beweist|zeugt|lasst tief) ~ (viel|bande|fur sich|dass sie|von ihr*|von wenig|ihre|wie wenig|blicken|wie)
(weiger*|verweiger*) (sie|sich)?|augen verschliessen|wegsehen|wegschauen|abgewandt|die kalte schulter
nicht einmal|nicht mal|keinerlei|kein (einziges )?(wort|lebenszeichen|ton|anruf|sterbenswort)|kein einzige[rs]|ohne (jede|jegliche|ein wort|eine) (erklarung|reaktion|ruckmeldung|entschuldigung|begrundung|nachricht)|ohne ein wort|keine (einzige )?(erklarung|reaktion|entschuldigung)
wie lange (wollen|soll|sollen|noch|gedenken)|was denken sie|glauben sie (wirklich|ernsthaft|etwa)|soll das|halten sie (das|uns|dies) fur|ist das (ihre|die|etwa|so)|finden sie das|meinen sie (wirklich|ernsthaft)
niemand (geht|antwortet|ruft|meldet|hebt)|jedes mal, wenn wir|immer wenn wir
(versichert|zugesagt|versprochen|beteuert) ~ (aber|doch|dennoch|passiert ist nichts|bis heute)
"""

_PRESSURE = """
familien?|kinder*|weihnacht* ~ (ohne|geld)|brot|miete nicht|ernahr*
gewissen|herz|seele|schlaf|schlaflos*|nachte|tranen|wein(en|t)|verzweif*|angst|leiden|leidet|fleh*|betteln|bettel*|mitleid|erbarmen|auf knien|um gottes*|himmels willen|bitte, bitte|menschlichkeit|albtraum|notlage|existenzangst*|sorgenvoll|bange|schmerzlich
ruin*|pleite|insolvenz|bankrott|konkurs|schliessen mussen|dicht ?machen|existenz*|uberleb*|entlass*|arbeitsplatz*|arbeitsplatze*|kundigen mussen|abgrund|untergang|untergehen|vor dem aus|wasser bis zum hals|lichter aus
(versetzen|stellen|denken) sie sich (bitte |einmal |doch |mal |kurz )*(in unsere|an unsere|in die|einmal)|an unserer stelle|in unserer (lage|haut|situation)|wie wurden sie (sich|reagieren|es)|was wurden sie|wie ging*e es ihnen|wurden sie (gerne|das|es|so|sich)
egois*|solidar*|moral*|ethi(k|sch*)|anstand*|wurde und|ehre|ehrgefuhl|ehrlichkeit|ehrenwort|pflichtgefuhl|verantwortungsgefuhl|gerechtigkeitssinn|fairness|fair(es|er)? verhalten|appell*|appellieren
(lassen|enttauschen|verraten) sie uns (bitte |doch |jetzt )*nicht|nicht im stich|nicht hangen
dringend|dringendst|dringlich|eilt|sofortig*|mit sofortiger !! (kummern|klaren|prufen|helfen|melden wir|rufen wir|sofort lieferbar|wir sofort|sofort (klar|pruf|kummer|nach|weiter)*|eilbestellung|eilauftrag|eilzustellung)
(mitarbeiter*|angestellte*|beschaftigte*|team|leute|menschen|belegschaft) ~ (lohn*|gehalt*|gehalter|abhang*|angewiesen|warten|verlassen sich|bezahlt) & (ihret|ihnen|ihre|ihrer|abhang*|angewiesen)
ihretwegen|wegen ihnen|(durch|wegen) ihr(e|en|er)? (schuld|verhalten|saumigkeit|saumnis)|hangt von ihnen|von ihrer zahlung|auf ihre zahlung angewiesen|angewiesen
(kleiner|kleines|kleine|mittelstandisch*) (betrieb|unternehmen|firma|handwerksbetrieb) ~ (kann|nicht|verkraft*|leid*|uberleb*)
(moralische|ehren) (schuld|pflicht)|ehrenschuld
freundschaft*|unter freunden|alte freunde|uber die runden|monatsende nicht
(haus|unternehmen|firma|betrieb) (wie (ihres|ihre|das ihre|dem ihren|ihrem)|ihrer (grosse|bedeutung))|von ihrem format
(zahl*|bezahl*|uberweis*|begleich*|ausgleich*|handeln|reagier*) _ (sie |den |die |das |diesen |betrag |rechnung )*(sofort|umgehend|unverzuglich|auf der stelle|noch heute|schnellstens|ohne verzogerung)
(sofort|umgehend|unverzuglich|auf der stelle|noch heute|schnellstens) _ (zu )?(zahl*|bezahl*|uberweis*|begleich*|auszugleichen|ausgleichen|reagieren)
"""

_HARM = """
(verzogerung|ausstand|aussenstand*|ruckstand|verspat*|ausbleiben*|zahlungsverzug|fehlende zahlung|offene betrag|offene rechnung|zahlung) ~ (erschwer*|schwer*|belast*|beeintracht*|bindet|kostet|fehlt|behinder*|bringt|fuhrt|erschwert es)
(uns|unsere*|unserer|unseren) ~ (erschwer*|belast*|liquiditat|lieferanten|lohne|gehalter)
"""

_HELP = """
hilf*|helfen|helfe|behilflich|unterstutz*|losung*|gern|gerne|zur verfugung|klaren|besprechen|vereinbaren|nachgehen|kummern|ansprechen|fragen|zusammen|gemeinsam
"""

_REMINDER = """
erinner*|zahlungserinnerung*
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
