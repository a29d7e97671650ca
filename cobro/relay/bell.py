"""A bell that wakes a loop before its pause is over; it may be rung from any thread."""

from __future__ import annotations

import asyncio
import contextlib


class Bell:
    """Rung once or often between two looks, it wakes once. Made inside the running loop."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._rung = asyncio.Event()

    def ring(self) -> None:
        """Wake whoever waits, or whoever waits next."""
        with contextlib.suppress(RuntimeError):  # the loop has ended: nobody waits any more
            self._loop.call_soon_threadsafe(self._rung.set)

    def was_rung(self) -> bool:
        """Whether it was rung since somebody last asked or waited. Inside the loop only."""
        rung = self._rung.is_set()
        self._rung.clear()
        return rung

    async def wait(self, stop: asyncio.Event, seconds: float) -> None:
        """Until it is rung, or told to stop, or so many seconds are over."""
        waits = [asyncio.ensure_future(event.wait()) for event in (self._rung, stop)]
        try:
            await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
        self._rung.clear()
