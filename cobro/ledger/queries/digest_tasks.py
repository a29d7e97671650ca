"""The open tasks of a creditor that are due in some days, and whom each is about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from cobro.ledger import tables as t
from cobro.ledger.queries.desk import invoices_of_task
from cobro.ledger.queries.digest_people import Whom, about


def tasks_due(
    session: Session, creditor_id: str, first: dt.date, last: dt.date, kinds: ColumnElement[bool]
) -> Iterator[tuple[t.Task, Whom]]:
    """The open tasks of these kinds whose day is the first, the last or between."""
    rows = session.execute(
        select(t.Task, t.Customer)
        .join(t.Customer, t.Customer.id == t.Task.customer_id)
        .where(
            t.Task.creditor_id == creditor_id,
            t.Task.state == t.TaskState.OPEN,
            kinds,
            t.Task.due >= first,
            t.Task.due <= last,
        )
    )
    for task, customer in rows.all():
        yield task, about(customer, invoices_of_task(session, task.id), task.owner)
