"""All senders at once, while the process is killed in the middle and started again."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from itertools import pairwise

from bench.intake import ledger_file
from bench.intake.plan import Plan
from bench.intake.process import Process
from bench.intake.senders import Sent, Target, sender_processes, start_sending
from bench.load import Progress

_LOOK = 0.1
_STEP = 0.25


@dataclass
class Storm:
    """What the storm brought. `stretches` are pairs of seconds: from the first answer after a start to the kill."""

    sent: Sent
    stretches: list[tuple[float, float]] = field(default_factory=list)
    accepted: int = 0
    """Events that were answered within the stretches."""
    drained: float = 0.0
    """Seconds from the last answer until everything was applied and every workflow told."""

    @property
    def a_second(self) -> float:
        """Events accepted a second while it served."""
        return self.accepted / sum(until - since for since, until in self.stretches)


async def blow(process: Process, plan: Plan, target: Target, kills: int, progress: Progress) -> Storm:
    """Send everything; kill the process so often, when a like part of the events is stored each time."""
    before = await asyncio.to_thread(ledger_file.last_event, process.home)
    already = len(process.stretches)
    with sender_processes(len(plan.lanes)) as pool:
        sending = start_sending(plan.lanes, target, pool)
        for kill in range(1, kills + 1):
            due = before + len(plan.events) * kill // (kills + 1)
            while await asyncio.to_thread(ledger_file.last_event, process.home) < due and not _done(sending):
                await asyncio.sleep(_LOOK)
            progress(f"storm: killed after {due - before:,} events")
            await asyncio.to_thread(process.kill)
            await asyncio.to_thread(process.start)
        progress("storm: the rest of the events")
        whole = Sent()
        for one in sending:
            whole.add(await asyncio.wrap_future(one))
    began = time.time()
    last = max(whole.answered.values(), default=began)
    progress("storm: waiting until everything is applied and told")
    await drained(process, target.until)
    storm = Storm(whole, drained=time.time() - last)
    _measure(storm, [*(until for _, until in process.stretches[already:]), last])
    return storm


async def drained(process: Process, until: float) -> None:
    """Wait until everything is applied and every workflow told.

    Raises:
        TimeoutError: it took too long.
    """
    while left := await asyncio.to_thread(ledger_file.waiting, process.home):
        if time.time() > until:
            raise TimeoutError(f"{left} events or requests still wait; up said: {process.last_line()}")
        await asyncio.sleep(_STEP)


def _done(sending: Sequence[Future[Sent]]) -> bool:
    return all(one.done() for one in sending)


def _measure(storm: Storm, ends: Sequence[float]) -> None:
    moments = sorted(storm.sent.answered.values())
    for since, until in pairwise([0.0, *ends]):
        within = [moment for moment in moments if since < moment <= until]
        if len(within) > 1:
            storm.stretches.append((within[0], until))
            storm.accepted += len(within)
