"""The thing itself: what happens to the worker, the server or the database when contacts are at their points."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from bench.faults.book import Owing
from bench.faults.database import Postgres, full, locked
from bench.faults.fault import Does, Fault
from bench.faults.landing import Landing
from bench.faults.server import Server
from bench.faults.worker import Place
from bench.faults.workers import Workers

_SHORT = 2.0
"""Seconds for which a database is locked, full or away, but for the first lock."""


class Strokes:
    """Strikes for one group of customers after the other. Thread-safe."""

    def __init__(
        self,
        fault: Fault,
        workers: Workers,
        server: Server,
        landing: Landing,
        place: Place,
        postgres: Postgres | None,
        long_lock: float,
    ) -> None:
        self._fault = fault
        self._workers = workers
        self._server = server
        self._landing = landing
        self._place = place
        self._postgres = postgres
        self._long_lock = long_lock
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self.count = 0

    def strike(self, met: Sequence[Owing]) -> None:
        """Returns when those who are held may go on, into what has happened.

        Payments and stops have landed by then where a process was killed. Where the database fails they come while it
        does, and land when it is back.
        """
        with self._lock:
            if self._fault.does is Does.KILL_WORKER:
                self._workers.kill()
            elif self._fault.does is Does.KILL_SERVER:
                for one in met:
                    self._landing.land(one)
                self._server.kill()
            else:
                self._fail(met)
            self.count += 1

    def finished(self) -> None:
        """Wait until everything that failed is back."""
        for thread in self._threads:
            thread.join()

    def _fail(self, met: Sequence[Owing]) -> None:
        seconds = self._long_lock if self._fault.does is Does.LOCK and self.count == 0 else _SHORT
        begun = threading.Event()

        def fail() -> None:
            try:
                with self._failing():
                    begun.set()
                    time.sleep(seconds)
            finally:
                begun.set()  # where it did not fail, nobody is to wait for it

        self.finished()
        thread = threading.Thread(target=fail, daemon=True)
        self._threads.append(thread)
        thread.start()
        begun.wait()
        self._landing.land_aside(met)

    def _failing(self) -> AbstractContextManager[None]:
        if self._fault.does is Does.FILL:
            return full(self._place.full)
        if self._postgres is not None:
            return self._postgres.away()
        if self._fault.does is Does.LOCK:
            return locked(Path(self._place.ledger.removeprefix("sqlite:///")))
        return nullcontext()
