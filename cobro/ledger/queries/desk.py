"""The desk: what people have to do, and the money and messages that wait for them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cobro.dunning.contact import COUNTED, Channel, ContactClass
from cobro.dunning.formal import is_formal
from cobro.dunning.money import Money
from cobro.dunning.owed import is_owed
from cobro.dunning.parties import Recipient
from cobro.ledger import tables as t


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One open task of the desk, with whom to reach and what about."""

    number: int
    kind: t.TaskKind
    customer: str
    name: str
    contact: str | None
    phone: str | None
    email: str | None
    invoices: tuple[str, ...]
    open: tuple[Money, ...]
    """What is open on each of the invoices."""
    also_open: tuple[tuple[str, Money], ...]
    """For a call: what else of the customer is overdue and open, number and sum."""
    heard_today: Channel | None
    """For a call: how the customer was reminded today already. It is made on another day then."""
    goal: str
    owner: str
    due: dt.date
    overdue: bool
    note: str | None
    """What the customer wrote, of a reply."""


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A reported event that waits for what it needs, or for a person."""

    event: str
    kind: str
    about: tuple[str, ...]
    amount: str | None
    reason: str
    recorded_at: dt.datetime
    who: str
    note: str | None
    sender: str | None
    """Who wrote, of a message that nobody could place."""
    claimed: str | None
    """Who is said to have written, where the mail system does not vouch for it."""


@dataclass(frozen=True, slots=True)
class CreditLine:
    """Money of an event that no invoice took."""

    event: str
    invoice: str
    customer: str
    credit: Money
    recorded_at: dt.datetime


def open_tasks(session: Session, creditor: str, now: dt.datetime) -> list[TaskLine]:
    """The desk: what people have to do, the most pressing first."""
    rows = session.execute(
        select(t.Task, t.Customer)
        .join(t.Customer, t.Customer.id == t.Task.customer_id)
        .where(t.Task.creditor_id == creditor, t.Task.state == t.TaskState.OPEN)
        .order_by(t.Task.due, t.Task.id)
    ).all()
    return [_task_line(session, task, customer, now) for task, customer in rows]


def invoices_of_task(session: Session, task: int) -> Sequence[t.Invoice]:
    """The invoices that a task is about."""
    return session.scalars(
        select(t.Invoice)
        .join(t.TaskInvoice, t.TaskInvoice.invoice_id == t.Invoice.id)
        .where(t.TaskInvoice.task_id == task, t.TaskInvoice.live)
        .order_by(t.Invoice.due, t.Invoice.number)
    ).all()


def invoice_to_answer(session: Session, creditor: str, customer: str) -> str | None:
    """The invoice that a customer's letter is about, where the letter does not say: the longest overdue open one, else
    the last one; None where there is no such customer."""
    rows = session.scalars(
        select(t.Invoice)
        .join(t.Customer, t.Customer.id == t.Invoice.customer_id)
        .where(t.Invoice.creditor_id == creditor, t.Customer.ref == customer)
        .order_by(t.Invoice.due, t.Invoice.id)
    ).all()
    still_open = [row for row in rows if row.open]
    return next((row.number for row in (*still_open, *rows[-1:])), None)


def find_task(session: Session, creditor: str, task: int) -> tuple[t.Task, t.Customer] | None:
    """A task and its customer."""
    row = session.execute(
        select(t.Task, t.Customer)
        .join(t.Customer, t.Customer.id == t.Task.customer_id)
        .where(t.Task.id == task, t.Task.creditor_id == creditor)
    ).first()
    return (row[0], row[1]) if row else None


def _task_line(session: Session, task: t.Task, customer: t.Customer, now: dt.datetime) -> TaskLine:
    invoices, profile = invoices_of_task(session, task.id), customer.profile
    today = now.astimezone(ZoneInfo(profile["zone"])).date()
    person = _person(session, task)
    return TaskLine(
        number=task.id,
        kind=task.kind,
        customer=customer.ref,
        name=profile["name"],
        contact=f"{person.name} ({person.role})" if person else profile.get("contact"),
        phone=(person.phone if person else None) or profile.get("phone"),
        email=(person.email if person else None) or profile.get("email"),
        invoices=tuple(invoice.number for invoice in invoices),
        open=tuple(invoice.open for invoice in invoices),
        also_open=_also_open(session, task, {invoice.id for invoice in invoices}, today),
        heard_today=_heard_today(session, task, today),
        goal=task.goal,
        owner=task.owner,
        due=task.due,
        overdue=task.due < today,
        note=session.get_one(t.EventRow, task.event_id).note
        if task.event_id and task.kind is t.TaskKind.REPLY
        else None,
    )


def _person(session: Session, task: t.Task) -> Recipient | None:
    """Whom a call is to reach, where the ladder asks for somebody with a role at the customer."""
    role = session.scalars(
        select(t.Contact.role)
        .join(t.TaskInvoice, t.TaskInvoice.contact_id == t.Contact.id)
        .where(t.TaskInvoice.task_id == task.id, t.TaskInvoice.live, t.Contact.role.is_not(None))
        .order_by(t.Contact.claimed_at.desc())
        .limit(1)
    ).first()
    row = session.get(t.CustomerContact, (task.customer_id, role)) if role else None
    return row.value if row else None


def _also_open(session: Session, task: t.Task, named: Collection[int], today: dt.date) -> tuple[tuple[str, Money], ...]:
    """Who is called is asked once, about everything: what is overdue and undisputed, and not on the task by a step of
    its own. What something keeps quiet (a hold, a promise, a formal notice, a debit on its way) is not spoken of: its
    case has no step of the ladder ahead."""
    if task.kind not in t.TALKS:
        return ()
    disputed = (
        select(func.coalesce(func.sum(t.Dispute.minor), 0))
        .where(t.Dispute.invoice_id == t.Invoice.id, t.Dispute.resolved_at.is_(None))
        .scalar_subquery()
    )
    ahead = (
        select(t.MoveRow.step)
        .where(t.MoveRow.episode_id == t.Episode.id)
        .order_by(t.MoveRow.n.desc())
        .limit(1)
        .scalar_subquery()
    )
    rows = session.execute(
        select(t.Invoice, disputed, ahead)
        .join(t.Episode, t.Episode.invoice_id == t.Invoice.id)
        .where(
            t.Invoice.customer_id == task.customer_id,
            t.Invoice.due < today,
            t.Invoice.applied_minor < t.Invoice.total_minor,
            t.Episode.ending.is_(None),
        )
        .order_by(t.Invoice.due, t.Invoice.number)
    )
    sums = [
        (row, row.open.minor - int(contested))
        for row, contested, step in rows
        if row.id not in named and step and not is_owed(step) and not is_formal(step)
    ]
    return tuple((row.number, Money.from_minor(left, row.currency)) for row, left in sums if left > 0)


def _heard_today(session: Session, task: t.Task, today: dt.date) -> Channel | None:
    """How the customer of a call was reminded today already: then nobody calls before tomorrow (law 3)."""
    if task.kind is not t.TaskKind.CALL:
        return None
    return session.scalars(
        select(t.Contact.channel)
        .where(
            t.Contact.customer_id == task.customer_id,
            t.Contact.local_day == today,
            t.Contact.channel != Channel.CALL,
            t.Contact.contact_class != ContactClass.OWED,
            t.Contact.state.in_(COUNTED),
        )
        .limit(1)
    ).first()


def kept(session: Session, creditor: str) -> list[KeptLine]:
    """What was reported and could not be applied, oldest first."""
    rows = session.scalars(
        select(t.EventRow)
        .where(t.EventRow.creditor_id == creditor, t.EventRow.status == t.EventStatus.KEPT)
        .order_by(t.EventRow.id)
    )
    return [
        KeptLine(
            event=row.event_id,
            kind=row.kind,
            about=about(row),
            amount=f"{row.body['amount']} {row.body['currency']}" if row.body.get("currency") else None,
            reason=row.reason,
            recorded_at=row.recorded_at,
            who=row.who,
            note=row.note,
            sender=(row.private or {}).get("from"),
            claimed=(row.private or {}).get("claimed"),
        )
        for row in rows
    ]


def about(row: t.EventRow) -> tuple[str, ...]:
    """The numbers of the invoices that an event names."""
    named = row.body.get("invoices") or [row.body.get("invoice")]
    return tuple(number for number in named if isinstance(number, str))


def credits(session: Session, creditor: str) -> list[CreditLine]:
    """Money that was more than was owed, oldest first."""
    rows = session.scalars(
        select(t.EventRow)
        .where(
            t.EventRow.creditor_id == creditor,
            t.EventRow.unapplied_minor > 0,
            t.EventRow.dismissed_at.is_(None),
        )
        .order_by(t.EventRow.id)
    ).all()
    named = session.execute(
        select(t.Invoice.number, t.Customer.ref)
        .join(t.Customer, t.Customer.id == t.Invoice.customer_id)
        .where(t.Invoice.creditor_id == creditor, t.Invoice.number.in_([row.body["invoice"] for row in rows]))
    )
    owners = dict(named.all())
    return [
        CreditLine(
            event=row.event_id,
            invoice=row.body["invoice"],
            customer=owners[row.body["invoice"]],
            credit=Money.from_minor(row.unapplied_minor, row.body["currency"]),
            recorded_at=row.recorded_at,
        )
        for row in rows
    ]
