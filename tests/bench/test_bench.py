"""What a life costs at most, counted from its history on the real server. What CPU it takes, `make bench` measures."""

from __future__ import annotations

from pathlib import Path

from bench.bare_cases import serving_bare
from bench.cases import serving
from bench.counting import cost_of
from bench.lives import FULL, SHORT, count_lives, full_shape, waits
from cobro.server import own_server


async def test_lives_stay_within_their_budgets_and_the_bare_life_has_their_shape(tmp_path: Path) -> None:
    async with own_server(skipping=True) as server, serving(server.client, tmp_path) as cases:
        costs = await count_lives(cases, every=False)
        async with serving_bare(server.client, await full_shape(cases)) as bare:
            await bare.bring_in(["full"])
            await waits(bare.handle("full"))
            await bare.live("full")
            bare_cost = await cost_of(bare.handle("full"))
    full, short = costs[FULL], costs[SHORT]
    assert full.actions <= 17
    assert full.events <= 90
    assert full.bytes <= 12_288
    assert short.actions <= 5
    same = ("start", "timer", "activity", "signal")
    assert [bare_cost.by_action[what] for what in same] == [full.by_action[what] for what in same]
