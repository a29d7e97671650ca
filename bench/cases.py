"""Our side: cases on a real server with a worker of this house, walked through their ladder and paid."""

from __future__ import annotations

import asyncio
import datetime as dt
import itertools
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from temporalio.client import Client, WorkflowHandle

from cobro.clock import MachineClock
from cobro.dunning.answer import Verdict
from cobro.dunning.contract import CaseRef
from cobro.dunning.event import EVENT
from cobro.dunning.parties import Book, Customer, CustomerKind, Invoice
from cobro.house import House, open_house
from cobro.intake.creditor_yaml import read_creditor
from cobro.ledger import tables as t
from cobro.ledger.case import current_move, latest_episode
from cobro.rehearsal.travel import Travel
from cobro.relay.relay import Relay
from cobro.serving import make_worker
from cobro.settings import ROOT, Settings

START = dt.datetime(2026, 3, 2, 8, tzinfo=ZoneInfo("Europe/Madrid"))
MARGIN = dt.timedelta(seconds=20)
PATIENCE = 120.0
SOON = dt.timedelta(hours=2)
"""How long people take to make a call that they are asked for."""

_DUE = dt.date(2026, 3, 6)
_CREDITOR = read_creditor(ROOT / "examples" / "creditor.yaml")
_POLL = 0.01
_WHO = "bench"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a case stands: its move, and what it has on the desk."""

    n: int
    at: dt.datetime
    task: Asked | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person is asked for. `tried`: somebody has called already, and is to call again on the day `due`."""

    id: int
    kind: t.TaskKind
    opened: dt.datetime
    due: dt.date
    tried: bool

    def call_at(self, after: dt.timedelta) -> dt.datetime:
        """When people call: so long after the task came on the desk, and at that time of the day when they retry."""
        first = self.opened + after
        return dt.datetime.combine(self.due, first.timetz()) if self.tried else first


