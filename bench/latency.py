"""How long it takes from a payment's record to the case's end, one payment at a time on a machine that is at rest."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from bench.bare_cases import BareCases
from bench.cases import Cases
from bench.lives import waits
from bench.load import Progress

_APART = 0.47
"""Seconds between payments that the relay finds by itself, spread over the second after which it looks again."""


@dataclass(frozen=True, slots=True)
class Latency:
    """Seconds of each payment: the relay told at once, the relay looking once a second, a signal to a bare workflow."""

    told: Sequence[float]
    polled: Sequence[float]
    bare: Sequence[float]


async def payment_to_ending(ours: Cases, bare: BareCases, payments: int, progress: Progress) -> Latency:
    """Pay so many cases that wait for their first timer, in each of three ways. `bare` has the short life's shape."""
    told, polled, signalled = ([f"{way}-{k}" for k in range(payments)] for way in ("told", "polled", "signalled"))
    progress(f"latency: {payments} payments on each side")
    await ours.bring_in([[number] for number in (*told, *polled)])
    await bare.bring_in([[number] for number in signalled])
    for number in (*told, *polled):
        await waits(ours.handle(number))
    for number in signalled:
        await waits(bare.handle(number))
    at_once, by_signal = [], []
    for mine, theirs in zip(told, signalled, strict=True):
        at_once.append(await ours.settle_now(mine, told=True))
        by_signal.append(await bare.settle_now(theirs))
    async with ours.relaying(), asyncio.TaskGroup() as group:
        paying = []
        for number in polled:
            paying.append(group.create_task(ours.settle_now(number, told=False)))
            await asyncio.sleep(_APART)
        await asyncio.wait(paying)
    return Latency(at_once, [task.result() for task in paying], by_signal)
