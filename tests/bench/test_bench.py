"""What a life costs at most, counted from its history on the real server. What CPU it takes, `make bench` measures."""

from __future__ import annotations

from pathlib import Path

from bench.bare_cases import BareCases, serving_bare
from bench.cases import serving
from bench.lives import FIVE, FULL, SHORT, count_bare, count_life
from bench.load import Pair, Spent
from bench.report import Found
from cobro.server import own_server


async def test_lives_stay_within_their_budgets_and_the_bare_life_has_their_shape(tmp_path: Path) -> None:
    async with own_server(skipping=True) as server, serving(server.client, tmp_path) as cases:
        lives = {title: await count_life(cases, title) for title in (FULL, SHORT, FIVE)}
        async with serving_bare(server.client):
            bare_cost = await count_bare(BareCases(server.client, lives[FULL].shape, "full"))
    full, short, five = (lives[title].cost for title in (FULL, SHORT, FIVE))
    assert full.actions <= 17
    assert full.events <= 90
    assert full.bytes <= 12_288
    assert short.actions <= 5
    same = ("start", "timer", "activity", "signal")
    assert [bare_cost.by_action[what] for what in same] == [full.by_action[what] for what in same]
    # Five invoices of one customer are one message each time, and no case pays for that with an Action more.
    assert lives[FIVE].messages == lives[FULL].messages
    assert five.actions == full.actions


def test_the_table_says_what_was_reached_and_what_was_not() -> None:
    found = Found(cases=10, load=[Pair(Spent(1.4, 0.6, 2.0, 0.5), Spent(0.5, 0.5, 1.0, 0.5)) for _ in range(3)])
    found.five = [Pair(Spent(1.0, 0.2, 1.0, 0.5), Spent(0.5, 0.5, 1.0, 0.5))]
    verdicts = {(row.section, row.what): row.reached for row in found.rows() if row.reached is not None}
    assert verdicts == {
        ("10 lives, one invoice a customer", "CPU of all processes, ms a case"): False,
        ("10 lives, five invoices a customer", "CPU of all processes, ms a case"): True,
    }
    assert [row.over for row in found.rows() if row.what == "CPU of all processes, ms a case"] == [2.0, 1.2]
