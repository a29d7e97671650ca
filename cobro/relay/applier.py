"""Applying what was received: a loop beside the relay, which goes on while Temporal is away."""

from __future__ import annotations

import asyncio
import logging

from sqlalchemy.exc import OperationalError

from cobro.clock import Clock
from cobro.ledger.ledger import Ledger
from cobro.relay.bell import Bell

_log = logging.getLogger(__name__)

_FILES_EVERY = 20
"""How many looks lie between two looks for bank files that were interrupted."""

_TIMES = 3.0
"""So many times as long as a handful took to apply, the next one waits while others store."""
_LONGEST_PAUSE = 0.5


class Applier:
    """Gives stored events their effect, in the order in which they came, and rings for the relay when it did.

    Several may run side by side, in one process or in many: each event is applied once. While more come in, it leaves
    three quarters of the time to storing them, which waits for the same processor and the same database.
    """

    def __init__(self, ledger: Ledger, clock: Clock, relay: Bell) -> None:
        self._ledger = ledger
        self._clock = clock
        self._relay = relay

    async def run(self, stop: asyncio.Event, news: Bell, every: float = 0.5) -> None:
        """Apply whenever the bell rings, and look at least so often: others may have stored something.

        Raises:
            OperationalError: the database does not answer. What is stored stays.
        """
        looked, loop = 0, asyncio.get_running_loop()
        while not stop.is_set():
            began = loop.time()
            while await self.apply() and not stop.is_set():
                if news.was_rung():
                    await asyncio.sleep(min(_LONGEST_PAUSE, _TIMES * (loop.time() - began)))
                began = loop.time()
            if looked % _FILES_EVERY == 0:
                await self._finish_bank_files()
            looked += 1
            await news.wait(stop, every)

    async def _finish_bank_files(self) -> None:
        """A process that ended while it took a bank's file in has left movements that nobody looked at."""
        try:
            finished = await asyncio.to_thread(lambda: self._ledger.finish_bank_files(self._clock.now()))
        except OperationalError:
            raise
        except Exception:
            _log.exception("a bank file that was interrupted could not be finished; nobody is contacted until it is")
            return
        if finished:
            self._relay.ring()

    async def apply(self) -> int:
        """Apply a handful; returns how many were found waiting."""
        found = await asyncio.to_thread(lambda: self._ledger.apply_received(self._clock.now()))
        if found:
            self._relay.ring()
        return found
