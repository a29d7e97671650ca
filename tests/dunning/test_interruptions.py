"""Payments, promises, disputes and holds: what they change on the ladder, and what they leave as it was."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from cobro.dunning.facts import Awaited, Contacted, Facts, Person, Promise
from cobro.dunning.ladder import BROKEN_PROMISE, next_move
from cobro.dunning.money import Money
from cobro.dunning.move import Do, Ending, Move
from tests.dunning.counting import DAY, grace_ends, leaves_room
from tests.dunning.strategies import QUICK, Situation, asked_for

DAYS_AHEAD = [DAY * n for n in range(15)]


def decide(case: Situation, facts: Facts | None = None, now: dt.datetime | None = None) -> Move:
    return next_move(facts or case.facts, case.policy, case.calendar, now or case.now)


def cents(units: int) -> Money:
    return Money.from_minor(units, "EUR")


def next_index(case: Situation) -> int:
    return len(case.facts.done)


@QUICK
@given(case=asked_for(), left=st.integers(1, 10**9))
def test_a_part_payment_never_skips_or_repeats_a_step(case: Situation, left: int) -> None:
    paid = replace(case.facts, open=min(cents(left), case.facts.open))
    assert decide(case, paid) == decide(case)


@QUICK
@given(case=asked_for())
def test_a_full_payment_settles(case: Situation) -> None:
    assert decide(case, replace(case.facts, open=cents(0))).ending is Ending.SETTLED


@QUICK
@given(case=asked_for(), part=st.integers(0, 10**9))
def test_a_dispute_of_a_part_does_not_silence_the_rest(case: Situation, part: int) -> None:
    disputed = cents(min(part, case.facts.open.minor - 1))
    task = Person(Awaited.DISPUTE, case.today + 5 * DAY)

    assert decide(case, replace(case.facts, disputed=disputed, people=(task,))) == decide(case)


@QUICK
@given(case=asked_for(), more=st.integers(0, 10**6), days=st.integers(1, 9))
def test_a_dispute_of_all_waits_for_the_person_who_looks_into_it(case: Situation, more: int, days: int) -> None:
    task = Person(Awaited.DISPUTE, case.today + days * DAY)
    move = decide(case, replace(case.facts, disputed=case.facts.open + cents(more), people=(task,)))

    assert move.do is Do.LOOK
    assert case.calendar.local_day(move.at) == case.calendar.next_working(task.due)


@QUICK
@given(case=asked_for(), days=st.integers(0, 90))
def test_a_hold_is_kept_to_its_last_day_and_then_the_same_step_returns(case: Situation, days: int) -> None:
    held = replace(case.facts, hold_until=case.today + days * DAY)
    look = decide(case, held)
    after = decide(case, held, look.at)

    assert look.do is Do.LOOK
    assert case.calendar.local_day(look.at) == case.calendar.next_working(case.today + (days + 1) * DAY)
    assert after.step == decide(case).step


@QUICK
@given(case=asked_for(), days=st.integers(0, 90))
def test_a_hold_released_early_leaves_no_trace(case: Situation, days: int) -> None:
    held = replace(case.facts, hold_until=case.today + days * DAY)
    assert decide(case, replace(held, hold_until=None)) == decide(case)


@QUICK
@given(case=asked_for(), days=st.integers(0, 30))
def test_a_promise_is_trusted_until_the_money_had_time_to_come(case: Situation, days: int) -> None:
    promised = replace(case.facts, promise=Promise(1, case.today + days * DAY, kept=False))
    last = grace_ends(max(case.today + days * DAY, case.facts.due), case.policy, case.calendar)
    look = decide(case, promised)

    if last >= case.today:
        assert look.do is Do.LOOK
        assert case.calendar.local_day(look.at) == case.calendar.next_working(last + DAY)
        assert decide(case, promised, look.at).step == f"{BROKEN_PROMISE}-1"


@QUICK
@given(case=asked_for(), ago=st.integers(1, 40))
def test_a_broken_promise_is_brought_to_mind_at_the_first_moment_there_is(case: Situation, ago: int) -> None:
    pay_by = case.today - ago * DAY
    assume(grace_ends(max(pay_by, case.facts.due), case.policy, case.calendar) < case.today)
    move = decide(case, replace(case.facts, promise=Promise(7, pay_by, kept=False)))

    assert (move.do, move.step) == (Do.SEND_EMAIL, f"{BROKEN_PROMISE}-7")
    day = next(
        day for day in map(case.today.__add__, DAYS_AHEAD) if leaves_room(day, case.facts.contacted, case.policy.limits)
    )
    assert move.at == case.calendar.slot(day, case.now).at


@QUICK
@given(case=asked_for(), ago=st.integers(1, 40))
def test_after_a_broken_promise_the_step_that_was_left_follows_at_its_full_distance(case: Situation, ago: int) -> None:
    index = next_index(case)
    assume(case.policy.steps[index].do != "decision")
    pay_by = case.today - ago * DAY
    assume(grace_ends(max(pay_by, case.facts.due), case.policy, case.calendar) < case.today)
    facts = replace(case.facts, promise=Promise(7, pay_by, kept=False))
    reminder = decide(case, facts)
    day = case.calendar.local_day(reminder.at)
    reminded = replace(
        facts,
        promise=Promise(7, pay_by, kept=False, reminded=day),
        last_contact=day,
        contacted=(*facts.contacted, Contacted(day, "e-mail")),
    )
    move = decide(case, reminded, reminder.at)

    assert move.step == decide(case).step
    assert case.calendar.local_day(move.at) >= day + DAY * case.policy.gap(index)


@QUICK
@given(case=asked_for(), days=st.integers(-40, 30))
def test_a_promise_that_was_kept_lets_the_ladder_go_on(case: Situation, days: int) -> None:
    kept = replace(case.facts, promise=Promise(1, case.today + days * DAY, kept=True))
    assert decide(case, kept) == decide(case)


@QUICK
@given(case=asked_for(), ago=st.integers(0, 40))
def test_a_new_episode_goes_on_at_the_step_that_was_left(case: Situation, ago: int) -> None:
    index, resumed = next_index(case), case.today - ago * DAY
    move = decide(case, replace(case.facts, resumed=resumed))

    assert move.step == case.policy.steps[index].step
    assert case.calendar.local_day(move.at) >= resumed + DAY * case.policy.gap(index)


@QUICK
@given(case=asked_for(), days=st.integers(-9, 9), awaited=st.sampled_from((Awaited.REPAIR, Awaited.DECISION)))
def test_a_case_waits_for_the_person_who_has_it_and_asks_at_once_when_late(
    case: Situation, days: int, awaited: Awaited
) -> None:
    due = case.today + days * DAY
    others = (Person(Awaited.REPAIR, due + 3 * DAY), Person(Awaited.DISPUTE, due - 3 * DAY))
    move = decide(case, replace(case.facts, people=(*others, Person(awaited, due))))

    assert move.do is Do.LOOK
    assert awaited.value in move.why
    assert move.at == max(case.now, case.calendar.start_of(due))


@QUICK
@given(case=asked_for())
def test_a_decided_case_is_handed_over_at_once(case: Situation) -> None:
    move = decide(case, replace(case.facts, handoff=Ending.AGENCY_HANDOFF))
    assert (move.do, move.at, move.ending) == (Do.HAND_OVER, case.now, Ending.AGENCY_HANDOFF)


@QUICK
@given(case=asked_for(), days=st.integers(1, 60))
def test_the_reminder_of_a_promise_says_what_put_it_off(case: Situation, days: int) -> None:
    pay_by = case.today - days * DAY
    assume(grace_ends(max(pay_by, case.facts.due), case.policy, case.calendar) < case.today)
    move = decide(case, replace(case.facts, promise=Promise(7, pay_by, kept=False)))

    if case.calendar.local_day(move.at) > case.today:
        assert "shifted by" in move.why or "budget" in move.why
