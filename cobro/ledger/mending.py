"""Closing a repair: the address was corrected, or a person says that nothing more is needed."""

from __future__ import annotations

from cobro.ledger import desk
from cobro.ledger import tables as t
from cobro.ledger.applying import Refused
from cobro.ledger.locks import lock_customers
from cobro.ledger.moving import settle_invoice
from cobro.ledger.recipients import role_to_mend
from cobro.ledger.work import Work


def mend(work: Work, creditor_id: str, task_id: int, *, email: str | None, phone: str | None) -> None:
    """Close a repair with the corrected data; the step that could not reach the customer returns.

    Raises:
        Refused: there is no such open repair.
    """
    task = work.session.get(t.Task, task_id)
    if task is None or task.creditor_id != creditor_id or task.kind is not t.TaskKind.REPAIR:
        raise Refused(f"task: expected the number of a repair on the desk, got {task_id}")
    lock_customers(work.session, creditor_id, [task.customer_id])
    desk.refuse_if_gone(task)
    customer = work.session.get_one(t.Customer, task.customer_id)
    changes = {field: value for field, value in (("email", email), ("phone", phone)) if value}
    role = role_to_mend(task.goal)
    recipient = work.session.get(t.CustomerContact, (customer.id, role)) if role else None
    if recipient is not None:
        recipient.profile = {**recipient.profile, **changes}
    elif role is None:
        before = {field: customer.profile.get(field) for field in changes}
        customer.mended = {**before, **(customer.mended or {})}  # a second repair does not change what the book said
        customer.profile = {**customer.profile, **changes}
    reason = f"corrected {' and '.join(changes)}" if changes else "done"
    for invoice_id in desk.close(work, task, t.TaskState.DONE, reason):
        settle_invoice(work, invoice_id)
