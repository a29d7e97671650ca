"""Who collects from which customer."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cobro.dunning.parties import Seniority
from cobro.ledger import tables as t


@dataclass(frozen=True, slots=True)
class AssignmentLine:
    """Who has a customer at a level. `left` says that the person collects no more: somebody else is chosen as soon as
    anything is written or called."""

    customer: str
    name: str
    seniority: Seniority
    collector: str
    since: dt.datetime
    assigned_by: str
    left: bool
    tasks: int
    """The customer's open tasks that the person has."""


def assignments(session: Session, creditor: str, customer: str | None = None) -> list[AssignmentLine]:
    """A creditor's assignments, by customer; moments are in the creditor's time zone."""
    value = session.get_one(t.Creditor, creditor).value
    zone = ZoneInfo(value.zone)
    tasks = _open_tasks(session, creditor)
    chosen = (
        select(t.Assignment, t.Customer)
        .join(t.Customer, t.Customer.id == t.Assignment.customer_id)
        .where(t.Assignment.creditor_id == creditor)
        .order_by(t.Customer.ref, t.Assignment.seniority)
    )
    if customer is not None:
        chosen = chosen.where(t.Customer.ref == customer)
    return [
        AssignmentLine(
            customer=owner.ref,
            name=owner.profile["name"],
            seniority=row.seniority,
            collector=row.name,
            since=row.since.astimezone(zone),
            assigned_by=row.assigned_by,
            left=value.still(row.name, row.seniority) is None,
            tasks=tasks.get((owner.id, row.name), 0),
        )
        for row, owner in session.execute(chosen)
    ]


def _open_tasks(session: Session, creditor: str) -> dict[tuple[int, str], int]:
    counted = session.execute(
        select(t.Task.customer_id, t.Task.owner, func.count())
        .where(t.Task.creditor_id == creditor, t.Task.state == t.TaskState.OPEN)
        .group_by(t.Task.customer_id, t.Task.owner)
    )
    return {(customer, owner): count for customer, owner, count in counted}
