"""A copy has everything of one creditor and nothing of another, and the ledger stays as it was."""

from __future__ import annotations

import datetime as dt

from cobro.ledger.ledger import Ledger
from cobro.preview.ahead import Ahead
from cobro.preview.copying import copy_of
from tests.ledger.builders import COURTESY, CREDITOR, EBRO, FRIENDLY, at, book, invoice, promise, render
from tests.ledger.stage import Stage

OTHER = CREDITOR.model_copy(update={"id": "another"})


def test_a_copy_is_whole_and_working_on_it_changes_nothing(ledger: Ledger) -> None:
    stage = Stage(ledger)
    stage.bring(invoice(), invoice("F-2"), invoice("F-3", of="C-2"))
    stage.ledger.register_creditor(OTHER, at(COURTESY), who="ana")
    stage.ledger.register_book(book(invoice("X-1"), creditor="another"), at(COURTESY), who="ana")
    stage.contact(COURTESY)
    stage.tell(promise("2026-03-12"), "2026-03-04 12:00")
    before = stage.dump()

    with stage.ledger.reading() as session:
        copy = copy_of(session, EBRO)
    there = Stage(Ledger(copy, stage.ledger.rules))
    copied = there.dump()
    for name, rows in before.items():
        mine = [row for row in rows if "creditor_id" not in row or row["creditor_id"] == EBRO]
        assert name == "outbox" or len(copied[name]) <= len(mine)
    assert len(copied["invoices"]) == len(copied["episodes"]) == 3
    assert len(copied["evidence"]) == sum(len(stage.told(number)) for number in ("F-1", "F-2", "F-3"))
    assert [row["id"] for row in copied["creditors"]] == [EBRO]
    assert [row["content"] for row in copied["contacts"]] == [None]

    assert list(Ahead(there.ledger, EBRO, render, at(FRIENDLY)).until(at(FRIENDLY) + dt.timedelta(days=30)))
    assert stage.dump() == before
    there.ledger.close()
