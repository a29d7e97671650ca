"""Whatever the facts are, the next move is one that a customer and a creditor can live with."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from cobro.dunning.contact import Channel
from cobro.dunning.facts import Calls, Facts
from cobro.dunning.ladder import next_day, next_move
from cobro.dunning.move import Do, Ending, Move, Role
from cobro.dunning.silence import is_silenced
from tests.dunning.counting import grace_ends, is_within_hours, leaves_room
from tests.dunning.strategies import QUICK, THOROUGH, Situation, asked_for, situations

CHANNELS = {Do.SEND_EMAIL: Channel.EMAIL, Do.SEND_SMS: Channel.SMS, Do.OPEN_CALL: Channel.CALL}
CONTACTS = tuple(CHANNELS)
ANY = st.one_of(situations(), asked_for())


def working_days(case: Situation, since: dt.date) -> int:
    """The working days after a day, up to and without today."""
    days = (since + dt.timedelta(days=k) for k in range(1, (case.today - since).days))
    return sum(day.weekday() < 5 and day not in case.calendar.closed for day in days)


def decide(case: Situation) -> Move:
    return next_move(case.facts, case.policy, case.calendar, case.now)


@THOROUGH
@given(case=ANY)
def test_every_case_has_an_ending_or_a_move_with_a_time(case: Situation) -> None:
    move = decide(case)

    assert move.at.tzinfo is not None
    assert case.now <= move.at <= case.now + dt.timedelta(days=400)
    assert move.why
    assert (move.ending is not None) == (move.do in (Do.END, Do.HAND_OVER))
    assert (move.step is not None) == (move.do not in (Do.END, Do.LOOK))


@THOROUGH
@given(case=ANY)
def test_a_contact_is_made_on_a_working_day_within_the_hours_of_the_customer(case: Situation) -> None:
    move = decide(case)
    if move.do in CHANNELS:
        assert is_within_hours(move.at, case.calendar, CHANNELS[move.do])
    if move.do is Do.ASK_DECISION:
        # It is asked of somebody at the creditor: neither the customer's closings nor its hours are in the way.
        local = move.at.astimezone(case.calendar.zone)
        assert local.date() == case.calendar.next_working(local.date())
        assert dt.time(9) <= local.time() < dt.time(19)


@THOROUGH
@given(case=ANY)
def test_a_contact_that_comes_later_than_planned_says_what_shifted_it(case: Situation) -> None:
    move = decide(case)
    if move.do in CHANNELS and move.step in case.policy.names and not case.facts.retry_at:
        planned = next_day(case.facts, case.policy, case.calendar, case.now)
        waited = case.calendar.local_day(move.at) > max(planned, case.facts.calls.open_until or planned, case.today)
        assert move.shifted or not waited
        assert not waited or "shifted by" in move.why or "budget" in move.why


@THOROUGH
@given(case=ANY)
def test_a_contact_is_made_only_on_a_day_with_room_in_the_budget(case: Situation) -> None:
    move = decide(case)
    if move.do in CONTACTS:
        day = move.at.astimezone(case.calendar.zone).date()
        assert leaves_room(day, case.facts.contacted, case.policy.limits)


@THOROUGH
@given(case=situations())
def test_nobody_is_contacted_who_is_to_be_left_in_peace(case: Situation) -> None:
    facts, move = case.facts, decide(case)
    promise = facts.promise
    if move.do not in CONTACTS:
        return

    assert facts.open
    assert not facts.stopped
    assert facts.ending is None
    assert facts.handoff is None
    assert facts.disputed < facts.open
    assert facts.hold_until is None or facts.hold_until < case.today
    assert facts.paused_until is None or facts.paused_until < case.today
    segment = case.policy.segment(facts.segment)
    assert segment is None or segment.exempt is None or facts.returned_on is not None
    assert facts.unmatched_until is None or facts.unmatched_until <= case.today
    assert facts.bank_told_up_to is None or working_days(case, facts.bank_told_up_to) < 3
    assert (
        promise is None
        or promise.kept
        or promise.reminded is not None
        or grace_ends(max(promise.pay_by, facts.due), case.policy, case.calendar) < case.today
    )


@THOROUGH
@given(case=situations())
def test_people_are_kept_off_the_telephone_exactly_when_letters_are_kept_back(case: Situation) -> None:
    silenced = is_silenced(case.facts, case.policy, case.calendar, case.today)
    # Who is exempt has no step to wait for, and an exception ends with a look.
    alone = replace(case.facts, people=(), calls=Calls(), handoff=None, segment=None, excepted_until=None)
    move = decide(replace(case, facts=alone))

    if move.do is not Do.END:
        assert silenced == (move.do is Do.LOOK)


@THOROUGH
@given(case=ANY)
def test_a_look_lies_ahead_unless_a_task_is_due(case: Situation) -> None:
    facts, move = case.facts, decide(case)
    if move.do is not Do.LOOK:
        return
    tasks = [*(person.due for person in facts.people), *([facts.calls.open_until] if facts.calls.open_until else [])]

    assert move.at > case.now or any(due <= case.today for due in tasks)


@THOROUGH
@given(case=situations())
def test_a_case_ends_when_it_was_ended_or_nothing_is_open(case: Situation) -> None:
    move = decide(case)
    over = case.facts.ending or (None if case.facts.open else Ending.SETTLED)

    assert (move.do is Do.END) == (over is not None)
    if over:
        assert move.ending is over


@QUICK
@given(case=situations())
def test_a_case_that_is_stopped_waits_whatever_was_decided(case: Situation) -> None:
    facts = replace(case.facts, stopped=True, ending=None)
    if facts.open:
        assert decide(replace(case, facts=facts)).do is Do.LOOK


@QUICK
@given(case=asked_for(), minutes=st.integers(-90, 90), handoff=st.sampled_from((None, Ending.LEGAL_HANDOFF)))
def test_what_was_refused_is_not_tried_again_before_its_time(
    case: Situation, minutes: int, handoff: Ending | None
) -> None:
    retry_at = case.now + dt.timedelta(minutes=minutes)
    move = decide(replace(case, facts=replace(case.facts, retry_at=retry_at, handoff=handoff)))

    assert move.at >= max(retry_at, case.now)


@QUICK
@given(case=situations())
def test_the_same_facts_give_the_same_move_and_waiting_for_it_changes_nothing(case: Situation) -> None:
    move = decide(case)
    later = decide(replace(case, now=move.at))

    assert decide(case) == move
    # What the bank told last may have grown old meanwhile.
    if move.do in CONTACTS and case.facts.bank_told_up_to is None:
        assert (later.do, later.step, later.at, later.letter) == (move.do, move.step, move.at, move.letter)


@QUICK
@given(case=asked_for())
def test_a_decision_is_asked_of_a_senior(case: Situation) -> None:
    move = decide(case)
    assert (move.by is Role.SENIOR) or move.do is not Do.ASK_DECISION


@QUICK
@given(case=asked_for())
def test_nothing_is_asked_for_before_its_day(case: Situation) -> None:
    due = case.today + dt.timedelta(days=90)
    facts: Facts = replace(case.facts, due=due)
    move = decide(replace(case, facts=facts))

    assert case.calendar.local_day(move.at) >= due
