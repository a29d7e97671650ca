"""From the answer to the workflow told, while events come at a steady pace."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median, quantiles

from temporalio.client import Client

from bench.intake import ledger_file
from bench.intake.process import Process
from bench.intake.said import Said, Way
from bench.intake.senders import Sent, Target, send_at, sender_processes
from bench.intake.storm import drained
from bench.intake.told import Told, moments


@dataclass(frozen=True)
class Lag:
    """Seconds from each answer to the signal in the workflow's history; and as the ledger has them, from the record to
    the delivery."""

    seconds: Sequence[float]
    by_ledger: Sequence[float]
    a_second: float
    sent: Sent

    @property
    def middle(self) -> float:
        return median(self.seconds)


def worst_hundredth(seconds: Sequence[float]) -> float:
    """The 99th percentile."""
    return quantiles(seconds, n=100, method="inclusive")[98]


async def measure_lag(
    process: Process, client: Client, said: Sequence[Said], workflows: Sequence[str], target: Target, a_second: float
) -> Lag:
    """Send payments that end their cases, so many a second, and look into the histories afterwards."""
    loop = asyncio.get_running_loop()
    with sender_processes(1) as pool:
        sent = await loop.run_in_executor(pool, partial(send_at, Way.SHOP, said, target, a_second))
    await drained(process, target.until)
    found = await moments(client, workflows)
    by_ledger = await asyncio.to_thread(ledger_file.lags, process.home, [event.id for event in said])
    seconds = [_after(sent, event, one) for event, one in zip(said, found, strict=True)]
    return Lag(seconds, by_ledger, a_second, sent)


def _after(sent: Sent, event: Said, one: Told) -> float:
    if one.told is None or event.id not in sent.answered:
        raise RuntimeError(f"{event.id}: expected to be answered and its workflow to be told")
    # The workflow may be told before the sender has read the answer.
    return max(0.0, one.told - sent.answered[event.id])
