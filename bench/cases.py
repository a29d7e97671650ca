"""Our side: cases on a real server with a worker of this house, walked through their ladder and paid."""

from __future__ import annotations

import asyncio
import datetime as dt
import itertools
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, exists, func, select
from sqlalchemy.orm import Session, aliased
from temporalio.client import Client, WorkflowHandle

from cobro.clock import MachineClock
from cobro.dunning.answer import Verdict
from cobro.dunning.contact import Channel
from cobro.dunning.contract import CaseRef
from cobro.dunning.event import EVENT
from cobro.dunning.parties import Book, Customer, CustomerKind, Invoice
from cobro.house import House, open_house
from cobro.intake.creditor_yaml import read_creditor
from cobro.ledger import tables as t
from cobro.rehearsal.travel import Travel
from cobro.relay.bell import Bell
from cobro.relay.relay import Relay
from cobro.serving import make_worker
from cobro.settings import ROOT, Settings

START = dt.datetime(2026, 3, 2, 8, tzinfo=ZoneInfo("Europe/Madrid"))
MARGIN = dt.timedelta(seconds=20)
PATIENCE = 120.0
SOON = dt.timedelta(hours=2)
"""How long people take to make a call that they are asked for."""

Group = Sequence[str]
"""The invoice numbers of one customer."""

_DUE = dt.date(2026, 3, 6)
_CREDITOR = read_creditor(ROOT / "examples" / "creditor.yaml")
_POLL = 0.05
_WHO = "bench"


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


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the cases of a customer stand: the number of each move, when the first is due, what people are to do."""

    moves: dict[str, int]
    at: dt.datetime
    task: Asked | None


class Cases:
    """Cases of customers who stay silent until they pay, with one invoice or several that are due on one day."""

    def __init__(self, house: House, client: Client, clock: MachineClock) -> None:
        self._house = house
        self._client = client
        self._clock = clock
        self._relay = Relay(house.ledger, client, clock, house.settings.task_queue)
        self._travel = Travel(client, clock)
        self._relaying = asyncio.Lock()
        self._ids = itertools.count(1)
        self._awaited: dict[str, tuple[int, asyncio.Future[None]]] = {}
        self._watching: asyncio.Task[None] | None = None
        self.looking = 0.0
        """CPU seconds spent on asking the ledger where a case stands, which bare Temporal's driver need not do."""

    def handle(self, number: str) -> WorkflowHandle[Any, Any]:
        """The workflow of an invoice."""
        return self._client.get_workflow_handle(CaseRef(creditor=_CREDITOR.id, invoice=number).workflow_id)

    async def bring_in(self, customers: Sequence[Group]) -> None:
        """Import the invoices of customers and let the relay start their workflows."""
        book = Book(
            creditor=_CREDITOR.id,
            customers=tuple(_customer(f"K-{group[0]}") for group in customers),
            invoices=tuple(_invoice(number, f"K-{group[0]}") for group in customers for number in group),
        )
        await asyncio.to_thread(self._house.ledger.register_creditor, _CREDITOR, START, who=_WHO)
        await asyncio.to_thread(self._house.ledger.register_book, book, START, who=_WHO)
        await self._deliver(START)

    async def live(
        self, group: Group, outcome: str = "spoke", after: dt.timedelta = SOON, milestones: int | None = None
    ) -> None:
        """Walk the cases of one customer up their ladder together, and have them paid a day after the last milestone.

        That is the question for a decision, or the given number of milestones. People log each call with that
        outcome, so long after they were asked to make it.
        """
        passed, moment = 0, START
        while True:
            standing = await asyncio.to_thread(self._look, group)
            task = standing.task
            if task and task.kind is t.TaskKind.CALL:
                moment = task.call_at(after)
                await self._forward(group, moment)
                await self._record("call_logged", moment, task=task.id, outcome=outcome)
                await self._deliver(moment)
            elif (task and task.kind is t.TaskKind.DECISION) or passed == milestones:
                return await self.pay(group, moment + dt.timedelta(days=1))
            else:
                moment = standing.at + MARGIN
                await self._forward(group, moment)
                await self._moved(standing)
                passed += 1

    async def pay(self, group: Group, at: dt.datetime, *, signal: bool = False) -> None:
        """Let a payment of each invoice arrive at a moment: through ledger and relay, or as a signal to Temporal."""
        await self._forward(group, at)
        for number in group:
            body = _payment(at)
            if signal:
                await self.handle(number).signal("payment_received", {"id": f"e{next(self._ids)}", **body})
            else:
                await self._record("payment_received", at, invoice=number, **body)
        await self._deliver(at)
        async with asyncio.timeout(PATIENCE):
            await asyncio.gather(*(self.handle(number).result() for number in group))

    async def settle_now(self, number: str, *, told: bool) -> float:
        """Record a payment now and wait for the case's end; returns how many seconds that took.

        `told`: the relay is called at once; else one has to be `relaying`.
        """
        at = self._clock.now()
        began = time.perf_counter()
        await self._record("payment_received", at, invoice=number, **_payment(at))
        if told:
            await self._deliver(at)
        await asyncio.wait_for(self.handle(number).result(), PATIENCE)
        return time.perf_counter() - began

    @asynccontextmanager
    async def relaying(self) -> AsyncIterator[None]:
        """Run the relay's own loop, as a worker does."""
        stop = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            group.create_task(self._relay.run(stop, Bell()))
            yield
            stop.set()

    def messages(self, numbers: Sequence[str]) -> int:
        """How many e-mails and text messages were about these invoices."""
        with self._house.ledger.reading() as session:
            chosen = (
                select(func.count(t.Contact.id.distinct()))
                .join(t.ContactStep, t.ContactStep.contact_id == t.Contact.id)
                .join(t.Invoice, t.Invoice.id == t.ContactStep.invoice_id)
                .where(t.Invoice.number.in_(numbers), t.Contact.channel != Channel.CALL)
            )
            return session.scalar(chosen) or 0

    async def _forward(self, group: Group, to: dt.datetime) -> None:
        async with asyncio.timeout(PATIENCE):
            await asyncio.gather(*(self._travel.forward(self.handle(number).id, to) for number in group))

    async def _record(self, kind: str, at: dt.datetime, **fields: Any) -> None:
        event = EVENT.validate_python({"id": f"e{next(self._ids)}", "creditor": _CREDITOR.id, "kind": kind, **fields})
        answer = await asyncio.to_thread(self._house.ledger.record, event, at, who=_WHO, source="bench")
        if answer.verdict is not Verdict.APPLIED:
            raise RuntimeError(f"{kind}: {answer}")

    async def _deliver(self, now: dt.datetime) -> None:
        # The relay takes a limited number of requests at a time.
        async with self._relaying:
            while await self._relay.deliver(now=now, start_delay=self._travel.delay_until(now)):
                pass

    async def _moved(self, before: Standing) -> None:
        """Wait until each case stands at another move. One task asks for all who wait: many would ask too much."""
        loop = asyncio.get_running_loop()
        waiting = {number: (n, loop.create_future()) for number, n in before.moves.items()}
        self._awaited |= waiting
        if self._watching is None or self._watching.done():
            self._watching = asyncio.create_task(self._watch())
        async with asyncio.timeout(PATIENCE):
            await asyncio.gather(*(moved for _, moved in waiting.values()))

    async def _watch(self) -> None:
        try:
            while self._awaited:
                await asyncio.sleep(_POLL)
                for number, n in (await asyncio.to_thread(self._newest, list(self._awaited))).items():
                    before, moved = self._awaited[number]
                    if n != before:
                        del self._awaited[number]
                        if not moved.done():
                            moved.set_result(None)
        except Exception as error:
            for _, moved in self._awaited.values():
                moved.set_exception(error)
            self._awaited.clear()

    def _newest(self, numbers: Sequence[str]) -> dict[str, int]:
        with self._looks() as session:
            return {row.number: row.n for row in session.execute(_NEWEST, {"numbers": numbers})}

    def _look(self, group: Group) -> Standing:
        with self._looks() as session:
            moves = session.execute(_MOVES, {"numbers": group}).all()
            task = session.execute(_TASK, {"numbers": group}).first()
        return Standing(
            moves={number: n for number, n, _ in moves},
            at=min(at for _, _, at in moves),
            task=Asked(task[0], task[1], task[2], task[3], bool(task[4])) if task else None,
        )

    @contextmanager
    def _looks(self) -> Iterator[Session]:
        began = time.thread_time()
        with self._house.ledger.reading() as session:
            yield session
        self.looking += time.thread_time() - began


