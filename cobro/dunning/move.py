"""What a case does next: the value that the rules decide and the workflow carries out."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, SerializerFunctionWrapHandler, model_serializer


class Do(StrEnum):
    """The kinds of move. The values of the first six name the activities in a workflow's history."""

    SEND_EMAIL = "send_email"
    SEND_SMS = "send_sms"
    OPEN_CALL = "open_call"
    ASK_DECISION = "ask_decision"
    HAND_OVER = "hand_over"
    LOOK = "look"
    """Nothing leaves; the case is looked at again (a silence ends, a person is late)."""
    END = "end"


class Ending(StrEnum):
    """How an episode ends."""

    SETTLED = "settled"
    PAYMENT_PLAN = "payment_plan"
    LEGAL_HANDOFF = "legal_handoff"
    AGENCY_HANDOFF = "agency_handoff"
    WRITTEN_OFF = "written_off"
    CANCELLED = "cancelled"


class Role(StrEnum):
    """Who signs or carries out a step (R56)."""

    AUTOMATIC = "automatic"
    JUNIOR = "junior"
    SENIOR = "senior"


class Move(BaseModel):
    """The next move of one case, as the rules decide it.

    `at` is business time: when a timer has to ring, aware. `why` is for people and carries no personal data.
    """

    model_config = ConfigDict(frozen=True)

    do: Do
    at: dt.datetime
    why: str
    step: str | None = None
    letter: str | None = None
    by: Role = Role.AUTOMATIC
    goal: str | None = None
    ending: Ending | None = None
    shifted: str | None = None
    """What put it off beyond its planned day or hour, in the order in which it did: `Saint John's Day, Catalonia`."""


class NumberedMove(BaseModel):
    """A move as the workflow holds it: its number in the episode, and when the engine's own clock must ring.

    `alarm` is `at` in the time of the Temporal Server: the same instant, except in a rehearsal, whose calendar is
    shifted. Being an instant and not a duration, it stays right when workers were away before the timer was set.
    """

    model_config = ConfigDict(frozen=True)

    n: int
    do: Do
    alarm: dt.datetime
    summary: str
    details: str = ""
    ending: Ending | None = None
    came: str | None = None
    """What came of the turn that answers with this move: an outcome, and the reference of the contact if there was one
    (how its id begins)."""

    @model_serializer(mode="wrap")
    def _without_nothing(self, plain: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Histories are paid for by their size: what is not there takes no room."""
        return {name: value for name, value in plain(self).items() if value is not None}
