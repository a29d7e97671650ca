"""Who sends: the key in the request, whom it acts for, what it may do, and how often."""

from __future__ import annotations

import asyncio
import datetime as dt
from http import HTTPStatus

from fastapi import Request

from cobro.clock import Clock
from cobro.gateway.problem import Refusal
from cobro.gateway.rate import Buckets
from cobro.ledger.keys import PREFIX, Holder, Scope, holder_of
from cobro.ledger.ledger import Ledger

_TRUSTED_FOR = dt.timedelta(seconds=1)
"""How long a key is believed without a look into the ledger; a withdrawn one works no longer than this."""
_MOST = 1_000


class Access:
    """Finds out who sends. Keys that nobody holds are looked up each time: only good ones are remembered."""

    def __init__(self, ledger: Ledger, clock: Clock, per_second: float) -> None:
        self._ledger = ledger
        self._clock = clock
        self._buckets = Buckets(per_second, clock)
        self._known: dict[str, tuple[Holder, dt.datetime]] = {}

    async def require(self, request: Request, scope: Scope) -> Holder:
        """Who sends, by `Authorization: Bearer ck_...`.

        Raises:
            Refusal: no key, or one that nobody holds (401); one that may not do this (403); too often (429).
        """
        kind, _, key = request.headers.get("authorization", "").partition(" ")
        return await self.holder(key.strip() if kind.lower() == "bearer" else "", scope)

    async def holder(self, key: str, scope: Scope) -> Holder:
        """Likewise, by the key itself."""
        found = await self._find(key) if key.startswith(PREFIX) else None
        if found is None:
            raise Refusal(
                HTTPStatus.UNAUTHORIZED, "expected a key that is in force", headers={"WWW-Authenticate": "Bearer"}
            )
        self._buckets.take(found.key)
        if scope not in found.scopes:
            raise Refusal(HTTPStatus.FORBIDDEN, f"the key has not the scope {scope.value}")
        return found

    async def _find(self, key: str) -> Holder | None:
        now = self._clock.now()
        holder, since = self._known.get(key, (None, now))
        if holder is not None and dt.timedelta(0) <= now - since < _TRUSTED_FOR:
            return holder
        found = await asyncio.to_thread(self._look_up, key)
        self._known.pop(key, None)
        if found is not None:
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[key] = (found, now)
        return found

    def _look_up(self, key: str) -> Holder | None:
        with self._ledger.reading() as session:
            return holder_of(session, key)
