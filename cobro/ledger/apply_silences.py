"""Promises, disputes and holds: what keeps the ladder quiet, and for how long."""

from __future__ import annotations

import datetime as dt

from cobro.dunning.event import DisputeOpened, DisputeResolved, HoldPlaced, HoldReleased, PromiseMade
from cobro.ledger import desk
from cobro.ledger import tables as t
from cobro.ledger.applying import Refused, invoice_of, invoices_of, money_of, open_episode_of, open_sum
from cobro.ledger.case import load
from cobro.ledger.work import Work


def apply_promise(work: Work, row: t.EventRow, event: PromiseMade) -> set[int]:
    """Record a promise (R34); refused in the past, beyond what the policy allows, or above what is open."""
    invoices = invoices_of(work, event.creditor, event.invoices, event.currency)
    case = load(work, open_episode_of(work, invoices[0]))
    today = case.calendar.local_day(work.now)
    _within(event.pay_by, today, case.policy.limits.promise_days, "pay_by")
    owed = open_sum(invoices, event.currency)
    if not event.money <= owed:
        raise Refused(f"amount: at most the open {owed} can be promised, got {event.money}")
    promise = t.Promise(
        customer_id=invoices[0].customer_id,
        event_id=row.id,
        minor=event.money.minor,
        currency=event.currency,
        pay_by=event.pay_by,
        form=event.form,
        made_at=work.now,
    )
    work.session.add(promise)
    work.session.flush()
    for invoice in invoices:
        open_episode_of(work, invoice)
        work.session.add(
            t.PromiseInvoice(promise_id=promise.id, invoice_id=invoice.id, applied_before_minor=invoice.applied_minor)
        )
    return {invoice.id for invoice in invoices}


def apply_dispute(work: Work, row: t.EventRow, event: DisputeOpened) -> set[int]:
    """Silence the contested amount, and put the question on the desk with a day (R39-R42)."""
    invoice = invoice_of(work, event.creditor, event.invoice)
    case = load(work, open_episode_of(work, invoice))
    contested = money_of(event.amount, invoice.currency) if event.amount is not None else invoice.open
    if not contested <= invoice.total:
        raise Refused(f"amount: at most the invoice's {invoice.total} can be disputed, got {contested}")
    work.session.add(
        t.Dispute(
            invoice_id=invoice.id,
            event_id=row.id,
            minor=contested.minor,
            reason=event.reason,
            opened_at=work.now,
        )
    )
    desk.ask_about_dispute(work, case, event.reason)
    return {invoice.id}


def apply_resolution(work: Work, row: t.EventRow, event: DisputeResolved) -> set[int]:
    """Close all open disputes of an invoice; what remains open is due again."""
    invoice = invoice_of(work, event.creditor, event.invoice)
    disputes = work.session.query(t.Dispute).where(t.Dispute.invoice_id == invoice.id, t.Dispute.resolved_at.is_(None))
    if not disputes.count():
        raise Refused(f"invoice {event.invoice} is not disputed")
    for dispute in disputes:
        dispute.resolved_at = work.now
    desk.withdraw(work, invoice.id, (t.TaskKind.DISPUTE,), "resolved", t.TaskState.DONE)
    return {invoice.id}


def apply_hold(work: Work, row: t.EventRow, event: HoldPlaced) -> set[int]:
    """Leave a case in peace up to and including a day."""
    invoice = invoice_of(work, event.creditor, event.invoice)
    case = load(work, open_episode_of(work, invoice))
    _within(event.until, case.calendar.local_day(work.now), case.policy.limits.hold_days, "until")
    work.session.add(t.Hold(invoice_id=invoice.id, event_id=row.id, until=event.until, reason=event.reason))
    return {invoice.id}


def apply_release(work: Work, row: t.EventRow, event: HoldReleased) -> set[int]:
    """End the holds of a case early."""
    invoice = invoice_of(work, event.creditor, event.invoice)
    today = load(work, open_episode_of(work, invoice)).calendar.local_day(work.now)
    holds = work.session.query(t.Hold).where(
        t.Hold.invoice_id == invoice.id, t.Hold.released_at.is_(None), t.Hold.until >= today
    )
    if not holds.count():
        raise Refused(f"invoice {event.invoice} is not on hold")
    for hold in holds:
        hold.released_at = work.now
    return {invoice.id}


def _within(day: dt.date, today: dt.date, days: int, field: str) -> None:
    last = today + dt.timedelta(days=days)
    if not today <= day <= last:
        raise Refused(f"{field}: expected a day from {today} to {last}, got {day}")
