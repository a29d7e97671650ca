"""How a promise stands: for people who look at a case. What the ladder does about it is decided in `ladder`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum

from cobro.dunning.money import Money


class PromiseState(StrEnum):
    """At its day and the banking days after it a promise is kept, part-kept or broken (R36)."""

    OPEN = "open"
    KEPT = "kept"
    KEPT_LATE = "kept late"
    PART_KEPT = "part-kept"
    BROKEN = "broken"


def judge_promise(
    promised: Money, came: Sequence[tuple[dt.date, Money]], trusted_until: dt.date, today: dt.date
) -> PromiseState:
    """Judge a promise on a day.

    Args:
        promised: the sum.
        came: what came since it was made, oldest first; what was taken back is negative.
        trusted_until: the last day on which the money may still be on its way.
        today: the customer's local day.
    """
    total, reached = Money.zero(promised.currency), None
    for day, money in came:
        total = total + money
        if total < promised:
            reached = None
        elif reached is None:
            reached = day
    if reached is not None:
        return PromiseState.KEPT if reached <= trusted_until else PromiseState.KEPT_LATE
    if today <= trusted_until:
        return PromiseState.OPEN
    return PromiseState.PART_KEPT if Money.zero(promised.currency) < total else PromiseState.BROKEN
