"""Taking back what was reported by mistake: the opposite of each kind of event. What left cannot be recalled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cobro.dunning import event as ev
from cobro.dunning.contact import COUNTED
from cobro.dunning.money import Money
from cobro.dunning.move import Ending
from cobro.ledger import desk
from cobro.ledger import tables as t
from cobro.ledger.apply_invoices import MISTAKEN, brought_in
from cobro.ledger.apply_money import undo_receipt, undo_reversal
from cobro.ledger.apply_notices import withdraw
from cobro.ledger.apply_plans import cancel_plan
from cobro.ledger.applying import Refused
from cobro.ledger.case import latest_episode, load, open_cases
from cobro.ledger.moving import end, open_episode
from cobro.ledger.work import Work

_Undoer = Callable[[Work, t.EventRow, t.EventRow], set[int]]
"""Takes the undoing event and the one that is undone; returns the invoices that it touches."""


def apply_undoing(work: Work, row: t.EventRow, event: ev.EventUndone) -> set[int]:
    """Give an applied event the opposite effect; the answer tells what had left since and cannot be recalled."""
    target = _target(work, event)
    undo = _UNDOERS.get(target.kind)
    if undo is None:
        raise Refused(f"EVENT: {target.event_id} is {target.kind}, and such an event cannot be undone")
    touched = undo(work, row, target)
    target.undone_by = row.event_id
    work.session.flush()
    row.reason = _not_recalled(work, touched, target.recorded_at)[:300]
    return touched


def undoing_id(session: Session, creditor_id: str, event_id: str) -> str:
    """The id of the event that undoes another: the same for the same undoing. Money that was applied again since may
    be undone again."""
    rows = session.scalars(
        select(t.EventRow.undone_by).where(t.EventRow.creditor_id == creditor_id, t.EventRow.event_id == event_id)
    ).all()
    base = f"undo/{event_id}"[:90]
    if rows and rows[0] is not None:
        return rows[0]
    times = session.scalar(
        select(func.count()).where(
            t.EventRow.creditor_id == creditor_id,
            t.EventRow.kind == "event_undone",
            t.EventRow.event_id.startswith(base, autoescape=True),
        )
    )
    return f"{base}/{times + 1}" if times else base


def _target(work: Work, event: ev.EventUndone) -> t.EventRow:
    target = work.session.scalars(
        select(t.EventRow).where(t.EventRow.creditor_id == event.creditor, t.EventRow.event_id == event.event)
    ).first()
    if target is None:
        raise Refused(f"EVENT: the ledger has no event '{event.event}'")
    if target.status is t.EventStatus.KEPT:
        raise Refused(f"EVENT: {event.event} was never applied; 'dismiss' takes it off the desk")
    if target.status is not t.EventStatus.APPLIED:
        raise Refused(f"EVENT: expected an event that was applied, got {event.event}, which is {target.status.value}")
    if target.undone_by is not None:
        raise Refused(f"EVENT: {event.event} was undone by {target.undone_by} before")
    return target


def _promise(work: Work, by: t.EventRow, target: t.EventRow) -> set[int]:
    promise = work.session.scalars(select(t.Promise).where(t.Promise.event_id == target.id)).one()
    promise.withdrawn_at = work.now
    return set(
        work.session.scalars(select(t.PromiseInvoice.invoice_id).where(t.PromiseInvoice.promise_id == promise.id))
    )


def _dispute(work: Work, by: t.EventRow, target: t.EventRow) -> set[int]:
    dispute = work.session.scalars(select(t.Dispute).where(t.Dispute.event_id == target.id)).one()
    if dispute.resolved_at is not None:
        raise Refused(f"EVENT: the dispute of {target.event_id} is resolved already")
    dispute.resolved_at = work.now
    others = select(t.Dispute.id).where(t.Dispute.invoice_id == dispute.invoice_id, t.Dispute.resolved_at.is_(None))
    work.session.flush()
    if work.session.scalars(others).first() is None:
        desk.withdraw(work, dispute.invoice_id, (t.TaskKind.DISPUTE,), "recorded by mistake")
    return {dispute.invoice_id}


def _resolution(work: Work, by: t.EventRow, target: t.EventRow) -> set[int]:
    invoice = _invoice(work, target)
    chosen = select(t.Dispute).where(t.Dispute.invoice_id == invoice.id, t.Dispute.resolved_at == target.applied_at)
    case = load(work, latest_episode(work.session, invoice.id))
    for dispute in work.session.scalars(chosen).all():
        dispute.resolved_at = None
        if case.episode.ending is None:
            desk.ask_about_dispute(work, case, dispute.reason)
    return {invoice.id}


def _hold(work: Work, by: t.EventRow, target: t.EventRow) -> set[int]:
    holds = work.session.scalars(select(t.Hold).where(t.Hold.event_id == target.id)).all()
    for hold in holds:
        hold.released_at = hold.released_at or work.now
    return {hold.invoice_id for hold in holds}


def _release(work: Work, by: t.EventRow, target: t.EventRow) -> set[int]:
    invoice = _invoice(work, target)
    chosen = select(t.Hold).where(t.Hold.invoice_id == invoice.id, t.Hold.released_at == target.applied_at)
    for hold in work.session.scalars(chosen).all():
        hold.released_at = None
    return {invoice.id}


def _plan(work: Work, by: t.EventRow, target: t.EventRow) -> set[int]:
    plan = work.session.scalars(select(t.Plan).where(t.Plan.event_id == target.id)).one()
    if plan.ending is not None:
        raise Refused(f"EVENT: the plan of {target.event_id} is {plan.ending.value} already")
    return cancel_plan(work, plan)


def _notice(work: Work, by: t.EventRow, target: t.EventRow) -> set[int]:
    return withdraw(work, target)


def _reply(work: Work, by: t.EventRow, target: t.EventRow) -> set[int]:
    if target.body.get("wish"):
        raise Refused(f"EVENT: {target.event_id} is the customer's own wish about text messages; another one ends it")
    tasks = select(t.Task).where(t.Task.event_id == target.id, t.Task.kind == t.TaskKind.REPLY)
    touched: set[int] = set()
    for task in work.session.scalars(tasks).all():
        if task.state is t.TaskState.OPEN:
            touched.update(desk.close(work, task, t.TaskState.WITHDRAWN, "recorded by mistake"))
            # Cases that were opened since are silenced by it too.
            touched.update(case.invoice.id for case in open_cases(work, task.customer_id))
    return touched


def _answer(work: Work, by: t.EventRow, target: t.EventRow) -> set[int]:
    task = work.session.get_one(t.Task, target.body["task"])
    task.state, task.closed_at, task.closed_by, task.closed_for = t.TaskState.OPEN, None, None, None
    work.session.flush()
    return set(
        work.session.scalars(
            select(t.TaskInvoice.invoice_id).where(t.TaskInvoice.task_id == task.id, t.TaskInvoice.live)
        )
    )


def _handoff(work: Work, by: t.EventRow, target: t.EventRow) -> set[int]:
    invoice = _invoice(work, target)
    episode = latest_episode(work.session, invoice.id)
    if episode.ending in (Ending.LEGAL_HANDOFF, Ending.AGENCY_HANDOFF):
        return _collect_again(work, invoice, "handoff_undone")
    episode.handoff = None
    return {invoice.id}


def _closing(work: Work, by: t.EventRow, target: t.EventRow) -> set[int]:
    return _collect_again(work, _invoice(work, target), f"{target.kind}_undone")


def _issue(work: Work, by: t.EventRow, target: t.EventRow) -> set[int]:
    invoice = _invoice(work, target)
    episode = latest_episode(work.session, invoice.id)
    if not brought_in(target):
        raise Refused(f"EVENT: {target.event_id} changed nothing: the ledger had {invoice.number} already")
    if episode.ending is not None:
        raise Refused(f"EVENT: the case of {invoice.number} has ended: {episode.ending.value}")
    end(work, load(work, episode), Ending.CANCELLED, MISTAKEN)
    return {invoice.id}


def _change(work: Work, by: t.EventRow, target: t.EventRow) -> set[int]:
    invoice = _invoice(work, target)
    before: dict[str, Any] = dict(target.replaced or {})
    _refuse_if_changed_since(target, invoice)
    if before.get("total_minor", invoice.total_minor) < invoice.applied_minor:
        paid = Money.from_minor(invoice.applied_minor, invoice.currency)
        raise Refused(f"EVENT: the earlier amount is less than the {paid} that was paid or credited")
    if "due" in before:
        before["due"] = dt.date.fromisoformat(before["due"])
    for field, value in before.items():
        setattr(invoice, field, value)
    work.session.flush()
    if latest_episode(work.session, invoice.id).ending is Ending.SETTLED:
        return _collect_again(work, invoice, "invoice_changed_undone")
    return {invoice.id}


def _refuse_if_changed_since(target: t.EventRow, invoice: t.Invoice) -> None:
    said = ev.InvoiceChanged.model_validate(target.body)
    total = Money(said.amount, said.currency).minor if said.amount is not None and said.currency is not None else None
    came = {"total_minor": total, "due": said.due, "reference": said.reference, "iban": said.iban}
    for field in target.replaced or {}:
        if getattr(invoice, field) != came[field]:
            raise Refused(f"EVENT: {invoice.number} changed again since {target.event_id}; undo the later change first")


def _announcement(work: Work, by: t.EventRow, target: t.EventRow) -> set[int]:
    return set()


_UNDOERS: dict[str, _Undoer] = {
    "payment_received": undo_receipt,
    "credit_issued": undo_receipt,
    "payment_reversed": undo_reversal,
    "promise_made": _promise,
    "dispute_opened": _dispute,
    "dispute_resolved": _resolution,
    "hold_placed": _hold,
    "hold_released": _release,
    "plan_agreed": _plan,
    "formal_notice_approved": _notice,
    "reply_received": _reply,
    "message_received": _reply,
    "reply_handled": _answer,
    "handoff_decided": _handoff,
    "written_off": _closing,
    "cancelled": _closing,
    "invoice_announced": _announcement,
    "invoice_issued": _issue,
    "invoice_changed": _change,
}
"""A call that was made, a provider's report and an undoing have no opposite."""


