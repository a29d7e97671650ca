"""The ladder is climbed step by step, with the planned distances, whatever holds the house up."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cobro.dunning.calendar import Calendar
from cobro.dunning.ladder import following
from cobro.dunning.move import Do
from cobro.dunning.policy import Policy
from tests.dunning.strategies import DAYS, MOMENTS, QUICK, ZONES, Situation, asked_for, calendars, near, policies
from tests.dunning.walk import Climbed, Walk, unpaid

DAY = dt.timedelta(days=1)
ANY_BUDGET, EVERY_DAY = st.integers(1, 7), st.just(7)


@st.composite
def walks(draw: st.DrawFn, contacts_a_week: st.SearchStrategy[int] = ANY_BUDGET, longest_downtime: int = 0) -> Walk:
    """A customer who says nothing from some moment on; the invoice falls due around it."""
    now = draw(MOMENTS)
    calendar, policy = draw(calendars(now.date())), draw(policies(contacts_a_week))
    downtime = draw(st.dictionaries(st.integers(0, 5), st.integers(1, longest_downtime))) if longest_downtime else {}
    due = near(draw, calendar.local_day(now), 40, 40)
    return Walk(policy, calendar, unpaid(due), now, unanswered=draw(st.integers(0, 4)), downtime=downtime)


def planned(policy: Policy, due: dt.date, climbed: list[Climbed], number: int) -> dt.date:
    """The day of a step on its schedule, or at its distance from the step before."""
    scheduled = due + DAY * policy.offset(number)
    return max(scheduled, climbed[number - 1].day + DAY * policy.gap(number)) if number else scheduled


@QUICK
@given(walk=walks(longest_downtime=60))
def test_every_step_is_taken_once_and_in_order(walk: Walk) -> None:
    assert [done.step for done in walk.to_the_decision()] == [step.step for step in walk.policy.steps]


@QUICK
@given(walk=walks(longest_downtime=60))
def test_steps_are_never_closer_than_planned(walk: Walk) -> None:
    days = [done.day for done in walk.to_the_decision()]

    assert days[0] >= walk.facts.due + DAY * walk.policy.offset(0)
    for number, (earlier, later) in enumerate(pairwise(days), start=1):
        assert later - earlier >= DAY * walk.policy.gap(number)


@QUICK
@given(walk=walks())
def test_a_conversation_is_never_followed_closer_than_planned(walk: Walk) -> None:
    climbed = walk.to_the_decision()

    for number, (earlier, later) in enumerate(pairwise(climbed), start=1):
        if earlier.move.do is Do.OPEN_CALL and walk.facts.calls.spoken and later.since > earlier.day:
            assert later.day - later.since >= DAY * walk.policy.gap(number)


@QUICK
@given(walk=walks(EVERY_DAY, longest_downtime=60))
def test_what_was_missed_is_caught_up_with_at_once(walk: Walk) -> None:
    climbed = walk.to_the_decision()

    for number, done in enumerate(climbed):
        earliest = planned(walk.policy, walk.facts.due, climbed, number)
        if number and climbed[number - 1].move.do is Do.OPEN_CALL and walk.facts.calls.spoken:
            earliest = max(earliest, done.since + DAY * walk.policy.gap(number))
        # A day more where the hours of the first one were over.
        first = walk.calendar.next_open(max(earliest, done.since))
        assert done.day <= walk.calendar.next_open(first + DAY)


@QUICK
@given(walk=walks(EVERY_DAY))
def test_a_step_waits_for_closed_days_and_for_nothing_else(walk: Walk) -> None:
    climbed = walk.to_the_decision()
    first = climbed[0]

    if first.since < walk.facts.due:
        planned = walk.facts.due + DAY * walk.policy.offset(0)
        decides = first.move.do is Do.ASK_DECISION
        assert first.day == (walk.calendar.next_working if decides else walk.calendar.next_open)(planned)


@QUICK
@given(walk=walks(longest_downtime=60))
def test_the_reasons_name_the_plan(walk: Walk) -> None:
    for done in walk.to_the_decision():
        assert " after " in done.move.why
        assert "\n" not in done.move.why


@QUICK
@given(walk=walks())
def test_a_step_that_needs_a_call_comes_after_the_call(walk: Walk) -> None:
    climbed = walk.to_the_decision()

    for step, earlier, done in zip(walk.policy.steps[1:], climbed, climbed[1:], strict=False):
        if step.needs and earlier.move.do is Do.OPEN_CALL:
            assert done.move.at > earlier.move.at
            assert done.day >= done.since


@QUICK
@given(case=asked_for())
def test_the_day_told_in_a_letter_is_not_before_the_next_step(case: Situation) -> None:
    steps = case.policy.steps
    for number, step in enumerate(steps[:-1]):
        told = following(case.policy, step.step, case.today, case.calendar)
        assert told >= case.today + DAY * case.policy.gap(number + 1)
        assert case.calendar.why_closed(told) is None


@QUICK
@given(policy=policies(), day=DAYS, step=st.none() | st.just("of-an-older-policy"))
def test_a_letter_outside_of_the_ladder_gives_a_week(policy: Policy, day: dt.date, step: str | None) -> None:
    calendar = Calendar(zone=ZONES[0])
    assert following(policy, step, day, calendar) == calendar.next_working(day + DAY * 7)
