"""Lives whose histories are counted: through six milestones, and paid before the first one."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable
from typing import Any

from temporalio.api.enums.v1 import EventType
from temporalio.client import WorkflowHandle

from bench.cases import PATIENCE, START, Cases
from bench.counting import Cost, cost_of, events_of
from bench.shape import Shape, shape_of

FULL = "six milestones, then paid"
UNREACHED = "six milestones, no call answered"
LATE = "six milestones, calls 3 days late"
SHORT = "paid before the first milestone"
BY_SIGNAL = "paid early, by a direct signal"

_EARLY = START + dt.timedelta(hours=1)


async def count_lives(cases: Cases, every: bool = True) -> dict[str, Cost]:
    """Live each life once, and count it; the two that have targets, or `every` one."""
    lives: dict[str, tuple[str, Callable[[str], Awaitable[None]]]] = {
        "full": (FULL, lambda number: cases.live(number)),
        "short": (SHORT, lambda number: cases.pay(number, _EARLY)),
    }
    if every:
        lives |= {
            "unreached": (UNREACHED, lambda number: cases.live(number, "no_answer")),
            "late": (LATE, lambda number: cases.live(number, after=dt.timedelta(days=3))),
            "signal": (BY_SIGNAL, lambda number: cases.pay(number, _EARLY, signal=True)),
        }
    costs = {}
    for number, (title, live) in lives.items():
        await cases.bring_in([number])
        await waits(cases.handle(number))
        await live(number)
        costs[title] = await cost_of(cases.handle(number))
    return costs


async def full_shape(cases: Cases) -> Shape:
    """The shape of the full life, once it was counted."""
    return shape_of(await events_of(cases.handle("full")))


async def waits(handle: WorkflowHandle[Any, Any]) -> None:
    """Let a workflow come to its first timer: an order to skip time that meets a workflow task costs one of its own."""
    async with asyncio.timeout(PATIENCE):
        async for event in handle.fetch_history_events(wait_new_event=True):
            if event.event_type == EventType.EVENT_TYPE_TIMER_STARTED:
                return
