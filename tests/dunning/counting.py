"""Counting one day at a time, apart from the arithmetic of the rules."""

from __future__ import annotations

import datetime as dt

from cobro.dunning.calendar import Calendar
from cobro.dunning.policy import Policy

DAY = dt.timedelta(days=1)


def grace_ends(day: dt.date, policy: Policy, calendar: Calendar) -> dt.date:
    """The last day on which money promised for a day may still be booked."""
    left = policy.limits.grace_banking_days
    while left:
        day += DAY
        left -= day.weekday() < 5 and day not in calendar.bank_closed
    return day


def leaves_room(day: dt.date, contacted: tuple[dt.date, ...], a_week: int) -> bool:
    """Whether a contact on a day is the only one of that day, and no seven days around it hold too many."""
    days = [*set(contacted), day]
    weeks = [[first + DAY * n for n in range(7)] for first in (day - DAY * n for n in range(7))]
    return days.count(day) == 1 and all(sum(d in week for d in days) <= a_week for week in weeks)
