"""Payment plans: agreed, followed, completed, in default (R31, R36, R37)."""

from __future__ import annotations

import pytest

from cobro.dunning.contract import PlanRef
from cobro.dunning.event import Event
from cobro.ledger import tables as t
from cobro.ledger.transactions import UnknownCase
from tests.ledger.bank_files import PAYER, came, take
from tests.ledger.builders import COURTESY, EBRO, FRIENDLY, at, day, event, invoice, payment, plan, promise, reversal
from tests.ledger.stage import Stage

AGREED = "2026-03-10 12:00"
TWO_PARTS = plan(("2026-03-20", "50"), ("2026-04-20", "50"))
PLAN = PlanRef(creditor=EBRO, plan=1)


def test_a_plan_ends_the_case_and_asks_for_its_own_workflow(stage: Stage) -> None:
    stage.bring(invoice())
    stage.relay_did_its_work(AGREED)
    assert stage.tell(TWO_PARTS, AGREED).verdict == "applied"
    assert stage.endings() == ["payment_plan"]
    assert stage.outbox() == ["start_plan"]
    stage.contact(AGREED)
    assert stage.next()[0] == "end"


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        (
            plan(("2026-03-20", "50"), ("2026-04-20", "49.99")),
            "instalments: expected to add up to the open 100.00 EUR, got 99.99 EUR",
        ),
        (
            plan(("2026-04-20", "50"), ("2026-03-20", "50")),
            "instalments: expected days in order, none before 2026-03-10",
        ),
        (plan(("2026-03-09", "100")), "instalments: expected days in order, none before 2026-03-10"),
        (plan(("2026-03-20", "100"), currency="USD"), "currency: invoice F-1 is in EUR, got USD"),
    ],
)
def test_a_plan_that_does_not_add_up_is_refused_and_nothing_is_stored(stage: Stage, event: Event, reason: str) -> None:
    stage.bring(invoice())
    before = stage.dump()
    answer = stage.tell(event, AGREED)
    assert (answer.verdict, answer.reason) == ("refused", reason)
    assert stage.dump() == before


