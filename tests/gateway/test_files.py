"""E-invoices and bank files as they are, over HTTP."""

from __future__ import annotations

from pathlib import Path

import pytest

from cobro.dunning.money import Money
from cobro.ledger import tables as t
from tests.gateway.conftest import on_both
from tests.gateway.served import Got, Served
from tests.gateway.test_events import open_of
from tests.gateway.test_mail_in import BOUNDARY, multipart
from tests.ledger.bank_files import bank_file, came
from tests.ledger.builders import CREDITOR, EBRO, ROOT, at, book, customer, invoice
from tests.ledger.stage import Stage

NUMBER = "F-2026-00042"
EXAMPLES = ROOT / "examples" / "einvoices"
FORM = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
BOMB = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY x SYSTEM "file:///etc/passwd">]><Invoice>&d;&x;</Invoice>"""


def hand_in(gateway: Served, path: str, content: bytes, name: str = "a.xml", key: str | None = None) -> Got:
    return gateway.send("POST", f"{path}?name={name}", content, None, key or gateway.key("files", name="erp"))


@on_both
def test_an_e_invoice_opens_its_case_and_is_kept(gateway: Served) -> None:
    gateway.ledger.register_creditor(CREDITOR, at("2026-03-02 08:00"), who="tests")
    content, key = (EXAMPLES / "ubl-invoice.xml").read_bytes(), gateway.key("files")

    first, again = (hand_in(gateway, "/v1/invoices", content, "../x/f.xml", key) for _ in range(2))

    assert (first.status, first.json["invoices"], first.json["known"]) == (200, 1, 0)
    assert (again.json["invoices"], again.json["known"]) == (0, 1)
    [paper] = Stage(gateway.ledger).rows(t.Paper)
    assert (paper.name, paper.content, paper.media_type) == ("f.xml", content, "application/xml")


def test_several_in_one_form_come_together_or_not_at_all(gateway: Served) -> None:
    key = gateway.key("files")
    good = [(path.name, path.read_bytes()) for path in sorted(EXAMPLES.iterdir())]

    bad = gateway.send("POST", "/v1/invoices", multipart({}, *good, ("bad.xml", b"<x/>")), FORM, key)
    assert (bad.status, [flaw["field"] for flaw in bad.problems]) == (422, ["bad.xml"])
    assert Stage(gateway.ledger).rows(t.Paper) == []

    taken = gateway.send("POST", "/v1/invoices", multipart({}, *good), FORM, key)
    assert taken.status == 200
    assert taken.json["invoices"] >= len(good) - 1


def test_an_invoice_that_says_otherwise_is_a_conflict(gateway: Served) -> None:
    content, key = (EXAMPLES / "ubl-invoice.xml").read_text(encoding="utf-8"), gateway.key("files")
    assert hand_in(gateway, "/v1/invoices", content.encode(), key=key).status == 200
    due = content.index("<cbc:DueDate>") + len("<cbc:DueDate>")

    got = hand_in(gateway, "/v1/invoices", (content[:due] + "2027" + content[due + 4 :]).encode(), key=key)

    assert got.status == 409
    assert [flaw["field"].rpartition(", ")[2] for flaw in got.problems] == ["due"]


@on_both
def test_a_bank_file_pays_what_it_names(gateway: Served) -> None:
    more = book(invoice(NUMBER), customers=(customer("C-1"),))
    gateway.ledger.register_book(more, at("2026-03-02 08:00"), who="tests")
    key, content = gateway.key("files"), bank_file(came("60.00", f"Pago factura {NUMBER}"))

    first, again = (hand_in(gateway, "/v1/bank", content, "march.xml", key) for _ in range(2))

    assert (first.status, first.json[0]["file"], first.json[0]["repeated"]) == (200, "march.xml", False)
    [account] = first.json[0]["accounts"]
    assert (account["new"], account["applied"]) == (1, 1)
    assert again.json[0]["repeated"]
    assert open_of(gateway.ledger, NUMBER) == Money.from_minor(4000, "EUR")


@pytest.mark.parametrize("path", ["/v1/invoices", "/v1/bank"])
@pytest.mark.parametrize("content", [b"", b"x", BOMB, b"\x00\xff" * 100, b"PK\x03\x04broken", b"%PDF-1.4 broken"])
def test_what_is_no_such_file_is_refused_in_one_form(gateway: Served, path: str, content: bytes) -> None:
    got = hand_in(gateway, path, content)

    assert (got.status, bool(got.problems)) == (422, True)
    assert b"root:" not in got.body
    assert Stage(gateway.ledger).rows(t.Paper) == []


@pytest.mark.parametrize("path", ["/v1/invoices", "/v1/bank"])
def test_files_need_their_scope_and_their_own_creditor(gateway: Served, path: str, tmp_path: Path) -> None:
    assert gateway.send("POST", path, b"x", None, gateway.key("events", name="a")).status == 403
    other = CREDITOR.model_copy(update={"id": "duero", "tax_id": "B99999997", "ibans": ("ES7921000813610123456789",)})
    gateway.ledger.register_creditor(other, at("2026-03-02 08:00"), who="tests")
    content = {
        "/v1/invoices": (EXAMPLES / "ubl-invoice.xml").read_bytes(),
        "/v1/bank": bank_file(came("60.00", "Pago factura F-1")),
    }[path]

    got = hand_in(gateway, path, content, key=gateway.key("files", creditor="duero"))

    assert got.status == 422
    assert open_of(gateway.ledger, "F-1") == Money.from_minor(10000, "EUR")
    assert EBRO not in got.body.decode()
