"""Hearing when a worker has come to the end of a step, so that the driver need not ask again and again."""

from __future__ import annotations

import asyncio
from typing import Any

from temporalio import activity
from temporalio.worker import ActivityInboundInterceptor, ExecuteActivityInput, Interceptor


class Hearing(Interceptor):
    """Put into the worker of a rehearsal; keeps an event for each workflow that somebody waits for.

    The worker has to run on the event loop of those who wait.
    """

    def __init__(self) -> None:
        self._events: dict[str, asyncio.Event] = {}

    def of(self, workflow_id: str) -> asyncio.Event:
        """Set each time a step of this workflow is over, carried out or not."""
        return self._events.setdefault(workflow_id, asyncio.Event())

    def intercept_activity(self, next: ActivityInboundInterceptor) -> ActivityInboundInterceptor:
        return _Listening(next, self)


class _Listening(ActivityInboundInterceptor):
    def __init__(self, next: ActivityInboundInterceptor, hearing: Hearing) -> None:
        super().__init__(next)
        self._hearing = hearing

    async def execute_activity(self, input: ExecuteActivityInput) -> Any:
        try:
            return await super().execute_activity(input)
        finally:
            workflow_id = activity.info().workflow_id
            if workflow_id is not None:
                self._hearing.of(workflow_id).set()
