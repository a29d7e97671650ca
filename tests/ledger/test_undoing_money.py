"""Money that was reported by mistake, moved, taken back and given again: it is always somewhere, and only once."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from cobro.ledger import tables as t
from cobro.ledger.applying import Refused
from cobro.ledger.ledger import Ledger
from tests.ledger.builders import at, day, invoice, payment, reversal
from tests.ledger.stage import Stage
from tests.ledger.test_any_order import PATIENT, Books

DONE = "2026-03-05 12:00"
BACK = "2026-03-05 12:05"


def bank_payment(stage: Stage, event_id: str, amount: str, number: str = "F-1") -> None:
    stage.comes(payment(event_id, amount, number), DONE, source="bank")


def test_money_in_the_bank_stays_a_credit_that_a_person_applies_elsewhere(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2", of="C-2"))
    bank_payment(stage, "P-1", "100")
    stage.undo("P-1", BACK)
    assert (stage.open(), stage.event("P-1").unapplied_minor) == ("100.00 EUR", 10000)
    assert stage.direct("P-1", "F-2", BACK) == "100.00 EUR on F-2"
    assert (stage.open(), stage.open("F-2")) == ("100.00 EUR", "0.00 EUR")
    assert stage.event("P-1").unapplied_minor == 0


def test_money_that_was_moved_and_then_taken_back_by_the_bank_is_taken_where_it_is(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2", of="C-2"))
    bank_payment(stage, "P-1", "100")
    stage.undo("P-1", BACK)
    stage.direct("P-1", "F-2", BACK)
    bank_payment(stage, "P-2", "100")
    stage.tell(reversal("P-1"), BACK)
    assert (stage.open(), stage.open("F-2")) == ("0.00 EUR", "100.00 EUR")
    assert (stage.endings(), stage.endings("F-2")) == (["settled", "settled"], ["settled", None])


def test_money_that_was_moved_is_undone_again(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2", of="C-2"))
    bank_payment(stage, "P-1", "100")
    stage.undo("P-1", BACK)
    stage.direct("P-1", "F-2", BACK)
    assert stage.undo("P-1", BACK).verdict == "applied"
    assert (stage.open("F-2"), stage.event("P-1").unapplied_minor) == ("100.00 EUR", 10000)
    assert stage.direct("P-1", "F-1", BACK) == "100.00 EUR on F-1"
    assert stage.open() == "0.00 EUR"


def test_a_credit_that_the_bank_takes_back_is_gone(stage: Stage) -> None:
    stage.bring(invoice())
    bank_payment(stage, "P-1", "100")
    stage.undo("P-1", BACK)
    assert stage.tell(reversal(), BACK).verdict == "applied"
    assert stage.event("P-1").unapplied_minor == 0
    with pytest.raises(Refused, match="expected money or a message that waits for a person"):
        stage.direct("P-1", "F-1", BACK)
    stage.undo("R-P-1", BACK)
    assert stage.event("P-1").unapplied_minor == 10000


def test_a_payment_that_a_person_recorded_by_mistake_is_no_credit(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(payment(amount="130"), DONE)
    stage.undo("P-1", BACK)
    assert stage.event("P-1").unapplied_minor == 0
    assert stage.tell(reversal(), BACK).reason == "reverses payment P-1, which has not come"


def test_what_a_reversal_had_taken_and_others_paid_since_comes_back_as_a_credit_and_is_taken_once(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(payment("P-1"), DONE)
    stage.tell(reversal("P-1"), DONE)
    stage.tell(payment("P-2", "60"), DONE)
    stage.undo("R-P-1", BACK)
    assert (stage.open(), stage.event("P-1").unapplied_minor) == ("0.00 EUR", 6000)
    stage.tell(reversal("P-1", "R-2"), BACK)
    assert (stage.open(), stage.event("P-1").unapplied_minor) == ("40.00 EUR", 0)


ACTS = st.one_of(
    st.tuples(
        st.sampled_from(["pay", "bank"]), st.sampled_from(["F-1", "F-2", "F-3"]), st.sampled_from(["40", "100", "130"])
    ),
    st.tuples(st.just("reverse"), st.integers(0, 9), st.none()),
    st.tuples(st.just("undo"), st.integers(0, 9), st.none()),
    st.tuples(st.just("direct"), st.integers(0, 9), st.sampled_from(["F-1", "F-2", "F-3"])),
)


@PATIENT
@given(acts=st.lists(ACTS, min_size=4, max_size=16))
def test_no_money_is_lost_or_made_however_it_is_moved(ledger: Ledger, acts: list[tuple[str, Any, Any]]) -> None:
    books = Mover(ledger)
    for kind, which, more in acts:
        books.move(kind, which, more)
        books.check_sums()


class Mover(Books):
    """Pays, reverses, undoes and directs, and keeps count of what every payment must come to."""

    def move(self, kind: str, which: Any, more: Any) -> None:
        if kind in ("pay", "bank"):
            values = {"kind": "payment_received", "invoice": which, "amount": Decimal(more), "currency": "EUR"}
            made = self.event({"id": f"P-{len(self.events)}", "booked": day("2026-03-04"), **values})
            self.ledger.record(made, at(DONE), who="ana", source="bank" if kind == "bank" else "cli")
            return
        events = [each for each in self.events if each.kind in ("payment_received", "payment_reversed")]
        if not events:
            return
        one = events[which % len(events)]
        if kind == "undo":
            self.ledger.undo(self.creditor, one.event_id, at(DONE), who="ana")
        elif kind == "reverse" and one.kind == "payment_received":
            back = {"kind": "payment_reversed", "invoice": one.body["invoice"], "payment": one.event_id}
            self.tell([{"id": f"R-{len(self.events)}", "booked": day("2026-03-05"), **back}], DONE)
        elif kind == "direct":
            try:
                self.ledger.direct(self.creditor, one.event_id, more, at(DONE), who="ana")
            except Refused as refusal:
                assert "expected" in str(refusal)  # noqa: PT017

    def check_sums(self) -> None:
        """Every payment is somewhere: on invoices, or a credit, unless it was taken back or was none."""
        events = self.events
        back = {
            each.body["payment"]
            for each in events
            if each.kind == "payment_reversed" and each.status is t.EventStatus.APPLIED and each.undone_by is None
        }
        there = 0
        for each in events:
            if each.kind != "payment_received" or each.event_id in back:
                continue
            if each.undone_by is None or each.source == "bank":
                there += int(Decimal(each.body["amount"]) * 100)
        assert there == sum(row.applied_minor for row in self.invoices) + sum(each.unapplied_minor for each in events)
        for row in self.invoices:
            parts = self.rows(select(t.Allocation.minor).where(t.Allocation.invoice_id == row.id))
            assert 0 <= row.applied_minor == sum(parts) <= row.total_minor
            last = self.episodes(row)[-1]
            assert (row.applied_minor == row.total_minor) == (last.ending is not None)
