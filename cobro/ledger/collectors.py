"""Who collects from a customer: chosen when first needed, and the same person for as long as they are there (R54).

The caller of what changes anything here holds the customer's lock, or the creditor alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from cobro.dunning.move import Role
from cobro.dunning.parties import Creditor, Seniority, StaffMember
from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.applying import Refused
from cobro.ledger.locks import lock_customer
from cobro.ledger.work import Work

_KIND = "collector_assigned"
"""How the link in the evidence is called."""

_OF_CUSTOMER = (
    select(t.Assignment).where(t.Assignment.customer_id == bindparam("customer")).order_by(t.Assignment.seniority)
)


@dataclass(frozen=True, slots=True)
class Assigned:
    """What a person gave to somebody by hand: which part of a customer's cases, and how many open tasks moved."""

    customer: str
    to: str
    parts: tuple[Seniority, ...]
    tasks: int


def seniority_of(role: Role) -> Seniority:
    """Who does what a step asks for (R56). What leaves by itself is a junior's, as far as anybody's."""
    return Seniority.SENIOR if role is Role.SENIOR else Seniority.JUNIOR


def collector(work: Work, creditor: t.Creditor, customer: t.Customer, role: Role) -> StaffMember:
    """Who writes to and calls a customer at a level; chosen and written down where nobody does so yet, or no longer."""
    seniority, value = seniority_of(role), creditor.value
    row = work.session.get(t.Assignment, (customer.id, seniority))
    kept = value.still(row.name, seniority) if row else None
    if kept:
        return kept
    chosen = _choose(work.session, value, seniority)
    _give(work, customer, seniority, chosen)
    return chosen


def assign(work: Work, creditor_id: str, customer_ref: str, name: str, *, whole: bool) -> Assigned:
    """Give a customer to a named person: the part of that person's seniority, or with `whole` a junior's part too.

    Raises:
        Refused: there is no such customer, or the name is nobody's who collects; the message says whose it may be.
    """
    customer = lock_customer(work.session, creditor_id, customer_ref)
    if customer is None:
        raise Refused(f"CUSTOMER: the ledger has no customer '{customer_ref}' of {creditor_id}")
    person = _named(work.session.get_one(t.Creditor, creditor_id).value, name)
    parts = tuple(Seniority) if whole and person.seniority is Seniority.SENIOR else (person.seniority,)
    tasks = sum(_give(work, customer, part, person) for part in parts)
    return Assigned(customer_ref, person.name, parts, tasks)


def note_who_has(work: Work, invoice: t.Invoice) -> None:
    """Tell in the evidence of a case that opens who has its customer already."""
    rows = work.session.scalars(_OF_CUSTOMER, {"customer": invoice.customer_id}).all()
    for row in rows:
        evidence.append(work, invoice.id, _KIND, seniority=row.seniority.value, name=row.name, before=row.name)


def hand_on(work: Work, creditor: t.Creditor) -> None:
    """Give the open tasks of whoever has left the creditor's file, or sells now, to those who collect instead."""
    value = creditor.value
    tasks = work.session.scalars(
        select(t.Task)
        .where(t.Task.creditor_id == creditor.id, t.Task.state == t.TaskState.OPEN)
        .order_by(t.Task.customer_id, t.Task.id)
    ).all()
    for task in tasks:
        if value.still(task.owner, seniority_of(task.role)) is None:
            customer = work.session.get_one(t.Customer, task.customer_id)
            task.owner = collector(work, creditor, customer, task.role).name
    work.session.flush()


def _named(creditor: Creditor, name: str) -> StaffMember:
    found = next((member for member in creditor.staff if member.name == name), None)
    if found is not None and not found.sales:
        return found
    choices = ", ".join(f"{member.name} ({member.seniority.value})" for member in creditor.collectors)
    sells = ", who sells and so keeps away from collection (R55)" if found else ""
    raise Refused(f"--to: expected one of {choices}, got '{name}'{sells}")


def _choose(session: Session, creditor: Creditor, seniority: Seniority) -> StaffMember:
    """Whoever has the fewest customers, the first in the file among equals. Two who choose at one moment see the same
    counts: then one person gets one customer more, and the next choice makes up for it."""
    people = creditor.collectors_as(seniority)
    if len(people) == 1:
        return people[0]
    counted = session.execute(
        select(t.Assignment.name, func.count())
        .where(t.Assignment.creditor_id == creditor.id, t.Assignment.seniority == seniority)
        .group_by(t.Assignment.name)
    )
    customers = dict(counted.all())
    return min(people, key=lambda member: customers.get(member.name, 0))


def _give(work: Work, customer: t.Customer, seniority: Seniority, to: StaffMember) -> int:
    """Write down who has a part of a customer's cases from now on, and give them its open tasks; how many moved."""
    row = work.session.get(t.Assignment, (customer.id, seniority))
    before = row.name if row else None
    if row is None:
        row = t.Assignment(creditor_id=customer.creditor_id, customer_id=customer.id, seniority=seniority)
        work.session.add(row)
    if before != to.name:
        row.name, row.since, row.assigned_by = to.name, work.now, work.who
        _note(work, customer, seniority, to.name, before)
    moved = [task for task in _open_tasks(work, customer, seniority) if task.owner != to.name]
    for task in moved:
        task.owner = to.name
    work.session.flush()
    return len(moved)


def _note(work: Work, customer: t.Customer, seniority: Seniority, name: str, before: str | None) -> None:
    """Tell it in the evidence of the customer's open cases."""
    open_now = (
        select(t.Episode.invoice_id)
        .join(t.Invoice, t.Invoice.id == t.Episode.invoice_id)
        .where(t.Invoice.customer_id == customer.id, t.Episode.ending.is_(None))
        .order_by(t.Episode.invoice_id)
    )
    for invoice_id in work.session.scalars(open_now).all():
        evidence.append(work, invoice_id, _KIND, seniority=seniority.value, name=name, before=before)


def _open_tasks(work: Work, customer: t.Customer, seniority: Seniority) -> list[t.Task]:
    tasks = work.session.scalars(
        select(t.Task).where(t.Task.customer_id == customer.id, t.Task.state == t.TaskState.OPEN).order_by(t.Task.id)
    )
    return [task for task in tasks if seniority_of(task.role) is seniority]
