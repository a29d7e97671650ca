"""When an experiment is over: nothing is on its way, nothing waits, and no workflow has anything to do."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from sqlalchemy import func, select
from temporalio.client import Client, WorkflowExecutionStatus

from bench.faults.book import Owing
from cobro.dunning.contact import COUNTED, Channel, ContactState
from cobro.ledger import tables as t
from cobro.ledger.ledger import Ledger

_AT_ONCE = 8


def on_its_way(ledger: Ledger, owing: Sequence[Owing]) -> str:
    """What is still to happen by the ledger, in a few words; empty where everything is done.

    A text message of which nobody knows what became of it is still to be looked up.
    """
    with ledger.reading() as session:
        doubtful = (t.Contact.channel == Channel.SMS) & (t.Contact.state == ContactState.UNKNOWN)
        flying = session.scalar(select(func.count()).where((t.Contact.state == ContactState.SENDING) | doubtful))
        stored = session.scalar(select(func.count()).where(t.EventRow.status == t.EventStatus.RECEIVED))
        untold = session.scalar(select(func.count()).where(t.Outbox.delivered_at.is_(None)))
        written_to = session.execute(
            select(t.Customer.creditor_id, t.Customer.ref)
            .join(t.Contact, t.Contact.customer_id == t.Customer.id)
            .where(t.Contact.state.in_(COUNTED))
        )
        done = {(creditor, ref) for creditor, ref in written_to}
    waiting = sum(one.known is None and (one.creditor, one.ref) not in done for one in owing)
    counts = {"flying": flying, "stored": stored, "untold": untold, "waiting": waiting}
    return ", ".join(f"{count} {what}" for what, count in counts.items() if count)


def all_refused(ledger: Ledger, owing: Sequence[Owing], times: int) -> bool:
    """Whether a contact with everybody was tried and refused so many times, and nothing is on its way."""
    with ledger.reading() as session:
        refused = session.execute(
            select(func.count())
            .select_from(t.Contact)
            .where(t.Contact.state == ContactState.RELEASED)
            .group_by(t.Contact.customer_id)
            .having(func.count() >= times)
        ).all()
        flying = session.scalar(select(func.count()).where(t.Contact.state == ContactState.SENDING))
    return len(refused) == len(owing) and not flying


async def busy(client: Client, owing: Sequence[Owing]) -> int:
    """How many workflows are in the middle of a step.

    Raises:
        RPCError: the server does not answer.
    """
    free = asyncio.Semaphore(_AT_ONCE)

    async def is_busy(workflow: str) -> bool:
        async with free:
            described = await client.get_workflow_handle(workflow).describe()
        if described.status is not WorkflowExecutionStatus.RUNNING:
            return False
        raw = described.raw_description
        return bool(raw.pending_activities) or raw.HasField("pending_workflow_task")

    return sum(await asyncio.gather(*(is_busy(case.workflow_id) for one in owing for case in one.cases)))
