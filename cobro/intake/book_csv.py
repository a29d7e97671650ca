"""The book of unpaid invoices, as a CSV file: taken in whole, or refused with every problem it has."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from cobro.dunning.parties import Book, Creditor, Customer, Invoice
from cobro.intake.book_row import COLUMNS, OF_CUSTOMER, Row, read_row
from cobro.intake.problem import BadInput, Problem
from cobro.intake.text_file import read_text

LANGUAGES = frozenset({"es", "en"})
"""Languages that there are letters in."""


def read_book(path: Path, creditor: Creditor, languages: frozenset[str] = LANGUAGES) -> Book:
    """The creditor's book from a CSV file, in the order of its rows.

    Raises:
        BadInput: the file has problems; all of them, in the order of its lines.
    """
    text = read_text(path)
    _refuse_other_separators(path.name, text)
    problems: list[Problem] = []
    customers: dict[str, Customer] = {}
    invoices: list[Invoice] = []
    across = _AcrossRows()
    for row in _rows(text, problems):
        both = read_row(row, creditor, languages)
        across.check(row)
        problems += row.problems
        if both is not None:
            customer, invoice = both
            customers.setdefault(customer.ref, customer)
            invoices.append(invoice)
    if not invoices and not problems:
        problems.append(Problem(path.name, "", None, "at least one invoice below the header"))
    if problems:
        raise BadInput(problems)
    return Book(creditor=creditor.id, customers=tuple(customers.values()), invoices=tuple(invoices))


def _refuse_other_separators(name: str, text: str) -> None:
    header = text.lstrip().partition("\n")[0]
    for separator, what in ((";", "semicolons"), ("\t", "tabs")):
        if header.count(separator) > header.count(","):
            expected = f"cells separated by commas, and these are separated by {what} (export it as 'CSV UTF-8, comma')"
            raise BadInput([Problem(f"{name}, line 1", "", None, expected)])


def _rows(text: str, problems: list[Problem]) -> Iterator[Row]:
    """The rows below the header that have the header's number of cells. Blank rows, as Excel leaves them, are none."""
    header: list[str] | None = None
    for line, cells in _cells(text, problems):
        if not any(cells):
            continue
        if header is None:
            header = cells
            wrong = _problems_of_header(line, header)
            problems += wrong
            if any(p.field in COLUMNS for p in wrong):
                return  # what a row says cannot be told without all columns, each once
        elif len(cells) == len(header):
            yield Row(line, dict(zip(header, cells, strict=True)))
        else:
            expected = f"{len(header)} cells, and there are {len(cells)} (quotes around a cell that has a comma in it)"
            problems.append(Problem(f"line {line}", "", None, expected))


def _cells(text: str, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line of the file where it starts; a quoted cell may run over several lines."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        start = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            problems.append(Problem(f"line {start}", "", None, f"well-formed CSV from here on ({error})"))
            return
        if cells is None:
            return
        yield start, cells


def _problems_of_header(line: int, header: list[str]) -> list[Problem]:
    where = f"line {line}"
    wrong = [Problem(where, c, None, "a column of this name") for c in COLUMNS if c not in header]
    for i, column in enumerate(header):
        if column not in COLUMNS:
            wrong.append(Problem(where, "header", column, f"only the columns {', '.join(COLUMNS)}"))
        elif column in header[:i]:
            wrong.append(Problem(where, column, None, "this column only once"))
    return wrong


class _AcrossRows:
    """What must hold between rows: an invoice appears once, a customer is described in the same way each time."""

    def __init__(self) -> None:
        self._invoices: dict[str, int] = {}
        self._said: dict[tuple[str, str], tuple[object, int]] = {}

    def check(self, row: Row) -> None:
        number, ref = row.cells["invoice"], row.cells["customer"]
        first = self._invoices.setdefault(number, row.line)
        if number and first != row.line:
            row.complain("invoice", f"a number of its own (line {first} has the same)")
        for column in OF_CUSTOMER:
            if column not in row.customer:
                continue
            value = row.customer[column]
            before, line = self._said.setdefault((ref, column), (value, row.line))
            if ref and before != value:
                row.complain(column, f"the same as in line {line} for customer {ref}: {before or 'nothing'}")
