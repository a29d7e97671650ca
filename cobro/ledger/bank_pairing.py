"""Which movements of a file the ledger has already: one in two files is counted once, two equal ones are two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz import fuzz

from cobro.bank.matching.naming import ALIKE, core, likeness
from cobro.bank.matching.reading import plain
from cobro.bank.movement import FileKind, Movement

_ALIKE_TEXTS = 60
"""From here on two texts may tell of one payment (0 to 100): a format cuts them, or puts the payer's name in front."""
_NUMBER = re.compile(r"[0-9]+")
_SIGN = re.compile(r"[^A-Z0-9]+")


@dataclass(frozen=True, slots=True)
class Known:
    """A movement that the ledger has, of the same account, day, amount and direction as those that are compared."""

    key: int
    kind: FileKind
    bank_reference: str
    end_to_end: str
    text: str
    payer_name: str
    payer_iban: str


@dataclass(frozen=True, slots=True)
class Paired:
    """The movement of the ledger that one of the file is; where the two contradict each other, perhaps is."""

    known: Known
    contradicts: bool


class _Likeness(IntEnum):
    """How two movements compare that may be one, the most alike first."""

    AGREE = 0
    SILENT = 1
    """Neither says anything that the other one says too."""
    CONTRADICT = 2


def pair(kind: FileKind, told: Sequence[Movement], known: Sequence[Known]) -> list[Paired | None]:
    """For each movement that a file tells of one account, day, amount and direction: what it is of the ledger's.

    The same reference of the bank is the same movement, and another one of the same format is another movement. Where
    a reference is missing or the formats differ, those that say the same belong together, then those that may, then one
    after the other. Nothing of the ledger's is paired twice, for within one file equal movements are several.
    """
    found: list[Paired | None] = [None] * len(told)
    free = dict.fromkeys(known)
    for at, one in enumerate(told):
        same = next((each for each in free if each.bank_reference and each.bank_reference == one.bank_reference), None)
        if same is not None:
            found[at] = Paired(same, contradicts=False)
            del free[same]
    for at, one in enumerate(told):
        if found[at] is None:
            words = _words(one)
            same = next((each for each in free if _words(each) == words and _is_one(kind, one, each)), None)
            if same is not None:
                found[at] = Paired(same, contradicts=False)
                del free[same]
    for wanted in _Likeness:
        for at, one in enumerate(told):
            if found[at] is None and (near := _first(kind, one, free, wanted)):
                found[at] = Paired(near, contradicts=wanted is _Likeness.CONTRADICT)
                del free[near]
    return found


def _first(kind: FileKind, one: Movement, free: dict[Known, None], wanted: _Likeness) -> Known | None:
    return next((each for each in free if _may_be(kind, one, each) and _compare(one, each) is wanted), None)


def _is_one(kind: FileKind, one: Movement, other: Known) -> bool:
    return _may_be(kind, one, other) and _compare(one, other) is not _Likeness.CONTRADICT


def _may_be(kind: FileKind, one: Movement, other: Known) -> bool:
    """Two references of one format that are not the same are of two movements."""
    return not (one.bank_reference and other.bank_reference and kind is other.kind)


def _words(one: Movement | Known) -> tuple[str, ...]:
    """What both say alike in every format; a payer's account is not in each of them."""
    return plain(one.end_to_end), plain(one.text), plain(one.payer_name)


def _compare(one: Movement, other: Known) -> _Likeness:
    said = list(_agreements(one, other))
    if not all(said):
        return _Likeness.CONTRADICT
    return _Likeness.AGREE if said else _Likeness.SILENT


def _agreements(one: Movement, other: Known) -> Iterator[bool]:
    """For each thing that both say, whether they say the same."""
    if one.end_to_end and other.end_to_end:
        yield plain(one.end_to_end) == plain(other.end_to_end)
    if one.payer_iban and other.payer_iban:
        yield one.payer_iban == other.payer_iban
    if one.payer_name and other.payer_name:
        yield _same_name(core(one.payer_name), core(other.payer_name))
    if one.text and other.text:
        named = _is_name(one.text, other.payer_name) or _is_name(other.text, one.payer_name)
        yield named or _same_text(plain(one.text), plain(other.text))


def _same_name(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one) or likeness(one, other) >= ALIKE


def _is_name(text: str, name: str) -> bool:
    """Whether one format has in its text what the other one has in a field of its own."""
    return bool(name) and _same_name(core(text), core(name))


def _same_text(one: str, other: str) -> bool:
    """Whether both may be what one payer wrote. Other numbers are another payment, however alike the words are."""
    numbers, others = _numbers(one), _numbers(other)
    if not (numbers <= others or others <= numbers):
        return False
    whole, whole_other = _SIGN.sub("", one), _SIGN.sub("", other)
    return whole in whole_other or whole_other in whole or fuzz.token_set_ratio(one, other) >= _ALIKE_TEXTS


def _numbers(text: str) -> frozenset[str]:
    return frozenset(number.lstrip("0") for number in _NUMBER.findall(text)) - {""}
