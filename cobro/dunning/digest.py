"""What a creditor's people are told each working morning (R20, R24, R26), decided before a word is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from cobro.dunning.money import Money

SOON_DAYS = 3
"""So many calendar days ahead a date that runs out is told of."""

PROMISE, HOLD, NOTICE = "promise", "hold", "notice"
"""What runs out besides tasks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Whom and what a line is about. `owner` is nobody yet where nothing was written or called."""

    customer: str
    name: str
    invoices: tuple[str, ...]
    open: tuple[Money, ...] = ()
    """What is open on these invoices, a total for each currency."""
    owner: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FellDue(About):
    """An invoice whose due date has passed without payment since the last digest."""

    due: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned(About):
    """A call, or an offer of time, for today or this week. `task` is None where it is put on the desk that day."""

    day: dt.date
    offer: bool
    task: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdue(About):
    """A task that should have been done before today."""

    task: int
    kind: str
    goal: str
    due: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class RunsOut(About):
    """A date that runs out today or soon. `what` is a promise (from this day on it is judged, and the money has not
    come), a hold or a formal notice (the last day of it), or the kind of a task on the desk."""

    day: dt.date
    what: str
    task: int | None = None


@dataclass(frozen=True, slots=True)
class Waits:
    """Money of the bank that waits for somebody to say what it is for."""

    movement: int
    booked: dt.date
    amount: Money
    payer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotDelivered(About):
    """A message that did not arrive, or of which nobody knows whether it did."""

    channel: str
    unknown: bool


@dataclass(frozen=True, slots=True)
class Digest:
    """One creditor's morning. What happened is told of the days from `since` to the one before `day`; days are the
    creditor's own."""

    creditor: str
    company: str
    language: str
    day: dt.date
    since: dt.date
    fell_due: tuple[FellDue, ...] = ()
    planned: tuple[Planned, ...] = ()
    overdue: tuple[Overdue, ...] = ()
    runs_out: tuple[RunsOut, ...] = ()
    waits: tuple[Waits, ...] = ()
    kept: int = 0
    """Reports that nobody could place yet."""
    undelivered: tuple[NotDelivered, ...] = ()
    left: Mapping[str, int] | None = None
    """What left, by channel; calls are those that were logged."""

    @property
    def name(self) -> str:
        """Its name among the templates."""
        return "_digest"

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        told = (self.fell_due, self.planned, self.overdue, self.runs_out, self.waits, self.undelivered)
        return not any(told) and not self.kept and not any((self.left or {}).values())

    def of(self, owner: str) -> Digest:
        """What concerns one person."""
        return replace(
            self,
            fell_due=tuple(each for each in self.fell_due if each.owner == owner),
            planned=tuple(each for each in self.planned if each.owner == owner),
            overdue=tuple(each for each in self.overdue if each.owner == owner),
            runs_out=tuple(each for each in self.runs_out if each.owner == owner),
            waits=(),
            kept=0,
            undelivered=tuple(each for each in self.undelivered if each.owner == owner),
            left=None,
        )
