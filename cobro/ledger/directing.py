"""A person says what something is about that the ledger could not place: money, a credit, or somebody's message."""

from __future__ import annotations

from sqlalchemy import select

from cobro.dunning import event as ev
from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.apply_messages import grant
from cobro.ledger.apply_money import direct as direct_money
from cobro.ledger.apply_plans import follow, plans_of
from cobro.ledger.apply_replies import leave_in_peace
from cobro.ledger.applying import Refused
from cobro.ledger.case import latest_episode, load
from cobro.ledger.effects import apply_what_waited
from cobro.ledger.locks import lock_creditor
from cobro.ledger.moving import settle_invoice
from cobro.ledger.recording import find_event
from cobro.ledger.work import Work

_RECEIPTS = ("payment_received", "credit_issued")
_MESSAGES = ("message_received", "reply_received")


def direct(work: Work, creditor_id: str, event_id: str, number: str) -> str:
    """Apply a kept event, or the credit of one, to an invoice that a person names; returns what was done, in words.

    Raises:
        Refused: there is no such event or invoice, or nothing of it waits for a person.
    """
    invoice = work.session.scalars(
        select(t.Invoice).where(t.Invoice.creditor_id == creditor_id, t.Invoice.number == number)
    ).first()
    if invoice is None:
        raise Refused(f"INVOICE: the ledger has no invoice '{number}' of {creditor_id}")
    # Alone: the money may come from another customer's invoice, and be taken back there at this moment.
    lock_creditor(work.session, creditor_id, [invoice.customer_id])
    row = find_event(work, creditor_id, event_id)
    if row is None:
        raise Refused(f"EVENT: the ledger has no event '{event_id}'")
    waits = row.status is t.EventStatus.KEPT
    if row.kind in _MESSAGES and waits:
        row.status, row.reason, row.applied_at, row.about = t.EventStatus.APPLIED, "", work.now, number
        touched, said = _message(work, row, invoice)
    elif row.kind in _RECEIPTS and row.dismissed_at is None and (waits or row.unapplied_minor):
        touched, said = {invoice.id}, _money(work, row, invoice)
    else:
        raise Refused(f"EVENT: expected money or a message that waits for a person, got {event_id} ({row.kind})")
    work.session.flush()
    _finish(work, row, touched, number)
    return said


def _message(work: Work, row: t.EventRow, invoice: t.Invoice) -> tuple[set[int], str]:
    wish = row.body.get("wish")
    if wish is not None:
        touched = grant(work, [invoice.customer_id], ev.Wish(wish))
        return touched, f"'{wish}' for text messages to the customer of {invoice.number}"
    touched = leave_in_peace(work, row, load(work, latest_episode(work.session, invoice.id)))
    return touched, f"a reply about {invoice.number}: nobody writes or calls until it is answered"


def _money(work: Work, row: t.EventRow, invoice: t.Invoice) -> str:
    if row.body["currency"] != invoice.currency:
        raise Refused(
            f"currency: invoice {invoice.number} is in {invoice.currency}, the money in {row.body['currency']}"
        )
    if not invoice.open:
        raise Refused(f"INVOICE: expected one that owes something, got {invoice.number}, which is settled")
    took = direct_money(work, row, invoice)
    row.status, row.undone_by = t.EventStatus.APPLIED, None
    row.applied_at = row.applied_at or work.now
    return f"{took} on {invoice.number}" + (f"; {row.reason}" if row.unapplied_minor else "")


def _finish(work: Work, row: t.EventRow, touched: set[int], number: str) -> None:
    for invoice_id in sorted(touched):
        evidence.append(work, invoice_id, "event_directed", event=row.event_id, invoice=number)
    for plan in plans_of(work, touched):
        follow(work, plan, awake=False)
    for invoice_id in sorted(touched):
        settle_invoice(work, invoice_id)
    apply_what_waited(work, row, ev.EVENT.validate_python(row.body))
