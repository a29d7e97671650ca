"""What a text message that somebody wrote means: a wish to be left alone by text, or words for a person to read."""

from __future__ import annotations

import unicodedata

from sqlalchemy.orm import Session

from cobro.dunning.event import MessageReceived, Wish
from cobro.gateway import look_ups
from cobro.gateway.plain_text import plain
from cobro.gateway.twilio_requests import FromTwilio
from cobro.ledger.receiving import Arrival

_STOP = frozenset(("stop", "stopall", "unsubscribe", "cancel", "end", "quit", "baja"))
_START = frozenset(("start", "alta"))  # "yes" is how people answer a reminder
_LONGEST = 1_600


def arrivals_of(session: Session, came: FromTwilio, creditor: str) -> list[Arrival]:
    """One message for each creditor whom it concerns.

    A wish concerns every creditor who has a customer with this number. Anything else is for the creditor who wrote to
    this number last, else for `creditor`, whose address it came to.
    """
    sender = came.fields.get("From", "").removeprefix("whatsapp:").strip()
    text = plain(came.fields.get("Body", ""), _LONGEST)
    wish = wish_of(text)
    if wish is None:
        wanted = [look_ups.last_texted_by(session, sender) or creditor]
    else:
        wanted = list(look_ups.creditors_of_number(session, sender)) or [creditor]
    private = {"from": plain(sender, 100), "to": plain(came.fields.get("To", ""), 100), "text": text}
    return [
        Arrival(
            MessageReceived(id=f"twilio/{came.message}", creditor=each, channel="sms", wish=wish),
            came.received,
            private=private,
            note=text or "(no text)",
            who="twilio",
            source="twilio",
        )
        for each in wanted
    ]


def wish_of(text: str) -> Wish | None:
    """What a message of a single word asks for, however it is written."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if c.isalnum() or c.isspace()).split()
    if len(bare) != 1:
        return None
    return Wish.STOP if bare[0] in _STOP else Wish.START if bare[0] in _START else None
