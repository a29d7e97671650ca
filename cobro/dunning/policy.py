"""A dunning policy: the ladder of steps and the limits within which a customer is contacted. Data, never code."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from cobro.dunning.move import Role

_TAKEN = ("broken-promise", "hand-over")
"""How the names of the house's own steps begin: of a promise's reminder, and of the end (see `ladder`)."""

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]


class Fact(StrEnum):
    """Facts of a case that a policy may name in a condition."""

    UNREACHED = "unreached"
    """The calls of the ladder were tried as often as the policy asks and nobody was spoken to."""
    IN_TOUCH = "in_touch"
    """The customer has been in touch about a difficulty (R31)."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Instead(_Part):
    """What changes in a step when a fact holds: another letter, or another goal for a call."""

    when: Fact
    letter: Slug | None = None
    goal: Slug | None = None


class Step(_Part):
    """One rung. `days` are calendar days after `after`; closed days shift it onto the next working day."""

    step: Slug
    days: int = Field(ge=0, le=365)
    after: Literal["due", "previous"] = "previous"
    do: Literal["email", "sms", "call", "decision"]
    by: Role = Role.AUTOMATIC
    letter: Slug | None = None
    goal: Slug | None = None
    needs_call: bool = False
    """Wait until the last call was answered or given up (R29: only after having spoken)."""
    instead: tuple[Instead, ...] = ()

    @model_validator(mode="after")
    def _has_what_it_does(self) -> Self:
        if self.do in ("email", "sms") and self.letter is None:
            raise ValueError(f"step {self.step}: an {self.do} needs a letter")
        if self.do == "call" and (self.goal is None or self.by is Role.AUTOMATIC):
            raise ValueError(f"step {self.step}: a call needs a goal, and a person in 'by'")
        return self


class BrokenPromise(_Part):
    """What leaves at once when a promise is not kept (R36)."""

    do: Literal["email", "sms"] = "email"
    letter: Slug = "broken-promise"
    by: Role = Role.AUTOMATIC


class Limits(_Part):
    """How often and how long (days are working days where the name says so)."""

    contacts_a_week: int = Field(default=3, ge=1, le=7)
    """Dunning contacts with one customer in any seven days; never more than one a day."""
    call_attempts: int = Field(default=3, ge=1, le=10)
    call_working_days: int = Field(default=3, ge=1, le=30)
    decision_working_days: int = Field(default=5, ge=1, le=60)
    dispute_working_days: int = Field(default=5, ge=1, le=60)
    repair_working_days: int = Field(default=1, ge=1, le=30)
    overdue_working_days: int = Field(default=3, ge=1, le=30)
    """How long a task that ran out stays with the senior before it is called to mind again."""
    promise_days: int = Field(default=30, ge=1, le=365)
    hold_days: int = Field(default=90, ge=1, le=730)
    grace_banking_days: int = Field(default=2, ge=0, le=10)
    """How long money promised for a day may take to be booked."""


class Policy(_Part):
    """A named, versioned ladder. The name and version that governed a contact are recorded with it."""

    name: Slug
    version: int = Field(ge=1)
    steps: tuple[Step, ...] = Field(min_length=1)
    broken_promise: BrokenPromise = BrokenPromise()
    limits: Limits = Limits()

    @model_validator(mode="after")
    def _ladder_holds_together(self) -> Self:
        names = [step.step for step in self.steps]
        for i, name in enumerate(names):
            if name in names[:i]:
                raise ValueError(f"step {name}: each step needs a name of its own")
            if name.startswith(_TAKEN):
                raise ValueError(f"step {name}: a name that begins so is the house's own")
        if self.steps[0].after != "due":
            raise ValueError(f"step {names[0]}: the first step counts its days from the due date (after: due)")
        if self.steps[-1].do != "decision":
            raise ValueError(f"step {names[-1]}: a ladder ends in a decision (R33)")
        for step in self.steps[:-1]:
            if step.do == "decision":
                raise ValueError(f"step {step.step}: a decision ends the ladder, nothing comes after it (R33)")
        offsets = [self.offset(i) for i in range(len(self.steps))]
        for name, earlier, later in zip(names[1:], offsets, offsets[1:], strict=False):
            if later <= earlier:
                raise ValueError(f"step {name}: would not come after the step before it")
        calls = [i for i, step in enumerate(self.steps) if step.do == "call"]
        for i, step in enumerate(self.steps):
            if step.needs_call and not any(call < i for call in calls):
                raise ValueError(f"step {step.step}: needs a call, and none comes before it")
        return self

    def offset(self, index: int) -> int:
        """Planned calendar days from the due date to a step."""
        days = 0
        for step in self.steps[: index + 1]:
            days = step.days if step.after == "due" else days + step.days
        return days

    def gap(self, index: int) -> int:
        """Planned calendar days between a step and the one before it (before the first: the due date)."""
        return self.offset(index) - (self.offset(index - 1) if index else 0)
