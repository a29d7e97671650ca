"""How amounts and days are written: said by the operator, or shown by the file, never guessed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from cobro.intake.problem import Problem


class Decimals(StrEnum):
    """What stands before the decimals; the other one of the two may stand between thousands."""

    POINT = "point"
    COMMA = "comma"


class Days(StrEnum):
    """The order of day, month and year."""

    YMD = "ymd"
    DMY = "dmy"
    MDY = "mdy"


W = TypeVar("W", bound=StrEnum)

_AMOUNT = {
    Decimals.POINT: re.compile(r"(\d{1,11}|[1-9]\d{0,2}(,\d{3}){1,3})(\.\d{1,3})?", re.ASCII),
    Decimals.COMMA: re.compile(r"(\d{1,11}|[1-9]\d{0,2}(\.\d{3}){1,3})(,\d{1,3})?", re.ASCII),
}
_YMD = re.compile(r"(20\d{2})-(\d{2})-(\d{2})", re.ASCII)
_DAY_FIRST_OR_MONTH = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(20\d{2})", re.ASCII)

LIKE_DAY = {Days.YMD: "2026-03-02", Days.DMY: "31/12/2026", Days.MDY: "12/31/2026"}
"""A day in each order, for whoever has to mend one."""


def amount_as(text: str, way: Decimals) -> Decimal | None:
    """The amount, or None where it cannot be written so."""
    if not _AMOUNT[way].fullmatch(text):
        return None
    if way is Decimals.COMMA:
        return Decimal(text.replace(".", "").replace(",", "."))
    return Decimal(text.replace(",", ""))


def day_as(text: str, way: Days) -> dt.date | None:
    """The day of this century, or None where it cannot be written so: 0206 or 2206 are slips of the finger."""
    found = (_YMD if way is Days.YMD else _DAY_FIRST_OR_MONTH).fullmatch(text)
    if found is None:
        return None
    if way is Days.YMD:
        year, month, day = found[1], found[2], found[3]
    else:
        year, (day, month) = found[4], (found[1], found[3]) if way is Days.DMY else (found[3], found[1])
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Way(Generic[W]):
    """How one file writes one kind of value, and why it is known."""

    way: W
    because: str = ""
    """Follows what is expected, in words; empty where nothing had to be decided."""
    disputed: str = ""
    """Why what can be read in two ways cannot be read at all: the file writes both. Empty where it does not."""


@dataclass(frozen=True, slots=True)
class Notation:
    """How one file writes amounts and days."""

    decimals: Way[Decimals] = Way(Decimals.POINT)
    days: Way[Days] = Way(Days.YMD)


@dataclass(frozen=True, slots=True)
class Cell:
    """A value, and where it stands."""

    line: int
    column: str
    text: str


def decimals_of(cells: Iterable[Cell], said: Decimals | None) -> Way[Decimals] | Problem:
    """How a file writes its amounts, or why that cannot be told."""
    return _decide(cells, said, Decimals, amount_as, "decimal", "amounts")


def days_of(cells: Iterable[Cell], said: Days | None) -> Way[Days] | Problem:
    """How a file writes its days, or why that cannot be told."""
    return _decide(cells, said, Days, day_as, "dates", "days")


def _decide(
    cells: Iterable[Cell],
    said: W | None,
    ways: type[W],
    read: Callable[[str, W], object],
    option: str,
    what: str,
) -> Way[W] | Problem:
    """The way that a value shows which can be read in one way only; two readings that are the same show nothing."""
    if said is not None:
        return Way(said, f" (--{option} {said.value})")
    shown: dict[W, int] = {}
    doubtful: Cell | None = None
    possible = list(ways)
    for cell in cells:
        readings = {way: found for way in ways if (found := read(cell.text, way)) is not None}
        if len(readings) == 1:
            shown.setdefault(next(iter(readings)), cell.line)
        elif len(set(readings.values())) > 1:
            doubtful = doubtful or cell
        if readings:
            possible = [way for way in possible if way in readings]
    choice = " or ".join(f"--{option} {way.value}" for way in ways)
    if shown:
        first, *others = sorted(shown, key=lambda way: shown[way])
        both = f"line {shown[first]} and line {shown[others[0]]} write {what} differently" if others else ""
        disputed = f"a value that can be read in one way only ({both}; say {choice})" if others else ""
        return Way(first, f" (as in line {shown[first]})", disputed)
    if doubtful is not None:
        expected = f"a value somewhere that shows how the file writes {what}, or {choice} to say it"
        return Problem(f"line {doubtful.line}", doubtful.column, doubtful.text, expected)
    return Way(possible[0] if possible else next(iter(ways)))
