"""What the database itself refuses, whoever writes to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import func, insert, select, update
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.orm import Session

from cobro.dunning.contact import Channel, ContactClass, ContactState
from cobro.dunning.move import Ending, Role
from cobro.ledger import tables as t
from cobro.ledger.database import Database
from tests.ledger.builders import COURTESY, EBRO, at, day, event, invoice, payment
from tests.ledger.stage import Stage

Write = Callable[[Session], Any]


def contact(session: Session, number: str, on: str = "2026-03-03", **changes: Any) -> Any:
    values: dict[str, Any] = {
        "id": number,
        "creditor_id": EBRO,
        "customer_id": 1,
        "contact_class": ContactClass.DUNNING,
        "channel": Channel.EMAIL,
        "state": ContactState.SENT,
        "local_day": day(on),
        "claimed_at": at(COURTESY),
        "episode_id": 1,
        "n": 9,
        "policy": "four-weeks",
        "policy_version": 1,
    }
    session.add(t.Contact(**values | changes))
    session.flush()


def step(session: Session, attempt: int, *, live: bool) -> Any:
    first = session.scalars(select(t.Contact.id)).one()
    return session.execute(
        insert(t.ContactStep).values(
            contact_id=first, invoice_id=1, episode_id=1, step="courtesy", attempt=attempt, live=live
        )
    )


def call(session: Session, customer: int) -> Any:
    values = {"kind": t.TaskKind.CALL, "state": t.TaskState.OPEN, "role": Role.JUNIOR, "goal": "ask-why"}
    about = {"creditor_id": EBRO, "customer_id": customer, "owner": "Irene", "opened_at": at(COURTESY)}
    return session.execute(insert(t.Task).values(**values, **about, due=day("2026-03-10")))


def episode(session: Session, k: int, ending: Ending | None = None, **changes: Any) -> Any:
    values = {"invoice_id": 1, "k": k, "opened_at": at(COURTESY), "opened_for": "test", "ending": ending}
    return session.execute(insert(t.Episode).values(**values | changes))


def link(session: Session, seq: int) -> Any:
    hashes = {"digest": "0" * 64, "previous": "0" * 64, "hash": "0" * 64}
    return session.execute(insert(t.Evidence).values(invoice_id=1, seq=seq, at=at(COURTESY), kind="test", **hashes))


def applied(session: Session, minor: int) -> Any:
    return session.execute(update(t.Invoice).values(applied_minor=minor))


def two_calls(session: Session) -> Any:
    call(session, 1)
    return call(session, 1)


WRONG: dict[str, Write] = {
    "a second dunning contact on a day": lambda s: contact(s, "c-2"),
    "a second one that is only on its way": lambda s: contact(s, "c-2", state=ContactState.SENDING),
    "a second one whose outcome is unknown": lambda s: contact(s, "c-2", state=ContactState.UNKNOWN),
    "a second live contact for a step": lambda s: step(s, 2, live=True),
    "a second contact with one attempt": lambda s: step(s, 1, live=False),
    "a second open call": two_calls,
    "more applied than was asked": lambda s: applied(s, 10_001),
    "less applied than nothing": lambda s: applied(s, -1),
    "a second open episode": lambda s: episode(s, 2),
    "the same episode twice": lambda s: episode(s, 1, Ending.SETTLED, ended_at=at(COURTESY), ended_by="ana"),
    "an ending at no time": lambda s: episode(s, 2, Ending.SETTLED, ended_by="ana"),
    "an ending by nobody": lambda s: episode(s, 2, Ending.SETTLED, ended_at=at(COURTESY)),
    "an unknown ending": lambda s: s.connection().exec_driver_sql("UPDATE episodes SET ending = 'vanished'"),
    "a second link of one number": lambda s: link(s, 1),
    "the same invoice twice": lambda s: s.execute(
        insert(t.Invoice).from_select(
            [column for column in t.Invoice.__table__.columns if column.name != "id"],
            select(*(column for column in t.Invoice.__table__.columns if column.name != "id")),
        )
    ),
    "an invoice of another creditor's customer": lambda s: s.execute(update(t.Invoice).values(creditor_id="other")),
    "credit that is less than nothing": lambda s: s.execute(update(t.EventRow).values(unapplied_minor=-1)),
    "the same event twice": lambda s: s.execute(update(t.EventRow).values(event_id="P-1")),
    "an allocation of nothing": lambda s: s.execute(update(t.Allocation).values(minor=0)),
}


@pytest.fixture
def reminded(stage: Stage) -> Stage:
    """One invoice that was reminded and partly paid, and another creditor with nothing."""
    stage.bring(invoice())
    stage.contact(COURTESY)
    stage.tell(payment(amount="10"), COURTESY)
    stage.tell(payment("P-2", amount="10"), COURTESY)
    with stage.ledger.writing() as session:
        session.add(t.Creditor(id="other", profile={}))
    return stage


def test_the_database_refuses(reminded: Stage, subtests: pytest.Subtests) -> None:
    with reminded.ledger.writing() as session:
        for wrong, write in WRONG.items():
            with subtests.test(wrong), pytest.raises(IntegrityError), session.begin_nested():
                write(session)


RIGHT: dict[str, Write] = {
    "a contact on the next day": lambda s: contact(s, "c-2", "2026-03-04"),
    "a contact that was released": lambda s: contact(s, "c-2", state=ContactState.RELEASED),
    "a contact that is owed": lambda s: contact(s, "c-2", contact_class=ContactClass.OWED),
    "another attempt that is over": lambda s: step(s, 2, live=False),
    "everything applied": lambda s: applied(s, 10_000),
}


def test_the_database_takes(reminded: Stage, subtests: pytest.Subtests) -> None:
    with reminded.ledger.writing() as session:
        for right, write in RIGHT.items():
            with subtests.test(right), session.begin_nested() as attempt:
                write(session)
                attempt.rollback()


def test_a_moment_without_a_zone_is_refused(reminded: Stage) -> None:
    naive = dt.datetime(2026, 3, 3, 10, 30)  # noqa: DTZ001
    with reminded.ledger.writing() as session, pytest.raises(StatementError, match="no time zone"):
        session.execute(update(t.Invoice).values(imported_at=naive))


def test_moments_come_back_in_utc(reminded: Stage) -> None:
    (found,) = {row.imported_at.tzinfo for row in reminded.rows(t.Invoice)}
    assert found is dt.UTC


def test_a_transaction_that_fails_leaves_nothing(database: Database) -> None:
    def fails() -> None:
        with database.writing() as session:
            session.add(t.Creditor(id="other", profile={}))
            session.flush()
            raise RuntimeError("broken")

    with pytest.raises(RuntimeError):
        fails()
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(t.Creditor)) == 0


def test_a_dispute_of_nothing_is_refused(reminded: Stage) -> None:
    reminded.tell(event("dispute_opened"), COURTESY)
    with reminded.ledger.writing() as session, pytest.raises(IntegrityError), session.begin_nested():
        session.execute(update(t.Dispute).values(minor=0))
