"""What a movement is held against: the invoices of one creditor, known accounts, sums that are expected."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from cobro.dunning.money import Money


@dataclass(frozen=True, slots=True)
class KnownInvoice:
    """An invoice as the ledger knows it. One that is settled has nothing open, and still is recognised when named."""

    number: str
    customer: int
    """The ledger's key of the customer."""
    name: str
    """The customer's name."""
    issued: dt.date
    due: dt.date
    open: Money
    reference: str = ""
    """The payment reference printed on it, where it is not the number."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A sum that a customer said would come: a promise, or an instalment of a plan."""

    customer: int
    invoices: tuple[str, ...]
    """Numbers of the invoices it is for."""
    amount: Money
    day: dt.date


@dataclass(frozen=True, slots=True)
class Tolerance:
    """What may be missing for bank charges: the smaller of a fixed amount (in any currency) and a percentage."""

    most: Decimal = Decimal(5)
    percentage: Decimal = Decimal("0.5")

    def covers(self, missing: Money, of: Money) -> bool:
        """Whether so little is missing of a sum that charges on the way explain it."""
        return Decimal(0) < missing.amount <= min(self.most, of.amount * self.percentage / 100)


@dataclass(frozen=True, slots=True)
class Book:
    """All that is known of one creditor when movements on one of its accounts are judged.

    `accounts` says, for the IBAN of an account (without spaces), from which customers money has come. Invoices of
    cases that ended with something open belong here too: money for them is always taken.

    Raises:
        ValueError: two invoices have one number.
    """

    invoices: tuple[KnownInvoice, ...]
    accounts: Mapping[str, frozenset[int]] = field(default_factory=dict)
    expected: tuple[Expected, ...] = ()
    tolerance: Tolerance = Tolerance()

    def __post_init__(self) -> None:
        seen: set[str] = set()
        for invoice in self.invoices:
            if invoice.number in seen:
                raise ValueError(f"invoice {invoice.number} is in the book twice")
            seen.add(invoice.number)
