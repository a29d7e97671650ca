"""Labelled files read: the books of both creditors, and movements with what is true of them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from cobro.bank.matching.book import Book, Expected, KnownInvoice
from cobro.bank.movement import Movement
from cobro.dunning.money import Money

FOLDER = Path(__file__).parent
FILES = ("by_hand", "written", "held_out")
_BOOKED = "2026-03-12"


@dataclass(frozen=True)
class Labelled:
    """A movement, and the truth about it."""

    creditor: str
    movement: Movement
    to: Mapping[str, Money]
    """Which invoices truly get how much; empty where it is nobody's money."""
    auto: bool
    """Whether it may be applied without asking anybody, or only be proposed."""
    kind: str

    def __str__(self) -> str:
        said = (self.movement.text, self.movement.references, self.movement.end_to_end, self.movement.payer_name)
        return f"{self.creditor} {self.movement.amount} {said} ({self.kind})"


Content = Mapping[str, Any]
"""What a labelled file holds."""


def content_of(name: str) -> Content:
    """What the file of this name holds."""
    content: Content = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return content


def books(content: Content) -> dict[str, Book]:
    """The books, by creditor."""
    return {creditor: _book(data) for creditor, data in content["books"].items()}


def labelled(content: Content) -> Iterator[Labelled]:
    """The movements, in the order of the file."""
    for row in content["movements"]:
        currency = row.get("currency", "EUR")
        yield Labelled(
            row["c"],
            _movement(row, currency),
            {number: _money(amount, currency) for number, amount in row["to"].items()},
            row["auto"],
            row.get("kind", row.get("note", "")),
        )


def _money(amount: str, currency: str = "EUR") -> Money:
    return Money(Decimal(amount), currency)


def _book(data: Mapping[str, Any]) -> Book:
    return Book(
        tuple(_invoice(row, data["customers"]) for row in data["invoices"]),
        {iban: frozenset(customers) for iban, customers in data["accounts"].items()},
        tuple(
            Expected(customer, tuple(numbers), _money(amount), dt.date.fromisoformat(day))
            for customer, numbers, amount, day in data["expected"]
        ),
    )


def _invoice(row: list[Any], names: Mapping[str, str]) -> KnownInvoice:
    number, customer, issued, due, amount, *more = row
    currency, reference = (*more, "EUR", "")[:2] if len(more) != 1 else (more[0], "")
    return KnownInvoice(
        number=number,
        customer=customer,
        name=names[str(customer)],
        issued=dt.date.fromisoformat(issued),
        due=dt.date.fromisoformat(due),
        open=_money(amount, currency),
        reference=reference,
    )


def _movement(row: Mapping[str, Any], currency: str) -> Movement:
    booked = dt.date.fromisoformat(row.get("booked", _BOOKED))
    return Movement(
        booked=booked,
        value=booked,
        amount=_money(row["a"], currency),
        credit=row.get("credit", True),
        reversal=row.get("reversal", False),
        is_fee=row.get("fee", False),
        end_to_end=row.get("end_to_end", ""),
        references=tuple(row.get("references", ())),
        text=row.get("text", ""),
        payer_name=row.get("name", ""),
        payer_iban=row.get("iban", ""),
        instructed=_money(row["instructed"], currency) if "instructed" in row else None,
    )
