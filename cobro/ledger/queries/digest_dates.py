"""The dates that run out today or in the days that follow: promises, holds, formal notices, and what is on the desk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cobro.dunning.contact import COUNTED
from cobro.dunning.digest import HOLD, NOTICE, PROMISE, SOON_DAYS, RunsOut
from cobro.dunning.formal import FORMAL
from cobro.dunning.money import Money
from cobro.dunning.move import Role
from cobro.dunning.silence import silenced_until
from cobro.ledger import tables as t
from cobro.ledger.case import calendar_of
from cobro.ledger.policies import in_force
from cobro.ledger.queries.digest_people import Owners, about
from cobro.ledger.queries.digest_tasks import tasks_due
from cobro.ledger.work import Work

_DAY = dt.timedelta(days=1)
_LONGEST_TRUST = 31 * _DAY
"""No promise is trusted so long after its day: neither grace nor a due date that comes later makes it so."""


@dataclass(frozen=True, slots=True)
class Span:
    """The day of a digest, and the day of the one before."""

    since: dt.date
    day: dt.date

    @property
    def soon(self) -> dt.date:
        """The last day of which is told ahead."""
        return self.day + SOON_DAYS * _DAY


def dates_running_out(work: Work, creditor: t.Creditor, span: Span, owners: Owners) -> tuple[RunsOut, ...]:
    """What runs out, the first first."""
    session = work.session
    found = [
        *_promises(work, creditor, span, owners),
        *_holds(session, creditor.id, span, owners),
        *_notices(session, creditor.id, span, owners),
        *_tasks(session, creditor.id, span),
    ]
    return tuple(sorted(found, key=lambda each: (each.day, each.what, each.customer, each.invoices)))


def _tasks(session: Session, creditor_id: str, span: Span) -> Iterator[RunsOut]:
    """What else people have to do by then; calls are told of apart."""
    for task, whom in tasks_due(session, creditor_id, span.day, span.soon, t.Task.kind.not_in(t.TALKS)):
        yield RunsOut(**whom, day=task.due, what=task.kind.value, task=task.id)


def _holds(session: Session, creditor_id: str, span: Span, owners: Owners) -> Iterator[RunsOut]:
    until = func.max(t.Hold.until).label("until")
    rows = session.execute(
        select(t.Invoice, t.Customer, until)
        .join(t.Hold, t.Hold.invoice_id == t.Invoice.id)
        .join(t.Customer, t.Customer.id == t.Invoice.customer_id)
        .join(t.Episode, t.Episode.invoice_id == t.Invoice.id)
        .where(t.Invoice.creditor_id == creditor_id, t.Hold.released_at.is_(None), t.Episode.ending.is_(None))
        .group_by(t.Invoice.id, t.Customer.id)
        .having(until >= span.day, until <= span.soon)
    )
    for invoice, customer, last in rows:
        yield RunsOut(**about(customer, [invoice], owners.of(customer.id, Role.JUNIOR)), day=last, what=HOLD)


def _promises(work: Work, creditor: t.Creditor, span: Span, owners: Owners) -> Iterator[RunsOut]:
    """Promises whose money may be on its way no longer, and has not come (R36): from now on they are broken."""
    session, policy = work.session, in_force(work, creditor)
    newest = (
        select(t.PromiseInvoice.invoice_id, func.max(t.PromiseInvoice.promise_id).label("promise_id"))
        .join(t.Promise, t.Promise.id == t.PromiseInvoice.promise_id)
        .where(t.Promise.withdrawn_at.is_(None))
        .group_by(t.PromiseInvoice.invoice_id)
        .subquery()
    )
    rows = session.execute(
        select(t.Promise, t.Invoice)
        .join(newest, newest.c.promise_id == t.Promise.id)
        .join(t.Invoice, t.Invoice.id == newest.c.invoice_id)
        .join(t.Episode, t.Episode.invoice_id == t.Invoice.id)
        .where(
            t.Invoice.creditor_id == creditor.id,
            t.Episode.ending.is_(None),
            t.Promise.pay_by < span.day,
            t.Promise.pay_by > span.since - _LONGEST_TRUST,
        )
        .order_by(t.Promise.id, t.Invoice.due, t.Invoice.number)
    )
    judged: dict[int, tuple[t.Promise, dt.date, list[t.Invoice]]] = {}
    for promise, invoice in rows.all():
        customer = session.get_one(t.Customer, promise.customer_id)
        day = silenced_until(max(promise.pay_by, invoice.due), policy, calendar_of(work, customer)) + _DAY
        if span.since < day <= span.day:
            judged.setdefault(promise.id, (promise, day, []))[2].append(invoice)
    for promise, day, invoices in judged.values():
        missing = _missing(session, promise)
        if missing:
            customer = session.get_one(t.Customer, promise.customer_id)
            whom = about(customer, invoices, owners.of(customer.id, Role.JUNIOR), missing)
            yield RunsOut(**whom, day=day, what=PROMISE)


def _missing(session: Session, promise: t.Promise) -> Money:
    """What of a promise has not come, as far as it is still open."""
    came, left = session.execute(
        select(
            func.sum(t.Invoice.applied_minor - t.PromiseInvoice.applied_before_minor),
            func.sum(t.Invoice.total_minor - t.Invoice.applied_minor),
        )
        .join(t.PromiseInvoice, t.PromiseInvoice.invoice_id == t.Invoice.id)
        .where(t.PromiseInvoice.promise_id == promise.id)
    ).one()
    return Money.from_minor(int(min(max(promise.minor - came, 0), left)), promise.currency)


def _notices(session: Session, creditor_id: str, span: Span, owners: Owners) -> Iterator[RunsOut]:
    """Formal notices whose clock ends: it began on the day on which they left."""
    rows = session.execute(
        select(t.FormalNotice, t.Customer)
        .join(t.Customer, t.Customer.id == t.FormalNotice.customer_id)
        .where(t.Customer.creditor_id == creditor_id, t.FormalNotice.withdrawn_at.is_(None))
        .order_by(t.FormalNotice.id)
    )
    for notice, customer in rows.all():
        left = session.scalar(
            select(func.max(t.Contact.local_day))
            .join(t.ContactStep, t.ContactStep.contact_id == t.Contact.id)
            .where(
                t.Contact.customer_id == customer.id,
                t.ContactStep.step == f"{FORMAL}-{notice.id}",
                t.ContactStep.live,
                t.Contact.state.in_(COUNTED),
            )
        )
        last = left + notice.days * _DAY if left else None
        if last is None or not span.day <= last <= span.soon:
            continue
        invoices = session.scalars(
            select(t.Invoice)
            .join(t.FormalNoticeInvoice, t.FormalNoticeInvoice.invoice_id == t.Invoice.id)
            .join(t.Episode, t.Episode.invoice_id == t.Invoice.id)
            .where(t.FormalNoticeInvoice.notice_id == notice.id, t.Episode.ending.is_(None))
            .order_by(t.Invoice.due, t.Invoice.number)
        ).all()
        if invoices:
            whom = about(customer, invoices, owners.of(customer.id, Role.SENIOR))
            yield RunsOut(**whom, day=last, what=NOTICE)
