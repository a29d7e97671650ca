"""Applying what was received: a loop beside the relay, which goes on while Temporal is away."""

from __future__ import annotations

import asyncio

from cobro.clock import Clock
from cobro.ledger.ledger import Ledger
from cobro.relay.bell import Bell


class Applier:
    """Gives stored events their effect, in the order in which they came, and rings for the relay when it did.

    Several may run side by side, in one process or in many: each event is applied once.
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
        while not stop.is_set():
            while await self.apply() and not stop.is_set():
                pass
            await news.wait(stop, every)

    async def apply(self) -> int:
        """Apply a handful; returns how many were found waiting."""
        found = await asyncio.to_thread(lambda: self._ledger.apply_received(self._clock.now()))
        if found:
            self._relay.ring()
        return found
