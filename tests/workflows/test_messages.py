"""Messages that come to Temporal directly: early, twice, out of order, malformed, or in the minute of a timer."""

from __future__ import annotations

import asyncio
import datetime as dt
from typing import Any

import pytest
from temporalio.client import WorkflowUpdateFailedError

from cobro.ledger.tables import TaskKind
from tests.workflows.life import DUE, START, Life, invoice

HOUR = dt.timedelta(hours=1)
PAID = {"id": "p1", "amount": "100.00", "currency": "EUR", "booked": DUE.isoformat()}


@pytest.mark.parametrize("payment_first", [True, False])
async def test_a_payment_in_the_task_of_the_timer_stops_the_reminder(life: Life, payment_first: bool) -> None:
    """Which branch a timed wait takes then depends on a flag of the SDK; the case reads the state again in either."""
    await life.bring_in(invoice("A-1"))
    await life.happened("EVENT_TYPE_TIMER_STARTED")
    at = life.move().at
    await life.stop_worker()
    if payment_first:
        # A message that waits for a worker holds the virtual clock: the last second passes by itself.
        await life.forward(life.handle().id, at - dt.timedelta(seconds=1))
        await life.handle().signal("payment_received", PAID)
        await life.happened("EVENT_TYPE_TIMER_FIRED")
    else:
        skipping = asyncio.create_task(life.forward(life.handle().id, at + HOUR))
        await life.happened("EVENT_TYPE_TIMER_FIRED")
        await life.handle().signal("payment_received", PAID)
        skipping.cancel()
    await life.start_worker()
    assert await life.ends() == "settled"
    assert life.mails() == []


async def test_messages_before_the_first_task_are_taken(life: Life) -> None:
    await life.stop_worker()
    await life.bring_in(invoice("A-1"))
    await life.handle().signal("wake")
    await life.handle().signal("payment_received", {**PAID, "amount": "30"})
    await life.handle().signal("payment_received", {**PAID, "id": "p2", "amount": "70"})
    await life.start_worker()
    assert await life.ends() == "settled"
    assert life.events() == {"p1": "applied", "p2": "applied"}


async def test_a_repeated_message_changes_nothing_and_a_reversal_may_come_before_its_payment(life: Life) -> None:
    await life.bring_in(invoice("A-1"))
    part = {**PAID, "amount": "40"}
    await life.handle().signal("payment_reversed", {"id": "r1", "payment": "p1", "booked": DUE.isoformat()})
    await life.until(lambda: life.events() == {"r1": "kept"})
    await life.handle().signal("payment_received", part)
    await life.handle().signal("payment_received", part)
    await life.until(lambda: life.events() == {"r1": "applied", "p1": "applied"})
    answer = await life.handle().execute_update("record", {**part, "kind": "payment_received"})
    assert answer["verdict"] == "repeated"
    await life.walk()
    assert "100,00" in life.mails()[0].read_text()


@pytest.mark.parametrize(
    "message",
    [
        {"id": "x", "amount": "-5", "currency": "EUR", "booked": "2026-03-06"},
        {"id": "x", "amount": "5", "currency": "EUR", "booked": "2026-03-06", "iban": "ES91"},
        {"amount": "5"},
        "not even an object",
        ["a", "list"],
        None,
    ],
)
async def test_a_malformed_message_is_kept_for_a_person_and_stops_nothing(life: Life, message: Any) -> None:
    await life.bring_in(invoice("A-1"))
    await life.handle().signal("payment_received", message)
    await life.until(lambda: list(life.events().values()) == ["kept"])
    await life.walk()
    assert life.steps() == ["courtesy"]


async def test_an_update_gets_the_ledgers_answer(life: Life) -> None:
    await life.bring_in(invoice("A-1"))
    promise = {"id": "pr", "kind": "promise_made", "amount": "500", "currency": "EUR", "pay_by": "2026-03-10"}
    refused = await life.handle().execute_update("record", promise)
    assert refused["verdict"] == "refused"
    assert "100.00 EUR" in refused["reason"]
    taken = await life.handle().execute_update("record", {**promise, "id": "pr2", "amount": "100"})
    assert taken["verdict"] == "applied"
    with pytest.raises(WorkflowUpdateFailedError):
        await life.handle().execute_update("record", {"id": "", "kind": "payment_received"})
    with pytest.raises(WorkflowUpdateFailedError):
        await life.handle().execute_update("record", {**PAID, "kind": "payment_received", "colour": "red"})
    assert life.events() == {"pr2": "applied"}


