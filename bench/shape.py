"""The shape of a life, read from its history: which timers it set, what followed each, and how it was driven.

"Same shape" means, for every comparison of the bench: one life of ours is lived and its history read; each bare life
then sets as many timers, of the same lengths, in the same order; behind each it runs as many activities, one after
the other, which do nothing; it receives as many signals at the same points of its life; and it is started, carried
forward and waited for by the same requests from the same driver, with the same number of lives at once, against the
same server and with a worker of the same limits. What ours has more of is its cost: the import, the ledger, the
letters, the rules, what people report, payloads, summaries, details and search attributes (an upsert at the end is
one Action more).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from temporalio.api.enums.v1 import EventType
from temporalio.api.history.v1 import HistoryEvent


@dataclass(slots=True)
class Beat:
    """A timer, rung or cut short by a signal, and the number of activities that followed it."""

    seconds: float
    activities: int = 0


@dataclass(frozen=True, slots=True)
class Stop:
    """What was done to the workflow, so long after its start: its clock carried there, or a signal sent there."""

    after: dt.timedelta
    signal: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """Beats for the workflow, stops for whoever drives it."""

    beats: tuple[Beat, ...]
    stops: tuple[Stop, ...]


def shape_of(events: Sequence[HistoryEvent]) -> Shape:
    """Read a shape; expects a life that skipped time and waited before its first activity."""
    began = events[0].event_time.ToDatetime(dt.UTC)
    beats: list[Beat] = []
    stops: list[Stop] = []
    for event in events:
        after = event.event_time.ToDatetime(dt.UTC) - began
        match event.event_type:
            case EventType.EVENT_TYPE_TIMER_STARTED:
                beats.append(Beat(event.timer_started_event_attributes.start_to_fire_timeout.ToMilliseconds() / 1000))
            case EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED:
                beats[-1].activities += 1
            case EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED:
                stops.append(Stop(after, signal=True))
            case EventType.EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED:
                if (skipped := _carried(event)) > dt.timedelta(0):
                    stops.append(Stop(after + skipped, signal=False))
    return Shape(tuple(beats), tuple(stops))


def _carried(event: HistoryEvent) -> dt.timedelta:
    """How far an order to skip time carries the clock."""
    config = event.workflow_execution_options_updated_event_attributes.time_skipping_config
    return dt.timedelta(milliseconds=config.fast_forward_config.duration.ToMilliseconds())
