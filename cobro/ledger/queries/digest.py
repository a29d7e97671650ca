"""What a creditor's people are told each working morning, read from the ledger. Nothing here changes anything."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cobro.dunning.calendar import Calendar
from cobro.dunning.contact import Channel, ContactState
from cobro.dunning.digest import Digest, FellDue, NotDelivered, Overdue, Waits
from cobro.dunning.move import Role
from cobro.ledger import tables as t
from cobro.ledger.queries.bank import waiting_movements
from cobro.ledger.queries.desk import invoices_of_task
from cobro.ledger.queries.digest_calls import planned_calls
from cobro.ledger.queries.digest_dates import Span, dates_running_out
from cobro.ledger.queries.digest_people import Owners, about
from cobro.ledger.work import Rules, Work

_DAY = dt.timedelta(days=1)
_LONGEST = dt.timedelta(days=14)
"""What happened longer ago is no news, however long no digest was sent."""
_TOLD = (t.DigestState.SENDING, t.DigestState.SENT, t.DigestState.UNKNOWN, t.DigestState.EMPTY)
_LEFT = (ContactState.SENDING, ContactState.SENT, ContactState.UNKNOWN)
_FAILED = (ContactState.UNDELIVERABLE, ContactState.UNKNOWN)


def morning_digest(
    session: Session, creditor_id: str, rules: Rules, now: dt.datetime, day: dt.date | None = None
) -> Digest:
    """The digest of a day, today if not said, from what the ledger knows now. The creditor is one that it has."""
    creditor = session.get_one(t.Creditor, creditor_id)
    value, work = creditor.value, Work(session=session, rules=rules, now=now, who="")
    zone = ZoneInfo(value.zone)
    day = day or now.astimezone(zone).date()
    span = Span(_since(session, creditor_id, day, rules.home(value, around=day)), day)
    begin, end = (dt.datetime.combine(each, dt.time(), tzinfo=zone) for each in (span.since, day))
    owners = Owners(session, creditor)
    return Digest(
        creditor=creditor_id,
        company=value.name,
        language=value.language,
        day=day,
        since=span.since,
        fell_due=tuple(_fell_due(session, creditor_id, span, owners)),
        planned=planned_calls(session, creditor_id, day, owners),
        overdue=tuple(_overdue(session, creditor_id, day)),
        runs_out=dates_running_out(work, creditor, span, owners),
        waits=tuple(
            Waits(row.movement, row.booked, row.amount, row.payer) for row in waiting_movements(session, creditor_id)
        ),
        kept=_kept(session, creditor_id),
        undelivered=tuple(_undelivered(session, creditor_id, begin, end, owners)),
        left=_left(session, creditor_id, begin, end, span),
    )


def _since(session: Session, creditor_id: str, day: dt.date, home: Calendar) -> dt.date:
    """The day of the digest before; without one, the working day before the first that was to be sent."""
    earlier = [t.DigestRow.creditor_id == creditor_id, t.DigestRow.day < day]
    last = session.scalar(select(func.max(t.DigestRow.day)).where(*earlier, t.DigestRow.state.in_(_TOLD)))
    if last is not None:
        return max(last, day - _LONGEST)
    first = session.scalar(select(func.min(t.DigestRow.day)).where(*earlier))
    before = max(first or day, day - _LONGEST) - _DAY
    while home.why_closed(before):
        before -= _DAY
    return before


def _fell_due(session: Session, creditor_id: str, span: Span, owners: Owners) -> Iterator[FellDue]:
    rows = session.execute(
        select(t.Invoice, t.Customer)
        .join(t.Customer, t.Customer.id == t.Invoice.customer_id)
        .join(t.Episode, t.Episode.invoice_id == t.Invoice.id)
        .where(
            t.Invoice.creditor_id == creditor_id,
            t.Invoice.due >= span.since,
            t.Invoice.due < span.day,
            t.Episode.ending.is_(None),
        )
        .order_by(t.Invoice.due, t.Invoice.number)
    )
    for invoice, customer in rows:
        yield FellDue(**about(customer, [invoice], owners.of(customer.id, Role.JUNIOR)), due=invoice.due)


def _overdue(session: Session, creditor_id: str, day: dt.date) -> Iterator[Overdue]:
    rows = session.execute(
        select(t.Task, t.Customer)
        .join(t.Customer, t.Customer.id == t.Task.customer_id)
        .where(t.Task.creditor_id == creditor_id, t.Task.state == t.TaskState.OPEN, t.Task.due < day)
        .order_by(t.Task.due, t.Task.id)
    )
    for task, customer in rows.all():
        whom = about(customer, invoices_of_task(session, task.id), task.owner)
        yield Overdue(**whom, task=task.id, kind=task.kind.value, goal=task.goal, due=task.due)


def _kept(session: Session, creditor_id: str) -> int:
    kept = select(func.count()).where(t.EventRow.creditor_id == creditor_id, t.EventRow.status == t.EventStatus.KEPT)
    return int(session.scalar(kept) or 0)


def _undelivered(
    session: Session, creditor_id: str, begin: dt.datetime, end: dt.datetime, owners: Owners
) -> Iterator[NotDelivered]:
    rows = session.execute(
        select(t.Contact, t.Customer)
        .join(t.Customer, t.Customer.id == t.Contact.customer_id)
        .where(
            t.Contact.creditor_id == creditor_id,
            t.Contact.state.in_(_FAILED),
            t.Contact.settled_at >= begin,
            t.Contact.settled_at < end,
        )
        .order_by(t.Contact.settled_at, t.Contact.id)
    )
    for contact, customer in rows.all():
        invoices = session.scalars(
            select(t.Invoice)
            .join(t.ContactStep, t.ContactStep.invoice_id == t.Invoice.id)
            .where(t.ContactStep.contact_id == contact.id)
            .order_by(t.Invoice.due, t.Invoice.number)
        ).all()
        whom = about(customer, invoices, owners.of(customer.id, Role.JUNIOR))
        unknown = contact.state is ContactState.UNKNOWN
        yield NotDelivered(**whom, channel=contact.channel.value, unknown=unknown)


def _left(session: Session, creditor_id: str, begin: dt.datetime, end: dt.datetime, span: Span) -> dict[str, int]:
    """How many messages left by each channel, and how many calls were logged."""
    sent = session.execute(
        select(t.Contact.channel, func.count())
        .where(
            t.Contact.creditor_id == creditor_id,
            t.Contact.state.in_(_LEFT),
            t.Contact.channel != Channel.CALL,
            t.Contact.claimed_at >= begin,
            t.Contact.claimed_at < end,
        )
        .group_by(t.Contact.channel)
    )
    calls = session.scalar(
        select(func.count(t.Call.id))
        .join(t.Task, t.Task.id == t.Call.task_id)
        .where(t.Task.creditor_id == creditor_id, t.Call.local_day >= span.since, t.Call.local_day < span.day)
    )
    return dict(Counter({channel.value: count for channel, count in sent}) + Counter({"call": int(calls or 0)}))
