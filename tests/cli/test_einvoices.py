"""Bringing in e-invoices: files and folders, all or none or the good ones, once, with the file kept as evidence."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Row, select

from cobro.ledger import tables as t
from cobro.settings import ROOT
from tests.cli.hands import CREDITOR_FILE, TODAY, Hands, overdue_row
from tests.intake.einvoice.documents import EXAMPLES, buyer, generated

FOLDER = ROOT / "examples" / "einvoices"
CREDITOR = ("--creditor", str(CREDITOR_FILE))


def einvoice(hands: Hands, name: str, **fields: Any) -> Path:
    """An invoice in a file, due some days ago."""
    folder = hands.folder / "in"
    folder.mkdir(exist_ok=True)
    days = {"BT_2": TODAY - dt.timedelta(days=40), "BT_9": TODAY - dt.timedelta(days=10)}
    path = folder / name
    path.write_bytes(generated("ubl", **days | fields))
    return path


def papers(hands: Hands) -> Sequence[Row[str, str, bytes | None, str]]:
    """Name, media type, content and digest of every file that is kept."""
    with hands.house() as house, house.ledger.reading() as session:
        return session.execute(select(t.Paper.name, t.Paper.media_type, t.Paper.content, t.Paper.digest)).all()


def test_a_folder_comes_in_and_its_files_are_kept_as_they_are(hands: Hands) -> None:
    brought = hands.read("import", str(FOLDER), *CREDITOR)

    assert (brought["invoices"], brought["customers"], brought["rejected"]) == (6, 3, 0)
    assert [(each["event"], each["verdict"]) for each in brought["credits"]] == [("import/R2026-0012", "applied")]
    # 1210 invoiced, 210 of it prepaid, and a credit note of 100.
    assert hands.read("show", "F2026-0701")["case"]["open"]["amount"] == "900.00"
    kept = papers(hands)
    assert {paper.name: paper.content for paper in kept} == EXAMPLES
    assert {paper.digest for paper in kept} == {hashlib.sha256(content).hexdigest() for content in EXAMPLES.values()}
    assert {paper.media_type for paper in kept if paper.name == "factur-x.pdf"} == {"application/pdf"}


def test_the_same_files_again_change_nothing(hands: Hands) -> None:
    hands.done("import", str(FOLDER), *CREDITOR)
    before = hands.everything()

    said = hands.done("import", *map(str, sorted(FOLDER.iterdir())))

    assert "0 invoices of 3 customers, 6 known already" in said
    assert "Credit notes known already: 1\n  R2026-0012" in said
    assert hands.everything() == before


def test_one_bad_file_stops_all_and_each_is_told(hands: Hands) -> None:
    good = einvoice(hands, "a.xml")
    undated, foreign = einvoice(hands, "b.xml", BT_1="F2", BT_9=None), good.with_name("c.pdf")
    foreign.write_bytes(b"%PDF-1.7 a picture")

    result = hands.type("import", str(good.parent), *CREDITOR)

    assert result.exit_code == 2
    assert [line.split(": expected")[0] for line in result.stderr.splitlines()] == [
        f"{undated}, due (BT-9)",
        str(foreign),
    ]
    assert not hands.home.exists()


def test_the_good_ones_come_in_where_the_operator_says_so(hands: Hands) -> None:
    good = einvoice(hands, "a.xml")
    bad = einvoice(hands, "b.xml", BT_1="F2", BT_9=None)

    result = hands.type("import", str(good.parent), *CREDITOR, "--skip-bad")

    assert result.exit_code == 3
    assert "1 invoices of 1 customers" in result.stdout
    assert result.stderr.startswith(f"1 file was not brought in:\n  {bad}, due (BT-9): expected a day to pay by")
    assert [case["invoice"] for case in hands.read("list")["cases"]] == ["F1"]


def test_the_creditor_is_the_seller_whom_the_ledger_knows(at_work: Hands) -> None:
    assert at_work.read("import", str(einvoice(at_work, "a.xml", BT_1="F9")))["creditor"] == "talleres-ebro"

    seller = {"name": "X", "vat_identifier": "ESB50999028", "country_code": "ES"}
    result = at_work.type("import", str(einvoice(at_work, "b.xml", BG_4=seller)))

    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "--creditor: expected a file about the seller, ESB50999028, whom the ledger does not know" in result.stderr


def test_a_file_that_contradicts_the_ledger_is_left_out_whole(at_work: Hands) -> None:
    before = at_work.everything()
    other = einvoice(at_work, "a.xml", BT_1="F1")
    new = einvoice(at_work, "b.xml", BT_1="F9")

    refused = at_work.type("import", str(other), str(new))
    assert (refused.exit_code, at_work.everything()) == (1, before)

    result = at_work.type("import", str(other), str(new), "--skip-bad")
    assert result.exit_code == 3
    assert f"{other}, invoice F1, " in result.stderr
    assert [paper.name for paper in papers(at_work)] == ["b.xml"]


def test_a_customer_of_the_book_is_the_same_one_by_its_tax_number_and_keeps_what_the_file_does_not_say(
    hands: Hands,
) -> None:
    hands.bring_in(overdue_row("F1", customer="C-77", tax_id="B50999028", kind="sole_trader"))
    silent = buyer(contacts=None, identifiers=None, addr_l1="Calle Nueva 3")

    brought = hands.read("import", str(einvoice(hands, "a.xml", BT_1="F2", BG_7=silent)))

    assert brought["changed_customers"] == [{"which": "C-77", "fields": ["address"]}]
    customer = hands.read("show", "F2")["customer"]
    assert (customer["ref"], customer["kind"], customer["email"]) == ("C-77", "sole_trader", "pagos@laespiga.example")
    assert customer["address"] == "Calle Nueva 3, 50017 Zaragoza"


def test_an_old_file_brought_in_again_does_not_turn_an_address_back(hands: Hands) -> None:
    old = einvoice(hands, "a.xml")
    hands.done("import", str(old), *CREDITOR)
    moved = buyer(addr_l1="Calle Nueva 3")
    hands.done("import", str(einvoice(hands, "b.xml", BT_1="F2", BT_2=TODAY - dt.timedelta(days=20), BG_7=moved)))

    brought = hands.read("import", str(old.parent))

    assert (brought["known"], brought["changed_customers"]) == (2, [])
    assert hands.read("show", "F1")["customer"]["address"] == "Calle Nueva 3, 50017 Zaragoza"


def test_the_same_invoice_in_two_files_is_one_and_two_that_differ_are_none(hands: Hands) -> None:
    first = einvoice(hands, "a.xml")
    copy = first.with_name("b.xml")
    copy.write_bytes(first.read_bytes() + b"\n")
    assert hands.read("import", str(first.parent), *CREDITOR)["invoices"] == 1
    assert len(papers(hands)) == 2

    other = einvoice(hands, "c.xml", BT_115=Decimal("7.00"))
    result = hands.type("import", str(first), str(other))

    assert result.exit_code == 2
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == [f"{first}, number", f"{other}, number"]


def test_a_credit_note_for_an_invoice_that_has_not_come_waits_for_it(at_work: Hands) -> None:
    note = einvoice(at_work, "r.xml", BT_1="R1", BT_3="381", BT_9=None, BG_3=[{"BT-25": "F9"}], BT_115=Decimal("21.00"))

    assert "Credit notes kept for a person: 1\n  R1: unknown invoice F9" in at_work.done("import", str(note))
    at_work.done("import", str(einvoice(at_work, "a.xml", BT_1="F9")))

    assert at_work.read("show", "F9")["case"]["open"]["amount"] == "100.00"


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("a.xml", "book.csv"), "book.csv: expected an e-invoice (.xml, .xsig, .pdf), as the others are"),
        (("book.csv", "book.csv"), "FILE: expected one book in CSV, or e-invoices, got 2 books"),
        (("empty",), "empty: expected a folder with files that end in .xml, .xsig, .pdf, and there is none in it"),
        (("gone.xml",), "gone.xml: expected a file that can be read (No such file or directory)"),
    ],
)
def test_what_cannot_be_an_import_is_told_in_one_line(hands: Hands, names: tuple[str, ...], told: str) -> None:
    folder = einvoice(hands, "a.xml").parent
    (folder / "empty").mkdir()
    (folder / "book.csv").write_text("creditor", encoding="utf-8")

    result = hands.type("import", *(str(folder / name) for name in names), *CREDITOR)

    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert told in result.stderr


def test_what_could_not_be_used_of_a_customer_is_told(hands: Hands) -> None:
    unusable = buyer(contacts=[{"phone": "centralita"}])

    said = hands.done("import", str(einvoice(hands, "a.xml", BG_7=unusable)), *CREDITOR)

    assert "Left out, for it could not be used:\n" in said
    assert "phone (BT-57): expected a telephone number like +34910000001, or a number of ES, got 'centralita'" in said
