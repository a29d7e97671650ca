"""Shorter tries: a worker's interceptor, so that what takes minutes in earnest takes seconds here.

What is shortened keeps its order: a try has a third of its time for the claim, the provider's silence ends before the
try does, and a look-up waits for longer than a whole try.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from temporalio.common import RetryPolicy
from temporalio.worker import (
    Interceptor,
    StartActivityInput,
    WorkflowInboundInterceptor,
    WorkflowInterceptorClassInput,
    WorkflowOutboundInterceptor,
)
from temporalio.workflow import ActivityHandle

ONE_TRY = dt.timedelta(seconds=20)
"""A minute in earnest."""
GRACE = dt.timedelta(seconds=22)
"""Five minutes in earnest."""
SILENCE = 5.0
"""Seconds, ten in earnest: how long a worker waits for a word of the provider."""
_AGAIN = RetryPolicy(initial_interval=dt.timedelta(seconds=0.5), maximum_interval=dt.timedelta(seconds=2))


class ShortTries(Interceptor):
    """Shortens every try of every activity that workflows ask for."""

    def workflow_interceptor_class(self, input: WorkflowInterceptorClassInput) -> type[WorkflowInboundInterceptor]:
        return _Inbound


class _Inbound(WorkflowInboundInterceptor):
    def init(self, outbound: WorkflowOutboundInterceptor) -> None:
        super().init(_Outbound(outbound))


class _Outbound(WorkflowOutboundInterceptor):
    def start_activity(self, input: StartActivityInput) -> ActivityHandle[Any]:
        input.start_to_close_timeout, input.retry_policy = ONE_TRY, _AGAIN
        return super().start_activity(input)
