"""Contacts of which nobody knows what became of them, and what a provider says of one when it is asked later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from cobro.dunning.contact import Accepted, Channel, ContactState, Message, NotActed
from cobro.ledger import tables as t
from cobro.ledger.case import is_over
from cobro.ledger.locks import lock_customers
from cobro.ledger.moving import settle
from cobro.ledger.outcome import cases_of, write_outcome
from cobro.ledger.work import Work

_DOUBTFUL = (
    select(t.Contact)
    .where(
        # Written out in the statement: otherwise SQLite would not see that the index of these is enough.
        t.Contact.state == bindparam("unknown", ContactState.UNKNOWN, literal_execute=True),
        t.Contact.channel.in_(bindparam("channels", expanding=True)),
        t.Contact.claimed_at >= bindparam("since"),
    )
    .order_by(t.Contact.claimed_at)
)


def doubtful(session: Session, channels: Iterable[Channel], since: dt.datetime) -> list[Message]:
    """The messages that may or may not have left, claimed at `since` or later, oldest first."""
    return [row.message for row in session.scalars(_DOUBTFUL, {"channels": list(channels), "since": since})]


def resolve(work: Work, contact_id: str, evidence: Accepted | NotActed) -> None:
    """Write down what a look-up proved. A message that never left gives its step back to the cases that it covered,
    and wakes them; what was reported, paid or stopped since stands."""
    contact = work.session.get_one(t.Contact, contact_id)
    lock_customers(work.session, contact.creditor_id, [contact.customer_id])
    if contact.state is not ContactState.UNKNOWN:
        return
    write_outcome(work, contact, evidence)
    for case in cases_of(work, contact):
        if not is_over(work.session, case.episode):
            settle(work, case.episode)
