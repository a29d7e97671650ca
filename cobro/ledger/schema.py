"""Bringing a database to the newest schema: on start for SQLite, by command for PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from cobro.ledger.database import Database


class SchemaBehind(RuntimeError):
    """The database's schema is not the newest, and this kind of database is migrated by command only."""


def migrate(database: Database) -> None:
    """Bring the schema to the newest revision. Several processes may start at once: the first does it."""
    engine = database.engine.execution_options(writes=True)
    with engine.connect() as connection, _unbound(database, connection), connection.begin():
        if not database.is_sqlite:
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(20261122)")
        command.upgrade(_config(connection), "head")
        if database.is_sqlite and (lost := connection.exec_driver_sql("PRAGMA foreign_key_check").first()):
            raise RuntimeError(f"the migration would leave a row of {lost[0]} that refers to nothing")


@contextmanager
def _unbound(database: Database, connection: Connection) -> Iterator[None]:
    """SQLite rebuilds a table by dropping the old one, which must not take along what refers to it. Foreign keys can
    be switched off only between transactions."""
    raw = connection.connection.driver_connection
    if not database.is_sqlite or raw is None:
        yield
        return
    raw.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        raw.execute("PRAGMA foreign_keys = ON")


def require_newest(database: Database) -> None:
    """Migrate SQLite; for PostgreSQL only look.

    Raises:
        SchemaBehind: a PostgreSQL database is not at the newest revision.
    """
    with database.engine.connect() as connection:
        at = MigrationContext.configure(connection).get_current_revision()
        head = ScriptDirectory.from_config(_config(connection)).get_current_head()
    if at == head:
        return
    if not database.is_sqlite:
        raise SchemaBehind(f"the database is at revision {at}, {head} is needed: run 'python3 starter.py migrate'")
    migrate(database)


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config
