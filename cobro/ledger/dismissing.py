"""Disposing of what waits for a person: an event that was kept, or money that was more than was owed."""

from __future__ import annotations

from sqlalchemy import select

from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.applying import Refused
from cobro.ledger.locks import lock_creditor, lock_customers
from cobro.ledger.work import Work


def dismiss(work: Work, creditor_id: str, event_id: str, why: str) -> None:
    """Take an event off the desk, with who and why. It stays in the ledger, and what was kept never applies by itself.

    Money of a credit stays accounted for: it was given back, or agreed upon otherwise.

    Raises:
        Refused: there is no such event, or nothing of it waits for a person.
    """
    invoice = _invoice_of(work, creditor_id, event_id)
    if invoice is None:
        lock_creditor(work.session, creditor_id)
    else:
        lock_customers(work.session, creditor_id, [invoice.customer_id])
    row = _event(work, creditor_id, event_id)
    if row is None:
        raise Refused(f"EVENT: the ledger has no event '{event_id}'")
    if row.dismissed_at is not None:
        day = row.dismissed_at.date()
        raise Refused(f"EVENT: {event_id} was dismissed by {row.dismissed_by} on {day}: {row.dismissed_for}")
    if row.status is t.EventStatus.KEPT:
        row.status = t.EventStatus.DISMISSED
    elif row.status is t.EventStatus.RECEIVED:
        raise Refused(f"EVENT: {event_id} was received and waits for its turn, not for a person")
    elif not row.unapplied_minor:
        raise Refused(f"EVENT: expected an event that waits for a person, got {event_id}, which was applied")
    row.dismissed_at, row.dismissed_by, row.dismissed_for = work.now, work.who, why
    if invoice is not None:
        evidence.append(work, invoice.id, "event_dismissed", event=event_id)


def _event(work: Work, creditor_id: str, event_id: str) -> t.EventRow | None:
    return work.session.scalars(
        select(t.EventRow).where(t.EventRow.creditor_id == creditor_id, t.EventRow.event_id == event_id)
    ).first()


def _invoice_of(work: Work, creditor_id: str, event_id: str) -> t.Invoice | None:
    row = _event(work, creditor_id, event_id)
    named = row.body.get("invoice") or next(iter(row.body.get("invoices", ())), None) if row else None
    if not isinstance(named, str):
        return None
    return work.session.scalars(
        select(t.Invoice).where(t.Invoice.creditor_id == creditor_id, t.Invoice.number == named)
    ).first()
