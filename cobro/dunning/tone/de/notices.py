"""Counting, warning, demanding, and speaking of the law, in German."""

from __future__ import annotations

COUNTS = """
<ordinal> (und letzte[nrms]? )?(<notice>)
zum (zweiten|dritten|vierten|funften|sechsten|wiederholten|x-?ten) ?mal*
zum wiederholten male
(<many>) (unserer |unseren |unsere |von |unbeantwortete[nr]? |bisherige[nr]? )*(<notice>) !! anbei|anhang|angehangt
(mehrfach|mehrmals|wiederholt|vielfach|zweimal|dreimal|viermal|funfmal|mehrmalig|immer wieder|zigmal|oftmals
    |bereits einmal|ein weiteres mal|schon ofter|etliche male|so oft|haufig genug|wie oft|ein ums andere mal
    |nochmals|erneut|abermals|noch einmal|wieder einmal|schon wieder) ~ (<write>|angesprochen|aufmerksam|versucht
    |gebeten|hinzuweisen|zu erinnern|zuruck)
(<write>|bitten|mussen) ~ (mehrfach|mehrmals|wiederholt|vielfach|zweimal|dreimal|viermal|immer wieder|nochmals
    |erneut|abermals|noch einmal|wieder einmal|schon wieder) !! anrufen
(bisherige[nr]?|vorherige[nr]?|fruhere[nr]?|vorangegangene[nr]?|letzten|vorigen|ersten
    |unbeantwortete[nr]?) (beiden |drei |vier |zwei )?(<notice>)
(trotz|ungeachtet|nach) (unserer |unseres |unseren |aller |mehrfacher |mehrmaliger |wiederholter |zahlreicher |der |
    bereits |freundlicher )*(<notice>)
(<notice>) (nr,?|nummer|no,?) ?\\d+
(mahnstufe|mahnung) \\d
\\d{1,2} (<notice>)
wir (haben|hatten) (sie |ihnen )?(bereits|schon|nun|inzwischen|jetzt) (<write>|mehr*|einmal|am|im)
(bereits|schon) (mehr* |ein* |zwei* |drei* )?(erinnert|gemahnt|geschrieben|angeschrieben|gebeten|hingewiesen
    |angemahnt|aufgefordert|kontaktiert)
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

WARNINGS = """
(letzte[nrms]?|allerletzte[nrms]?|endgultige[nrms]?|finale[nrms]?) (<notice>|chance|frist|gelegenheit|moglichkeit
    |warnung|aufschub|angebot|versuch|mal|wort)
letztmalig*|zum letzten mal|ein letztes mal|letztmals|ultimatum|ultimativ*|abmahn*
warn(en|ung|ungen|e|t|ten)|gewarnt|vorgewarnt|verwarnung|seien sie gewarnt|lassen sie sich gesagt sein
mahnung(en)?|mahnschreiben|mahnen|gemahnt|anmahn*|angemahnt|mahnverfahren|mahnstufe|mahngebuhr*|mahnkosten
warnschuss|weckruf|denkzettel|ermahn*|verwarn*
(nicht mehr|kein weiteres mal|nicht noch einmal|keine weitere) (schreiben|erinnern|anrufen|mahnen|melden|bitten
    |erinnerung|mahnung|nachricht)|keine weitere[nrms]? (<notice>)
"""

DEMANDS = """
zahlungsaufforderung*|(fordern|fordere|forderten) _ (sie|auf) ~ (auf|zur|zu)|fordern (wir )?(sie|von ihnen)
    |(fordern|verlangen|bestehen) ~ (zahlung|auf|unverzuglich*|sofort*|ausgleich|begleichung)
in verzug (setzen|gesetzt)|inverzugsetzung|aufgefordert
wir (fordern|verlangen|bestehen|erwarten unverzuglich|erwarten umgehend|erwarten die sofortige)
"""

LAW = """
anwalt*|anwalte*|rechtsanwalt*|rechtsanwalt*|(amts|land|arbeits|mahn)?gericht(e|s|en|lich|liche|lichen|licher
    |liches)?|gerichtsvollzieher*|richter*|klage*|klagen|verklag*|einklag*|eingeklagt
rechtlich*|rechtsweg*|rechtsabteilung|rechtsbeistand|rechtsstreit|rechtsmittel|juristisch*|justiz|prozessieren
    |prozesskosten|prozess (fuhren|machen|anstrengen)|zum prozess|mahnbescheid*|vollstreck*|zwangsvollstreck*
    |pfand(en|et|ung|ungen|ungs*)|titulier*|titel erwirken|vollstreckungstitel
gesetz(lich|liche|lichen|licher)? (schritte*|massnahme*|mittel*|weg*|moglichkeit*)|das gesetz|kraft gesetzes
    |nach dem gesetz|polizei|strafanzeige|anzeige (erstatten|zu erstatten)|strafrecht*|betrugsanzeige
    |insolvenzantrag*|gerichtskosten|rechtskosten|schiedsgericht*|mahnverfahren
klagen wir|verklagt|rechtliche
"""
