"""The book as a file: its columns, its lines, what holds between rows, and the example."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from cobro.dunning.parties import Book
from cobro.intake.book_csv import LANGUAGES, read_book
from cobro.intake.book_row import COLUMNS
from cobro.intake.problem import BadInput
from cobro.letters.proofreading import languages_in
from tests.intake.sample import CREDITOR, ROOT, as_file, book_text, row


def _problems(directory: Path, text: str | bytes) -> list[str]:
    with pytest.raises(BadInput) as refused:
        read_book(as_file(directory, text), CREDITOR)
    return str(refused.value).splitlines()


def _book(directory: Path, text: str | bytes) -> Book:
    return read_book(as_file(directory, text), CREDITOR)


def test_the_example_reads_clean() -> None:
    book = read_book(ROOT / "examples" / "book.csv", CREDITOR)
    each = Counter(invoice.customer for invoice in book.invoices)
    assert (len(book.invoices), len(book.customers)) == (44, 20)
    assert sum(count > 1 for count in each.values()) >= 3
    assert {customer.zone for customer in book.customers} == {
        "Europe/Madrid",
        "Atlantic/Canary",
        "Europe/London",
        "Europe/Dublin",
    }


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    assert _book(tmp_path, book_text(row(), columns=COLUMNS[::-1])) == _book(tmp_path, book_text(row()))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path, end: str, mark: str) -> None:
    text = book_text(row(), row(invoice="F2"))
    assert _book(tmp_path, mark + text.replace("\n", end)) == _book(tmp_path, text)


@pytest.mark.parametrize("column", COLUMNS)
def test_each_missing_column_is_told(tmp_path: Path, column: str) -> None:
    rest = tuple(c for c in COLUMNS if c != column)
    assert _problems(tmp_path, book_text(row(), columns=rest)) == [f"line 1, {column}: expected a column of this name"]


def test_an_unknown_column_is_told_with_what_else_is_wrong(tmp_path: Path) -> None:
    unknown, amount = _problems(tmp_path, book_text(row(amount="x"), columns=(*COLUMNS, "colour")))
    assert unknown.startswith("line 1, header: expected only the columns creditor, ")
    assert unknown.endswith(", got 'colour'")
    assert amount.startswith("line 2, amount: ")


def test_a_column_that_stands_twice_is_told(tmp_path: Path) -> None:
    assert _problems(tmp_path, book_text(row(), columns=(*COLUMNS, "due"))) == [
        "line 1, due: expected this column only once"
    ]


def test_all_problems_of_a_file_come_together_in_the_order_of_its_lines(tmp_path: Path) -> None:
    text = book_text(row(due="soon", email="x"), row(invoice="F2"), row(invoice="F3", currency="?", kind="?"))
    places = [line.partition(":")[0] for line in _problems(tmp_path, text)]
    assert places == ["line 2, email", "line 2, due", "line 4, kind", "line 4, currency"]


def test_a_quoted_line_break_keeps_the_lines_right(tmp_path: Path) -> None:
    text = book_text(row(address="Calle 1\n50001 Zaragoza\nEspaña"), row(invoice="F2", customer="C-2", amount="x"))
    (line,) = _problems(tmp_path, text)
    assert line.startswith("line 5, amount: ")
    text = text.replace(",x,", ",1,")
    assert _book(tmp_path, text).customers[0].address == "Calle 1\n50001 Zaragoza\nEspaña"


def test_a_problem_is_told_on_the_line_where_its_row_starts(tmp_path: Path) -> None:
    (line,) = _problems(tmp_path, book_text(row(address="Calle 1\n50001 Zaragoza", method="?")))
    assert line.startswith("line 2, method: ")


def test_blank_rows_are_skipped_and_counted(tmp_path: Path) -> None:
    header, good, bad = book_text(row(), row(invoice="F2", paid="x")).splitlines()
    text = "\n".join([header, "", "," * (len(COLUMNS) - 1), good, "", bad])
    (line,) = _problems(tmp_path, text)
    assert line.startswith("line 6, paid: ")


def test_an_invoice_appears_once(tmp_path: Path) -> None:
    assert _problems(tmp_path, book_text(row(), row(invoice="F2"), row())) == [
        "line 4, invoice: expected a number of its own (line 2 has the same), got 'F1'"
    ]


@pytest.mark.parametrize(
    ("column", "value"), [("name", "Otra"), ("email", ""), ("phone", "976 000 999"), ("kind", "consumer")]
)
def test_a_customer_is_the_same_in_every_row(tmp_path: Path, column: str, value: str) -> None:
    text = book_text(row(), row(invoice="F2"), row(invoice="F3", **{column: value}))
    (line,) = _problems(tmp_path, text)
    assert line.startswith(f"line 4, {column}: expected the same as in line 2 for customer C-1: ")


def test_a_phone_written_in_two_ways_is_the_same_phone(tmp_path: Path) -> None:
    assert len(_book(tmp_path, book_text(row(), row(invoice="F2", phone="+34976000111"))).customers) == 1


def test_a_bad_cell_does_not_make_other_rows_of_the_customer_differ(tmp_path: Path) -> None:
    text = book_text(row(email="x"), row(invoice="F2"), row(invoice="F3"))
    assert len(_problems(tmp_path, text)) == 1


def test_a_row_with_too_few_or_too_many_cells_is_one_problem(tmp_path: Path) -> None:
    header, good = book_text(row()).splitlines()
    first, second = _problems(tmp_path, f"{header}\n{good},\nF9,x\n")
    assert first.startswith("line 2: expected 20 cells, and there are 21")
    assert second.startswith("line 3: expected 20 cells, and there are 2 ")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "book.csv: expected a file with something in it"),
        (b"\xef\xbb\xbf \r\n\n", "book.csv: expected a file with something in it"),
        (book_text(), "book.csv: expected at least one invoice below the header"),
        (book_text(row(name="Peña")).encode("latin-1"), "book.csv, line 2: expected text in UTF-8"),
        (b"a|b|c\n1|2|3\n", "book.csv, line 1: expected a header with the columns creditor, invoice,"),
        (b"sep=|\na|b|c\n", "book.csv, line 1: expected sep= with a comma, a semicolon or a tab, got '|'"),
        (book_text(row()) + 'talleres-ebro,"F2', "line 3: expected well-formed CSV from here on"),
        (book_text() + 'a"b,"c"d\n', "line 2: expected well-formed CSV from here on"),
        (book_text() + "x" * 200_000, "line 2: expected well-formed CSV from here on"),
    ],
)
def test_an_unreadable_content_gives_one_line(tmp_path: Path, content: str | bytes, told: str) -> None:
    (line,) = _problems(tmp_path, content)
    assert line.startswith(told)


@pytest.mark.parametrize("name", [".", "missing.csv", "with\0nul.csv", "\ud800.csv", "x" * 300])
def test_a_path_that_cannot_be_read_gives_one_line(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_book(tmp_path / name, CREDITOR)
    assert len(str(refused.value).splitlines()) == 1
    assert str(refused.value).isprintable()


def test_every_language_of_the_delivered_letters_may_stand_in_a_book(tmp_path: Path) -> None:
    assert set(languages_in(ROOT / "templates")) == LANGUAGES
    rows = [row(invoice=f"F-{language}", customer=language, language=language) for language in sorted(LANGUAGES)]
    path = as_file(tmp_path, book_text(*rows))
    assert {one.language for one in read_book(path, CREDITOR).customers} == LANGUAGES


def test_languages_are_those_that_there_are_letters_in(tmp_path: Path) -> None:
    path = as_file(tmp_path, book_text(row(language="gl")))
    assert read_book(path, CREDITOR, frozenset({"gl"})).customers[0].language == "gl"
