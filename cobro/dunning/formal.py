"""A formal notice: a letter that a named person approved. It leaves alone, and then its invoices are left in peace."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

FORMAL = "formal-notice"
"""The letter, and how the step of a notice is called: its number follows. No policy can give a rung such a name."""

NOTICE_DAYS = 10
"""Calendar days that the customer has to answer, where the person who approves does not say."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice of an invoice, the newest. `until` is the last day of its clock, once it has left."""

    number: int
    until: dt.date | None = None

    @property
    def step(self) -> str:
        """The name under which it is said once, the same for every invoice that it is about."""
        return f"{FORMAL}-{self.number}"


def is_formal(step: str | None) -> bool:
    """Whether a step is a formal notice."""
    return step is not None and step.startswith(FORMAL)


def notice_of(step: str) -> int:
    """The number of the notice that a formal step carries."""
    return int(step.removeprefix(f"{FORMAL}-"))
