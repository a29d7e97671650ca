"""The fields of one e-invoice, each read by its form; what is wrong or cannot be used is noted with its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from cobro.intake.problem import Problem, Unexpected

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Fields:
    """Reads fields of one file, or of one bill in it (`where`)."""

    where: str
    labels: Mapping[str, str]
    """What the format calls a field, by what we call it."""
    problems: list[Problem] = field(default_factory=list)
    left_out: list[Problem] = field(default_factory=list)
    """What could not be used, and did not have to be there."""

    def within(self, part: str) -> Fields:
        """The fields of a part of the file; what is noted about them is noted here too."""
        return Fields(f"{self.where}, {part}", self.labels, self.problems, self.left_out)

    def need(self, name: str, text: str, read: Callable[[str], T]) -> T | None:
        """What the field says, or None after noting the problem."""
        return self._read(name, text, read, self.problems)

    def may(self, name: str, text: str, read: Callable[[str], T]) -> T | None:
        """Likewise, and None where the field is empty."""
        return self.need(name, text, read) if text else None

    def want(self, name: str, text: str, read: Callable[[str], T]) -> T | None:
        """Likewise, but what cannot be used is left out: an e-invoice is often signed, and nobody can mend it."""
        return self._read(name, text, read, self.left_out) if text else None

    def complain(self, name: str, text: str | None, expected: str) -> None:
        """Note a problem with a field."""
        self.problems.append(self._problem(name, text, expected))

    def _read(self, name: str, text: str, read: Callable[[str], T], notes: list[Problem]) -> T | None:
        try:
            return read(text)
        except Unexpected as unexpected:
            notes.append(self._problem(name, text, unexpected.expected))
            return None

    def _problem(self, name: str, text: str | None, expected: str) -> Problem:
        label = self.labels.get(name)
        return Problem(self.where, f"{name} ({label})" if label else name, text, expected)
