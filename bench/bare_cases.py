"""The other side: bare workflows, driven the way that our cases are."""

from __future__ import annotations

import asyncio
import datetime as dt
import itertools
import time
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any

from temporalio.client import Client, WorkflowHandle
from temporalio.worker import Worker

from bench.bare import BareLife, nothing
from bench.cases import PATIENCE, Group
from bench.shape import Shape
from cobro.clock import MachineClock
from cobro.rehearsal.travel import Travel

_QUEUE = "bench-bare"
_THREADS = 16


class BareCases:
    """Workflows of one shape, started by the same client and carried forward by the same `Travel`; see `bench.shape`.

    `name` begins their workflow ids: several may share a server.
    """

    def __init__(self, client: Client, shape: Shape, name: str) -> None:
        self._client = client
        self._name = name
        self._travel = Travel(client, MachineClock())
        self._shape = shape
        self._began: dict[str, dt.datetime] = {}

    def handle(self, number: str) -> WorkflowHandle[Any, Any]:
        """The workflow of that number."""
        return self._client.get_workflow_handle(f"bare/{self._name}/{number}")

    async def bring_in(self, customers: Sequence[Group]) -> None:
        """Start workflows, one after the other as the relay does."""
        beats = [(beat.seconds, beat.activities) for beat in self._shape.beats]
        for number in itertools.chain.from_iterable(customers):
            self._began[number] = dt.datetime.now(dt.UTC)
            await self._client.start_workflow(BareLife.run, beats, id=self.handle(number).id, task_queue=_QUEUE)

    async def live(self, group: Group) -> None:
        """Drive those of one customer to their end, side by side."""
        async with asyncio.timeout(PATIENCE):
            await asyncio.gather(*(self._live(number) for number in group))

    async def settle_now(self, number: str) -> float:
        """Signal now and wait for the end; returns how many seconds that took."""
        handle = self.handle(number)
        began = time.perf_counter()
        await handle.signal("wake")
        await asyncio.wait_for(handle.result(), PATIENCE)
        return time.perf_counter() - began

    async def _live(self, number: str) -> None:
        handle = self.handle(number)
        for stop in self._shape.stops:
            if stop.signal:
                await handle.signal("wake")
            else:
                await self._travel.forward(handle.id, self._began[number] + stop.after)
        await handle.result()


@asynccontextmanager
async def serving_bare(client: Client) -> AsyncIterator[None]:
    """Run a worker with the limits of ours, for `BareCases` of any shape."""
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
        yield
