"""The hours in which a customer may be contacted, by channel, in the customer's own time zone.

The defaults are those of domain rules 2.9 (e-mail and text messages) and 1.10 (calls: the office hours of a seed).
Whatever a creditor sets stays between 08:00 and 21:00.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple, Self

from pydantic import BaseModel, ConfigDict, model_validator

from cobro.dunning.contact import Channel

EARLIEST, LATEST = dt.time(8), dt.time(21)
"""Nobody is contacted outside of these, whatever a file says."""

LIKE_SPAN = f"hours like 09:00-14:00, between {EARLIEST:%H:%M} and {LATEST:%H:%M}"
IN_ORDER = "spans of hours in order, none beginning before the one above it ends"

_SPAN = re.compile(r"([01]\d|2[0-3]):([0-5]\d)\s*-\s*([01]\d|2[0-3]):([0-5]\d)", re.ASCII)


class Span(NamedTuple):
    """From one time of the day to another, the last one not included."""

    opens: dt.time
    closes: dt.time


def span(text: str) -> Span:
    """Raises `ValueError` where the text is not like `09:00-14:00`, or reaches outside of what is allowed."""
    found = _SPAN.fullmatch(text)
    if found is None:
        raise ValueError(f"expected {LIKE_SPAN}")
    opens, closes = dt.time(int(found[1]), int(found[2])), dt.time(int(found[3]), int(found[4]))
    if not EARLIEST <= opens < closes <= LATEST:
        raise ValueError(f"expected {LIKE_SPAN}")
    return Span(opens, closes)


@lru_cache(maxsize=256)
def spans(texts: tuple[str, ...]) -> tuple[Span, ...]:
    """The spans of one channel. Raises `ValueError` where one of them is none, or they are not in order."""
    found = tuple(map(span, texts))
    if not found or any(later.opens < earlier.closes for earlier, later in pairwise(found)):
        raise ValueError(f"expected {IN_ORDER}")
    return found


class Hours(BaseModel):
    """When each channel may be used on a working day; what a creditor's file leaves out keeps its default."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    email: tuple[str, ...] = ("09:00-19:00",)
    sms: tuple[str, ...] = ("09:00-19:00",)
    call: tuple[str, ...] = ("09:00-14:00", "16:00-19:00")

    @model_validator(mode="after")
    def _are_hours(self) -> Self:
        for texts in (self.email, self.sms, self.call):
            spans(texts)
        return self

    @property
    def by_channel(self) -> Mapping[Channel, tuple[Span, ...]]:
        return {Channel.EMAIL: spans(self.email), Channel.SMS: spans(self.sms), Channel.CALL: spans(self.call)}


USUAL: Mapping[Channel, tuple[Span, ...]] = MappingProxyType(dict(Hours().by_channel))
"""Where a creditor sets no hours."""
