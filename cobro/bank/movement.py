"""What a bank's file says, whatever its format: accounts, and the movements on them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from cobro.dunning.money import Money


class FileKind(StrEnum):
    """The formats that are read."""

    NORMA43 = "norma43"
    CAMT053 = "camt.053"
    """End of day: the account's movements of whole days."""
    CAMT054 = "camt.054"
    """Single bookings as they happen, without balances."""
    CAMT052 = "camt.052"
    """The day so far."""
    MT940 = "mt940"


@dataclass(frozen=True, slots=True)
class Movement:
    """One movement on an account. One entry of a file that holds several transactions is several movements.

    `amount` is positive, in the account's currency; `credit` says in which direction it went. Text fields are as the
    bank gave them, trimmed; what the file does not say is empty.
    """

    booked: dt.date
    value: dt.date
    """Day from which the money counts; it is the day on which it was available to the creditor."""
    amount: Money
    credit: bool
    """Whether the account got the money."""
    reversal: bool = False
    """Whether the bank says that it undoes an earlier movement: a returned debit, a correction."""
    is_fee: bool = False
    """Whether it is the bank's own charge (or interest, or tax), and no customer's money."""
    concept: str = ""
    """The bank's code for the kind of movement: `04` (N43), `PMNT/RCDT/ESCT` (camt), `NTRF` (MT940)."""
    bank_reference: str = ""
    """The bank's own number of the movement, the same in every file of this format that shows it."""
    end_to_end: str = ""
    """The reference that the payer gave to the payment."""
    references: tuple[str, ...] = ()
    """Structured creditor references (RF...), and numbers that the file keeps apart from the text."""
    text: str = ""
    """What the payer wrote, its lines joined by a space."""
    payer_name: str = ""
    payer_iban: str = ""
    instructed: Money | None = None
    """What the payer ordered, where the file says it and charges were taken off on the way."""
    line: str = ""
    """Where in the file it stands, for people: `line 12`, `entry 3`."""

    @property
    def signed_minor(self) -> int:
        """The movement in smallest units, negative where money left the account."""
        return self.amount.minor if self.credit else -self.amount.minor


@dataclass(frozen=True, slots=True)
class Statement:
    """One account in one file: its movements, and up to which day the file tells all of them.

    `known_up_to` is None where the file promises no whole days (camt.054, camt.052). Balances are in smallest units,
    negative where the account is overdrawn, and None where the file has none.
    """

    kind: FileKind
    version: str
    """Version of the format, as far as the file says it: `camt.053.001.08`."""
    account: str
    """IBAN of the account; one that a file gives in national form is written as an IBAN."""
    currency: str
    movements: tuple[Movement, ...]
    since: dt.date | None = None
    known_up_to: dt.date | None = None
    opening_minor: int | None = None
    closing_minor: int | None = None
