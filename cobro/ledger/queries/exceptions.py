"""Exceptions from the policy: which run, which have run out, who made them and why."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from cobro.ledger import tables as t


class ExceptionState(StrEnum):
    """Where an exception stands."""

    RUNNING = "running"
    EXPIRED = "expired"
    ENDED = "ended"
    """A person ended it before its day."""


@dataclass(frozen=True, slots=True)
class ExceptionLine:
    """One exception as people read it. Without a `segment`, the customer is left in peace."""

    number: int
    customer: str
    name: str
    segment: str | None
    until: dt.date
    state: ExceptionState
    reason: str
    made_at: dt.datetime
    made_by: str
    ended_at: dt.datetime | None
    ended_by: str | None


def exceptions_of(
    session: Session, creditor_id: str, now: dt.datetime, customer_id: int | None = None
) -> list[ExceptionLine]:
    """A creditor's exceptions, or one customer's: those that run first, then the newest."""
    chosen = (
        select(t.ExceptionRow, t.Customer)
        .join(t.Customer, t.Customer.id == t.ExceptionRow.customer_id)
        .where(t.Customer.creditor_id == creditor_id)
        .order_by(t.ExceptionRow.id.desc())
    )
    if customer_id is not None:
        chosen = chosen.where(t.Customer.id == customer_id)
    lines = [_line(row, customer, now) for row, customer in session.execute(chosen)]
    return sorted(lines, key=lambda line: line.state is not ExceptionState.RUNNING)


def _line(row: t.ExceptionRow, customer: t.Customer, now: dt.datetime) -> ExceptionLine:
    zone = ZoneInfo(customer.profile["zone"])
    state = ExceptionState.RUNNING if row.until >= now.astimezone(zone).date() else ExceptionState.EXPIRED
    return ExceptionLine(
        number=row.id,
        customer=customer.ref,
        name=customer.profile["name"],
        segment=row.segment,
        until=row.until,
        state=ExceptionState.ENDED if row.ended_at else state,
        reason=row.reason,
        made_at=row.made_at.astimezone(zone),
        made_by=row.made_by,
        ended_at=row.ended_at.astimezone(zone) if row.ended_at else None,
        ended_by=row.ended_by,
    )
