"""What a customer is owed in writing: said once, inside the hours, counted in no budget, asking for nothing (R35)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

PROMISE_CONFIRMED = "promise-confirmed"
"""A promise is repeated in writing on the day on which it was made."""
PLAN_CONFIRMED = "plan-confirmed"
"""So is an agreed payment plan."""

PROOF_WANTED = "proof-wanted"
"""Who says that it is paid is asked for the proof, and left in peace meanwhile."""

OWED_LETTERS = (PROMISE_CONFIRMED, PLAN_CONFIRMED, PROOF_WANTED)


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing to say about one promise or plan: the letter, the number of what it is about, and the last day on
    which it is still worth saying."""

    letter: str
    number: int
    last: dt.date

    @property
    def step(self) -> str:
        """The name under which it is said once, the same for every invoice that it is about."""
        return f"{self.letter}-{self.number}"


def owed_by(step: str) -> Owed:
    """What an owed step is about; its last day is that of whoever asks."""
    letter, _, number = step.rpartition("-")
    return Owed(letter, int(number), dt.date.max)


def is_owed(step: str | None) -> bool:
    """Whether a step is no reminder but something owed; a policy cannot give a rung such a name."""
    return step is not None and step.startswith(OWED_LETTERS)