class Cases:
    """Cases of customers who stay silent until they pay. One invoice each."""

    def __init__(self, house: House, client: Client, clock: MachineClock) -> None:
        self._house = house
        self._client = client
        self._relay = Relay(house.ledger, client, clock, house.settings.task_queue)
        self._travel = Travel(client, clock)
        self._relaying = asyncio.Lock()
        self._ids = itertools.count(1)
        self.looking = 0.0
        """CPU seconds spent on asking the ledger where a case stands, which bare Temporal's driver need not do."""

    def handle(self, number: str) -> WorkflowHandle[Any, Any]:
        """The workflow of an invoice."""
        return self._client.get_workflow_handle(CaseRef(creditor=_CREDITOR.id, invoice=number).workflow_id)

    async def bring_in(self, numbers: Sequence[str]) -> None:
        """Import invoices and let the relay start their workflows."""
        book = Book(
            creditor=_CREDITOR.id,
            customers=tuple(_customer(f"K-{number}") for number in numbers),
            invoices=tuple(_invoice(number) for number in numbers),
        )
        await asyncio.to_thread(self._house.ledger.register_creditor, _CREDITOR, START, who=_WHO)
        await asyncio.to_thread(self._house.ledger.register_book, book, START, who=_WHO)
        await self._deliver(START)

    async def live(self, number: str, outcome: str = "spoke", after: dt.timedelta = SOON) -> None:
        """Walk a case up its ladder until a person is asked for the decision, and have it paid a day later.

        People log each call with that outcome, so long after they were asked to make it.
        """
        while True:
            standing = await asyncio.to_thread(self._look, number)
            task = standing.task
            if task and task.kind is t.TaskKind.DECISION:
                return await self.pay(number, task.opened + dt.timedelta(days=1))
            if task and task.kind is t.TaskKind.CALL:
                at = task.call_at(after)
                await self._forward(number, at)
                await self._record("call_logged", at, task=task.id, outcome=outcome)
            else:
                await self._forward(number, standing.at + MARGIN)
                await self._moved(number, standing)

    async def pay(self, number: str, at: dt.datetime, *, signal: bool = False) -> None:
        """Let a payment arrive at a moment: through the ledger and the relay, or as a signal to Temporal."""
        await self._forward(number, at)
        body = {"amount": "100.00", "currency": "EUR", "booked": at.date().isoformat()}
        if signal:
            await self.handle(number).signal("payment_received", {"id": f"e{next(self._ids)}", **body})
        else:
            await self._record("payment_received", at, invoice=number, **body)
        await asyncio.wait_for(self.handle(number).result(), PATIENCE)

    async def _forward(self, number: str, to: dt.datetime) -> None:
        async with asyncio.timeout(PATIENCE):
            await self._travel.forward(self.handle(number).id, to)

    async def _record(self, kind: str, at: dt.datetime, **fields: Any) -> None:
        event = EVENT.validate_python({"id": f"e{next(self._ids)}", "creditor": _CREDITOR.id, "kind": kind, **fields})
        answer = await asyncio.to_thread(self._house.ledger.record, event, at, who=_WHO, source="bench")
        if answer.verdict is not Verdict.APPLIED:
            raise RuntimeError(f"{kind}: {answer}")
        await self._deliver(at)

    async def _deliver(self, now: dt.datetime) -> None:
        async with self._relaying:
            await self._relay.deliver(now=now, start_delay=self._travel.delay_until(now))

    async def _moved(self, number: str, before: Standing) -> None:
        async with asyncio.timeout(PATIENCE):
            while (await asyncio.to_thread(self._look, number)).n == before.n:
                await asyncio.sleep(_POLL)

    def _look(self, number: str) -> Standing:
        began = time.thread_time()
        standing = self._standing(number)
        self.looking += time.thread_time() - began
        return standing

    def _standing(self, number: str) -> Standing:
        with self._house.ledger.reading() as session:
            invoice = session.scalars(select(t.Invoice).where(t.Invoice.number == number)).one()
            move = current_move(session, latest_episode(session, invoice.id).id)
            if move is None:
                raise RuntimeError(f"{number} has no move")
            task = session.scalars(
                select(t.Task)
                .join(t.TaskInvoice, t.TaskInvoice.task_id == t.Task.id)
                .where(t.TaskInvoice.invoice_id == invoice.id, t.TaskInvoice.live, t.Task.state == t.TaskState.OPEN)
                .order_by(t.Task.id.desc())
            ).first()
            if task is None:
                return Standing(move.n, move.at, None)
            tried = session.scalar(select(func.count()).where(t.Call.task_id == task.id))
            return Standing(move.n, move.at, Asked(task.id, task.kind, task.opened_at, task.due, bool(tried)))


@asynccontextmanager
async def serving(client: Client, home: Path) -> AsyncIterator[Cases]:
    """Open a house in a folder, with defaults only: its messages become files, and nothing leaves the machine."""
    defaults = {name: field.default for name, field in Settings.model_fields.items()}
    house = open_house(Settings.model_construct(**{**defaults, "home": home, "task_queue": "bench-ours"}))
    clock = MachineClock(START - dt.datetime.now(dt.UTC))
    try:
        async with make_worker(client, house, clock.shift):
            yield Cases(house, client, clock)
    finally:
        house.close()


def _customer(ref: str) -> Customer:
    return Customer(
        ref=ref,
        name="Librería Norte, S.L.",
        kind=CustomerKind.COMPANY,
        email=f"pagos@{ref.lower()}.example",
        phone="+34910000001",
        address="Calle Mayor 1, 28013 Madrid",
        country="ES",
        region="MD",
        zone="Europe/Madrid",
        language="es",
    )


def _invoice(number: str) -> Invoice:
    return Invoice(
        number=number,
        customer=f"K-{number}",
        issued=_DUE - dt.timedelta(days=30),
        due=_DUE,
        amount=Decimal("100.00"),
        currency="EUR",
        reference=number,
    )
