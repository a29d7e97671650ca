"""Who is who at the customers, as a CSV file: accounts payable, the owner, a branch; every row, or every problem."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from cobro.dunning.parties import Recipient
from cobro.intake import form
from cobro.intake.book_csv import LANGUAGES
from cobro.intake.book_row import Row
from cobro.intake.problem import BadInput, Problem, Unexpected
from cobro.intake.table_file import Encoding, column_of, read_table

COLUMNS = ("customer", "role", "name", "email", "phone", "language")
"""The columns of the file, each once and in any order; only the last three may be empty or missing."""

_NEEDED = COLUMNS[:3]
_ROLE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody with a role at a customer, whom `ref` names."""

    ref: str
    recipient: Recipient


def read_contacts(
    path: Path,
    countries: Mapping[str, str],
    *,
    languages: frozenset[str] = LANGUAGES,
    encoding: Encoding = "utf-8",
) -> list[Named]:
    """The people in the file, in the order of its rows.

    Args:
        path: the file.
        countries: the country of each customer that the book or the ledger knows, by the creditor's number for it.
        languages: those that there are letters in.
        encoding: of the file.

    Raises:
        BadInput: the file has problems; all of them, in the order of its lines.
    """
    table = read_table(path, COLUMNS, encoding)
    problems: list[Problem] = []
    broken: list[Problem] = []
    columns: list[str] = []
    found: list[Named] = []
    first: dict[tuple[str, str], int] = {}
    for line, cells in table.rows(broken):
        if not any(cells):
            continue
        if not columns:
            columns = [column_of(cell) for cell in cells]
            problems += _of_header(line, cells, columns)
            if problems:
                break
        elif len(cells) != len(columns):
            expected = (
                f"{len(columns)} cells, and there are {len(cells)} (a cell with the separator in it needs quotes)"
            )
            problems.append(Problem(f"line {line}", "", None, expected))
        else:
            row = Row(line, dict.fromkeys(COLUMNS, "") | dict(zip(columns, cells, strict=True)), cells)
            named = _read(row, countries, languages)
            key = (row.cells["customer"], row.cells["role"])
            if (before := first.setdefault(key, line)) != line:
                row.complain("role", f"each role of a customer once (line {before} has it)")
            problems += row.problems
            if named is not None:
                found.append(named)
    if problems or broken:
        # It comes beside a book, whose lines have numbers too.
        raise BadInput(replace(each, where=f"{path.name}, {each.where}") for each in [*problems, *broken])
    return found


def _of_header(line: int, cells: list[str], columns: list[str]) -> list[Problem]:
    where = f"line {line}"
    wrong = [Problem(where, column, None, "a column of this name") for column in _NEEDED if column not in columns]
    for i, column in enumerate(columns):
        if column not in COLUMNS:
            wrong.append(Problem(where, "header", cells[i], f"only the columns {', '.join(COLUMNS)}"))
        elif column in columns[:i]:
            wrong.append(Problem(where, column, None, "this column only once"))
    return wrong


def _read(row: Row, countries: Mapping[str, str], languages: frozenset[str]) -> Named | None:
    ref = row.need("customer", partial(_known, countries=countries))
    readers: dict[str, Callable[[str], str]] = {
        "email": form.email,
        "phone": partial(form.phone, of=countries.get(ref) if ref else None),
        "language": partial(form.one_of, known=languages),
    }
    name = row.need("name", form.words)
    role_of = row.need("role", role)
    values = {column: row.may(column, read) for column, read in readers.items()}
    if not row.cells["email"] and not row.cells["phone"]:
        row.complain("email", "an e-mail address or a telephone number, so that this person can be reached")
    if row.problems or ref is None:
        return None
    return Named(ref, Recipient.model_validate({"role": role_of, "name": name, **values}))


def role(text: str) -> str:
    """How a role is called, as in a policy's `reach`."""
    if not _ROLE.fullmatch(text) or len(text) > 40:
        raise Unexpected("a role in small letters, digits and hyphens, like accounts-payable or owner")
    return text


def _known(text: str, countries: Mapping[str, str]) -> str:
    if text not in countries:
        raise Unexpected("the number of a customer in the book or the ledger")
    return text
