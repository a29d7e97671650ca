"""What a customer is owed in writing and has not been told: the newest promise, a plan, a wish for proof (R35)."""

from __future__ import annotations

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from cobro.dunning.calendar import Calendar
from cobro.dunning.contact import COUNTED
from cobro.dunning.facts import Promise
from cobro.dunning.letter import Agreed, Part
from cobro.dunning.money import Money
from cobro.dunning.move import Ending
from cobro.dunning.owed import PLAN_CONFIRMED, PROMISE_CONFIRMED, PROOF_WANTED, Owed
from cobro.dunning.policy import Policy
from cobro.dunning.silence import silenced_until
from cobro.ledger import tables as t


def owed_about(
    session: Session,
    episode: t.Episode,
    promise: Promise | None,
    policy: Policy,
    calendar: Calendar,
    *,
    says_paid: bool,
) -> tuple[Owed, ...]:
    """What is to be said about a case. A promise that was kept, or replaced by another one, needs no confirmation.

    `says_paid`: the customer has said on the telephone that it is paid.
    """
    invoice_id, owed = episode.invoice_id, []
    if episode.ending is Ending.PAYMENT_PLAN:
        owed += _plans(session, invoice_id)
    elif episode.ending is None:
        if promise and not promise.kept:
            last = silenced_until(promise.pay_by, policy, calendar)
            owed.append(Owed(PROMISE_CONFIRMED, promise.id, last))
        owed += _proofs(session, invoice_id) if says_paid else []
    return tuple(each for each in owed if not _said(session, each))


def about(session: Session, owed: Owed) -> tuple[list[t.Invoice], Agreed | None]:
    """The invoices that a confirmation names, and what it confirms. Nobody is to pay what was given up since."""
    given_up = select(t.Episode.invoice_id).where(t.Episode.ending.in_((Ending.WRITTEN_OFF, Ending.CANCELLED)))
    chosen = select(t.Invoice).where(t.Invoice.id.in_(_covered(owed)), t.Invoice.id.not_in(given_up))
    return list(session.scalars(chosen.order_by(t.Invoice.due, t.Invoice.id))), _agreed(session, owed)


def _agreed(session: Session, owed: Owed) -> Agreed | None:
    if owed.letter == PROOF_WANTED:
        return None
    if owed.letter == PROMISE_CONFIRMED:
        promise = session.get_one(t.Promise, owed.number)
        return Agreed((Part(promise.pay_by, Money.from_minor(promise.minor, promise.currency)),), promise.form)
    plan = session.get_one(t.Plan, owed.number)
    rows = session.scalars(
        select(t.InstalmentRow).where(t.InstalmentRow.plan_id == plan.id).order_by(t.InstalmentRow.k)
    )
    return Agreed(tuple(Part(row.due, Money.from_minor(row.minor, plan.currency)) for row in rows))


def _covered(owed: Owed) -> Select[int]:
    if owed.letter == PROMISE_CONFIRMED:
        return select(t.PromiseInvoice.invoice_id).where(t.PromiseInvoice.promise_id == owed.number)
    if owed.letter == PROOF_WANTED:
        return select(t.Hold.invoice_id).where(t.Hold.event_id == owed.number)
    return select(t.PlanInvoice.invoice_id).where(t.PlanInvoice.plan_id == owed.number)


def _plans(session: Session, invoice_id: int) -> list[Owed]:
    rows = session.execute(
        select(t.PlanInvoice.plan_id, func.max(t.InstalmentRow.due))
        .join(t.Plan, t.Plan.id == t.PlanInvoice.plan_id)
        .join(t.InstalmentRow, t.InstalmentRow.plan_id == t.Plan.id)
        .where(t.PlanInvoice.invoice_id == invoice_id, t.Plan.ending.is_(None))
        .group_by(t.PlanInvoice.plan_id)
    )
    return [Owed(PLAN_CONFIRMED, plan, last) for plan, last in rows]


def _proofs(session: Session, invoice_id: int) -> list[Owed]:
    """A call in which it was said to be paid; one letter for all of its invoices."""
    rows = session.execute(
        select(t.Hold.event_id, t.Hold.until)
        .join(t.EventRow, t.EventRow.id == t.Hold.event_id)
        .where(t.Hold.invoice_id == invoice_id, t.Hold.released_at.is_(None), t.EventRow.kind == "call_logged")
    )
    return [Owed(PROOF_WANTED, event, until) for event, until in rows]


def _said(session: Session, owed: Owed) -> bool:
    """Whether it was said for any of its invoices: all of them stand in the one letter."""
    said = session.scalars(
        select(t.ContactStep.id)
        .join(t.Contact, t.Contact.id == t.ContactStep.contact_id)
        .where(
            t.ContactStep.invoice_id.in_(_covered(owed)),
            t.ContactStep.step == owed.step,
            t.ContactStep.live,
            t.Contact.state.in_(COUNTED),
        )
        .limit(1)
    )
    return said.first() is not None
