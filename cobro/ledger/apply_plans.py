"""Payment plans: agreeing on one, following its instalments, and going back to the ladder when it fails."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import bindparam, func, select

from cobro.dunning.calendar import Calendar
from cobro.dunning.event import PlanAgreed
from cobro.dunning.money import Money
from cobro.dunning.move import Ending
from cobro.dunning.plan import Due, Look, look_at_plan
from cobro.dunning.silence import in_doubt_until
from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.applying import Refused, invoices_of, open_episode_of, open_sum
from cobro.ledger.bank_reading import is_being_read
from cobro.ledger.case import calendar_of, latest_episode, load
from cobro.ledger.facts import facts_of
from cobro.ledger.moving import end, open_episode, settle
from cobro.ledger.policies import in_force
from cobro.ledger.work import Work

_SOON = dt.timedelta(minutes=1)
"""A bank's file is taken in within moments."""
_RUNNING = (
    select(t.Plan)
    .join(t.PlanInvoice, t.PlanInvoice.plan_id == t.Plan.id)
    .where(t.PlanInvoice.invoice_id.in_(bindparam("invoices", expanding=True)), t.Plan.ending.is_(None))
    .distinct()
)


def apply_plan(work: Work, row: t.EventRow, event: PlanAgreed) -> set[int]:
    """End the cases in a plan, and ask the relay for the workflow that follows it (R31, R37)."""
    invoices = invoices_of(work, event.creditor, event.invoices, event.currency)
    cases = [load(work, open_episode_of(work, invoice)) for invoice in invoices]
    _check(event, open_sum(invoices, event.currency), cases[0].calendar.local_day(work.now).isoformat())
    plan = t.Plan(
        creditor_id=event.creditor,
        customer_id=invoices[0].customer_id,
        event_id=row.id,
        currency=event.currency,
        agreed_at=work.now,
        next_look=work.now,
    )
    work.session.add(plan)
    work.session.flush()
    for k, part in enumerate(event.instalments, start=1):
        minor = Money(part.amount, event.currency).minor
        work.session.add(t.InstalmentRow(plan_id=plan.id, k=k, due=part.due, minor=minor))
    for case in cases:
        before = case.invoice.applied_minor
        work.session.add(t.PlanInvoice(plan_id=plan.id, invoice_id=case.invoice.id, applied_before_minor=before))
        end(work, case, Ending.PAYMENT_PLAN, f"plan {plan.id}")
    work.session.add(t.Outbox(kind=t.OutboxKind.START_PLAN, plan_id=plan.id, asked_at=work.now))
    work.session.flush()
    follow(work, plan)
    return {case.invoice.id for case in cases}


def follow(work: Work, plan: t.Plan, *, awake: bool = True) -> Look:
    """Judge a plan now: it goes on, is completed, or is in default and its invoices return to the ladder.

    `awake` says that the plan's workflow asks by itself, or has not started; otherwise it is woken when the plan ends
    or has to be looked at earlier.
    """
    look = _judge(work, plan)
    if plan.ending is not None:
        return look
    if look.at is not None:
        if not awake and look.at < plan.next_look:
            _wake(work, plan)
        plan.next_look = look.at
        return look
    _end(work, plan, t.PlanEnding.DEFAULTED if look.defaulted else t.PlanEnding.COMPLETED, look.why, "plan_defaulted")
    if not awake:
        _wake(work, plan)
    return look


def cancel_plan(work: Work, plan: t.Plan) -> set[int]:
    """End a plan that was recorded by mistake: its invoices go back to the ladder, at the step that was left."""
    _end(work, plan, t.PlanEnding.CANCELLED, "undone", "plan_undone")
    _wake(work, plan)
    return {invoice.id for invoice in _invoices(work, plan)}


def plans_of(work: Work, invoice_ids: set[int]) -> list[t.Plan]:
    """The running plans that cover any of these invoices."""
    return list(work.session.scalars(_RUNNING, {"invoices": list(invoice_ids)}))


def _end(work: Work, plan: t.Plan, ending: t.PlanEnding, why: str, opened_for: str) -> None:
    """A plan is over; what is open of it is collected again."""
    plan.ending, plan.ended_at = ending, work.now
    for invoice in _invoices(work, plan):
        evidence.append(work, invoice.id, "plan_ended", plan=plan.id, ending=ending.value, reason=why)
        last = latest_episode(work.session, invoice.id)
        settle(work, last)
        if invoice.open and last.ending is Ending.PAYMENT_PLAN:
            open_episode(work, invoice, last.k + 1, opened_for)


def _wake(work: Work, plan: t.Plan) -> None:
    work.session.add(t.Outbox(kind=t.OutboxKind.WAKE_PLAN, plan_id=plan.id, asked_at=work.now))


def _invoices(work: Work, plan: t.Plan) -> list[t.Invoice]:
    return list(
        work.session.scalars(
            select(t.Invoice)
            .join(t.PlanInvoice, t.PlanInvoice.invoice_id == t.Invoice.id)
            .where(t.PlanInvoice.plan_id == plan.id)
            .order_by(t.Invoice.id)
        )
    )


def _judge(work: Work, plan: t.Plan) -> Look:
    customer = work.session.get_one(t.Customer, plan.customer_id)
    creditor = work.session.get_one(t.Creditor, plan.creditor_id)
    parts = work.session.scalars(
        select(t.InstalmentRow).where(t.InstalmentRow.plan_id == plan.id).order_by(t.InstalmentRow.k)
    )
    before = work.session.scalar(
        select(func.sum(t.PlanInvoice.applied_before_minor)).where(t.PlanInvoice.plan_id == plan.id)
    )
    invoices = _invoices(work, plan)
    came = sum(invoice.applied_minor for invoice in invoices) - int(before or 0)
    calendar = calendar_of(work, customer)
    look = look_at_plan(
        tuple(Due(part.due, Money.from_minor(part.minor, plan.currency)) for part in parts),
        paid=Money.from_minor(came, plan.currency),
        left=open_sum(invoices, plan.currency),
        policy=in_force(work, creditor),
        calendar=calendar,
        now=work.now,
    )
    again = _in_doubt_until(work, plan, invoices, calendar) if look.defaulted else None
    return Look(again, defaulted=False, why=f"{look.why}; money may be there that is not counted") if again else look


def _in_doubt_until(work: Work, plan: t.Plan, invoices: Sequence[t.Invoice], calendar: Calendar) -> dt.datetime | None:
    """When to look again, where an instalment may be in the bank already: nobody loses a plan by our being late."""
    if is_being_read(work.session, plan.creditor_id):
        return work.now + _SOON
    today = calendar.local_day(work.now)
    cases = [load(work, latest_episode(work.session, invoice.id)) for invoice in invoices if invoice.open]
    days = [day for case in cases if (day := in_doubt_until(facts_of(work, case), calendar, today))]
    return calendar.start_of(max(days)) if days else None


def _check(event: PlanAgreed, owed: Money, today: str) -> None:
    agreed = sum((Money(part.amount, event.currency) for part in event.instalments), Money.zero(event.currency))
    if agreed != owed:
        raise Refused(f"instalments: expected to add up to the open {owed}, got {agreed}")
    days = [part.due for part in event.instalments]
    if days != sorted(days) or days[0].isoformat() < today:
        raise Refused(f"instalments: expected days in order, none before {today}")
