"""What comes from outside, in any order, in any portions and twice: nothing is lost, and the books balance (law 4)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.ledger import Ledger
from tests.ledger.builders import at, day, particulars
from tests.ledger.stage import arrival
from tests.ledger.test_any_order import AMOUNTS, NUMBERS, OWNERS, PATIENT, Books, receipts_and_reversals

Values = dict[str, Any]
CAME = "2026-03-02 12:00"

ISSUES: list[Values] = [
    {
        "id": f"I-{number}",
        "kind": "invoice_issued",
        "invoice": number,
        "customer": OWNERS[number],
        "amount": Decimal(100),
        "currency": "EUR",
        "issued": day("2026-02-01"),
        "due": day("2026-03-02"),
    }
    for number in NUMBERS
]
ABOUT = st.sampled_from(NUMBERS).map(lambda number: {"invoice": number})
MORE = st.one_of(
    st.builds(
        lambda about, amount: {"kind": "invoice_changed", "amount": Decimal(amount), "currency": "EUR", **about},
        ABOUT,
        AMOUNTS,
    ),
    ABOUT.map(lambda about: {"kind": "invoice_changed", "due": day("2026-03-20"), **about}),
    ABOUT.map(lambda about: {"kind": "cancelled", **about}),
    ABOUT.map(lambda about: {"kind": "written_off", **about}),
    ABOUT.map(lambda about: {"kind": "hold_placed", "until": day("2026-03-20"), **about}),
    ABOUT.map(lambda about: {"kind": "dispute_opened", **about}),
    ABOUT.map(lambda about: {"kind": "reply_received", **about}),
    st.sampled_from(["P-0", "P-1", "P-2", "R-P-0", "X-0", "X-1", "I-F-1"]).map(
        lambda event: {"kind": "event_undone", "event": event}
    ),
)


class Received(Books):
    """Books whose invoices come from outside too."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger, imported=())

    def receive(self, events: Sequence[Values]) -> list[str]:
        arrivals = [
            arrival(self.event(one), particulars(one["customer"]) if one["kind"] == "invoice_issued" else None)
            for one in events
        ]
        answers = self.ledger.receive(arrivals, at(CAME), who="a-program", source="http")
        return [answer.verdict.value for answer in answers]

    def apply(self) -> None:
        while self.ledger.apply_received(at(CAME)):
            pass

    def check_all(self, came: Sequence[Values]) -> None:
        """Each event has had its effect or waits with a reason, and no invoice has more money than came for it."""
        assert sorted(row.event_id for row in self.events) == sorted({one["id"] for one in came})
        for row in self.events:
            assert row.status in (t.EventStatus.APPLIED, t.EventStatus.KEPT), row.status
            assert row.reason or row.status is t.EventStatus.APPLIED
            assert "could not be applied" not in row.reason
        for invoice in self.invoices:
            parts = self.rows(select(t.Allocation.minor).where(t.Allocation.invoice_id == invoice.id))
            assert 0 <= invoice.applied_minor == sum(parts) <= invoice.total_minor
            links = self.rows(select(t.Evidence).where(t.Evidence.invoice_id == invoice.id).order_by(t.Evidence.seq))
            assert evidence.broken_link(links) is None
            last = self.episodes(invoice)[-1]
            assert last.ending is not None or invoice.applied_minor < invoice.total_minor
            assert last.ending != "settled" or invoice.applied_minor == invoice.total_minor


def portions(data: st.DataObject, events: Sequence[Values]) -> list[list[Values]]:
    """Some of the events twice, in any order, cut into portions."""
    again = data.draw(st.lists(st.sampled_from(events), max_size=4))
    order = data.draw(st.permutations([*events, *again]))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(order)), max_size=4)))
    return [list(order[a:b]) for a, b in zip([0, *cuts], [*cuts, len(order)], strict=True)]


@PATIENT
@given(money=receipts_and_reversals(), data=st.data())
def test_invoices_and_money_in_any_order_and_portions_end_in_the_same_balances(
    ledger: Ledger, money: list[Values], data: st.DataObject
) -> None:
    straight, other = Received(ledger), Received(ledger)
    events = [*ISSUES, *money]
    straight.receive(events)
    straight.apply()
    for portion in portions(data, events):
        other.receive(portion)
        if data.draw(st.booleans()):
            other.apply()
    other.apply()
    assert other.balances() == straight.balances()
    for books in (straight, other):
        books.check()
        books.check_all(events)
        assert all(row.status is t.EventStatus.APPLIED for row in books.events)


@PATIENT
@given(money=receipts_and_reversals(), more=st.lists(MORE, max_size=8), data=st.data())
def test_whatever_comes_nothing_is_lost_and_coming_again_changes_nothing(
    ledger: Ledger, money: list[Values], more: list[Values], data: st.DataObject
) -> None:
    books = Received(ledger)
    events = [*ISSUES, *money, *({"id": f"X-{number}", **one} for number, one in enumerate(more))]
    for portion in portions(data, events):
        books.receive(portion)
        if data.draw(st.booleans()):
            books.apply()
    books.apply()
    books.check_all(events)
    before = books.dump()
    assert set(books.receive(events)) == {"repeated"}
    books.apply()
    assert books.dump() == before


def test_the_check_sees_an_event_that_is_lost(ledger: Ledger) -> None:
    books = Received(ledger)
    books.receive(ISSUES)
    books.apply()
    books.check_all(ISSUES)
    with pytest.raises(AssertionError):
        books.check_all([*ISSUES, {"id": "P-1"}])
