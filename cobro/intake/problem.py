"""What is wrong with a file, said so that the person who wrote the file can mend it.

    Unexpected      one value has not the form it must have (raised by `form`, caught by the readers)
    BadInput        the file is refused; carries every Problem that was found in it

Problems show the offending value. They go to the operator's terminal, never to a log or a history.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem. `field` is empty where the whole file or line is meant, `value` is None where there is none."""

    where: str
    field: str
    value: str | None
    expected: str

    def __str__(self) -> str:
        place = f"{self.where}, {self.field}" if self.field else self.where
        line = f"{place}: expected {self.expected}{self._got()}"
        # Names and values come from the file: a line break or an escape sequence must not reach the terminal.
        return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in line)

    def _got(self) -> str:
        if self.value is None:
            return ""
        if not self.value:
            return ", got nothing"
        shown = self.value if len(self.value) <= _SHOWN else self.value[: _SHOWN - 1] + "…"
        return f", got '{shown}'"


class BadInput(ValueError):
    """A file was refused; nothing of it was taken in. Its text has one line for each problem."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class Unexpected(ValueError):
    """A value has not the form it must have; `expected` says in words what that form is."""

    def __init__(self, expected: str) -> None:
        self.expected = expected
        super().__init__(expected)
