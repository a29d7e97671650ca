"""The one Temporal Server of the experiment: on disk, killed and started again on the same file and port."""

from __future__ import annotations

import asyncio
import os
import signal
from concurrent.futures import Future
from contextlib import AsyncExitStack
from pathlib import Path

from cobro.server import OwnServer, own_server

_AWAY = 1.5
"""Seconds between the end of a killed server and its new start."""


class Server:
    """Runs for the length of the block."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._leaving = AsyncExitStack()
        self._now: OwnServer | None = None
        self._loop = asyncio.get_running_loop()
        self._starting: Future[None] | None = None

    @property
    def now(self) -> OwnServer:
        """The server that runs."""
        if self._now is None:
            raise RuntimeError("Temporal Server: expected to run")
        return self._now

    async def __aenter__(self) -> Server:
        self._now = await self._leaving.enter_async_context(own_server(self._data))
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._leaving.aclose()

    def kill(self) -> None:
        """SIGKILL, and a new start a little later; once it is back from the last time. To be called on a thread;
        returns while the server is away."""
        if self._starting is not None:
            self._starting.result()
        os.kill(self.now.pid, signal.SIGKILL)
        self._starting = asyncio.run_coroutine_threadsafe(self._start_anew(), self._loop)

    async def _start_anew(self) -> None:
        address = self.now.address
        await asyncio.sleep(_AWAY)
        port = int(address.rsplit(":", 1)[1])
        self._now = await self._leaving.enter_async_context(own_server(self._data, port=port))
        if self._now.address != address:
            raise RuntimeError("Temporal Server: expected its port to be free again")
