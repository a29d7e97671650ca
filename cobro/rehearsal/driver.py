"""The driver of the virtual calendar: moves the cases of each customer, day by day, to what happens next.

Each workflow has a virtual clock of its own. The driver takes, for a customer, whatever comes first: a case's move or a
scripted act. It carries the cases it concerns forward to that moment and no further, then lets it happen.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import select
from temporalio.client import Client

from cobro.clock import MachineClock
from cobro.dunning.contract import CaseRef, PlanRef
from cobro.ledger import tables as t
from cobro.ledger.case import current_move
from cobro.ledger.ledger import Ledger
from cobro.rehearsal.agenda import Agenda, Happening
from cobro.rehearsal.travel import Travel
from cobro.relay.relay import Relay

_MARGIN = dt.timedelta(seconds=20)
_MINUTE = dt.timedelta(minutes=1)
_PATIENCE = 60.0
_POLL = 0.01


def _stop(moment: dt.datetime) -> dt.datetime:
    """Forty seconds past a minute, at or after the moment: far from where timers lie, those now out of date too."""
    stop = moment.replace(second=40, microsecond=0)
    return stop if stop >= moment else stop + _MINUTE


class Stuck(RuntimeError):
    """A case did not carry out its move although its time had come."""


@dataclass(frozen=True, slots=True)
class Mover:
    """A workflow that waits for a moment. `mark` changes once it has dealt with it."""

    workflow_id: str
    at: dt.datetime
    mark: tuple[object, ...]


class Driver:
    """Carries all cases of a creditor through a span of business time."""

    def __init__(
        self, ledger: Ledger, client: Client, clock: MachineClock, task_queue: str, agenda: Agenda, creditor: str
    ) -> None:
        self._ledger = ledger
        self._clock = clock
        self._travel = Travel(client, clock)
        self._relay = Relay(ledger, client, clock, task_queue)
        self._agenda = agenda
        self._creditor = creditor
        self._relaying = asyncio.Lock()

    async def run(self, start: dt.datetime, days: int, progress: Callable[[dt.date], None]) -> None:
        """Live through the days; raises `Stuck` where a case does not do what it has to."""
        await self._deliver(start)
        for count in range(days):
            day_end = start + dt.timedelta(days=count + 1)
            customers = self._customers()
            await asyncio.gather(*(self._live(customer, day_end) for customer in customers))
            progress(day_end.date())

    async def _live(self, customer: int, until: dt.datetime) -> None:
        while True:
            act = self._agenda.next_of(customer)
            movers = self._movers(customer)
            first = min((mover.at for mover in movers), default=None)
            if act and act.at < until and (first is None or act.at <= first):
                await self._happen(customer, act, movers)
            elif first is not None and first < until:
                await self._move(customer, [mover for mover in movers if mover.at <= first], first)
            else:
                return
            self._agenda.look_around(customer)

    async def _happen(self, customer: int, act: Happening, movers: list[Mover]) -> None:
        # What is done in the minute when a step is due comes before the step.
        stops = ((mover.workflow_id, min(_stop(act.at), _stop(mover.at) - _MINUTE)) for mover in movers)
        await asyncio.gather(*(self._travel.forward(workflow_id, stop) for workflow_id, stop in stops))
        self._agenda.carry_out(act)
        await self._deliver(act.at)

    async def _move(self, customer: int, movers: list[Mover], at: dt.datetime) -> None:
        await asyncio.gather(*(self._travel.forward(mover.workflow_id, at + _MARGIN) for mover in movers))
        for mover in movers:
            await self._until_done(customer, mover)
        await self._deliver(at + _MARGIN)

    async def _deliver(self, now: dt.datetime) -> None:
        """Let the relay work at a moment of business time; what it starts begins its life then."""
        async with self._relaying:
            await self._relay.deliver(now=now, start_delay=self._travel.delay_until(now))

    async def _until_done(self, customer: int, mover: Mover) -> None:
        deadline = asyncio.get_running_loop().time() + _PATIENCE
        while mover in self._movers(customer):
            if asyncio.get_running_loop().time() > deadline:
                raise Stuck(f"{mover.workflow_id} did not carry out its move of {mover.at}")
            await asyncio.sleep(_POLL)

    def _customers(self) -> list[int]:
        with self._ledger.reading() as session:
            chosen = select(t.Customer.id).where(t.Customer.creditor_id == self._creditor).order_by(t.Customer.id)
            return list(session.scalars(chosen))

    def _movers(self, customer: int) -> list[Mover]:
        with self._ledger.reading() as session:
            episodes = session.scalars(
                select(t.Episode)
                .join(t.Invoice, t.Invoice.id == t.Episode.invoice_id)
                .where(t.Invoice.customer_id == customer, t.Episode.ending.is_(None))
            ).all()
            movers = []
            for episode in episodes:
                move = current_move(session, episode.id)
                if move is not None:
                    ref = CaseRef(creditor=self._creditor, invoice=episode.invoice.number, episode=episode.k)
                    movers.append(Mover(ref.workflow_id, move.at, (episode.k, move.n)))
            plans = session.scalars(select(t.Plan).where(t.Plan.customer_id == customer, t.Plan.ending.is_(None))).all()
            for plan in plans:
                ref_plan = PlanRef(creditor=self._creditor, plan=plan.id)
                movers.append(Mover(ref_plan.workflow_id, plan.next_look, (plan.id, plan.next_look)))
            return movers
