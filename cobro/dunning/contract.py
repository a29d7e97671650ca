"""What crosses between workflows and activities: ids, numbers, amounts, dates; never a name or an address (law 5)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic import BaseModel, ConfigDict

from cobro.dunning.answer import Answer
from cobro.dunning.move import NumberedMove


class _Contract(BaseModel):
    # Unknown fields are ignored here, so that an older worker can read what a newer one wrote.
    model_config = ConfigDict(frozen=True)


class CaseRef(_Contract):
    """One episode of collecting one invoice."""

    creditor: str
    invoice: str
    episode: int = 1

    @property
    def workflow_id(self) -> str:
        """What an operator reads on the paper; every episode is a run of the same id."""
        return f"invoice/{self.creditor}/{self.invoice}"


class CaseStart(_Contract):
    """Input of `InvoiceCollection`: the case and its move when the relay started it."""

    case: CaseRef
    move: NumberedMove


class Turn(_Contract):
    """Input of an activity of a case: carry out move `n`, if it still is the current one."""

    case: CaseRef
    n: int


class Report(_Contract):
    """Input of the activity `record`: an event as it came, for the ledger to judge."""

    case: CaseRef
    event: Any
    keep: bool
    source: str
    fallback_id: str
    """Id under which a message without a readable id of its own is kept."""


class Recorded(_Contract):
    """What `record` answers: the verdict for the sender, and the move that the case stands at now."""

    answer: Answer
    move: NumberedMove


class PlanLook(_Contract):
    """What the workflow of a plan holds: when its clock must ring, or how the plan ended."""

    alarm: dt.datetime | None
    ending: str | None
    summary: str


class PlanRef(_Contract):
    """One payment plan."""

    creditor: str
    plan: int

    @property
    def workflow_id(self) -> str:
        return f"plan/{self.creditor}/{self.plan}"