@pytest.mark.parametrize(
    ("signal", "message", "ending"),
    [
        ("credit_issued", {"id": "c", "amount": "100", "currency": "EUR", "issued": "2026-03-06"}, "settled"),
        ("handoff_decided", {"id": "h", "to": "legal"}, "legal_handoff"),
        ("written_off", {"id": "w"}, "written_off"),
        ("cancelled", {"id": "x"}, "cancelled"),
        (
            "plan_agreed",
            {"id": "pl", "currency": "EUR", "instalments": [{"due": "2026-03-20", "amount": "100"}]},
            "payment_plan",
        ),
    ],
)
async def test_each_signal_reaches_the_ledger(life: Life, signal: str, message: dict[str, Any], ending: str) -> None:
    await life.bring_in(invoice("A-1"))
    await life.handle().signal(signal, message)
    await life.until(lambda: life.move().n > 1)
    if life.move().step == "plan-confirmed-1":
        await life.walk()
    assert await life.ends() == ending


async def test_silences_by_signal(life: Life) -> None:
    await life.bring_in(invoice("A-1"))
    await life.handle().signal("hold", {"id": "1", "until": "2026-04-01"})
    await life.handle().signal("resume", {"id": "2"})
    await life.handle().signal("dispute_opened", {"id": "3", "reason": "work"})
    await life.handle().signal("dispute_resolved", {"id": "4"})
    await life.handle().signal(
        "promise_made", {"id": "5", "amount": "100", "currency": "EUR", "pay_by": "2026-03-12", "form": "transfer"}
    )
    await life.until(lambda: len(life.events()) == 5)
    assert set(life.events().values()) == {"applied"}
    assert life.move().step == "promise-confirmed-1"


async def test_a_reply_by_signal_silences_until_it_is_handled(life: Life) -> None:
    await life.bring_in(invoice("A-1"))
    await life.handle().signal("reply_received", {"id": "r"})
    await life.until(lambda: life.move().do == "look")
    task = life.task(TaskKind.REPLY)
    assert task is not None
    await life.handle().signal("reply_handled", {"id": "h", "task": task.id})
    await life.until(lambda: life.move().step == "courtesy")
    assert life.events() == {"r": "applied", "h": "applied"}


async def test_cancelling_the_workflow_cancels_the_case_in_the_ledger(life: Life) -> None:
    await life.bring_in(invoice("A-1"))
    await life.until(lambda: life.move().n == 1)
    await life.handle().cancel()
    assert await life.ends() == "cancelled"
    assert life.move().ending == "cancelled"


async def test_cancelling_the_workflow_loses_no_message_that_came_before(life: Life) -> None:
    await life.bring_in(invoice("A-1"))
    await life.happened("EVENT_TYPE_TIMER_STARTED")
    await life.stop_worker()
    await life.handle().signal("payment_received", {**PAID, "amount": "40"})
    await life.handle().signal("payment_received", {**PAID, "id": "p2", "amount": "10"})
    await life.handle().cancel()
    await life.start_worker()
    assert await life.ends() == "cancelled"
    assert life.events()["p1"] == life.events()["p2"] == "applied"


async def test_a_signal_cannot_reach_into_another_creditors_books(life: Life) -> None:
    await life.bring_in(invoice("A-1"))
    await life.handle().signal("payment_received", {**PAID, "creditor": "somebody-else"})
    assert await life.ends() == "settled"


async def test_money_for_a_case_that_has_ended_is_taken(life: Life) -> None:
    await life.bring_in(invoice("A-1"))
    await life.tell("written_off", START + HOUR)
    assert await life.ends() == "written_off"
    answer = await life.tell("payment_received", START + 2 * HOUR, **PAID)
    assert answer.verdict == "applied"
