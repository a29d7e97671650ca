"""The Temporal Server of one home: one `up` at a time, and found again where a killed `up` left it running."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from temporalio.client import Client

from cobro.cli.mistakes import REFUSED, Mistake
from cobro.cli.screen import say
from cobro.server import own_server
from cobro.serving import connect

_ADDRESS = "server.address"
_SOON = 5.0


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """Hold the home against a second `up`, which would run a second server on the same data."""
    # A lock of SQLite works on every system, and ends with the process however it ends.
    lock = sqlite3.connect(home / "up.lock", timeout=0, isolation_level=None)
    try:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            raise Mistake(f"{home}: expected a home in which no other 'up' is at work", code=REFUSED) from None
        yield
    finally:
        lock.close()


@asynccontextmanager
async def home_server(home: Path, port: int, ui_port: int) -> AsyncIterator[Client]:
    """A client of the home's own server. Its data are `temporal.db`; the ports are others where these are taken."""
    note = home / _ADDRESS
    left = await _left_running(note)
    if left is not None:
        say("Using the Temporal Server that an 'up' which was killed left running")
        yield left
        return
    async with own_server(home / "temporal.db", port=port, ui_port=ui_port) as server:
        note.write_text(server.address, encoding="utf-8")
        say(f"Temporal Server on {server.address}; Web UI: {server.ui}")
        try:
            yield server.client
        finally:
            note.unlink(missing_ok=True)


async def _left_running(note: Path) -> Client | None:
    try:
        address = note.read_text(encoding="utf-8").strip()
        return await asyncio.wait_for(connect(address, own=True), _SOON)
    except (OSError, RuntimeError, TimeoutError):
        return None
