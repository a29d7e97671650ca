"""The pace a provider allows: a token bucket before the call, and the wait it asks for after a refusal."""

from __future__ import annotations

import datetime as dt
import threading
import time
from collections.abc import Callable

_SHORTEST = 1.0
_LONGEST = 3600.0


class TokenBucket:
    """Lets `per_second` calls through on average and `burst` of them at once, over all threads of this process.

    A caller who comes too early sleeps until its turn; turns are given in the order of arrival.

    Raises:
        ValueError: a rate or a burst that would never let anything through.
    """

    def __init__(
        self,
        per_second: float,
        burst: int,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        if not per_second > 0 or burst < 1:
            raise ValueError(f"{per_second} a second with a burst of {burst} lets nothing through")
        self._per_second = per_second
        self._burst = burst
        self._now = now
        self._sleep = sleep
        self._lock = threading.Lock()
        self._tokens = float(burst)
        self._at = now()

    def take(self) -> None:
        """Take one token, asleep until there is one."""
        with self._lock:
            at = self._now()
            filled = self._tokens + (at - self._at) * self._per_second
            # Below zero is a debt: a token taken in advance, for which this caller waits and the next one longer.
            self._tokens = min(float(self._burst), filled) - 1
            self._at = at
            wait = -self._tokens / self._per_second
        if wait > 0:
            self._sleep(wait)


def asked_wait(seconds: float) -> dt.timedelta:
    """The wait a provider asks for, held between a second and an hour: a wrong clock must not park a case."""
    return dt.timedelta(seconds=max(_SHORTEST, min(_LONGEST, seconds)))
