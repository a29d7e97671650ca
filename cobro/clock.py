"""The one clock of the house: machine time, or the calendar of a rehearsal."""

from __future__ import annotations

import datetime as dt
from typing import Protocol


class Clock(Protocol):
    """Gives the moment that everything is stamped with."""

    @property
    def shift(self) -> dt.timedelta:
        """Business time less engine time; zero outside a rehearsal."""
        ...

    def now(self) -> dt.datetime:
        """The moment of business time, aware, in UTC."""
        ...


class MachineClock:
    """Machine time plus a shift: the clock of everything that is not an activity."""

    def __init__(self, shift: dt.timedelta = dt.timedelta(0)) -> None:
        self._shift = shift

    @property
    def shift(self) -> dt.timedelta:
        return self._shift

    def now(self) -> dt.datetime:
        return dt.datetime.now(dt.UTC) + self._shift
