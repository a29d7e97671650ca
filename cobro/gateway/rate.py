"""How often somebody may send: a bucket of tokens for each, filled evenly, that never makes anybody wait."""

from __future__ import annotations

from collections import OrderedDict
from http import HTTPStatus
from math import ceil

from cobro.clock import Clock
from cobro.gateway.problem import Refusal

_MOST = 10_000
"""How many senders are remembered; whoever has been quiet longest is forgotten first, with a full bucket."""


class Buckets:
    """Lets each sender through `per_second` times on average, and twice as often within one second."""

    def __init__(self, per_second: float, clock: Clock) -> None:
        self._per_second = per_second
        self._burst = max(1.0, 2 * per_second)
        self._clock = clock
        self._buckets: OrderedDict[object, tuple[float, float]] = OrderedDict()

    def take(self, sender: object) -> None:
        """Count one request of a sender.

        Raises:
            Refusal: it is one too many (429), with the seconds to wait.
        """
        at = self._clock.now().timestamp()
        tokens, since = self._buckets.get(sender, (self._burst, at))
        tokens = min(self._burst, tokens + max(0.0, at - since) * self._per_second)
        allowed = tokens >= 1
        self._buckets[sender] = (tokens - 1 if allowed else tokens, at)
        self._buckets.move_to_end(sender)
        if len(self._buckets) > _MOST:
            self._buckets.popitem(last=False)
        if not allowed:
            wait = max(1, ceil((1 - tokens) / self._per_second))
            raise Refusal(HTTPStatus.TOO_MANY_REQUESTS, "too many requests", headers={"Retry-After": str(wait)})
