"""What billing tells: invoices that will come, are there, or say something else now."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from cobro.dunning.event import Event
from cobro.ledger import tables as t
from tests.ledger.builders import (
    COURTESY,
    EBRO,
    FRIENDLY,
    IMPORTED,
    at,
    book,
    changed,
    credit,
    day,
    event,
    invoice,
    issued,
    particulars,
    payment,
    promise,
)
from tests.ledger.stage import Stage, arrival

CAME = "2026-03-02 12:00"
NEW = particulars("C-9")


def new(number: str = "F-9", **values: Any) -> Event:
    """An invoice of a customer whom nobody knows yet."""
    return issued(number, "C-9", **values)


def announced(amount: str = "50", event_id: str = "A-1") -> Event:
    return event(
        "invoice_announced", event_id, invoice="F-9", amount=Decimal(amount), currency="EUR", issue_on=day("2026-03-02")
    )


@pytest.fixture
def known(stage: Stage) -> Stage:
    """A creditor with one customer and one invoice."""
    return stage.bring(invoice())


def test_an_invoice_of_a_new_customer_opens_its_case(known: Stage) -> None:
    known.relay_did_its_work(CAME)
    row = known.comes(new(), CAME, private=NEW)
    assert (row.status, row.reason) == ("applied", "")
    (taken,) = (each for each in known.rows(t.Invoice) if each.number == "F-9")
    assert (str(taken.total), taken.reference, taken.method) == ("50.00 EUR", "F-9", "transfer")
    assert [each.ref for each in known.rows(t.Customer)] == ["C-1", "C-9"]
    assert known.next("F-9") == ("send_email", "courtesy", day("2026-03-03"))
    assert known.outbox() == ["start_case"]
    assert known.contact(COURTESY, "F-9").to == "c-9@espiga.example"


def test_who_the_customer_is_stands_in_no_event_and_in_no_evidence(known: Stage) -> None:
    row = known.comes(new(), CAME, private=NEW)
    assert row.private == NEW
    assert "Panadería" not in str(row.body)
    with known.ledger.reading() as session:
        assert not [link for link in session.query(t.Evidence) if "Panadería" in (link.content or "")]


def test_an_invoice_of_a_known_customer_needs_no_particulars(known: Stage) -> None:
    assert known.comes(issued(), CAME).status is t.EventStatus.APPLIED
    assert len(known.rows(t.Customer)) == 1
    known.move(COURTESY)
    assert known.contact(COURTESY).content == b"email courtesy: F-1 courtesy 100.00 EUR; F-9 courtesy 50.00 EUR"


def test_the_same_invoice_told_again_changes_nothing(known: Stage) -> None:
    known.comes(new(), CAME, private=NEW)
    before = known.rows(t.Invoice), known.rows(t.Episode), known.rows(t.MoveRow), known.rows(t.Outbox)
    row = known.comes(new(event_id="again"), CAME, private=NEW)
    assert (row.status, row.reason) == ("applied", "the ledger had it already")
    after = known.rows(t.Invoice), known.rows(t.Episode), known.rows(t.MoveRow), known.rows(t.Outbox)
    assert [[each.id for each in rows] for rows in after] == [[each.id for each in rows] for rows in before]


def test_an_invoice_that_a_book_brought_is_known(known: Stage) -> None:
    row = known.comes(issued("F-1", amount="100"), CAME)
    assert (row.status, row.reason) == ("applied", "the ledger had it already")


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"amount": "60"}, "amount: the ledger has 50.00 EUR, not 60.00 EUR"),
        ({"due": day("2026-04-02")}, "due: the ledger has 2026-03-02, not 2026-04-02"),
        ({"issued": day("2026-02-02")}, "issued: the ledger has 2026-02-01, not 2026-02-02"),
        ({"currency": "USD"}, "amount: the ledger has 50.00 EUR, not 50.00 USD"),
        ({"reference": "X"}, "reference: the ledger has F-9, not X"),
        ({"of": "C-1"}, "customer: the ledger has another one"),
    ],
)
def test_a_known_invoice_with_other_data_is_kept_for_a_person(known: Stage, other: dict[str, Any], reason: str) -> None:
    known.comes(new(), CAME, private=NEW)
    values = {"number": "F-9", "of": "C-9", "event_id": "other"} | other
    row = known.comes(issued(**values), CAME)
    assert (row.status, row.reason) == ("kept", f"{reason} (a known invoice changes by invoice_changed)")
    assert known.open("F-9") == "50.00 EUR"


def test_a_known_invoice_of_which_more_is_paid_is_kept_for_a_person(known: Stage) -> None:
    known.comes(new(paid=10), CAME, private=NEW)
    row = known.comes(new(event_id="other", paid=20), CAME, private=NEW)
    assert row.reason == "paid: the ledger knows of 10.00 EUR, not 20 (a payment comes by payment_received)"
    assert known.open("F-9") == "40.00 EUR"


def test_an_issue_told_again_lets_nothing_happen_that_waits_for_a_person(known: Stage) -> None:
    known.comes(new(), CAME, private=NEW)
    known.comes(event("dispute_resolved", invoice="F-9"), CAME)
    known.tell(event("dispute_opened", invoice="F-9"), CAME)
    known.comes(new(event_id="again"), COURTESY, private=NEW)
    assert known.event("dispute_resolved").status is t.EventStatus.KEPT
    assert [kind for kind, _, _ in known.tasks()] == ["dispute"]


def test_a_customer_is_brought_up_to_date_and_a_repair_is_answered(known: Stage) -> None:
    known.comes(new(), CAME, private=particulars("C-9", email=None))
    known.move(COURTESY, "F-9")
    known.claim(COURTESY, "F-9")
    assert [goal for _, goal, _ in known.tasks()] == ["find an e-mail address"]
    known.comes(issued("F-10", "C-9"), COURTESY, private=NEW)
    assert known.tasks() == []
    assert "customer_changed" in known.told("F-9")
    assert known.contact("2026-03-03 12:00", "F-9").to == "c-9@espiga.example"


def test_an_invoice_of_an_unknown_customer_waits_for_the_customer(known: Stage) -> None:
    row = known.comes(new(), CAME)
    assert (row.status, row.reason) == (
        "kept",
        "customer: expected one that the ledger knows, or the particulars of a new one",
    )
    known.comes(new("F-10"), CAME, private=NEW)
    assert known.event("I-F-9").status is t.EventStatus.APPLIED
    assert known.endings("F-9") == [None]


def test_an_invoice_waits_for_a_customer_whom_a_book_brings_too(known: Stage) -> None:
    known.comes(new(), CAME)
    known.comes(payment("P-9", "50", "F-9"), CAME)
    known.ledger.register_book(book(invoice("F-10", of="C-9")), at(CAME), who="ana")
    assert known.event("I-F-9").status is t.EventStatus.APPLIED
    assert known.endings("F-9") == ["settled"]


def test_particulars_that_make_no_customer_are_kept_with_the_field(known: Stage) -> None:
    row = known.comes(new(), CAME, private={**NEW, "language": "klingon"})
    assert row.status is t.EventStatus.KEPT
    assert row.reason.startswith("customer: language: ")
    assert "klingon" not in row.reason


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"due": day("2026-01-31")}, "due: expected no day before the issue on 2026-02-01, got 2026-01-31"),
        ({"paid": 51}, "paid: expected at most the amount 50.00 EUR, got 51"),
        ({"iban": "ES0000000000000000000000"}, "iban: expected one of the creditor's own accounts"),
    ],
)
def test_an_invoice_that_makes_no_sense_is_kept_and_brings_nobody_in(
    known: Stage, values: dict[str, Any], reason: str
) -> None:
    row = known.comes(new(**values), CAME, private=NEW)
    assert (row.status, row.reason) == ("kept", reason)
    assert [each.ref for each in known.rows(t.Customer)] == ["C-1"]


@pytest.mark.parametrize(("paid", "left", "ending"), [("20", "30.00 EUR", None), ("50", "0.00 EUR", "settled")])
def test_what_was_paid_before_is_not_asked_for(known: Stage, paid: str, left: str, ending: str | None) -> None:
    known.comes(new(paid=Decimal(paid)), CAME, private=NEW)
    assert (known.open("F-9"), known.endings("F-9")) == (left, [ending])


def test_an_invoice_of_an_unknown_creditor_is_kept(stage: Stage) -> None:
    assert stage.comes(new(), CAME, private=NEW).reason == f"unknown creditor {EBRO}"


def test_what_was_cancelled_before_it_was_issued_is_not_collected(known: Stage) -> None:
    known.comes(event("cancelled", invoice="F-9"), IMPORTED)
    known.comes(new(), CAME, private=NEW)
    assert known.endings("F-9") == ["cancelled"]
    assert known.next("F-9")[0] == "end"


def test_an_invoice_that_was_announced_otherwise_says_so(known: Stage) -> None:
    known.comes(announced("60"), IMPORTED)
    assert known.rows(t.Invoice)[-1].number == "F-1"
    row = known.comes(new(), CAME, private=NEW)
    assert (row.status, row.reason) == ("applied", "announced with 60.00 EUR, issued with 50.00 EUR")


def test_only_the_last_announcement_that_stands_counts(known: Stage) -> None:
    known.comes(announced("50"), IMPORTED)
    known.comes(announced("60", "A-2"), IMPORTED)
    known.undo("A-2", IMPORTED)
    assert known.comes(new(), CAME, private=NEW).reason == ""


@pytest.mark.parametrize(
    ("due", "following"),
    [
        ("2026-03-12", ("send_email", "courtesy", day("2026-03-13"))),
        ("2026-02-12", ("send_email", "courtesy", day("2026-03-02"))),
    ],
)
def test_another_due_date_moves_the_next_step(known: Stage, due: str, following: tuple[str, str, Any]) -> None:
    known.relay_did_its_work(CAME)
    known.comes(changed(due=day(due)), CAME)
    assert known.next() == following
    assert known.outbox() == (["wake_case"] if due < "2026-03-02" else [])
    assert "invoice_changed" in known.told()


@pytest.mark.parametrize(
    ("amount", "left", "ending"),
    [("150", "110.00 EUR", None), ("60", "20.00 EUR", None), ("40", "0.00 EUR", "settled")],
)
def test_another_amount_is_what_is_asked_for(known: Stage, amount: str, left: str, ending: str | None) -> None:
    known.tell(payment(amount="40"), CAME)
    row = known.comes(changed(amount=Decimal(amount)), CAME)
    assert (row.status, row.replaced) == ("applied", {"total_minor": 10000})
    assert (known.open(), known.endings()) == (left, [ending])
    if ending is None:
        assert known.contact(COURTESY).content == f"email courtesy: F-1 courtesy {left}".encode()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (changed(amount=39), "amount: expected at least the 40.00 EUR that was paid or credited, got 39.00 EUR"),
        (changed(amount=50, currency="USD"), "currency: invoice F-1 is in EUR, got USD"),
        (changed(due=day("2026-01-31")), "due: expected no day before the issue on 2026-02-01, got 2026-01-31"),
        (changed(iban="ES0000000000000000000000"), "iban: expected one of the creditor's own accounts"),
        (changed(number="F-8", due=day("2026-03-31")), "unknown invoice F-8"),
    ],
)
def test_a_change_that_cannot_be_is_kept_and_changes_nothing(known: Stage, change: Event, reason: str) -> None:
    known.tell(payment(amount="40"), CAME)
    row = known.comes(change, CAME)
    assert (row.status, row.reason, row.replaced) == ("kept", reason, None)
    assert (known.open(), known.invoice().due) == ("60.00 EUR", day("2026-03-02"))


def test_a_change_of_a_case_that_has_ended_is_kept(known: Stage) -> None:
    known.tell(payment(), CAME)
    assert known.comes(changed(amount=150), CAME).reason == "invoice F-1: the case has ended"


def test_a_change_that_came_before_its_invoice_is_applied_with_it(known: Stage) -> None:
    known.comes(changed(number="F-9", amount=70, due=day("2026-03-12")), IMPORTED)
    known.comes(new(), CAME, private=NEW)
    assert (known.open("F-9"), known.next("F-9")[2]) == ("70.00 EUR", day("2026-03-13"))


def test_a_credit_note_and_a_smaller_amount_both_count(known: Stage) -> None:
    known.comes(credit(amount="30"), CAME)
    known.comes(changed(amount=70), CAME)
    assert known.open() == "40.00 EUR"


def test_a_smaller_amount_keeps_the_promise_that_covers_it(known: Stage) -> None:
    known.tell(promise("2026-03-04", "60"), CAME)
    known.contact(COURTESY)
    known.comes(changed(amount=30), CAME)
    known.tell(payment(amount="30"), COURTESY)
    assert known.endings() == ["settled"]


def test_a_change_is_heeded_by_the_door_before_it_is_applied(known: Stage) -> None:
    known.receive(arrival(changed(amount=70)), now=COURTESY)
    assert known.contact(COURTESY).content == b"email courtesy: F-1 courtesy 70.00 EUR"


def test_a_reference_is_quoted_as_it_is_now(known: Stage) -> None:
    known.comes(changed(reference="RF18"), FRIENDLY)
    assert known.invoice().reference == "RF18"
    known.undo("G-1", FRIENDLY)
    assert known.invoice().reference == "F-1"


@pytest.mark.parametrize(
    ("again", "left", "endings"),
    [({}, "50.00 EUR", ["cancelled", None]), ({"amount": "80"}, "80.00 EUR", ["cancelled", None])],
    ids=["as before", "with another amount"],
)
def test_an_invoice_whose_issue_was_undone_is_collected_when_it_comes_again(
    known: Stage, again: dict[str, Any], left: str, endings: list[str | None]
) -> None:
    known.comes(issued(), IMPORTED)
    known.undo("I-F-9", COURTESY)
    assert known.endings("F-9") == ["cancelled"]
    row = known.comes(issued(event_id="I-2", **again), COURTESY)
    assert (row.status, row.reason) == ("applied", "")
    assert (known.open("F-9"), known.endings("F-9")) == (left, endings)
    known.undo("I-2", FRIENDLY)
    assert known.endings("F-9") == ["cancelled", "cancelled"]


def test_what_comes_again_for_another_customer_is_kept(known: Stage) -> None:
    known.comes(issued(), IMPORTED)
    known.undo("I-F-9", COURTESY)
    row = known.comes(issued(of="C-2", event_id="I-2"), COURTESY, private=particulars("C-2"))
    assert row.status == "kept"
    assert known.endings("F-9") == ["cancelled"]
