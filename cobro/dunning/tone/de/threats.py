"""Threatening, in German."""

from __future__ import annotations

CONDITIONS = """
(wenn|falls|sofern|sollte|sollten|solange|soweit) ~ (nicht|kein|keine|keinen|weiter|weiterhin|ausbleib*|unbezahlt
    |offen|erneut|nichts|<pay>)
andernfalls|ansonsten|sonst|anderenfalls|widrigenfalls|ohne (ihre|ihren|eine|zahlung|geldeingang|ausgleich)
    |bei (ausbleiben*|nichtzahlung|weiter*|fruchtlos*|verstreichen|nichteingang)|es sei denn|ausser sie
(zahlen|uberweisen|begleichen|melden) sie ~ oder
(<deadline>)
(ihr schweigen|jede weitere verzogerung|weitere verzogerung*|weiteres schweigen|mit jedem tag|nichtzahlung)
bevor|verstreich*|fruchtlos*
"""

CONSEQUENCES = """
folge(n)?|konsequenz*|sanktion*|nachteil*|auswirkung*
(massnahmen|schritte) !! fehler|korrektur
(werden|wurden|mussen|mussten|durfen) (wir|sich) ~ (handeln|tatig|einleiten|veranlassen|gezwungen|genotigt
    |einstellen|stoppen|sperren|kundigen|zuruckhalten|ubergeben|abgeben|weitergeben|informieren|uberdenken
    |uberprufen|reagieren|vorgehen|andere*|prufen, ob|neu bewerten|anders|ziehen|beauftragen|melden mussen
    |einschalten|verlangen|vorkasse|aussetzen|beenden|wissen|annehmen)
(einstell*|eingestellt|stopp*|gestoppt|sperr*|gesperrt|kundig*|gekundigt|zuruckhalt*|aussetz*|ausgesetzt|beend*
    |einfrier*|unterbrech*|storni*|entzieh*|streich*|gestrichen) ~ (<supply>)
(<supply>) ~ (einstell*|eingestellt|einzustellen|stopp*|gestoppt|sperr*|gesperrt|kundig*|gekundigt|zuruckhalt*
    |aussetz*|ausgesetzt|beend*|einfrier*|unterbrech*|storni*|entzieh*|verweiger*|nicht mehr|nicht langer)
lieferstopp|liefersperre|kontosperr*|(nur noch|nur|ausschliesslich|bestehen auf) _ (vorkasse|vorauskasse|nachnahme
    |barzahlung)
(nicht|kein|keine|keinen) (mehr|langer|weiter) ~ (beliefern|liefern|arbeiten|warten|gewahren|garantieren
    |entgegenkommen|zusammenarbeiten|rechnen|moglich|annehmen)
schufa|auskunftei*|creditreform|schuldnerverzeichnis|schuldnerkartei|schwarze liste|bonitat*|kreditwurdigkeit
inkasso*
(informieren|mitteilen|in kenntnis|unterrichten|ansprechen|wenden|erfahren) ~ (<others>)
(<others>) ~ (informieren|informiert|in kenntnis|unterrichten|unterrichtet|ansprechen|erfahren|einschalten)
(andere[rnms]?|weitere[rnms]?|drastische[rnms]?|deutlichere[rnms]?|scharfere[rnms]?|unangenehm*|harte[rnms]?) (weg*
    |mittel|schritte|massnahmen|saiten|ton|tone|seiten|methoden|richtung|stelle|hand|hande|formen|worte)
(aus der hand|aus den handen|in andere hande|in fremde hande|nicht mehr in unserer hand)
(vorbei|vorbeikommen|besuch*|vorstellig|aufsuch*|personlich) ~ (ihnen|ihrer|ihrem|haustur|tur|buro|betrieb
    |erscheinen)
(weitere|zusatzliche|erhebliche|hohere) (kosten|gebuhren)
"""

