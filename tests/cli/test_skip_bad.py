"""`--skip-bad`, and what `import` says of a later book."""

from __future__ import annotations

import pytest

from tests.cli.hands import CREDITOR_FILE, Hands, in_days, overdue_row
from tests.intake.sample import as_file, book_text


def test_good_rows_come_in_and_bad_ones_can_be_mended(hands: Hands) -> None:
    book = hands.book(overdue_row("F1"), overdue_row("F2", customer="C-2", kind="empresa"))

    result = hands.type("import", str(book), "--creditor", str(CREDITOR_FILE), "--skip-bad")

    assert result.exit_code == 3
    assert "1 invoices of 1 customers" in result.stdout
    assert result.stderr.startswith("1 row was put aside, with the reasons: ")
    aside = hands.folder / "book.rejected.csv"
    assert f"import {aside} --decimal point --dates ymd" in result.stderr
    aside.write_text(aside.read_text(encoding="utf-8-sig").replace(",empresa,", ",company,"), encoding="utf-8")
    assert hands.read("import", str(aside))["invoices"] == 1
    assert [case["invoice"] for case in hands.read("list")["cases"]] == ["F1", "F2"]


def test_by_default_one_bad_row_stops_everything(hands: Hands) -> None:
    book = hands.book(overdue_row("F1"), overdue_row("F2", customer="C-2", kind="empresa"))

    assert hands.type("import", str(book), "--creditor", str(CREDITOR_FILE)).exit_code == 2
    assert not hands.home.exists()
    assert not (hands.folder / "book.rejected.csv").exists()


def test_rows_that_contradict_the_ledger_are_put_aside_too(at_work: Hands) -> None:
    rows = (overdue_row("F1", amount="7.00"), overdue_row("F7"), overdue_row("F8", customer="C-8", due="soon"))

    result = at_work.type("import", str(at_work.book(*rows)), "--skip-bad", "--json")

    assert result.exit_code == 3
    assert '"rejected": 2' in result.stdout
    text = (at_work.folder / "book.rejected.csv").read_text(encoding="utf-8-sig")
    assert (
        "amount: expected 1210.50 EUR, as the ledger has it (a known invoice changes by 'credit' or 'cancel')" in text
    )
    assert "due: expected a date like" in text
    assert "F7" in [case["invoice"] for case in at_work.read("list")["cases"]]


def test_without_bad_rows_nothing_is_put_aside(hands: Hands) -> None:
    said = hands.done("import", str(hands.book(overdue_row())), "--creditor", str(CREDITOR_FILE), "--skip-bad")

    assert "put aside" not in said
    assert not (hands.folder / "book.rejected.csv").exists()


def test_where_the_rejected_cannot_be_written_nothing_comes_in(at_work: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    before = at_work.everything()
    book = at_work.book(overdue_row("F7"), overdue_row("F8", customer="C-8", due="soon"))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "book.rejected.csv")

    monkeypatch.setattr("cobro.cli.book.write_rejected", full)
    result = at_work.type("import", str(book), "--skip-bad")

    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert at_work.everything() == before


def test_a_later_book_tells_what_it_changed_and_what_it_did_not(at_work: Hands) -> None:
    said = at_work.done("import", str(at_work.book(overdue_row("F1", paid="5.00", email="nuevo@laespiga.example"))))

    assert "Brought up to date: 1 known customers\n  C-1: email\n" in said
    assert "F1: the file says 5.00 EUR paid (at first 0.00 EUR), the ledger knows of 0.00 EUR" in said
    assert at_work.read("show", "F1")["customer"]["email"] == "nuevo@laespiga.example"
    assert at_work.read("show", "F1")["case"]["open"]["amount"] == "1210.50"


def test_a_spanish_excel_file_comes_in_as_it_is(hands: Hands) -> None:
    text = book_text(overdue_row("F1", amount="1.234,50"), separator=";", ends="\r\n")
    for days in (-40, -10):
        year, month, day = in_days(days).split("-")
        text = text.replace(in_days(days), f"{day}/{month}/{year}")
    book = as_file(hands.folder, text.encode("cp1252"))
    words = ("import", str(book), "--creditor", str(CREDITOR_FILE))

    assert "--encoding cp1252" in hands.type(*words).stderr
    (case,) = hands.read(*words, "--encoding", "cp1252", "--dates", "dmy")["cases"]
    assert (case["open"]["amount"], case["due"]) == ("1234.50", in_days(-10))


def test_a_case_begins_after_the_step_done_elsewhere(hands: Hands) -> None:
    hands.bring_in(overdue_row("F1", last_step="week-1", last_step_on=in_days(-1)))

    (case,) = hands.read("list")["cases"]
    assert (case["stage"], case["next"]["step"]) == ("week-1", "week-2-call")
