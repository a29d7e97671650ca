"""What the rules need to know about one case, read from the ledger at one moment."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from cobro.dunning.contact import Channel
from cobro.dunning.formal import Notice
from cobro.dunning.money import Money
from cobro.dunning.move import Ending
from cobro.dunning.owed import Owed
from cobro.dunning.parties import CustomerKind, PaymentMethod


@dataclass(frozen=True, slots=True)
class Done:
    """A step that was carried out, and the customer's local day of it."""

    step: str
    day: dt.date
    place: int | None = None
    """For a step done under another ladder than the present one: how many of the present rungs it covers."""


@dataclass(frozen=True, slots=True)
class Promise:
    """The newest promise that touches the case. It silences until it is kept, or was given time to be kept."""

    id: int
    pay_by: dt.date
    kept: bool
    reminded: dt.date | None = None
    """Local day on which its breach was brought to mind, if it was."""
    missing: Money | None = None
    """What of it has not come, as far as it is still open."""


class Contacted(NamedTuple):
    """A customer's local day on which it was contacted, and how: `e-mail`, `call`, `spoke`."""

    day: dt.date
    how: str


class Awaited(StrEnum):
    """What a case may wait for a person to do. The values name the kinds of task on the desk."""

    DISPUTE = "dispute"
    REPAIR = "repair"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Person:
    """An open task that the case waits for, and when it is called to mind."""

    awaited: Awaited
    due: dt.date


@dataclass(frozen=True, slots=True)
class Calls:
    """The telephone side of the case: outcomes since the last call step, and the task if one is open."""

    spoken: bool = False
    unanswered: int = 0
    """Different days on which nobody was reached."""
    open_until: dt.date | None = None
    """Due day of the open call task."""
    spoken_on: dt.date | None = None
    """Local day of the latest conversation, which may be days after the call was put on the desk."""

    @property
    def unreached(self) -> bool:
        """The call was given up: tried on as many days as the policy asks, and nobody was spoken to (R29)."""
        return self.unanswered > 0 and not self.spoken and self.open_until is None


@dataclass(frozen=True, slots=True)
class Facts:
    """One case at one moment. Money is what is left net of payments and credit notes.

    `done` lists the ladder's steps of all episodes, oldest first: a new episode goes on where the last one left.
    `resumed` is the day on which the present episode began, if it is not the first.
    """

    due: dt.date
    open: Money
    disputed: Money
    done: tuple[Done, ...] = ()
    last_contact: dt.date | None = None
    resumed: dt.date | None = None
    retry_at: dt.datetime | None = None
    contacted: tuple[Contacted, ...] = ()
    """When and how the customer was contacted lately, for whatever invoice: the budget is the customer's."""
    stopped: bool = False
    """The creditor or the customer was stopped: nobody is contacted until somebody says go."""
    hold_until: dt.date | None = None
    reply_until: dt.date | None = None
    """A reply of the customer is open; up to this day, and not on it, it silences all the customer's cases."""
    unmatched_until: dt.date | None = None
    """Money of the customer came and nobody knows yet what it pays; up to this day, and not on it, it silences."""
    bank_told_up_to: dt.date | None = None
    """For an invoice that is paid by transfer: the last day that the bank has told of its account. None where no bank
    files are taken in."""
    promise: Promise | None = None
    owed: tuple[Owed, ...] = ()
    """What is to be said in writing and has not been."""
    notice: Notice | None = None
    """The formal notice that was approved last: it waits to leave, or its clock has begun."""
    people: tuple[Person, ...] = ()
    calls: Calls = field(default_factory=Calls)
    in_touch: bool = False
    handoff: Ending | None = None
    """Where a person decided to hand the case."""
    ending: Ending | None = None
    issued: dt.date | None = None
    kind: CustomerKind | None = None
    country: str | None = None
    ways: frozenset[Channel] = frozenset(Channel)
    """The channels by which the customer can be reached: there is an address, and it is not stopped."""
    broken_promises: int = 0
    """Reminders of broken promises that left, besides the steps in `done`."""
    method: PaymentMethod | None = None
    returned_on: dt.date | None = None
    """The bank's day of the payment that it took back last, where the case is paid by debit."""
    forewarned: bool = False
    """The word before the due date has left."""
    segment: str | None = None
    """The policy's segment that the case belongs to, by rule or by an exception; `segment_why` says why, in words."""
    segment_why: str = ""
    excepted: str | None = None
    """The segment (or `none`) that a person decided against the rule, up to and including `excepted_until` (R52)."""
    excepted_until: dt.date | None = None
    paused_until: dt.date | None = None
    """The last day of an exception by which the customer is left in peace."""
    not_before: dt.date | None = None
    """The day that the next step had when the policy changed, where the new one would bring it forward to that day."""

    @property
    def terms(self) -> int:
        """Calendar days from the issue of the invoice to its due date."""
        return (self.due - self.issued).days if self.issued else 0

    @property
    def demandable(self) -> Money:
        """What may be asked for now: open and not disputed."""
        return self.open - min(self.disputed, self.open)

    @property
    def repair(self) -> Person | None:
        """Who mends what keeps the customer from being reached."""
        return min((p for p in self.people if p.awaited is Awaited.REPAIR), key=lambda p: p.due, default=None)

    @property
    def person(self) -> Person | None:
        """Whom the whole case waits for; a dispute of a part does not stop the rest."""
        whole = not self.demandable
        blocking = [p for p in self.people if p.awaited is not Awaited.DISPUTE or whole]
        return min(blocking, key=lambda p: p.due, default=None)

    def has_done(self, step: str) -> bool:
        return any(done.step == step for done in self.done)
