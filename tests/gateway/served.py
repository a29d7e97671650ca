"""The gateway as the world reaches it: the real application on a socket of 127.0.0.1, and a client's hands on it."""

from __future__ import annotations

import asyncio
import http.client
import json
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from cobro.clock import Clock
from cobro.gateway.app import make_app
from cobro.gateway.cloud_events import BATCH, STRUCTURED
from cobro.gateway.documents import envelope
from cobro.gateway.server import listening, make_server
from cobro.ledger import tables as t
from cobro.ledger.keys import Scope, make_key
from cobro.ledger.ledger import Ledger
from cobro.settings import Settings
from tests.ledger.builders import EBRO


@dataclass(frozen=True)
class Got:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def problems(self) -> list[dict[str, Any]]:
        """What the problem says of each flaw; an error has always this form."""
        assert self.headers["content-type"] == "application/problem+json", self.body
        assert self.json["status"] == self.status
        found = self.json.get("problems", [])
        assert isinstance(found, list)
        return found


class Served:
    """A running gateway and its ledger."""

    def __init__(self, port: int, ledger: Ledger, clock: Clock) -> None:
        self.port = port
        self.ledger = ledger
        self.clock = clock
        self.news = 0

    def key(self, *scopes: str, name: str = "billing", creditor: str = EBRO) -> str:
        """A new key."""
        with self.ledger.writing() as session:
            wanted = [Scope(scope) for scope in scopes]
            return make_key(session, creditor, name, wanted, self.clock.now(), who="tests")

    def send(
        self,
        method: str,
        path: str,
        content: bytes | Iterable[bytes] | None = None,
        headers: Mapping[str, str] | None = None,
        key: str | None = None,
    ) -> Got:
        """One request on a connection of its own; an iterable travels in chunks."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        bearer = {"Authorization": f"Bearer {key}"} if key else {}
        try:
            connection.request(method, path, body=content, headers={**bearer, **(headers or {})})
            response = connection.getresponse()
            return Got(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())
        finally:
            connection.close()

    def get(self, path: str, key: str | None = None) -> Got:
        return self.send("GET", path, key=key)

    def event(self, key: str | None, event: object) -> Got:
        """One event, structured."""
        return self.send("POST", "/v1/events", json.dumps(event).encode(), {"Content-Type": STRUCTURED}, key)

    def batch(self, key: str | None, events: object) -> Got:
        return self.send("POST", "/v1/events", json.dumps(events).encode(), {"Content-Type": BATCH}, key)

    def pay(self, key: str | None, event_id: str = "P-1", **changes: Any) -> Got:
        """A payment of 60 EUR for F-1."""
        return self.event(key, payment(event_id, **changes))

    def apply(self) -> None:
        """Apply what was received."""
        while self.ledger.apply_received(self.clock.now()):
            pass

    def rows(self) -> list[t.EventRow]:
        """Every stored event, oldest first."""
        with self.ledger.reading() as session:
            return list(session.scalars(select(t.EventRow).order_by(t.EventRow.id)))


def payment(event_id: str = "P-1", **changes: Any) -> dict[str, Any]:
    """A payment of 60 EUR for F-1, in its envelope."""
    data = {"invoice": "F-1", "amount": "60.00", "currency": "EUR", "booked": "2026-03-10", **changes}
    return envelope("payment_received", data, event_id)


@contextmanager
def served(ledger: Ledger, settings: Settings, clock: Clock) -> Iterator[Served]:
    """A gateway for the length of the block."""
    opened = listening("127.0.0.1", 0)
    gateway = Served(opened.getsockname()[1], ledger, clock)

    def on_news() -> None:
        gateway.news += 1

    server = make_server(make_app(ledger, settings, clock, on_news), settings)
    thread = _started(lambda: asyncio.run(server.serve(sockets=[opened])))
    try:
        yield gateway
    finally:
        server.should_exit = True
        thread.join()


def _started(run: Callable[[], None]) -> threading.Thread:
    # The socket listens already: whoever connects before the server is ready waits for it.
    thread = threading.Thread(target=run)
    thread.start()
    return thread
