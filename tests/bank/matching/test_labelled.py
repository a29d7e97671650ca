"""Over all labelled files: nothing is applied by itself that is not true, and most of what may be is."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import pytest

from cobro.bank.matching.matcher import Matcher
from cobro.bank.matching.verdict import Match
from tests.bank.labelled.held_out import HELD_OUT
from tests.bank.labelled.reading import FILES, Content, Labelled, books, content_of, labelled
from tests.bank.labelled.write import text_of

APPLIED = 0.95
"""Share of what may be applied by itself that is; what is left is proposed, and costs a person a look."""
AMONG = 0.97
"""Share of customers' money whose truth is among the proposals."""


def _judged(content: Content) -> Iterator[tuple[Labelled, Match]]:
    matchers = {creditor: Matcher(book) for creditor, book in books(content).items()}
    for row in labelled(content):
        yield row, matchers[row.creditor].match(row.movement)


def _wrong(content: Content) -> list[str]:
    return [
        f"{row} is {dict(row.to)}, applied to {match.certain.allocations}"
        for row, match in _judged(content)
        if match.certain and not (row.auto and dict(match.certain.allocations) == row.to)
    ]


@pytest.mark.parametrize("name", FILES)
def test_nothing_wrong_is_applied_by_itself(name: str) -> None:
    assert _wrong(content_of(name)) == []


@pytest.mark.parametrize("seed", range(200, 206))
def test_nothing_wrong_is_applied_in_businesses_of_other_seeds(seed: int) -> None:
    assert _wrong(json.loads(text_of(HELD_OUT, seed, 4))) == []


@pytest.mark.parametrize("name", FILES)
def test_most_is_applied_by_itself_or_proposed(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    judged = list(_judged(content_of(name)))
    may = [match for row, match in judged if row.auto]
    owed = [(row, match) for row, match in judged if row.to]
    applied = sum(match.certain is not None for match in may)
    among = sum(any(dict(p.allocations) == row.to for p in match.proposals) for row, match in owed)
    first = sum(bool(m.proposals) and dict(m.proposals[0].allocations) == row.to for row, m in owed)
    with capsys.disabled():
        sys.stdout.write(
            f"\n{name}: {len(judged)} movements, {len(owed)} of them customers' money; applied by itself {applied} "
            f"({applied / len(owed):.0%}; of what may be, {applied / len(may):.0%}), wrongly 0; "
            f"the truth is first in {first / len(owed):.0%} and among the proposals in {among / len(owed):.0%}\n"
        )

    assert applied >= APPLIED * len(may)
    assert among >= AMONG * len(owed)


def test_the_files_are_large_enough_and_hold_what_goes_wrong() -> None:
    rows = [row for name in FILES for row in labelled(content_of(name))]
    only_proposed = [row for row in rows if row.to and not row.auto]
    nobody = [row for row in rows if not row.to]

    assert len(rows) >= 300
    assert len(only_proposed) >= 60
    assert len(nobody) >= 60
