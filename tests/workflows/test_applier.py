"""Applying what was received: while more comes in, most of the time is left to storing it."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable
from itertools import pairwise
from typing import cast

import pytest

from cobro.clock import MachineClock
from cobro.ledger.ledger import Ledger
from cobro.relay.applier import Applier
from cobro.relay.bell import Bell

SECONDS = 0.02
"""How long the ledger below works on a handful at least."""


class Busy:
    """A ledger that always has another handful, up to four, and notes when it began and ended each."""

    def __init__(self, meanwhile: Callable[[], object], stop: Callable[[], object]) -> None:
        self._meanwhile = meanwhile
        self._stop = stop
        self._loop = asyncio.get_running_loop()
        self.worked: list[tuple[float, float]] = []

    def apply_received(self, now: dt.datetime) -> int:
        began = self._loop.time()
        while self._loop.time() < began + SECONDS:
            pass
        self._meanwhile()
        self.worked.append((began, self._loop.time()))
        if len(self.worked) == 4:
            self._stop()
        return 1


@pytest.mark.parametrize("more_comes", [True, False])
async def test_whoever_stores_meanwhile_has_three_quarters_of_the_time(more_comes: bool) -> None:
    loop, stop, news = asyncio.get_running_loop(), asyncio.Event(), Bell()
    busy = Busy(news.ring if more_comes else lambda: None, lambda: loop.call_soon_threadsafe(stop.set))
    await Applier(cast(Ledger, busy), MachineClock(), Bell()).run(stop, news)
    pauses = [later[0] - earlier[1] for earlier, later in pairwise(busy.worked)]
    assert len(pauses) == 3
    assert (min(pauses) >= 2.9 * SECONDS) is more_comes
