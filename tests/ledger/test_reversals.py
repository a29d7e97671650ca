"""Payments that the bank took back: early, late, twice, of a part; and the episode that they open."""

from __future__ import annotations

from cobro.ledger import tables as t
from tests.ledger.builders import COURTESY, FRIENDLY, at, credit, event, invoice, payment, plan, reversal
from tests.ledger.stage import Stage

PAID = "2026-03-10 12:00"
BACK = "2026-03-12 12:00"


def test_a_reversed_part_is_owed_again_in_the_same_episode(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(payment(amount="40"), PAID)
    stage.tell(reversal(), BACK)
    assert stage.open() == "100.00 EUR"
    assert stage.endings() == [None]


def test_a_reversal_after_settlement_opens_the_next_episode(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(payment(), PAID)
    stage.tell(reversal(), BACK)
    assert stage.endings() == ["settled", None]
    assert [row.opened_for for row in stage.episodes()] == ["imported", "payment_reversed"]


def test_the_next_episode_goes_on_where_the_last_one_left(stage: Stage) -> None:
    stage.bring(invoice())
    stage.contact(COURTESY)
    stage.move(COURTESY)
    stage.tell(payment(), "2026-03-04 12:00")
    stage.tell(reversal(), "2026-03-05 12:00")
    do, step, day = stage.next(episode=2)
    assert (do, step) == ("send_email", "week-1")
    assert day >= at("2026-03-11 00:00").date()  # as far from the reopening as the ladder plans


def test_the_next_episode_asks_for_a_workflow_of_its_own(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(payment(), PAID)
    stage.relay_did_its_work(PAID)
    stage.tell(reversal(), BACK)
    assert stage.outbox() == ["start_case"]


def test_a_reversal_before_its_payment_is_kept_and_applied_when_it_comes(stage: Stage) -> None:
    stage.bring(invoice())
    answer = stage.tell(reversal(), PAID)
    assert (answer.verdict, answer.reason) == ("kept", "reverses payment P-1, which has not come")
    stage.tell(payment(), BACK)
    assert stage.open() == "100.00 EUR"
    assert stage.event("R-P-1").status is t.EventStatus.APPLIED
    assert stage.endings() == ["settled", None]


def test_a_reversal_and_its_payment_may_both_come_before_the_invoice(stage: Stage) -> None:
    stage.bring(invoice("F-2"))
    stage.tell(reversal(), "2026-03-02 09:00")
    stage.tell(payment(amount="40"), "2026-03-02 09:10")
    stage.bring(invoice(), now="2026-03-02 10:00")
    assert stage.open() == "100.00 EUR"
    assert stage.event("R-P-1").status is t.EventStatus.APPLIED


def test_a_payment_is_reversed_only_once(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(payment(), PAID)
    stage.tell(reversal(), BACK)
    answer = stage.tell(reversal(event_id="R-2"), BACK)
    assert (answer.verdict, answer.reason) == ("kept", "payment P-1 was reversed before")
    assert stage.open() == "100.00 EUR"


def test_a_reversal_takes_the_credit_of_its_payment_too(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(payment(amount="130"), PAID)
    stage.tell(reversal(), BACK)
    assert stage.open() == "100.00 EUR"
    assert stage.event("P-1").unapplied_minor == 0


def test_a_reversal_for_another_invoice_is_kept(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"))
    stage.tell(payment(), PAID)
    answer = stage.tell(reversal(number="F-2"), BACK)
    assert (answer.verdict, answer.reason) == ("kept", "payment P-1 was for invoice F-1, not F-2")
    assert stage.open() == "0.00 EUR"


def test_money_that_was_too_much_fills_what_a_reversal_leaves(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(payment("P-1"), PAID)
    stage.tell(payment("P-2", "70"), PAID)
    stage.tell(reversal("P-1"), BACK)
    assert stage.open() == "30.00 EUR"
    assert stage.event("P-2").unapplied_minor == 0


def test_a_customer_who_paid_twice_is_not_asked_again_when_one_payment_bounces(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(payment("P-1"), PAID)
    stage.tell(payment("P-2"), PAID)
    stage.tell(reversal("P-1"), BACK)
    assert stage.open() == "0.00 EUR"
    assert stage.endings() == ["settled"]


def test_a_credit_note_that_was_too_much_fills_what_a_reversal_leaves(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(payment("P-1", "80"), PAID)
    stage.tell(credit(amount="50"), PAID)
    stage.tell(reversal("P-1"), BACK)
    assert stage.open() == "50.00 EUR"
    assert stage.event("N-1").unapplied_minor == 0


def test_a_reversal_in_a_case_that_was_given_up_changes_the_balance_only(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(payment(amount="40"), COURTESY)
    stage.tell(event("written_off"), FRIENDLY)
    stage.tell(reversal(), BACK)
    assert stage.open() == "100.00 EUR"
    assert stage.endings() == ["written_off"]


def test_a_reversal_after_a_completed_plan_opens_the_next_episode(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(plan(("2026-03-20", "100")), FRIENDLY)
    stage.tell(payment(), PAID)
    stage.tell(reversal(), BACK)
    assert stage.endings() == ["payment_plan", None]


def test_a_dispute_that_outlives_a_settlement_is_a_persons_task_again(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(event("dispute_opened"), COURTESY)
    stage.tell(payment(), PAID)
    stage.tell(reversal(), BACK)
    assert [kind for kind, _, _ in stage.tasks()] == ["dispute"]
    assert stage.next(episode=2)[0] == "look"
