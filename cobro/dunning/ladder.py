"""The next move of a case: the one place that decides what happens to an unpaid invoice, and when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cobro.dunning.budget import with_room
from cobro.dunning.calendar import Calendar
from cobro.dunning.contact import Channel
from cobro.dunning.facts import Contacted, Facts
from cobro.dunning.formal import FORMAL
from cobro.dunning.in_segment import (
    WRITE_OFF,
    exemption,
    until_the_exception_ends,
    word_before,
    worth,
)
from cobro.dunning.leaving import LONGEST, joined, leave, look, open_way, shifted_by
from cobro.dunning.move import Do, Ending, Move, Role
from cobro.dunning.policy import OFFER, Policy, Step
from cobro.dunning.progress import climbed
from cobro.dunning.silence import at_rest, is_silenced, silence
from cobro.dunning.spacing import planned_day

BROKEN_PROMISE = "broken-promise"
"""Step name of the reminder of a promise; the promise's number follows it."""

HAND_OVER = "hand-over"
"""Step name under which a decided case leaves the house."""

_DO = {"email": Do.SEND_EMAIL, "sms": Do.SEND_SMS, "call": Do.OPEN_CALL, "decision": Do.ASK_DECISION}
_CHANNEL = {"email": Channel.EMAIL, "sms": Channel.SMS, "call": Channel.CALL}
_DAY = dt.timedelta(days=1)


def next_move(facts: Facts, policy: Policy, calendar: Calendar, now: dt.datetime) -> Move:
    """Decide what a case does next. Total: every case has a next move, a person it waits for, or an ending (law 7).

    Args:
        facts: the case, as the ledger knows it at this moment.
        policy: the ladder in force.
        calendar: the customer's working days and hours.
        now: the moment of the decision, aware. No move lies before it.
    """
    ending = facts.ending or (Ending.SETTLED if not facts.open else None)
    ready = max(now, facts.retry_at or now)
    # A case that ended in a plan stays awake until the plan was confirmed.
    owed = _owed(facts, calendar, ready) if facts.open else None
    if ending and (owed is None or ending is not Ending.PAYMENT_PLAN):
        return Move(do=Do.END, at=now, why=f"ended: {ending.value}", ending=ending)
    if owed:
        return owed
    if facts.handoff and not facts.disputed and not is_silenced(facts, policy, calendar, calendar.local_day(now)):
        why = f"a person decided: {facts.handoff.value}"
        return Move(do=Do.HAND_OVER, at=ready, why=why, step=HAND_OVER, ending=facts.handoff)
    quiet = silence(facts, policy, calendar, now)
    return quiet or _formal(facts, calendar, ready) or _by_the_ladder(facts, policy, calendar, ready)


def following(policy: Policy, step: str | None, today: dt.date, calendar: Calendar, terms: int = 0) -> dt.date:
    """The day on which we come back to a customer after a step carried out today (R58, item 2)."""
    names, gap = policy.names, 7
    if step in names and names.index(step) < policy.decision:
        gap = policy.gap(names.index(step) + 1, terms)
    return calendar.next_open(today + dt.timedelta(days=gap))


def next_contact(facts: Facts, policy: Policy, calendar: Calendar, now: dt.datetime) -> dt.date:
    """The first day on which the customer could be contacted again, if a contact left today."""
    today = calendar.local_day(now)
    free, _ = with_room(today + _DAY, (*facts.contacted, Contacted(today, "now")), policy.limits)
    return calendar.next_open(free)


def _owed(facts: Facts, calendar: Calendar, now: dt.datetime) -> Move | None:
    """What is owed in writing leaves in the first open hour, whatever else is silent; a repair comes first."""
    today = calendar.local_day(now)
    owed = next((each for each in facts.owed if each.last >= today), None)
    if owed is None:
        return None
    if resting := at_rest(facts, calendar, now):
        return resting
    if facts.repair:
        return look(calendar, facts.repair.due, now, f"waiting for a person: {facts.repair.awaited.value}")
    slot = calendar.slot(today, now, open_way(Channel.EMAIL, facts, instead=Channel.SMS))
    return Move(
        do=Do.SEND_EMAIL,
        at=slot.at,
        why="owed in writing" + shifted_by(slot),
        step=owed.step,
        letter=owed.letter,
        shifted=joined(slot.shifts),
    )


def _formal(facts: Facts, calendar: Calendar, now: dt.datetime) -> Move | None:
    """An approved notice leaves in the first open hour: no budget puts it off."""
    notice = facts.notice
    if notice is None or notice.until is not None:
        return None
    slot = calendar.slot(calendar.local_day(now), now)
    return Move(
        do=Do.SEND_EMAIL,
        at=slot.at,
        why="a person approved a formal notice" + shifted_by(slot),
        step=notice.step,
        letter=FORMAL,
        by=Role.SENIOR,
        shifted=joined(slot.shifts),
    )


def _by_the_ladder(facts: Facts, policy: Policy, calendar: Calendar, now: dt.datetime) -> Move:
    move = exemption(facts, policy, calendar, now)
    if move is None:
        move = _reminder(facts, policy, calendar, now)
        word = word_before(facts, policy, calendar, now)
        move = word if word and word.at <= move.at else move
    return until_the_exception_ends(move, facts, calendar, now)


