"""Money: payments, credit notes and reversals. Never more on an invoice than it owes, never a cent lost (law 4)."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from cobro.dunning.event import CreditIssued, PaymentReceived, PaymentReversed
from cobro.dunning.money import Money
from cobro.dunning.move import Ending
from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.apply_plans import plans_of
from cobro.ledger.applying import Kept, Refused, invoice_of
from cobro.ledger.case import latest_episode
from cobro.ledger.habits import forget
from cobro.ledger.moving import open_episode
from cobro.ledger.work import Work

BANK = "bank"
"""The source of money that a movement on an account of ours proves."""


_BEFORE = select(t.Allocation).where(
    t.Allocation.event_id == bindparam("event"), t.Allocation.invoice_id == bindparam("invoice")
)


def apply_receipt(work: Work, row: t.EventRow, event: PaymentReceived | CreditIssued) -> set[int]:
    """Apply a payment or a credit note to its invoice; what is too much stays with the event for a person."""
    invoice = invoice_of(work, event.creditor, event.invoice)
    if event.currency != invoice.currency:
        raise Kept(f"invoice {event.invoice} is in {invoice.currency}, the money in {event.currency}")
    take(work, row, invoice, event.money)
    return {invoice.id}


def apply_reversal(work: Work, row: t.EventRow, event: PaymentReversed) -> set[int]:
    """Undo a payment: what it had paid is owed again, and a case that had ended by it opens its next episode."""
    payment = _payment(work, event.creditor, event.payment)
    if payment is None or not _is_there(payment):
        raise Kept(f"reverses payment {event.payment}, which has not come")
    named = _names(work, payment)
    if event.invoice not in named:
        raise Kept(f"payment {event.payment} was for invoice {named[0]}, not {event.invoice}")
    if reversals_of(work, payment, but=row):
        raise Kept(f"payment {event.payment} was reversed before")
    known = select(t.Invoice.id).where(t.Invoice.creditor_id == event.creditor, t.Invoice.number == event.invoice)
    return {*work.session.scalars(known), *_give_back(work, row, payment, "payment_reversed")}


def _is_there(payment: t.EventRow) -> bool:
    """Whether the money can be taken back. What was undone is none, but money in the bank stayed a credit."""
    return payment.status is t.EventStatus.APPLIED and (payment.undone_by is None or payment.unapplied_minor > 0)


def _names(work: Work, payment: t.EventRow) -> list[str]:
    """The invoice that a payment named, and those that a person applied it to."""
    paid = select(t.Invoice.number).join(t.Allocation, t.Allocation.invoice_id == t.Invoice.id)
    return [payment.body["invoice"], *work.session.scalars(paid.where(t.Allocation.event_id == payment.id))]


def undo_receipt(work: Work, by: t.EventRow, receipt: t.EventRow) -> set[int]:
    """A payment or credit note that was recorded by mistake: what it paid is owed again. Money that is in the bank
    stays, as a credit for a person to dispose of."""
    if reversals := reversals_of(work, receipt):
        before = reversals[0].event_id
        raise Refused(f"EVENT: {receipt.event_id} was taken back by {before}; undo that one first, if it was a mistake")
    touched = _give_back(work, by, receipt, f"{receipt.kind}_undone")
    if receipt.source == BANK:
        receipt.unapplied_minor = _whole(receipt).minor
    return touched


def undo_reversal(work: Work, by: t.EventRow, reversal: t.EventRow) -> set[int]:
    """The bank did not take a payment back after all: it pays again what it paid, as far as that is open."""
    payment = _payment(work, reversal.creditor_id, reversal.body["payment"])
    touched = set()
    for part in _allocations(work.session, reversal):
        invoice = work.session.get_one(t.Invoice, part.invoice_id)
        touched.add(invoice.id)
        came = Money.from_minor(-part.minor, invoice.currency)
        fits = min(came, invoice.open)
        if fits:
            _allocate(work, by, invoice, fits)
    if payment is not None:
        # What does not fit any more is a credit, and so is what was one before the reversal.
        payment.unapplied_minor = _whole(payment).minor - sum(paid_by(work.session, payment).values())
    return touched


def direct(work: Work, row: t.EventRow, invoice: t.Invoice) -> Money:
    """A person says which invoice money is for that no invoice took; returns how much of it that was."""
    money = _whole(row)
    if row.status is t.EventStatus.APPLIED:
        money = Money.from_minor(row.unapplied_minor, invoice.currency)
    before = invoice.open
    take(work, row, invoice, money)
    return before - invoice.open


def reversals_of(work: Work, payment: t.EventRow, *, but: t.EventRow | None = None) -> list[t.EventRow]:
    """The reversals of a payment that were applied and not undone."""
    rows = work.session.scalars(
        select(t.EventRow).where(
            t.EventRow.creditor_id == payment.creditor_id,
            t.EventRow.kind == "payment_reversed",
            t.EventRow.undone_by.is_(None),
            t.EventRow.about.in_(_names(work, payment)),
        )
    )
    # Whether it was applied is asked here: SQLite would look through everything that was, and not by the invoice.
    applied = [row for row in rows if row.status is t.EventStatus.APPLIED and row is not but]
    return [row for row in applied if row.body["payment"] == payment.event_id]


def _payment(work: Work, creditor_id: str, event_id: str) -> t.EventRow | None:
    return work.session.scalars(
        select(t.EventRow).where(
            t.EventRow.creditor_id == creditor_id,
            t.EventRow.event_id == event_id,
            t.EventRow.kind == "payment_received",
        )
    ).first()


def _allocations(session: Session, row: t.EventRow) -> list[t.Allocation]:
    chosen = select(t.Allocation).where(t.Allocation.event_id == row.id).order_by(t.Allocation.invoice_id)
    return list(session.scalars(chosen))


def paid_by(session: Session, receipt: t.EventRow) -> dict[int, int]:
    """What a receipt pays now of each invoice, in smallest units: less what was taken back since, and with what came
    back."""
    paid = {part.invoice_id: part.minor for part in _allocations(session, receipt)}
    later = session.execute(
        select(t.Allocation.invoice_id, t.Allocation.minor, t.EventRow.event_id, t.EventRow.body)
        .join(t.EventRow, t.EventRow.id == t.Allocation.event_id)
        .where(
            t.Allocation.invoice_id.in_(paid),
            t.EventRow.creditor_id == receipt.creditor_id,
            t.EventRow.kind.in_(("payment_reversed", "event_undone")),
        )
        .order_by(t.EventRow.id)
    )
    about = {receipt.event_id}
    for invoice_id, minor, event_id, body in later:
        # A reversal names the payment; what undoes either names that event.
        if (body.get("payment") or body.get("event")) in about:
            about.add(event_id)
            paid[invoice_id] += minor
    return paid


def _whole(receipt: t.EventRow) -> Money:
    return Money(Decimal(receipt.body["amount"]), receipt.body["currency"])


def _give_back(work: Work, by: t.EventRow, receipt: t.EventRow, reason: str) -> set[int]:
    receipt.unapplied_minor = 0
    touched = set()
    for invoice_id, minor in paid_by(work.session, receipt).items():
        invoice = work.session.get_one(t.Invoice, invoice_id)
        touched.add(invoice.id)
        if minor:
            _allocate(work, by, invoice, Money.from_minor(-minor, invoice.currency))
            _use_credit(work, invoice)
            _reopen(work, invoice, reason)
    return touched


def take(work: Work, row: t.EventRow, invoice: t.Invoice, money: Money) -> None:
    """Put money of an event on an invoice, as much as it owes; the rest stays with the event as a credit."""
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
            t.EventRow.undone_by.is_(None),
            t.EventRow.about == invoice.number,
        )
        .order_by(t.EventRow.id)
    ).all()
    for row in rows:
        if row.body["invoice"] == invoice.number:
            take(work, row, invoice, Money.from_minor(row.unapplied_minor, invoice.currency))


def _allocate(work: Work, row: t.EventRow, invoice: t.Invoice, money: Money) -> None:
    before = work.session.scalars(_BEFORE, {"event": row.id, "invoice": invoice.id}).first()
    if before is None:
        work.session.add(t.Allocation(event_id=row.id, invoice_id=invoice.id, minor=money.minor))
    else:
        before.minor += money.minor
    invoice.applied_minor += money.minor
    work.session.flush()
    forget(work.session, invoice.customer_id)
    evidence.append(work, invoice.id, "money", event=row.event_id, amount=str(money), left=str(invoice.open))


def _reopen(work: Work, invoice: t.Invoice, reason: str) -> None:
    """A settled case is collected again, and so is one whose plan is over. One that was handed over, given up or is in
    a running plan stays where a person put it."""
    last = latest_episode(work.session, invoice.id)
    paid = last.ending is Ending.SETTLED
    if last.ending is Ending.PAYMENT_PLAN:
        paid = not plans_of(work, {invoice.id})
    if paid and invoice.open:
        open_episode(work, invoice, last.k + 1, reason)
