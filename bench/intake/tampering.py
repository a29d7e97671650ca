"""Changing the ledger behind its back, to see that the count sees it."""

from __future__ import annotations

import sqlite3
from enum import StrEnum
from pathlib import Path

from bench.intake.ledger_file import opened


class Tampering(StrEnum):
    """What is done to one payment that was applied."""

    REMOVED = "removed"
    """It is gone, with its money and its evidence, as if it had never come."""
    DOUBLED = "doubled"
    """It has had its effect once more."""


def tamper(home: Path, how: Tampering) -> str:
    """Do it to the ledger's file; returns the id of the event."""
    with opened(home, writing=True) as ledger:
        # One that can be doubled: the invoice still owes as much. It was not reversed either: nothing refers to it.
        row, event, invoice, minor = ledger.execute(_PAYMENT).fetchone()
        change = -minor if how is Tampering.REMOVED else minor
        ledger.execute("UPDATE invoices SET applied_minor = applied_minor + ? WHERE id = ?", (change, invoice))
        _DO[how](ledger, row, event, invoice)
    return str(event)


def _remove(ledger: sqlite3.Connection, row: int, event: str, invoice: int) -> None:
    ledger.execute("DELETE FROM allocations WHERE event_id = ?", (row,))
    ledger.execute(
        "DELETE FROM evidence WHERE invoice_id = ? AND json_extract(content, '$.event') = ?", (invoice, event)
    )
    ledger.execute("DELETE FROM events WHERE id = ?", (row,))


def _double(ledger: sqlite3.Connection, row: int, event: str, invoice: int) -> None:
    ledger.execute("UPDATE allocations SET minor = 2 * minor WHERE event_id = ?", (row,))
    ledger.execute(_AGAIN, {"invoice": invoice, "event": event})


_DO = {Tampering.REMOVED: _remove, Tampering.DOUBLED: _double}
_PAYMENT = """
    SELECT e.id, e.event_id, a.invoice_id, a.minor
    FROM events e JOIN allocations a ON a.event_id = e.id JOIN invoices i ON i.id = a.invoice_id
    WHERE e.kind = 'payment_received' AND a.minor <= i.total_minor - i.applied_minor AND i.applied_minor >= a.minor
      AND NOT EXISTS (SELECT 1 FROM events r WHERE json_extract(r.body, '$.payment') = e.event_id)
    ORDER BY e.id LIMIT 1
"""
_AGAIN = """
    INSERT INTO evidence (invoice_id, seq, at, kind, content, digest, previous, hash)
    SELECT invoice_id, (SELECT max(seq) + 1 FROM evidence WHERE invoice_id = :invoice), at, kind, content, digest,
           previous, hash
    FROM evidence
    WHERE invoice_id = :invoice AND kind = 'payment_received' AND json_extract(content, '$.event') = :event
"""
