"""Which earlier credit a reversal undoes: a returned debit, a recalled transfer, a correction (N43 14 and 98)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cobro.bank.matching.naming import ALIKE, core, likeness
from cobro.bank.matching.reading import atoms, compact, plain
from cobro.bank.matching.verdict import MOST_PROPOSALS
from cobro.bank.movement import Movement
from cobro.dunning.money import Money

SOON = dt.timedelta(days=60)
"""After these days a likeness of payer and text says nothing any more; a SEPA debit is returned within eight weeks."""

_NO_REFERENCE = frozenset(("", "NOTPROVIDED", "NONREF"))
_ENOUGH = 5
_THE_SAME = 95
_UNSURE = 40


@dataclass(frozen=True, slots=True)
class Earlier:
    """A credit of the same account that was booked before."""

    key: int
    """The ledger's key of the movement."""
    booked: dt.date
    amount: Money
    applied: bool
    """Whether its money still stands on invoices."""
    bank_reference: str = ""
    end_to_end: str = ""
    references: tuple[str, ...] = ()
    text: str = ""
    payer_name: str = ""
    payer_iban: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A credit that may be undone, and why, for people."""

    earlier: Earlier
    reason: str
    score: int
    """Higher is better; it has no other meaning."""


@dataclass(frozen=True, slots=True)
class Undoing:
    """What a reversal undoes."""

    certain: Earlier | None = None
    candidates: tuple[Candidate, ...] = ()
    """The best first, at most MOST_PROPOSALS."""


def find_reversed(movement: Movement, earlier: Sequence[Earlier]) -> Undoing:
    """Find the credit that a reversal undoes.

    Certain is the only credit of that amount, still applied, that has the same reference of the payer or of the bank;
    where no reference is known, the only one within SOON from the same payer or with the same number in its text.
    A debit that the bank does not call a reversal is never certain. Money that comes in undoes nothing.
    """
    if movement.credit or movement.is_fee or not movement.amount:
        return Undoing()
    before = [credit for credit in earlier if credit.booked <= movement.booked and credit.amount == movement.amount]
    same = [Candidate(credit, why, 90) for credit in before if (why := _same_reference(movement, credit))]
    like = [] if same or not movement.reversal else list(_like(movement, before))
    found = sorted(same or like, key=lambda each: (-each.score, -each.earlier.booked.toordinal(), each.earlier.key))
    sure = [each for each in found if each.score > _UNSURE and _may_be(movement, each.earlier)]
    # One that was undone already is left aside only where a reference says which one is meant.
    alone = len(sure) == 1 and (bool(same) or len(found) == 1)
    certain = sure[0].earlier if alone and movement.reversal else None
    return Undoing(certain, tuple(found[:MOST_PROPOSALS]))


def _same_reference(movement: Movement, credit: Earlier) -> str:
    if _given(movement.end_to_end) and plain(movement.end_to_end) == plain(credit.end_to_end):
        return "the payer's reference of that credit"
    if _given(movement.bank_reference) and movement.bank_reference == credit.bank_reference:
        return "the bank's reference of that credit"
    return ""


def _may_be(movement: Movement, credit: Earlier) -> bool:
    """Whether nothing speaks against it: that it was undone already, or that the payer gave both other references."""
    both = _given(movement.end_to_end) and _given(credit.end_to_end)
    return credit.applied and not (both and not _same_reference(movement, credit))


def _given(reference: str) -> bool:
    return plain(reference) not in _NO_REFERENCE


def _like(movement: Movement, before: Sequence[Earlier]) -> Iterator[Candidate]:
    codes = _codes(*movement.references, movement.text)
    for credit in before:
        if movement.booked - credit.booked > SOON:
            continue
        ibans = (movement.payer_iban, credit.payer_iban)
        if all(ibans) and ibans[0] != ibans[1]:
            continue
        if all(ibans):
            yield Candidate(credit, "that amount, from the same account", 60)
        elif codes & _codes(*credit.references, credit.text):
            yield Candidate(credit, "that amount, with the same number in the text", 55)
        elif movement.payer_name and credit.payer_name:
            score = likeness(core(movement.payer_name), core(credit.payer_name))
            if score >= _THE_SAME:
                yield Candidate(credit, "that amount, from a payer of that name", 50)
            elif score >= ALIKE:
                yield Candidate(credit, "that amount, from a payer of a name like that", _UNSURE)


def _codes(*texts: str) -> frozenset[str]:
    """Words of texts that have digits and are long enough to mean one thing."""
    words = (compact(atoms(word)) for text in texts for word in plain(text).split())
    return frozenset(word for word in words if len(word) >= _ENOUGH and any(char.isdigit() for char in word))
