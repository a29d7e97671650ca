"""What the ways in ask the ledger about: whose a contact is, and what an earlier event of a provider said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cobro.dunning.contact import Channel
from cobro.ledger import tables as t


def bodies(session: Session, creditor_id: str, event_ids: Iterable[str]) -> Mapping[str, Mapping[str, Any]]:
    """The stored events of these ids, by id."""
    rows = session.execute(
        select(t.EventRow.event_id, t.EventRow.body).where(
            t.EventRow.creditor_id == creditor_id, t.EventRow.event_id.in_(list(event_ids))
        )
    )
    return {row.event_id: row.body for row in rows}


def creditors_of_contacts(session: Session, contacts: Iterable[str]) -> Mapping[str, str]:
    """Whose each contact is; one that the ledger does not know is left out."""
    rows = session.execute(select(t.Contact.id, t.Contact.creditor_id).where(t.Contact.id.in_(list(contacts))))
    return {row.id: row.creditor_id for row in rows}


def creditors_of_number(session: Session, phone: str) -> Sequence[str]:
    """Every creditor who has a customer with this telephone number (E.164)."""
    chosen = select(t.Customer.creditor_id).where(t.Customer.profile["phone"].as_string() == phone)
    return session.scalars(chosen.distinct().order_by(t.Customer.creditor_id)).all()


def last_texted_by(session: Session, phone: str) -> str | None:
    """The creditor whose text message to this number was the last; None where nobody wrote to it."""
    return session.scalars(
        select(t.Contact.creditor_id)
        .where(t.Contact.channel == Channel.SMS, t.Contact.recipient == phone)
        .order_by(t.Contact.claimed_at.desc(), t.Contact.id.desc())
        .limit(1)
    ).first()
