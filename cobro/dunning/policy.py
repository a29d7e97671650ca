"""A dunning policy: the ladder of steps and the limits within which a customer is contacted. Data, never code."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from cobro.dunning.condition import When
from cobro.dunning.formal import FORMAL
from cobro.dunning.move import Role
from cobro.dunning.owed import OWED_LETTERS
from cobro.dunning.segments import BEFORE_DUE, Segment
from cobro.dunning.slug import Slug

OFFER = "offer-time"
"""The goal that is no ordinary call: somebody offers time or a payment plan, in whatever way (R31)."""

_TAKEN = ("broken-promise", "hand-over", BEFORE_DUE, FORMAL, *OWED_LETTERS)
"""How the names of the house's own steps begin: of a promise's reminder, of the end, and of what is owed in writing."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Instead(_Part):
    """What changes in a step when a condition holds: another letter, or another goal for a call."""

    when: When
    letter: Slug | None = None
    goal: Slug | None = None


class Step(_Part):
    """One rung. `days` are calendar days after `after`; closed days shift it onto the next working day.

    `after` is the due date, the issue date or the step before. Only a call counted from the due date may lie before it
    (`days` below 0).
    """

    step: Slug
    days: int = Field(default=0, ge=-60, le=365)
    after: Literal["due", "issued", "previous"] = "previous"
    do: Literal["email", "sms", "call", "decision", "handoff"]
    by: Role = Role.AUTOMATIC
    letter: Slug | None = None
    goal: Slug | None = None
    to: Literal["legal", "agency"] | None = None
    """For a handoff: where to. It is proposed to the person who decides, and nothing leaves without that (R33)."""
    law: bool = False
    """The letter may mention the law and what follows by it (R30, R51): only where a senior person signs it."""
    reach: tuple[Slug, ...] = ()
    """Roles at the customer to whom the step goes: the first that is known, else whoever usually gets the letters."""
    needs: Literal["spoken"] | None = None
    """Wait until the last call was answered or given up (R29: only after having spoken)."""
    when: When | None = None
    """The step is passed over where this does not hold when its turn comes."""
    instead: tuple[Instead, ...] = ()

    @model_validator(mode="after")
    def _has_what_it_does(self) -> Self:
        if self.do in ("email", "sms") and self.letter is None:
            raise ValueError(f"step {self.step}: an {self.do} needs a letter")
        if self.do == "call" and (self.goal is None or self.by is Role.AUTOMATIC):
            raise ValueError(f"step {self.step}: a call needs a goal, and a person in 'by'")
        if (self.do == "handoff") != (self.to is not None):
            raise ValueError(f"step {self.step}: a handoff, and nothing else, needs a 'to'")
        if self.do == "handoff" and (self.days or self.after != "previous"):
            raise ValueError(f"step {self.step}: a handoff follows the decision at once, without days of its own")
        if self.do != "handoff" and "days" not in self.model_fields_set:
            raise ValueError(f"step {self.step}: needs days")
        return self

    @model_validator(mode="after")
    def _says_nothing_idle(self) -> Self:
        if self.letter is not None and self.do not in ("email", "sms"):
            raise ValueError(f"step {self.step}: a {self.do} has no letter")
        if self.goal is not None and self.do != "call":
            raise ValueError(f"step {self.step}: an {self.do} has no goal")
        if self.do == "decision" and (self.when or self.instead or self.needs):
            raise ValueError(f"step {self.step}: a decision has no conditions, for somebody has to decide (R33)")
        if self.law and (self.letter is None or self.by is not Role.SENIOR):
            raise ValueError(f"step {self.step}: law, but only a letter that a senior signs may mention it (R30, R51)")
        if self.reach and self.do in ("decision", "handoff"):
            raise ValueError(f"step {self.step}: a {self.do} reaches nobody at the customer")
        field = "goal" if self.do == "call" else "letter"
        if any(
            (variant.letter is None, variant.goal is None) != (field != "letter", field != "goal")
            for variant in self.instead
        ):
            raise ValueError(f"step {self.step}: instead of {self.do}, expected a condition (when) and a {field}")
        if self.days < 0 and (self.do != "call" or self.after != "due"):
            raise ValueError(
                f"step {self.step}: days below 0, but only a call counted from the due date may come before it"
            )
        if self.needs and not any(variant.when.unreached for variant in self.instead):
            raise ValueError(
                f"step {self.step}: needs spoken, so it has to say what happens when nobody could be reached "
                "(instead: when: unreached: true)"
            )
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
    days_between_contacts: int = Field(default=1, ge=1, le=30)
    """Calendar days from one dunning contact with a customer to the next, at least; 1 is one a day."""
    never_chased_days: int = Field(default=90, ge=0, le=3650)
    """An invoice that comes in more days than this after its due date, and of which no step was done, was never
    chased."""
    never_chased: Literal["friendly", "person"] = "friendly"
    """What becomes of it: it starts at the first step, whatever its age, or a person decides first."""
    contacts_before_decision: int | None = Field(default=None, ge=1, le=50)
    """Contacts about one invoice after which nothing more leaves and a person decides (R49); none: the ladder's."""
    call_attempts: int = Field(default=3, ge=1, le=10)
    call_working_days: int = Field(default=3, ge=1, le=30)
    decision_working_days: int = Field(default=5, ge=1, le=60)
    dispute_working_days: int = Field(default=5, ge=1, le=60)
    reply_working_days: int = Field(default=3, ge=1, le=10)
    """How long a customer's reply silences at most; then it is the senior's, and the ladder goes on."""
    proof_working_days: int = Field(default=3, ge=1, le=10)
    """How long nobody insists after a customer said that it is paid."""
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
    version: int = Field(ge=1, le=1_000_000)
    steps: tuple[Step, ...] = Field(min_length=1)
    broken_promise: BrokenPromise = BrokenPromise()
    limits: Limits = Limits()
    segments: tuple[Segment, ...] = ()
    """Kinds of customer that are treated otherwise; the first that holds counts."""

    @model_validator(mode="after")
    def _each_step_has_a_name(self) -> Self:
        names = self.names
        for i, name in enumerate(names):
            if name in names[:i]:
                raise ValueError(f"step {name}: each step needs a name of its own")
            if name.startswith(_TAKEN):
                raise ValueError(f"step {name}: a name that begins so is the house's own")
        return self

    @model_validator(mode="after")
    def _ends_in_a_decision(self) -> Self:
        last = self.steps[-1]
        ladder = self.steps[:-1] if last.do == "handoff" else self.steps
        if not ladder or ladder[-1].do != "decision":
            raise ValueError(f"step {last.step}: a ladder ends in a decision, and a handoff only follows one (R33)")
        for step in ladder[:-1]:
            if step.do in ("decision", "handoff"):
                raise ValueError(f"step {step.step}: a decision ends the ladder, only a handoff comes after it (R33)")
        most = self.limits.contacts_before_decision
        if most is not None and len(ladder) - 1 > most:
            raise ValueError(f"limits.contacts_before_decision: {most}, but the ladder has {len(ladder) - 1} contacts")
        return self

    @model_validator(mode="after")
    def _steps_follow_one_another(self) -> Self:
        if self.steps[0].after == "previous":
            raise ValueError(
                f"step {self.steps[0].step}: the first step counts its days from the due date (after: due) "
                "or the issue date (after: issued)"
            )
        for earlier, later in pairwise(self._planned()):
            if later.anchor == earlier.anchor and later.days <= earlier.days and later.step.do != "handoff":
                raise ValueError(f"step {later.step.step}: would not come after the step before it")
        for planned in self._planned():
            if planned.anchor == "due" and planned.days < 0 and planned.step.do != "call":
                raise ValueError(f"step {planned.step.step}: would come before the due date, and only a call may")
        return self

    @model_validator(mode="after")
    def _speaks_before_it_needs_to_have_spoken(self) -> Self:
        calls = [i for i, step in enumerate(self.steps) if step.do == "call"]
        for i, step in enumerate(self.steps):
            if step.needs and not any(call < i for call in calls):
                raise ValueError(f"step {step.step}: needs a call to speak in, and none comes before it")
        return self

    @model_validator(mode="after")
    def _segments_fit(self) -> Self:
        names = [segment.name for segment in self.segments]
        contacts = [step.step for step in self.steps if step.do not in ("decision", "handoff")]
        for i, segment in enumerate(self.segments):
            if segment.name in names[:i]:
                raise ValueError(f"segment {segment.name}: each segment needs a name of its own")
            if segment.at_most and segment.at_most not in contacts:
                raise ValueError(f"segment {segment.name}: at_most, expected one of {', '.join(contacts)}")
        return self

    def segment(self, name: str | None) -> Segment | None:
        """The segment of that name."""
        return next((segment for segment in self.segments if segment.name == name), None)

    @property
    def names(self) -> list[str]:
        """The names of the steps, in order."""
        return [step.step for step in self.steps]

    @property
    def decision(self) -> int:
        """The place of the decision (from 0). A handoff may stand after it, and is never reached without it."""
        return len(self.steps) - (2 if self.steps[-1].do == "handoff" else 1)

    @property
    def earnest(self) -> int:
        """The place from which on letters are about overdue invoices only: the first letter that a senior signs, or
        that comes after having spoken."""
        letters = (i for i, step in enumerate(self.steps) if step.letter and (step.needs or step.by is Role.SENIOR))
        return next(letters, self.decision)

    @property
    def digest(self) -> str:
        """SHA-256 of the whole content; comments and the order of fields in a file do not count."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()

    def offsets(self, terms: int = 0) -> tuple[int, ...]:
        """Planned calendar days from the due date to each step.

        A letter that counts from the issue date waits for the day after the due date, and where counts from different
        dates would cross, a step comes a day after the one before it.

        Args:
            terms: calendar days from the issue date to the due date.
        """
        found: list[int] = []
        for planned in self._planned():
            days = planned.days - (terms if planned.anchor == "issued" else 0)
            if planned.step.after == "previous":
                days = found[-1] + planned.step.days
            if planned.anchor == "issued" and planned.step.do != "call":
                days = max(days, 1)
            if found and planned.step.do != "handoff":
                days = max(days, found[-1] + 1)
            found.append(days)
        return tuple(found)

    def offset(self, index: int, terms: int = 0) -> int:
        """Planned calendar days from the due date to a step."""
        return self.offsets(terms)[index]

    def gap(self, index: int, terms: int = 0) -> int:
        """Planned calendar days between a step and the one before it (before the first: the due date)."""
        offsets = self.offsets(terms)
        return offsets[index] - (offsets[index - 1] if index else 0)

    def _planned(self) -> Iterator[_Planned]:
        """The steps with the date that each counts from in the end, and the days from it."""
        anchor, days = "due", 0
        for step in self.steps:
            if step.after == "previous":
                days += step.days
            else:
                anchor, days = step.after, step.days
            yield _Planned(step, anchor, days)


@dataclass(frozen=True, slots=True)
class _Planned:
    step: Step
    anchor: str
    days: int
