"""A lock that is had in the order in which it was asked for."""

from __future__ import annotations

import threading
from collections import deque


class Line:
    """Threads of one process stand in line: whoever lets go and asks again comes after all who wait.

    Python's own lock favours whoever has it; a long piece of work in many transactions would keep the others out.
    """

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._taken = False
        self._waiting: deque[threading.Lock] = deque()

    def __enter__(self) -> None:
        with self._guard:
            if not self._taken:
                self._taken = True
                return
            turn = threading.Lock()
            turn.acquire()
            self._waiting.append(turn)
        turn.acquire()

    def __exit__(self, *_: object) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._taken = False
