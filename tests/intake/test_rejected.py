"""Good rows can be taken without the bad ones, which go to a file that can be mended and read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from cobro.intake.book_csv import Reading, Said, read_rows
from cobro.intake.problem import BadInput
from cobro.intake.rejected import write_rejected
from tests.intake.sample import CREDITOR, as_file, book_text, row


def _rows(path: Path, said: Said | None = None) -> Reading:
    return read_rows(path, CREDITOR, said=said)


def _taken(path: Path) -> tuple[list[str], list[int]]:
    book, bad = _rows(path).good()
    return [invoice.number for invoice in book.invoices], [each.line for each in bad]


def test_the_good_rows_are_taken(tmp_path: Path) -> None:
    path = as_file(
        tmp_path, book_text(row(), row(invoice="F2", customer="C-2", email="x"), row(invoice="F3")) + "F9,x\n"
    )
    assert _taken(path) == (["F1", "F3"], [3, 5])


def test_where_rows_contradict_each_other_none_is_taken(tmp_path: Path) -> None:
    rows = [
        row(),
        row(invoice="F2"),
        row(invoice="F3", email="other@laespiga.example"),
        row(invoice="F4", customer="C-2"),
    ]
    assert _taken(as_file(tmp_path, book_text(*rows))) == (["F4"], [2, 3, 4])
    twice = [row(), row(invoice="F2"), row(amount="7.00")]
    assert _taken(as_file(tmp_path, book_text(*twice))) == (["F2"], [2, 4])


def test_a_header_that_is_wrong_stops_everything(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        _rows(as_file(tmp_path, book_text(row()).replace("issued", "isued", 1)))


@pytest.mark.parametrize(("separator", "top"), [(",", ""), (";", "sep=;\n"), ("\t", "")])
def test_what_was_put_aside_can_be_mended_and_read(tmp_path: Path, separator: str, top: str) -> None:
    bad = row(invoice="F2", customer="C-2", kind="empresa", address="Calle 1\n50001 Zaragoza", amount="1.234")
    path = as_file(tmp_path, top + book_text(row(amount="12,50"), bad, separator=separator))
    reading = _rows(path)
    _, rows = reading.good()

    aside = write_rejected(path, reading, rows)

    assert aside == tmp_path / "book.rejected.csv"
    text = aside.read_text(encoding="utf-8-sig")
    assert "kind: expected one of company, consumer, public_body, sole_trader, got 'empresa'" in text
    aside.write_text(text.replace(f"{separator}empresa{separator}", f"{separator}company{separator}"), encoding="utf-8")
    (invoice,) = _rows(aside, reading.said).whole().invoices
    assert (invoice.number, str(invoice.amount)) == ("F2", "1234.00")


def test_no_other_file_is_written_over(tmp_path: Path) -> None:
    path = as_file(tmp_path, book_text(row(kind="?")))
    reading = _rows(path)
    _, rows = reading.good()
    being_mended = as_file(tmp_path, "my work", "book.rejected.csv")

    assert write_rejected(path, reading, rows).name == "book.rejected-2.csv"
    assert write_rejected(path, reading, rows).name == "book.rejected-2.csv"
    assert being_mended.read_text(encoding="utf-8") == "my work"


def test_a_mended_file_with_other_mistakes_tells_only_those(tmp_path: Path) -> None:
    path = as_file(tmp_path, book_text(row(kind="?"), row(invoice="F2", customer="C-2", kind="!")))
    reading = _rows(path)
    aside = write_rejected(path, reading, reading.good()[1])
    aside.write_text(aside.read_text(encoding="utf-8-sig").replace(",?,", ",company,"), encoding="utf-8")
    again = _rows(aside)

    text = write_rejected(aside, again, again.good()[1]).read_text(encoding="utf-8-sig")

    assert text.count("problem") == 1
    assert text.count("expected") == 1
