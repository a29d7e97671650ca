"""One case as a transaction sees it: the invoice, its episode, its customer, its rules, and its facts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import takewhile

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cobro.dunning.calendar import Calendar
from cobro.dunning.contact import COUNTED, ContactClass, ContactState
from cobro.dunning.event import CallOutcome, Reason
from cobro.dunning.facts import Awaited, Calls, Done, Facts, Person, Promise
from cobro.dunning.ladder import BROKEN_PROMISE
from cobro.dunning.money import Money
from cobro.dunning.policy import Policy
from cobro.ledger import tables as t
from cobro.ledger.work import Work

_DIFFICULTY = (Reason.NO_FUNDS, Reason.LONGER_TERMS, Reason.NEXT_PAYMENT_RUN, Reason.INSOLVENCY)
_BUDGET_SPAN = dt.timedelta(days=7)
_FIRST_RETRY = dt.timedelta(minutes=1)
_LONGEST_RETRY = dt.timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Case:
    """An episode with all that is needed to decide about it. Load it under the customer's lock."""

    episode: t.Episode
    invoice: t.Invoice
    customer: t.Customer
    creditor: t.Creditor
    policy: Policy
    calendar: Calendar


def load(work: Work, episode: t.Episode) -> Case:
    """Put a case together. The policy and the calendar are those in force now."""
    invoice = episode.invoice
    customer = work.session.get_one(t.Customer, invoice.customer_id)
    creditor = work.session.get_one(t.Creditor, invoice.creditor_id)
    return Case(
        episode=episode,
        invoice=invoice,
        customer=customer,
        creditor=creditor,
        policy=work.rules.policy(creditor.value.policy),
        calendar=calendar_of(work, customer),
    )


def calendar_of(work: Work, customer: t.Customer) -> Calendar:
    """The customer's calendar around this moment."""
    return work.rules.calendar(customer.value, around=work.now.date(), key=customer.id)


def latest_episode(session: Session, invoice_id: int) -> t.Episode:
    """The episode that is or was the last one of an invoice."""
    newest = select(t.Episode).where(t.Episode.invoice_id == invoice_id).order_by(t.Episode.k.desc()).limit(1)
    return session.scalars(newest).one()


def current_move(session: Session, episode_id: int) -> t.MoveRow | None:
    """The move with the highest number."""
    newest = select(t.MoveRow).where(t.MoveRow.episode_id == episode_id).order_by(t.MoveRow.n.desc()).limit(1)
    return session.scalars(newest).first()


def facts_of(work: Work, case: Case) -> Facts:
    """Read everything the rules ask about a case."""
    session, invoice = work.session, case.invoice
    disputed = session.scalar(
        select(func.coalesce(func.sum(t.Dispute.minor), 0)).where(
            t.Dispute.invoice_id == invoice.id, t.Dispute.resolved_at.is_(None)
        )
    )
    held = session.scalar(
        select(func.max(t.Hold.until)).where(t.Hold.invoice_id == invoice.id, t.Hold.released_at.is_(None))
    )
    steps = _steps(session, invoice.id)
    return Facts(
        due=invoice.due,
        open=invoice.open,
        disputed=Money.from_minor(int(disputed or 0), invoice.currency),
        done=tuple(Done(step, day) for step, day in steps if not step.startswith(BROKEN_PROMISE)),
        last_contact=max((day for _, day in steps), default=None),
        resumed=case.calendar.local_day(case.episode.opened_at) if case.episode.k > 1 else None,
        retry_at=_retry_at(session, case.episode.id),
        contacted=_contacted(session, case.customer.id, case.calendar.local_day(work.now) - _BUDGET_SPAN),
        stopped=bool(case.creditor.stopped_at or case.customer.stopped_at),
        hold_until=held,
        promise=_promise(session, invoice.id, dict(steps)),
        people=_people(session, invoice.id),
        calls=_calls(session, invoice.id),
        in_touch=_in_touch(session, invoice.id),
        handoff=case.episode.handoff,
        ending=case.episode.ending,
    )


def _steps(session: Session, invoice_id: int) -> list[tuple[str, dt.date]]:
    rows = session.execute(
        select(t.ContactStep.step, t.Contact.local_day)
        .join(t.Contact, t.Contact.id == t.ContactStep.contact_id)
        .where(t.ContactStep.invoice_id == invoice_id, t.ContactStep.live, t.Contact.state.in_(COUNTED))
        .order_by(t.Contact.claimed_at, t.ContactStep.id)
    )
    return [(step, day) for step, day in rows]


