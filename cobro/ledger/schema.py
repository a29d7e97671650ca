"""Bringing a database to the newest schema: on start for SQLite, by command for PostgreSQL."""

from __future__ import annotations

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
    with database.engine.execution_options(writes=True).begin() as connection:
        if not database.is_sqlite:
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(20261122)")
        command.upgrade(_config(connection), "head")


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
