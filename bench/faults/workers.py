"""The workers' processes: started, killed, and started anew."""

from __future__ import annotations

import datetime as dt
import os
import signal
import threading
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess

from bench.faults.worker import Place, work

_LEAVE_WITHIN = 180.0


class Workers:
    """So many workers of one place. A killed one is replaced at once."""

    def __init__(self, context: BaseContext, place: Place, count: int) -> None:
        self._context = context
        self._place = place
        self._count = count
        self._running: list[BaseProcess] = []
        self._lock = threading.Lock()
        self._shift = dt.timedelta(0)
        self.killed = 0

    def start(self, shift: dt.timedelta) -> None:
        """Start all of them, at business time less machine time."""
        self._shift = shift
        with self._lock:
            self._running = [self._new() for _ in range(self._count)]

    def kill(self) -> None:
        """SIGKILL for the first: nothing is finished, and nothing is said."""
        with self._lock:
            process = self._running.pop(0)
            if process.pid is not None:
                os.kill(process.pid, signal.SIGKILL)
            process.join()
            self.killed += 1
            self._running.append(self._new())

    def leave(self) -> None:
        """Tell all to stop, as an operator does, and wait.

        Raises:
            RuntimeError: one ended by itself, or by an error.
        """
        with self._lock:
            running, self._running = self._running, []
        for process in running:
            process.terminate()
        for process in running:
            process.join(_LEAVE_WITHIN)
            if process.exitcode is None:
                process.kill()
                process.join()
        codes = [process.exitcode for process in running]
        if any(codes):
            raise RuntimeError(f"workers: expected to leave with 0, got {codes}; see worker.log")

    def end(self) -> None:
        """SIGKILL for whoever still runs: the experiment was given up."""
        with self._lock:
            for process in self._running:
                process.kill()
                process.join()
            self._running = []

    def _new(self) -> BaseProcess:
        process: BaseProcess = self._context.Process(target=work, args=(self._place, self._shift))  # type: ignore[attr-defined]
        process.start()
        return process
