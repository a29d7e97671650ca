"""The clock of an activity: the engine's own time, which a skipping server carries forward with the workflow."""

from __future__ import annotations

import datetime as dt

from temporalio import activity


class ActivityClock:
    """Business time inside an activity: when this try was started, plus the shift of a rehearsal.

    Every try of one activity has the time at which the server started it, on any queue; machine time would say today
    where a rehearsal is weeks ahead.
    """

    def __init__(self, shift: dt.timedelta = dt.timedelta(0)) -> None:
        self._shift = shift

    @property
    def shift(self) -> dt.timedelta:
        return self._shift

    def now(self) -> dt.datetime:
        return activity.info().started_time + self._shift
