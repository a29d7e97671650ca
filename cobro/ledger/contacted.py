"""The days that a customer's contacts have used of the budget, whatever invoice they were about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import CompoundSelect, bindparam, case, literal, select, union_all
from sqlalchemy.orm import Session

from cobro.dunning.budget import span_days
from cobro.dunning.contact import COUNTED, Channel, ContactClass
from cobro.dunning.facts import Contacted
from cobro.dunning.policy import Limits
from cobro.ledger import tables as t
from cobro.ledger.asking import ask, spelled
from cobro.ledger.spoken import SPOKE

_ELSEWHERE = "a contact elsewhere"

_CONTACTED: CompoundSelect[dt.date, str] = union_all(
    select(t.Call.local_day, case((t.Call.outcome.in_(SPOKE), "spoke"), else_="called").label("how"))
    .join(t.Task, t.Task.id == t.Call.task_id)
    .where(
        t.Task.customer_id == bindparam("customer"),
        t.Task.kind == spelled(t.TaskKind.CALL),
        t.Call.local_day >= bindparam("since"),
    ),
    select(
        t.Contact.local_day,
        case((t.Contact.channel == Channel.EMAIL, "e-mail"), (t.Contact.channel == Channel.SMS, "SMS"), else_="call"),
    ).where(
        t.Contact.customer_id == bindparam("customer"),
        t.Contact.contact_class.in_([spelled(ContactClass.DUNNING), spelled(ContactClass.FORMAL)]),
        t.Contact.state.in_([spelled(state) for state in COUNTED]),
        t.Contact.local_day >= bindparam("since"),
    ),
    select(t.Invoice.done_before_on, literal(_ELSEWHERE)).where(
        t.Invoice.customer_id == bindparam("customer"), t.Invoice.done_before_on >= bindparam("since")
    ),
)
"""A customer's days, here and elsewhere, of the calls and dunning contacts that count against the budget, and how each
was used."""


def contacted_days(session: Session, customer_id: int, today: dt.date, limits: Limits) -> tuple[Contacted, ...]:
    """The days that still count today, and how each was used."""
    rows = ask(session, _CONTACTED, {"customer": customer_id, "since": _since(today, limits)})
    return tuple(Contacted(day, how) for day, how in rows)


def elsewhere(days: Iterable[dt.date], today: dt.date, limits: Limits) -> tuple[Contacted, ...]:
    """Days of steps that were done elsewhere, as far as they still count today."""
    return tuple(Contacted(day, _ELSEWHERE) for day in days if day >= _since(today, limits))


def _since(today: dt.date, limits: Limits) -> dt.date:
    return today - dt.timedelta(days=span_days(limits))
