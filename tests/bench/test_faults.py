"""`make faults` in small: every fault, counted from the provider's side; and the count sees a duplicate that was made."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from bench.faults.book import Meanwhile, invent
from bench.faults.counting import Row, count
from bench.faults.experiment import Done, Size
from bench.faults.fault import FAULTS
from bench.faults.laboratory import run
from bench.faults.provider import Took
from bench.faults.report import Found, verdict

SMALL = Size(customers=4, patience=600.0)


async def test_nothing_is_lost_doubled_or_late_whatever_goes_wrong(tmp_path: Path) -> None:
    done = await run(FAULTS, SMALL, tmp_path, lambda _: None, side_by_side=len(FAULTS))
    assert verdict(Found(SMALL, done, 0.0)) == (True, "pass")
    (broken,) = [one for one in done if one.fault.unclaimed]
    assert any(row.duplicated for row in broken.rows)
    # Whoever paid before the claim is not written to; some paid after it, and what had been claimed left.
    paid = [row for one in done for row in one.rows if row.meanwhile]
    assert 0 < sum(row.due for row in paid) < sum(row.customers for row in paid)
