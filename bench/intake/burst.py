"""A burst drained, ours against bare Temporal of the same shape, in turns.

Ours: payments come in one request; each is stored, applied, and its workflow told, which looks into the ledger and
ends. Bare: as many signals to as many workflows, each of which runs an activity that does nothing and sets a new timer.
Both are measured from the first request to the moment at which the last workflow rests, by the histories; and to the
moment at which the last was told.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from temporalio.client import Client

from bench.bare_cases import BareCases
from bench.intake.process import Process
from bench.intake.said import Said, Way
from bench.intake.senders import Sent, Target, send
from bench.intake.storm import drained
from bench.intake.told import Told, moments
from bench.shape import Beat, Shape

_AT_ONCE = 16
_HOUR = 3600.0
SHAPE = Shape((Beat(_HOUR, activities=1), Beat(_HOUR)), ())
_LOOK = 0.5
_BATCH = 500


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


def over(rounds: Sequence[Round]) -> float:
    """The median of the rounds' quotients."""
    return median(one.over for one in rounds)


async def drain_ours(
    process: Process, client: Client, said: Sequence[Said], workflows: Sequence[str], target: Target
) -> tuple[Drained, Sent]:
    """Send payments at once and wait until the workflows that they end rest."""
    began = time.time()
    batches = [list(said[k : k + _BATCH]) for k in range(0, len(said), _BATCH)]
    sent = await asyncio.to_thread(send, Way.BILLING, [batches], target)
    await drained(process, target.until)
    return _drained(await at_rest(client, workflows, began), began), sent


async def drain_bare(client: Client, bare: BareCases, numbers: Sequence[str]) -> Drained:
    """Signal waiting workflows all at once and wait until they rest."""
    free = asyncio.Semaphore(_AT_ONCE)

    async def signal(number: str) -> None:
        async with free:
            await bare.handle(number).signal("wake")

    began = time.time()
    await asyncio.gather(*(signal(number) for number in numbers))
    return _drained(await at_rest(client, [bare.handle(number).id for number in numbers], began), began)


async def at_rest(client: Client, workflows: Sequence[str], since: float | None = None) -> list[Told]:
    """Wait until no workflow has anything to do, each told after a moment if one is given. Looks seldom, at one after
    the other: that costs the server little."""
    for workflow in reversed(workflows):
        while not _rests((await moments(client, [workflow]))[0], since):
            await asyncio.sleep(_LOOK)
    return await moments(client, workflows)


def _rests(one: Told, since: float | None) -> bool:
    return one.rest is not None and (since is None or (one.told is not None and one.told >= since))


def _drained(found: Sequence[Told], began: float) -> Drained:
    return Drained(
        told=max(one.told or began for one in found) - began,
        rest=max(one.rest or began for one in found) - began,
    )
