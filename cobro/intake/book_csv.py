"""The book of unpaid invoices, as a CSV file: every row read, or told with every problem it has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cobro.dunning.parties import Book, Creditor, Customer, Invoice
from cobro.dunning.policy import Policy
from cobro.intake.book_row import AMOUNTS, COLUMNS, DAYS, MORE_COLUMNS, OF_CUSTOMER, Against, Row, read_row
from cobro.intake.notation import Cell, Days, Decimals, Notation, days_of, decimals_of
from cobro.intake.problem import BadInput, Problem
from cobro.intake.table_file import Encoding, Table, column_of, read_table

LANGUAGES = frozenset({"ca", "de", "en", "es", "fr", "pt"})
"""Languages that there are letters in."""

PROBLEM = "problem"
"""Column that says why a row was put aside. A file that has it is a mended one: what it says is not read."""

_KNOWN = (*COLUMNS, *MORE_COLUMNS)


@dataclass(frozen=True, slots=True)
class Said:
    """What the operator says of a file; what is not said, the file has to show."""

    encoding: Encoding = "utf-8"
    decimals: Decimals | None = None
    days: Days | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A file whose header can be worked with: its rows, good and bad, in the order of its lines."""

    creditor: str
    table: Table
    header: tuple[str, ...]
    said: Said
    """How the file writes amounts and days, whoever said so."""
    rows: tuple[Row, ...]
    found: tuple[tuple[Row, Customer, Invoice], ...]
    """What was read of the rows that have no problem of their own."""
    disagreeing: frozenset[tuple[str, str]]
    """Invoices (`invoice`, number) and customers (`customer`, number) that rows contradict each other about."""

    def whole(self) -> Book:
        """The book, if every row is good.

        Raises:
            BadInput: there are problems; all of them, in the order of the lines.
        """
        if problems := [problem for row in self.rows for problem in row.problems]:
            raise BadInput(problems)
        return _book(self.creditor, self.found)

    def good(self) -> tuple[Book, list[Row]]:
        """The book of the good rows, and the bad rows. Where rows contradict each other, none of them is good."""
        for row, customer, invoice in self.found:
            for about, key in (("invoice", invoice.number), ("customer", customer.ref)):
                if not row.problems and (about, key) in self.disagreeing:
                    row.complain(about, f"no row that contradicts another about {about} {key}, and one does")
        good = [found for found in self.found if not found[0].problems]
        return _book(self.creditor, good), [row for row in self.rows if row.problems]


def read_book(path: Path, creditor: Creditor, languages: frozenset[str] = LANGUAGES) -> Book:
    """The creditor's book from a CSV file, in the order of its rows; see `read_rows`.

    Raises:
        BadInput: the file has problems; all of them, in the order of its lines.
    """
    return read_rows(path, creditor, languages).whole()


def read_rows(
    path: Path,
    creditor: Creditor,
    languages: frozenset[str] = LANGUAGES,
    *,
    said: Said | None = None,
    policy: Policy | None = None,
    today: dt.date | None = None,
    each: Callable[[int, int], None] = lambda done, of: None,
) -> Reading:
    """Read a book row by row.

    Args:
        path: the file.
        creditor: whose book it should be.
        languages: those that there are letters in.
        said: what the operator says of the file.
        policy: the creditor's ladder, for the steps done elsewhere; unchecked where it is not known.
        today: no step was done later.
        each: told how many rows of how many were read.

    Raises:
        BadInput: the file cannot be worked with as a whole. If its header is to blame, the rows' problems are told too.
    """
    table = read_table(path, _KNOWN, said.encoding if said else "utf-8")
    wrong: list[Problem] = []
    broken: list[Problem] = []
    header, rows = _rows(table, wrong, broken)
    notation = _notation(rows, said or Said(), wrong)
    steps = tuple(step.step for step in policy.steps) if policy else None
    across = _AcrossRows()
    found = []
    if notation is not None:
        against = Against(creditor, languages, steps, today, notation)
        for done, row in enumerate(rows, 1):
            both = None if row.problems else read_row(row, against)
            if row.cells:
                across.check(row)
            if both is not None:
                found.append((row, *both))
            each(done, len(rows))
    if not rows and not wrong and not broken:
        wrong.append(Problem(path.name, "", None, "at least one invoice below the header"))
    if wrong or broken or notation is None:
        raise BadInput([*wrong, *(problem for row in rows for problem in row.problems), *broken])
    known = Said("utf-8", notation.decimals.way, notation.days.way)
    return Reading(creditor.id, table, header, known, tuple(rows), tuple(found), frozenset(across.disagreeing))