def test_a_second_plan_over_the_same_invoice_is_refused(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(TWO_PARTS, AGREED)
    again = plan(("2026-03-20", "100"), event_id="L-2")
    assert stage.tell(again, AGREED).reason == "invoice F-1: the case has ended"


def test_a_plan_is_completed_by_the_money(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(TWO_PARTS, AGREED)
    stage.contact(AGREED)
    stage.relay_did_its_work(AGREED)
    stage.tell(payment("P-1", "50"), "2026-03-19 12:00")
    assert stage.rows(t.Plan)[0].ending is None
    assert stage.outbox() == []
    stage.tell(payment("P-2", "50"), "2026-04-17 12:00")
    assert stage.rows(t.Plan)[0].ending is t.PlanEnding.COMPLETED
    assert stage.outbox() == ["wake_plan"]
    assert stage.endings() == ["payment_plan"]


def test_a_default_opens_the_next_episode_at_the_step_that_was_left(stage: Stage) -> None:
    stage.bring(invoice())
    stage.contact(COURTESY)
    stage.contact(FRIENDLY)
    stage.move(FRIENDLY)
    stage.tell(TWO_PARTS, AGREED)
    look, ending = stage.ledger.follow_plan(PLAN, at("2026-03-25 09:30"))
    assert (look.why, ending) == (
        "instalment 1 of 2026-03-20 not paid by 2026-03-24",
        t.PlanEnding.DEFAULTED,
    )
    assert stage.endings() == ["payment_plan", None]
    assert stage.next(episode=2)[:2] == ("open_call", "week-2-call")
    assert stage.next(episode=2)[2] >= day("2026-04-01")


@pytest.mark.parametrize("pay_by", ["2026-03-13", "2026-04-03"])
def test_after_a_default_nobody_speaks_of_the_promise_that_the_plan_replaced(stage: Stage, pay_by: str) -> None:
    stage.bring(invoice())
    stage.contact(COURTESY)
    stage.tell(promise(pay_by), "2026-03-04 12:00")
    stage.tell(TWO_PARTS, AGREED)
    stage.ledger.follow_plan(PLAN, at("2026-03-25 09:30"))
    assert stage.next(episode=2)[:2] == ("send_email", "week-1")
    stage.tell(promise("2026-03-27", event_id="V-2"), "2026-03-25 12:00")
    stage.contact("2026-03-25 12:00", episode=2)
    stage.move("2026-04-01 10:30", episode=2)
    assert stage.next(episode=2)[1] == "broken-promise-2"


def test_a_plan_is_not_in_default_during_the_grace(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(TWO_PARTS, AGREED)
    look, ending = stage.ledger.follow_plan(PLAN, at("2026-03-24 18:00"))
    assert ending is None
    assert look.at is not None
    assert look.at.date() == day("2026-03-25")


def test_a_plan_over_two_invoices_reopens_only_what_is_unpaid(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"))
    stage.tell(plan(("2026-03-20", "200"), invoices=("F-1", "F-2")), AGREED)
    stage.tell(payment("P-1", "100", "F-1"), "2026-03-12 12:00")
    stage.ledger.follow_plan(PLAN, at("2026-03-25 09:30"))
    assert stage.endings("F-1") == ["payment_plan"]
    assert stage.endings("F-2") == ["payment_plan", None]


def test_an_invoice_paid_in_a_failed_plan_is_collected_again_when_its_payment_bounces(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"))
    stage.tell(plan(("2026-03-20", "200"), invoices=("F-1", "F-2")), AGREED)
    stage.tell(payment("P-1", "100", "F-1"), "2026-03-12 12:00")
    stage.ledger.follow_plan(PLAN, at("2026-03-25 09:30"))
    stage.tell(reversal("P-1"), "2026-03-26 12:00")
    assert stage.endings("F-1") == ["payment_plan", None]


def test_a_reversal_in_a_running_plan_leaves_the_case_to_the_plan(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(TWO_PARTS, AGREED)
    stage.tell(payment("P-1", "50"), "2026-03-12 12:00")
    stage.tell(reversal("P-1"), "2026-03-13 12:00")
    assert stage.endings() == ["payment_plan"]


def test_a_reversal_that_brings_an_instalment_forward_wakes_the_plan(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(TWO_PARTS, AGREED)
    stage.tell(payment("P-1", "50"), "2026-03-12 12:00")
    assert stage.rows(t.Plan)[0].next_look.date() == day("2026-04-24")
    stage.relay_did_its_work(AGREED)
    stage.tell(reversal("P-1"), "2026-03-13 12:00")
    assert stage.rows(t.Plan)[0].next_look.date() == day("2026-03-25")
    assert stage.outbox() == ["wake_plan"]


def test_a_dispute_that_outlives_a_failed_plan_is_a_persons_task_again(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(event("dispute_opened"), COURTESY)
    stage.tell(TWO_PARTS, AGREED)
    stage.ledger.follow_plan(PLAN, at("2026-03-25 09:30"))
    assert [kind for kind, _, _ in stage.tasks()] == ["dispute"]


def test_following_a_plan_of_another_creditor_is_refused(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(TWO_PARTS, AGREED)
    with pytest.raises(UnknownCase, match="the ledger has no plan/other/1"):
        stage.ledger.follow_plan(PlanRef(creditor="other", plan=1), at(AGREED))


def test_nobody_loses_a_plan_because_our_bank_file_is_late(stage: Stage) -> None:
    stage.bring(invoice())
    take(stage, came("1", "hello", "2026-03-10"), now="2026-03-11 09:00")
    stage.tell(TWO_PARTS, AGREED)
    look, ending = stage.ledger.follow_plan(PLAN, at("2026-03-25 09:30"))
    assert ending is None
    assert look.at is not None
    assert look.at.date() == day("2026-03-26")

    take(stage, came("1", "hello again", "2026-03-25"), now="2026-03-26 09:00")

    assert stage.ledger.follow_plan(PLAN, at("2026-03-26 09:30"))[1] is t.PlanEnding.DEFAULTED


def test_money_that_is_not_matched_yet_keeps_a_plan_from_default_for_two_working_days(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2", amount="30"))
    take(stage, came("30", "F-2", "2026-03-10", payer_iban=PAYER), now="2026-03-11 09:00")
    stage.tell(TWO_PARTS, AGREED)
    take(stage, came("49", "hello", "2026-03-24", payer_iban=PAYER), now="2026-03-25 09:00")
    look, ending = stage.ledger.follow_plan(PLAN, at("2026-03-25 09:30"))
    assert ending is None
    assert look.at is not None
    assert look.at.date() == day("2026-03-27")
    assert stage.ledger.follow_plan(PLAN, at("2026-03-27 09:30"))[1] is t.PlanEnding.DEFAULTED