MEASURES = """
(gezwungen|genotigt|gehalten|veranlasst|gedrangt) (sehen|sein|sahen|fuhlen)?|(zwing*|zwang*|notig*|dazu bringen)
    ~ (uns|wir)|uns ~ (zwing*|zwang*|notig*)|sehen uns ~ (gezwungen|genotigt|veranlasst|ausserstande)
gezwungen|genotigt
(keine|keinen|keinerlei) (andere|anderen|andre|weitere|sonstige) (wahl|moglichkeit|ausweg|weg|option|losung)
    |(bleibt|bliebe|lassen|lasst|haben) ~ (keine|kein|keinen) (wahl|ausweg|andere*|weg)|keine (andere )?wahl
(massnahmen|schritte) ~ (ergreif*|einleit*|einzuleiten|veranlass*|einzugreifen|vorbehalt*|pruf*|erwag*|unternehm*
    |geh*|zu gehen|uberleg*|treff*)|(weitere[nr]?|entsprechende[nr]?|geeignete[nr]?|notwendige[nr]?
    |erforderliche[nr]?|andere[nr]?|drastische[nr]?|nachste[nr]?) (massnahmen|schritte|konsequenzen) !! klar*
    |losung*
(behalten|vorbehalt*) ~ (vor|recht*|schritte|alle|uns)|(rechte|schritte) vor(zu)?behalten
(entsprechend|dementsprechend) (handeln|reagieren|vorgehen|verfahren)|(konsequenzen|schlusse|lehren) ~ (zieh*|zog*)
    |unsere (konsequenzen|schlusse)
inkasso*|schufa|auskunftei*|schuldnerverzeichnis|lieferstopp|liefersperre|schwarze[nr]? liste
(werden|wurden|mussen) (wir )?~ (einstellen|stoppen|sperren|kundigen|zuruckhalten|aussetzen|einfrieren|stornieren
    |unterbrechen|abbrechen) !! rechnung stornieren
(andere|anderen) (mittel|wege|saiten|seiten|methoden) ~ (greif*|zuruckgreif*|beschreit*|einschlag*|aufzieh*
    |aufziehen|kennen|geben|gibt)
(abgeben|ubergeben|weitergeben|weiterleiten|abtreten) !! kolleg*
(zieht|ziehen|nach sich) ~ (folgen|konsequenzen)
kosten ~ (zukommen|kommen auf)
"""

