"""What a transaction has asked it knows, and never longer than that is true."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
from sqlalchemy import Engine, bindparam, event, func, select, update
from sqlalchemy.orm import Session

from cobro.dunning.contact import Accepted, reference
from cobro.dunning.event import Reason
from cobro.ledger import tables as t
from cobro.ledger.asking import ask, find, find_all
from cobro.ledger.database import Database
from cobro.ledger.door import Closed
from cobro.ledger.locks import lock_customers
from cobro.ledger.work import Work
from cobro.rulebook import Rulebook
from tests.conftest import POLICIES
from tests.ledger.builders import COURTESY, EBRO, at, case, invoice, render
from tests.ledger.stage import NO_SHIFT, Stage

_HELD = select(func.max(t.Hold.until)).where(t.Hold.invoice_id == bindparam("invoice"))
_OF_NUMBER = select(t.Invoice).where(t.Invoice.number == bindparam("number"))
_ALL = select(t.Invoice).order_by(t.Invoice.number)
_SUNDAY, _MONDAY = dt.date(2026, 3, 8), dt.date(2026, 3, 9)


@contextmanager
def counted(engine: Engine) -> Iterator[list[str]]:
    """The statements that reach the database within the block."""
    found: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        found.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(engine, "before_cursor_execute", note)


@pytest.fixture
def brought(stage: Stage) -> t.Invoice:
    """An invoice in the ledger, and the event of a hold."""
    stage.bring(invoice())
    return stage.invoice()


def hold(session: Session, of: t.Invoice, until: dt.date) -> t.Hold:
    row = t.EventRow(
        creditor_id=EBRO,
        event_id=f"h-{until}",
        kind="hold_placed",
        body={},
        digest="",
        received_digest="",
        source="test",
        who="ana",
        recorded_at=at(COURTESY),
        status=t.EventStatus.APPLIED,
    )
    session.add(row)
    session.flush()
    held = t.Hold(invoice_id=of.id, event_id=row.id, until=until, reason=Reason.OTHER)
    session.add(held)
    return held


def held(session: Session, of: t.Invoice) -> dt.date | None:
    return ask(session, _HELD, {"invoice": of.id})[0][0]


def test_what_was_asked_is_not_asked_again(database: Database, brought: t.Invoice) -> None:
    with database.writing() as session, counted(database.engine) as statements:
        assert held(session, brought) is held(session, brought) is None
        assert find(session, _OF_NUMBER, {"number": "F-1"}) is find(session, _OF_NUMBER, {"number": "F-1"})
        assert find(session, _OF_NUMBER, {"number": "F-2"}) is None
        assert find_all(session, _ALL, {}) == find_all(session, _ALL, {})
        assert len([one for one in statements if one.startswith("SELECT")]) == 4


def test_what_was_written_is_seen(database: Database, brought: t.Invoice) -> None:
    with database.writing() as session:
        assert held(session, brought) is None
        row = hold(session, brought, _SUNDAY)
        assert held(session, brought) == _SUNDAY
        row.until = _MONDAY
        assert held(session, brought) == _MONDAY
        session.execute(update(t.Hold).values(until=_SUNDAY))
        assert held(session, brought) == _SUNDAY
        session.delete(row)
        assert held(session, brought) is None


def test_what_was_undone_is_not_known(database: Database, brought: t.Invoice) -> None:
    with database.writing() as session:
        work = Work(session=session, rules=Rulebook(POLICIES), now=at(COURTESY), who="ana")
        with suppress(LookupError), work.attempt():
            hold(session, brought, _SUNDAY)
            assert held(session, brought) == _SUNDAY
            raise LookupError
        assert held(session, brought) is None


def test_another_transaction_knows_nothing_of_it(database: Database, brought: t.Invoice) -> None:
    with database.writing() as session:
        assert held(session, brought) is None
    with database.writing() as session:
        hold(session, brought, _SUNDAY)
    with database.writing() as session:
        assert held(session, brought) == _SUNDAY


def test_under_the_locks_it_is_asked_anew(database: Database, brought: t.Invoice) -> None:
    with database.writing() as session:
        assert held(session, brought) is None
        if not database.is_sqlite:
            # Nobody else writes into a SQLite ledger at this moment.
            with database.writing() as other:
                hold(other, brought, _SUNDAY)
        lock_customers(session, EBRO, [brought.customer_id])
        assert held(session, brought) == (None if database.is_sqlite else _SUNDAY)


@pytest.mark.parametrize("invoices", [2, 12])
def test_a_turn_that_another_case_has_carried_asks_little(stage: Stage, database: Database, invoices: int) -> None:
    numbers = [f"F-{k}" for k in range(invoices)]
    stage.bring(*(invoice(number) for number in numbers))
    n = stage.move(COURTESY, numbers[1]).n
    message = stage.claimed(COURTESY, numbers[0])
    stage.settle(message, Accepted("sg-1"), COURTESY, numbers[0])
    with counted(database.engine) as statements:
        closed = stage.ledger.claim(case(numbers[1]), n, at(COURTESY), render, NO_SHIFT)
    assert isinstance(closed, Closed)
    assert closed.move is not None
    assert closed.move.n > n
    assert closed.move.came == f"merged {reference(message.contact)}"
    # Its episode, what is locked, what came of its step, and the case's facts; on SQLite the beginning too.
    assert len(statements) <= 12
