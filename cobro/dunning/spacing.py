"""The day that the ladder plans for a step, before closed days and the customer's budget have their say."""

from __future__ import annotations

import datetime as dt

from cobro.dunning.facts import Facts
from cobro.dunning.in_segment import begins
from cobro.dunning.policy import Policy
from cobro.dunning.progress import climbed


def planned_day(facts: Facts, policy: Policy, index: int) -> tuple[dt.date, str]:
    """The day of a step: on its schedule, and never closer to what was last done than the ladder plans."""
    day, why = _after_the_notice(facts, policy, index) or _on_schedule(facts, policy, index)
    if facts.not_before and facts.not_before > day:
        return facts.not_before, f"keeps its day, {facts.not_before}: the policy or the segment changed after {day}"
    return day, why


def _after_the_notice(facts: Facts, policy: Policy, index: int) -> tuple[dt.date, str] | None:
    """A formal notice says until when an answer is awaited: the next day it is a person's, however low it stood."""
    until = facts.notice.until if facts.notice else None
    if until is None or index != policy.decision:
        return None
    if facts.last_contact and facts.last_contact > until:
        gap = policy.gap(index)
        return facts.last_contact + dt.timedelta(days=gap), f"{_days(gap)} after {facts.last_contact}"
    return until + dt.timedelta(days=1), f"the day after the formal notice's last one, {until}"


def _on_schedule(facts: Facts, policy: Policy, index: int) -> tuple[dt.date, str]:
    offsets = policy.offsets(facts.terms)
    # What was passed over lies between: the distance is that from the rung that was climbed.
    below = climbed(facts.done, policy.names)
    below = below if 0 < below <= index else 0
    gap = dt.timedelta(days=max(0, offsets[index] - (offsets[below - 1] if below else 0)))
    start, named = begins(facts, policy)
    scheduled = start + dt.timedelta(days=offsets[index])
    kept = [day for day in (facts.last_contact, facts.resumed, facts.calls.spoken_on) if day]
    if facts.done and index:
        kept.append(facts.done[-1].day)
    day, why = scheduled, f"{_days(abs(offsets[index]))} {'before' if offsets[index] < 0 else 'after'} {named}"
    if kept and (spaced := max(kept) + gap) > scheduled:
        day, why = spaced, f"{_days(gap.days)} after {max(kept)}"
    return day, why


def _days(count: int) -> str:
    return f"{count} day{'' if count == 1 else 's'}"
