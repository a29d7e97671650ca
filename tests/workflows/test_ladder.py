"""The ladder, walked on the real server."""

from __future__ import annotations

import datetime as dt

from cobro.ledger.tables import TaskKind
from tests.workflows.life import DUE, START, Life, invoice

HOUR = dt.timedelta(hours=1)


async def test_a_silent_customer_is_reminded_called_and_handed_over(life: Life) -> None:
    await life.bring_in(invoice("A-1"))
    for call in ("week-2-call", "week-4-call"):
        await life.walk_to(call)
        await life.walk()
        for _ in range(3):
            task = life.task(TaskKind.CALL)
            assert task is not None
            await life.call("no_answer", dt.datetime.combine(task.due, dt.time(8), tzinfo=dt.UTC))
    await life.until(lambda: life.task(TaskKind.DECISION) is not None)
    await life.tell("handoff_decided", life.move().at - HOUR, to="legal")
    assert await life.ends() == "legal_handoff"
    assert life.steps() == ["courtesy", "week-1", "week-2-call", "week-3", "week-4-call"]
    assert [path.suffix for path in (life.house.settings.home / "handed-over").iterdir()] == [".zip"]


async def test_a_payment_before_the_first_move_ends_the_case_without_a_word(life: Life) -> None:
    await life.bring_in(invoice("A-1"))
    await life.tell("payment_received", START + HOUR, amount="100.00", currency="EUR", booked=DUE)
    assert await life.ends() == "settled"
    assert life.mails() == []
