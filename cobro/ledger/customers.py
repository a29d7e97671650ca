"""Customers as a book describes them: added, or brought up to date where the book has changed since the last one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from cobro.dunning import parties
from cobro.ledger import desk, evidence
from cobro.ledger import tables as t
from cobro.ledger.work import Work

REPAIRED_BY = {
    "email": ("find an e-mail address", "mend the email address"),
    "phone": ("find a phone number", "mend the sms address", "find the right person to call"),
}
"""How the repairs begin that a new address or number is the answer to."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What of a customer or an invoice was brought up to date."""

    which: str
    fields: tuple[str, ...]


def add_customers(work: Work, creditor_id: str, values: Iterable[parties.Customer]) -> list[t.Customer]:
    """Customers whom the ledger does not know."""
    rows = [
        t.Customer(creditor_id=creditor_id, ref=value.ref, profile=value.model_dump(mode="json")) for value in values
    ]
    work.session.add_all(rows)
    work.session.flush()
    return rows


def bring_up_to_date(work: Work, known: t.Customer, value: parties.Customer) -> tuple[str, ...]:
    """Take over what the book says otherwise; what a repair corrected stays until the book itself changes there.

    The caller holds the customer's lock, and settles the customer's cases afterwards.

    Returns:
        the names of the fields that changed.
    """
    profile, mended = dict(known.profile), dict(known.mended or {})
    changed = []
    for field, came in value.model_dump(mode="json").items():
        if field in mended and mended[field] == came:
            continue
        mended.pop(field, None)
        if profile.get(field) != came:
            profile[field] = came
            changed.append(field)
    if mended != (known.mended or {}):
        known.mended = mended or None
    if changed:
        known.profile = profile
        _write_down(work, known, changed)
    return tuple(changed)


def _write_down(work: Work, customer: t.Customer, changed: list[str]) -> None:
    """Evidence names what changed, not from what to what: what left carries the address that it went to."""
    work.session.flush()
    for invoice_id in work.session.scalars(
        select(t.Invoice.id).where(t.Invoice.customer_id == customer.id).order_by(t.Invoice.id)
    ).all():
        evidence.append(work, invoice_id, "customer_changed", fields=changed)
    answered = tuple(goal for field in changed if customer.profile[field] for goal in REPAIRED_BY.get(field, ()))
    if not answered:
        return
    repairs = select(t.Task).where(
        t.Task.customer_id == customer.id, t.Task.kind == t.TaskKind.REPAIR, t.Task.state == t.TaskState.OPEN
    )
    for task in work.session.scalars(repairs.order_by(t.Task.id)).all():
        if task.goal.startswith(answered):
            desk.close(work, task, t.TaskState.DONE, "the book brought what was missing")
