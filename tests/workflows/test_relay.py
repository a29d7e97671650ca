"""The relay: what cannot be delivered stays, says why, and holds up nobody else."""

from __future__ import annotations

from sqlalchemy import select

from cobro.dunning.parties import Book
from cobro.ledger import outbox
from cobro.ledger import tables as t
from tests.workflows.life import START, Life, customer, invoice


async def test_a_case_whose_policy_cannot_be_read_holds_up_nobody_else(life: Life) -> None:
    other = life.creditor.model_copy(update={"id": f"{life.creditor.id}-b"})
    life.house.ledger.register_creditor(other, START, who="test")
    book = Book(creditor=other.id, customers=(customer(),), invoices=(invoice("A-1"),))
    life.house.ledger.register_book(book, START, who="test")
    with life.house.ledger.writing() as session:
        broken = session.get_one(t.Creditor, other.id)
        broken.profile = {**broken.profile, "policy": "gone"}
    await life.bring_in(invoice("A-2"))
    assert (await life.handle("A-2").describe()).status is not None
    with life.house.ledger.reading() as session:
        waiting = outbox.waiting(session)
        problems = session.scalars(select(t.Outbox.problem).where(t.Outbox.delivered_at.is_(None))).all()
    assert [request.case.creditor for request in waiting if request.case] == [other.id]
    assert "policy" in (problems[0] or "")


async def test_delivering_again_starts_nothing_again(life: Life) -> None:
    await life.bring_in(invoice("A-1"))
    first = await life.handle().describe()
    with life.house.ledger.writing() as session:
        for row in session.scalars(select(t.Outbox)):
            row.delivered_at = None
    await life.deliver(START)
    assert (await life.handle().describe()).run_id == first.run_id


async def test_an_episode_whose_turn_has_not_come_is_not_taken_for_one_that_is_over(life: Life) -> None:
    await life.bring_in(invoice("A-1"))
    await life.stop_worker()  # so the run of the first episode goes on
    for _ in range(2):
        life.report("payment_received", START, amount="100.00", currency="EUR", booked=START.date())
        payment = f"e{len(life.events())}"
        life.report("payment_reversed", START, payment=payment, booked=START.date())
        # The second time, the second episode has been put off and is over, and the third one waits behind it.
        await life.deliver(START)
    await life.start_worker()
    await life.happened("EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED")
    await life.deliver(START)
    assert await (await life.handle().describe()).memo_value("episode", 0) == 3
