"""What the bank took back since a customer was last written to: the next letter says so, once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cobro.dunning.contact import COUNTED, Channel, ContactClass
from cobro.ledger import tables as t


def returned_since_last_letter(session: Session, invoices: Sequence[t.Invoice]) -> dict[int, dt.date]:
    """For each invoice of one creditor of which a payment was taken back and no letter has said so: the bank's day."""
    numbers = {invoice.number: invoice.id for invoice in invoices}
    if not numbers:
        return {}
    rows = session.execute(
        select(t.EventRow.about, t.EventRow.body, t.EventRow.applied_at)
        .where(
            t.EventRow.creditor_id == invoices[0].creditor_id,
            t.EventRow.kind == "payment_reversed",
            t.EventRow.status == t.EventStatus.APPLIED,
            t.EventRow.undone_by.is_(None),
            t.EventRow.about.in_(numbers),
        )
        .order_by(t.EventRow.id)
    ).all()
    if not rows:
        return {}
    told = _last_letters(session, list(numbers.values()))
    return {
        numbers[about]: dt.date.fromisoformat(body["booked"])
        for about, body, at in rows
        if numbers[about] not in told or told[numbers[about]] < at
    }


def _last_letters(session: Session, invoice_ids: list[int]) -> dict[int, dt.datetime]:
    rows = session.execute(
        select(t.ContactStep.invoice_id, func.max(t.Contact.claimed_at))
        .join(t.Contact, t.Contact.id == t.ContactStep.contact_id)
        .where(
            t.ContactStep.invoice_id.in_(invoice_ids),
            t.ContactStep.live,
            t.Contact.contact_class == ContactClass.DUNNING,
            t.Contact.channel == Channel.EMAIL,
            t.Contact.state.in_(COUNTED),
        )
        .group_by(t.ContactStep.invoice_id)
    )
    return dict(rows.all())
