"""Several invoices of one customer: one contact for all that is due, and each case moves on."""

from __future__ import annotations

from decimal import Decimal

from cobro.dunning.contact import Accepted, NotActed
from cobro.ledger.door import Closed
from tests.ledger.builders import COURTESY, FRIENDLY, at, case, day, event, invoice, payment, render
from tests.ledger.stage import NO_SHIFT, Stage


def test_two_invoices_that_are_due_are_one_contact(stage: Stage) -> None:
    stage.bring(invoice("F-1"), invoice("F-2", amount="50"))
    message = stage.contact(COURTESY)
    assert message.content == b"email courtesy: F-1 courtesy 100.00 EUR; F-2 courtesy 50.00 EUR"
    assert stage.contacts() == [("email", "sent")]
    assert stage.steps("F-1") == stage.steps("F-2") == ["courtesy"]
    assert stage.told("F-2")[-2:] == ["contact_claimed", "contact_settled"]


def test_the_other_case_moves_on_without_a_wake_up(stage: Stage) -> None:
    stage.bring(invoice("F-1"), invoice("F-2"))
    stage.relay_did_its_work(COURTESY)
    stage.contact(COURTESY)
    assert stage.next("F-2") == ("send_email", "week-1", day("2026-03-09"))
    assert stage.outbox() == []


def test_the_other_cases_turn_is_stale_when_it_comes(stage: Stage) -> None:
    stage.bring(invoice("F-1"), invoice("F-2"))
    n = stage.move(COURTESY, "F-2").n
    stage.contact(COURTESY)
    assert isinstance(stage.ledger.claim(case("F-2"), n, at(COURTESY), render), Closed)
    assert stage.ledger.current(case("F-2"), at(COURTESY), NO_SHIFT).n > n


def test_two_levels_are_one_letter_at_the_highest_tone(stage: Stage) -> None:
    stage.bring(invoice("F-1"), invoice("F-2", due=day("2026-03-08")))
    stage.contact(COURTESY)
    message = stage.contact(FRIENDLY)
    assert message.content == b"email friendly: F-1 week-1 100.00 EUR; F-2 courtesy 100.00 EUR"


def test_currencies_travel_together_and_are_not_added_up(stage: Stage) -> None:
    stage.bring(invoice("F-1"), invoice("F-2", currency="USD"))
    assert stage.contact(COURTESY).content == b"email courtesy: F-1 courtesy 100.00 EUR; F-2 courtesy 100.00 USD"


def test_what_is_paid_disputed_or_held_stays_out_of_the_letter(stage: Stage) -> None:
    stage.bring(*(invoice(f"F-{n}") for n in range(1, 6)))
    stage.tell(payment(number="F-2"), COURTESY)
    stage.tell(event("dispute_opened", invoice="F-3"), COURTESY)
    stage.tell(event("hold_placed", invoice="F-4", until=day("2026-03-20")), COURTESY)
    stage.tell(event("dispute_opened", "D-5", invoice="F-5", amount=Decimal(60)), COURTESY)
    assert stage.contact(COURTESY).content == b"email courtesy: F-1 courtesy 100.00 EUR; F-5 courtesy 40.00 EUR"


def test_what_is_due_later_stays_out(stage: Stage) -> None:
    stage.bring(invoice("F-1"), invoice("F-2", due=day("2026-03-03")))
    assert stage.contact(COURTESY).content == b"email courtesy: F-1 courtesy 100.00 EUR"
    assert stage.next("F-2") == ("send_email", "courtesy", day("2026-03-04"))


def test_invoices_of_another_customer_stay_out(stage: Stage) -> None:
    stage.bring(invoice("F-1"), invoice("F-2", of="C-2"))
    assert b"F-2" not in stage.contact(COURTESY).content


def test_a_case_that_was_carried_along_is_not_reminded_again(stage: Stage) -> None:
    stage.bring(invoice("F-1"), invoice("F-2"))
    stage.contact(COURTESY)
    stage.move(COURTESY, "F-2")
    stage.tell(payment(), "2026-03-04 12:00")
    message = stage.claimed(FRIENDLY, "F-2")
    assert message.content == b"email friendly: F-2 week-1 100.00 EUR"


def test_a_released_contact_gives_every_step_back(stage: Stage) -> None:
    stage.bring(invoice("F-1"), invoice("F-2"))
    stage.settle(stage.claimed(COURTESY), NotActed(), COURTESY)
    assert stage.steps("F-1") == stage.steps("F-2") == []
    again = stage.claimed("2026-03-03 10:31", "F-2")
    assert again.content == b"email courtesy: F-1 courtesy 100.00 EUR; F-2 courtesy 100.00 EUR"
    stage.settle(again, Accepted("sg-1"), "2026-03-03 10:31", "F-2")
    assert stage.contacts() == [("email", "released"), ("email", "sent")]