# Built once: that is most of what asking costs.
_AMONG = t.Invoice.number.in_(bindparam("numbers", expanding=True))
_NEWEST = (
    select(t.Invoice.number, func.max(t.MoveRow.n).label("n"))
    .join(t.Episode, t.Episode.invoice_id == t.Invoice.id)
    .join(t.MoveRow, t.MoveRow.episode_id == t.Episode.id)
    .where(_AMONG)
    .group_by(t.Invoice.number)
)
_LATER = aliased(t.MoveRow)
_MOVES = (
    select(t.Invoice.number, t.MoveRow.n, t.MoveRow.at)
    .join(t.Episode, t.Episode.invoice_id == t.Invoice.id)
    .join(t.MoveRow, t.MoveRow.episode_id == t.Episode.id)
    .where(_AMONG, ~exists().where(_LATER.episode_id == t.MoveRow.episode_id, _LATER.n > t.MoveRow.n))
)
"""Where cases stand: each has one episode here."""
_TASK = (
    select(t.Task.id, t.Task.kind, t.Task.opened_at, t.Task.due, func.count(t.Call.id))
    .join(t.TaskInvoice, t.TaskInvoice.task_id == t.Task.id)
    .join(t.Invoice, t.Invoice.id == t.TaskInvoice.invoice_id)
    .outerjoin(t.Call, t.Call.task_id == t.Task.id)
    .where(_AMONG, t.TaskInvoice.live, t.Task.state == t.TaskState.OPEN)
    .group_by(t.Task.id, t.Task.kind, t.Task.opened_at, t.Task.due)
    .order_by(t.Task.id.desc())
    .limit(1)
)
"""What people are asked for about any of them, the newest first."""


def _payment(at: dt.datetime) -> dict[str, str]:
    return {"amount": "100.00", "currency": "EUR", "booked": at.date().isoformat()}


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


def _invoice(number: str, customer: str) -> Invoice:
    return Invoice(
        number=number,
        customer=customer,
        issued=_DUE - dt.timedelta(days=30),
        due=_DUE,
        amount=Decimal("100.00"),
        currency="EUR",
        reference=number,
    )
