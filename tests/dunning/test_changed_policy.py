"""A policy that changes under running cases: no step repeated, skipped, or brought forward to today."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cobro.dunning.calendar import Calendar
from cobro.dunning.facts import Calls, Done, Facts
from cobro.dunning.ladder import next_move
from cobro.dunning.move import Do, Move
from cobro.dunning.policy import Limits, Policy
from cobro.dunning.progress import carried_over, climbed
from cobro.dunning.taking_over import take_over
from tests.dunning.strategies import DAYS, QUICK, THOROUGH, ZONES
from tests.dunning.walk import unpaid

DAY = dt.timedelta(days=1)
PLAIN = Calendar(zone=ZONES[0])
EVERY_DAY = Limits(contacts_a_week=7)


def ladder(*rungs: tuple[str, int], version: int = 1) -> Policy:
    """E-mails at these distances, and the decision a week after the last."""
    steps: list[dict[str, Any]] = [
        {"step": name, "days": days, "after": "previous" if i else "due", "do": "email", "letter": "friendly"}
        for i, (name, days) in enumerate(rungs)
    ]
    end = {"step": "decision", "days": 7, "after": "previous" if rungs else "due", "do": "decision"}
    return Policy.model_validate({"name": "mine", "version": version, "steps": [*steps, end], "limits": EVERY_DAY})


@st.composite
def changes(draw: st.DrawFn) -> tuple[Policy, Policy]:
    """A ladder and its next version: steps may go, come, be renamed and have other distances; none changes places."""
    names = [f"old-{i}" for i in range(draw(st.integers(0, 5)))]
    later: list[str] = []
    for name in names:
        fate = draw(st.sampled_from(("stays", "stays", "goes", "renamed", "joined by another", "stands after another")))
        new = f"new-{len(later)}"
        later += {
            "stays": [name],
            "goes": [],
            "renamed": [new],
            "joined by another": [name, new],
            "stands after another": [new, name],
        }[fate]
    distance = st.integers(1, 14)
    return (
        ladder(*((name, draw(distance)) for name in names)),
        ladder(*((name, draw(distance)) for name in later), version=2),
    )


@dataclass(frozen=True)
class Running:
    """A case that stands on an old ladder, some days before or after its next step is due there."""

    old: Policy
    new: Policy
    before: Facts
    now: dt.datetime

    @property
    def today(self) -> dt.date:
        return PLAIN.local_day(self.now)

    @property
    def done(self) -> list[str]:
        return [step.step for step in self.before.done]

    def was(self, now: dt.datetime | None = None) -> Move:
        return next_move(self.before, self.old, PLAIN, now or self.now)

    @property
    def after(self) -> Facts:
        """The facts as the ledger tells them once the new version is in force."""
        done = tuple(
            Done(step.step, step.day, carried_over(step.step, self.old.names, self.new.names))
            for step in self.before.done
        )
        facts = replace(self.before, done=done, calls=Calls())
        return replace(facts, not_before=take_over(self.before, self.old, facts, self.new, PLAIN, self.now))

    def comes(self, now: dt.datetime | None = None, after: Facts | None = None) -> Move:
        return next_move(after or self.after, self.new, PLAIN, now or self.now)


@st.composite
def running(draw: st.DrawFn) -> Running:
    old, new = draw(changes())
    due = draw(DAYS)
    progress = draw(st.integers(0, old.decision))
    day, done = due, []
    for i in range(progress):
        day = PLAIN.next_working(max(due + DAY * old.offset(i), day + DAY * (old.gap(i) if i else 0)))
        done.append(Done(old.names[i], day + DAY * draw(st.integers(0, 3))))
        day = done[-1].day
    facts = replace(unpaid(due), done=tuple(done), last_contact=day if done else None)
    today = (day if done else due) + DAY * draw(st.integers(0, 20))
    return Running(old, new, facts, dt.datetime.combine(today, dt.time(12), tzinfo=ZONES[0]))


@THOROUGH
@given(case=running())
def test_no_step_is_repeated(case: Running) -> None:
    assert case.comes().step not in case.done
    renamed_away = [name for name in case.new.names if name not in case.old.names]
    if case.done == case.old.names[:-1] and len(case.old.names) == len(case.new.names):
        assert case.comes().step not in renamed_away


@THOROUGH
@given(case=running())
def test_no_step_that_was_still_ahead_is_skipped(case: Running) -> None:
    ahead = [name for name in case.old.names if name not in case.done and name in case.new.names]
    step = case.comes().step or ""

    assert case.new.names.index(step) <= case.new.names.index(ahead[0])


@THOROUGH
@given(case=running())
def test_what_is_put_in_below_is_not_made_up_for(case: Running) -> None:
    kept = [case.new.names.index(name) for name in case.done if name in case.new.names]
    assert case.new.names.index(case.comes().step or "") > max(kept, default=-1)


@THOROUGH
@given(case=running())
def test_nothing_is_brought_forward_to_today(case: Running) -> None:
    was, comes = PLAIN.local_day(case.was().at), PLAIN.local_day(case.comes().at)
    assert comes > case.today or was <= PLAIN.next_working(case.today)


@THOROUGH
@given(case=running(), days=st.integers(0, 20))
def test_whenever_it_is_asked_again_it_says_the_same(case: Running, days: int) -> None:
    after = case.after
    first = case.comes(after=after)
    later = case.comes(min(first.at, case.now + DAY * days), after)

    assert (later.do, later.step) == (first.do, first.step)
    assert PLAIN.local_day(later.at) == PLAIN.local_day(first.at)


@THOROUGH
@given(case=running())
def test_it_is_never_closer_to_what_was_last_done_than_the_new_ladder_plans(case: Running) -> None:
    comes = case.comes()
    place = case.new.names.index(comes.step or "")
    below = climbed(case.after.done, case.new.names)
    if case.done and place:
        gap = case.new.offset(place) - (case.new.offset(below - 1) if below else 0)
        assert PLAIN.local_day(comes.at) >= case.before.done[-1].day + DAY * gap


@QUICK
@given(case=running())
def test_the_same_ladder_under_a_higher_version_changes_nothing(case: Running) -> None:
    same = replace(case, new=case.old.model_copy(update={"version": 2}))
    assert (same.comes().step, same.comes().at) == (same.was().step, same.was().at)


@QUICK
@given(case=running(), third=changes())
def test_two_changes_in_a_row_bring_nothing_forward_either(case: Running, third: tuple[Policy, Policy]) -> None:
    newest = third[0].model_copy(update={"version": 3})
    assume(set(case.new.names) & set(newest.names) == {"decision"} or newest.names[:-1] == sorted(newest.names[:-1]))
    once = case.after
    had = next_move(once, case.new, PLAIN, case.now)
    done = tuple(replace(d, place=carried_over(d.step, case.old.names, newest.names)) for d in case.before.done)
    facts = replace(case.before, done=done)
    facts = replace(facts, not_before=take_over(once, case.new, facts, newest, PLAIN, case.now))
    comes = next_move(facts, newest, PLAIN, case.now)

    assert PLAIN.local_day(comes.at) > case.today or PLAIN.local_day(had.at) <= PLAIN.next_working(case.today)


OLD = ["courtesy", "week-1", "call", "firm", "decision"]


@pytest.mark.parametrize(
    ("step", "new", "covers"),
    [
        ("week-1", OLD, 2),
        ("week-1", ["courtesy", "extra", "week-1", "call", "firm", "decision"], 3),
        ("call", ["courtesy", "week-1", "ring-up", "firm", "decision"], 3),
        ("call", ["courtesy", "week-1", "firm", "decision"], 2),
        ("call", ["courtesy", "week-1", "ring-up", "post", "firm", "decision"], 3),
        ("firm", ["courtesy", "decision"], 1),
        ("firm", ["decision"], 0),
        ("week-1", ["a", "b", "c", "decision"], 2),
        ("never-heard-of", OLD, 0),
    ],
    ids=["same", "put in", "renamed", "removed", "renamed, and one more", "shortened", "alone", "all new", "unknown"],
)
def test_what_a_step_that_was_done_covers_of_a_new_ladder(step: str, new: list[str], covers: int) -> None:
    assert carried_over(step, OLD, new) == covers


def test_a_case_beyond_the_end_of_a_shorter_ladder_goes_to_the_decision_at_its_distance() -> None:
    due = dt.date(2026, 3, 2)
    done = (Done("a", due + DAY), Done("b", due + 8 * DAY), Done("c", due + 15 * DAY))
    facts = replace(unpaid(due), done=done, last_contact=due + 15 * DAY)
    case = Running(
        ladder(("a", 1), ("b", 7), ("c", 7), ("d", 7)),
        ladder(("a", 1), version=2),
        facts,
        dt.datetime(2026, 3, 18, 12, tzinfo=dt.UTC),
    )
    move = case.comes()

    assert (move.do, move.step) == (Do.ASK_DECISION, "decision")
    assert PLAIN.local_day(move.at) == due + 22 * DAY
    assert move.why == "7 days after 2026-03-17"


def test_a_step_that_a_shorter_distance_would_put_in_the_past_keeps_its_day_and_says_so() -> None:
    due = dt.date(2026, 3, 2)
    facts = replace(unpaid(due), done=(Done("a", due + DAY),), last_contact=due + DAY)
    old, new = ladder(("a", 1), ("b", 20)), ladder(("a", 1), ("b", 5), version=2)
    case = Running(old, new, facts, dt.datetime(2026, 3, 11, 12, tzinfo=dt.UTC))
    move = case.comes()

    assert (move.step, PLAIN.local_day(move.at)) == ("b", dt.date(2026, 3, 23))
    assert move.why == "keeps its day, 2026-03-23: the policy or the segment changed after 2026-03-08"
