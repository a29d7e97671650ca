"""When a payment plan is looked at next, and when it is completed or in default (R36)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cobro.dunning.calendar import Calendar
from cobro.dunning.money import Money
from cobro.dunning.policy import Policy
from cobro.dunning.silence import silenced_until


@dataclass(frozen=True, slots=True)
class Due:
    """One instalment: a sum, and its day."""

    day: dt.date
    money: Money


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at a plan finds. `at` is when to look again (aware); without it the plan is over."""

    at: dt.datetime | None
    defaulted: bool
    why: str


def look_at_plan(
    instalments: tuple[Due, ...],
    paid: Money,
    left: Money,
    policy: Policy,
    calendar: Calendar,
    now: dt.datetime,
) -> Look:
    """Judge a plan at a moment.

    Args:
        instalments: the plan, oldest first.
        paid: all that came since it was agreed; it pays the oldest instalments first.
        left: what is still open on its invoices.
        policy: gives the banking days that money may take.
        calendar: the customer's.
        now: the moment, aware.
    """
    if not left:
        return Look(None, defaulted=False, why="completed")
    today = calendar.local_day(now)
    asked = Money.zero(paid.currency)
    for number, instalment in enumerate(instalments, start=1):
        asked = asked + instalment.money
        if asked <= paid:
            continue
        last = silenced_until(instalment.day, policy, calendar)
        if last < today:
            return Look(None, defaulted=True, why=f"instalment {number} of {instalment.day} not paid by {last}")
        at = max(calendar.start_of(last + dt.timedelta(days=1)), now)
        return Look(at, defaulted=False, why=f"instalment {number} is due on {instalment.day}")
    # All instalments came and something is left: a reversal or a correction. A default lets the ladder ask for it.
    return Look(None, defaulted=True, why=f"all instalments paid, {left} left")
