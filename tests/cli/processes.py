"""Processes of a test's own, read line by line, and ended by it."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

_PATIENCE = 60.0


class Running:
    """A process whose output is read as it comes."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.said: list[str] = []

    async def until(self, words: str) -> str:
        """Read on to the line that has these words."""
        assert self._process.stdout is not None
        async with asyncio.timeout(_PATIENCE):
            while line := (await self._process.stdout.readline()).decode():
                self.said.append(line)
                if words in line:
                    return line
        raise AssertionError(f"ended without {words!r}: {''.join(self.said)}")

    async def leave(self, by: signal.Signals = signal.SIGTERM) -> int:
        """Send a signal, and read to the end; the exit code."""
        self._process.send_signal(by)
        return await self.end()

    async def end(self) -> int:
        """Read to the end; the exit code."""
        async with asyncio.timeout(_PATIENCE):
            rest, _ = await self._process.communicate()
        self.said += rest.decode().splitlines(keepends=True)
        assert self._process.returncode is not None
        return self._process.returncode

    @property
    def all_said(self) -> str:
        return "".join(self.said)


@asynccontextmanager
async def running(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> AsyncIterator[Running]:
    """Run a command for the length of the block; whatever of it is left then is killed."""
    process = await asyncio.create_subprocess_exec(
        *command, env=dict(environment), cwd=folder, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    try:
        yield Running(process)
    finally:
        if process.returncode is None:
            os.kill(process.pid, signal.SIGKILL)
            await process.communicate()