def first_creditor(path: Path, said: Said) -> str:
    """The creditor that the first row of a book names, or nothing where none can be read from it.

    Raises:
        BadInput: the file cannot be read, or has none of a book's columns.
    """
    _, rows = _rows(read_table(path, _KNOWN, said.encoding), [], [])
    return next((row.cells["creditor"].strip() for row in rows if row.cells), "")


def _book(creditor: str, found: Sequence[tuple[Row, Customer, Invoice]]) -> Book:
    customers: dict[str, Customer] = {}
    for _, customer, _ in found:
        customers.setdefault(customer.ref, customer)
    invoices = tuple(invoice for _, _, invoice in found)
    return Book(creditor=creditor, customers=tuple(customers.values()), invoices=invoices)


def _rows(table: Table, problems: list[Problem], broken: list[Problem]) -> tuple[tuple[str, ...], list[Row]]:
    """The header and the rows below it, to where the file is broken. Blank rows, as Excel leaves them, are none."""
    header: list[str] = []
    columns: list[str] = []
    rows: list[Row] = []
    for line, cells in table.rows(broken):
        if not any(cells):
            continue
        if not header:
            header, columns = cells, [column_of(cell) for cell in cells]
            wrong = list(_problems_of_header(line, header, columns))
            problems += wrong
            if any(p.field in _KNOWN for p in wrong):
                break  # what a row says cannot be told without all columns, each once
        elif len(cells) == len(header):
            rows.append(Row(line, dict.fromkeys(MORE_COLUMNS, "") | dict(zip(columns, cells, strict=True)), cells))
        else:
            row = Row(line, {}, cells)
            expected = f"{len(header)} cells, and there are {len(cells)} (a cell with the separator in it needs quotes)"
            row.problems.append(Problem(f"line {line}", "", None, expected))
            rows.append(row)
    return tuple(header), rows


def _problems_of_header(line: int, header: list[str], columns: list[str]) -> Iterator[Problem]:
    where = f"line {line}"
    for column in COLUMNS:
        if column not in columns:
            yield Problem(where, column, None, "a column of this name")
    for i, column in enumerate(columns):
        if column not in (*_KNOWN, PROBLEM):
            yield Problem(where, "header", header[i], f"only the columns {', '.join(_KNOWN)}")
        elif column in columns[:i]:
            yield Problem(where, column, None, "this column only once")


def _notation(rows: list[Row], said: Said, problems: list[Problem]) -> Notation | None:
    """How the file writes amounts and days; None, with a problem, where nothing shows it and nobody says it."""
    decimals = decimals_of(_cells(rows, AMOUNTS), said.decimals)
    days = days_of(_cells(rows, DAYS), said.days)
    unclear = [way for way in (decimals, days) if isinstance(way, Problem)]
    problems += unclear
    if isinstance(decimals, Problem) or isinstance(days, Problem):
        return None
    return Notation(decimals, days)


def _cells(rows: list[Row], columns: tuple[str, ...]) -> Iterator[Cell]:
    return (Cell(row.line, column, row.cells[column]) for row in rows if row.cells for column in columns)


class _AcrossRows:
    """What must hold between rows: an invoice appears once, a customer is described in the same way each time."""

    def __init__(self) -> None:
        self._invoices: dict[str, int] = {}
        self._said: dict[tuple[str, str], tuple[object, int]] = {}
        self.disagreeing: set[tuple[str, str]] = set()

    def check(self, row: Row) -> None:
        number, ref = row.cells["invoice"], row.cells["customer"]
        first = self._invoices.setdefault(number, row.line)
        if number and first != row.line:
            row.complain("invoice", f"a number of its own (line {first} has the same)")
            self.disagreeing.add(("invoice", number))
        for column in OF_CUSTOMER:
            if column not in row.customer:
                continue
            value = row.customer[column]
            before, line = self._said.setdefault((ref, column), (value, row.line))
            if ref and before != value:
                row.complain(column, f"the same as in line {line} for customer {ref}: {before or 'nothing'}")
                self.disagreeing.add(("customer", ref))
