"""A burst drained, ours against bare Temporal of the same shape.

Ours: billing tells in one request that half of the invoices are paid and that the others fall due earlier; each event
is stored, applied, and its workflow told, which looks into the ledger and ends, or sets a new timer. Bare: as many
signals to as many workflows, each of which runs an activity that does nothing and ends, or sets a new timer. Both
begin with a worker that has just started and knows none of its workflows, as after a night in which nothing happened;
and both are served by one server, which is full of the sleeping cases of a whole book.

Both are measured from the first request to the moment at which the last workflow rests, by the histories; and to the
moment at which the last was told.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from temporalio.client import Client

from bench.bare_cases import BareCases, serving_bare
from bench.intake.process import Process
from bench.intake.said import Said, Way
from bench.intake.senders import Sent, Target, send
from bench.intake.storm import drained
from bench.intake.told import Told, at_rest
from bench.shape import Beat, Shape

_AT_ONCE = 16
_HOUR = 3600.0
_ENDS = Shape((Beat(_HOUR, activities=1),), ())
_GOES_ON = Shape((Beat(_HOUR, activities=1), Beat(_HOUR)), ())
_BATCH = 500
FORGETS = 10.5
"""Seconds after which the server waits no more for a worker that has left, and gives its workflows to another."""


@dataclass(frozen=True, slots=True)
class Drained:
    """Seconds from the first request until the last workflow was told, and until the last rests."""

    told: float
    rest: float


@dataclass(frozen=True)
class Round:
    """The same number of events on both sides."""

    ours: Drained
    bare: Drained

    @property
    def over(self) -> float:
        """How fast ours was drained, by how fast bare was: 1 is as fast."""
        return self.bare.rest / self.ours.rest


def over(rounds: Iterable[Round]) -> float:
    """The median of the rounds' quotients."""
    return median(one.over for one in rounds)


async def drain_ours(
    process: Process, client: Client, said: Sequence[Said], workflows: Sequence[str], target: Target
) -> tuple[Drained, Sent]:
    """Tell everything at once and wait until the workflows rest."""
    began = time.time()
    batches = [list(said[k : k + _BATCH]) for k in range(0, len(said), _BATCH)]
    sent = await asyncio.to_thread(send, Way.BILLING, [batches], target)
    await drained(process, target.until)
    return _drained(await at_rest(client, workflows, since=began), began), sent


async def drain_bare(client: Client, name: str, count: int) -> Drained:
    """Bring in so many bare workflows, let their worker leave, and signal them all at once to another one."""
    half = count // 2
    sides = [
        (BareCases(client, _ENDS, f"{name}-ends"), [str(k) for k in range(half)]),
        (BareCases(client, _GOES_ON, f"{name}-goes-on"), [str(k) for k in range(count - half)]),
    ]
    async with serving_bare(client):
        for bare, numbers in sides:
            await bare.bring_in([numbers])
        handles = [bare.handle(number) for bare, numbers in sides for number in numbers]
        await at_rest(client, [handle.id for handle in handles])
    await asyncio.sleep(FORGETS)
    async with serving_bare(client):
        free = asyncio.Semaphore(_AT_ONCE)
        began = time.time()

        async def signal(place: int) -> None:
            async with free:
                await handles[place].signal("wake")

        await asyncio.gather(*(signal(place) for place in range(count)))
        return _drained(await at_rest(client, [handle.id for handle in handles], since=began), began)


def _drained(found: Sequence[Told], began: float) -> Drained:
    return Drained(
        told=max(one.told or began for one in found) - began,
        rest=max(one.rest or began for one in found) - began,
    )
