"""Bare Temporal of the shape of one of our lives: the same timers, empty activities behind them, a signal to end.

No ledger, no letters, no rules, no search attributes. Imports nothing but the SDK: a workflow is loaded from here.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

from temporalio import activity, workflow

_ONE_TRY = timedelta(minutes=1)


@activity.defn
def nothing() -> None:
    """What a step costs when it does nothing."""


@workflow.defn
class BareLife:
    """Timers and empty activities, one after the other."""

    def __init__(self) -> None:
        self._woken = False

    @workflow.run
    async def run(self, beats: list[tuple[float, int]]) -> None:
        """Wait for each timer, or for a signal before it rings, and do nothing so many times."""
        for seconds, activities in beats:
            with suppress(TimeoutError):
                await workflow.wait_condition(lambda: self._woken, timeout=timedelta(seconds=seconds))
            self._woken = False
            for _ in range(activities):
                await workflow.execute_activity(nothing, start_to_close_timeout=_ONE_TRY)

    @workflow.signal
    def wake(self) -> None:
        self._woken = True
