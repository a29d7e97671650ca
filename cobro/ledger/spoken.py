"""What the desk says of a case: the people whom it waits for, and the telephone side of it."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from cobro.dunning.event import CallOutcome, Reason
from cobro.dunning.facts import Awaited, Calls, Person
from cobro.ledger import tables as t
from cobro.ledger.asking import ask

SPOKE = (CallOutcome.SPOKE, CallOutcome.CALL_BACK)
"""Outcomes of a call in which somebody was spoken to."""

_DESK = (
    select(
        t.Task.id,
        t.Task.kind,
        t.Task.state,
        t.Task.due,
        t.TaskInvoice.live,
        t.Call.outcome,
        t.Call.reason,
        t.Call.local_day,
    )
    .select_from(t.TaskInvoice)
    .join(t.Task, t.Task.id == t.TaskInvoice.task_id)
    .outerjoin(t.Call, t.Call.task_id == t.Task.id)
    .where(t.TaskInvoice.invoice_id == bindparam("invoice"))
    .order_by(t.Task.id)
)


def on_the_desk(session: Session, invoice_id: int) -> tuple[tuple[Person, ...], Calls, set[Reason]]:
    """The people whom the case waits for, the telephone side of it, and the reasons that were given there."""
    rows = ask(session, _DESK, {"invoice": invoice_id})
    people: dict[int, Person] = {}
    open_until: dt.date | None = None
    for row in rows:
        if row.live and row.state is t.TaskState.OPEN:
            if row.kind in t.TALKS:
                open_until = row.due
            elif row.kind not in t.ASIDE:
                people[row.id] = Person(Awaited(row.kind.value), row.due)
    called = [row for row in rows if row.outcome]
    spoken = [row.local_day for row in called if row.outcome in SPOKE]
    calls = Calls(
        spoken=bool(spoken),
        spoken_on=max(spoken, default=None),
        unanswered=len({row.local_day for row in called if row.outcome not in SPOKE}),
        open_until=open_until,
    )
    return tuple(people.values()), calls, {row.reason for row in called if row.reason}
