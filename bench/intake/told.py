"""When a workflow was told and when it came to rest, by its own history: the server's moments, not the ledger's."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from temporalio.api.enums.v1 import EventType
from temporalio.client import Client

_AT_ONCE = 8
_RESTS = (
    EventType.EVENT_TYPE_TIMER_STARTED,
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED,
)


@dataclass(frozen=True, slots=True)
class Told:
    """Seconds since 1970: the last signal, and the last event if the workflow waits or has ended by then."""

    told: float | None
    rest: float | None


async def moments(client: Client, workflows: Sequence[str]) -> list[Told]:
    """Read the histories of the last runs."""
    free = asyncio.Semaphore(_AT_ONCE)

    async def read(workflow: str) -> Told:
        async with free:
            history = await client.get_workflow_handle(workflow).fetch_history()
        told = rest = None
        for event in history.events:
            at = event.event_time.ToNanoseconds() / 1e9
            if event.event_type == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED:
                told = at
            rest = at if event.event_type in _RESTS else None
        return Told(told, rest)

    return await asyncio.gather(*(read(workflow) for workflow in workflows))
