"""What stands in the ledger, read from outside: plain SQL on its file, none of the ledger's own code."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Line:
    """An event as it is stored. `row` grows in the order in which events were stored."""

    row: int
    id: str
    kind: str
    status: str


@dataclass(frozen=True, slots=True)
class Account:
    """An invoice and the ending of its newest episode, if it has one. Amounts in cents."""

    number: str
    total: int
    applied: int
    ending: str | None


@dataclass(frozen=True)
class Books:
    """Everything that is counted."""

    lines: list[Line]
    accounts: dict[str, Account]
    effects: Counter[tuple[str, str]]
    """How often each event stands in the evidence of each invoice as applied."""
    paid: dict[str, int]
    """Cents that each event put on invoices; a reversal took away."""
    contacts: dict[str, str | None]
    """What each contact's provider told of it last."""


@contextmanager
def opened(home: Path, *, writing: bool = False) -> Iterator[sqlite3.Connection]:
    """The ledger's file."""
    file = home / "ledger.db"
    connection = sqlite3.connect(f"file:{file}?mode={'rw' if writing else 'ro'}", uri=True, timeout=30)
    try:
        yield connection
        connection.commit()
    finally:
        connection.close()


def read_books(home: Path, after: int) -> Books:
    """Read it all, of one moment; `after` is the number of the last event that was there before anybody sent one."""
    with opened(home) as ledger:
        ledger.execute("BEGIN")
        return Books(
            lines=[Line(*row) for row in ledger.execute(_LINES, (after,))],
            accounts={row[0]: Account(*row) for row in ledger.execute(_ACCOUNTS)},
            effects=_effects(ledger),
            paid=dict(ledger.execute(_PAID)),
            contacts=dict(ledger.execute("SELECT id, report FROM contacts")),
        )


def last_event(home: Path) -> int:
    """The number of the event that was stored last."""
    with opened(home) as ledger:
        return int(ledger.execute("SELECT coalesce(max(id), 0) FROM events").fetchone()[0])


def waiting(home: Path) -> int:
    """How many events are not applied yet, and how many requests not delivered to a workflow."""
    with opened(home) as ledger:
        return int(ledger.execute(_WAITING).fetchone()[0])


def lags(home: Path, events: Iterable[str]) -> list[float]:
    """Seconds from each event's record to the delivery of the last request about its invoice, by the ledger itself."""
    with opened(home) as ledger:
        return [seconds for (seconds,) in ledger.execute(_LAGS, (json.dumps(list(events)),))]


_ACCOUNTS = """
    SELECT number, total_minor, applied_minor, e.ending FROM invoices i JOIN episodes e ON e.invoice_id = i.id
    WHERE e.k = (SELECT max(k) FROM episodes WHERE invoice_id = i.id)
"""
_LINES = "SELECT id, event_id, kind, status FROM events WHERE id > ? ORDER BY id"
_PAID = """
    SELECT e.event_id, sum(a.minor) FROM allocations a JOIN events e ON e.id = a.event_id GROUP BY e.event_id
"""
_LAGS = """
    SELECT 86400 * (julianday(max(o.delivered_at)) - julianday(e.recorded_at))
    FROM events e
    JOIN invoices i ON i.creditor_id = e.creditor_id AND i.number = e.about
    JOIN episodes k ON k.invoice_id = i.id
    JOIN outbox o ON o.episode_id = k.id
    WHERE e.event_id IN (SELECT value FROM json_each(?))
    GROUP BY e.id
"""
_WAITING = """
    SELECT (SELECT count(*) FROM events WHERE status = 'received')
         + (SELECT count(*) FROM outbox WHERE delivered_at IS NULL)
"""


def _effects(ledger: sqlite3.Connection) -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    kinds = {kind for (kind,) in ledger.execute("SELECT DISTINCT kind FROM events")}
    rows = ledger.execute("SELECT i.number, e.kind, e.content FROM evidence e JOIN invoices i ON i.id = e.invoice_id")
    for number, kind, content in rows:
        # A kind of evidence that is no event's may have its name.
        if kind in kinds and (event := json.loads(content).get("event")):
            found[event, number] += 1
    return found
