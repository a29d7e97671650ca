"""Whom an event concerns: the customers to lock before it is applied, and an invoice by which it is found till then."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import bindparam, select, union_all
from sqlalchemy.orm import Session

from cobro.dunning import event as ev
from cobro.ledger import tables as t

Private = Mapping[str, Any]
"""What of an event is personal data; see `EventRow.private`."""


_OWNERS = select(t.Invoice.customer_id).where(
    t.Invoice.creditor_id == bindparam("creditor"), t.Invoice.number.in_(bindparam("numbers", expanding=True))
)


def customers_of(session: Session, event: ev.Event, private: Private | None = None) -> list[int]:
    """The customers whose cases an event may change; none where the ledger knows nobody whom it concerns."""
    if isinstance(event, ev.CallLogged | ev.ReplyHandled):
        task = session.get(t.Task, event.task)
        return [task.customer_id] if task is not None and task.creditor_id == event.creditor else []
    if isinstance(event, ev.ContactReported):
        contact = session.get(t.Contact, event.contact)
        return [contact.customer_id] if contact is not None and contact.creditor_id == event.creditor else []
    if isinstance(event, ev.MessageReceived):
        return senders(session, event, private or {})
    if isinstance(event, ev.EventUndone):
        return _of_invoices(session, event.creditor, invoices_of_event(session, event.creditor, event.event))
    found = _of_invoices(session, event.creditor, event.invoices)
    if isinstance(event, ev.PaymentReversed):
        # A person may have applied the payment to another invoice, of another customer even.
        found += _of_invoices(session, event.creditor, invoices_of_event(session, event.creditor, event.payment))
    if isinstance(event, ev.InvoiceIssued):
        chosen = select(t.Customer.id).where(t.Customer.creditor_id == event.creditor, t.Customer.ref == event.customer)
        found += session.scalars(chosen).all()
    return found


def about(session: Session, event: ev.Event, private: Private | None = None) -> str | None:
    """The number of an invoice of whoever an event concerns: one that it names, or else any of the customer's. None for
    a message that several customers may have sent."""
    if event.invoices:
        return event.invoices[0]
    customers = customers_of(session, event, private)
    if not customers or (isinstance(event, ev.MessageReceived) and len(customers) > 1):
        return None
    return session.scalars(
        select(t.Invoice.number).where(t.Invoice.customer_id.in_(customers)).order_by(t.Invoice.id).limit(1)
    ).first()


def senders(session: Session, event: ev.MessageReceived, private: Private) -> list[int]:
    """Who wrote: the customer of the contact that is answered, else every customer with the sender's address, be it
    that of somebody with a role there."""
    if event.contact is not None:
        contact = session.get(t.Contact, event.contact)
        if contact is not None and contact.creditor_id == event.creditor:
            return [contact.customer_id]
    field = "email" if event.channel == "email" else "phone"
    address = str(private.get("from") or "").strip()
    if not address:
        return []
    own, theirs = (table.profile[field].as_string() for table in (t.Customer, t.CustomerContact))
    of_creditor = t.Customer.creditor_id == event.creditor
    chosen = select(t.Customer.id, own.label("known")).where(of_creditor, own.is_not(None))
    people = (
        select(t.Customer.id, theirs.label("known"))
        .join(t.CustomerContact, t.CustomerContact.customer_id == t.Customer.id)
        .where(of_creditor, theirs.is_not(None))
    )
    wanted = address.casefold()
    rows = session.execute(union_all(chosen, people))
    return sorted({customer for customer, known in rows if known.casefold() == wanted})


def invoices_of_event(session: Session, creditor_id: str, event_id: str) -> tuple[str, ...]:
    """The numbers of the invoices that a stored event touches: those it names, its money, and its tasks'."""
    row = session.scalars(
        select(t.EventRow).where(t.EventRow.creditor_id == creditor_id, t.EventRow.event_id == event_id)
    ).first()
    if row is None:
        return ()
    named = row.body.get("invoices") or [row.body.get("invoice"), row.about]
    numbers = {number for number in named if isinstance(number, str)}
    paid = select(t.Invoice.number).join(t.Allocation, t.Allocation.invoice_id == t.Invoice.id)
    numbers.update(session.scalars(paid.where(t.Allocation.event_id == row.id)))
    asked = (
        select(t.Invoice.number)
        .join(t.TaskInvoice, t.TaskInvoice.invoice_id == t.Invoice.id)
        .join(t.Task, t.Task.id == t.TaskInvoice.task_id)
    )
    numbers.update(session.scalars(asked.where(t.Task.creditor_id == creditor_id, t.Task.id == row.body.get("task"))))
    return tuple(sorted(numbers))


def _of_invoices(session: Session, creditor_id: str, numbers: tuple[str, ...]) -> list[int]:
    return list(session.scalars(_OWNERS, {"creditor": creditor_id, "numbers": list(numbers)}))
