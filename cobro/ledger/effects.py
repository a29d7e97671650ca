"""What each kind of event does; applying what is stored, in its turn or when what it waits for has come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from pydantic import ValidationError
from sqlalchemy import select

from cobro.dunning import event as ev
from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.apply_invoices import apply_announced, apply_changed, apply_issued
from cobro.ledger.apply_messages import apply_message
from cobro.ledger.apply_money import apply_receipt, apply_reversal
from cobro.ledger.apply_people import apply_call, apply_closing, apply_handoff
from cobro.ledger.apply_plans import apply_plan, follow, plans_of
from cobro.ledger.apply_replies import apply_answer, apply_reply
from cobro.ledger.apply_reports import apply_report
from cobro.ledger.apply_silences import (
    apply_dispute,
    apply_hold,
    apply_promise,
    apply_release,
    apply_resolution,
)
from cobro.ledger.apply_undoing import apply_undoing
from cobro.ledger.applying import Kept, Refused
from cobro.ledger.moving import settle_invoice
from cobro.ledger.work import Work

_Applier = Callable[[Work, t.EventRow, Any], set[int]]

_APPLIERS: dict[type, _Applier] = {
    ev.InvoiceAnnounced: apply_announced,
    ev.InvoiceIssued: apply_issued,
    ev.InvoiceChanged: apply_changed,
    ev.ContactReported: apply_report,
    ev.MessageReceived: apply_message,
    ev.EventUndone: apply_undoing,
    ev.PaymentReceived: apply_receipt,
    ev.CreditIssued: apply_receipt,
    ev.PaymentReversed: apply_reversal,
    ev.PromiseMade: apply_promise,
    ev.DisputeOpened: apply_dispute,
    ev.DisputeResolved: apply_resolution,
    ev.HoldPlaced: apply_hold,
    ev.HoldReleased: apply_release,
    ev.PlanAgreed: apply_plan,
    ev.CallLogged: apply_call,
    ev.ReplyReceived: apply_reply,
    ev.ReplyHandled: apply_answer,
    ev.HandoffDecided: apply_handoff,
    ev.WrittenOff: apply_closing,
    ev.Cancelled: apply_closing,
}
"""Each returns the ids of the invoices that it touched, and raises `Kept` or `Refused` where it cannot be applied."""


def apply(work: Work, row: t.EventRow, event: ev.Event) -> None:
    """Give a stored event its effect, with all that follows from it; raises `Kept` or `Refused`, and then undoes
    nothing itself."""
    row.applied_at = work.now
    touched = _APPLIERS[type(event)](work, row, event)
    work.session.flush()
    for invoice_id in sorted(touched):
        evidence.append(work, invoice_id, event.kind, event=row.event_id, body=row.body)
    for plan in plans_of(work, touched):
        follow(work, plan, awake=plan.agreed_at == work.now)
    for invoice_id in sorted(touched):
        settle_invoice(work, invoice_id)


def apply_stored(work: Work, row: t.EventRow, event: ev.Event) -> bool:
    """Apply an event that is stored already, in the name of whoever reported it; what cannot be applied is kept, with
    the reason. Returns whether it was applied."""
    by_reporter = replace(work, who=row.who)
    try:
        with work.attempt():
            row.status, row.reason = t.EventStatus.APPLIED, ""
            apply(by_reporter, row, event)
    except (Kept, Refused) as reason:
        work.session.refresh(row)
        row.status, row.reason = t.EventStatus.KEPT, str(reason)[:300]
        work.session.flush()
        return False
    apply_what_waited(work, event)
    return True


def apply_what_waited(work: Work, event: ev.Event) -> None:
    """A payment lets the reversal that came before it have its effect; an invoice, whatever came early for it."""
    if isinstance(event, ev.InvoiceIssued):
        apply_kept(work, event.creditor, {event.invoice})
    if not isinstance(event, ev.PaymentReceived):
        return
    for row, kept in _waiting(work, event.creditor):
        if isinstance(kept, ev.PaymentReversed) and kept.payment == event.id:
            apply_stored(work, row, kept)


def apply_kept(work: Work, creditor_id: str, numbers: set[str]) -> None:
    """Apply the events that waited for these invoices, which are new; those that still cannot be stay kept."""
    waiting = _waiting(work, creditor_id)
    # A reversal comes after whatever it may reverse; everything else in the order in which it came.
    for row, event in sorted(waiting, key=lambda pair: isinstance(pair[1], ev.PaymentReversed)):
        if row.status is t.EventStatus.KEPT and numbers.intersection(event.invoices):
            apply_stored(work, row, event)


def _waiting(work: Work, creditor_id: str) -> list[tuple[t.EventRow, ev.Event]]:
    """What is kept until something comes, oldest first. What waits for a person never applies by itself."""
    rows = work.session.scalars(
        select(t.EventRow)
        .where(t.EventRow.creditor_id == creditor_id, t.EventRow.status == t.EventStatus.KEPT)
        .order_by(t.EventRow.id)
    )
    waiting = []
    for row in rows:
        try:
            event = ev.EVENT.validate_python(row.body)
        except ValidationError:
            continue
        if event.id == row.event_id:
            waiting.append((row, event))
    return waiting
