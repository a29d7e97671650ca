"""Money that may be there keeps the ladder quiet: unmatched payments for two working days, a silent bank until it
tells."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from cobro.dunning.ladder import next_move
from cobro.dunning.move import Do
from cobro.dunning.silence import STALE_WORKING_DAYS, is_stale
from tests.dunning.strategies import THOROUGH, Situation, asked_for


@THOROUGH
@given(case=asked_for(), ahead=st.integers(1, 5))
def test_unmatched_money_silences_up_to_its_day_and_not_on_it(case: Situation, ahead: int) -> None:
    until = case.today + dt.timedelta(days=ahead)
    quiet = next_move(replace(case.facts, unmatched_until=until), case.policy, case.calendar, case.now)
    over = next_move(replace(case.facts, unmatched_until=case.today), case.policy, case.calendar, case.now)

    assert quiet.do is Do.LOOK
    assert quiet.at == case.calendar.start_of(until)
    assert over == next_move(case.facts, case.policy, case.calendar, case.now)


@THOROUGH
@given(case=asked_for(), ago=st.integers(0, 12))
def test_a_bank_that_is_silent_for_more_than_three_working_days_stops_reminders(case: Situation, ago: int) -> None:
    told = case.today - dt.timedelta(days=ago)
    stale = case.calendar.add_working(told, STALE_WORKING_DAYS) < case.today
    move = next_move(replace(case.facts, bank_told_up_to=told), case.policy, case.calendar, case.now)
    before = next_move(case.facts, case.policy, case.calendar, case.now)

    assert is_stale(told, case.calendar, case.today) == stale
    assert move == before or (stale and move.do is Do.LOOK and str(told) in move.why)
    if stale:
        assert move.do in (Do.LOOK, Do.END)
