"""Storing what came: everything that waits goes into one transaction, and each sender hears only after its commit."""

from __future__ import annotations

import asyncio
import logging
import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from http import HTTPStatus

from sqlalchemy.exc import OperationalError

from cobro.clock import Clock
from cobro.dunning.answer import Answer
from cobro.gateway.problem import Refusal
from cobro.ledger.ledger import Ledger
from cobro.ledger.receiving import Arrival

_AT_ONCE = 200
"""Arrivals after which no further request joins a transaction."""
_WAITING = 2_000
"""Requests that may wait; whoever comes then is asked to come again."""
_BY = "gateway"

_log = logging.getLogger(__name__)

_Request = tuple[Sequence[Arrival], "Future[list[Answer]]"]


class Writer:
    """One thread that stores. A commit costs about the same for one event and for two hundred (SQLite waits for the
    disk), so requests that come together share one.

    `on_news` is called after each commit, in that thread.
    """

    def __init__(self, ledger: Ledger, clock: Clock, on_news: Callable[[], None]) -> None:
        self._ledger = ledger
        self._clock = clock
        self._on_news = on_news
        self._waiting: queue.Queue[_Request | None] = queue.Queue(_WAITING)
        self._thread = threading.Thread(target=self._work, name="gateway-writer", daemon=True)

    def start(self) -> None:
        """Begin to store."""
        self._thread.start()

    def stop(self) -> None:
        """Store what waits, and end."""
        self._waiting.put(None)
        self._thread.join()

    async def store(self, arrivals: Sequence[Arrival]) -> list[Answer]:
        """Store the arrivals of one request, all or none; an answer for each, after the commit.

        Raises:
            Refusal: the database does not answer, or too much waits (503): nothing of it was stored.
        """
        done: Future[list[Answer]] = Future()
        try:
            self._waiting.put_nowait((arrivals, done))
        except queue.Full:
            raise _not_now() from None
        try:
            return await asyncio.wrap_future(done)
        except OperationalError:
            raise _not_now() from None

    def _work(self) -> None:
        going_on = True
        while going_on:
            first = self._waiting.get()
            together, going_on = self._gather(first)
            # Whoever went away before their turn is not stored: they were never told that they were.
            together = [each for each in together if each[1].set_running_or_notify_cancel()]
            if together:
                self._store(together)

    def _gather(self, first: _Request | None) -> tuple[list[_Request], bool]:
        """What waits, up to a full transaction; and whether to go on after it."""
        together: list[_Request] = []
        count = 0
        found = first
        while found is not None:
            together.append(found)
            count += len(found[0])
            if count >= _AT_ONCE:
                return together, True
            try:
                found = self._waiting.get_nowait()
            except queue.Empty:
                return together, True
        return together, False

    def _store(self, together: list[_Request]) -> None:
        try:
            answers = self._receive([arrival for arrivals, _ in together for arrival in arrivals])
        except Exception as error:
            if len(together) > 1:
                # What one of them cannot do must not fail the others.
                for each in together:
                    self._store([each])
                return
            _log.error("what came could not be stored: %s", type(error).__name__)
            together[0][1].set_exception(error)
            return
        try:
            self._on_news()
        except Exception as error:
            # It is stored, and whoever applies it looks again by itself.
            _log.error("nobody could be told that something came: %s", type(error).__name__)
        for arrivals, done in together:
            done.set_result(answers[: len(arrivals)])
            answers = answers[len(arrivals) :]

    def _receive(self, arrivals: Sequence[Arrival]) -> list[Answer]:
        return self._ledger.receive(arrivals, self._clock.now(), who=_BY, source="http")


def _not_now() -> Refusal:
    return Refusal(
        HTTPStatus.SERVICE_UNAVAILABLE, "not now; nothing was stored, send it again", headers={"Retry-After": "2"}
    )
