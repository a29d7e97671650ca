"""What every change of the ledger is handed: the transaction, the rules, the moment and the person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from sqlalchemy.orm import Session

from cobro.dunning.calendar import Calendar
from cobro.dunning.contact import Channel
from cobro.dunning.parties import Creditor, Customer
from cobro.dunning.policy import Policy
from cobro.ledger.tables import Episode


class Rules(Protocol):
    """Where the ledger finds rules: calendars, anew for each decision, and policies that it has never used."""

    def policy(self, name: str) -> Policy:
        """The policy in the file of that name."""
        ...

    def calendar(self, customer: Customer, creditor: Creditor | None, *, around: dt.date, key: int) -> Calendar:
        """The customer's calendar for the years around a day; `key` spreads customers over the first hour.

        `creditor` may be left out where its file sets neither hours nor closings.
        """
        ...

    def home(self, creditor: Creditor, *, around: dt.date) -> Calendar:
        """The working days of the creditor's own people, for the years around a day."""
        ...


@dataclass(frozen=True, slots=True)
class Speaks:
    """What letters are written with, and which of the ways out reach people."""

    edition: Callable[[str], str | None] = lambda language: ""
    """The digest of all letters in a language; None where there are none."""
    real: frozenset[Channel] = frozenset()
    """The ways that lead to a provider, and not into a file."""


_TO_NOBODY = Speaks()


@dataclass(frozen=True, slots=True)
class Work:
    """One writing transaction. `now` is the one moment of everything it stamps; `who` is a login, never a name."""

    session: Session
    rules: Rules
    now: dt.datetime
    who: str
    awake: Episode | None = None
    """Episode whose workflow asks, and gets its next move as the answer: it needs no wake-up."""
    speaks: Speaks = _TO_NOBODY
    links: dict[int, tuple[int, str]] = field(default_factory=dict)
    """For each invoice, number and hash of the last link that this transaction added to its chain of evidence."""

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """A part of the transaction that an exception undoes alone."""
        try:
            with self.session.begin_nested():
                yield
        except BaseException:
            self.links.clear()
            raise
