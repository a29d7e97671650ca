"""What every way in shares: the ledger, the writer, the keys, the clock, and the creditors as they stand."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable

from cobro.clock import Clock
from cobro.dunning.parties import Creditor
from cobro.gateway.access import Access
from cobro.gateway.billing import Sent
from cobro.gateway.problem import not_found
from cobro.gateway.writer import Writer
from cobro.ledger import tables as t
from cobro.ledger.keys import Holder
from cobro.ledger.ledger import Ledger
from cobro.settings import Settings

_BELIEVED_FOR = dt.timedelta(seconds=5)


class Gate:
    """Handed to the routes when the application is made. `on_news` is called when something was stored."""

    def __init__(self, ledger: Ledger, settings: Settings, clock: Clock, on_news: Callable[[], None]) -> None:
        self.ledger = ledger
        self.settings = settings
        self.clock = clock
        self.on_news = on_news
        self.writer = Writer(ledger, clock, on_news)
        self.access = Access(ledger, clock, settings.rate_per_key)
        self._creditors: dict[str, tuple[Creditor, dt.datetime]] = {}

    async def creditor(self, creditor_id: str) -> Creditor:
        """The creditor of that id.

        Raises:
            Refusal: there is none (404).
        """
        now = self.clock.now()
        known = self._creditors.get(creditor_id)
        if known is not None and dt.timedelta(0) <= now - known[1] < _BELIEVED_FOR:
            return known[0]
        found = await asyncio.to_thread(self._look_up, creditor_id)
        if found is None:
            raise not_found()
        self._creditors[creditor_id] = (found, now)
        return found

    async def sent_by(self, holder: Holder, received: str) -> Sent:
        """Who sent something with a key; `received` is its SHA-256."""
        return Sent(await self.creditor(holder.creditor), holder.name, "http", received)

    def _look_up(self, creditor_id: str) -> Creditor | None:
        with self.ledger.reading() as session:
            row = session.get(t.Creditor, creditor_id)
            return row.value if row else None
