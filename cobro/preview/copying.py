"""A copy of what the ledger knows of one creditor, in memory, to be worked on instead of the ledger."""

from __future__ import annotations

from functools import cache

from sqlalchemy import ColumnElement, Table, null, select, true
from sqlalchemy.orm import Session

from cobro.ledger import tables as t
from cobro.ledger.database import Database

_AT_ONCE = 1000
_HEAVY = (t.Contact.__table__.c.content, t.Paper.__table__.c.content)
"""What left and what came, byte for byte: no decision asks for it."""
_NOT_COPIED = (t.Outbox.__tablename__,)
"""What the relay is asked for: no relay works for the copy."""


def copy_of(session: Session, creditor: str) -> Database:
    """A database in memory with the creditor's rows, as one reading session sees them. The caller closes it."""
    copy = Database("sqlite://")
    t.Base.metadata.create_all(copy.engine)
    with copy.writing() as into:
        for table in t.Base.metadata.sorted_tables:
            if table.name in _NOT_COPIED:
                continue
            columns = [null().label(column.name) if column in _HEAVY else column for column in table.columns]
            rows = session.execute(select(*columns).where(_of(table, creditor)).execution_options(yield_per=_AT_ONCE))
            for some in rows.mappings().partitions():
                into.execute(table.insert(), [dict(row) for row in some])
    return copy


def _of(table: Table, creditor: str) -> ColumnElement[bool]:
    """Whether a row is the creditor's: it says so itself, or refers to a row that is."""
    if table.name == t.Creditor.__tablename__:
        return table.c.id == creditor
    if "creditor_id" in table.c:
        return table.c.creditor_id == creditor
    for key in table.foreign_keys:
        if not key.parent.nullable and _belongs(key.column.table):
            return key.parent.in_(select(key.column).where(_of(key.column.table, creditor)))
    return true()


@cache
def _belongs(table: Table) -> bool:
    """Whether each row of a table is some creditor's."""
    if table.name == t.Creditor.__tablename__ or "creditor_id" in table.c:
        return True
    return any(not key.parent.nullable and _belongs(key.column.table) for key in table.foreign_keys)
