"""The book that the senders talk about: invented customers and invoices, in a ledger of their own."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from cobro.dunning.parties import Book, Customer, CustomerKind, Invoice
from cobro.intake.creditor_yaml import read_creditor
from cobro.ledger.ledger import Ledger
from cobro.settings import ROOT

CREDITOR = read_creditor(ROOT / "examples" / "creditor.yaml")
_WHO = "bench"
_FAR = dt.timedelta(days=20)
"""Nothing falls due while it is measured: every case waits for its first timer."""


@dataclass(frozen=True, slots=True)
class Owing:
    """An invoice as its sender knows it; amounts in cents."""

    number: str
    customer: str
    cents: int


def invent(count: int, rng: random.Random) -> list[Owing]:
    """Invoices of customers who have one to three each."""
    owing: list[Owing] = []
    while len(owing) < count:
        customer = f"K-{len(owing):05}"
        for _ in range(min(rng.choice((1, 1, 2, 3)), count - len(owing))):
            owing.append(Owing(f"F-{len(owing):05}", customer, rng.randint(2_000, 200_000)))
    return owing


def register(ledger: Ledger, owing: Sequence[Owing], now: dt.datetime) -> None:
    """Write creditor, customers and invoices into the ledger, as an import does."""
    refs = dict.fromkeys(one.customer for one in owing)
    book = Book(
        creditor=CREDITOR.id,
        customers=tuple(Customer.model_validate(particulars(ref)) for ref in refs),
        invoices=tuple(_invoice(one, now.date()) for one in owing),
    )
    ledger.register_creditor(CREDITOR, now, who=_WHO)
    ledger.register_book(book, now, who=_WHO)


def particulars(ref: str) -> dict[str, str]:
    """A customer as billing describes one."""
    return {
        "ref": ref,
        "name": "Librería Norte, S.L.",
        "kind": CustomerKind.COMPANY.value,
        "email": f"pagos@{ref.lower()}.example",
        "phone": "+34910000001",
        "address": "Calle Mayor 1, 28013 Madrid",
        "country": "ES",
        "region": "MD",
        "zone": "Europe/Madrid",
        "language": "es",
    }


def due_on(today: dt.date) -> dt.date:
    """When every invoice falls due."""
    return today + _FAR


def euros(cents: int) -> str:
    """An amount as senders write it."""
    return f"{cents // 100}.{cents % 100:02}"


def _invoice(one: Owing, today: dt.date) -> Invoice:
    return Invoice(
        number=one.number,
        customer=one.customer,
        issued=today - dt.timedelta(days=10),
        due=due_on(today),
        amount=Decimal(euros(one.cents)),
        currency="EUR",
        reference=one.number,
    )
