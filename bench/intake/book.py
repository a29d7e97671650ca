"""The book that the senders talk about: invented customers and invoices, in a ledger of their own."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from cobro.dunning.contact import Channel
from cobro.dunning.parties import Book, Customer, CustomerKind, Invoice
from cobro.intake.creditor_yaml import read_creditor
from cobro.ledger.ledger import Ledger
from cobro.settings import ROOT

CREDITOR = read_creditor(ROOT / "examples" / "creditor.yaml")
_WHO = "bench"
_FAR = dt.timedelta(days=20)
"""Nothing falls due while it is measured: every case waits for its timer."""
_REMINDED = dt.timedelta(days=6)
"""So long ago fell due what its customer has had a first reminder of."""
_CHANNELS = (Channel.EMAIL, Channel.EMAIL, Channel.SMS)


@dataclass(frozen=True, slots=True)
class Owing:
    """An invoice as its sender knows it; amounts in cents."""

    number: str
    customer: str
    cents: int
    channel: Channel | None = None
    """By which its customer was written to about it, if that was done."""


def invent(count: int, written_to: int, rng: random.Random) -> list[Owing]:
    """Invoices of customers who have one to three each; the first were written to, and have one."""
    owing = [
        Owing(f"F-{k:05}", f"K-{k:05}", rng.randint(2_000, 200_000), _CHANNELS[k % len(_CHANNELS)])
        for k in range(written_to)
    ]
    while len(owing) < count:
        customer = f"K-{len(owing):05}"
        for _ in range(min(rng.choice((1, 1, 2, 3)), count - len(owing))):
            owing.append(Owing(f"F-{len(owing):05}", customer, rng.randint(2_000, 200_000)))
    return owing


def register(ledger: Ledger, owing: Sequence[Owing], at: dt.datetime, today: dt.date) -> None:
    """Write creditor, customers and invoices into the ledger, as an import at that moment did."""
    refs = dict.fromkeys(one.customer for one in owing)
    book = Book(
        creditor=CREDITOR.id,
        customers=tuple(Customer.model_validate(particulars(ref)) for ref in refs),
        invoices=tuple(_invoice(one, today) for one in owing),
    )
    ledger.register_creditor(CREDITOR, at, who=_WHO)
    ledger.register_book(book, at, who=_WHO)


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
    """When invoices fall due that nobody was written to about."""
    return today + _FAR


def euros(cents: int) -> str:
    """An amount as senders write it."""
    return f"{cents // 100}.{cents % 100:02}"


def _invoice(one: Owing, today: dt.date) -> Invoice:
    return Invoice(
        number=one.number,
        customer=one.customer,
        issued=today - dt.timedelta(days=40),
        due=today - _REMINDED if one.channel else due_on(today),
        amount=Decimal(euros(one.cents)),
        currency="EUR",
        reference=one.number,
    )
