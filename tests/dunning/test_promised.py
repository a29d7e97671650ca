"""How a promise stands on a day (R36)."""

from __future__ import annotations

import datetime as dt

import pytest

from cobro.dunning.money import Money
from cobro.dunning.promised import judge_promise

LAST = dt.date(2026, 3, 17)


@pytest.mark.parametrize(
    ("came", "today", "state"),
    [
        ([], 17, "open"),
        ([(10, 40)], 17, "open"),
        ([], 18, "broken"),
        ([(10, 40)], 18, "part-kept"),
        ([(10, 40), (17, 60)], 30, "kept"),
        ([(10, 40), (18, 60)], 30, "kept late"),
        ([(10, 100), (12, -100)], 30, "broken"),
        ([(10, 100), (12, -100), (20, 100)], 30, "kept late"),
        ([(10, 130)], 11, "kept"),
    ],
)
def test_a_promise_is_judged_by_what_came_and_when(came: list[tuple[int, int]], today: int, state: str) -> None:
    money = [(dt.date(2026, 3, day), Money.from_minor(100 * euros, "EUR")) for day, euros in came]
    assert judge_promise(Money.from_minor(10_000, "EUR"), money, LAST, dt.date(2026, 3, today)) == state
