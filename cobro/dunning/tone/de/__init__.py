"""How German threatens, reproaches, counts and presses; and how it does not."""

from __future__ import annotations

from cobro.dunning.tone.de import kindness, notices, reproaches, threats
from cobro.dunning.tone.lexicon import Lexicon

_NAMES = {
    "notice": "(zahlungs)?(mahnung(en)?|erinnerung(en)?)|schreiben|briefe?n?|e-?mails?|mails?|nachrichten?|anrufe?n?"
    "|aufforderung(en)?|zahlungsaufforderung(en)?|hinweise?n?|mitteilung(en)?|anfragen?|versuche?n?|mahnschreiben"
    "|sms|kontaktversuche?n?|bitten?|anschreiben|erinnerungsschreiben|nachfragen?|telefonate?n?",
    "ordinal": "zweite[nrms]?|dritte[nrms]?|vierte[nrms]?|funfte[nrms]?|sechste[nrms]?|x-?te[nrms]?|zigste[nrms]?",
    "many": "zweier|dreier|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|mehrere[rnms]?|mehrfache[rnms]?"
    "|mehrmalige[rnms]?|viele[rnms]?|zahlreiche[rnms]?"
    "|wiederholte[rnms]?|verschiedene[rnms]?|unzahlige[rnms]?|etliche[rnms]?|diverse[rnms]?|all unsere[rnms]?"
    "|standige[rnms]?|wie viele",
    "write": "erinner*|gemahnt|mahn*|geschrieben|schreiben|gebeten|bitten|angeschrieben|aufgefordert|hingewiesen"
    "|kontaktiert"
    "|angerufen|angemahnt|anmahn*|hinweisen|nachgefragt|gewandt|wenden",
    "pay": "zahl*|bezahl*|ausgleich*|ausgeglichen|uberweis*|uberwiesen|begleich*|beglichen|eingeh*|eingang*"
    "|eingegangen|erhalt*"
    "|erhielten|melden|gemeldet|reagier*|antwort*|geldeingang",
    "relation": "(geschafts)?(beziehung|beziehungen|verbindung)|zusammenarbeit|vertrauen(sverhaltnis)?"
    "|partnerschaft|verhaltnis"
    "|kundenbeziehung|miteinander|geschaftsverhaltnis|kooperation",
    "others": "lieferanten?|kunden|banken?|hausbank|kollegen|partnern?|geschaftspartnern?|mitarbeiter(n)?"
    "|wettbewerber(n)?|konkurrenz|branche|dritte[nr]?"
    "|versicher(er|ung)|kreditversicherer|verband|kammer|auftraggeber(n)?|gesellschafter(n)?|vorgesetzten?|chef"
    "|nachbarn|unternehmen|innung"
    "|geschaftsleitung|geschaftsfuhrung|marktteilnehmer",
    "supply": "liefer(ung|ungen|n|stopp)|belieferung|belieferen|beliefern|leistung(en)?|dienst(e|leistungen?)?"
    "|auftrage?|bestellung(en)?|kredit(linie|rahmen)?|konto|kundenkonto"
    "|arbeiten|zugang|service|wartung|versand|ware|garantie|zahlungsziel|konditionen|vertrag",
    "deadline": "(bis|nach|ab|vor) (zum|dem|diesem|montag|dienstag|mittwoch|donnerstag|freitag|morgen|heute|ende"
    "|ablauf|\\d+,?)|binnen|innerhalb"
    "|frist|spatestens|danach|termin",
}

LEXICON = Lexicon.of(_NAMES, notices, threats, reproaches, kindness)
