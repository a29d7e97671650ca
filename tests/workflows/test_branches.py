"""Every branch of a case, each walked on the real server: what the customer gets, and how the episode ends."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from cobro.dunning.answer import Verdict
from cobro.ledger.tables import TaskKind
from tests.workflows.life import DUE, START, Life, customer, invoice

HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
PAID: dict[str, Any] = {"amount": "100.00", "currency": "EUR", "booked": DUE}


async def test_a_payment_before_the_first_move_ends_the_case_without_a_word(life: Life) -> None:
    await life.bring_in(invoice("A-1"))
    await life.tell("payment_received", START + HOUR, **PAID)
    assert await life.ends() == "settled"
    assert life.mails() == []


async def test_a_part_payment_neither_skips_nor_repeats_a_level(life: Life) -> None:
    await life.bring_in(invoice("A-1"))
    row = await life.walk_to("week-1")
    await life.tell("payment_received", row.at - DAY, amount="40.00", currency="EUR", booked=DUE)
    await life.walk_to("week-2-call")
    assert life.steps() == ["courtesy", "week-1"]
    assert "Importe pendiente: 60,00" in life.mails()[-1].read_text()


async def test_a_kept_promise_is_followed_by_silence_and_an_end(life: Life) -> None:
    await life.bring_in(invoice("A-1"))
    row = await life.walk_to("week-1")
    pay_by = (row.at + DAY).date()
    await life.tell("promise_made", row.at - DAY, None, invoices=["A-1"], amount="100", currency="EUR", pay_by=pay_by)
    await life.tell("payment_received", row.at + DAY, **PAID)
    assert await life.ends() == "settled"
    assert life.steps() == ["courtesy", "promise-confirmed-1"]
    assert "X-Cobro-Letter: promise-confirmed" in life.mails()[-1].read_text()


async def test_a_broken_promise_is_brought_to_mind_at_once_and_the_ladder_goes_on_where_it_was(life: Life) -> None:
    await life.bring_in(invoice("A-1"))
    row = await life.walk_to("week-1")
    pay_by = (row.at + DAY).date()
    await life.tell("promise_made", row.at - DAY, None, invoices=["A-1"], amount="100", currency="EUR", pay_by=pay_by)
    await life.walk_to("week-1")
    assert life.steps() == ["courtesy", "promise-confirmed-1", "broken-promise-1"]
    await life.walk()
    assert life.steps()[3] == "week-1"
    assert (life.days()[3] - life.days()[2]).days >= 6


async def test_a_dispute_silences_and_its_resolution_brings_the_same_step_back(life: Life) -> None:
    await life.bring_in(invoice("A-1"))
    row = await life.walk_to("week-1")
    await life.tell("dispute_opened", row.at - DAY, reason="goods")
    await life.walk()
    assert life.steps() == ["courtesy"]
    assert life.task(TaskKind.DISPUTE)
    await life.tell("dispute_resolved", row.at + 2 * DAY)
    assert life.move().step == "week-1"
    await life.walk_to("week-2-call")
    assert life.steps() == ["courtesy", "week-1"]
    assert life.task(TaskKind.DISPUTE) is None


async def test_a_hold_silences_until_its_day_and_can_be_lifted(life: Life) -> None:
    await life.bring_in(invoice("A-1"))
    row = await life.walk_to("week-1")
    await life.tell("hold_placed", row.at - DAY, until=(row.at + 20 * DAY).date())
    await life.forward(life.handle().id, row.at + 2 * DAY)
    assert life.steps() == ["courtesy"]
    await life.tell("hold_released", row.at + 3 * DAY)
    await life.walk_to("week-2-call")
    assert life.days()[1] < (row.at + 20 * DAY).date()


async def test_a_call_that_brings_a_plan_ends_in_a_plan_that_is_kept(life: Life) -> None:
    await life.bring_in(invoice("A-1"))
    await life.walk_to("week-2-call")
    called = await life.walk()
    now = called.at - 5 * DAY
    await life.call("spoke", now, reason="no_funds")
    parts: list[dict[str, Any]] = [{"due": (now + n * 10 * DAY).date(), "amount": "50"} for n in (1, 2)]
    await life.tell("plan_agreed", now + HOUR, None, invoices=["A-1"], currency="EUR", instalments=parts)
    assert await life.ends() == "payment_plan"
    for n in (1, 2):
        paid: dict[str, Any] = {"amount": "50", "currency": "EUR", "booked": DUE}
        await life.tell("payment_received", now + n * 10 * DAY, **paid)
    plan = life.client.get_workflow_handle(f"plan/{life.creditor.id}/1")
    assert await plan.result() == "completed"


async def test_a_plan_in_default_returns_the_case_to_the_step_it_left(life: Life) -> None:
    await life.bring_in(invoice("A-1"))
    row = await life.walk_to("week-1")
    parts: list[dict[str, Any]] = [{"due": row.at.date(), "amount": "100"}]
    await life.tell("plan_agreed", row.at - DAY, None, invoices=["A-1"], currency="EUR", instalments=parts)
    await life.walk()
    assert await life.ends() == "payment_plan"
    default = row.at + 4 * DAY
    await life.forward(f"plan/{life.creditor.id}/1", default)
    await life.client.get_workflow_handle(f"plan/{life.creditor.id}/1").result()
    await life.deliver(default)
    assert life.move().step == "week-1"
    await life.walk()
    assert life.steps() == ["courtesy", "plan-confirmed-1", "week-1"]


async def test_a_returned_debit_opens_the_next_episode_as_a_new_run(life: Life) -> None:
    await life.bring_in(invoice("A-1"))
    await life.tell("payment_received", START + HOUR, id="pay-1", **PAID)
    first = await life.handle().describe()
    assert await life.ends() == "settled"
    back = START + 6 * DAY
    await life.tell("payment_reversed", back, payment="pay-1", booked=DUE)
    second = await life.handle().describe()
    assert second.run_id != first.run_id
    await life.walk()
    assert life.steps() == ["courtesy"]


@pytest.mark.parametrize(
    ("kind", "ending"), [("written_off", "written_off"), ("cancelled", "cancelled"), ("credit_issued", "settled")]
)
async def test_a_creditor_can_end_a_case(life: Life, kind: str, ending: str) -> None:
    await life.bring_in(invoice("A-1"))
    await life.walk_to("week-1")
    more: dict[str, Any] = {"amount": "100", "currency": "EUR", "issued": DUE} if kind == "credit_issued" else {}
    await life.tell(kind, life.move().at - HOUR, **more)
    assert await life.ends() == ending
    assert life.steps() == ["courtesy"]


async def test_an_agency_can_take_the_case(life: Life) -> None:
    await life.bring_in(invoice("A-1"))
    await life.tell("handoff_decided", START + HOUR, to="agency")
    assert await life.ends() == "agency_handoff"


async def test_a_dispute_after_the_decision_stops_the_hand_over(life: Life) -> None:
    await life.bring_in(invoice("A-1"))
    assert life.house.ledger.stop(life.creditor.id, None, START, who="test")
    await life.tell("handoff_decided", START + HOUR, to="legal")
    await life.tell("dispute_opened", START + 2 * HOUR, reason="goods")
    assert life.house.ledger.go(life.creditor.id, None, START + 3 * HOUR, who="test")
    await life.deliver(START + 3 * HOUR)
    await life.walk()
    assert not (life.house.settings.home / "handed-over").exists()
    await life.tell("dispute_resolved", life.move().at)
    assert await life.ends() == "legal_handoff"


async def test_two_invoices_of_one_customer_due_on_one_day_are_one_message(life: Life) -> None:
    await life.bring_in(invoice("A-1"), invoice("A-2", amount="50.00"))
    await life.walk("A-1")
    await life.walk_to("week-1", "A-2")
    assert len(life.mails()) == 1
    assert life.steps("A-1") == life.steps("A-2") == ["courtesy"]


async def test_a_customer_without_an_address_becomes_a_task_and_loses_no_step(life: Life) -> None:
    await life.bring_in(invoice("A-1"), customers=(customer(email=None),))
    await life.walk()
    task = life.task(TaskKind.REPAIR)
    assert task is not None
    assert life.steps() == []
    now = life.move().at - HOUR
    life.house.ledger.mend(life.creditor.id, task.id, now, who="test", email="neu@k-1.example", phone=None)
    await life.deliver(now)
    await life.walk_to("week-1")
    assert life.steps() == ["courtesy"]
    assert "neu@k-1.example" in life.mails()[0].read_text()


async def test_stop_silences_a_whole_creditor_while_money_still_comes_in(life: Life) -> None:
    await life.bring_in(invoice("A-1"), invoice("A-2", amount="50.00"))
    assert life.house.ledger.stop(life.creditor.id, None, START + HOUR, who="test")
    await life.walk("A-1")
    assert life.mails() == []
    answer = await life.tell("payment_received", life.move("A-1").at, **PAID)
    assert answer.verdict is Verdict.APPLIED
    now = life.move("A-2").at
    assert life.house.ledger.go(life.creditor.id, None, now, who="test")
    await life.deliver(now)
    await life.walk_to("week-1", "A-2")
    assert life.steps("A-2") == ["courtesy"]
    assert life.steps("A-1") == []
