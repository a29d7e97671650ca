"""The columns that a book need not have: the account to pay into, and what was done elsewhere."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cobro.intake.book_csv import Reading, read_rows
from cobro.intake.policy_yaml import read_policy
from cobro.intake.problem import BadInput
from tests.intake.sample import CREDITOR, ROOT, as_file, book_text, row

POLICY = read_policy(ROOT / "policies" / "four-weeks.yaml")
SECOND = "GB33BUKB20201555555555"


def _rows(directory: Path, *rows: dict[str, str]) -> Reading:
    two = CREDITOR.model_copy(update={"ibans": (*CREDITOR.ibans, SECOND)})
    path = as_file(directory, book_text(*rows))
    return read_rows(path, two, policy=POLICY, today=dt.date(2026, 3, 20))


def test_they_are_read(tmp_path: Path) -> None:
    told = row(iban="GB33 BUKB 2020 1555 5555 55", last_step="week-1", last_step_on="2026-03-09")
    (invoice,) = _rows(tmp_path, told).whole().invoices
    assert (invoice.iban, invoice.last_step, invoice.last_step_on) == (SECOND, "week-1", dt.date(2026, 3, 9))


@pytest.mark.parametrize(
    ("cells", "column", "expected"),
    [
        ({"last_step": "wek-1", "last_step_on": "2026-03-09"}, "last_step", "one of courtesy, week-1, week-2-call, "),
        ({"last_step": "week-1"}, "last_step_on", "a value too, because last_step has one"),
        ({"last_step_on": "2026-03-09"}, "last_step", "a value too, because last_step_on has one"),
        ({"last_step": "week-1", "last_step_on": "2026-01-09"}, "last_step_on", "a day not before issued, 2026-02-01"),
        ({"last_step": "week-1", "last_step_on": "2026-03-21"}, "last_step_on", "a day not after today, 2026-03-20"),
        ({"last_step": "week-1", "last_step_on": "soon"}, "last_step_on", "a date like 2026-03-02"),
    ],
)
def test_each_slip_gives_one_problem(tmp_path: Path, cells: dict[str, str], column: str, expected: str) -> None:
    with pytest.raises(BadInput) as refused:
        _rows(tmp_path, row(**cells)).whole()
    (problem,) = refused.value.problems
    assert (problem.where, problem.field) == ("line 2", column)
    assert expected in problem.expected
