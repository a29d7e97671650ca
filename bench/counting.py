"""What a life costs by its history: Actions as Temporal Cloud bills them, events, bytes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from temporalio.api.enums.v1 import EventType
from temporalio.api.history.v1 import HistoryEvent
from temporalio.client import WorkflowHandle

ACTIONS = {
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED: "start",
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED: "signal",
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED: "update",
    EventType.EVENT_TYPE_TIMER_STARTED: "timer",
    EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED: "activity",
    EventType.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES: "upsert",
}
"""One Action each. A further try of an activity is one more; there are no children and no schedules here."""

SKIPPING = (
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED,
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TIME_SKIPPING_TRANSITIONED,
)
"""What skipping time itself leaves in a history; a case that lives in real time has none of it."""


@dataclass(frozen=True, slots=True)
class Cost:
    """The cost of one life, without the events of skipping time.

    `skipping_events` and `skipping_bytes` are what was left out, `stored_bytes` is the history's size as the server
    gives it, with them.
    """

    actions: int
    events: int
    bytes: int
    by_action: dict[str, int]
    by_activity: dict[str, int]
    bytes_by_event: dict[str, int]
    skipping_events: int
    skipping_bytes: int
    stored_bytes: int


async def events_of(handle: WorkflowHandle[Any, Any]) -> list[HistoryEvent]:
    """The whole history of a workflow's last run."""
    return list((await handle.fetch_history()).events)


async def cost_of(handle: WorkflowHandle[Any, Any]) -> Cost:
    """Count a finished life from its history."""
    described = await handle.describe()
    return count(await events_of(handle), described.raw_description.workflow_execution_info.history_size_bytes)


def count(events: Sequence[HistoryEvent], stored_bytes: int) -> Cost:
    """Count Actions, events and bytes. What the server adds around the events is shared out by bytes."""
    living = [event for event in events if event.event_type not in SKIPPING]
    by_action = Counter(ACTIONS[event.event_type] for event in living if event.event_type in ACTIONS)
    retries = sum(max(0, event.activity_task_started_event_attributes.attempt - 1) for event in living)
    if retries:
        by_action["retry"] = retries
    by_activity: Counter[str] = Counter()
    bytes_by_event: Counter[str] = Counter()
    for event in living:
        bytes_by_event[EventType.Name(event.event_type).removeprefix("EVENT_TYPE_").lower()] += event.ByteSize()
        if event.event_type == EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED:
            by_activity[event.activity_task_scheduled_event_attributes.activity_type.name] += 1
    own, all_bytes = bytes_by_event.total(), sum(event.ByteSize() for event in events)
    stored_own = round(stored_bytes * own / all_bytes)
    return Cost(
        actions=by_action.total(),
        events=len(living),
        bytes=stored_own,
        by_action=dict(by_action),
        by_activity=dict(by_activity),
        bytes_by_event=dict(bytes_by_event.most_common()),
        skipping_events=len(events) - len(living),
        skipping_bytes=stored_bytes - stored_own,
        stored_bytes=stored_bytes,
    )
