"""Contacts that crossed with money: they left when the bank had it already, and we did not know yet."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from cobro.dunning.contact import COUNTED, ContactClass
from cobro.ledger import tables as t


def crossed(session: Session, creditor: str, number: str | None = None) -> dict[str, set[str]]:
    """The ids of the contacts that left between a payment's booking day and our learning of it, by invoice number.

    Args:
        session: a reading session.
        creditor: whose book.
        number: one invoice only, if given.
    """
    # The invoice that the money is on, whichever it had named; and of a bank's movement the day on which it was booked.
    events = (
        select(t.Invoice.number, t.EventRow.body, t.BankMovement.booked, t.EventRow.recorded_at)
        .join(t.Allocation, t.Allocation.event_id == t.EventRow.id)
        .join(t.Invoice, t.Invoice.id == t.Allocation.invoice_id)
        .outerjoin(t.MovementEvent, t.MovementEvent.event_id == t.EventRow.id)
        .outerjoin(t.BankMovement, t.BankMovement.id == t.MovementEvent.movement_id)
        .where(
            t.EventRow.creditor_id == creditor,
            t.EventRow.kind == "payment_received",
            t.EventRow.status == t.EventStatus.APPLIED,
            t.EventRow.undone_by.is_(None),
        )
    )
    contacts = (
        select(t.Invoice.number, t.Contact.id, t.Contact.local_day, t.Contact.claimed_at)
        .join(t.ContactStep, t.ContactStep.contact_id == t.Contact.id)
        .join(t.Invoice, t.Invoice.id == t.ContactStep.invoice_id)
        .where(
            t.Contact.creditor_id == creditor,
            t.Contact.contact_class == ContactClass.DUNNING,
            t.ContactStep.live,
            t.Contact.state.in_(COUNTED),
        )
    )
    if number is not None:
        events, contacts = events.where(t.Invoice.number == number), contacts.where(t.Invoice.number == number)
    paid: dict[str, list[tuple[str, dt.datetime]]] = defaultdict(list)
    for invoice, body, booked, learned in session.execute(events):
        paid[invoice].append((booked.isoformat() if booked else body["booked"], learned))
    found: dict[str, set[str]] = defaultdict(set)
    for invoice, contact, day, left in session.execute(contacts):
        if any(booked <= day.isoformat() and left < learned for booked, learned in paid[invoice]):
            found[invoice].add(contact)
    return dict(found)
