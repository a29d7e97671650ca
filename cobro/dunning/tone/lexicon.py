"""How one language says what no reminder may say, and what a good one does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from cobro.dunning.tone.phrase import Phrases


class _Notices(Protocol):
    COUNTS: str
    WARNINGS: str
    DEMANDS: str
    LAW: str


class _Threats(Protocol):
    CONDITIONS: str
    CONSEQUENCES: str
    MEASURES: str
    THREATS: str


class _Reproaches(Protocol):
    REPROACHES: str
    PRESSURE: str


class _Kindness(Protocol):
    FINE: str
    HARM: str
    HELP: str
    REMINDER: str


@dataclass(frozen=True)
class Lexicon:
    """The phrases of one language (see `phrase.py`). Each field is a text of one phrase to a line.

    `conditions` and `consequences` threaten together; `measures` threaten alone; both, and `demands`, may stand in a
    letter that may mention the law, the first two only in a sentence that does.
    """

    names: Mapping[str, str] = field(repr=False)
    fine: str
    """What looks like a fault and is none; it is overlooked."""
    counts: str
    warnings: str
    demands: str
    law: str
    conditions: str
    consequences: str
    measures: str
    threats: str
    reproaches: str
    pressure: str
    harm: str
    """The harm that the delay does, said plainly (R47)."""
    help: str
    """Help that is offered (R53)."""
    reminder: str
    """What a reminder is called (R45)."""

    @classmethod
    def of(
        cls,
        names: Mapping[str, str],
        notices: _Notices,
        threats: _Threats,
        reproaches: _Reproaches,
        kindness: _Kindness,
    ) -> Lexicon:
        """The phrases as the modules of a language hold them."""
        return cls(
            names=names,
            counts=notices.COUNTS,
            warnings=notices.WARNINGS,
            demands=notices.DEMANDS,
            law=notices.LAW,
            conditions=threats.CONDITIONS,
            consequences=threats.CONSEQUENCES,
            measures=threats.MEASURES,
            threats=threats.THREATS,
            reproaches=reproaches.REPROACHES,
            pressure=reproaches.PRESSURE,
            fine=kindness.FINE,
            harm=kindness.HARM,
            help=kindness.HELP,
            reminder=kindness.REMINDER,
        )

    @cached_property
    def read(self) -> Mapping[str, Phrases]:
        """The phrases of every field, ready to be looked for."""
        return {name: Phrases(lines, self.names) for name, lines in vars(self).items() if isinstance(lines, str)}
