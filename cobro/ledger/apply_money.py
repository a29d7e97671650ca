"""Money: payments, credit notes and reversals. Never more on an invoice than it owes, never a cent lost (law 4)."""

from __future__ import annotations

from sqlalchemy import select

from cobro.dunning.event import CreditIssued, PaymentReceived, PaymentReversed
from cobro.dunning.money import Money
from cobro.dunning.move import Ending
from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.apply_plans import plans_of
from cobro.ledger.applying import Kept, invoice_of
from cobro.ledger.case import latest_episode
from cobro.ledger.moving import open_episode
from cobro.ledger.work import Work


def apply_receipt(work: Work, row: t.EventRow, event: PaymentReceived | CreditIssued) -> set[int]:
    """Apply a payment or a credit note to its invoice; what is too much stays with the event for a person."""
    invoice = invoice_of(work, event.creditor, event.invoice)
    if event.currency != invoice.currency:
        raise Kept(f"invoice {event.invoice} is in {invoice.currency}, the money in {event.currency}")
    _take(work, row, invoice, event.money)
    return {invoice.id}


def apply_reversal(work: Work, row: t.EventRow, event: PaymentReversed) -> set[int]:
    """Undo a payment: what it had paid is owed again, and a case that had ended by it opens its next episode."""
    invoice = invoice_of(work, event.creditor, event.invoice)
    payment = work.session.scalars(
        select(t.EventRow).where(
            t.EventRow.creditor_id == event.creditor,
            t.EventRow.event_id == event.payment,
            t.EventRow.kind == "payment_received",
        )
    ).first()
    if payment is None or payment.status is not t.EventStatus.APPLIED:
        raise Kept(f"reverses payment {event.payment}, which has not come")
    if payment.body["invoice"] != event.invoice:
        raise Kept(f"payment {event.payment} was for invoice {payment.body['invoice']}, not {event.invoice}")
    if _reversed_before(work, row, payment):
        raise Kept(f"payment {event.payment} was reversed before")
    applied = work.session.scalars(
        select(t.Allocation).where(t.Allocation.event_id == payment.id, t.Allocation.invoice_id == invoice.id)
    ).first()
    payment.unapplied_minor = 0
    if applied:
        _allocate(work, row, invoice, Money.from_minor(-applied.minor, invoice.currency))
        _use_credit(work, invoice)
        _reopen(work, invoice)
    return {invoice.id}


def _reversed_before(work: Work, row: t.EventRow, payment: t.EventRow) -> bool:
    others = work.session.scalars(
        select(t.EventRow).where(
            t.EventRow.creditor_id == payment.creditor_id,
            t.EventRow.kind == "payment_reversed",
            t.EventRow.status == t.EventStatus.APPLIED,
            t.EventRow.id != row.id,
        )
    )
    return any(other.body["payment"] == payment.event_id for other in others)


def _take(work: Work, row: t.EventRow, invoice: t.Invoice, money: Money) -> None:
    fits = min(money, invoice.open)
    extra = money - fits
    row.unapplied_minor = extra.minor
    row.reason = f"{extra} more than was owed: a credit of the customer" if extra else ""
    if fits:
        _allocate(work, row, invoice, fits)


def _use_credit(work: Work, invoice: t.Invoice) -> None:
    """What came for this invoice and was too much pays what a reversal left open: nobody is asked for it again."""
    rows = work.session.scalars(
        select(t.EventRow)
        .where(
            t.EventRow.creditor_id == invoice.creditor_id,
            t.EventRow.status == t.EventStatus.APPLIED,
            t.EventRow.unapplied_minor > 0,
            t.EventRow.dismissed_at.is_(None),
        )
        .order_by(t.EventRow.id)
    ).all()
    for row in rows:
        if row.body["invoice"] == invoice.number:
            _take(work, row, invoice, Money.from_minor(row.unapplied_minor, invoice.currency))


def _allocate(work: Work, row: t.EventRow, invoice: t.Invoice, money: Money) -> None:
    before = work.session.scalars(
        select(t.Allocation).where(t.Allocation.event_id == row.id, t.Allocation.invoice_id == invoice.id)
    ).first()
    if before is None:
        work.session.add(t.Allocation(event_id=row.id, invoice_id=invoice.id, minor=money.minor))
    else:
        before.minor += money.minor
    invoice.applied_minor += money.minor
    work.session.flush()
    evidence.append(work, invoice.id, "money", event=row.event_id, amount=str(money), left=str(invoice.open))


def _reopen(work: Work, invoice: t.Invoice) -> None:
    """A settled case is collected again, and so is one whose plan is over. One that was handed over, given up or is in
    a running plan stays where a person put it."""
    last = latest_episode(work.session, invoice.id)
    paid = last.ending is Ending.SETTLED
    if last.ending is Ending.PAYMENT_PLAN:
        paid = not plans_of(work, {invoice.id})
    if paid and invoice.open:
        open_episode(work, invoice, last.k + 1, "payment_reversed")
