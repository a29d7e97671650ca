"""Each contact in the report of a rehearsal: the steps of the invoices that it carried, and what shifted it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cobro.dunning.contact import ContactState
from cobro.ledger import tables as t
from cobro.rehearsal.case_report import unnumbered


def contacts(session: Session, creditor: str) -> list[dict[str, Any]]:
    """All that left, and the calls that were not withdrawn; by the ledger's own keys, in the order of days."""
    rows = session.execute(
        select(t.Contact, t.MoveRow.shifted, t.Invoice.number, t.ContactStep.step)
        .join(t.ContactStep, t.ContactStep.contact_id == t.Contact.id)
        .join(t.Invoice, t.Invoice.id == t.ContactStep.invoice_id)
        .outerjoin(t.MoveRow, (t.MoveRow.episode_id == t.Contact.episode_id) & (t.MoveRow.n == t.Contact.n))
        .where(t.Contact.creditor_id == creditor, t.Contact.state != ContactState.WITHDRAWN)
        .order_by(t.Contact.local_day, t.Contact.customer_id, t.Contact.claimed_at, t.Invoice.number)
    )
    found: dict[str, dict[str, Any]] = {}
    for contact, shifted, number, step in rows:
        told = found.setdefault(
            contact.id,
            {
                "day": contact.local_day.isoformat(),
                "customer": f"c{contact.customer_id}",
                "channel": contact.channel.value,
                "steps": {},
                "shifted": shifted,
            },
        )
        told["steps"][number] = unnumbered(step)
    return list(found.values())
