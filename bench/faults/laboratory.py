"""All experiments on one Temporal Server: several side by side, and those that want to be alone after the others."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Callable, Sequence
from multiprocessing.context import BaseContext
from pathlib import Path

from bench.faults.experiment import Done, Size, Stage, experiment
from bench.faults.fault import Fault
from bench.faults.server import Server

SIDE_BY_SIDE = 8
"""Experiments wait most of the time: for tries that are given up, and for the minute after a refusal."""


async def run(
    faults: Sequence[Fault],
    size: Size,
    folder: Path,
    tell: Callable[[Done], None],
    side_by_side: int = SIDE_BY_SIDE,
) -> list[Done]:
    """Run them all in an empty folder; returns what came of each, in their order. `tell` hears of each that is done."""
    places = asyncio.Semaphore(side_by_side)

    async def one(fault: Fault, stage: Stage) -> Done:
        async with places:
            done = await experiment(fault, size, stage)
        tell(done)
        return done

    async with Server(folder / "temporal.db") as server:
        stage = Stage(server, _processes(), folder)
        together = [fault for fault in faults if not fault.alone]
        found = await asyncio.gather(*(one(fault, stage) for fault in together))
        found += [await one(fault, stage) for fault in faults if fault.alone]
    by_key = {done.fault.key: done for done in found}
    return [by_key[fault.key] for fault in faults]


def _processes() -> BaseContext:
    """Processes are forked from one that has loaded everything and has no threads, so that a new worker is quick."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["bench.faults.workers"])
    return context
