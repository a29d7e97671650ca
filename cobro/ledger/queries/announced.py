"""Invoices that were announced (R7) and have not come although their day has passed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cobro.dunning.event import InvoiceAnnounced
from cobro.dunning.money import Money
from cobro.ledger import tables as t


@dataclass(frozen=True, slots=True)
class AnnouncedLine:
    """One announcement. `issue_on` is the day on which the invoice was to be issued."""

    invoice: str
    amount: Money
    issue_on: dt.date
    event: str


def announced_late(session: Session, creditor: str, today: dt.date) -> list[AnnouncedLine]:
    """What should have been issued before `today`, the creditor's own day, and is not known; the oldest first."""
    known = select(t.Invoice.id).where(t.Invoice.creditor_id == creditor, t.Invoice.number == t.EventRow.about)
    rows = session.scalars(
        select(t.EventRow).where(
            t.EventRow.creditor_id == creditor,
            t.EventRow.kind == "invoice_announced",
            t.EventRow.status == t.EventStatus.APPLIED,
            t.EventRow.undone_by.is_(None),
            ~known.exists(),
        )
    )
    last = {row.about: row for row in rows}
    said = [(InvoiceAnnounced.model_validate(row.body), row.event_id) for row in last.values()]
    late = [AnnouncedLine(one.invoice, one.money, one.issue_on, event) for one, event in said if one.issue_on < today]
    return sorted(late, key=lambda line: (line.issue_on, line.invoice))
