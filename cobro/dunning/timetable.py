"""A ladder laid out on a calendar, for one invoice whose customer says nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from cobro.dunning.calendar import Calendar
from cobro.dunning.facts import Contacted, Done, Facts
from cobro.dunning.ladder import next_day, next_move
from cobro.dunning.money import Money
from cobro.dunning.policy import Policy, Step

_EARLY = dt.timedelta(days=120)


@dataclass(frozen=True, slots=True)
class Dated:
    """A step and its day. `day` is None for one that this invoice does not come to; `why` says why then or why not."""

    step: Step
    planned: dt.date | None
    day: dt.date | None
    shifted_by: str | None
    why: str


def timetable(policy: Policy, due: dt.date, issued: dt.date | None, calendar: Calendar) -> list[Dated]:
    """The ladder, dated by `next_move`, each step on the assumption that its condition holds."""
    return list(_dated(_unconditional(policy), policy, due, issued, calendar))


def _dated(plain: Policy, policy: Policy, due: dt.date, issued: dt.date | None, calendar: Calendar) -> Iterator[Dated]:
    facts = Facts(due=due, open=Money.from_minor(1, "EUR"), disputed=Money.zero("EUR"), issued=issued)
    now = dt.datetime.combine(min(due, issued or due), dt.time(), tzinfo=calendar.zone) - _EARLY
    at = 0
    while at <= plain.decision:
        planned = next_day(facts, plain, calendar, now)
        move = next_move(facts, plain, calendar, now)
        now, day = move.at, calendar.local_day(move.at)
        for step in policy.steps[at : plain.names.index(move.step or "")]:
            yield Dated(step, None, None, None, "passed over: its day is past the due date")
            at += 1
        yield Dated(policy.steps[at], planned, day, calendar.why_closed(planned) if day > planned else None, move.why)
        at += 1
        facts = replace(
            facts,
            done=(*facts.done, Done(move.step or "", day)),
            last_contact=day,
            contacted=(*facts.contacted, Contacted(day, move.do.value)),
        )
    for step in policy.steps[at:]:
        yield Dated(step, None, None, None, "once a person has decided so")


def _unconditional(policy: Policy) -> Policy:
    steps = [step.model_copy(update={"when": None, "needs": None, "instead": ()}) for step in policy.steps]
    return policy.model_copy(update={"steps": tuple(steps)})
