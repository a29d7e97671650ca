"""The driver of the virtual calendar: moves the cases of each customer, day by day, to what happens next.

Each workflow has a virtual clock of its own. The driver takes, for a customer, whatever comes first: a case's move or a
scripted act. It carries the cases it concerns forward to that moment and no further, then lets it happen.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import aliased

from cobro.dunning.contract import CaseRef, PlanRef
from cobro.ledger import tables as t
from cobro.ledger.case import still_runs
from cobro.ledger.ledger import Ledger
from cobro.rehearsal.agenda import Agenda, Happening
from cobro.rehearsal.hearing import Hearing
from cobro.rehearsal.travel import Travel
from cobro.relay.relay import Relay

_MARGIN = dt.timedelta(seconds=20)
_MINUTE = dt.timedelta(minutes=1)
_NEVER = dt.datetime.max.replace(tzinfo=dt.UTC)
_PATIENCE = 60.0
_POLL = 0.02
_LOOK_EVERY = 1.0
_CUSTOMERS_AT_ONCE = 8


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
        self, ledger: Ledger, travel: Travel, relay: Relay, agenda: Agenda, hearing: Hearing, creditor: str
    ) -> None:
        self._ledger = ledger
        self._travel = travel
        self._relay = relay
        self._agenda = agenda
        self._hearing = hearing
        self._creditor = creditor
        self._at_once = asyncio.Semaphore(_CUSTOMERS_AT_ONCE)

    async def run(self, start: dt.datetime, days: int, progress: Callable[[dt.date], None]) -> None:
        """Live through the days; raises `Stuck` where a case does not do what it has to."""
        await self._deliver(None, start)
        # Customers do not touch each other: each is left in peace until the day of what comes next.
        comes = dict.fromkeys(self._customers(), start)
        for count in range(days):
            day_end = start + dt.timedelta(days=count + 1)
            today = [customer for customer, at in comes.items() if at < day_end]
            comes.update(zip(today, await asyncio.gather(*(self._live(each, day_end) for each in today)), strict=True))
            progress(day_end.date())

    async def _live(self, customer: int, until: dt.datetime) -> dt.datetime:
        """Live through a customer's acts and moves before a moment; returns when the next one comes."""
        async with self._at_once:
            while True:
                act = self._agenda.next_of(customer)
                movers = self._movers(customer)
                first = movers[0] if movers else None
                if act and act.at < until and (first is None or act.at <= first.at):
                    await self._happen(customer, act, movers)
                elif first is not None and first.at < until:
                    await self._move(customer, first)
                else:
                    return min((at.at for at in (act, first) if at), default=_NEVER)
                self._agenda.look_around(customer)

    async def _happen(self, customer: int, act: Happening, movers: list[Mover]) -> None:
        # What is done in the minute when a step is due comes before the step.
        stops = ((mover.workflow_id, min(_stop(act.at), _stop(mover.at) - _MINUTE)) for mover in movers)
        await asyncio.gather(*(self._travel.forward(workflow_id, stop) for workflow_id, stop in stops))
        await asyncio.to_thread(self._agenda.carry_out, act)
        await self._deliver(customer, act.at)

    async def _move(self, customer: int, mover: Mover) -> None:
        # One after another: which of two steps of one minute takes the customer's day must not be a race.
        await self._travel.forward(mover.workflow_id, mover.at + _MARGIN)
        await self._until_done(customer, mover)
        await self._deliver(customer, mover.at + _MARGIN)

    async def _deliver(self, customer: int | None, now: dt.datetime) -> None:
        """Let the relay work at a moment in the life of a customer, or of all; what it starts begins its life then."""
        deadline = _time() + _PATIENCE
        while self._waits(customer):
            if _time() > deadline:
                raise Stuck(f"what a case of {self._creditor} needs at {now} was not delivered")
            if not await self._relay.deliver(now, self._travel.delay_until(now), customer):
                # An episode before it is still on its way to its end.
                await asyncio.sleep(_POLL)

    async def _until_done(self, customer: int, mover: Mover) -> None:
        deadline = _time() + _PATIENCE
        heard = self._hearing.of(mover.workflow_id)
        while True:
            heard.clear()
            if mover not in self._movers(customer):
                return
            if _time() > deadline:
                raise Stuck(f"{mover.workflow_id} did not carry out its move of {mover.at}")
            with suppress(TimeoutError):
                await asyncio.wait_for(heard.wait(), _LOOK_EVERY)

    def _customers(self) -> list[int]:
        with self._ledger.reading() as session:
            chosen = select(t.Customer.id).where(t.Customer.creditor_id == self._creditor).order_by(t.Customer.id)
            return list(session.scalars(chosen))

    def _movers(self, customer: int) -> list[Mover]:
        """What a customer's cases and plans wait for, the earliest first and always in one order."""
        later = aliased(t.MoveRow)
        newest = select(func.max(later.n)).where(later.episode_id == t.Episode.id).scalar_subquery()
        cases = (
            select(t.Invoice.number, t.Episode.k, t.MoveRow.n, t.MoveRow.at)
            .join(t.Episode, t.Episode.invoice_id == t.Invoice.id)
            .join(t.MoveRow, t.MoveRow.episode_id == t.Episode.id)
            .where(t.Invoice.customer_id == customer, still_runs(), t.MoveRow.n == newest)
        )
        plans = select(t.Plan.id, t.Plan.next_look).where(t.Plan.customer_id == customer, t.Plan.ending.is_(None))
        with self._ledger.reading() as session:
            movers = []
            for number, k, n, at in session.execute(cases):
                ref = CaseRef(creditor=self._creditor, invoice=number, episode=k)
                movers.append(Mover(ref.workflow_id, at, (k, n)))
            for plan, at in session.execute(plans):
                movers.append(Mover(PlanRef(creditor=self._creditor, plan=plan).workflow_id, at, (plan, at)))
        return sorted(movers, key=lambda mover: (mover.at, mover.workflow_id))

    def _waits(self, customer: int | None) -> bool:
        asked = select(t.Outbox.id).where(t.Outbox.delivered_at.is_(None)).limit(1)
        if customer is not None:
            asked = (
                asked.outerjoin(t.Episode, t.Episode.id == t.Outbox.episode_id)
                .outerjoin(t.Invoice, t.Invoice.id == t.Episode.invoice_id)
                .outerjoin(t.Plan, t.Plan.id == t.Outbox.plan_id)
                .where(or_(t.Invoice.customer_id == customer, t.Plan.customer_id == customer))
            )
        with self._ledger.reading() as session:
            return session.scalar(asked) is not None


def _time() -> float:
    return asyncio.get_running_loop().time()
