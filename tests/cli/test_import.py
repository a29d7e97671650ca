"""Bringing in a book: whole or not at all, once, and with a word about what comes next."""

from __future__ import annotations

import pytest
import yaml

from tests.cli.hands import CREDITOR_FILE, Hands, overdue_row


def test_says_what_came_in_and_what_happens_next(hands: Hands) -> None:
    said = hands.done("import", str(hands.book(overdue_row())), "--creditor", str(CREDITOR_FILE))

    assert "1 invoices of 1 customers" in said
    assert "e-mail about 1 invoice" in said
    assert "starter.py up" in said


def test_the_same_book_again_changes_nothing(hands: Hands) -> None:
    hands.bring_in(overdue_row("F1", paid="10.50"), overdue_row("F2"))
    before = hands.everything()

    again = hands.read("import", str(hands.book(overdue_row("F1", paid="10.50"), overdue_row("F2"))))

    assert (again["invoices"], again["known"]) == (0, 2)
    assert hands.everything() == before


def test_a_known_creditor_needs_no_file(hands: Hands) -> None:
    hands.bring_in(overdue_row("F1"))

    assert hands.read("import", str(hands.book(overdue_row("F2"))))["invoices"] == 1


def test_an_unknown_creditor_needs_its_file(hands: Hands) -> None:
    result = hands.type("import", str(hands.book(overdue_row())))

    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "--creditor" in result.stderr
    assert "starter.py init" in result.stderr


def test_every_bad_cell_is_told_and_nothing_is_changed(at_work: Hands) -> None:
    before = at_work.everything()
    bad = at_work.book(
        overdue_row("F8"), overdue_row("F9", amount="1.210,50"), overdue_row("F9", due="soon", customer="C-9")
    )

    result = at_work.type("import", str(bad), "--creditor", str(CREDITOR_FILE))

    assert result.exit_code == 2
    lines = result.stderr.splitlines()
    assert "line 3, amount: expected a decimal like 1210.50 in EUR (as in line 2), got '1.210,50'" in lines
    assert "line 4, due: expected a date like 2026-03-02 (as in line 2), got 'soon'" in lines
    assert any(line.startswith("line 4, invoice: expected a number of its own") for line in lines)
    assert at_work.everything() == before


def test_a_book_that_contradicts_the_ledger_changes_neither_book_nor_creditor(at_work: Hands) -> None:
    before = at_work.everything()
    other = yaml.safe_load(CREDITOR_FILE.read_text(encoding="utf-8")) | {"name": "Talleres Ebro Nuevos, S.L."}
    renamed = at_work.folder / "renamed.yaml"
    renamed.write_text(yaml.safe_dump(other, allow_unicode=True), encoding="utf-8")

    result = at_work.type(
        "import", str(at_work.book(overdue_row("F1", amount="7.00"), overdue_row("F7"))), "--creditor", str(renamed)
    )

    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "F1" in result.stderr
    assert "amount" in result.stderr
    assert at_work.everything() == before


def test_a_closing_of_a_customer_that_nobody_knows_is_told(at_work: Hands) -> None:
    """It may come with a later book, or be a slip that leaves nobody in peace."""
    closings = [
        {"from": "08-01", "to": "08-31", "name": "closed in August", "customer": "C-1"},
        {"from": "12-24", "name": "closed at Christmas", "customer": "C-l"},
    ]
    other = yaml.safe_load(CREDITOR_FILE.read_text(encoding="utf-8")) | {"closings": closings}
    file = at_work.folder / "closings.yaml"
    file.write_text(yaml.safe_dump(other), encoding="utf-8")
    said = at_work.done("import", str(at_work.book(overdue_row("F1"))), "--creditor", str(file))

    assert "closed at Christmas: the ledger has no customer 'C-l'" in said
    assert "August" not in said


def test_the_creditor_s_data_are_brought_up_to_date(at_work: Hands) -> None:
    other = yaml.safe_load(CREDITOR_FILE.read_text(encoding="utf-8")) | {"name": "Talleres Ebro Nuevos, S.L."}
    renamed = at_work.folder / "renamed.yaml"
    renamed.write_text(yaml.safe_dump(other, allow_unicode=True), encoding="utf-8")

    said = at_work.done("import", str(at_work.book(overdue_row("F7"))), "--creditor", str(renamed))

    assert "Talleres Ebro Nuevos" in said


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"policy": "no-such"}, "policy: expected one of"),
        ({"terms": {"es": "Pago a 30 días."}}, "terms.en: expected one sentence"),
        (
            {"terms": {"es": "Pago a 30 días.", "en": "Late payers meet our lawyers."}},
            "terms.en: 'lawyers' speaks of the",
        ),
    ],
)
def test_a_creditor_whose_letters_could_not_be_written_is_refused(
    hands: Hands, changes: dict[str, object], told: str
) -> None:
    lacking = hands.folder / "lacking.yaml"
    creditor = yaml.safe_load(CREDITOR_FILE.read_text(encoding="utf-8")) | changes
    lacking.write_text(yaml.safe_dump(creditor, allow_unicode=True), encoding="utf-8")

    result = hands.type("import", str(hands.book(overdue_row(language="en"))), "--creditor", str(lacking))

    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert told in result.stderr
    assert not hands.home.exists()
