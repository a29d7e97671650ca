"""The proposals about a movement, each under a number that stays its own while files and payments change the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from cobro.ledger import tables as t
from cobro.ledger.applying import Refused

Stored: TypeAlias = dict[str, Any]
"""A proposal as it is stored with its movement; `number` and `stands` are added here."""

_EFFECT = ("parts", "rest", "short", "reverses")
"""What would happen by it: two proposals that agree in these are one, whatever speaks for them."""


def renumbered(before: Sequence[Stored], proposed: Iterable[Mapping[str, Any]]) -> list[Stored]:
    """The proposals of a new look at a movement, best first, and after them those that stand no longer.

    What was proposed before keeps its number, also where it stood no longer in between; a new proposal gets one that no
    other had. So a number that a person has read means that proposal, or is refused.
    """
    numbers = {_effect(one): int(one["number"]) for one in before}
    standing: dict[str, Stored] = {}
    for one in proposed:
        effect = _effect(one)
        if effect not in standing:
            number = numbers.setdefault(effect, len(numbers) + 1)
            standing[effect] = {**one, "number": number, "stands": True}
    gone = [{**one, "stands": False} for one in before if _effect(one) not in standing]
    return [*standing.values(), *gone]


def standing(row: t.BankMovement) -> list[Stored]:
    """The proposals that a person may take now, best first."""
    return [one for one in row.proposals if one["stands"]]


def chosen(row: t.BankMovement, number: int | None) -> Stored:
    """The proposal of a number; without one the only one that there ever was.

    Raises:
        Refused: none of that number stands, or without a number it is not certain which one is meant.
    """
    open_ = standing(row)
    if not open_:
        raise Refused("--accept: expected '--to' or '--none', for there is no proposal")
    known = " or ".join(str(each) for each in sorted(one["number"] for one in open_))
    if number is None:
        # Whoever saw another one before must not take this one for it.
        if len(row.proposals) > 1:
            raise Refused(f"--accept: expected the number of one of the proposals that 'match {row.id}' shows, {known}")
        return open_[0]
    for one in open_:
        if one["number"] == number:
            return one
    raise Refused(f"--accept: expected one that still stands, {known}, got {number}: look at 'match {row.id}' again")


def _effect(proposal: Mapping[str, Any]) -> str:
    return repr([proposal.get(field) for field in _EFFECT])
