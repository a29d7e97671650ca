"""The two other ladders of the house, as they are promised: intensive (R23, R50) and gentle (R49, R51)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from cobro.dunning.calendar import Calendar
from cobro.dunning.facts import Done, Promise
from cobro.dunning.ladder import next_move
from cobro.dunning.move import Do
from cobro.rulebook import Rulebook
from tests.dunning.strategies import ZONES
from tests.dunning.walk import Climbed, Walk, unpaid

RULES = Rulebook(Path(__file__).parents[2] / "policies")
FOUR_WEEKS, INTENSIVE, GENTLE = (RULES.policy(name) for name in ("four-weeks", "intensive", "gentle"))
EVERY_DAY = Calendar(zone=ZONES[0])
MONDAY = dt.date(2026, 3, 2)


def walk(name: str, due: dt.date, unanswered: int = 0) -> list[Climbed]:
    start = dt.datetime.combine(due - dt.timedelta(days=10), dt.time(12), tzinfo=dt.UTC)
    return Walk(RULES.policy(name), EVERY_DAY, unpaid(due), start, unanswered=unanswered).to_the_decision()


def test_intensive_is_four_weeks_and_a_call_at_half_the_distances() -> None:
    steps = [name for name in INTENSIVE.names if name not in ("due-week-call", "to-lawyer")]
    halves = [-(-FOUR_WEEKS.offset(FOUR_WEEKS.names.index(name)) // 2) for name in steps]

    assert steps == FOUR_WEEKS.names
    assert [INTENSIVE.offset(INTENSIVE.names.index(name)) for name in steps] == halves


@pytest.mark.parametrize("weekday", range(7))
def test_intensive_calls_within_the_week_of_the_due_date(weekday: int) -> None:
    due = MONDAY + dt.timedelta(days=weekday)
    called = next(done for done in walk("intensive", due) if done.move.do is Do.OPEN_CALL)
    assert due < called.day <= due + dt.timedelta(days=7)


@pytest.mark.parametrize("unanswered", [0, 3])
def test_gentle_makes_at_most_four_contacts_ten_days_apart_and_then_a_person_decides(unanswered: int) -> None:
    climbed = walk("gentle", MONDAY, unanswered)

    assert [done.move.do for done in climbed[:-1]] == [Do.SEND_EMAIL, Do.SEND_EMAIL, Do.OPEN_CALL, Do.SEND_EMAIL]
    assert climbed[-1].move.goal == "agency"
    assert all(later.day - earlier.day >= dt.timedelta(days=10) for earlier, later in pairwise(climbed))


def test_gentle_never_writes_a_text_message_not_even_about_a_promise() -> None:
    assert GENTLE.broken_promise.do == "email"
    assert "sms" not in [step.do for step in GENTLE.steps]


def test_gentle_counts_the_reminder_of_a_promise_among_the_four() -> None:
    climbed = walk("gentle", MONDAY)[:3]
    done = tuple(Done(one.step, one.day) for one in climbed)
    promise = Promise(1, climbed[-1].day + dt.timedelta(days=5), kept=False, reminded=dt.date(2026, 4, 7))
    facts = replace(unpaid(MONDAY), done=done, last_contact=dt.date(2026, 4, 7), promise=promise, broken_promises=1)
    move = next_move(facts, GENTLE, EVERY_DAY, dt.datetime(2026, 4, 8, 12, tzinfo=dt.UTC))

    assert (move.do, move.why.split("; ")[-1]) == (Do.ASK_DECISION, "4 contacts are enough")
