"""Carrying one workflow's own virtual clock forward to a moment of business time."""

from __future__ import annotations

import datetime as dt

from temporalio.client import Client
from temporalio.testing import TimeSkipper

from cobro.clock import MachineClock

_NOTHING = dt.timedelta(0)
# Where the moment passes while the workflow is at work, the server (1.32) skips on to its next timer, days away; an
# order as short as a step's work would meet that.
_SHORTEST = dt.timedelta(seconds=10)


class Travel:
    """Knows how business time, each workflow's time and machine time lie to each other.

    Needs a server that was started with time skipping allowed. Workflows are started through an ordinary client: one
    that skips by itself would run to its end at once.
    """

    def __init__(self, client: Client, clock: MachineClock) -> None:
        self._client = client
        self._skipper = TimeSkipper(client)
        self._clock = clock

    def delay_until(self, business: dt.datetime) -> dt.timedelta | None:
        """How long a workflow that begins at that moment has to wait for it on the machine's clock."""
        ahead = (business - self._clock.shift) - dt.datetime.now(dt.UTC)
        return ahead if ahead > _NOTHING else None

    async def forward(self, workflow_id: str, business: dt.datetime) -> None:
        """Carry a workflow forward to a moment; one within seconds of it stays, one that ends on the way is done.

        No timer of the workflow, out of date or not, may be due within the seconds before that moment.
        """
        handle = self._client.get_workflow_handle(workflow_id)
        left = (business - self._clock.shift) - await self._skipper.get_current_time(handle)
        if left > _SHORTEST:
            await self._skipper.fast_forward(handle, left)
