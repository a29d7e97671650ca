"""What goes along with a step that leaves: whatever the budget would put off, and nothing with a turn of its own."""

from __future__ import annotations

from hypothesis import given

from cobro.dunning.along import LETTERS, falls_due, goes_along, height, stands_alone
from cobro.dunning.ladder import next_contact, next_move
from cobro.dunning.move import Do
from cobro.dunning.progress import climbed
from tests.dunning.strategies import QUICK, Situation, asked_for


@QUICK
@given(mine=asked_for(), other=asked_for())
def test_what_goes_along_would_otherwise_be_put_off_by_the_budget(mine: Situation, other: Situation) -> None:
    policy, calendar, now, facts = mine.policy, mine.calendar, mine.now, other.facts
    first, second = (next_move(each, policy, calendar, now) for each in (mine.facts, facts))
    until, today = next_contact(mine.facts, policy, calendar, now), calendar.local_day(now)

    assert until > today
    if not goes_along(first, second, facts, policy, calendar, now, until):
        return
    if stands_alone(first) or stands_alone(second):
        assert first.step == second.step
        return
    assert second.step
    assert second.do is first.do or {first.do, second.do} == set(LETTERS)
    day = falls_due(second, facts, policy, calendar, now)
    assert day <= today or (day < until and facts.due < today)
    if day > today and facts.last_contact:
        # Nobody hears of an invoice again on the day after, only because another one is due.
        assert today - facts.last_contact >= day - today


@QUICK
@given(mine=asked_for(), other=asked_for())
def test_what_comes_when_the_customer_may_be_contacted_again_has_its_own_turn(
    mine: Situation, other: Situation
) -> None:
    policy, calendar, now, facts = mine.policy, mine.calendar, mine.now, other.facts
    first, second = (next_move(each, policy, calendar, now) for each in (mine.facts, facts))
    until = next_contact(mine.facts, policy, calendar, now)

    if falls_due(second, facts, policy, calendar, now) >= until:
        assert not goes_along(first, second, facts, policy, calendar, now, until)


@QUICK
@given(it=asked_for())
def test_a_step_is_one_level_above_what_its_invoice_had_unless_rungs_were_passed_over(it: Situation) -> None:
    move = next_move(it.facts, it.policy, it.calendar, it.now)
    if move.step not in it.policy.names:
        return
    passed = 0 if "are enough" in move.why else move.why.count("passed over")

    assert height(move, it.facts, it.policy) <= climbed(it.facts.done, it.policy.names) + passed or move.do in (
        Do.ASK_DECISION,
        Do.LOOK,
    )
