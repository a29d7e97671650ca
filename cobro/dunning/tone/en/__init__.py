"""How English threatens, reproaches, counts and presses; and how it does not."""

from __future__ import annotations

from cobro.dunning.tone.en import kindness, notices, reproaches, threats
from cobro.dunning.tone.lexicon import Lexicon

_NAMES = {
    "notice": "reminders?|notices?|letters?|e-?mails?|messages?|calls?|requests?|attempts?|demands?|statements?"
    "|chasers?"
    "|communications?|notes?|texts?|warnings?|approach(es)?|correspondence|prompts?|follow-ups?",
    "ordinal": "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|umpteenth|nth|2nd|3rd|\\d+th",
    "many": "two|three|four|five|six|seven|eight|nine|ten|several|many|numerous|repeated|multiple|countless|various"
    "|successive|frequent|persistent|continued|all our|so many|a number of|a dozen",
    "write": "remind(ed|ing)?|writ(e|ing|ten)|wrote|ask(ed|ing)?|request(ed|ing)?|chas(e|ed|ing)|contact(ed|ing)?"
    "|warn(ed|ing)?|call(ed|ing)?|approach(ed)?|email(ed|ing)?",
    "pay": "pa(y|ys|id|ying|yment|yments)|settl(e|ed|ement|ing)|clear(ed|s)?|transfer(red)?|honou?r(ed)?|receiv(e|ed)",
    "we": "we|our company|our firm|i",
    "relation": "(business |working |trading |commercial )?(relationship|relations|partnership|cooperation"
    "|collaboration"
    "|trust|goodwill|association|dealings)",
    "others": "suppliers|customers|clients|banks?|colleagues|partners|employees|staff|competitors"
    "|trade associations?|lenders?"
    "|insurers?|third parties|people|industry|directors?|board|boss|bosses|head office|investors|shareholders|chamber"
    "|press|neighbou?rs|creditors|others",
    "supply": "deliver(y|ies|ing)|supply|supplies|supplying|orders?|services?|account|accounts|credit|shipments?|work"
    "|shipping|support|access|lines?|terms|warranty",
}

LEXICON = Lexicon.of(_NAMES, notices, threats, reproaches, kindness)
