"""Between the processes: whoever comes to a point says so to the experiment, and goes on when it answers."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path

from bench.faults.fault import Point, Says

_BACKLOG = 128


@dataclass(frozen=True, slots=True)
class At:
    """Who is where: an invoice's number or an address, and the process."""

    point: Point
    about: str
    pid: int


def ask(address: str, at: At) -> Says:
    """Say where one is, and wait; returns what the provider is to say, which matters to the provider only."""
    with Client(address, "AF_UNIX") as line:
        line.send(at)
        said = line.recv()
    return Says(said)


class Listening:
    """Hears everybody, each on a thread of their own, for the length of the block."""

    def __init__(self, path: Path, decide: Callable[[At], Says]) -> None:
        self.address = str(path)
        self._decide = decide
        self._listener = Listener(self.address, "AF_UNIX", backlog=_BACKLOG)
        self._left = False
        self._thread = threading.Thread(target=self._hear, daemon=True)

    def __enter__(self) -> Listening:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._left = True
        with suppress(OSError), Client(self.address, "AF_UNIX"):
            pass  # wakes whoever waits for a caller
        self._thread.join()
        self._listener.close()

    def _hear(self) -> None:
        while not self._left:
            with suppress(OSError, EOFError):
                line = self._listener.accept()
                threading.Thread(target=self._answer, args=(line,), daemon=True).start()

    def _answer(self, line: Connection) -> None:
        # Whoever was killed while it waited does not hear the answer.
        with suppress(OSError, EOFError), line:
            line.send(self._decide(line.recv()).value)
