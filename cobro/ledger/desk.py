"""The desk: opening, joining, withdrawing and calling to mind what people have to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from sqlalchemy import bindparam, insert, select

from cobro.dunning.event import Reason
from cobro.dunning.move import Role
from cobro.dunning.silence import UNMATCHED_WORKING_DAYS
from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.applying import Refused
from cobro.ledger.asking import ask, find, find_all, spelled
from cobro.ledger.case import Case
from cobro.ledger.collectors import collector
from cobro.ledger.work import Work

# Built once: that is half of what asking costs.
_OPEN = select(t.Task).where(t.Task.customer_id == bindparam("customer"), t.Task.state == spelled(t.TaskState.OPEN))
_OPEN_CALL = _OPEN.where(t.Task.kind == spelled(t.TaskKind.CALL))
_OPEN_ALIKE = _OPEN.where(
    t.Task.kind == bindparam("kind"),
    t.Task.goal == bindparam("goal"),
    t.Task.event_id.is_not_distinct_from(bindparam("event")),
)
_OF_INVOICE = (
    select(t.Task)
    .join(t.TaskInvoice, t.TaskInvoice.task_id == t.Task.id)
    .where(
        t.TaskInvoice.invoice_id == bindparam("invoice"),
        t.TaskInvoice.live,
        t.Task.state == spelled(t.TaskState.OPEN),
        t.Task.kind.in_(bindparam("kinds", expanding=True)),
    )
)
_LINKS = select(t.TaskInvoice).where(
    t.TaskInvoice.task_id == bindparam("task"), t.TaskInvoice.invoice_id.in_(bindparam("invoices", expanding=True))
)
_JOIN = insert(t.Base.metadata.tables[t.TaskInvoice.__tablename__])
_ABOUT = select(t.TaskInvoice.invoice_id).where(t.TaskInvoice.task_id == bindparam("task"), t.TaskInvoice.live)


def open_task(
    work: Work,
    cases: Sequence[Case],
    kind: t.TaskKind,
    goal: str,
    *,
    due: dt.date,
    role: Role,
    contact_id: str | None = None,
    event_id: int | None = None,
) -> t.Task:
    """Put a task about cases of one customer on the desk, or let them join the open one of that kind and goal."""
    case, about = cases[0], {"customer": cases[0].customer.id}
    if kind is t.TaskKind.CALL:
        task = find(work.session, _OPEN_CALL, about)
    else:
        task = find(work.session, _OPEN_ALIKE, {**about, "kind": kind, "goal": goal, "event": event_id})
    if task is None:
        task = t.Task(
            creditor_id=case.creditor.id,
            customer_id=case.customer.id,
            kind=kind,
            state=t.TaskState.OPEN,
            goal=goal,
            owner=collector(work, case.creditor, case.customer, role).name,
            role=role,
            event_id=event_id,
            opened_at=work.now,
            due=due,
        )
        work.session.add(task)
        work.session.flush()
    elif kind is t.TaskKind.CALL and role is Role.SENIOR:
        # A senior's step is not carried out by a junior's call (R56), nor with its goal.
        task.goal, task.role, task.owner = goal, role, collector(work, case.creditor, case.customer, role).name
    invoices = [one.invoice.id for one in cases]
    _join(work, task, invoices, contact_id)
    told = {"task": task.id, "task_kind": kind.value, "goal": goal, "due": task.due}
    evidence.append_to_all(work, "task_opened", dict.fromkeys(invoices, told))
    return task


def ask_about_dispute(work: Work, case: Case, reason: Reason) -> None:
    """Put a dispute on the desk of a senior (R39-R42)."""
    due = case.calendar.add_working(case.calendar.local_day(work.now), case.policy.limits.dispute_working_days)
    open_task(work, [case], t.TaskKind.DISPUTE, f"clear up: {reason.value}", due=due, role=Role.SENIOR)


def ask_for_repair(work: Work, case: Case, goal: str, role: Role = Role.JUNIOR) -> t.Task:
    """Ask somebody, a junior if not said, to mend what keeps a case from going on."""
    due = case.calendar.add_working(case.calendar.local_day(work.now), case.policy.limits.repair_working_days)
    return open_task(work, [case], t.TaskKind.REPAIR, goal, due=due, role=role)


def refuse_if_gone(task: t.Task) -> None:
    """Raises `Refused`, naming when and why, where a task has left the desk."""
    if task.state is not t.TaskState.OPEN:
        on = f" on {task.closed_at.date()}" if task.closed_at else ""
        raise Refused(f"task {task.id} was {task.state.value}{on}: {task.closed_for}")


def open_tasks(work: Work, invoice_id: int, kinds: Iterable[t.TaskKind]) -> list[t.Task]:
    """The open tasks of these kinds that still need an invoice."""
    return list(find_all(work.session, _OF_INVOICE, {"invoice": invoice_id, "kinds": tuple(kinds)}))


def close(work: Work, task: t.Task, state: t.TaskState, reason: str) -> list[int]:
    """End a task; returns the ids of the invoices that it was about."""
    task.state = state
    task.closed_at, task.closed_by, task.closed_for = work.now, work.who, reason
    invoices = [invoice for (invoice,) in ask(work.session, _ABOUT, {"task": task.id})]
    told = {"task": task.id, "state": state.value, "reason": reason}
    evidence.append_to_all(work, "task_closed", dict.fromkeys(invoices, told))
    return invoices


def withdraw(
    work: Work,
    invoice_id: int,
    kinds: Iterable[t.TaskKind],
    reason: str,
    state: t.TaskState = t.TaskState.WITHDRAWN,
) -> list[t.Task]:
    """Take an invoice off its open tasks of these kinds; a task without an invoice left leaves the desk in a state.

    Returns:
        the tasks that the invoice was taken off.
    """
    tasks = open_tasks(work, invoice_id, kinds)
    for task in tasks:
        link = work.session.get_one(t.TaskInvoice, (task.id, invoice_id))
        if any(other != invoice_id for (other,) in ask(work.session, _ABOUT, {"task": task.id})):
            link.live = False
            evidence.append(work, invoice_id, "task_left", task=task.id, reason=reason)
        else:
            close(work, task, state, reason)
    return tasks


def call_to_mind(work: Work, case: Case) -> None:
    """Give what ran out to the senior, with a new day (law 7: a person, and not for ever the same one)."""
    today = case.calendar.local_day(work.now)
    for task in open_tasks(work, case.invoice.id, t.TaskKind):
        if task.due <= today and not _pauses(task, case, today):
            task.due = case.calendar.add_working(today, case.policy.limits.overdue_working_days)
            task.role = Role.SENIOR
            task.owner = collector(work, case.creditor, case.customer, Role.SENIOR).name
            evidence.append(work, case.invoice.id, "task_overdue", task=task.id, due=task.due, owner="senior")


def _pauses(task: t.Task, case: Case, today: dt.date) -> bool:
    """Money that nobody has matched is the junior's for as long as it keeps the ladder quiet."""
    if task.kind is not t.TaskKind.MATCH:
        return False
    since = case.calendar.local_day(task.opened_at)
    return case.calendar.add_working(since, UNMATCHED_WORKING_DAYS) > today


def _join(work: Work, task: t.Task, invoices: Sequence[int], contact_id: str | None) -> None:
    before = work.session.scalars(_LINKS, {"task": task.id, "invoices": invoices}).all()
    for link in before:
        link.live, link.contact_id = True, contact_id
    work.session.flush()
    known = {link.invoice_id for link in before}
    new = [{"task_id": task.id, "invoice_id": one, "contact_id": contact_id} for one in invoices if one not in known]
    if new:
        work.session.connection().execute(_JOIN, new)
