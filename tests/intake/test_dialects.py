"""How a file writes: the file shows it, or the operator says it, and what neither tells is an error."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cobro.dunning.parties import Book
from cobro.intake.book_csv import Said, read_rows
from cobro.intake.notation import Cell, Days, Decimals, Way, amount_as, day_as, days_of, decimals_of
from cobro.intake.problem import BadInput
from tests.intake.sample import CREDITOR, as_file, book_text, row


def _read(directory: Path, content: str | bytes, said: Said | None = None) -> Book:
    return read_rows(as_file(directory, content), CREDITOR, said=said).whole()


def _told(directory: Path, content: str | bytes, said: Said | None = None) -> list[str]:
    with pytest.raises(BadInput) as refused:
        _read(directory, content, said)
    return str(refused.value).splitlines()


def _amounts(*values: str) -> str:
    return book_text(*(row(invoice=f"F{i}", amount=value) for i, value in enumerate(values)))


def _dues(*values: str, issued: str = "") -> str:
    return book_text(*(row(invoice=f"F{i}", issued=issued or due, due=due) for i, due in enumerate(values)))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("said", [False, True])
def test_the_separator_changes_nothing(tmp_path: Path, separator: str, said: bool) -> None:
    rows = (row(name="Soler; Vila, S.L."), row(invoice="F2", customer="C-2"))
    text = book_text(*rows, separator=separator)
    assert _read(tmp_path, (f"sep={separator}\n" if said else "") + text) == _read(tmp_path, book_text(*rows))


def test_the_sep_line_counts_as_a_line(tmp_path: Path) -> None:
    (line,) = _told(tmp_path, "sep=;\n" + book_text(row(kind="?"), separator=";"))
    assert line.startswith("line 3, kind: ")


def test_headers_may_have_capitals_and_spaces(tmp_path: Path) -> None:
    header, rest = book_text(row()).split("\n", 1)
    loud = ",".join(f" {column.upper()} " for column in header.split(","))
    assert _read(tmp_path, f"{loud}\n{rest}") == _read(tmp_path, book_text(row()))


def test_a_windows_file_is_read_when_it_is_said_to_be_one(tmp_path: Path) -> None:
    content = book_text(row(name="Peña & Müller – 5 €")).encode("cp1252")
    (line,) = _told(tmp_path, content)
    assert "line 2: expected text in UTF-8" in line
    assert "--encoding cp1252" in line
    assert _read(tmp_path, content, Said("cp1252")).customers[0].name == "Peña & Müller – 5 €"


def test_excel_s_unicode_text_says_itself_what_it_is(tmp_path: Path) -> None:
    text = book_text(row(name="Peña"), separator="\t")
    assert _read(tmp_path, text.encode("utf-16")) == _read(tmp_path, text)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (["1.234,50"], ["1234.50"]),
        (["1,234.50"], ["1234.50"]),
        (["1234,5", "1.234"], ["1234.5", "1234"]),
        (["1.234", "12,30"], ["1234", "12.30"]),
        (["1,234", "0.50"], ["1234", "0.50"]),
        (["1.234.567"], ["1234567"]),
        (["1234", "12"], ["1234", "12"]),
    ],
)
def test_one_amount_shows_how_all_are_written(tmp_path: Path, written: list[str], meant: list[str]) -> None:
    book = _read(tmp_path, _amounts(*written).replace("\n", "\n"))
    assert [invoice.amount for invoice in book.invoices] == [Decimal(amount) for amount in meant]


def test_an_amount_that_nothing_explains_is_an_error_that_names_the_option(tmp_path: Path) -> None:
    text = _amounts("1000", "1.234", "2.500")
    (line,) = _told(tmp_path, text)
    assert line.startswith("line 3, amount: expected ")
    assert "--decimal point or --decimal comma" in line
    assert line.endswith("got '1.234'")
    amounts = [invoice.amount for invoice in _read(tmp_path, text, Said(decimals=Decimals.COMMA)).invoices]
    assert amounts == [1000, 1234, 2500]


def test_what_contradicts_the_file_is_told_on_its_line(tmp_path: Path) -> None:
    first, second = _told(tmp_path, _amounts("1.234,50", "12.30", "1.234"))
    assert first == "line 3, amount: expected a decimal like 1210,50 in EUR (as in line 2), got '12.30'"
    # The file writes both: what can be read both ways is not read by what happens to stand first.
    assert second.startswith("line 4, amount: expected a value that can be read in one way only (line 2 and line 3 ")


def test_what_contradicts_the_operator_is_told_on_its_line(tmp_path: Path) -> None:
    (line,) = _told(tmp_path, _amounts("12.30", "1,000.00"), Said(decimals=Decimals.COMMA))[:1]
    assert line == "line 2, amount: expected a decimal like 1210,50 in EUR (--decimal comma), got '12.30'"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (["31/12/2026", "03/04/2026"], dt.date(2026, 4, 3)),
        (["12/31/2026", "03/04/2026"], dt.date(2026, 3, 4)),
        (["31-12-2026", "3-4-2026"], dt.date(2026, 4, 3)),
        (["31.12.2026", "03/04/2026"], dt.date(2026, 4, 3)),
        (["05/05/2026"], dt.date(2026, 5, 5)),
    ],
)
def test_one_day_shows_how_all_are_written(tmp_path: Path, written: list[str], meant: dt.date) -> None:
    assert _read(tmp_path, _dues(*written)).invoices[-1].due == meant


def test_a_day_that_nothing_explains_is_an_error_that_names_the_option(tmp_path: Path) -> None:
    text = _dues("05/05/2026", "03/04/2026")
    (line,) = _told(tmp_path, text)
    assert line.startswith("line 3, issued: expected ")
    assert "--dates ymd or --dates dmy or --dates mdy" in line
    assert _read(tmp_path, text, Said(days=Days.MDY)).invoices[1].due == dt.date(2026, 3, 4)


def test_days_of_two_orders_are_told(tmp_path: Path) -> None:
    told = _told(tmp_path, _dues("31/12/2026", "2026-12-31"))
    assert told[0] == "line 3, issued: expected a date like 31/12/2026 (as in line 2), got '2026-12-31'"


AMOUNT = st.decimals(min_value=Decimal("0.01"), max_value=Decimal("999999999.99"), places=2)


def _written(amount: Decimal, way: Decimals, grouped: bool) -> str:
    plain = f"{amount:,.2f}" if grouped else f"{amount:.2f}"
    return plain if way is Decimals.POINT else plain.translate(str.maketrans(",.", ".,"))


@given(amounts=st.lists(st.tuples(AMOUNT, st.booleans()), min_size=1), way=st.sampled_from(Decimals))
def test_any_amounts_written_one_way_are_read_as_they_were_meant(
    amounts: list[tuple[Decimal, bool]], way: Decimals
) -> None:
    texts = [_written(amount, way, grouped) for amount, grouped in amounts]
    found = decimals_of([Cell(2, "amount", text) for text in texts], None)
    assert isinstance(found, Way)
    assert [amount_as(text, found.way) for text in texts] == [amount for amount, _ in amounts]


FORMS = {Days.YMD: "%Y-%m-%d", Days.DMY: "%d/%m/%Y", Days.MDY: "%m/%d/%Y"}


@given(days=st.lists(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)), min_size=1), way=st.sampled_from(Days))
def test_any_days_written_one_way_are_read_as_they_were_meant_or_asked_about(days: list[dt.date], way: Days) -> None:
    texts = [day.strftime(FORMS[way]) for day in days]
    found = days_of([Cell(2, "due", text) for text in texts], None)
    if isinstance(found, Way):
        assert [day_as(text, found.way) for text in texts] == days
    else:
        assert all(day.day <= 12 for day in days)
        assert any(day.day != day.month for day in days)
