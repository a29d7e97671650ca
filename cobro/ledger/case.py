"""One case as a transaction sees it: the invoice, its episode, its customer and its rules."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, bindparam, select
from sqlalchemy.orm import Session, aliased

from cobro.dunning.calendar import Calendar
from cobro.dunning.move import Do
from cobro.dunning.policy import Policy
from cobro.ledger import tables as t
from cobro.ledger.asking import find
from cobro.ledger.policies import in_force
from cobro.ledger.work import Work

_NEWEST_EPISODE = (
    select(t.Episode).where(t.Episode.invoice_id == bindparam("invoice")).order_by(t.Episode.k.desc()).limit(1)
)
_CURRENT_MOVE = (
    select(t.MoveRow).where(t.MoveRow.episode_id == bindparam("episode")).order_by(t.MoveRow.n.desc()).limit(1)
)


@dataclass(frozen=True, slots=True)
class Case:
    """An episode with all that is needed to decide about it. Load it under the customer's lock."""

    episode: t.Episode
    invoice: t.Invoice
    customer: t.Customer
    creditor: t.Creditor
    policy: Policy
    calendar: Calendar


def load(work: Work, episode: t.Episode) -> Case:
    """Put a case together. The policy and the calendar are those in force now."""
    invoice = episode.invoice
    customer = work.session.get_one(t.Customer, invoice.customer_id)
    creditor = work.session.get_one(t.Creditor, invoice.creditor_id)
    return Case(
        episode=episode,
        invoice=invoice,
        customer=customer,
        creditor=creditor,
        policy=in_force(work, creditor),
        calendar=calendar_of(work, customer),
    )


def calendar_of(work: Work, customer: t.Customer) -> Calendar:
    """The customer's calendar around this moment, with the hours and closings of the creditor's own file."""
    creditor = work.session.get_one(t.Creditor, customer.creditor_id)
    own = creditor.value if creditor.profile.get("closings") or creditor.profile.get("hours") else None
    return work.rules.calendar(customer.value, own, around=work.now.date(), key=customer.id)


def latest_episode(session: Session, invoice_id: int) -> t.Episode:
    """The episode that is or was the last one of an invoice."""
    episode = find(session, _NEWEST_EPISODE, {"invoice": invoice_id})
    if episode is None:
        raise LookupError(f"invoice {invoice_id} was never collected")
    return episode


def current_move(session: Session, episode_id: int) -> t.MoveRow | None:
    """The move with the highest number."""
    return find(session, _CURRENT_MOVE, {"episode": episode_id})


def still_runs() -> ColumnElement[bool]:
    """Whether an episode's workflow has something left to do: one that ended in a plan confirms the plan first."""
    last = aliased(t.MoveRow)
    ended = select(last.id).where(last.episode_id == t.Episode.id, last.do == Do.END)
    return t.Episode.ending.is_(None) | ~ended.exists()


_OPEN_EPISODES = (
    select(t.Episode)
    .join(t.Invoice, t.Invoice.id == t.Episode.invoice_id)
    .where(t.Invoice.customer_id == bindparam("customer"), still_runs())
    .order_by(t.Episode.id)
)


def is_over(session: Session, episode: t.Episode) -> bool:
    """Whether an episode has ended and its last move is decided."""
    if episode.ending is None:
        return False
    last = current_move(session, episode.id)
    return last is not None and last.do is Do.END


def open_cases(work: Work, customer_id: int) -> list[Case]:
    """The customer's cases whose workflows have something left to do."""
    episodes = work.session.scalars(_OPEN_EPISODES, {"customer": customer_id}).all()
    return [load(work, episode) for episode in episodes]
