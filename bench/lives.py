"""Lives whose histories are counted: through six milestones, and paid before the first one."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from temporalio.api.enums.v1 import EventType
from temporalio.client import WorkflowHandle

from bench.bare_cases import BareCases
from bench.cases import PATIENCE, START, Cases, Group
from bench.counting import Cost, cost_of, events_of
from bench.shape import Shape, shape_of

FULL = "six milestones, then paid"
HALF = "three milestones, then paid"
UNREACHED = "six milestones, no call answered"
LATE = "six milestones, calls 3 days late"
SHORT = "paid before the first milestone"
BY_SIGNAL = "paid early, by a direct signal"
FIVE = "five invoices of one customer"

MILESTONES = {FULL: 6, HALF: 3, FIVE: 6}

_EARLY = START + dt.timedelta(hours=1)
_ALL: dict[str, Callable[[Cases, Group], Coroutine[Any, Any, None]]] = {
    FULL: lambda cases, group: cases.live(group),
    SHORT: lambda cases, group: cases.pay(group, _EARLY),
    HALF: lambda cases, group: cases.live(group, milestones=MILESTONES[HALF]),
    FIVE: lambda cases, group: cases.live(group),
    UNREACHED: lambda cases, group: cases.live(group, "no_answer"),
    LATE: lambda cases, group: cases.live(group, after=dt.timedelta(days=3)),
    BY_SIGNAL: lambda cases, group: cases.pay(group, _EARLY, signal=True),
}


@dataclass(frozen=True, slots=True)
class Lived:
    """A life that was lived once: its cost and shape, and the messages that each customer got.

    Of five invoices, it is the dearest of the five.
    """

    cost: Cost
    shape: Shape
    messages: int


async def count_life(cases: Cases, title: str) -> Lived:
    """Live a life once, and count it."""
    # As long as invoice numbers are: they are in the bytes.
    group = [f"F2026-{10 * list(_ALL).index(title) + k:04}" for k in range(5 if title == FIVE else 1)]
    await cases.bring_in([group])
    await asyncio.gather(*(waits(cases.handle(number)) for number in group))
    await _ALL[title](cases, group)
    costs = {number: await cost_of(cases.handle(number)) for number in group}
    dearest = max(group, key=lambda number: (costs[number].actions, costs[number].bytes))
    shape = shape_of(await events_of(cases.handle(dearest)))
    return Lived(costs[dearest], shape, await asyncio.to_thread(cases.messages, group))


async def count_bare(bare: BareCases) -> Cost:
    """Live a bare life once, and count it."""
    await bare.bring_in([["counted"]])
    await waits(bare.handle("counted"))
    await bare.live(["counted"])
    return await cost_of(bare.handle("counted"))


async def waits(handle: WorkflowHandle[Any, Any]) -> None:
    """Let a workflow come to its first timer: an order to skip time that meets a workflow task costs one of its own."""
    async with asyncio.timeout(PATIENCE):
        async for event in handle.fetch_history_events(wait_new_event=True):
            if event.event_type == EventType.EVENT_TYPE_TIMER_STARTED:
                return
