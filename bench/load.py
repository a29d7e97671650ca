"""Many cases at once, ours and bare in turns, measured in CPU of all processes and in wall time."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psutil

from bench.bare_cases import BareCases
from bench.cases import Cases, Group

_AT_ONCE = 16
_SETTLE = 0.5
_WARM_UP = 4

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: how its cases are brought in and lived, and which server serves it."""

    name: str
    bring_in: Callable[[Sequence[Group]], Coroutine[Any, Any, None]]
    live: Callable[[Group], Coroutine[Any, Any, None]]
    server: int
    looked: Callable[[], float] = lambda: 0.0


@dataclass(slots=True)
class Spent:
    """Seconds: of this process (workers and driver), of the server, and of the clock on the wall.

    `starting` is the part of `wall` until every case was started; `looking` the part of `process` in which our driver
    asked the ledger where a case stands.
    """

    process: float = 0.0
    server: float = 0.0
    wall: float = 0.0
    starting: float = 0.0
    looking: float = 0.0

    @property
    def cpu(self) -> float:
        return self.process + self.server


@dataclass(frozen=True, slots=True)
class Pair:
    """One round: the same number of cases on both sides."""

    ours: Spent
    bare: Spent


def our_side(cases: Cases, server: int, milestones: int | None = None) -> Side:
    """Ours; each case is paid after so many milestones, or all."""
    return Side(
        "ours", cases.bring_in, lambda group: cases.live(group, milestones=milestones), server, lambda: cases.looking
    )


def bare_side(cases: BareCases, server: int) -> Side:
    """Bare Temporal."""
    return Side("bare", cases.bring_in, cases.live, server)


async def compare(
    ours: Side, bare: Side, name: str, cases: int, rounds: int, progress: Progress, *, each: int = 1
) -> list[Pair]:
    """Run both sides in turns; who begins changes from round to round. The first, small round is not counted.

    Args:
        name: a prefix of the invoice numbers that nobody else has.
        cases: on each side in a round.
        each: how many invoices a customer has.
    """
    await _warm_up(ours, bare, name, each, progress)
    pairs = []
    for number in range(1, rounds + 1):
        groups = _groups(f"{name}-{number}", cases, each)
        spent = Pair(Spent(), Spent())
        turns = [(ours, spent.ours), (bare, spent.bare)]
        for side, costs in turns if number % 2 else reversed(turns):
            progress(f"{name}: round {number} of {rounds}, {side.name}, {cases} cases")
            await _settle()
            with _measured(side, costs):
                await _start(side, groups, costs)
                await _live(side, groups)
        pairs.append(spent)
    return pairs


async def grow(ours: Side, bare: Side, cases: int, progress: Progress) -> Pair:
    """Bring in a whole book on each side, and live it by the hundred, in turns."""
    await _warm_up(ours, bare, "growth", 1, progress)
    groups = _groups("growth", cases, 1)
    spent = Pair(Spent(), Spent())
    turns = [(ours, spent.ours), (bare, spent.bare)]
    for side, costs in turns:
        progress(f"growth: {side.name} brings in {cases:,} cases")
        await _settle()
        with _measured(side, costs):
            await _start(side, groups, costs)
    for first in range(0, cases, 100):
        for side, costs in turns:
            progress(f"growth: {side.name}, {first:,} of {cases:,} cases lived")
            with _measured(side, costs):
                await _live(side, groups[first : first + 100])
        turns.reverse()
    return spent


async def idle_cpu(server: int, seconds: float = 2.0) -> float:
    """CPU seconds that the server takes in a second in which nobody asks for anything."""
    before = _cpu_of(server)
    await asyncio.sleep(seconds)
    return (_cpu_of(server) - before) / seconds


def _groups(name: str, cases: int, each: int) -> list[Group]:
    numbers = [f"{name}-{k}" for k in range(cases)]
    return [numbers[k : k + each] for k in range(0, cases, each)]


async def _warm_up(ours: Side, bare: Side, name: str, each: int, progress: Progress) -> None:
    groups = _groups(f"{name}-warm", max(_WARM_UP, each), each)
    for side in (ours, bare):
        progress(f"{name}: warming up {side.name}")
        await side.bring_in(groups)
        await _live(side, groups)


async def _settle() -> None:
    await asyncio.sleep(_SETTLE)
    gc.collect()
    # As every process of ours does that serves (`cobro.running`): what is there at the start is left alone.
    gc.freeze()


async def _start(side: Side, groups: Sequence[Group], costs: Spent) -> None:
    began = time.perf_counter()
    await side.bring_in(groups)
    costs.starting += time.perf_counter() - began


async def _live(side: Side, groups: Sequence[Group]) -> None:
    free = asyncio.Semaphore(max(1, _AT_ONCE // len(groups[0])))

    async def live(group: Group) -> None:
        async with free:
            await side.live(group)

    async with asyncio.TaskGroup() as tasks:
        for group in groups:
            tasks.create_task(live(group))


@contextmanager
def _measured(side: Side, costs: Spent) -> Iterator[None]:
    """Add to the costs what is spent within the block."""
    before = time.process_time(), _cpu_of(side.server), time.perf_counter(), side.looked()
    yield
    after = time.process_time(), _cpu_of(side.server), time.perf_counter(), side.looked()
    process, server, wall, looking = (b - a for a, b in zip(before, after, strict=True))
    costs.process += process
    costs.server += server
    costs.wall += wall
    costs.looking += looking


def _cpu_of(pid: int) -> float:
    """CPU seconds of a process and what it started."""
    process = psutil.Process(pid)
    times = [one.cpu_times() for one in (process, *process.children(recursive=True))]
    return float(sum(time.user + time.system for time in times))
