"""Delivering the outbox to Temporal. At least once: everything it does is harmless when done again."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from itertools import groupby
from typing import Any

from sqlalchemy.exc import OperationalError
from temporalio.client import Client
from temporalio.common import (
    SearchAttributePair,
    TypedSearchAttributes,
    WorkflowIDConflictPolicy,
    WorkflowIDReusePolicy,
)
from temporalio.exceptions import WorkflowAlreadyStartedError
from temporalio.service import RPCError, RPCStatusCode

from cobro.clock import Clock
from cobro.dunning.contract import CaseRef, CaseStart, PlanRef
from cobro.ledger import outbox
from cobro.ledger.ledger import Ledger
from cobro.ledger.tables import OutboxKind
from cobro.relay.bell import Bell
from workflows.attributes import CREDITOR, CUSTOMER, DUE_DATE, POLICY
from workflows.collection import InvoiceCollection
from workflows.plan import PaymentPlan

_log = logging.getLogger(__name__)
_LONGEST_PAUSE = 30.0
_AT_ONCE = 8
_AWAY = (RPCStatusCode.UNAVAILABLE, RPCStatusCode.DEADLINE_EXCEEDED, RPCStatusCode.RESOURCE_EXHAUSTED)


def _workflow_id(request: outbox.Request) -> str:
    about = request.case or request.plan
    return about.workflow_id if about else ""


class NotYet(Exception):
    """The request cannot be carried out now; it stays in the outbox."""


class Relay:
    """Starts what the ledger has open and unstarted, and wakes whom it wants to look again.

    `clock` is machine time plus the rehearsal's shift, if there is one. Several relays may run side by side.
    """

    def __init__(self, ledger: Ledger, client: Client, clock: Clock, task_queue: str) -> None:
        self._ledger = ledger
        self._client = client
        self._clock = clock
        self._task_queue = task_queue

    async def run(self, stop: asyncio.Event, news: Bell, every: float = 1.0) -> None:
        """Deliver whenever the bell rings, and look at least so often; while Temporal is away, less and less often."""
        pause = every
        while not stop.is_set():
            try:
                while await self.deliver() >= outbox.AT_ONCE and not stop.is_set():
                    pass
                pause = every
            except (RPCError, OSError) as error:
                _log.warning(
                    "relay: Temporal does not answer (%s); what waits stays in the outbox", type(error).__name__
                )
                pause = min(pause * 2, _LONGEST_PAUSE)
            await news.wait(stop, pause)

    async def deliver(
        self,
        now: dt.datetime | None = None,
        start_delay: dt.timedelta | None = None,
        customer: int | None = None,
    ) -> int:
        """Carry out what waits, oldest first, up to `outbox.AT_ONCE`; returns how many requests were.

        Args:
            now: the moment of the delivery; the clock's, if not given.
            start_delay: in a rehearsal, how far the case's calendar runs ahead of the server's.
            customer: in a rehearsal, whose cases live through this moment; the others' requests wait for theirs.

        Raises:
            RPCError: Temporal does not answer. What was not delivered stays.
        """
        requests = await asyncio.to_thread(self._waiting, customer)
        moment = now or self._clock.now()
        # What concerns one workflow stays in its order.
        lines: dict[str, list[outbox.Request]] = {}
        for request in requests:
            lines.setdefault(_workflow_id(request), []).append(request)
        done: list[int] = []
        away = asyncio.Event()
        free = asyncio.Semaphore(_AT_ONCE)

        async def work_off(line: list[outbox.Request]) -> None:
            async with free:
                # What had a problem before is handed out last, and comes first all the same.
                line.sort(key=lambda request: request.id)
                for _, alike in groupby(line, key=lambda request: (request.kind, request.case, request.plan)):
                    # Whoever is to be woken several times is woken once.
                    same = list(alike)
                    if not away.is_set() and await self._try(same[-1], moment, start_delay, away):
                        done.extend(request.id for request in same)

        outcomes = await asyncio.gather(*(work_off(line) for line in lines.values()), return_exceptions=True)
        if done:
            # Delivered by now; in a rehearsal all happens at one moment.
            await asyncio.to_thread(self._ticked, done, now or self._clock.now())
        for outcome in outcomes:
            if isinstance(outcome, BaseException):
                raise outcome
        return len(done)

    async def _try(
        self, request: outbox.Request, now: dt.datetime, start_delay: dt.timedelta | None, away: asyncio.Event
    ) -> bool:
        """Carry out one request; False where it stays, with its problem. `away` is set before Temporal's silence, or
        the database's, is raised."""
        try:
            await self._carry_out(request, now, start_delay)
        except NotYet as reason:
            await asyncio.to_thread(self._failed, request.id, str(reason))
        except (RPCError, OSError) as error:
            if not isinstance(error, RPCError) or error.status in _AWAY:
                away.set()
                raise
            await self._put_off(request, f"{error.status.name}: {error.message}")
        except OperationalError:
            away.set()
            raise
        except Exception as error:
            # A policy that cannot be read, say: what concerns others is still delivered.
            why = str(error) if isinstance(error, LookupError) else ""
            await self._put_off(request, f"{type(error).__name__} {why}".strip())
        else:
            return True
        return False

    async def _put_off(self, request: outbox.Request, problem: str) -> None:
        _log.error("request %d (%s) stays in the outbox: %s", request.id, request.kind.value, problem)
        await asyncio.to_thread(self._failed, request.id, problem)

    async def _carry_out(self, request: outbox.Request, now: dt.datetime, start_delay: dt.timedelta | None) -> None:
        match request.kind:
            case OutboxKind.START_CASE if not request.over and request.case:
                first = request.case.episode == 1
                reuse = WorkflowIDReusePolicy.REJECT_DUPLICATE if first else WorkflowIDReusePolicy.ALLOW_DUPLICATE
                await self._start_case(request, request.case, now, reuse, start_delay)
            case OutboxKind.WAKE_CASE if request.case:
                await self._wake_case(request, request.case, now, start_delay)
            case OutboxKind.START_PLAN if not request.over and request.plan:
                await self._start_plan(request.plan, start_delay)
            case OutboxKind.WAKE_PLAN if request.plan:
                if not await self._signal(request.plan.workflow_id) and not request.over:
                    # Lost, as a case's run may be: the ledger says that the plan goes on.
                    await self._start_plan(request.plan, start_delay, WorkflowIDReusePolicy.ALLOW_DUPLICATE)
            case _:
                return

    async def _start_case(
        self,
        request: outbox.Request,
        case: CaseRef,
        now: dt.datetime,
        reuse: WorkflowIDReusePolicy,
        start_delay: dt.timedelta | None,
    ) -> None:
        # Off the event loop: the ledger blocks, and a worker may share the loop.
        move = await asyncio.to_thread(self._ledger.current, case, now, self._clock.shift)
        first = reuse is WorkflowIDReusePolicy.REJECT_DUPLICATE
        conflict = WorkflowIDConflictPolicy.USE_EXISTING if first else WorkflowIDConflictPolicy.FAIL
        attributes: list[SearchAttributePair[Any]] = [
            SearchAttributePair(CREDITOR, case.creditor),
            SearchAttributePair(CUSTOMER, f"c{request.customer}"),
            SearchAttributePair(POLICY, request.policy),
        ]
        if request.due is not None:
            attributes.append(SearchAttributePair(DUE_DATE, request.due))
        try:
            await self._client.start_workflow(
                InvoiceCollection.run,
                CaseStart(case=case, move=move),
                id=case.workflow_id,
                task_queue=self._task_queue,
                id_reuse_policy=reuse,
                id_conflict_policy=conflict,
                memo={"episode": case.episode},
                search_attributes=TypedSearchAttributes(attributes),
                static_summary=f"{case.invoice}, episode {case.episode}",
                start_delay=start_delay,
            )
        except WorkflowAlreadyStartedError:
            if not first and not await self._runs(case):
                raise NotYet("the run of the episode before has not ended yet") from None

    async def _runs(self, case: CaseRef) -> bool:
        described = await self._client.get_workflow_handle(case.workflow_id).describe()
        return bool(await described.memo_value("episode", 0) == case.episode)

    async def _wake_case(
        self, request: outbox.Request, case: CaseRef, now: dt.datetime, start_delay: dt.timedelta | None
    ) -> None:
        if await self._signal(case.workflow_id) or request.over:
            return
        # The run was terminated, or was lost with its server: the ledger says that the case is open.
        await self._start_case(request, case, now, WorkflowIDReusePolicy.ALLOW_DUPLICATE, start_delay)

    async def _start_plan(
        self,
        plan: PlanRef,
        start_delay: dt.timedelta | None,
        reuse: WorkflowIDReusePolicy = WorkflowIDReusePolicy.REJECT_DUPLICATE,
    ) -> None:
        try:
            await self._client.start_workflow(
                PaymentPlan.run,
                plan,
                id=plan.workflow_id,
                task_queue=self._task_queue,
                id_reuse_policy=reuse,
                id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
                search_attributes=TypedSearchAttributes([SearchAttributePair(CREDITOR, plan.creditor)]),
                static_summary=f"plan {plan.plan}",
                start_delay=start_delay,
            )
        except WorkflowAlreadyStartedError:
            return

    async def _signal(self, workflow_id: str) -> bool:
        try:
            await self._client.get_workflow_handle(workflow_id).signal("wake")
        except RPCError as error:
            if error.status is RPCStatusCode.NOT_FOUND:
                return False
            raise
        return True

    def _waiting(self, customer: int | None) -> list[outbox.Request]:
        with self._ledger.reading() as session:
            waiting = outbox.waiting(session)
        return [request for request in waiting if customer is None or request.customer == customer]

    def _ticked(self, requests: list[int], now: dt.datetime) -> None:
        with self._ledger.writing() as session:
            outbox.ticked(session, requests, now)

    def _failed(self, request_id: int, problem: str) -> None:
        with self._ledger.writing() as session:
            outbox.failed(session, request_id, problem)
