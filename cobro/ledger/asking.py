"""Asking for columns and not for entities, and for nothing twice: what a transaction has read it knows, until it
writes into a table that the answer came from.

The connection is asked and not the session, which takes twice as long.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeVar, TypeVarTuple

from sqlalchemy import ClauseElement, ColumnElement, Connection, Engine, Row, event, literal_column
from sqlalchemy.orm import Session
from sqlalchemy.sql.selectable import TypedReturnsRows
from sqlalchemy.sql.util import find_tables

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

_KNOWN = "known"

_tables: dict[ClauseElement, frozenset[str]] = {}
"""By statement, for those that are built once: the tables that its answer comes from."""


def ask(session: Session, statement: TypedReturnsRows[*Ts], about: Mapping[str, Any]) -> Sequence[Row[*Ts]]:
    """The rows of a statement that was built once and names columns only."""
    return _known(session, statement, about, lambda: session.connection().execute(statement, about).all())


def find(session: Session, statement: TypedReturnsRows[T], about: Mapping[str, Any]) -> T | None:
    """The first entity that a statement finds which was built once and names one entity, or None."""
    return _known(session, statement, about, lambda: session.scalars(statement, about).first())


def find_all(session: Session, statement: TypedReturnsRows[T], about: Mapping[str, Any]) -> Sequence[T]:
    """The entities that a statement finds which was built once and names one entity. Lists are given as tuples."""
    return _known(session, statement, about, lambda: session.scalars(statement, about).all())


def forget(session: Session) -> None:
    """Ask anew: under locks, what was read before them may be old."""
    session.connection().info[_KNOWN].clear()


def spelled(value: StrEnum) -> ColumnElement[str]:
    """A value of ours that stands in the text of a statement.

    SQLite prepares a statement anew at each use where a bound value decides whether a partial index serves it.
    """
    return literal_column(f"'{value.value}'")


def keep_in_mind(engine: Engine) -> None:
    """Let the transactions of a database know what they have asked, and forget it where they write."""
    event.listen(engine, "begin", _begin)
    event.listen(engine, "before_execute", _before_execute)
    event.listen(engine, "rollback_savepoint", _rollback_savepoint)


def _known(session: Session, statement: ClauseElement, about: Mapping[str, Any], read: Callable[[], T]) -> T:
    tables = _of(statement)
    if session.autoflush and _waits(session, tables):
        session.flush()
    known: dict[Any, tuple[frozenset[str], T]] = session.connection().info[_KNOWN]
    key = (statement, *about.values())
    found = known.get(key)
    if found is None:
        found = known[key] = (tables, read())
    return found[1]


def _waits(session: Session, tables: frozenset[str]) -> bool:
    """Whether something is changed and not written yet in one of these tables. What is new in others may wait, and is
    then written with more of its kind."""
    return any(row.__tablename__ in tables for rows in (session.new, session.dirty, session.deleted) for row in rows)


def _of(statement: ClauseElement) -> frozenset[str]:
    tables = _tables.get(statement)
    if tables is None:
        found = find_tables(statement, include_joins=True, include_selects=True)
        tables = _tables[statement] = frozenset(str(getattr(table, "name", "")) for table in found)
    return tables


def _begin(connection: Connection) -> None:
    connection.info[_KNOWN] = {}


def _before_execute(connection: Connection, clause: Any, *_: object) -> None:
    if clause.is_dml:
        known: dict[Any, tuple[frozenset[str], object]] = connection.info.get(_KNOWN, {})
        written = clause.table.name
        for key in [key for key, (tables, _) in known.items() if written in tables]:
            del known[key]


def _rollback_savepoint(connection: Connection, *_: object) -> None:
    connection.info[_KNOWN].clear()