def _reminder(facts: Facts, policy: Policy, calendar: Calendar, now: dt.datetime) -> Move:
    promise = facts.promise
    if promise and not promise.kept and not promise.reminded and not _is_enough(facts, policy):
        rule = policy.broken_promise
        why = f"promised for {promise.pay_by}, not kept"
        leaving = leave(_CHANNEL[rule.do], calendar.local_day(now), why, facts, policy, calendar, now)
        return Move(
            do=_DO[rule.do],
            at=leaving.at,
            why=leaving.why,
            shifted=leaving.shifted,
            step=f"{BROKEN_PROMISE}-{promise.id}",
            letter=rule.letter,
            by=rule.by,
        )
    return _climb(facts, policy, _next_rung(facts, policy, calendar, now), calendar, now)


@dataclass(frozen=True, slots=True)
class _Next:
    """The rung that comes next, and the reasons why others before it do not."""

    index: int
    passed: tuple[str, ...] = ()


def next_day(facts: Facts, policy: Policy, calendar: Calendar, now: dt.datetime) -> dt.date:
    """The day that the ladder plans for the next step, whatever silences the case or shifts the step."""
    return planned_day(facts, policy, _next_rung(facts, policy, calendar, now).index)[0]


def proposal(facts: Facts, policy: Policy) -> str | None:
    """What the policy proposes to whoever decides: `legal`, `agency`, to write it off, or nothing (R33)."""
    if worth(facts, policy) is not None:
        return WRITE_OFF
    last = policy.steps[-1]
    return None if last.when and last.when.fails(facts) else last.to


def _is_enough(facts: Facts, policy: Policy) -> bool:
    most = policy.limits.contacts_before_decision
    return most is not None and len(facts.done) + facts.broken_promises >= most


def _next_rung(facts: Facts, policy: Policy, calendar: Calendar, now: dt.datetime) -> _Next:
    """The first rung above all that was climbed whose condition holds; in the end the decision, asked again if need
    be."""
    if facts.notice and facts.notice.until:
        return _Next(policy.decision, ("a formal notice was sent",))
    if _is_enough(facts, policy):
        cut = climbed(facts.done, policy.names) < policy.decision
        return _Next(policy.decision, (f"{policy.limits.contacts_before_decision} contacts are enough",) if cut else ())
    passed: list[str] = []
    most = worth(facts, policy)
    for index in range(climbed(facts.done, policy.names), policy.decision):
        rung = policy.steps[index]
        if most is not None and index > most:
            passed.append(f"{facts.segment}: at most {policy.names[most]} ({facts.segment_why})")
            break
        if facts.has_done(rung.step):
            continue
        reason = _passed_over(rung, facts) or _too_late(facts, policy, index, calendar, now)
        if reason is None:
            return _Next(index, tuple(passed))
        passed.append(f"{rung.step} passed over: {reason}")
    return _Next(policy.decision, tuple(passed))


def _passed_over(rung: Step, facts: Facts) -> str | None:
    if rung.when and (reason := rung.when.fails(facts)):
        return reason
    lacking = rung.needs and not facts.calls.spoken and not facts.calls.open_until
    if lacking and all(variant.when.fails(facts) for variant in rung.instead):
        return "nobody was spoken to"
    return None


def _too_late(facts: Facts, policy: Policy, index: int, calendar: Calendar, now: dt.datetime) -> str | None:
    """A call that is meant for the days before the due date has no use after it."""
    if policy.offset(index, facts.terms) >= 0:
        return None
    planned, why = planned_day(facts, policy, index)
    leaving = leave(Channel.CALL, planned, why, facts, policy, calendar, now)
    return "the due date has passed" if calendar.local_day(leaving.at) > facts.due else None


def _climb(facts: Facts, policy: Policy, to: _Next, calendar: Calendar, now: dt.datetime) -> Move:
    rung = policy.steps[to.index]
    planned, why = planned_day(facts, policy, to.index)
    if rung.needs and facts.calls.open_until:
        planned, why = max(planned, facts.calls.open_until), f"{rung.step} waits for the call"
        if planned <= calendar.local_day(now):
            return look(calendar, planned, now, why)
    letter, goal = _variant(rung, facts)
    if rung.do == "decision":
        goal = proposal(facts, policy)
    leaving = leave(_CHANNEL.get(rung.do), planned, why, facts, policy, calendar, now, counted=goal != OFFER)
    return Move(
        do=_DO[rung.do],
        at=leaving.at,
        why="; ".join((leaving.why, *to.passed))[:LONGEST],
        shifted=leaving.shifted,
        step=rung.step,
        letter=letter,
        by=Role.SENIOR if rung.do == "decision" else rung.by,
        goal=goal,
    )


def _variant(rung: Step, facts: Facts) -> tuple[str | None, str | None]:
    for instead in rung.instead:
        if not instead.when.fails(facts):
            return instead.letter or rung.letter, instead.goal or rung.goal
    return rung.letter, rung.goal
