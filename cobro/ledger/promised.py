"""The newest promise of an invoice, and its newest formal notice, as the rules ask about them."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import BindParameter, bindparam, func, select
from sqlalchemy.orm import Session

from cobro.dunning.contact import COUNTED
from cobro.dunning.facts import Promise
from cobro.dunning.formal import Notice
from cobro.dunning.ladder import BROKEN_PROMISE
from cobro.dunning.money import Money
from cobro.ledger import tables as t

_INVOICE: BindParameter[int] = bindparam("invoice")

_PROMISE = (
    select(
        t.Promise.pay_by,
        t.Promise.minor,
        t.Promise.currency,
        func.sum(t.Invoice.applied_minor - t.PromiseInvoice.applied_before_minor).label("came"),
        func.sum(t.Invoice.total_minor - t.Invoice.applied_minor).label("left"),
        select(func.count())
        .select_from(t.PlanInvoice)
        .join(t.Plan, t.Plan.id == t.PlanInvoice.plan_id)
        .where(t.PlanInvoice.invoice_id == _INVOICE, t.Plan.agreed_at >= t.Promise.made_at)
        .correlate(t.Promise)
        .scalar_subquery()
        .label("replaced"),
    )
    .join(t.PromiseInvoice, t.PromiseInvoice.promise_id == t.Promise.id)
    .join(t.Invoice, t.Invoice.id == t.PromiseInvoice.invoice_id)
    .where(t.Promise.id == bindparam("promise"))
    .group_by(t.Promise.id)
)


def promise_of(session: Session, invoice: int, promise: int, steps: dict[str, dt.date]) -> Promise | None:
    """A promise, unless a plan took its place: what counts then is whether the plan was kept."""
    row = session.execute(_PROMISE, {"invoice": invoice, "promise": promise}).one()
    if row.replaced:
        return None
    return Promise(
        id=promise,
        pay_by=row.pay_by,
        kept=row.came >= row.minor or row.left == 0,
        reminded=steps.get(f"{BROKEN_PROMISE}-{promise}"),
        missing=Money.from_minor(int(min(max(row.minor - row.came, 0), row.left)), row.currency),
    )


def notice_of(session: Session, invoice: int, number: int) -> Notice | None:
    """A formal notice: its clock begins on the day on which it left. One that left without this invoice, which was
    disputed or promised on that day, says nothing of it: a person approves another one, or the ladder goes on."""
    notice = session.get_one(t.FormalNotice, number)
    left = session.execute(
        select(t.Contact.local_day, t.ContactStep.invoice_id)
        .join(t.ContactStep, t.ContactStep.contact_id == t.Contact.id)
        .where(
            t.Contact.customer_id == notice.customer_id,
            t.ContactStep.step == Notice(number).step,
            t.ContactStep.live,
            t.Contact.state.in_(COUNTED),
        )
    ).all()
    if not left:
        return Notice(number)
    about_it = [day for day, named in left if named == invoice]
    return Notice(number, max(about_it) + dt.timedelta(days=notice.days)) if about_it else None
