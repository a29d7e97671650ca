"""What the relay has to do, read and ticked off."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cobro.dunning.contract import CaseRef, PlanRef
from cobro.ledger import tables as t
from cobro.ledger.case import is_over


@dataclass(frozen=True, slots=True)
class Request:
    """One row of the outbox. Exactly one of `case` and `plan` is given; `over` says that it has ended meanwhile."""

    id: int
    kind: t.OutboxKind
    case: CaseRef | None
    plan: PlanRef | None
    over: bool
    policy: str
    customer: int
    due: dt.datetime | None


def waiting(session: Session, limit: int = 200) -> list[Request]:
    """The requests that were not delivered, oldest first; those that had a problem after all others."""
    rows = session.scalars(
        select(t.Outbox)
        .where(t.Outbox.delivered_at.is_(None))
        .order_by(t.Outbox.problem.is_not(None), t.Outbox.id)
        .limit(limit)
    ).all()
    return [_request(session, row) for row in rows]


def ticked(session: Session, request_id: int, now: dt.datetime) -> None:
    """Note that a request was delivered."""
    row = session.get_one(t.Outbox, request_id)
    row.delivered_at, row.problem = now, None


def failed(session: Session, request_id: int, problem: str) -> None:
    """Note why a request could not be delivered; it stays."""
    session.get_one(t.Outbox, request_id).problem = problem[:200]


def _request(session: Session, row: t.Outbox) -> Request:
    if row.episode_id is not None:
        episode = session.get_one(t.Episode, row.episode_id)
        invoice = episode.invoice
        return Request(
            id=row.id,
            kind=row.kind,
            case=CaseRef(creditor=invoice.creditor_id, invoice=invoice.number, episode=episode.k),
            plan=None,
            over=is_over(session, episode),
            policy=session.get_one(t.Creditor, invoice.creditor_id).profile["policy"],
            customer=invoice.customer_id,
            due=dt.datetime.combine(invoice.due, dt.time(), tzinfo=dt.UTC),
        )
    plan = session.get_one(t.Plan, row.plan_id)
    return Request(
        id=row.id,
        kind=row.kind,
        case=None,
        plan=PlanRef(creditor=plan.creditor_id, plan=plan.id),
        over=plan.ending is not None,
        policy=session.get_one(t.Creditor, plan.creditor_id).profile["policy"],
        customer=plan.customer_id,
        due=None,
    )
