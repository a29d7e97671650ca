"""What reaches a customer: its class, its channel, its state, and what a provider may answer."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class ContactClass(StrEnum):
    """Which limits apply to a contact."""

    DUNNING = "dunning"
    """Inside the hours and the budget; at most one a customer a day."""
    OWED = "owed"
    """Inside the hours, not counted, asks for nothing."""
    FORMAL = "formal"
    """Approved by a named person; alone, never put off by the budget."""


class Channel(StrEnum):
    """The ways out."""

    EMAIL = "email"
    SMS = "sms"
    CALL = "call"


class ContactState(StrEnum):
    """Where a contact stands. `sending` is left once; `unknown` only when the provider tells."""

    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    """The provider may or may not have acted: never sent again, never guessed."""
    RELEASED = "released"
    """The provider certainly did not act; the step may be tried again."""
    UNDELIVERABLE = "undeliverable"
    """The provider refused the address for good; a person repairs it."""
    WITHDRAWN = "withdrawn"
    """A call that was taken off the desk before anybody was called."""


COUNTED = (ContactState.SENDING, ContactState.SENT, ContactState.UNKNOWN)
"""States in which a contact has used up the customer's day and its step."""


class Came(StrEnum):
    """What came of a case's turn to contact its customer, before any report of the provider."""

    SENT = "sent"
    MERGED = "merged"
    """Another case's contact carried the step."""
    DEFERRED = "deferred"
    """The budget, the hours, or a provider that certainly did not act: the same step comes again."""
    SKIPPED = "skipped"
    """It was paid, or is silent: nothing leaves."""
    UNDELIVERABLE = "undeliverable"
    """No address, or one that the provider refused for good: a person has it."""
    UNKNOWN = "unknown"


_CAME = {
    ContactState.UNKNOWN: Came.UNKNOWN,
    ContactState.RELEASED: Came.DEFERRED,
    ContactState.UNDELIVERABLE: Came.UNDELIVERABLE,
    ContactState.WITHDRAWN: Came.SKIPPED,
}


def came_of(contact: str, state: ContactState, *, own: bool) -> str:
    """What came of a turn, in words: the outcome, and how the contact's id begins. `own`: the case's own turn claimed
    the contact."""
    came = _CAME.get(state, Came.SENT if own else Came.MERGED)
    return f"{came.value} {reference(contact)}"


class Refusal(StrEnum):
    """Why a provider refused a message, in the four classes that need different answers."""

    ADDRESS = "address"
    """It will never reach this address."""
    OPTED_OUT = "opted_out"
    """The person asked this channel to stop."""
    TRANSIENT = "transient"
    """Try again later."""
    CONFIGURATION = "configuration"
    """Our key, sender or account: a person at the creditor has to mend it."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The provider took the message."""

    provider_id: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The provider certainly did not act. `detail` is a code or status, never an address."""

    refusal: Refusal
    detail: str
    retry_after: dt.timedelta | None = None


@dataclass(frozen=True, slots=True)
class Unclear:
    """The provider may have acted: a timeout, a dropped line, a 5xx. `detail` carries no address."""

    detail: str


@dataclass(frozen=True, slots=True)
class NotActed:
    """A look-up proved that the provider never took the message: it may be sent."""


Outcome = Accepted | Refused | Unclear
"""What came of handing a message to a provider."""

Evidence = Accepted | NotActed | Unclear
"""What a look-up after a crash found out. `Unclear` where the provider has no way to know."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message as it was stored before it left: the bytes are sent as they are.

    `content` is a whole RFC 5322 message for e-mail, and UTF-8 text for SMS. `contact` is the ledger's own id, which
    the provider gets as its reference.
    """

    contact: str
    channel: Channel
    to: str
    content: bytes
    claimed_at: dt.datetime


def reference(contact: str) -> str:
    """What a text message prints of a contact's id, `(ref XXXXXXXX)`, so that a look-up can find it at the provider."""
    return contact[:8].upper()
