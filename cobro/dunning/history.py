"""How a customer has paid, as far as the ledger can tell: what segments are judged by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from cobro.dunning.money import Money


@dataclass(frozen=True, slots=True)
class Paid:
    """An invoice that was paid in full: when it was due, and the bank's day of the payment that completed it."""

    due: dt.date
    paid_on: dt.date

    @property
    def days_late(self) -> int:
        """Calendar days after the due date; below 0 for who paid before it."""
        return (self.paid_on - self.due).days


class History(Protocol):
    """What is known of a customer. A ledger may read each part when it is asked for."""

    @property
    def paid(self) -> Sequence[Paid]:
        """The invoices that were paid, the one that was due last first; of the older ones, none."""
        ...

    @property
    def overdue(self) -> Mapping[str, Money]:
        """By currency, what the customer owes that has fallen due, of all open cases together."""
        ...


@dataclass(frozen=True, slots=True)
class Known:
    """A history that is known already."""

    paid: Sequence[Paid] = ()
    overdue: Mapping[str, Money] = field(default_factory=dict)
