"""A house, a worker and a relay on the real server, whose cases a test walks through business time."""

from __future__ import annotations

import asyncio
import datetime as dt
import itertools
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from temporalio.api.enums.v1 import EventType
from temporalio.client import Client, WorkflowHandle
from temporalio.worker import Worker

from cobro.channels.way import Way
from cobro.clock import MachineClock
from cobro.dunning.answer import Answer
from cobro.dunning.contact import Channel
from cobro.dunning.event import EVENT
from cobro.dunning.parties import Book, Customer, CustomerKind, Invoice
from cobro.house import House, open_house
from cobro.intake.creditor_yaml import read_creditor
from cobro.ledger import tables as t
from cobro.ledger.case import current_move, latest_episode
from cobro.ledger.database import Database
from cobro.ledger.ledger import Ledger
from cobro.rehearsal.travel import Travel
from cobro.relay.relay import Relay
from cobro.rulebook import Rulebook
from cobro.serving import make_worker
from cobro.settings import ROOT, Settings

MADRID = ZoneInfo("Europe/Madrid")
START = dt.datetime(2026, 3, 2, 8, tzinfo=MADRID)
DUE = dt.date(2026, 3, 6)
CREDITOR = read_creditor(ROOT / "examples" / "creditor.yaml")

_PATIENCE = 30.0
_MARGIN = dt.timedelta(seconds=20)
_queues = itertools.count()


def customer(ref: str = "K-1", **changes: Any) -> Customer:
    """A customer in Madrid with everything that a contact needs."""
    values: dict[str, Any] = {
        "ref": ref,
        "name": "Librería Norte, S.L.",
        "kind": CustomerKind.COMPANY,
        "email": f"pagos@{ref.lower()}.example",
        "phone": "+34910000001",
        "address": "Calle Mayor 1, 28013 Madrid",
        "country": "ES",
        "region": "MD",
        "zone": "Europe/Madrid",
        "language": "es",
    }
    return Customer(**{**values, **changes})


def invoice(number: str, ref: str = "K-1", amount: str = "100.00", due: dt.date = DUE) -> Invoice:
    """An invoice of 30 days."""
    return Invoice(
        number=number,
        customer=ref,
        issued=due - dt.timedelta(days=30),
        due=due,
        amount=Decimal(amount),
        currency="EUR",
        reference=number,
    )


class _Heard(Ledger):
    """A ledger that tells when a worker has come to the end of a step."""

    def __init__(self, database: Database, rules: Rulebook) -> None:
        super().__init__(database, rules)
        self._loop = asyncio.get_running_loop()
        self.heard = asyncio.Event()

    def _do(self, *args: Any, **kwargs: Any) -> Any:
        try:
            return super()._do(*args, **kwargs)
        finally:
            self._loop.call_soon_threadsafe(self.heard.set)


