"""Counting one day at a time, apart from the arithmetic of the rules."""

from __future__ import annotations

import datetime as dt

from cobro.dunning.calendar import Calendar
from cobro.dunning.contact import Channel
from cobro.dunning.facts import Contacted
from cobro.dunning.policy import Limits, Policy

DAY = dt.timedelta(days=1)


def grace_ends(day: dt.date, policy: Policy, calendar: Calendar) -> dt.date:
    """The last day on which money promised for a day may still be booked."""
    left = policy.limits.grace_banking_days
    while left:
        day += DAY
        left -= day.weekday() < 5 and day not in calendar.bank_closed
    return day


def leaves_room(day: dt.date, contacted: tuple[Contacted, ...], limits: Limits) -> bool:
    """Whether a contact on a day keeps its distance to every other, and no seven days around it hold too many."""
    days = {each.day for each in contacted}
    near = [day + DAY * n for n in range(1 - limits.days_between_contacts, limits.days_between_contacts)]
    weeks = [[first + DAY * n for n in range(7)] for first in (day - DAY * n for n in range(7))]
    return days.isdisjoint(near) and all(
        sum(d in week for d in {*days, day}) <= limits.contacts_a_week for week in weeks
    )


def is_within_hours(moment: dt.datetime, calendar: Calendar, channel: Channel) -> bool:
    """Whether a moment lies on a day on which nothing is closed, in the hours of a channel on the customer's clock."""
    local = moment.astimezone(calendar.zone)
    closed = local.weekday() > 4 or local.date() in calendar.closed or local.date() in calendar.away
    return not closed and any(opens <= local.time() < closes for opens, closes in calendar.hours[channel])
