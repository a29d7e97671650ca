"""What each kind of event does; applying what is stored, in its turn or when what it waits for has come."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Select, and_, bindparam, or_, select
from sqlalchemy.exc import OperationalError

from cobro.dunning import event as ev
from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.apply_invoices import apply_announced, apply_changed, apply_issued, brought_in
from cobro.ledger.apply_messages import apply_message
from cobro.ledger.apply_money import apply_receipt, apply_reversal
from cobro.ledger.apply_notices import apply_notice
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
from cobro.ledger.habits import may_get_a_word
from cobro.ledger.moving import settle, settle_invoice
from cobro.ledger.work import Work

_log = logging.getLogger(__name__)

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
    ev.FormalNoticeApproved: apply_notice,
    ev.CallLogged: apply_call,
    ev.ReplyReceived: apply_reply,
    ev.ReplyHandled: apply_answer,
    ev.HandoffDecided: apply_handoff,
    ev.WrittenOff: apply_closing,
    ev.Cancelled: apply_closing,
}
"""Each returns the ids of the invoices that it touched, and raises `Kept` or `Refused` where it cannot be applied."""

_KEPT = (
    select(t.EventRow)
    .where(t.EventRow.creditor_id == bindparam("creditor"), t.EventRow.status == t.EventStatus.KEPT)
    .order_by(t.EventRow.id)
)
"""What waits, and of that what waits for a payment, or for an invoice that is new: all of it may be long."""
_REVERSES = _KEPT.where(
    t.EventRow.kind == "payment_reversed", t.EventRow.body["payment"].as_string() == bindparam("payment")
)
_OF_NEW = _KEPT.where(
    or_(
        t.EventRow.about.in_(bindparam("numbers", expanding=True)),
        # They may name the invoice without being found by it.
        t.EventRow.kind.in_(("promise_made", "plan_agreed")),
        and_(t.EventRow.kind == "invoice_issued", t.EventRow.body["customer"].as_string() == bindparam("customer")),
    )
)


def apply(work: Work, row: t.EventRow, event: ev.Event) -> None:
    """Give a stored event its effect, with all that follows from it; raises `Kept` or `Refused`, and then undoes
    nothing itself."""
    row.applied_at = work.now
    touched = _APPLIERS[type(event)](work, row, event)
    work.session.flush()
    # What came in may be more than the event, and is proven by its digest.
    received = {} if row.received_digest == row.digest else {"received": row.received_digest}
    told = {"event": row.event_id, "body": row.body, **received}
    evidence.append_to_all(work, event.kind, dict.fromkeys(sorted(touched), told))
    for plan in plans_of(work, touched):
        follow(work, plan, awake=plan.agreed_at == work.now)
    for invoice_id in sorted(touched):
        settle_invoice(work, invoice_id)
    if isinstance(event, ev.PaymentReceived):
        for episode in may_get_a_word(work, touched):
            settle(work, episode)


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
    apply_what_waited(work, row, event)
    return True


def apply_what_waited(work: Work, row: t.EventRow, event: ev.Event) -> None:
    """A payment lets the reversal that came before it have its effect; a new invoice, whatever came early for it, and
    the invoices that waited for its customer."""
    if isinstance(event, ev.InvoiceIssued) and brought_in(row):
        apply_kept(work, event.creditor, {event.invoice}, customer=event.customer)
    if isinstance(event, ev.PaymentReceived):
        for waiting, kept in _waiting(work, event.creditor, _REVERSES, payment=event.id):
            _apply_waiting(work, waiting, kept)


def apply_kept(work: Work, creditor_id: str, numbers: set[str], *, customer: str | None = None) -> None:
    """Apply the events that waited for these invoices, which are new; those that still cannot be stay kept.

    Args:
        customer: whose invoices they are, by the creditor's own number; where it is not given, they are of many.
    """
    if customer is None:
        waiting = _waiting(work, creditor_id, _KEPT)
    else:
        waiting = _waiting(work, creditor_id, _OF_NEW, customer=customer, numbers=list(numbers))
    # A reversal comes after whatever it may reverse; everything else in the order in which it came.
    for row, event in sorted(waiting, key=lambda pair: isinstance(pair[1], ev.PaymentReversed)):
        if row.status is t.EventStatus.KEPT and (
            numbers.intersection(event.invoices) or _knows_customer(work, event, customer)
        ):
            _apply_waiting(work, row, event)


def _knows_customer(work: Work, event: ev.Event, came: str | None) -> bool:
    """Whether an invoice waited for its customer, who is known by now."""
    if not isinstance(event, ev.InvoiceIssued) or came not in (None, event.customer):
        return False
    of_creditor = t.Invoice.creditor_id == event.creditor
    known = select(t.Invoice.id).where(of_creditor, t.Invoice.number == event.invoice)
    owner = select(t.Customer.id).where(t.Customer.creditor_id == event.creditor, t.Customer.ref == event.customer)
    return work.session.scalars(known).first() is None and work.session.scalars(owner).first() is not None


def _apply_waiting(work: Work, row: t.EventRow, event: ev.Event) -> None:
    """Apply what waited. Where a fault of ours is in the way, it goes on waiting, and what it waited for is applied."""
    try:
        apply_stored(work, row, event)
    except OperationalError:
        raise
    except Exception as error:
        _log.exception("event row %d of %s stays kept: it could not be applied", row.id, row.creditor_id)
        work.session.refresh(row)
        row.reason = f"could not be applied: {type(error).__name__}"
        work.session.flush()


def _waiting(
    work: Work, creditor_id: str, which: Select[t.EventRow], **about: object
) -> list[tuple[t.EventRow, ev.Event]]:
    """What is kept until something comes, oldest first. What waits for a person never applies by itself."""
    rows = work.session.scalars(which, {"creditor": creditor_id, **about})
    waiting = []
    for row in rows:
        try:
            event = ev.EVENT.validate_python(row.body)
        except ValidationError:
            continue
        if event.id == row.event_id:
            waiting.append((row, event))
    return waiting
