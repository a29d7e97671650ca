"""A ladder laid out on a calendar, for one invoice whose customer says nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from cobro.dunning.calendar import Calendar
from cobro.dunning.facts import Contacted, Done, Facts
from cobro.dunning.in_segment import worth
from cobro.dunning.ladder import next_day, next_move
from cobro.dunning.money import Money
from cobro.dunning.move import Move
from cobro.dunning.policy import Policy, Step
from cobro.dunning.segments import BEFORE_DUE, Segment

_EARLY = dt.timedelta(days=120)


@dataclass(frozen=True, slots=True)
class Dated:
    """A step and its day. `day` is None for one that this invoice does not come to; `why` says why then or why not."""

    step: Step
    planned: dt.date | None
    day: dt.date | None
    shifted_by: str | None
    why: str


def timetable(
    policy: Policy, due: dt.date, issued: dt.date | None, calendar: Calendar, segment: Segment | None = None
) -> list[Dated]:
    """The ladder, dated by `next_move`, each step on the assumption that its condition holds.

    For a customer of a segment, if one is given; a debit is assumed to be returned on the due date.
    """
    facts = Facts(
        due=due,
        open=Money.from_minor(1, "EUR"),
        disputed=Money.zero("EUR"),
        issued=issued,
        segment=segment.name if segment else None,
        segment_why=str(segment.when) if segment else "",
        returned_on=due,
    )
    return list(_dated(_unconditional(policy), policy, facts, calendar))


def _dated(plain: Policy, policy: Policy, facts: Facts, calendar: Calendar) -> Iterator[Dated]:
    due, issued, most = facts.due, facts.issued, worth(facts, policy)
    now = dt.datetime.combine(min(due, issued or due), dt.time(), tzinfo=calendar.zone) - _EARLY
    at = 0
    while at <= plain.decision:
        planned = next_day(facts, plain, calendar, now)
        move = next_move(facts, plain, calendar, now)
        now, day = move.at, calendar.local_day(move.at)
        if move.step == BEFORE_DUE:
            yield Dated(_word(move, policy.segment(facts.segment)), day, day, None, move.why)
            facts = replace(facts, forewarned=True, contacted=(Contacted(day, move.do.value),))
            continue
        for step in policy.steps[at : plain.names.index(move.step or "")]:
            why = "its day is past the due date" if most is None or at <= most else f"at most {policy.names[most]}"
            yield Dated(step, None, None, None, f"passed over: {why}")
            at += 1
        yield Dated(policy.steps[at], planned, day, move.shifted, move.why)
        at += 1
        facts = replace(
            facts,
            done=(*facts.done, Done(move.step or "", day)),
            last_contact=day,
            contacted=(*facts.contacted, Contacted(day, move.do.value)),
        )
    for step in policy.steps[at:]:
        yield Dated(step, None, None, None, "once a person has decided so")


def _word(move: Move, segment: Segment | None) -> Step:
    """The word before the due date as if it were a step. It is none of the ladder's, which are letters about debts."""
    word = segment and segment.before_due
    days, do = (-word.days, word.do) if word else (0, "email")
    return Step.model_construct(step=BEFORE_DUE, days=days, after="due", do=do, letter=move.letter)


def _unconditional(policy: Policy) -> Policy:
    steps = [step.model_copy(update={"when": None, "needs": None, "instead": ()}) for step in policy.steps]
    return policy.model_copy(update={"steps": tuple(steps)})
