"""What comes in by e-mail and text message: whoever wrote is left in peace until somebody answers."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from cobro.dunning.event import MessageReceived, Wish
from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.apply_replies import leave_in_peace
from cobro.ledger.applying import Kept
from cobro.ledger.case import latest_episode, load, open_cases
from cobro.ledger.concerned import senders
from cobro.ledger.work import Work


def apply_message(work: Work, row: t.EventRow, event: MessageReceived) -> set[int]:
    """Tie a message to the one customer who can have written it, and put it on the desk. A machine's pauses nobody."""
    private = row.private or {}
    customers = senders(work.session, event, private)
    if event.wish is not None:
        if not customers:
            raise Kept("no customer has this number")
        return grant(work, customers, event.wish)
    if event.automatic:
        row.reason = "written by a machine: nobody is paused by it"
        return set()
    if not customers and "claimed" in private:
        raise Kept("nobody vouches for its sender: say whose it is with 'apply'")
    if len(customers) != 1:
        who = "several customers have" if customers else "no customer has"
        raise Kept(f"{who} this sender's address: say whose it is with 'apply'")
    invoice = _invoice(work, event, customers[0])
    if invoice is None:
        raise Kept("its sender has no invoice here")
    return leave_in_peace(work, row, load(work, latest_episode(work.session, invoice.id)))


def grant(work: Work, customers: Iterable[int], wish: Wish) -> set[int]:
    """Text messages to these customers are stopped, or allowed again; returns the invoices of their open cases."""
    touched = set()
    for customer_id in customers:
        work.session.get_one(t.Customer, customer_id).sms_stopped = wish is Wish.STOP
        work.session.flush()
        for case in open_cases(work, customer_id):
            evidence.append(work, case.invoice.id, "sms_stopped" if wish is Wish.STOP else "sms_allowed")
            touched.add(case.invoice.id)
    return touched


def _invoice(work: Work, event: MessageReceived, customer_id: int) -> t.Invoice | None:
    """What the message is about: an invoice of the contact that it answers, else the longest overdue, else the last."""
    chosen = select(t.Invoice).where(t.Invoice.customer_id == customer_id).order_by(t.Invoice.due, t.Invoice.id)
    covered = select(t.ContactStep.invoice_id).where(t.ContactStep.contact_id == event.contact)
    answered = work.session.scalars(chosen.where(t.Invoice.id.in_(covered))).first() if event.contact else None
    invoices = work.session.scalars(chosen).all()
    unpaid = next((invoice for invoice in invoices if invoice.open), None)
    return answered or unpaid or (invoices[-1] if invoices else None)
