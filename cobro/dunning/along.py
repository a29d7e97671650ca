"""What one message to a customer carries: which steps go along with the one that is due, and what is only shown."""

from __future__ import annotations

import datetime as dt

from cobro.dunning.calendar import Calendar
from cobro.dunning.facts import Facts
from cobro.dunning.formal import is_formal
from cobro.dunning.ladder import BROKEN_PROMISE, next_day
from cobro.dunning.letter import NotAsked
from cobro.dunning.move import Do, Move
from cobro.dunning.owed import is_owed
from cobro.dunning.policy import OFFER, Policy
from cobro.dunning.progress import climbed
from cobro.dunning.silence import is_promised

LETTERS = (Do.SEND_EMAIL, Do.SEND_SMS)
"""Steps that leave as words: an e-mail takes along what would have been a text message, and the reverse."""


def height(move: Move, facts: Facts, policy: Policy) -> float:
    """How high a step stands: its place on the ladder, from 0; below all of it, what the ladder does not have.

    The reminder of a promise stands just above the step that its invoice had last, and above the first one.
    """
    step = move.step or ""
    if step.startswith(BROKEN_PROMISE):
        return max(climbed(facts.done, policy.names), 1) - 0.5
    return policy.names.index(step) if step in policy.names else -1


def is_offer(move: Move) -> bool:
    """Whether nothing is asked for, but time or a plan offered (R31): it counts in no budget."""
    return move.do is Do.OPEN_CALL and move.goal == OFFER


def stands_alone(move: Move) -> bool:
    """Whether nothing else goes into the letter: what is owed about one promise or plan, and a formal notice."""
    return is_owed(move.step) or is_formal(move.step)


def falls_due(move: Move, facts: Facts, policy: Policy, calendar: Calendar, now: dt.datetime) -> dt.date:
    """The day that a step is planned for, whatever closed days or the customer's budget put it off to."""
    at = calendar.local_day(move.at)
    if move.step not in policy.names or facts.calls.open_until:
        return at
    return min(at, next_day(facts, policy, calendar, now))


def goes_along(
    mine: Move, other: Move, facts: Facts, policy: Policy, calendar: Calendar, now: dt.datetime, until: dt.date
) -> bool:
    """Whether a step of another invoice of the customer goes with mine, which leaves now.

    A letter takes along every letter's step of an overdue invoice that falls due before the customer could next be
    contacted, so that what the budget would put off is said at once, if half of the time since its last contact is
    over; a call, the calls. Never one for the other: what a call or a decision has to bring comes in its own turn.

    Args:
        mine: the step that leaves.
        other: what the other invoice's case does next.
        facts: the other invoice's case.
        policy: the ladder of both, for a customer has one creditor.
        calendar: the customer's.
        now: the moment of the claim, aware.
        until: the first day on which the customer could be contacted again.
    """
    today = calendar.local_day(now)
    if stands_alone(mine) or stands_alone(other):
        return mine.step == other.step and calendar.local_day(other.at) <= today
    if not other.step or is_offer(mine) != is_offer(other):
        return False
    if other.do is not mine.do and not (mine.do in LETTERS and other.do in LETTERS):
        return False
    day = falls_due(other, facts, policy, calendar, now)
    return day <= today or (day < until and facts.due < today and _is_half_way(facts, day, today))


def _is_half_way(facts: Facts, day: dt.date, today: dt.date) -> bool:
    """Whether a step planned for a day ahead may be said today: not where its invoice was only just spoken of."""
    last = facts.last_contact
    return last is None or 2 * (today - last) >= day - last


def not_asked(facts: Facts, policy: Policy, calendar: Calendar, today: dt.date) -> NotAsked | None:
    """Why nothing is asked for now of what is open and uncontested, where there is a reason that a letter may tell."""
    if facts.hold_until and facts.hold_until >= today:
        return NotAsked.HELD
    if is_promised(facts, policy, calendar, today):
        return NotAsked.PROMISED
    if facts.due >= today:
        return NotAsked.NOT_DUE
    return None
