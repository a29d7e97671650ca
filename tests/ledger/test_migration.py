"""A ledger of the first revision, with a life in it, becomes one of the newest: nothing is lost, and it goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import MetaData, text
from sqlalchemy.exc import IntegrityError

from cobro.ledger import schema
from cobro.ledger import tables as t
from cobro.ledger.database import Database
from cobro.ledger.ledger import Ledger
from cobro.rulebook import Rulebook
from tests.ledger.builders import (
    CALL,
    COURTESY,
    EBRO,
    FRIENDLY,
    IMPORTED,
    ROOT,
    at,
    book,
    called,
    credit,
    day,
    event,
    invoice,
    payment,
    plan,
    promise,
    reversal,
)
from tests.ledger.stage import Stage
from tests.ledger.test_schema import _described

Rows = dict[str, list[dict[str, Any]]]
WORDS = {"a note": "Ñandú \u0000 'quoted'"}


def live(stage: Stage) -> None:
    """Everything that a ledger of the first revision could hold."""
    stage.bring(*(invoice(f"F-{number}", of=f"C-{number}") for number in range(1, 7)))
    stage.contact(COURTESY)
    stage.contact(FRIENDLY)
    stage.claimed(CALL)
    stage.tell(called(stage.task("call").id, "no_answer"), CALL)
    stage.tell(payment("P-1", "130"), CALL)
    stage.tell(reversal("P-1"), CALL)
    stage.tell(payment("P-2", "20", "F-2"), CALL)
    stage.tell(promise("2026-03-20", "50", invoices=("F-2",)), CALL)
    stage.tell(plan(("2026-04-01", "100"), invoices=("F-3",)), CALL)
    stage.tell(event("dispute_opened", invoice="F-4", reason="goods"), CALL)
    stage.tell(event("hold_placed", invoice="F-4", until=day("2026-03-25")), CALL)
    stage.tell(event("reply_received", invoice="F-5"), CALL)
    stage.tell(event("reply_handled", task=stage.task("reply").id), CALL)
    stage.tell(event("written_off", invoice="F-5"), CALL)
    stage.tell(credit("N-1", "130", "F-6"), CALL)
    stage.tell(payment("P-9", "20", "F-9"), CALL)
    stage.tell(payment("P-8", "20", "F-8"), CALL)
    stage.ledger.dismiss(EBRO, "P-8", "another firm's", at(CALL), who="ana")
    stage.ledger.keep_unreadable(EBRO, "u/1", WORDS, "kind: missing", at(CALL), who="cobro", source="signal")


@pytest.fixture
def old(stage: Stage, database: Database, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Database]:
    """A database of the first revision with the rows of that life."""
    live(stage)
    url = f"sqlite:///{tmp_path / 'old.db'}" if database.is_sqlite else request.getfixturevalue("empty_postgresql")
    found = Database(url)
    try:
        go(found, command.upgrade)
        copy(database, found)
        yield found
    finally:
        found.close()


def go(database: Database, which_way: Callable[[Config, str], None]) -> None:
    """Migrate to the first revision, forwards or backwards."""
    engine = database.engine.execution_options(writes=True)
    with engine.connect() as connection, schema._unbound(database, connection), connection.begin():
        which_way(schema._config(connection), "0001")


def reflected(connection: Any) -> MetaData:
    found = MetaData()
    found.reflect(connection)
    return found


def rows_of(connection: Any) -> Rows:
    return {
        table.name: [dict(row) for row in connection.execute(table.select().order_by(*table.primary_key)).mappings()]
        for table in reflected(connection).sorted_tables
        if table.name != "alembic_version"
    }


def rows(database: Database) -> Rows:
    """Every row of every table that there is, by its columns."""
    with database.engine.connect() as connection:
        return rows_of(connection)


def copy(source: Database, target: Database) -> None:
    there = rows(source)
    with target.engine.execution_options(writes=True).begin() as connection:
        for table in reflected(connection).sorted_tables:
            for row in there.get(table.name, ()):
                values = {c.name: row[c.name] for c in table.columns if row[c.name] is not None}
                connection.execute(table.insert().values(values))
            if not target.is_sqlite and "id" in table.columns and table.columns["id"].type.python_type is int:
                newest = f"(SELECT max(id) FROM {table.name})"
                connection.execute(text(f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), {newest})"))


def of(present: Rows, before: Rows) -> Rows:
    """What is left of the columns and tables that there were before."""
    return {
        name: [{column: row[column] for column in some[0]} for row in present[name]] if some else present[name]
        for name, some in before.items()
    }


def test_a_life_holds_a_row_of_each_table_that_matters(old: Database) -> None:
    filled = {name for name, some in rows(old).items() if some}
    assert filled == {table.name for table in t.Base.metadata.sorted_tables if table.name in rows(old)} - {"hand_overs"}


def test_every_row_is_kept_as_it_was(old: Database) -> None:
    before = rows(old)
    schema.migrate(old)
    after = rows(old)
    assert of(after, before) == before
    for row in after["events"]:
        assert row["received_digest"] == row["digest"]
        assert row["applied_at"] == (row["recorded_at"] if row["status"] == "applied" else None)
        assert (row["private"], row["replaced"], row["undone_by"]) == (None, None, None)


def test_what_there_is_is_found_by_the_invoice_that_it_names(old: Database) -> None:
    schema.migrate(old)
    named = {row["event_id"]: row["about"] for row in rows(old)["events"]}
    expected = {"P-1": "F-1", "R-P-1": "F-1", "V-1": "F-2", "L-1": "F-3", "P-9": "F-9", "T-1": None, "u/1": None}
    assert {event_id: named[event_id] for event_id in expected} == expected


@pytest.fixture
def going_on(old: Database) -> Stage:
    """The old ledger after its migration."""
    schema.migrate(old)
    return Stage(Ledger(old, Rulebook(ROOT / "policies")))


def test_an_older_ledger_goes_on(going_on: Stage) -> None:
    assert going_on.tell(payment("P-2", "20", "F-2"), CALL).verdict == "repeated"
    assert going_on.comes(reversal("P-1", "R-2"), CALL).reason == "payment P-1 was reversed before"
    assert going_on.comes(reversal("P-2", number="F-2"), CALL).status is t.EventStatus.APPLIED
    assert going_on.open("F-2") == "100.00 EUR"
    going_on.ledger.register_book(book(invoice("F-9", of="C-9")), at(CALL), who="ana")
    assert going_on.open("F-9") == "80.00 EUR"
    assert going_on.direct("N-1", "F-2", CALL) == "30.00 EUR on F-2"
    assert going_on.undo("written_off", CALL).verdict == "applied"
    assert going_on.endings("F-5") == ["written_off", None]
    assert all(going_on.told(f"F-{number}") for number in range(1, 7))


def test_whoever_has_a_customer_s_open_tasks_keeps_the_customer(going_on: Stage) -> None:
    owners = {(row.customer_id, row.role.value): row.owner for row in going_on.rows(t.Task) if row.closed_at is None}
    assert owners
    assert {(row.customer_id, row.seniority.value): row.name for row in going_on.rows(t.Assignment)} == owners


@pytest.mark.parametrize("table", ["events", "tasks", "contacts", "promises"])
def test_what_others_refer_to_cannot_be_deleted(going_on: Stage, old: Database, table: str) -> None:
    with pytest.raises(IntegrityError), old.writing() as session:
        session.execute(text(f"DELETE FROM {table}"))


def test_the_migrated_schema_is_that_of_a_new_ledger(going_on: Stage, old: Database, database: Database) -> None:
    assert _described(old) == _described(database)


def test_going_back_keeps_what_the_first_revision_knows(old: Database) -> None:
    before, first = rows(old), _described(old)
    schema.migrate(old)
    going_on = Stage(Ledger(old, Rulebook(ROOT / "policies")))
    going_on.receive(payment("P-5", "10", "F-2"), now=IMPORTED)
    match(old)
    go(old, command.downgrade)
    after = rows(old)
    new = after["events"].pop()
    assert (new["event_id"], new["status"], new["reason"]) == ("P-5", "kept", "not applied yet")
    assert after == before
    assert _described(old) == first
    schema.migrate(old)
    assert of(rows(old), before)["tasks"] == before["tasks"]


def match(database: Database) -> None:
    """Money of the bank that waits for a person, which the first revision does not know."""
    came = at(CALL)
    with database.writing() as session:
        task = t.Task(
            creditor_id=EBRO, customer_id=1, kind=t.TaskKind.MATCH, state=t.TaskState.OPEN, goal="whose money is it",
            owner="ana", role="senior", opened_at=came, due=day("2026-03-18"),
        )  # fmt: skip
        account = t.BankAccount(creditor_id=EBRO, iban="ES9121000418450200051332")
        file = t.BankFile(creditor_id=EBRO, name="x", digest="0" * 64, source="cli", who="ana", read_at=came)
        session.add_all([task, account, file])
        session.flush()
        session.add(t.TaskInvoice(task_id=task.id, invoice_id=1))
        session.add(
            t.BankMovement(
                creditor_id=EBRO, account_id=account.id, file_id=file.id, kind="camt.053", booked=day("2026-03-16"),
                value=day("2026-03-16"), minor=100, currency="EUR", credit=True, reversal=False, is_fee=False,
                concept="", bank_reference="", end_to_end="", references=[], text="", payer_name="", payer_iban="",
                line="1", state=t.MovementState.WAITING, reason="", proposals=[], customer_id=1, task_id=task.id,
                came_at=came,
            )
        )  # fmt: skip
