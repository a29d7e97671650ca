"""Hours and closings in the file of a creditor, or in a table beside it: each slip is one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from cobro.dunning.closing import Closing
from cobro.dunning.hours import Hours
from cobro.intake.creditor_yaml import read_creditor
from cobro.intake.problem import BadInput
from tests.intake.sample import ROOT, as_file

GOOD = (ROOT / "examples" / "creditor.yaml").read_text(encoding="utf-8")
AUGUST = Closing(name="closed in August", first="08-01", last="08-31", customer="C-1")
JORDI = Closing(name="Sant Jordi", first="2026-04-23", last="2026-04-23", region="CT")
ROWS = "from;to;name;region;customer\n08-01;08-31;closed in August;;C-1\n2026-04-23;;Sant Jordi;CT;\n\n"
INLINE = """
closings:
  - {from: 08-01, to: 08-31, name: closed in August, customer: C-1}
  - {from: 2026-04-23, name: Sant Jordi, region: CT}
"""


def read(folder: Path, more: str, rows: str | None = None) -> tuple[tuple[Closing, ...], Hours | None]:
    if rows is not None:
        as_file(folder, rows, "closings.csv")
    creditor = read_creditor(as_file(folder, f"{GOOD}\n{more}", "mine.yaml"))
    return creditor.closings, creditor.hours


def refused(folder: Path, more: str, rows: str | None = None) -> list[str]:
    with pytest.raises(BadInput) as said:
        read(folder, more, rows)
    return str(said.value).splitlines()


def test_closings_stand_in_the_file_or_in_a_table_beside_it(tmp_path: Path) -> None:
    assert read(tmp_path, INLINE) == read(tmp_path, "closings: closings.csv", ROWS) == ((AUGUST, JORDI), None)


def test_hours_that_are_left_out_stay_the_usual_ones(tmp_path: Path) -> None:
    _, hours = read(tmp_path, 'hours: {call: ["10:00-13:30"]}')
    assert hours == Hours(call=("10:00-13:30",))


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        ("{from: 02-30, to: 03-01, name: x}", "closings.0.from: expected a date like 2026-08-01, or 08-01"),
        ("{from: 13-01, name: x}", "closings.0.from: expected a date like 2026-08-01, or 08-01"),
        (
            "{from: 2026-02-03, to: 2026-02-01, name: x}",
            "closings.0: expected parts that fit together: to: a day not before",
        ),
        (
            "{from: 2026-02-03, to: 03-01, name: x}",
            "closings.0: expected parts that fit together: to: a day not before",
        ),
        ("{from: 01-01, to: 12-31, name: x}", "closings.0: expected parts that fit together: to: a day not before"),
        ("{from: 01-01, name: x, region: XX}", "closings.0.region: expected one of AN, AR"),
        (
            "{from: 01-01, name: x, city: Reus, customer: C}",
            "closings.0: expected parts that fit together: one of region",
        ),
        ("{from: 01-01, name: a; b}", "closings.0.name: expected a line without a semicolon, got 'a; b'"),
        ("{name: x}", "closings.0.from: expected a value for this field"),
        ("{from: 01-01, name: x, of: y}", "closings.0.of: expected one of the fields name, from, to, region"),
    ],
)
def test_each_slip_in_a_closing_is_one_line(tmp_path: Path, entry: str, line: str) -> None:
    (told,) = refused(tmp_path, f"closings:\n  - {entry}")
    assert told.startswith(f"mine.yaml, line {len(GOOD.splitlines()) + 3}, {line}")


@pytest.mark.parametrize(
    ("hours", "line"),
    [
        (
            '{call: ["07:00-12:00"]}',
            "hours.call.0: expected hours like 09:00-14:00, between 08:00 and 21:00, got '07:00",
        ),
        ('{call: ["9-14"]}', "hours.call.0: expected hours like 09:00-14:00"),
        ('{email: ["12:00-12:00"]}', "hours.email.0: expected hours like 09:00-14:00"),
        ('{sms: ["10:00-12:00", "11:00-13:00"]}', "hours.sms: expected spans of hours in order"),
        ("{sms: []}", "hours.sms: expected spans of hours in order"),
        ('{fax: ["10:00-12:00"]}', "hours.fax: expected one of the fields email, sms, call"),
    ],
)
def test_each_slip_in_the_hours_is_one_line(tmp_path: Path, hours: str, line: str) -> None:
    (told,) = refused(tmp_path, f"hours: {hours}")
    assert f", {line}" in told


def test_all_slips_of_a_table_come_together_with_their_lines(tmp_path: Path) -> None:
    rows = (
        "from,to,name,region,city,customer\n"
        "08-41,08-31,closed in August,,,C-1\n"
        "2026-04-23,,,XX,,\n"
        "2026-04-23,2026-01-01,x,CT,Reus,\n"
    )
    told = refused(tmp_path, "closings: closings.csv", rows)
    places = ["line 2, from", "line 3, name", "line 3, region", "line 4, city", "line 4, to"]
    assert [line.partition(": expected")[0] for line in told] == [f"closings.csv, {place}" for place in places]


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ("from,to,nome\n", "closings.csv, line 1, nome: expected one of the columns from, to, name"),
        ("from,to\n01-01,01-01\n", "closings.csv, line 1, name: expected a column of this name"),
        ("from,name\n01-01,x,y\n", "closings.csv, line 2: expected 2 cells, as the header has, got '3'"),
        (None, "closings.csv: expected a file that can be read"),
    ],
)
def test_a_table_that_is_none_is_one_line(tmp_path: Path, rows: str | None, line: str) -> None:
    assert any(told.startswith(line) for told in refused(tmp_path, "closings: closings.csv", rows))
