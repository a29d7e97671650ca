"""What keeps a case quiet, and until when: a stop, a reply, a hold, a promise, a dispute, money that is not matched."""

from __future__ import annotations

import datetime as dt

from cobro.dunning.calendar import Calendar
from cobro.dunning.facts import Facts, Promise
from cobro.dunning.leaving import look
from cobro.dunning.move import Move
from cobro.dunning.policy import Policy

_DAY = dt.timedelta(days=1)
_STOPPED_DAYS = 5
_REPLIED = "the customer wrote, and waits for an answer"
_UNMATCHED = "money of the customer came, and a person decides what it pays"

UNMATCHED_WORKING_DAYS = 2
"""So long a payment that is not matched yet keeps its customer's ladder quiet."""
STALE_WORKING_DAYS = 3
"""Where the bank's data are older, nobody who pays by transfer is reminded: the money may be there."""


def silence(facts: Facts, policy: Policy, calendar: Calendar, now: dt.datetime) -> Move | None:
    """When a case that something keeps quiet is looked at again; None where nothing does."""
    today = calendar.local_day(now)
    if resting := at_rest(facts, calendar, now):
        return resting
    if _unmatched(facts, today):
        return look(calendar, facts.unmatched_until or today, now, _UNMATCHED)
    if not facts.demandable:
        day = facts.person.due if facts.person else calendar.add_working(today, policy.limits.dispute_working_days)
        return look(calendar, day, now, "disputed: a person is looking into it")
    if facts.hold_until and facts.hold_until >= today:
        return look(calendar, facts.hold_until + _DAY, now, f"on hold until {facts.hold_until}")
    if facts.paused_until and facts.paused_until >= today:
        why = f"an exception leaves the customer in peace until {facts.paused_until}"
        return look(calendar, facts.paused_until + _DAY, now, why)
    if _clock_runs(facts, today) and facts.notice and facts.notice.until:
        until = facts.notice.until
        return look(calendar, until + _DAY, now, f"formal notice: an answer is awaited until {until}")
    promise = facts.promise
    if promise and not promise.kept and not promise.reminded:
        last = _trusted_until(promise, facts, policy, calendar)
        if last >= today:
            return look(calendar, last + _DAY, now, f"promised for {promise.pay_by}, judged after {last}")
    if facts.person:
        return look(calendar, facts.person.due, now, f"waiting for a person: {facts.person.awaited.value}")
    if is_stale(facts.bank_told_up_to, calendar, today):
        why = f"the bank's data end on {facts.bank_told_up_to}: bring in a newer file"
        return look(calendar, calendar.add_working(today, 1), now, why)
    return None


def is_stale(told_up_to: dt.date | None, calendar: Calendar, today: dt.date) -> bool:
    """Whether what the bank told last is too old to remind anybody of a transfer."""
    return told_up_to is not None and calendar.add_working(told_up_to, STALE_WORKING_DAYS) < today


def in_doubt_until(facts: Facts, calendar: Calendar, today: dt.date) -> dt.date | None:
    """The day to look again, where money of the customer may be there that no invoice shows; None where none may."""
    if _unmatched(facts, today):
        return facts.unmatched_until
    return calendar.add_working(today, 1) if is_stale(facts.bank_told_up_to, calendar, today) else None


def _unmatched(facts: Facts, today: dt.date) -> bool:
    return facts.unmatched_until is not None and today < facts.unmatched_until


def _clock_runs(facts: Facts, today: dt.date) -> bool:
    """Whether the clock of a formal notice that left has not ended yet."""
    return facts.notice is not None and facts.notice.until is not None and facts.notice.until >= today


def _replied(facts: Facts, today: dt.date) -> bool:
    return facts.reply_until is not None and today < facts.reply_until


def at_rest(facts: Facts, calendar: Calendar, now: dt.datetime) -> Move | None:
    """What keeps back even what is owed in writing: a stop, and a customer who waits for an answer."""
    today = calendar.local_day(now)
    if facts.stopped:
        return look(calendar, calendar.add_working(today, _STOPPED_DAYS), now, "stopped until somebody says go")
    if _replied(facts, today):
        return look(calendar, facts.reply_until or today, now, _REPLIED)
    return None


def is_silenced(facts: Facts, policy: Policy, calendar: Calendar, today: dt.date) -> bool:
    """Whether a reply, unmatched money, old bank data, a hold, a pause, a promise within its grace, a formal
    notice, or a dispute of all that is open keeps people off the telephone."""
    return bool(
        facts.stopped
        or _replied(facts, today)
        or in_doubt_until(facts, calendar, today)
        or (facts.hold_until and facts.hold_until >= today)
        or (facts.paused_until and facts.paused_until >= today)
        or (facts.notice and facts.notice.until is None)
        or _clock_runs(facts, today)
        or is_promised(facts, policy, calendar, today)
        or not facts.demandable
    )


def silenced_until(promise_day: dt.date, policy: Policy, calendar: Calendar) -> dt.date:
    """The last day on which money promised for a day may still be on its way (R36)."""
    return calendar.add_banking(promise_day, policy.limits.grace_banking_days)


def is_promised(facts: Facts, policy: Policy, calendar: Calendar, today: dt.date) -> bool:
    """Whether what is open was promised, and the money may still be on its way."""
    promise = facts.promise
    if promise is None or promise.kept or promise.reminded:
        return False
    return _trusted_until(promise, facts, policy, calendar) >= today


def _trusted_until(promise: Promise, facts: Facts, policy: Policy, calendar: Calendar) -> dt.date:
    """Nobody is reminded of a promise before the invoice itself is due."""
    return silenced_until(max(promise.pay_by, facts.due), policy, calendar)
