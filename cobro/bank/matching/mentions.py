"""Which invoices a text names, and how surely it names them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum

from cobro.bank.matching.verdict import Why


class Grade(IntEnum):
    """How far a mention can be trusted."""

    GUESS = 0
    """It only looks like the number, or is part of something longer: for a person to judge."""
    TAIL = 1
    """The end of the number: `fra 42`. The sum and the payer have to agree."""
    PLAIN = 2
    """The whole number, and nothing that shows it is one: `42`. The sum has to agree."""
    FULL = 3
    """The whole number, and hardly anything else."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place of a text that names an invoice, or one of several."""

    invoices: frozenset[str]
    grade: Grade
    why: Why
    start: int
    end: int
    worded: bool = False
    """Whether a word for invoice stands before it."""
    stem: str = ""
    """The part that a list does not repeat: `F|2026` of `F2026-0041 and 42`."""
    whole: frozenset[str] = frozenset()
    """Those of the invoices whose number is written as a whole."""

    def overlaps(self, other: Mention) -> bool:
        """Whether both are read from the same letters."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Named:
    """All that the texts of one movement name."""

    mentions: tuple[Mention, ...] = ()
    unread: bool = False
    """Whether they name something more, in the form of an invoice number, that the book does not know."""

    def of(self, *grades: Grade) -> tuple[Mention, ...]:
        """The mentions of these grades."""
        return tuple(mention for mention in self.mentions if mention.grade in grades)


def settle(mentions: list[Mention]) -> tuple[Mention, ...]:
    """One mention for each place: where two readings of the same letters differ, neither is sure."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end, -m.grade, sorted(m.invoices))):
        rival = next((at for at, other in enumerate(kept) if other.overlaps(mention)), None)
        if rival is None:
            kept.append(mention)
        else:
            kept[rival] = _one_of(kept[rival], mention)
    return tuple(kept)


def _one_of(one: Mention, other: Mention) -> Mention:
    better, worse = (one, other) if one.grade >= other.grade else (other, one)
    if worse.grade is Grade.GUESS or worse.invoices == better.invoices:
        return better
    # After `fra`, the F of F-2026-0042 is no second word for invoice: it is not number 2026-0042.
    if better.grade is Grade.FULL and better.start <= worse.start and (better.worded or worse.grade is Grade.TAIL):
        return better
    return replace(
        worse if worse.grade is not Grade.FULL else better,
        invoices=one.invoices | other.invoices,
        grade=min(Grade.PLAIN, worse.grade),
        start=min(one.start, other.start),
        end=max(one.end, other.end),
        worded=one.worded and other.worded,
        whole=frozenset(),
    )
