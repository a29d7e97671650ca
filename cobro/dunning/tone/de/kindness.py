"""What looks like a fault and is none, and what a good letter says, in German."""

from __future__ import annotations

FINE = """
(gesetzliche[nrms]?) (zinsen|zinssatz|verzugszinsen|feiertage?n?|mehrwertsteuer|umsatzsteuer|regelung*|hohe
    |verzugszins|frist*|basiszinssatz|pausch*|zahlungsfrist*|ruhezeit*)
verzugszinsen in gesetzlicher hohe
(keine|nicht als|statt einer|kein) (mahnung|warnung|drohung|vorwurf|mahnschreiben|aufforderung)
zweite[nrms]? (rechnung(en)?|rate|teilzahlung|halfte|lieferung|teil|quartal|woche|stock|position|halbjahr|seite
    |rechnungskopie|abschlag|abschlagsrechnung)
(dank*|bedank*) _ geduld
geduld (danken|bedanken)
(betrachten|sehen) sie _ (als gegenstandslos)
gegenstandslos
(rechtsform|rechtlich selbstandig*|rechtzeitig*)
warn(dreieck*|weste*|schild*|leuchte*|hinweis* auf|blinkanlage|system*|technik|schilder)
letzte[nrms]? (montag|dienstag|mittwoch|donnerstag|freitag|woche|monat|jahr|quartal|lieferung|rechnung|bestellung
    |gesprach|telefonat|tage?n?)
(urteilen|beurteilen) sie selbst
gericht(e)? (aus|vom|der kuche|auf der)|(mittags|tages|fisch|haupt|fertig)gericht(e|en)?
unverbindlich*
einsatz fur
im zweifel|ohne zweifel|zweifellos|zweifelsfrei
"""

HARM = """
(erschwer*|schwer*|belast*|beeintracht*|behinder*|kostet uns|fehlt uns|bindet|schwierig*|probleme*|engpass*
    |trifft uns) & uns|unser*
"""

HELP = """
hilf*|helfen|helfe|behilflich|unterstutz*|losung*|gern|gerne|zur verfugung|klaren|besprechen|vereinbaren|nachgehen
    |kummern|ansprechen|fragen|zusammen|gemeinsam
"""

REMINDER = """
erinner*|zahlungserinnerung*
"""
