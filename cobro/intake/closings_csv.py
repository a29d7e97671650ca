"""Local days and closings as a CSV file: a row for each, the columns in any order."""

from __future__ import annotations

from pathlib import Path

from cobro.dunning.closing import LATER, date_of, is_a_stretch
from cobro.intake import form
from cobro.intake.problem import BadInput, Problem, Unexpected
from cobro.intake.table_file import column_of, read_table

COLUMNS = ("from", "to", "name", "region", "city", "customer")
_NEEDED = ("from", "name")
_WHOM = ("region", "city", "customer")


def read_closings(path: Path, country: str | None) -> tuple[dict[str, str], ...]:
    """The rows of the file, each as the fields of a closing; `country` is the creditor's, whose regions are named.

    Raises:
        BadInput: the file has problems; all of them.
    """
    table = read_table(path, COLUMNS)
    problems: list[Problem] = []
    header: list[str] | None = None
    found: list[dict[str, str]] = []
    for line, cells in table.rows(problems):
        if not any(cell.strip() for cell in cells):
            continue
        where = f"{path.name}, line {line}"
        if header is None:
            header = [column_of(cell) for cell in cells]
            problems += _about_header(where, header)
            if problems:
                break
            continue
        if len(cells) > len(header):
            problems.append(Problem(where, "", str(len(cells)), f"{len(header)} cells, as the header has"))
            continue
        row = {column: cell.strip() for column, cell in zip(header, cells, strict=False) if cell.strip()}
        wrong = _about_row(where, row, country)
        problems += wrong
        if not wrong:
            found.append({"to": row["from"], **row})
    if problems:
        raise BadInput(problems)
    return tuple(found)


def _about_header(where: str, header: list[str]) -> list[Problem]:
    unknown = [
        Problem(where, column or "header", column, f"one of the columns {', '.join(COLUMNS)}")
        for column in header
        if column not in COLUMNS
    ]
    twice = [Problem(where, column, None, "this column once") for column in set(header) if header.count(column) > 1]
    missing = [Problem(where, column, None, "a column of this name") for column in _NEEDED if column not in header]
    return [*unknown, *twice, *missing]


def _about_row(where: str, row: dict[str, str], country: str | None) -> list[Problem]:
    problems = [Problem(where, column, "", "a value") for column in _NEEDED if column not in row]
    for column, value in row.items():
        try:
            check(column, value, country)
        except Unexpected as problem:
            problems.append(Problem(where, column, value, problem.expected))
    whom = [column for column in _WHOM if column in row]
    if len(whom) > 1:
        problems.append(
            Problem(where, whom[1], row[whom[1]], f"nothing beside {whom[0]}: a closing is for one of them")
        )
    days = row.get("from", ""), row.get("to", row.get("from", ""))
    if all(map(date_of, days)) and not is_a_stretch(*days):
        problems.append(Problem(where, "to", days[1], LATER))
    return problems


def check(column: str, value: str, country: str | None) -> None:
    """Raises `Unexpected` where a value of a closing has not the form of its field."""
    match column:
        case "from" | "to":
            form.any_day(value)
        case "name":
            form.reason(value)
        case "region" if country is not None:
            form.region(value, country)
        case _:
            form.ident(value)
