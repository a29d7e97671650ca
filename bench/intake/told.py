"""When a workflow was told and when it came to rest, by its own history: the server's moments, not the ledger's."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from temporalio.api.enums.v1 import EventType
from temporalio.client import Client

_AT_ONCE = 8
_LOOK = 0.5
_PATIENCE = 180.0
_RESTS = (EventType.EVENT_TYPE_TIMER_STARTED, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED)


@dataclass(frozen=True, slots=True)
class Told:
    """Seconds since 1970: of the last signal, and of the last event if the workflow waits or has ended by then."""

    told: float | None
    rest: float | None

    def rests(self, since: float | None) -> bool:
        """Whether it has nothing to do, and was told after a moment if one is given."""
        return self.rest is not None and (since is None or (self.told is not None and self.told >= since))


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


async def at_rest(client: Client, workflows: Sequence[str], since: float | None = None) -> list[Told]:
    """Wait until all rest. It looks seldom, and at one after the other, which costs the server little.

    Raises:
        TimeoutError: one has something to do all the time, or is not told.
    """
    for workflow in reversed(workflows):
        try:
            async with asyncio.timeout(_PATIENCE):
                while not (await moments(client, [workflow]))[0].rests(since):
                    await asyncio.sleep(_LOOK)
        except TimeoutError:
            raise TimeoutError(f"{workflow}: expected to be told and to rest") from None
    return await moments(client, workflows)
