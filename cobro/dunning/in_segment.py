"""What belonging to a segment changes in a case's next move: a word in advance, later, not at all, no further."""

from __future__ import annotations

import datetime as dt

from cobro.dunning.calendar import Calendar
from cobro.dunning.contact import Channel
from cobro.dunning.facts import Facts
from cobro.dunning.leaving import leave, look
from cobro.dunning.move import Do, Move, Role
from cobro.dunning.policy import Policy
from cobro.dunning.segments import BEFORE_DUE

WRITE_OFF = "write-off"
"""Goal of a decision: the step was carried out that a small sum is worth at most."""
DEBIT = "debit"
"""Goal of a decision: a debit was neither paid nor returned."""

_QUESTIONS = {
    WRITE_OFF: "a small sum: write it off, or go on",
    DEBIT: "a debit that was neither paid nor returned: present it, or ask for a transfer",
}
_WAYS = {"email": (Do.SEND_EMAIL, Channel.EMAIL), "sms": (Do.SEND_SMS, Channel.SMS)}
_DAY = dt.timedelta(days=1)


def question(goal: str | None) -> str:
    """What a person is asked to decide, as it stands on the desk (R33). One customer's equal questions are one task."""
    if goal in _QUESTIONS:
        return _QUESTIONS[goal]
    return f"decide what follows; the policy proposes {goal}" if goal else "decide what follows"


def is_idle(asked: str, facts: Facts, policy: Policy) -> bool:
    """Whether a question on the desk came of a segment, and the case does not ask it any more."""
    if asked == _QUESTIONS[WRITE_OFF]:
        return worth(facts, policy) is None
    return asked == _QUESTIONS[DEBIT] and not is_exempt(facts, policy)


def is_exempt(facts: Facts, policy: Policy) -> bool:
    """Whether nobody is reminded until a debit is returned."""
    segment = policy.segment(facts.segment)
    return segment is not None and segment.exempt is not None and facts.returned_on is None


def worth(facts: Facts, policy: Policy) -> int | None:
    """The place (from 0) of the last step that the case is worth; None where it is worth all of the ladder."""
    segment = policy.segment(facts.segment)
    return policy.names.index(segment.at_most) if segment and segment.at_most else None


def begins(facts: Facts, policy: Policy) -> tuple[dt.date, str]:
    """The day that stands for the due date while nothing was done, and what that is in words."""
    segment = policy.segment(facts.segment)
    if segment is None or facts.done:
        return facts.due, f"the due date {facts.due}"
    if segment.exempt and facts.returned_on and facts.returned_on >= facts.due:
        return facts.returned_on, f"the debit was returned, {facts.returned_on}"
    later = segment.later_days
    if not later:
        return facts.due, f"the due date {facts.due}"
    why = f"the due date {facts.due} and {later} more ({segment.name}: {facts.segment_why})"
    return facts.due + dt.timedelta(days=later), why


def exemption(facts: Facts, policy: Policy, calendar: Calendar, now: dt.datetime) -> Move | None:
    """Nothing leaves until a debit is returned; one that is neither paid nor returned is a person's (law 7)."""
    segment = policy.segment(facts.segment)
    if segment is None or not is_exempt(facts, policy):
        return None
    since = max(facts.due, facts.last_contact or facts.due)
    day = since + dt.timedelta(days=segment.ask_after)
    if calendar.local_day(now) < day:
        why = f"{segment.name}: no reminder until a debit is returned ({facts.segment_why})"
        return look(calendar, day, now, why)
    why = f"{segment.name}: neither paid nor returned {segment.ask_after} days after {since}"
    leaving = leave(None, day, why, facts, policy, calendar, now)
    return Move(
        do=Do.ASK_DECISION,
        at=leaving.at,
        why=leaving.why,
        shifted=leaving.shifted,
        step=policy.names[policy.decision],
        by=Role.SENIOR,
        goal=DEBIT,
    )


def word_before(facts: Facts, policy: Policy, calendar: Calendar, now: dt.datetime) -> Move | None:
    """The word before the due date (R21), once, and never on the due date or after it.

    Closed days bring it forward, for put off it might come too late; late it leaves at once.
    """
    segment = policy.segment(facts.segment)
    word = segment.before_due if segment else None
    if segment is None or word is None or facts.forewarned or calendar.local_day(now) >= facts.due:
        return None
    planned = facts.due - dt.timedelta(days=word.days)
    day = planned
    while calendar.why_closed(day):
        day -= _DAY
    why = f"{word.days} days before the due date {facts.due} ({segment.name}: {facts.segment_why})"
    if day < planned:
        why += f"; brought forward: {calendar.why_closed(planned)}"
    do, channel = _WAYS[word.do]
    leaving = leave(channel, day, why, facts, policy, calendar, now)
    if calendar.local_day(leaving.at) >= facts.due:
        return None
    return Move(do=do, at=leaving.at, why=leaving.why, shifted=leaving.shifted, step=BEFORE_DUE, letter=word.letter)


def until_the_exception_ends(move: Move, facts: Facts, calendar: Calendar, now: dt.datetime) -> Move:
    """What an exception decided is looked at again the morning after its last day: the rule decides then (R52)."""
    last = facts.excepted_until
    if last is None or calendar.local_day(now) > last or calendar.local_day(move.at) <= last:
        return move
    why = f"an exception ends on {last} ({facts.segment or 'no segment'}); as it is: {move.why}"
    return look(calendar, last + _DAY, now, why)
