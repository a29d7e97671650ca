"""What the bank took back since a customer was last written to: the next letter says so, once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cobro.dunning.contact import COUNTED, Channel, ContactClass
from cobro.ledger import tables as t


def returned_since_last_letter(session: Session, invoices: Sequence[t.Invoice]) -> dict[int, dt.date]:
    """For each invoice that a payment was taken back from, and no letter has said so: the bank's day. What the payment
    itself had named does not count: a person may have put the money on another invoice."""
    ids = [invoice.id for invoice in invoices]
    rows = session.execute(
        select(t.Allocation.invoice_id, t.EventRow.body, t.EventRow.applied_at)
        .join(t.EventRow, t.EventRow.id == t.Allocation.event_id)
        .where(
            t.Allocation.invoice_id.in_(ids),
            t.EventRow.kind == "payment_reversed",
            t.EventRow.status == t.EventStatus.APPLIED,
            t.EventRow.undone_by.is_(None),
        )
        .order_by(t.EventRow.id)
    ).all()
    if not rows:
        return {}
    told = _last_letters(session, ids)
    return {
        invoice: dt.date.fromisoformat(body["booked"])
        for invoice, body, at in rows
        if invoice not in told or told[invoice] < at
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
