"""The shipped ladder, day by day, as a controller would check it against a calendar on the wall."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from cobro.dunning.calendar import Calendar
from cobro.dunning.facts import Awaited, Calls, Done, Facts, Person
from cobro.dunning.ladder import next_move
from cobro.dunning.move import Do, Role
from cobro.dunning.parties import Customer, CustomerKind
from cobro.rulebook import Rulebook, UnknownPolicy
from tests.dunning.walk import Climbed, Walk, unpaid

RULES = Rulebook(Path(__file__).parents[2] / "policies")
FOUR_WEEKS = RULES.policy("four-weeks")
DUE = dt.date(2026, 3, 6)
LADDER = ["courtesy", "week-1", "week-2-call", "week-3", "week-4-call", "decision"]


def calendar(region: str | None = "MD", zone: str = "Europe/Madrid", country: str = "ES", minute: int = 0) -> Calendar:
    customer = Customer(
        ref="C-1",
        name="Hotel Bahía Azul, S.A.",
        kind=CustomerKind.COMPANY,
        address="Paseo Marítimo 3",
        country=country,
        region=region,
        zone=zone,
        language="es",
    )
    return RULES.calendar(customer, None, around=DUE, key=minute)


def walk(where: Calendar, due: dt.date = DUE, unanswered: int = 0) -> list[Climbed]:
    start = dt.datetime.combine(due - dt.timedelta(days=10), dt.time(12), tzinfo=dt.UTC)
    return Walk(FOUR_WEEKS, where, unpaid(due), start, unanswered=unanswered).to_the_decision()


def days(climbed: list[Climbed]) -> list[str]:
    return [f"{done.day:%a} {done.day}" for done in climbed]


def why(climbed: list[Climbed], step: str) -> str:
    return next(done.move.why for done in climbed if done.step == step)


def facts_before(step: str, last: dt.date) -> Facts:
    done = tuple(Done(name, last) for name in LADDER[: LADDER.index(step)])
    return replace(unpaid(DUE), done=done, last_contact=last)


def test_an_invoice_due_on_a_friday_in_madrid() -> None:
    climbed = walk(calendar())

    assert [done.step for done in climbed] == LADDER
    assert days(climbed) == [
        "Mon 2026-03-09",
        "Mon 2026-03-16",
        "Mon 2026-03-23",
        "Mon 2026-03-30",
        "Mon 2026-04-06",
        "Mon 2026-04-13",
    ]


def test_an_invoice_due_on_a_monday_keeps_its_weekdays() -> None:
    assert days(walk(calendar(), dt.date(2026, 10, 12))) == [
        "Tue 2026-10-13",
        "Mon 2026-10-19",
        "Mon 2026-10-26",
        "Tue 2026-11-03",
        "Tue 2026-11-10",
        "Tue 2026-11-17",
    ]


def test_what_each_step_is_and_who_answers_for_it() -> None:
    moves = [done.move for done in walk(calendar())]

    assert [(move.do, move.by, move.letter, move.goal) for move in moves] == [
        (Do.SEND_EMAIL, Role.AUTOMATIC, "courtesy", None),
        (Do.SEND_EMAIL, Role.AUTOMATIC, "friendly", None),
        (Do.OPEN_CALL, Role.JUNIOR, None, "ask-why"),
        (Do.SEND_EMAIL, Role.SENIOR, "firm", None),
        (Do.OPEN_CALL, Role.SENIOR, None, "last-word"),
        (Do.ASK_DECISION, Role.SENIOR, None, None),
    ]


@pytest.mark.parametrize(
    ("zone", "country", "region", "hours"),
    [
        ("Europe/Madrid", "ES", "MD", [8, 8, 8, 7, 7, 7]),
        ("Atlantic/Canary", "ES", "CN", [9, 9, 9, 8, 8, 8]),
        ("Europe/London", "GB", "SCT", [9, 9, 9, 8, 8, 8]),
        ("America/Bogota", "CO", None, [14, 14, 14, 14, 14, 14]),
    ],
)
def test_letters_leave_at_nine_where_the_customer_is(
    zone: str, country: str, region: str | None, hours: list[int]
) -> None:
    climbed = walk(calendar(region, zone, country))

    assert [done.move.at.astimezone(dt.UTC).hour for done in climbed] == hours
    assert {done.move.at.astimezone(calendar(region, zone, country).zone).hour for done in climbed} == {9}


def test_customers_are_spread_over_the_first_hour_by_their_number() -> None:
    assert walk(calendar(minute=127))[0].move.at == dt.datetime(2026, 3, 9, 8, 7, tzinfo=dt.UTC)


def test_easter_monday_shifts_the_call_in_catalonia_and_says_so() -> None:
    catalonia = calendar("CT")
    climbed = walk(catalonia)

    assert days(climbed)[3:] == ["Mon 2026-03-30", "Tue 2026-04-07", "Tue 2026-04-14"]
    assert why(climbed, "week-4-call").endswith(f"; shifted by {catalonia.closed[dt.date(2026, 4, 6)]}")
    assert "shifted" not in why(climbed, "week-3")


@pytest.mark.parametrize(
    ("region", "day"), [("AR", "Fri 2026-04-24"), ("CL", "Fri 2026-04-24"), ("MD", "Thu 2026-04-23")]
)
def test_saint_george_is_kept_in_aragon_and_castile_and_not_in_madrid(region: str, day: str) -> None:
    there = calendar(region)
    climbed = walk(there, dt.date(2026, 4, 16))

    assert days(climbed)[1] == day
    holiday = there.closed.get(dt.date(2026, 4, 23))
    assert ("shifted by" in why(climbed, "week-1")) == (holiday is not None)
    assert holiday is None or why(climbed, "week-1").endswith(f"shifted by {holiday}")


def test_a_weekend_is_named_as_well() -> None:
    assert why(walk(calendar()), "courtesy") == "1 day after the due date 2026-03-06; shifted by Saturday"


def test_the_firm_letter_waits_for_the_call() -> None:
    monday = dt.date(2026, 3, 23)
    facts = replace(facts_before("week-3", monday), calls=Calls(open_until=dt.date(2026, 4, 8)))
    now = dt.datetime(2026, 3, 30, 10, tzinfo=dt.UTC)
    planned = next_move(facts, FOUR_WEEKS, calendar(), now)
    still_open = next_move(facts, FOUR_WEEKS, calendar(), planned.at)

    assert (planned.step, planned.why) == ("week-3", "week-3 waits for the call")
    assert planned.at == dt.datetime(2026, 4, 8, 7, tzinfo=dt.UTC)
    assert still_open.do is Do.LOOK


def test_a_conversation_put_off_for_long_is_followed_by_a_week_of_peace() -> None:
    facts = replace(facts_before("week-3", dt.date(2026, 3, 23)), calls=Calls(True, 2, None, dt.date(2026, 4, 8)))
    move = next_move(facts, FOUR_WEEKS, calendar(), dt.datetime(2026, 4, 8, 10, tzinfo=dt.UTC))

    assert (move.step, move.letter) == ("week-3", "firm")
    assert move.at == dt.datetime(2026, 4, 15, 7, tzinfo=dt.UTC)


def test_whoever_cannot_be_reached_gets_the_letter_that_says_so() -> None:
    climbed = walk(calendar(), unanswered=3)

    assert next(done.move.letter for done in climbed if done.step == "week-3") == "could-not-reach"
    assert [done.step for done in climbed] == LADDER


@pytest.mark.parametrize(("unanswered", "letter"), [(0, "firm"), (1, "firm"), (2, "firm"), (3, "could-not-reach")])
def test_one_answer_is_enough_for_the_firm_letter(unanswered: int, letter: str) -> None:
    climbed = walk(calendar(), unanswered=unanswered)
    assert next(done.move.letter for done in climbed if done.step == "week-3") == letter


@pytest.mark.parametrize(("in_touch", "goal"), [(False, "last-word"), (True, "offer-time")])
def test_whoever_told_of_a_difficulty_is_offered_time(in_touch: bool, goal: str) -> None:
    facts = replace(facts_before("week-4-call", dt.date(2026, 3, 30)), in_touch=in_touch)
    move = next_move(facts, FOUR_WEEKS, calendar(), dt.datetime(2026, 4, 1, tzinfo=dt.UTC))

    assert (move.do, move.goal) == (Do.OPEN_CALL, goal)


def test_after_the_last_call_a_person_decides_and_is_asked_again_until_then() -> None:
    facts = facts_before("decision", dt.date(2026, 4, 6))
    asked = next_move(facts, FOUR_WEEKS, calendar(), dt.datetime(2026, 4, 13, 9, tzinfo=dt.UTC))
    waiting = replace(facts, people=(Person(Awaited.DECISION, dt.date(2026, 4, 20)),))
    look = next_move(waiting, FOUR_WEEKS, calendar(), dt.datetime(2026, 4, 13, 9, tzinfo=dt.UTC))

    assert (asked.do, asked.by) == (Do.ASK_DECISION, Role.SENIOR)
    assert (look.do, look.at) == (Do.LOOK, dt.datetime(2026, 4, 20, 7, tzinfo=dt.UTC))


def test_a_week_of_downtime_gives_one_catch_up_and_the_rest_keeps_its_distance() -> None:
    start = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
    climbed = Walk(FOUR_WEEKS, calendar(), unpaid(DUE), start, downtime={0: 30}).to_the_decision()

    assert [done.step for done in climbed] == LADDER
    assert days(climbed) == [
        "Tue 2026-03-31",
        "Mon 2026-04-06",
        "Mon 2026-04-13",
        "Mon 2026-04-20",
        "Mon 2026-04-27",
        "Mon 2026-05-04",
    ]
    assert climbed[0].move.why == "1 day after the due date 2026-03-06"


def test_a_policy_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(UnknownPolicy, match=r"one of \[.*'four-weeks'.*\], got 'five-weeks'"):
        RULES.policy("five-weeks")
