"""Kinds of customer (R15, R21): who belongs to them is counted, and what is done otherwise repeats nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import ValidationError

from cobro.dunning.calendar import Calendar
from cobro.dunning.facts import Done, Facts
from cobro.dunning.history import Known, Paid
from cobro.dunning.in_segment import DEBIT, WRITE_OFF
from cobro.dunning.ladder import next_move
from cobro.dunning.money import Money
from cobro.dunning.move import Do
from cobro.dunning.parties import PaymentMethod
from cobro.dunning.policy import Policy
from cobro.dunning.segments import BEFORE_DUE, Segment, segment_of, still_speaking
from cobro.dunning.taking_over import take_over
from cobro.rulebook import Rulebook
from tests.dunning.strategies import DAYS, QUICK, THOROUGH, ZONES, calendars, policies
from tests.dunning.walk import Walk, unpaid

NEW = Known()
"""Of whom nothing is known yet."""

DAY = dt.timedelta(days=1)
DUE = dt.date(2026, 3, 2)
FOUR_WEEKS = Rulebook(Path(__file__).parents[2] / "policies").policy("four-weeks")
LATENESS = st.lists(st.integers(-20, 60), max_size=12)


def segment(**values: Any) -> Segment:
    return Segment.model_validate({"name": "kind", "when": {"method": ["transfer"]}, **values})


def history(days_late: list[int], owes: str = "0") -> Known:
    """Invoices paid so many days late, the newest first."""
    paid = [Paid(DUE - DAY * k, DUE - DAY * k + DAY * days) for k, days in enumerate(days_late, start=1)]
    return Known(paid, {"EUR": Money.from_minor(int(owes), "EUR")})


def with_segment(policy: Policy, **values: Any) -> Policy:
    return policy.model_copy(update={"segments": (segment(**values),)})


def in_kind(facts: Facts) -> Facts:
    return replace(facts, segment="kind", segment_why="as given")


def noon(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(12), tzinfo=dt.UTC)


@QUICK
@given(
    days=LATENESS,
    share=st.integers(1, 10),
    of_last=st.integers(1, 8),
    least=st.integers(1, 8),
    after=st.integers(0, 10),
)
def test_a_share_is_counted_over_the_invoices_that_were_paid_last(
    days: list[int], share: int, of_last: int, least: int, after: int
) -> None:
    assume(least <= of_last)
    when = {"of_last": of_last, "paid_invoices_at_least": least, "late_after": after}
    late = segment(when={**when, "late_share_at_least": share / 10}, later_days=1)
    punctual = segment(when={**when, "paid_on_time_share_at_least": share / 10}, later_days=1)
    last = days[:of_last]
    count = sum(day > after for day in last)

    for kind, part in ((late, count), (punctual, len(last) - count)):
        found = segment_of(unpaid(DUE), [kind], history(days))
        assert (found is not None) == (len(last) >= least and part * 10 >= share * len(last))
        if found:
            assert found.why.startswith(f"{part} of the last {len(last)} invoices were paid")


@QUICK
@given(days=LATENESS, most=st.integers(0, 30))
def test_one_invoice_that_was_paid_too_late_is_enough_to_be_no_good_payer(days: list[int], most: int) -> None:
    found = segment_of(unpaid(DUE), [segment(when={"days_late_at_most": most}, later_days=1)], history(days))
    assert (found is not None) == (len(days) >= 3 and max(days[:6]) <= most)


@QUICK
@given(mine=st.integers(1, 3000), overdue=st.integers(0, 3000), currency=st.sampled_from(("EUR", "GBP")))
def test_a_small_sum_is_small_with_all_that_has_fallen_due_in_its_currency(
    mine: int, overdue: int, currency: str
) -> None:
    facts = replace(unpaid(DUE), open=Money.from_minor(mine, currency))
    kind = segment(when={"open_below": {"EUR": "15.00"}}, at_most="courtesy")
    found = segment_of(facts, [kind], history([], owes=str(overdue)))
    assert (found is not None) == (currency == "EUR" and max(mine, overdue) < 1500)


def test_the_first_that_holds_counts_and_a_new_customer_who_pays_by_transfer_belongs_to_none() -> None:
    facts = replace(unpaid(DUE), method=PaymentMethod.DIRECT_DEBIT, open=Money.from_minor(900, "EUR"))
    for known, expected in ((facts, "direct-debit"), (replace(facts, method=PaymentMethod.TRANSFER), "small")):
        found = segment_of(known, FOUR_WEEKS.segments, history([30] * 6))
        assert found is not None
        assert found.name == expected
    assert segment_of(replace(unpaid(DUE), method=PaymentMethod.TRANSFER), FOUR_WEEKS.segments, NEW) is None


@QUICK
@given(
    days=LATENESS,
    minor=st.integers(1, 5000),
    method=st.sampled_from(PaymentMethod),
    done=st.booleans(),
    today=DAYS,
)
def test_what_nobody_looks_at_any_more_makes_no_difference(
    days: list[int], minor: int, method: PaymentMethod, done: bool, today: dt.date
) -> None:
    """The ledger reads no history for segments that have had their say."""
    begun = Walk(FOUR_WEEKS, Calendar(zone=ZONES[0]), unpaid(DUE), noon(DUE)).to_the_decision()[:1] if done else []
    facts = replace(unpaid(DUE), open=Money.from_minor(minor, "EUR"), method=method)
    facts = replace(facts, done=tuple(Done(one.step, one.day) for one in begun))
    whole = segment_of(facts, FOUR_WEEKS.segments, history(days))
    part = segment_of(facts, still_speaking(FOUR_WEEKS.segments, facts, today), history(days))

    if part is None and whole is not None:
        silent = FOUR_WEEKS.segment(whole.name)
        assert silent is not None
        assert not silent.speaks(facts, today)
    else:
        assert part == whole


@QUICK
@given(policy=policies(), due=DAYS, later=st.integers(1, 60), unanswered=st.integers(0, 3), data=st.data())
def test_whoever_is_left_in_peace_longer_has_the_same_ladder_later(
    policy: Policy, due: dt.date, later: int, unanswered: int, data: st.DataObject
) -> None:
    calendar = data.draw(calendars(due))
    start = noon(due - 20 * DAY)
    peace = with_segment(policy, later_days=later)
    climbed = Walk(peace, calendar, in_kind(unpaid(due)), start, unanswered=unanswered).to_the_decision()
    names = [one.step for one in climbed]

    assert climbed[0].day >= due + DAY * (later + policy.offset(policy.names.index(names[0])))
    assert names == sorted(names, key=policy.names.index)
    for before, after in pairwise(climbed):
        lower, higher = policy.names.index(before.step), policy.names.index(after.step)
        assert (after.day - before.day).days >= policy.offset(higher) - policy.offset(lower)


@QUICK
@given(policy=policies(), due=DAYS, days=st.integers(1, 30), start=st.integers(-40, 5), data=st.data())
def test_a_word_before_the_due_date_is_said_once_and_moves_no_step(
    policy: Policy, due: dt.date, days: int, start: int, data: st.DataObject
) -> None:
    calendar = data.draw(calendars(due))
    now = noon(due + DAY * start)
    kind = with_segment(policy, before_due={"days": days})
    facts = in_kind(unpaid(due))
    move = next_move(facts, kind, calendar, now)
    told = replace(facts, forewarned=True, last_contact=calendar.local_day(move.at))

    if move.step == BEFORE_DUE:
        day = calendar.local_day(move.at)
        assert move.letter == "before-due"
        assert calendar.local_day(now) <= day < due
        assert calendar.why_closed(day) is None
        assert day <= due - DAY * days or day == calendar.next_open(calendar.local_day(now)) or move.shifted
        after = next_move(told, kind, calendar, move.at)
        assert (after.do, after.step, after.at) == _as_without(unpaid(due), policy, calendar, move.at)
    else:
        assert (move.do, move.step, move.at) == _as_without(unpaid(due), policy, calendar, now)


def _as_without(
    facts: Facts, policy: Policy, calendar: Calendar, now: dt.datetime
) -> tuple[Do, str | None, dt.datetime]:
    move = next_move(facts, policy, calendar, now)
    return move.do, move.step, move.at


@THOROUGH
@given(policy=policies(), due=DAYS, ask_after=st.integers(1, 90), after=st.integers(-30, 200))
def test_who_pays_by_debit_hears_nothing_and_is_forgotten_by_nobody(
    policy: Policy, due: dt.date, ask_after: int, after: int
) -> None:
    kind = with_segment(policy, exempt="until_returned", ask_after=ask_after)
    move = next_move(in_kind(unpaid(due)), kind, Calendar(zone=ZONES[0]), noon(due + DAY * after))

    if after < ask_after:
        assert move.do is Do.LOOK
        assert move.at.date() >= due + DAY * ask_after
    else:
        assert (move.do, move.goal) == (Do.ASK_DECISION, DEBIT)


@QUICK
@given(policy=policies(), due=DAYS, returned=st.integers(0, 60))
def test_the_ladder_begins_on_the_day_on_which_the_debit_is_returned(
    policy: Policy, due: dt.date, returned: int
) -> None:
    back = due + DAY * returned
    kind = with_segment(policy, exempt="until_returned")
    calendar = Calendar(zone=ZONES[0])
    move = next_move(replace(in_kind(unpaid(due)), returned_on=back), kind, calendar, noon(back))

    assert (move.do, move.step, move.at) == _as_without(unpaid(back), policy, calendar, noon(back))


@QUICK
@given(policy=policies(), due=DAYS, place=st.integers(0, 4), data=st.data())
def test_no_step_is_taken_that_a_sum_is_not_worth(
    policy: Policy, due: dt.date, place: int, data: st.DataObject
) -> None:
    assume(place < policy.decision)
    small = with_segment(policy, at_most=policy.names[place])
    climbed = Walk(small, data.draw(calendars(due)), in_kind(unpaid(due)), noon(due - DAY)).to_the_decision()

    assert all(policy.names.index(one.step) <= place for one in climbed[:-1])
    assert (climbed[-1].move.do, climbed[-1].move.goal) == (Do.ASK_DECISION, WRITE_OFF)
    assert policy.decision == place + 1 or "at most" in climbed[-1].move.why


@QUICK
@given(due=DAYS, later=st.integers(1, 60), other=st.integers(0, 60), passed=st.integers(0, 70))
def test_a_change_of_segment_brings_no_first_step_forward_to_today(
    due: dt.date, later: int, other: int, passed: int
) -> None:
    calendar = Calendar(zone=ZONES[0])
    kinds = (segment(later_days=later), segment(name="other", later_days=max(other, 1)))
    policy = FOUR_WEEKS.model_copy(update={"segments": kinds})
    now, before = noon(due + DAY * passed), in_kind(unpaid(due))
    after = replace(before, segment="other" if other else None)
    had = next_move(before, policy, calendar, now)
    after = replace(after, not_before=take_over(before, policy, after, policy, calendar, now))
    comes = next_move(after, policy, calendar, now)

    assert comes.step == had.step == "courtesy"
    today = calendar.local_day(now)
    assert calendar.local_day(comes.at) > today or calendar.local_day(had.at) == today


@QUICK
@given(until=st.integers(-5, 40), later=st.integers(1, 60))
def test_what_an_exception_decided_is_looked_at_again_the_morning_after(until: int, later: int) -> None:
    calendar, now = Calendar(zone=ZONES[0]), noon(DUE)
    policy = with_segment(FOUR_WEEKS, later_days=later)
    last = DUE + DAY * until
    move = next_move(replace(in_kind(unpaid(DUE)), excepted="kind", excepted_until=last), policy, calendar, now)

    if until >= 0 and move.do is Do.LOOK:
        assert calendar.local_day(move.at) == calendar.next_working(last + DAY)
    else:
        assert move.step == "courtesy"
        assert until < 0 or calendar.local_day(move.at) <= last


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "segment kind: expected at least one of before_due, later_days, exempt, at_most"),
        ({"later_days": 3, "when": {}}, "condition names at least one of late_share_at_least"),
        ({"later_days": 3, "when": {"method": ["card"], "of_last": 3}}, "of_last says how to count"),
        ({"later_days": 3, "exempt": "until_returned"}, "who is exempt is treated no otherwise besides"),
        ({"later_days": 3, "ask_after": 3}, "ask_after goes with exempt"),
        ({"later_days": 3, "name": "none"}, "this name says that a customer is in no segment"),
        (
            {"later_days": 3, "when": {"late_share_at_least": 1, "of_last": 2, "paid_invoices_at_least": 3}},
            "at most the 2 of of_last",
        ),
    ],
)
def test_a_segment_that_does_not_hold_together_is_refused(values: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        segment(**values)


@pytest.mark.parametrize(
    ("segments", "said"),
    [
        ([segment(later_days=1), segment(later_days=2)], "segment kind: each segment needs a name of its own"),
        ([segment(at_most="decision")], "segment kind: at_most, expected one of courtesy, week-1"),
    ],
)
def test_segments_that_do_not_fit_their_policy_are_refused(segments: list[Segment], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Policy.model_validate({**FOUR_WEEKS.model_dump(), "segments": segments})


def test_a_policy_with_segments_is_read_back_as_it_was_stored() -> None:
    assert Policy.model_validate_json(FOUR_WEEKS.model_dump_json()) == FOUR_WEEKS
