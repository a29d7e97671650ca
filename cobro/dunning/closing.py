"""Local days and closings that no public calendar knows: a municipality's feast, a customer's August."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Annotated, Protocol, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

LONGEST_DAYS = 92
"""A closing longer than a season would be a stop, and a stop has a command of its own."""

ANY_DAY = r"^(\d{4}-)?\d{2}-\d{2}$"
LIKE_ANY_DAY = "a date like 2026-08-01, or 08-01 for the day of every year"
LATER = f"a day not before 'from', of the same kind (a date, or a day of every year), at most {LONGEST_DAYS} days on"

_DAY = dt.timedelta(days=1)
_LEAP = 2024
_POSTCODE = re.compile(r"\b\d{4,5}\b")


class Reached(Protocol):
    """What a closing asks of a customer."""

    @property
    def ref(self) -> str: ...
    @property
    def address(self) -> str: ...
    @property
    def country(self) -> str: ...
    @property
    def region(self) -> str | None: ...


class Closing(BaseModel):
    """Days on which nobody concerned is contacted, the first and the last included.

    Days are dates (`2026-08-01`), or return every year (`08-01`; over the turn of the year, `12-24` to `01-06`). It
    concerns everybody, or the customers of a region of the creditor's country, or of a city, or one customer by its
    number. `name` is the reason that is shown, in the Temporal Web UI too.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[str, Field(min_length=1, max_length=80)]
    first: Annotated[str, Field(pattern=ANY_DAY)]
    last: Annotated[str, Field(pattern=ANY_DAY)]
    region: str | None = None
    city: str | None = None
    customer: str | None = None

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if not is_a_stretch(self.first, self.last):
            raise ValueError(f"to: {LATER}")
        if sum(each is not None for each in (self.region, self.city, self.customer)) > 1:
            raise ValueError("one of region, city and customer, or none of them for everybody")
        return self

    def concerns(self, customer: Reached, country: str) -> bool:
        """Whether a customer is meant. `country` is the creditor's, whose regions its file names."""
        if self.customer is not None:
            return self.customer == customer.ref
        if self.region is not None:
            return (customer.country, customer.region) == (country, self.region)
        return self.city is None or is_in(self.city, customer.address)

    def days(self, years: Iterable[int]) -> Iterator[dt.date]:
        """Its days; of one that returns, the stretches that begin in some years."""
        if len(self.first) > len("08-01"):
            day, last = dt.date.fromisoformat(self.first), dt.date.fromisoformat(self.last)
            while day <= last:
                yield day
                day += _DAY
            return
        for year in years:
            day, last = _in(year, self.first), _in(year, self.last)
            if last < day:
                last = _in(year + 1, self.last)
            while day <= last:
                yield day
                day += _DAY


def is_a_stretch(first: str, last: str) -> bool:
    """Whether two days, both dates or both of every year, make a closing that is not too long."""
    if len(first) != len(last):
        return False
    begin, end = date_of(first), date_of(last)
    if begin is None or end is None:
        return False
    if end < begin and len(first) == len("08-01"):
        end = end.replace(year=end.year + 1, day=min(end.day, 28) if end.month == 2 else end.day)
    return dt.timedelta(0) <= end - begin < LONGEST_DAYS * _DAY


def date_of(text: str) -> dt.date | None:
    """The date that a text names, one of every year in a leap year; None where there is no such day."""
    try:
        return dt.date.fromisoformat(text if len(text) > len("08-01") else f"{_LEAP}-{text}")
    except ValueError:
        return None


def _in(year: int, day: str) -> dt.date:
    """A day of every year in one of them; 29 February is 28 February in most."""
    month, number = map(int, day.split("-"))
    try:
        return dt.date(year, month, number)
    except ValueError:
        return dt.date(year, month, 28)


@lru_cache(maxsize=8192)
def is_in(city: str, address: str) -> bool:
    """Whether an address lies in a city: its name, in whole words, after the post code; without one, in the last part.

    Capitals and accents do not count. A street that is named like a city stands before the post code, and is none.
    """
    found = list(_POSTCODE.finditer(address))
    after = address[found[-1].end() :] if found else ""
    place = after if any(map(str.isalpha, after)) else re.split(r"[,\n]", address)[-1]
    return f" {_plain(city)} " in f" {_plain(place)} "


def _plain(text: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", bare.casefold()))
