"""Bringing a book in: the same again changes nothing, other data are a conflict."""

from __future__ import annotations

from typing import Any

import pytest

from cobro.ledger import tables as t
from cobro.ledger.registering import Conflict
from tests.ledger.builders import (
    COURTESY,
    CREDITOR,
    EBRO,
    FRIENDLY,
    IMPORTED,
    at,
    book,
    customer,
    day,
    invoice,
    payment,
)
from tests.ledger.stage import Stage


def test_an_import_opens_a_case_for_each_invoice(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"))
    for number in ("F-1", "F-2"):
        assert stage.next(number) == ("send_email", "courtesy", day("2026-03-03"))
        assert stage.told(number) == ["imported", "episode_opened"]


def test_an_old_invoice_starts_at_the_first_step_today(stage: Stage) -> None:
    stage.bring(invoice(due=day("2025-11-03"), issued=day("2025-10-01")))
    assert stage.next() == ("send_email", "courtesy", day("2026-03-02"))


def test_what_was_brought_in_is_counted(stage: Stage) -> None:
    stage.bring(invoice())
    found = stage.ledger.register_book(book(invoice(), invoice("F-2", of="C-2")), at(IMPORTED), who="ana")
    assert (found.invoices, found.known, found.customers) == (1, 1, 2)


def test_the_same_import_twice_changes_nothing(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2", paid="20"))
    stage.contact(COURTESY)
    stage.tell(payment(), FRIENDLY)
    before = stage.dump()
    stage.bring(invoice(), invoice("F-2", paid="20"), now="2026-04-01 12:00")
    assert stage.dump() == before


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"amount": "100.01"}, "amount: the ledger has 100.00 EUR, the file 100.01 EUR"),
        ({"currency": "USD"}, "amount: the ledger has 100.00 EUR, the file 100.00 USD"),
        ({"due": day("2026-03-09")}, "due: the ledger has 2026-03-02, the file 2026-03-09"),
        ({"issued": day("2026-02-02")}, "issued: the ledger has 2026-02-01, the file 2026-02-02"),
        ({"reference": "RF1"}, "reference: the ledger has F-1, the file RF1"),
        ({"of": "C-2"}, "customer: the ledger has C-1, the file C-2"),
    ],
)
def test_other_data_are_a_conflict_and_nothing_is_brought_in(stage: Stage, changes: dict[str, Any], what: str) -> None:
    stage.bring(invoice())
    before = stage.dump()
    with pytest.raises(Conflict) as conflict:
        stage.ledger.register_book(book(invoice("F-2"), invoice(**changes), invoice("F-3")), at(IMPORTED), who="ana")
    assert str(conflict.value) == f"invoice F-1, {what} (a known invoice changes by 'credit' or 'cancel')"
    assert stage.dump() == before


def test_a_mended_address_outlives_the_next_import(stage: Stage) -> None:
    stage.bring(invoice(), customers=(customer(email=None),))
    stage.move(COURTESY)
    stage.claim(COURTESY)
    task = stage.task("repair").id
    stage.ledger.mend(EBRO, task, at(COURTESY), who="ana", email="nuevo@espiga.example", phone=None)
    stage.bring(invoice(), customers=(customer(email=None),))
    assert stage.rows(t.Customer)[0].value.email == "nuevo@espiga.example"


def test_a_creditor_is_brought_up_to_date(stage: Stage) -> None:
    stage.bring(invoice())
    changed = CREDITOR.model_copy(update={"phone": "+34976000999"})
    stage.ledger.register_creditor(changed, at(IMPORTED), who="ana")
    assert stage.rows(t.Creditor)[0].value == changed
