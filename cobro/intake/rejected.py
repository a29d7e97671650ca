"""The rows that were put aside, in a file of the same form with the reasons beside them, to be mended."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from cobro.intake.book_csv import PROBLEM, Reading
from cobro.intake.book_row import Row
from cobro.intake.table_file import column_of


def write_rejected(book: Path, reading: Reading, rows: Sequence[Row]) -> Path:
    """Write rows beside their book as `BOOK.rejected.csv`; returns where. No other file is ever written over.

    The separator, the way of writing amounts and days, and the cells are the book's; the encoding is UTF-8 with the
    mark by which Excel knows it. There is no line `sep=;`, after which Excel would no longer look for the mark.

    Raises:
        OSError: it cannot be written.
    """
    content = _content(reading, rows).encode("utf-8-sig")
    for path in _names(book):
        try:
            with path.open("xb") as file:
                file.write(content)
        except FileExistsError:
            if path.read_bytes() != content:
                continue
        return path
    raise AssertionError("there is always another number")


def _names(book: Path) -> Iterator[Path]:
    yield book.with_name(f"{book.stem}.rejected.csv")
    n = 2
    while True:
        yield book.with_name(f"{book.stem}.rejected-{n}.csv")
        n += 1


def _content(reading: Reading, rows: Sequence[Row]) -> str:
    table = reading.table
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=table.separator, lineterminator=table.line_end)
    columns = [column_of(cell) for cell in reading.header]
    at = columns.index(PROBLEM) if PROBLEM in columns else len(columns)
    header = list(reading.header)
    writer.writerow([*header[:at], PROBLEM, *header[at + 1 :]])
    for row in rows:
        told = "; ".join(str(problem).removeprefix(f"{problem.where}, ") for problem in row.problems)
        cells = [*row.raw, *[""] * (at - len(row.raw))]
        # A row with too many cells keeps them all: the reason stands behind the last one.
        writer.writerow([*cells, told] if len(cells) > len(header) else [*cells[:at], told, *cells[at + 1 :]])
    return out.getvalue()
