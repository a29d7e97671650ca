"""What customers write back: the whole customer is left in peace until somebody has answered, a few days at most."""

from __future__ import annotations

from cobro.dunning.event import ReplyHandled, ReplyReceived
from cobro.dunning.move import Role
from cobro.ledger import desk
from cobro.ledger import tables as t
from cobro.ledger.applying import Refused, invoice_of
from cobro.ledger.case import Case, latest_episode, load, open_cases
from cobro.ledger.work import Work

_GOAL = "answer the customer"


def apply_reply(work: Work, row: t.EventRow, event: ReplyReceived) -> set[int]:
    """Put what the customer wrote about an invoice on the desk."""
    invoice = invoice_of(work, event.creditor, event.invoice)
    return leave_in_peace(work, row, load(work, latest_episode(work.session, invoice.id)))


def leave_in_peace(work: Work, row: t.EventRow, about: Case) -> set[int]:
    """Put what a customer wrote on the desk; each reply is a task of its own, about all the customer's open cases."""
    cases = {case.invoice.id: case for case in (about, *open_cases(work, about.customer.id))}
    today = about.calendar.local_day(work.now)
    due = about.calendar.add_working(today, about.policy.limits.reply_working_days)
    for case in cases.values():
        desk.open_task(work, [case], t.TaskKind.REPLY, _GOAL, due=due, role=Role.JUNIOR, event_id=row.id)
    return set(cases)


def apply_answer(work: Work, row: t.EventRow, event: ReplyHandled) -> set[int]:
    """Take an answered reply off the desk; the customer's cases go on where they were left."""
    task = work.session.get(t.Task, event.task)
    if task is None or task.creditor_id != event.creditor or task.kind is not t.TaskKind.REPLY:
        raise Refused(f"task: expected the number of a reply on the desk, got {event.task}")
    desk.refuse_if_gone(task)
    desk.close(work, task, t.TaskState.DONE, "answered")
    return {case.invoice.id for case in open_cases(work, task.customer_id)}
