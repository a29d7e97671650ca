"""A way out whose provider refuses the addresses that the script names."""

from __future__ import annotations

import datetime as dt

from cobro.channels.way import Way
from cobro.dunning.contact import Evidence, Message, Outcome, Refusal, Refused


class Mailbox(Way):
    """Hands messages to another way, except those to addresses that bounce."""

    grace = dt.timedelta(0)

    def __init__(self, way: Way, bounces: tuple[str, ...]) -> None:
        self._way = way
        self.keeps_what_it_took = way.keeps_what_it_took
        self._bounces = frozenset(bounces)

    def send(self, message: Message) -> Outcome:
        if message.to in self._bounces:
            return Refused(Refusal.ADDRESS, "no such mailbox")
        return self._way.send(message)

    def look_up(self, message: Message) -> Evidence:
        return self._way.look_up(message)
