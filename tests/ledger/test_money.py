"""Money in: whole, in parts, too much, too early, in the wrong currency; and credit notes."""

from __future__ import annotations

import pytest

from cobro.ledger import tables as t
from tests.ledger.builders import COURTESY, FRIENDLY, IMPORTED, credit, event, invoice, payment
from tests.ledger.stage import Stage

PAID = "2026-03-10 12:00"


def test_a_whole_payment_settles_the_case(stage: Stage) -> None:
    stage.bring(invoice())
    assert stage.tell(payment(), PAID).verdict == "applied"
    assert stage.open() == "0.00 EUR"
    assert stage.endings() == ["settled"]
    assert stage.next()[0] == "end"
    (episode,) = stage.episodes()
    assert episode.ended_by == "ana"
    assert episode.ended_for


def test_a_part_payment_leaves_the_rest_open_and_the_ladder_where_it_is(stage: Stage) -> None:
    stage.bring(invoice())
    stage.contact(COURTESY)
    stage.move(COURTESY)
    before = stage.next()
    stage.tell(payment(amount="40"), "2026-03-04 12:00")
    assert stage.open() == "60.00 EUR"
    assert stage.endings() == [None]
    assert stage.next() == before


def test_parts_add_up_to_a_settlement(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(payment("P-1", "40"), PAID)
    stage.tell(payment("P-2", "60"), PAID)
    assert stage.endings() == ["settled"]
    assert [row.minor for row in stage.rows(t.Allocation)] == [4000, 6000]


def test_what_is_more_than_owed_is_kept_as_a_credit(stage: Stage) -> None:
    stage.bring(invoice())
    answer = stage.tell(payment(amount="130.50"), PAID)
    assert (answer.verdict, answer.reason) == (
        "applied",
        "30.50 EUR more than was owed: a credit of the customer",
    )
    assert stage.event("P-1").unapplied_minor == 3050
    assert stage.invoice().applied_minor == 10000


def test_money_for_a_settled_case_is_taken_whole_as_a_credit(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(payment("P-1"), PAID)
    assert stage.tell(payment("P-2", "25"), PAID).verdict == "applied"
    assert stage.event("P-2").unapplied_minor == 2500
    assert stage.endings() == ["settled"]


@pytest.mark.parametrize("kind", ["written_off", "cancelled"])
def test_money_for_a_case_that_was_given_up_is_applied(stage: Stage, kind: str) -> None:
    stage.bring(invoice())
    stage.tell(event(kind), COURTESY)
    stage.tell(payment(amount="40"), PAID)
    assert stage.open() == "60.00 EUR"
    assert stage.endings() == [kind]


def test_money_for_an_unknown_invoice_is_kept_and_applied_when_it_is_imported(stage: Stage) -> None:
    stage.bring(invoice("F-2"))
    answer = stage.tell(payment(), IMPORTED)
    assert (answer.verdict, answer.reason) == ("kept", "unknown invoice F-1")
    stage.bring(invoice(), now="2026-03-03 09:00")
    assert stage.open() == "0.00 EUR"
    assert stage.endings() == ["settled"]
    assert stage.event("P-1").status is t.EventStatus.APPLIED


def test_money_for_an_unknown_creditor_is_kept(stage: Stage) -> None:
    nobody = "a-creditor-whose-name-is-longer-than-any-that-we-know"
    answer = stage.tell(payment(creditor=nobody), PAID)
    assert answer.verdict == "kept"
    assert stage.event("P-1").creditor_id == nobody


def test_money_in_another_currency_is_kept_and_shown(stage: Stage) -> None:
    stage.bring(invoice())
    answer = stage.tell(payment(currency="USD"), PAID)
    assert (answer.verdict, answer.reason) == ("kept", "invoice F-1 is in EUR, the money in USD")
    assert stage.open() == "100.00 EUR"


def test_a_credit_note_reduces_what_is_owed(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(credit(amount="30"), PAID)
    assert stage.open() == "70.00 EUR"
    stage.tell(credit("N-2", amount="70"), PAID)
    assert stage.endings() == ["settled"]


def test_a_letter_asks_for_what_is_left(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(payment(amount="40"), IMPORTED)
    stage.tell(credit(amount="10"), IMPORTED)
    assert stage.contact(COURTESY).content == b"email courtesy: F-1 courtesy 50.00 EUR"


def test_what_was_paid_before_the_import_is_a_payment_of_its_own(stage: Stage) -> None:
    stage.bring(invoice(paid="25"))
    assert stage.open() == "75.00 EUR"
    assert stage.event("import/F-1/paid").source == "import"


def test_a_paid_invoice_leaves_the_desk(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(event("dispute_opened"), COURTESY)
    stage.tell(payment(), FRIENDLY)
    assert stage.tasks() == []
    assert len(stage.tasks("withdrawn")) == 1


def test_the_chain_tells_of_the_money(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(payment(), PAID)
    assert stage.told() == ["imported", "episode_opened", "money", "payment_received", "episode_ended"]
