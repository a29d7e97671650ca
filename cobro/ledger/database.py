"""Connections to the ledger: SQLite by default, PostgreSQL by URL, and what a writing transaction is on each."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from cobro.ledger.asking import keep_in_mind
from cobro.ledger.line import Line

_WRITES = "writes"
_BUSY_MS = 30_000
_LONGEST_LOOK = 0.12
"""Seconds. SQLite's writers in other processes look every 0.1 s at the latest whether it is their turn."""


class Database:
    """The ledger's engine. Sessions come from `writing` and `reading` only, so that every writer starts alike.

    On SQLite a writing transaction is `BEGIN IMMEDIATE`: it holds the one write lock from its first statement. On
    PostgreSQL it is an ordinary transaction, and `cobro.ledger.locks` takes the row locks.
    """

    def __init__(self, url: str) -> None:
        parsed = make_url(url)
        if parsed.drivername == "postgresql":
            parsed = parsed.set(drivername="postgresql+psycopg")
        # An error's text may reach a workflow's history: it must not show what was bound, addresses among it (law 5).
        self.engine: Engine = create_engine(
            parsed, pool_pre_ping=parsed.get_backend_name() != "sqlite", hide_parameters=True
        )
        if self.is_sqlite:
            event.listen(self.engine, "connect", _prepare_sqlite)
            event.listen(self.engine, "begin", _begin_sqlite)
        keep_in_mind(self.engine)
        self._writer = self.engine.execution_options(**{_WRITES: True})
        # SQLite's writers wait for each other by trying again, later and later; those of one process can stand in line.
        self._line: AbstractContextManager[object] = Line() if self.is_sqlite else nullcontext()

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction that commits at the end, or rolls back on any exception."""
        with self._line, Session(self._writer, expire_on_commit=False, autoflush=True) as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A transaction that sees one state of the ledger and changes nothing."""
        with Session(self.engine) as session:
            yield session

    def give_way(self) -> None:
        """Let others write, between two transactions of one long piece of work: on SQLite whoever begins again at once
        comes before all who wait."""
        if self.is_sqlite:
            time.sleep(_LONGEST_LOOK)

    def close(self) -> None:
        self.engine.dispose()


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # The driver would begin transactions by itself, and too late: only at the first write.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