THREATS = """
(tragen|rechnen|leben|verantworten|bewusst|vermeiden|ersparen|ausbaden|bedenken) ~ (folgen|konsequenzen)|(folgen
    |konsequenzen) ~ (tragen|rechnen|leben|verantworten|bewusst|vermeiden|ersparen|klar|haben|bedenken|unangenehm*
    |rechtzeitig|im klaren|selbst)
(ernste|schwere|unangenehme|gravierende|weitreichende|negative|bittere|schwerwiegende|unschone|teure
    |unerfreuliche)(n|r)? (folgen|konsequenzen|nachspiel)|nachspiel|folgen (fur|ihres|dieses|ihrer|einer)
    |konsequenzen (fur|ihres|ihrer|haben)
geduld
(bevor|ehe) es (zu )?spat|zu spat ist|(solange|noch) _ (zeit|moglich ist|konnen)|noch ist (es )?(zeit
    |nicht zu spat)|noch haben sie|noch konnen sie
(in ihrem|im) (eigenen|ureigenen) interesse|in ihrem (eigenen )?interesse|zu ihrem (eigenen )?(besten|wohl|vorteil
    |nutzen)|(sie taten|sie waren) (gut|besser|klug)|gut beraten|besser beraten|ware (es )?(klug|besser|ratsam
    |vernunftig|angebracht)|raten (wir )?ihnen (dringend|gut)|empfehlen (wir )?ihnen dringend
    |wir empfehlen ihnen (dringend|daher)|tun sie sich (selbst )?(einen|den)
(vermeid*|erspar*|verhinder*|abwend*|vorbeug*) ~ (arger|unannehmlichkeit*|peinlich*|unangenehm*|probleme*|kosten
    |konflikt*|situation*|uberraschung*|schlimm*|eskalation|schritte*|massnahme*|weiterungen|schaden|aufsehen
    |muhe) !! doppelzahl*|missverstandnis*
(arger|unannehmlichkeit*|peinlich*|unangenehm*|probleme*|kosten|konflikt*|schlimm*|eskalation|weiterungen|schaden
    |aufsehen|dazu|soweit) ~ (vermeid*|erspar*|verhinder*|abwend*) !! doppelzahl*
unannehmlichkeit*|peinlich*|unangenehm*|ungemutlich*|unschon*|unerfreulich*
(ihr|ihren|ihrem|ihres|ihre|ihrer) _ (ruf|rufs|namen|name|ansehen|image|reputation|leumund|bonitat|kreditwurdigkeit
    |zahlungsmoral|glaubwurdigkeit|firmenname|standing) !! auf ihren namen|im namen
guten? (ruf|namen)
(branche|szene|ort|stadt|region|markt|dorf|welt|kreis*|gewerbe|viertel) ~ (klein|kennt|spricht|redet|weiss|herum
    |uberschaubar|kurze wege)
(spricht|sprechen|redet|geht|sprache) ~ (herum|schnell herum)|herumsprech*|herumgesproch*|spricht sich|buschfunk
    |mundpropaganda|man kennt sich|jeder kennt jeden|kennt man sich|macht die runde|runde (machen|macht)
(andere[nr]?|ihre[nr]?|ihrer|anderen) _ (<others>) ~ (erfahr*|wissen|wusste*|wissen|denken|dachte*|sagen|sagt*
    |interess*|hor*|frag*|mitbekomm*|kennen|reagier*|horen|davon|sehen|meinen)
was ~ (<others>) ~ (denken|sagen|halten|meinen)
(offentlich (mach*|gemacht|bekannt)|veroffentlich*|an die offentlichkeit|publik|an die grosse glocke|ans licht
    |bekannt (wird|werden|wurde))
(<relation>) ~ (leid*|belast*|gefahrd*|schad*|beschadig*|zerstor*|auf dem spiel|auf die probe|beend*|ende|uberdenk*
    |uberpruf*|in frage|infrage|trub*|storen|gestort|zerbrech*|gefahr|neu bewert*|bruch|kost*|verlier*|verloren
    |zerrutt*|strapazier*|fortsetz*|fortfuhr*|fortzu*|beeintracht*|erschutter*)
(belast*|gefahrd*|schad*|beschadig*|zerstor*|aufs spiel|beend*|uberdenk*|uberpruf*|in frage|infrage|trub*|verlier*
    |verspiel*|kost*|zweifel*|riskier*|strapazier*|abbrech*|ende|erschutter*) ~ (<relation>) !! kostenlos
(uberlegen|uberdenken|prufen|fragen uns), (ob|wie) ~ (mit ihnen|weiter|zusammen|kunde*|beliefern)|(ob|wie) wir
    ~ (mit ihnen|sie) ~ (weiter|zusammenarbeit*|beliefern)
(nicht|kaum) (mehr |langer |weiter |ewig |bereit |gewillt )+(warten|hin(zu)?nehmen|hinnehmen|akzeptieren|dulden
    |zusehen|tolerieren|gewillt|bereit|zuschauen|tatenlos|stillhalten)|(nicht|kaum) (langer|ewig|unbegrenzt|endlos
    |weiter) (mehr )?(warten|zusehen|hinnehmen|dulden|zuwarten|gewahren|bereit|gewillt|finanzieren)|tatenlos|untatig
(nicht hinnehmen|nicht dulden|nicht akzeptieren|nicht tolerieren|nicht hinnehmbar)
(kommen|schauen|fahren|stehen|statten) ~ (bei ihnen|vor ihrer|einen besuch|vor der tur|vorbei|personlich vorbei)
    !! gerne?|hilf*|mangel|reklamation
(schicken|senden) ~ (jemanden|leute|kollegen) ~ (vorbei|zu ihnen)|besuch von|wissen, wo|wir wissen wo
    |vor ihrer (haus)?tur
(sie )?(horen|bekommen|erhalten) ~ (noch von uns|von uns horen|von anderer (stelle|seite)|post von) !! gerne?
(es )?(ware|wird) (sehr |wirklich |doch |ausserst )?(schade|bedauerlich|traurig|unklug|argerlich|jammerschade
    |fatal)|schade, wenn|zu schade
(wurden|wurde) (es )?(sehr |ausserordentlich |zutiefst |wirklich )?(bedauern|bereuen|leid tun|leidtun)
    |tate uns leid|ware uns unangenehm|wir bedauerten|bedauern ~ (mussen|mussten)|bereuen|leid tun wurde
(mochten|wollen|wollten|wunschen|wunschten) (wir )?(es )?(nicht|ungern|keinesfalls|auf keinen fall|nur ungern
    |uns nicht) !! storen|belastigen|versaumen
ungern ~ (mussen|wurden|greifen|gehen|tun)|(wurden|mussten) (wir )?~ ungern|nur ungern
(zwingen|lassen|bringen|notigen|stellen) sie (uns|es) (bitte )?(nicht|dazu)
(bereuen|teuer zu stehen|teuer werden|teurer werden|wird teuer|noch leidtun|bedauern werden|spater bedauern)
(nicht|nie) vergess(en)? (werden )?(wir)?|(wir|werden) ~ (merken uns|merken|nicht vergessen|in erinnerung behalten
    |uns erinnern)|gutes gedachtnis|langes gedachtnis|merken wir uns|zur kenntnis genommen|vermerk(en|t)
    !! zahlungseingang
(sie|ihnen|konnen sich) (wissen|ist|wird|durfte|kennen|ahnen|denken|vorstellen|konnen sich) ~ (was|wie|wohin|wozu
    |welche|worum|dass (dies|das|es|wir|so)) ~ (bedeut*|passier*|gescheh*|folg*|fuhr*|end*|ausgeh*|konsequenz*
    |kommt|steht|heisst|weitergeht|droht|wird|kann)
(konnen|konnten|durften) sie sich (selbst |sicher |gewiss |sicherlich |leicht |bestimmt )*(vorstellen|ausmalen
    |denken|ausrechnen)
(denken|uberlegen|bedenken|stellen) sie (bitte |sich |einmal |gut |genau |mal |noch einmal |daran|an)* ~ (was|wie
    |ob|gut|dass|vor|folgen|welche|an)
(mussen|brauchen|wollen) (wir )?(ihnen )?(wohl |sicher |sicherlich |hoffentlich |kaum |an dieser stelle )*(nicht
    |kaum) (zu |erst |extra |naher |weiter )*(erklaren|sagen|erlautern|betonen|ausfuhren|auszufuhren|ausmalen
    |erwahnen|erinnern|schildern)|selbstredend|versteht sich von selbst|unnotig zu
(liegt|liegen|ist) (nun |jetzt |allein |ganz |nur |einzig )*(an ihnen|in ihrer hand|bei ihnen|in ihren handen
    |ihre entscheidung|ihre wahl)|sie (allein )?(haben es|entscheiden|bestimmen)|(es|alles) liegt (nun |jetzt |
    ganz |allein )*(an|bei|in)|ihre entscheidung|haben (sie )?es (selbst )?in der hand|haben die wahl|am zug
(danach|ab (dann|diesem|da)|nach (diesem|ablauf)) ~ (nicht mehr|keine|andern|anders|ist schluss|ruckt
    |konnen wir (nicht|nichts|fur nichts)|nichts mehr)
(nichts mehr fur sie tun|garantieren wir|keine garantie|nicht (mehr )?garantieren|nicht verantwortlich
    |ubernehmen wir keine|fur nichts)
ohne (weitere[nr]?|vorherige|nochmalige|jede|jegliche) (ankundigung|mitteilung|vorwarnung|warnung|aufschub
    |nachricht|rucksprache|diskussion|erinnerung) & werden|wird
ohne wenn und aber|ausnahmslos|unwiderruflich*|unausweichlich|keinen tag (langer|spater)|kein(en
    |e)? (weitere[nrms]?) (aufschub|fristverlangerung|verlangerung|geduld|entgegenkommen|erinnerung|nachsicht)
    |nachfrist
(nicht mehr|weniger|nicht langer|kaum noch|nicht immer|nicht ganz) (so |ganz so )?(freundlich*|nett*|hoflich*
    |geduldig*|verstandnisvoll*|kulant*|entgegenkommend*|entspannt*|nachsichtig*|zuvorkommend*|angenehm*
    |rucksichtsvoll*)
(nachste[nrms]?|folgende[nrms]?) (<notice>|mal|schritt|kontakt|gesprach|post) ~ (nicht mehr|anders*|andere[rnms]?
    |weniger|nicht von|kommt|unfreundlich*|deutlich*|tonfall)
(andere|anderer|anderen) (wege|mittel|ton|tonart|saiten|methoden|moglichkeiten|weise|umgangston|gangart|hand|stelle
    |seite)|hartere|gangart|tonart|harte bandagen|auf die harte tour|im guten|im bosen|im gute
(uhr|zeit) ~ (tickt|lauft|abgelaufen|rinnt|davon)|tage sind gezahlt|countdown|das mass ist voll|fass zum
    |genug ist genug|schluss mit lustig|ende der fahnenstange|schmerzgrenze|grenze* ~ (erreicht|uberschritten|gibt)
    |alles hat ~ (grenzen|ende)
droh*|rache|vergelt*|heimzahl*|auf eigene gefahr|eigenes risiko|selbst schuld|selbst zuzuschreiben
    |nicht gut (fur sie )?(aus|enden)|boses ende|boses erwachen
(andere|firmen|kunden|unternehmen|wer|diejenigen|manche)(,)? (die|haben|der|nicht|so|hat) ~ (bereut|geglaubt
    |gedacht|ignorier*|gelernt|zahlt|wartet|gemerkt|verloren|lange)
alle (uns |zur |moglichen |erdenklichen |verfugbaren |notwendigen )*(zur verfugung stehenden )?(mittel|register
    |hebel|moglichkeiten|wege)|mit allen mitteln|mittel (ausschopfen|und wege)
(ihre[rnm]? |alleinige[nr]? |eigene[nr]? |voller )*(verantwortung) & (ihre*|allein*|eigen*|selbst)|(selbst|allein
    |allein sie) verantwortlich|auf ihre verantwortung|verantwortlich sind dann
zu spat (sein|ist|werden|fur)|schon zu spat|wer nicht (horen|zahlt|reagiert|will)|wer zu spat
je (langer|spater|mehr) ~ (desto|umso)
ruf ~ (verlor*|dahin|schnell|ruin*)|schlechte[rn]? ruf|rufschad*
(nicht|niemand|keiner) ~ (sagen|behaupten|beschweren) ~ (gewusst|gewarnt|gesagt|wussten)|sagen sie (spater|nachher
    |hinterher) nicht
(wundern|uberraschen) sie sich nicht|nicht wundern, wenn|seien sie nicht uberrascht
bislang|bisher ~ (diskret|geduld*|freundlich|rucksicht*|kulant|stillgehalten|verschwiegen)
unter uns (bleiben|bleibt|beiden)|bleibt unter uns
(nicht|noch nicht) wissen, mit wem|sie kennen uns (noch )?(nicht|anders)|anders kennenlernen
    |von einer anderen seite|andere seite
(gut|genau|zweimal|zwei mal) uberlegen|uberlegen sie (es )?(sich )?(gut|genau)|(viel|einiges|mehr) zu verlieren
hande in den schoss|nicht auf sich beruhen|auf sich beruhen|nicht so stehen lassen|dabei bleibt es nicht
    |so nicht (bleiben|weitergehen)|nicht das letzte wort|das letzte wort
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
geben (wir )?(ihnen|ihnen noch) _ (stunden|bis (morgen|freitag|montag|mittag))|(vierundzwanzig|achtundvierzig
    |zweiundsiebzig|24|48|72) stunden & geben|haben sie
liefer(zeiten|fristen) & verlanger*|langer & konnten|ihnen|sie|durften
(sie )?(waren|wurden) (sich )?(uberrascht|wundern|staunen)
(geschaftsfuhrer*|geschaftsleitung|vorstand|chef|inhaber*) ~ (personlich|ihren (fall|vorgang)|ihrem fall
    |auf dem (tisch|schreibtisch)) !! gerne?|hilf*|sprech*|freut
andere[nr]? kunden ~ (freuen|dankbar|froh|warten|gern)
(vermieter*|steuerberater*|eigentumer*|verpachter*) ~ (interess*|erfahr*|wissen)
(schlechte[nr]?|falsche[nr]?) eindruck|in erinnerung (bleiben|behalten)|eine szene|einen skandal
(ist|wird|muss) (jetzt |nun |dann |bald )*schluss|schluss damit|es reicht|jetzt reicht|wagen sie (es )?(nicht
    |ja nicht)
grunde[nr]? ~ (weiter zu|weiterhin|beliefern)
sie haben unterschrieben
"""
