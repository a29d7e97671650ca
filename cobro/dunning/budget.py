"""The contact budget of a customer: how often it may hear from us, for whatever invoice, in whatever way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from cobro.dunning.facts import Contacted
from cobro.dunning.policy import Limits

_DAY = dt.timedelta(days=1)
WEEK_DAYS = 7


def span_days(limits: Limits) -> int:
    """So many days back reaches what a budget has to know."""
    return max(WEEK_DAYS, limits.days_between_contacts)


def with_room(day: dt.date, contacted: Sequence[Contacted], limits: Limits) -> tuple[dt.date, str | None]:
    """The first day from this one on that has room, and what used the days before, if it is a later one.

    At most one contact a day and `contacts_a_week` in any seven days, each `days_between_contacts` from the one before.
    """
    why: str | None = None
    while used := _used(day, contacted, limits):
        why = why or used
        day += _DAY
    return day, why


def _used(day: dt.date, contacted: Sequence[Contacted], limits: Limits) -> str | None:
    near = [each for each in contacted if abs((day - each.day).days) < limits.days_between_contacts]
    if near:
        last = max(near)
        return f"{last.how} on {last.day}"
    week = sorted({each.day for each in contacted if 0 < (day - each.day).days < WEEK_DAYS})
    if len(week) >= limits.contacts_a_week:
        return f"{len(week)} contact{'s' if len(week) > 1 else ''} since {week[0]}"
    return None
