"""Who owes in one experiment: customers with a payment, a stop or nothing at the moment of the fault."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from zoneinfo import ZoneInfo

from bench.faults.fault import Fault, Point
from cobro.dunning.contact import Channel
from cobro.dunning.contract import CaseRef
from cobro.dunning.parties import Book, Creditor, Customer, CustomerKind, Invoice
from cobro.intake.creditor_yaml import read_creditor
from cobro.ledger.ledger import Ledger
from cobro.settings import ROOT

WHO = "bench"
IMPORTED = dt.datetime(2026, 3, 2, 12, tzinfo=ZoneInfo("Europe/Madrid"))
"""A Monday, on which everything falls due; the reminders leave on the next morning."""
MORNING = dt.datetime(2026, 3, 3, 10, 30, tzinfo=ZoneInfo("Europe/Madrid"))

_CREDITOR = read_creditor(ROOT / "examples" / "creditor.yaml")
_POLICIES = {Channel.EMAIL: "by-mail", Channel.SMS: "by-text"}
_WITH_TWO = 5
"""Every so many customers one has two invoices, which are one message."""


class Meanwhile(StrEnum):
    """What lands at the point where the fault strikes."""

    NOTHING = ""
    PAYMENT = "payment"
    STOP = "stop"


@dataclass
class Owing:
    """A customer. `point` is where the fault meets them, if it does.

    `known`: the ids of the contacts that had been claimed when payment or stop was in the ledger; None before that.
    """

    ref: str
    creditor: str
    channel: Channel
    address: str
    numbers: tuple[str, ...]
    meanwhile: Meanwhile
    chosen: bool = False
    point: Point | None = None
    stored: bool = False
    """Whether the payment is stored first and applied by whoever comes, as through the gateway."""
    struck: bool = False
    known: frozenset[str] | None = field(default=None)

    @property
    def cases(self) -> list[CaseRef]:
        """Their cases."""
        return [CaseRef(creditor=self.creditor, invoice=number) for number in self.numbers]


def invent(fault: Fault, count: int, rng: random.Random) -> list[Owing]:
    """So many customers for each `Meanwhile`, half of them written to by e-mail and half by text message."""
    found: list[Owing] = []
    for meanwhile in Meanwhile:
        for k in range(count):
            i = len(found)
            channel = (Channel.EMAIL, Channel.SMS)[k % 2]
            found.append(
                Owing(
                    ref=f"K-{i:04}",
                    creditor=f"{fault.key}-{channel.value}",
                    channel=channel,
                    address=f"pagos@k-{i:04}.example" if channel is Channel.EMAIL else f"+3491{i:07}",
                    numbers=(f"F-{i:04}-1", f"F-{i:04}-2") if k % _WITH_TWO == _WITH_TWO - 1 else (f"F-{i:04}-1",),
                    meanwhile=meanwhile,
                    stored=rng.random() < 0.5,
                )
            )
    for owing in _some(found, fault.share, rng):
        owing.chosen = True
        owing.point = rng.choice(fault.points) if fault.points else None
    return found


def _some(all_of_them: Sequence[Owing], share: float, rng: random.Random) -> Iterator[Owing]:
    """The same share of each kind."""
    for meanwhile in Meanwhile:
        for channel in _POLICIES:
            alike = [one for one in all_of_them if (one.meanwhile, one.channel) == (meanwhile, channel)]
            yield from rng.sample(alike, max(1, round(share * len(alike))))


def register(ledger: Ledger, owing: Sequence[Owing]) -> None:
    """Write everybody into the ledger, as an import on that Monday did."""
    for creditor in sorted({one.creditor for one in owing}):
        theirs = [one for one in owing if one.creditor == creditor]
        ledger.register_creditor(_creditor(theirs[0]), IMPORTED, who=WHO)
        book = Book(
            creditor=creditor,
            customers=tuple(_customer(one) for one in theirs),
            invoices=tuple(_invoice(number, one.ref) for one in theirs for number in one.numbers),
        )
        ledger.register_book(book, IMPORTED, who=WHO)


def _creditor(one: Owing) -> Creditor:
    return _CREDITOR.model_copy(update={"id": one.creditor, "policy": _POLICIES[one.channel]})


def _customer(one: Owing) -> Customer:
    by_mail = one.channel is Channel.EMAIL
    return Customer(
        ref=one.ref,
        name="Librería Norte, S.L.",
        kind=CustomerKind.COMPANY,
        email=one.address if by_mail else None,
        phone=None if by_mail else one.address,
        address="Calle Mayor 1, 28013 Madrid",
        country="ES",
        region="MD",
        zone="Europe/Madrid",
        language="es",
    )


AMOUNT = Decimal("100.00")


def _invoice(number: str, ref: str) -> Invoice:
    due = IMPORTED.date()
    return Invoice(
        number=number,
        customer=ref,
        issued=due - dt.timedelta(days=30),
        due=due,
        amount=AMOUNT,
        currency="EUR",
        reference=number,
    )
