"""What the relay has to do, read and ticked off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from cobro.dunning.contract import CaseRef, PlanRef
from cobro.ledger import tables as t
from cobro.ledger.case import is_over

_WAITING = (
    select(t.Outbox, t.Creditor, t.Episode, t.Plan)
    .outerjoin(t.Episode, t.Episode.id == t.Outbox.episode_id)
    .outerjoin(t.Invoice, t.Invoice.id == t.Episode.invoice_id)
    .outerjoin(t.Plan, t.Plan.id == t.Outbox.plan_id)
    .join(t.Creditor, t.Creditor.id == func.coalesce(t.Invoice.creditor_id, t.Plan.creditor_id))
    .where(t.Outbox.delivered_at.is_(None))
    .order_by(t.Outbox.problem.is_not(None), t.Outbox.id)
)

AT_ONCE = 200
"""How many requests are handed out together."""


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


def waiting(session: Session, limit: int = AT_ONCE) -> list[Request]:
    """The requests that were not delivered, oldest first; those that had a problem after all others."""
    rows = session.execute(_WAITING.limit(limit))
    return [_request(session, row, creditor, episode, plan) for row, creditor, episode, plan in rows]


def ticked(session: Session, requests: Iterable[int], now: dt.datetime) -> None:
    """Note that requests were delivered."""
    session.execute(update(t.Outbox).where(t.Outbox.id.in_(list(requests))).values(delivered_at=now, problem=None))


def failed(session: Session, request_id: int, problem: str) -> None:
    """Note why a request could not be delivered; it stays."""
    session.get_one(t.Outbox, request_id).problem = problem[:200]


def _request(
    session: Session, row: t.Outbox, creditor: t.Creditor, episode: t.Episode | None, plan: t.Plan | None
) -> Request:
    case = plan_ref = due = None
    if episode is not None:
        invoice = episode.invoice
        case = CaseRef(creditor=creditor.id, invoice=invoice.number, episode=episode.k)
        due = dt.datetime.combine(invoice.due, dt.time(), tzinfo=dt.UTC)
        over, customer = is_over(session, episode), invoice.customer_id
    elif plan is not None:
        plan_ref = PlanRef(creditor=creditor.id, plan=plan.id)
        over, customer = plan.ending is not None, plan.customer_id
    else:
        raise LookupError(f"request {row.id} is about nothing")
    policy = str(creditor.profile["policy"])
    return Request(row.id, row.kind, case, plan_ref, over, policy, customer, due)
