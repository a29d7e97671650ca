"""The calls of a day and its week (R26): those on the desk, and those that will be put there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cobro.dunning.digest import Planned
from cobro.dunning.move import Do, Role
from cobro.dunning.policy import OFFER
from cobro.ledger import tables as t
from cobro.ledger.queries.digest_people import Owners, about
from cobro.ledger.queries.digest_tasks import tasks_due

_DAY = dt.timedelta(days=1)
_SUNDAY = 6


def planned_calls(session: Session, creditor_id: str, day: dt.date, owners: Owners) -> tuple[Planned, ...]:
    """Calls, and offers of time, from a day to the end of its week, each person's together."""
    last = day + (_SUNDAY - day.weekday()) * _DAY
    planned = list(_on_desk(session, creditor_id, day, last))
    # A customer has one open call: what comes joins it.
    known = {(each.customer, each.offer) for each in planned}
    coming = _coming(session, creditor_id, day, last, owners)
    planned += [each for each in coming if (each.customer, each.offer) not in known]
    return tuple(sorted(planned, key=lambda each: (each.owner or "", each.day, each.customer)))


def _on_desk(session: Session, creditor_id: str, day: dt.date, last: dt.date) -> Iterator[Planned]:
    for task, whom in tasks_due(session, creditor_id, day, last, t.Task.kind.in_(t.TALKS)):
        yield Planned(**whom, day=task.due, offer=task.kind is t.TaskKind.OFFER, task=task.id)


@dataclass(frozen=True, slots=True)
class _Call:
    """One task that moves of a customer's cases will put on the desk."""

    customer: t.Customer
    offer: bool
    day: dt.date
    by: Role
    invoices: list[t.Invoice] = field(default_factory=list)


def _coming(session: Session, creditor_id: str, day: dt.date, last: dt.date, owners: Owners) -> Iterator[Planned]:
    newest = select(t.MoveRow.episode_id, func.max(t.MoveRow.n).label("n")).group_by(t.MoveRow.episode_id).subquery()
    rows = session.execute(
        select(t.MoveRow, t.Invoice, t.Customer)
        .join(newest, (newest.c.episode_id == t.MoveRow.episode_id) & (newest.c.n == t.MoveRow.n))
        .join(t.Episode, t.Episode.id == t.MoveRow.episode_id)
        .join(t.Invoice, t.Invoice.id == t.Episode.invoice_id)
        .join(t.Customer, t.Customer.id == t.Invoice.customer_id)
        .where(t.Invoice.creditor_id == creditor_id, t.Episode.ending.is_(None), t.MoveRow.do == Do.OPEN_CALL)
        .order_by(t.MoveRow.at, t.Invoice.due, t.Invoice.number)
    )
    calls: dict[tuple[int, bool], _Call] = {}
    for move, invoice, customer in rows:
        when = move.at.astimezone(ZoneInfo(customer.profile["zone"])).date()
        if day <= when <= last:
            offer = move.goal == OFFER
            call = calls.setdefault((customer.id, offer), _Call(customer, offer, when, move.by))
            call.invoices.append(invoice)
    for call in calls.values():
        whom = about(call.customer, call.invoices, owners.of(call.customer.id, call.by))
        yield Planned(**whom, day=call.day, offer=call.offer, task=None)
