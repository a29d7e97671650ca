"""What a letter has to say: everything the renderer needs, decided before a word is written."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from cobro.dunning.event import PaymentForm
from cobro.dunning.money import Money, totals


class Unwritable(Exception):
    """A letter cannot be written as it should be. The message is one line and names no customer."""


@dataclass(frozen=True, slots=True)
class Party:
    """A side of the debt, as it is named in a letter."""

    name: str
    address: str
    email: str | None = None
    phone: str | None = None
    tax_id: str | None = None
    contact: str | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    """The named person at the creditor who answers for the letter (R57)."""

    name: str
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class Line:
    """One invoice in a letter. `asked` is what this letter asks for: open, less what is disputed or promised.

    `iban` is the account to pay it into. `by_transfer` says that all of `asked` is uncontested and meant to be paid by
    bank transfer now, so that a code which a banking app pays from may be printed.
    """

    number: str
    issued: dt.date
    due: dt.date
    total: Money
    asked: Money
    reference: str
    step: str
    iban: str = field(kw_only=True)
    by_transfer: bool = field(default=False, kw_only=True)
    returned: dt.date | None = field(default=None, kw_only=True)
    """The day on which the bank took a payment of it back, if no letter has said so yet."""
    promised: dt.date | None = field(default=None, kw_only=True)
    """The day that it was promised for, where the letter as a whole is about something else."""


class NotAsked(StrEnum):
    """Why an open invoice is shown and not asked for."""

    DISPUTED = "disputed"
    PROMISED = "promised"
    PLANNED = "planned"
    """It is part of an agreed payment plan."""
    HELD = "held"
    NOT_DUE = "not_due"


@dataclass(frozen=True, slots=True)
class Noted:
    """An open sum that a letter shows and does not ask for: never in a total."""

    number: str
    due: dt.date
    open: Money
    why: NotAsked


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of an invoice that goes with the letter: the file as it came."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Part:
    """One payment that was agreed."""

    day: dt.date
    money: Money


@dataclass(frozen=True, slots=True)
class Agreed:
    """What a letter confirms: the payments of a promise or a plan, in one currency."""

    parts: tuple[Part, ...]
    form: PaymentForm | None = None

    @property
    def total(self) -> Money:
        return totals(part.money for part in self.parts)[0]


@dataclass(frozen=True, slots=True)
class Letter:
    """One message to one customer about one or more of their invoices.

    Dates are days in the customer's own time zone. `terms` is the creditor's sentence on the consequences of delay;
    `known_up_to` the day up to which payments are taken into account; `logo` the creditor's picture, a path. Answers go
    to `reply_to`, else to the signer.
    """

    contact: str
    name: str
    language: str
    creditor: Party
    customer: Party
    signer: Signer
    terms: str
    today: dt.date
    follow_up: dt.date
    written_at: dt.datetime
    lines: tuple[Line, ...]
    promised_for: dt.date | None = None
    reply_to: str | None = None
    owed: bool = False
    """It is owed to the customer and asks for nothing: of the seven items of R58 it has the parties, the signer and
    the invoices, and besides what was agreed."""
    agreed: Agreed | None = None
    known_up_to: dt.date = field(kw_only=True)
    logo: str | None = field(default=None, kw_only=True)
    noted: tuple[Noted, ...] = field(default=(), kw_only=True)
    """What else is open, and not asked for."""
    copies: tuple[Copy, ...] = field(default=(), kw_only=True)
    concerned: tuple[str, ...] = field(default=(), kw_only=True)
    """Numbers of the invoices at the letter's own level, whose consequences it names; none: all of them are."""
    answer_by: dt.date | None = field(default=None, kw_only=True)
    """For a formal notice: the day up to which an answer or a payment is awaited."""

    @property
    def before_due(self) -> bool:
        """Whether nothing in it has fallen due: a word in advance (R21), which asks for nothing."""
        return bool(self.lines) and not self.owed and all(line.due >= self.today for line in self.lines)

    @property
    def shows_terms(self) -> bool:
        """Whether it shows that something was promised or planned, although that is not what it is about."""
        agreed = any(each.why in (NotAsked.PROMISED, NotAsked.PLANNED) for each in self.noted)
        return agreed or any(line.promised for line in self.lines)

    @property
    def totals(self) -> tuple[Money, ...]:
        """What is asked for, one total per currency."""
        return totals(line.asked for line in self.lines)

    @property
    def oldest(self) -> Line:
        """The line that fell due first."""
        return min(self.lines, key=lambda line: (line.due, line.number))