def _invoice(work: Work, target: t.EventRow) -> t.Invoice:
    return work.session.scalars(
        select(t.Invoice).where(t.Invoice.creditor_id == target.creditor_id, t.Invoice.number == target.body["invoice"])
    ).one()


def _collect_again(work: Work, invoice: t.Invoice, reason: str) -> set[int]:
    last = latest_episode(work.session, invoice.id)
    if last.ending is not None and invoice.open:
        open_episode(work, invoice, last.k + 1, reason)
    return {invoice.id}


def _not_recalled(work: Work, touched: set[int], since: dt.datetime) -> str:
    """What left about these invoices since the event was recorded."""
    contacts = work.session.execute(
        select(t.Contact.channel, t.ContactStep.step, t.Contact.local_day)
        .join(t.ContactStep, t.ContactStep.contact_id == t.Contact.id)
        .where(
            t.ContactStep.invoice_id.in_(touched),
            t.ContactStep.live,
            t.Contact.state.in_(COUNTED),
            t.Contact.claimed_at >= since,
        )
        .order_by(t.Contact.claimed_at, t.Contact.id)
    )
    left = [f"{channel.value} {step} of {day}" for channel, step, day in contacts]
    handed = work.session.scalars(
        select(t.HandOver)
        .join(t.Episode, t.Episode.id == t.HandOver.episode_id)
        .where(t.Episode.invoice_id.in_(touched), t.HandOver.delivered_at >= since)
    ).all()
    left += ["the dossier that was handed over"] if handed else []
    return f"cannot be recalled: {', '.join(dict.fromkeys(left))}" if left else ""