def _retry_at(session: Session, episode_id: int) -> dt.datetime | None:
    """After certain refusals in a row: a minute, doubling up to an hour."""
    rows = session.scalars(
        select(t.Contact)
        .join(t.ContactStep, t.ContactStep.contact_id == t.Contact.id)
        .where(t.ContactStep.episode_id == episode_id)
        .order_by(t.Contact.claimed_at.desc(), t.ContactStep.id.desc())
        .limit(8)
    ).all()
    refusals = len(list(takewhile(lambda row: row.state is ContactState.RELEASED, rows)))
    if not refusals or rows[0].settled_at is None:
        return None
    return rows[0].settled_at + min(_FIRST_RETRY * (1 << refusals - 1), _LONGEST_RETRY)


def _promise(session: Session, invoice_id: int, steps: dict[str, dt.date]) -> Promise | None:
    promise = session.scalars(
        select(t.Promise)
        .join(t.PromiseInvoice, t.PromiseInvoice.promise_id == t.Promise.id)
        .where(t.PromiseInvoice.invoice_id == invoice_id)
        .order_by(t.Promise.id.desc())
        .limit(1)
    ).first()
    if promise is None:
        return None
    came, left = session.execute(
        select(
            func.sum(t.Invoice.applied_minor - t.PromiseInvoice.applied_before_minor),
            func.sum(t.Invoice.total_minor - t.Invoice.applied_minor),
        )
        .join(t.PromiseInvoice, t.PromiseInvoice.invoice_id == t.Invoice.id)
        .where(t.PromiseInvoice.promise_id == promise.id)
    ).one()
    return Promise(
        id=promise.id,
        pay_by=promise.pay_by,
        kept=came >= promise.minor or left == 0,
        reminded=steps.get(f"{BROKEN_PROMISE}-{promise.id}"),
    )


def _people(session: Session, invoice_id: int) -> tuple[Person, ...]:
    rows = session.execute(
        select(t.Task.kind, t.Task.due)
        .join(t.TaskInvoice, t.TaskInvoice.task_id == t.Task.id)
        .where(
            t.TaskInvoice.invoice_id == invoice_id,
            t.TaskInvoice.live,
            t.Task.state == t.TaskState.OPEN,
            t.Task.kind != t.TaskKind.CALL,
        )
    )
    return tuple(Person(Awaited(kind.value), due) for kind, due in rows)


def _calls(session: Session, invoice_id: int) -> Calls:
    rows = session.execute(
        select(t.Call.outcome, t.Call.local_day)
        .join(t.TaskInvoice, t.TaskInvoice.task_id == t.Call.task_id)
        .where(t.TaskInvoice.invoice_id == invoice_id)
    ).all()
    spoke = {CallOutcome.SPOKE, CallOutcome.CALL_BACK}
    due = session.scalar(
        select(t.Task.due)
        .join(t.TaskInvoice, t.TaskInvoice.task_id == t.Task.id)
        .where(
            t.TaskInvoice.invoice_id == invoice_id,
            t.TaskInvoice.live,
            t.Task.state == t.TaskState.OPEN,
            t.Task.kind == t.TaskKind.CALL,
        )
    )
    spoken = [day for outcome, day in rows if outcome in spoke]
    return Calls(
        spoken=bool(spoken),
        spoken_on=max(spoken, default=None),
        unanswered=len({day for outcome, day in rows if outcome not in spoke}),
        open_until=due,
    )


def _in_touch(session: Session, invoice_id: int) -> bool:
    """The customer spoke of a difficulty on the telephone, or made a promise (R31)."""
    told = session.scalar(
        select(func.count())
        .select_from(t.Call)
        .join(t.TaskInvoice, t.TaskInvoice.task_id == t.Call.task_id)
        .where(t.TaskInvoice.invoice_id == invoice_id, t.Call.reason.in_(_DIFFICULTY))
    )
    promised = session.scalar(
        select(func.count()).select_from(t.PromiseInvoice).where(t.PromiseInvoice.invoice_id == invoice_id)
    )
    return bool(told or promised)


def _contacted(session: Session, customer_id: int, since: dt.date) -> tuple[dt.date, ...]:
    """Local days of the dunning contacts and of the calls made that count against a customer's budget."""
    called = session.scalars(
        select(t.Call.local_day)
        .join(t.Task, t.Task.id == t.Call.task_id)
        .where(t.Task.customer_id == customer_id, t.Call.local_day >= since)
    )
    return (
        *called,
        *session.scalars(
            select(t.Contact.local_day).where(
                t.Contact.customer_id == customer_id,
                t.Contact.contact_class == ContactClass.DUNNING,
                t.Contact.state.in_(COUNTED),
                t.Contact.local_day >= since,
            )
        ),
    )
