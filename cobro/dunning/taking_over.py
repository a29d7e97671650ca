"""A changed policy takes over a running case: its own rules from now on, and nothing brought forward to today."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from cobro.dunning.calendar import Calendar
from cobro.dunning.facts import Facts
from cobro.dunning.ladder import next_day
from cobro.dunning.policy import Policy


def take_over(
    before: Facts, old: Policy, after: Facts, new: Policy, calendar: Calendar, now: dt.datetime
) -> dt.date | None:
    """The day before which the next step may not come under the new policy (`Facts.not_before`), or None.

    Where the new policy would have had the next step done by today, while the old one had it still ahead, the step
    keeps the old day: its distance from what was last done stays, and no book full of cases is sent out at once.

    Args:
        before: the facts as the old policy sees them.
        old: the policy under which the case stood.
        after: the facts as the new policy sees them.
        new: the policy that is in force now.
        calendar: the customer's.
        now: the moment, aware.
    """
    today = calendar.local_day(now)
    had = next_day(before, old, calendar, now)
    comes = next_day(replace(after, not_before=None), new, calendar, now)
    return had if comes <= today < had else None