class Life:
    """One ledger, one task queue, and the cases in it. Business time stands at `START` when it begins."""

    def __init__(self, house: House, client: Client, clock: MachineClock) -> None:
        self.house = house
        self.client = client
        self._tell_time(clock)
        self._worker: Worker | None = None
        self._ids = itertools.count(1)
        # Workflow ids are business keys, so each life has a creditor of its own.
        self.creditor = CREDITOR.model_copy(update={"id": house.settings.task_queue})

    async def start_worker(self) -> None:
        worker = make_worker(self.client, self.house, self.clock.shift)
        await worker.__aenter__()
        self._worker = worker

    async def stop_worker(self) -> None:
        if self._worker is not None:
            await self._worker.__aexit__(None, None, None)
            self._worker = None

    async def bring_in(self, *invoices: Invoice, customers: tuple[Customer, ...] = (), at: dt.datetime = START) -> None:
        """Register invoices (for a customer of Madrid unless others are given) and let the relay start them."""
        book = Book(creditor=self.creditor.id, customers=customers or (customer(),), invoices=invoices)
        self.house.ledger.register_creditor(self.creditor, at, who="test")
        self.house.ledger.register_book(book, at, who="test")
        await self.deliver(at)

    async def deliver(self, now: dt.datetime) -> None:
        await self.relay.deliver(now=now, start_delay=self.travel.delay_until(now))

    def report(self, kind: str, now: dt.datetime, number: str | None = "A-1", **fields: Any) -> Answer:
        """Record an event in the ledger, as an operator's command would."""
        about = {"invoice": number} if number else {}
        body = {"id": f"e{next(self._ids)}", "creditor": self.creditor.id, "kind": kind, **about, **fields}
        return self.house.ledger.record(EVENT.validate_python(body), now, who="test", source="test")

    async def tell(self, kind: str, now: dt.datetime, number: str | None = "A-1", **fields: Any) -> Answer:
        """Carry the customer's cases to a moment, record an event there, and let the relay deliver what follows."""
        for handle in await asyncio.to_thread(self._running):
            await self.forward(handle, now)
        answer = self.report(kind, now, number, **fields)
        await self.deliver(now)
        return answer

    def handle(self, number: str = "A-1") -> WorkflowHandle[Any, Any]:
        return self.client.get_workflow_handle(f"invoice/{self.creditor.id}/{number}")

    def move(self, number: str = "A-1") -> t.MoveRow:
        """The current move of a case."""
        with self.house.ledger.reading() as session:
            row = current_move(session, latest_episode(session, self._id(session, number)).id)
            assert row is not None
            return row

    async def forward(self, workflow_id: str, to: dt.datetime) -> None:
        """Carry one workflow's clock to a moment."""
        async with asyncio.timeout(_PATIENCE):
            await self.travel.forward(workflow_id, to)

    async def happened(self, event: str, number: str = "A-1", within: float = _PATIENCE) -> None:
        """Wait for an event in the history of a case, so many seconds at most."""
        wanted = EventType.Value(event)
        async with asyncio.timeout(within):
            async for one in self.handle(number).fetch_history_events(wait_new_event=True):
                if one.event_type == wanted:
                    return

    async def sleep_through(self, span: dt.timedelta) -> None:
        """Let business time pass while no worker is there."""
        await self.stop_worker()
        self._tell_time(MachineClock(self.clock.shift + span))
        await self.start_worker()

    def _tell_time(self, clock: MachineClock) -> None:
        self.clock = clock
        self.relay = Relay(self.house.ledger, self.client, clock, self.house.settings.task_queue)
        self.travel = Travel(self.client, clock)

    async def walk(self, number: str = "A-1") -> t.MoveRow:
        """Carry a case through its next move; returns the move that it then stands at."""
        before = self.move(number)
        await self.forward(self.handle(number).id, before.at + _MARGIN)
        await self.until(lambda: (self.move(number).episode_id, self.move(number).n) != (before.episode_id, before.n))
        await self.deliver(before.at + _MARGIN)
        return self.move(number)

    async def walk_to(self, step: str, number: str = "A-1") -> t.MoveRow:
        """Walk until a case stands before a step; its contact has not left yet."""
        for _ in range(40):
            if (row := self.move(number)).step == step:
                return row
            await self.walk(number)
        raise AssertionError(f"{number} never came to {step}")

    async def until(self, holds: Any) -> None:
        """Wait for something that a worker does by itself."""
        ledger = self.house.ledger
        assert isinstance(ledger, _Heard)
        while True:
            ledger.heard.clear()
            if holds():
                return
            await asyncio.wait_for(ledger.heard.wait(), _PATIENCE)

    async def ends(self, number: str = "A-1") -> str:
        """Wait for the run of a case to return, and give its ending."""
        return str(await asyncio.wait_for(self.handle(number).result(), _PATIENCE))

    def steps(self, number: str = "A-1") -> list[str]:
        """The steps carried out for an invoice, oldest first."""
        with self.house.ledger.reading() as session:
            return list(
                session.scalars(
                    select(t.ContactStep.step)
                    .join(t.Contact, t.Contact.id == t.ContactStep.contact_id)
                    .where(t.ContactStep.invoice_id == self._id(session, number), t.ContactStep.live)
                    .order_by(t.Contact.claimed_at)
                )
            )

    def states(self, number: str = "A-1") -> list[str]:
        """How the contacts of an invoice ended, oldest first, those that were tried again included."""
        with self.house.ledger.reading() as session:
            states = session.scalars(
                select(t.Contact.state)
                .join(t.ContactStep, t.Contact.id == t.ContactStep.contact_id)
                .where(t.ContactStep.invoice_id == self._id(session, number))
                .order_by(t.Contact.claimed_at)
            )
            return [state.value for state in states]

    def days(self, number: str = "A-1") -> list[dt.date]:
        """The customer's local days of those steps."""
        with self.house.ledger.reading() as session:
            return list(
                session.scalars(
                    select(t.Contact.local_day)
                    .join(t.ContactStep, t.Contact.id == t.ContactStep.contact_id)
                    .where(t.ContactStep.invoice_id == self._id(session, number), t.ContactStep.live)
                    .order_by(t.Contact.claimed_at)
                )
            )

    async def call(self, outcome: str, now: dt.datetime, **fields: Any) -> Answer:
        """Log a call on the open task."""
        task = self.task(t.TaskKind.CALL)
        assert task is not None
        return await self.tell("call_logged", now, None, task=task.id, outcome=outcome, **fields)

    def task(self, kind: t.TaskKind) -> t.Task | None:
        """The open task of a kind, if there is one."""
        with self.house.ledger.reading() as session:
            return session.scalars(select(t.Task).where(t.Task.kind == kind, t.Task.state == t.TaskState.OPEN)).first()

    def events(self) -> dict[str, str]:
        """Every stored event and its status."""
        with self.house.ledger.reading() as session:
            return {row.event_id: row.status.value for row in session.scalars(select(t.EventRow))}

    def mails(self) -> list[Path]:
        return sorted((self.house.settings.home / "outbox").glob("*.eml"))

    def _running(self) -> list[str]:
        with self.house.ledger.reading() as session:
            numbers = session.scalars(
                select(t.Invoice.number)
                .join(t.Episode, t.Episode.invoice_id == t.Invoice.id)
                .where(t.Episode.ending.is_(None))
            )
            plans = session.scalars(select(t.Plan.id).where(t.Plan.ending.is_(None)))
            return [self.handle(number).id for number in numbers] + [f"plan/{self.creditor.id}/{p}" for p in plans]

    def _id(self, session: Any, number: str) -> int:
        return int(session.scalar(select(t.Invoice.id).where(t.Invoice.number == number)))


@asynccontextmanager
async def lives(client: Client, home: Path, ways: Mapping[Channel, Way] | None = None) -> AsyncIterator[Life]:
    """A life of its own ledger and task queue; its worker runs from the start and is stopped at the end."""
    queue = f"life-{next(_queues)}"
    house = open_house(Settings(home=home, task_queue=queue))
    ledger = _Heard(Database(house.settings.ledger_url), Rulebook(house.settings.policies))
    house.close()
    house = House(house.settings, ledger, house.letters, {**house.ways, **(ways or {})})
    life = Life(house, client, MachineClock(START - dt.datetime.now(dt.UTC)))
    await life.start_worker()
    try:
        yield life
    finally:
        await life.stop_worker()
        house.close()
