"""Invoices that come one file each: whose they are, what of the customer is believed, and where the file is kept."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from cobro.dunning.answer import Verdict
from cobro.dunning.event import CreditIssued
from cobro.dunning.parties import Customer, Invoice
from cobro.ledger import tables as t
from cobro.ledger.einvoices import Brought, InvoiceFile, register_files
from cobro.ledger.papers import NewPaper
from cobro.ledger.registering import Conflict
from cobro.ledger.work import Work
from tests.ledger.builders import COURTESY, EBRO, at, customer, day, invoice
from tests.ledger.stage import Stage

NOW = "2026-03-05 09:00"


def file(*invoices: Invoice, name: str = "a.xml", of: Customer | None = None, credit: str | None = None) -> InvoiceFile:
    """A file; its customer is C-1, if not said otherwise."""
    note = CreditIssued(
        id="import/R1",
        creditor=EBRO,
        invoice=credit or "-",
        amount=Decimal(30),
        currency="EUR",
        issued=day("2026-03-01"),
    )
    paper = NewPaper(name, "application/xml", name.encode())
    return InvoiceFile(paper, of or customer(), invoices, (note,) if credit else ())


def bring(stage: Stage, *files: InvoiceFile, skip: bool = False) -> Brought:
    with stage.ledger.writing() as session:
        return register_files(Work(session, stage.ledger.rules, at(NOW), "ana"), EBRO, files, skip=skip)


def filed(stage: Stage) -> list[tuple[str, str | None]]:
    """The kept files, each with the number of its invoice."""
    numbers = {row.id: row.number for row in stage.rows(t.Invoice)}
    return [(row.name, numbers.get(row.invoice_id or 0)) for row in stage.rows(t.Paper)]


def test_a_file_is_kept_with_each_of_its_invoices(stage: Stage) -> None:
    stage.bring(invoice("F-0"))

    bring(
        stage, file(invoice("F-1"), invoice("F-2")), file(name="r.xml", credit="F-1"), file(name="s.xml", credit="F-9")
    )

    assert filed(stage)[:3] == [("a.xml", "F-1"), ("a.xml", "F-2"), ("r.xml", "F-1")]
    assert filed(stage)[3:] == [("s.xml", None)]


def test_a_credit_note_in_the_same_import_finds_its_invoice(stage: Stage) -> None:
    stage.bring(invoice("F-0"))

    brought = bring(stage, file(name="r.xml", credit="F-1"), file(invoice("F-1")))

    assert [answer.verdict for answer in brought.credits] == [Verdict.APPLIED]
    assert [row.open.amount for row in stage.rows(t.Invoice)] == [100, 70]


@pytest.mark.parametrize("spelling", ["B50999028", "ESB50999028"])
def test_one_tax_number_is_one_customer(stage: Stage, spelling: str) -> None:
    stage.bring(invoice(), customers=(customer(tax_id=spelling),))

    bring(stage, file(invoice("F-2", of="B50999028"), of=customer("B50999028", tax_id="B50999028")))

    assert [row.ref for row in stage.rows(t.Customer)] == ["C-1"]


def test_where_several_have_the_tax_number_none_of_them_is_chosen(stage: Stage) -> None:
    both = (customer("C-1", tax_id="B50999028"), customer("C-2", tax_id="B50999028"))
    stage.bring(invoice("F-1"), invoice("F-2", of="C-2"), customers=both)

    bring(stage, file(invoice("F-3", of="C-3"), of=customer("C-3", tax_id="B50999028")))

    assert [row.ref for row in stage.rows(t.Customer)] == ["C-1", "C-2", "C-3"]


@pytest.mark.parametrize(
    ("said", "email"),
    [({"email": None}, "mended@espiga.example"), ({"email": "new@espiga.example"}, "new@espiga.example")],
)
def test_what_a_repair_corrected_stays_unless_a_new_invoice_says_otherwise(
    stage: Stage, said: dict[str, Any], email: str
) -> None:
    stage.bring(invoice(), customers=(customer(email=None),))
    stage.move(COURTESY)
    stage.claim(COURTESY)
    task = stage.task("repair").id
    stage.ledger.mend(EBRO, task, at(COURTESY), who="ana", email="mended@espiga.example", phone=None)

    bring(stage, file(invoice("F-2"), of=customer(**said)))

    assert stage.rows(t.Customer)[0].value.email == email


def test_the_youngest_invoice_describes_the_customer(stage: Stage) -> None:
    stage.bring(invoice("F-0"))
    young = file(invoice("F-2", issued=day("2026-02-20")), of=customer(address="Calle Nueva 3"))
    old = file(invoice("F-1"), of=customer(address="Calle Vieja 1"))

    bring(stage, young, old)

    assert stage.rows(t.Customer)[0].value.address == "Calle Nueva 3"


def test_what_contradicts_the_ledger_is_left_out_with_all_that_is_in_its_file(stage: Stage) -> None:
    stage.bring(invoice("F-1"))
    wrong, good = file(invoice("F-1", amount="7"), invoice("F-2"), credit="F-1"), file(invoice("F-3"), name="b.xml")

    with pytest.raises(Conflict):
        bring(stage, wrong, good)
    brought = bring(stage, wrong, good, skip=True)

    assert [each.invoice for each in brought.contradictions] == ["F-1"]
    assert [row.number for row in stage.rows(t.Invoice)] == ["F-1", "F-3"]
    assert (brought.credits, filed(stage)) == ((), [("b.xml", "F-3")])
