"""Asking providers what became of contacts that nobody knows about: a loop beside the relay."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Mapping

from cobro.channels.way import Way
from cobro.clock import Clock
from cobro.dunning.contact import Channel, Message, Unclear
from cobro.ledger.ledger import Ledger
from cobro.relay.bell import Bell

_log = logging.getLogger(__name__)

_EVERY = 30.0
_LONGEST_PAUSE = 3600.0
_ASKED_FOR = dt.timedelta(days=14)
"""So long after its claim a contact is asked about; one that is still unknown then stays unknown."""


class LookUps:
    """Looks up each contact in doubt whose provider keeps what it took, once the channel's grace is over, and again
    later and later, up to an hour, while the provider does not answer.

    What it proves is written down: taken, or never taken, in which case the step is done again by an ordinary move.
    Several may run side by side, in one process or in many: the first proof stands.
    """

    def __init__(self, ledger: Ledger, ways: Mapping[Channel, Way], clock: Clock, relay: Bell) -> None:
        self._ledger = ledger
        self._ways = {channel: way for channel, way in ways.items() if way.keeps_what_it_took}
        self._clock = clock
        self._relay = relay
        self._pauses: dict[str, float] = {}
        """Seconds until each contact is asked about again."""
        self._again: dict[str, float] = {}
        """When that is, by the loop's clock."""

    async def run(self, stop: asyncio.Event, every: float = _EVERY) -> None:
        """Look so often.

        Raises:
            OperationalError: the database does not answer.
        """
        bell = Bell()
        while not stop.is_set():
            await self.look()
            await bell.wait(stop, every)

    async def look(self) -> int:
        """Ask about whatever it is time for; returns how many doubts were resolved.

        A provider that has no answer to one question is asked the others the next time.
        """
        resolved, silent, now = 0, set(), asyncio.get_running_loop().time()
        doubts = await asyncio.to_thread(self._doubts)
        known = {message.contact for message in doubts}
        self._pauses = {contact: pause for contact, pause in self._pauses.items() if contact in known}
        for message in doubts:
            if message.channel in silent or self._again.get(message.contact, now) > now:
                continue
            if await asyncio.to_thread(self._ask, message):
                resolved += 1
            else:
                silent.add(message.channel)
                pause = min(2 * self._pauses.get(message.contact, _EVERY), _LONGEST_PAUSE)
                self._pauses[message.contact], self._again[message.contact] = pause, now + pause
        self._again = {contact: self._again[contact] for contact in self._pauses}
        if resolved:
            self._relay.ring()
        return resolved

    def _doubts(self) -> list[Message]:
        now = self._clock.now()
        doubts = self._ledger.doubtful(self._ways, now - _ASKED_FOR)
        return [message for message in doubts if message.claimed_at + self._ways[message.channel].grace <= now]

    def _ask(self, message: Message) -> bool:
        evidence = self._ways[message.channel].look_up(message)
        if isinstance(evidence, Unclear):
            _log.info("contact %s is still in doubt: %s", message.contact, evidence.detail)
            return False
        self._ledger.resolve(message.contact, evidence, self._clock.now())
        return True
