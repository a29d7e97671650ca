"""What can be wrong with the tone of a text, and by which rule."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a text does that it may not, in words for whoever edits it."""

    COUNT = "tells of the reminders before"
    WARNING = "is a warning or a demand, and no reminder"
    THREAT = "threatens, if only between the lines"
    REPROACH = "reproaches"
    PRESSURE = "presses on the feelings"
    LAW = "speaks of the law"

    @property
    def rule(self) -> str:
        """The requirement that it offends."""
        return _RULES[self]


_RULES = {
    Kind.COUNT: "R46",
    Kind.WARNING: "R45",
    Kind.THREAT: "R48",
    Kind.REPROACH: "R48",
    Kind.PRESSURE: "R48",
    Kind.LAW: "R30, R51",
}


@dataclass(frozen=True, slots=True)
class ToneFault:
    """One fault: the words, as they stand in the text, and what is wrong with them."""

    kind: Kind
    words: str

    @property
    def rule(self) -> str:
        return self.kind.rule

    def __str__(self) -> str:
        return f"'{self.words}' {self.kind} ({self.rule})"
