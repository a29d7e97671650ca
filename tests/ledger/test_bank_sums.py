"""Whatever comes and whatever is decided: every cent that came is on an invoice, a credit, waiting, or set aside."""

from __future__ import annotations

from itertools import count
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from cobro.bank.movement import FileKind, Movement
from cobro.ledger import tables as t
from cobro.ledger.applying import Refused
from cobro.ledger.ledger import Ledger
from tests.ledger.bank_files import OTHER_PAYER, PAYER, bank_file, came, fee, left, returned
from tests.ledger.builders import CREDITOR, IMPORTED, at, book, invoice

PATIENT = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
"""Each example has a creditor of its own, so that one database serves them all."""
OWED = {"F-2026-0041": ("C-1", "100"), "F-2026-0042": ("C-1", "60"), "F-2026-0043": ("C-2", "100")}
DAYS = ("2026-03-10", "2026-03-11", "2026-03-12")
_creditors = count(1)

AMOUNTS = st.sampled_from(["40", "60", "100", "130", "160"])
TEXTS = st.sampled_from(["", "hello", *OWED, "F-2026-0041 F-2026-0042", "0043", "F-2026-0099"])
PAYERS = st.sampled_from(["", PAYER, OTHER_PAYER])
MOVEMENTS = st.one_of(
    st.builds(came, AMOUNTS, TEXTS, st.sampled_from(DAYS), payer_iban=PAYERS),
    st.builds(came, AMOUNTS, TEXTS, st.sampled_from(DAYS), payer_iban=PAYERS),
    st.builds(returned, AMOUNTS, TEXTS, st.sampled_from(DAYS), payer_iban=PAYERS),
    st.builds(returned, AMOUNTS, TEXTS, st.sampled_from(DAYS), credit=st.just(True)),
    st.builds(left, AMOUNTS, TEXTS, st.sampled_from(DAYS)),
    st.builds(fee, st.just("3.50"), st.just("devolución"), st.sampled_from(DAYS)),
)
KINDS = st.sampled_from([FileKind.CAMT053, FileKind.NORMA43])


class Till:
    """One creditor's book and account, and the sums that must agree."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.creditor = f"till-{next(_creditors)}"
        ledger.register_creditor(CREDITOR.model_copy(update={"id": self.creditor}), at(IMPORTED), who="ana")
        invoices = [invoice(number, of, amount) for number, (of, amount) in OWED.items()]
        ledger.register_book(book(*invoices, creditor=self.creditor), at(IMPORTED), who="ana")

    def take(self, movements: list[Movement], kind: FileKind, now: str) -> None:
        if movements:
            content = bank_file(*movements, kind=kind)
            self.ledger.take_bank_file(self.creditor, "file", content, at(now), who="ana", source="test")

    def decide(self, data: st.DataObject, now: str) -> None:
        """Let a person decide about one movement, or undo one payment; what cannot be changes nothing."""
        rows = [row for row in self.movements() if row.state is t.MovementState.WAITING]
        paid = [event.event_id for event in self._events() if event.kind == "payment_received"]
        act = data.draw(st.sampled_from(["accept", "to", "aside", "undo"]))
        try:
            if act == "undo" and paid:
                self.ledger.undo(self.creditor, data.draw(st.sampled_from(paid)), at(now), who="eva")
            elif rows and act != "undo":
                self._say(data, data.draw(st.sampled_from(rows)).id, act, now)
        except Refused:
            pass

    def _say(self, data: st.DataObject, movement: int, act: str, now: str) -> None:
        if act == "accept":
            number = data.draw(st.none() | st.integers(1, 3))
            self.ledger.accept_match(self.creditor, movement, number, at(now), who="eva")
        elif act == "to":
            to = [(number, None) for number in data.draw(st.lists(st.sampled_from(list(OWED)), min_size=1))]
            self.ledger.match_to(self.creditor, movement, to, at(now), who="eva")
        else:
            self.ledger.set_aside(self.creditor, movement, "not ours", at(now), who="eva")

    def movements(self) -> list[t.BankMovement]:
        return self._rows(t.BankMovement)

    def check(self) -> None:
        """Every credit is in one place, and no invoice has more than it asked for."""
        movements, events, invoices = self.movements(), self._events(), self._rows(t.Invoice)
        credits = [row for row in movements if row.credit]
        assert all(row.state is not t.MovementState.READ for row in movements)
        assert not [row for row in credits if row.state is t.MovementState.REVERSES]
        elsewhere = sum(row.minor for row in credits if row.state is not t.MovementState.APPLIED)
        kept = sum(event.unapplied_minor for event in events if event.kind == "payment_received")
        on_invoices = sum(row.applied_minor for row in invoices)
        assert on_invoices + kept + elsewhere == sum(row.minor for row in credits)
        assert all(0 <= row.applied_minor <= row.total_minor for row in invoices)
        assert all(event.status is t.EventStatus.APPLIED for event in events)

    def _events(self) -> list[t.EventRow]:
        return self._rows(t.EventRow)

    def _rows(self, table: Any) -> list[Any]:
        with self.ledger.reading() as session:
            chosen = select(table).where(table.creditor_id == self.creditor).order_by(table.id)
            return list(session.scalars(chosen))


@PATIENT
@given(movements=st.lists(MOVEMENTS, max_size=14), data=st.data())
def test_no_cent_is_lost_or_counted_twice(ledger: Ledger, movements: list[Movement], data: st.DataObject) -> None:
    till = Till(ledger)
    for round_, day in enumerate((*DAYS, *DAYS), start=11):
        inside = [one for one in movements if one.booked.isoformat() <= day]
        till.take(data.draw(st.permutations(inside)), data.draw(KINDS), f"2026-03-{round_} 09:00")
        till.check()
        for _ in range(data.draw(st.integers(0, 2))):
            till.decide(data, f"2026-03-{round_} 12:00")
            till.check()


def test_the_check_sees_money_that_is_lost(ledger: Ledger) -> None:
    till = Till(ledger)
    till.take([came("100", "F-2026-0041")], FileKind.CAMT053, "2026-03-11 09:00")
    till.check()
    with ledger.writing() as session:
        row = session.scalars(select(t.BankMovement).where(t.BankMovement.creditor_id == till.creditor)).one()
        row.state = t.MovementState.WAITING
    try:
        till.check()
    except AssertionError:
        return
    raise AssertionError("a movement that is applied and waits is counted twice, and nobody noticed")
