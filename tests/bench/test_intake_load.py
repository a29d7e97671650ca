"""`make load` in small: killed once, everything counted from outside; and the count sees a loss and a doubling."""

from __future__ import annotations

import shutil
from pathlib import Path

from bench.intake.measuring import Found, Size, measure
from bench.intake.report import of_count
from bench.intake.tampering import Tampering, tamper

SMALL = Size(cases=60, events=200, kills=1, lag=10, burst=5, rounds=1, patience=240.0)


def missed(found: Found, home: Path) -> set[str]:
    """What of the count was not as it has to be."""
    lines = of_count(found.count(home), found.untold)
    return {line.what.strip() for line in lines if line.reached is False}


async def test_nothing_is_lost_or_applied_twice_and_the_count_would_see_it(tmp_path: Path) -> None:
    home = tmp_path / "home"
    found = await measure(SMALL, home, lambda _: None)

    assert found.sent.answered.keys() >= {said.id for said in found.plan.events}
    assert missed(found, home) == set()

    for how, seen in ((Tampering.REMOVED, "lost"), (Tampering.DOUBLED, "applied twice")):
        tampered = tmp_path / how.value
        tampered.mkdir()
        for part in home.glob("ledger.db*"):
            shutil.copy(part, tampered)
        tamper(tampered, how)
        assert missed(found, tampered) == {seen, "balance equal to a sum computed apart"}
