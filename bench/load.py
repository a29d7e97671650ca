"""Many cases at once, ours and bare in turns, measured in CPU of all processes and in wall time."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

import psutil

from bench.bare_cases import BareCases
from bench.cases import Cases

_AT_ONCE = 16
_SETTLE = 0.5


class Side(Protocol):
    """What both sides can do."""

    async def bring_in(self, numbers: Sequence[str]) -> None: ...

    async def live(self, number: str) -> None: ...


@dataclass(slots=True)
class Spent:
    """Seconds: of this process (workers and driver), of the server, and of the clock on the wall.

    `looking` is the part of `process` in which our driver asked the ledger where a case stands.
    """

    process: float = 0.0
    server: float = 0.0
    wall: float = 0.0
    looking: float = 0.0

    @property
    def cpu(self) -> float:
        return self.process + self.server


@dataclass(frozen=True, slots=True)
class Pair:
    """One round: the same number of cases on both sides."""

    ours: Spent
    bare: Spent


async def compare(
    ours: Cases, bare: BareCases, server: int, cases: int, rounds: int, progress: Callable[[str], None]
) -> list[Pair]:
    """Run both sides in turns; who begins changes from round to round. The first, small round is not counted."""
    sides: list[tuple[str, Side]] = [("ours", ours), ("bare", bare)]
    for name, side in sides:
        progress(f"warming up {name}")
        await _run(side, [f"warm-{k}" for k in range(4)])
    pairs = []
    for number in range(1, rounds + 1):
        spent: dict[str, Spent] = {}
        for name, side in sides if number % 2 else reversed(sides):
            progress(f"round {number} of {rounds}: {name}, {cases} cases")
            await asyncio.sleep(_SETTLE)
            gc.collect()
            looked = ours.looking
            with _measured(server) as spent[name]:
                await _run(side, [f"round-{number}-{k}" for k in range(cases)])
            spent[name].looking = ours.looking - looked
        pairs.append(Pair(spent["ours"], spent["bare"]))
    return pairs


async def idle_cpu(server: int, seconds: float = 2.0) -> float:
    """CPU seconds that the server takes in a second in which nobody asks for anything."""
    before = _cpu_of(server)
    await asyncio.sleep(seconds)
    return (_cpu_of(server) - before) / seconds


async def _run(side: Side, numbers: list[str]) -> None:
    await side.bring_in(numbers)
    free = asyncio.Semaphore(_AT_ONCE)

    async def live(number: str) -> None:
        async with free:
            await side.live(number)

    async with asyncio.TaskGroup() as group:
        for number in numbers:
            group.create_task(live(number))


@contextmanager
def _measured(server: int) -> Iterator[Spent]:
    spent = Spent()
    before = time.process_time(), _cpu_of(server), time.perf_counter()
    yield spent
    after = time.process_time(), _cpu_of(server), time.perf_counter()
    spent.process, spent.server, spent.wall = (b - a for a, b in zip(before, after, strict=True))


def _cpu_of(pid: int) -> float:
    """CPU seconds of a process and what it started."""
    process = psutil.Process(pid)
    times = [one.cpu_times() for one in (process, *process.children(recursive=True))]
    return float(sum(time.user + time.system for time in times))
