"""How one language says what no reminder may say, and what a good one does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from cobro.dunning.tone.phrase import Phrases


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

    @cached_property
    def read(self) -> Mapping[str, Phrases]:
        """The phrases of every field, ready to be looked for."""
        return {name: Phrases(lines, self.names) for name, lines in vars(self).items() if isinstance(lines, str)}
