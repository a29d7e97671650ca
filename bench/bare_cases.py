"""The other side: bare workflows, driven the way that our cases are."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any

from temporalio.client import Client, WorkflowHandle
from temporalio.worker import Worker

from bench.bare import BareLife, nothing
from bench.cases import PATIENCE
from bench.shape import Shape
from cobro.clock import MachineClock
from cobro.rehearsal.travel import Travel

_QUEUE = "bench-bare"
_THREADS = 16


class BareCases:
    """Workflows of one shape, started through the same client and carried forward by the same `Travel`."""

    def __init__(self, client: Client, shape: Shape) -> None:
        self._client = client
        self._travel = Travel(client, MachineClock())
        self._shape = shape
        self._began: dict[str, dt.datetime] = {}

    def handle(self, number: str) -> WorkflowHandle[Any, Any]:
        """The workflow of that number."""
        return self._client.get_workflow_handle(f"bare/{number}")

    async def bring_in(self, numbers: Sequence[str]) -> None:
        """Start workflows, one after the other as the relay does."""
        beats = [(beat.seconds, beat.activities) for beat in self._shape.beats]
        for number in numbers:
            self._began[number] = dt.datetime.now(dt.UTC)
            await self._client.start_workflow(BareLife.run, beats, id=self.handle(number).id, task_queue=_QUEUE)

    async def live(self, number: str) -> None:
        """Drive one to its end."""
        handle = self.handle(number)
        async with asyncio.timeout(PATIENCE):
            for stop in self._shape.stops:
                if stop.signal:
                    await handle.signal("wake")
                else:
                    await self._travel.forward(handle.id, self._began[number] + stop.after)
            await handle.result()


@asynccontextmanager
async def serving_bare(client: Client, shape: Shape) -> AsyncIterator[BareCases]:
    """Run a worker with the limits of ours."""
    worker = Worker(
        client,
        task_queue=_QUEUE,
        workflows=[BareLife],
        activities=[nothing],
        activity_executor=ThreadPoolExecutor(_THREADS, thread_name_prefix="bare"),
        max_concurrent_activities=_THREADS,
        max_concurrent_workflow_tasks=16,
    )
    async with worker:
        yield BareCases(client, shape)
