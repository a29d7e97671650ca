"""The book: every case, where it stands and what comes next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cobro.dunning.contact import COUNTED, ContactClass
from cobro.dunning.money import Money
from cobro.dunning.move import Do, Ending
from cobro.ledger import tables as t


class Which(StrEnum):
    """Which cases of a book."""

    OPEN = "open"
    ENDED = "ended"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Next:
    """The move that a case stands at; `at` is in the customer's time zone."""

    do: Do
    step: str | None
    at: dt.datetime
    why: str
    shifted: str | None
    """What put it off beyond its planned day or hour."""


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One invoice and where its latest episode stands. `stage` is the step that was last carried out."""

    invoice: str
    customer: str
    name: str
    due: dt.date
    total: Money
    open: Money
    episode: int
    stage: str | None
    segment: str | None
    """The policy's segment by which it is treated otherwise, as of its last look, and `segment_why` why."""
    segment_why: str | None
    next: Next | None
    ending: Ending | None
    ended_at: dt.datetime | None
    ended_by: str | None
    ended_for: str | None


def creditors(session: Session) -> Sequence[t.Creditor]:
    """All creditors of the ledger."""
    return session.scalars(select(t.Creditor).order_by(t.Creditor.id)).all()


def find_invoice(session: Session, creditor: str, number: str) -> t.Invoice | None:
    """The invoice of that number."""
    return session.scalars(
        select(t.Invoice).where(t.Invoice.creditor_id == creditor, t.Invoice.number == number)
    ).first()


def currencies(session: Session, creditor: str) -> Sequence[str]:
    """The currencies of a creditor's invoices."""
    chosen = select(t.Invoice.currency).where(t.Invoice.creditor_id == creditor).distinct()
    return session.scalars(chosen.order_by(t.Invoice.currency)).all()


def cases(
    session: Session, creditor: str, which: Which = Which.ALL, numbers: Collection[str] | None = None
) -> list[CaseLine]:
    """The creditor's cases, each with its latest episode, the longest overdue first."""
    newest = select(t.Episode.invoice_id, func.max(t.Episode.k).label("k")).group_by(t.Episode.invoice_id).subquery()
    chosen = (
        select(t.Episode, t.Customer)
        .join(newest, (newest.c.invoice_id == t.Episode.invoice_id) & (newest.c.k == t.Episode.k))
        .join(t.Invoice, t.Invoice.id == t.Episode.invoice_id)
        .join(t.Customer, t.Customer.id == t.Invoice.customer_id)
        .where(t.Invoice.creditor_id == creditor)
        .order_by(t.Invoice.due, t.Invoice.number)
    )
    if which is not Which.ALL:
        chosen = chosen.where(t.Episode.ending.is_(None) if which is Which.OPEN else t.Episode.ending.is_not(None))
    stages, moves = _stages(session, creditor), _moves(session, creditor)
    return [
        _case_line(episode, customer, stages.get(episode.invoice_id), moves.get(episode.id))
        for episode, customer in session.execute(chosen)
        if numbers is None or episode.invoice.number in numbers
    ]


def _case_line(episode: t.Episode, customer: t.Customer, stage: str | None, move: t.MoveRow | None) -> CaseLine:
    invoice, profile = episode.invoice, customer.profile
    zone = ZoneInfo(profile["zone"])
    following = None
    if move is not None and episode.ending is None:
        following = Next(move.do, move.step, move.at.astimezone(zone), move.why, move.shifted)
    return CaseLine(
        invoice=invoice.number,
        customer=customer.ref,
        name=profile["name"],
        due=invoice.due,
        total=invoice.total,
        open=invoice.open,
        episode=episode.k,
        stage=stage or (invoice.done_before[-1] if invoice.done_before else None),
        segment=episode.segment,
        segment_why=episode.segment_why,
        next=following,
        ending=episode.ending,
        ended_at=episode.ended_at.astimezone(zone) if episode.ended_at else None,
        ended_by=episode.ended_by,
        ended_for=episode.ended_for,
    )


def _stages(session: Session, creditor: str) -> dict[int, str]:
    rows = session.execute(
        select(t.ContactStep.invoice_id, t.ContactStep.step)
        .join(t.Contact, t.Contact.id == t.ContactStep.contact_id)
        .where(
            t.Contact.creditor_id == creditor,
            t.ContactStep.live,
            t.Contact.state.in_(COUNTED),
            t.Contact.contact_class != ContactClass.OWED,
        )
        .order_by(t.Contact.claimed_at, t.ContactStep.id)
    )
    return dict(rows.all())


def _moves(session: Session, creditor: str) -> dict[int, t.MoveRow]:
    newest = select(t.MoveRow.episode_id, func.max(t.MoveRow.n).label("n")).group_by(t.MoveRow.episode_id).subquery()
    rows = session.scalars(
        select(t.MoveRow)
        .join(newest, (newest.c.episode_id == t.MoveRow.episode_id) & (newest.c.n == t.MoveRow.n))
        .join(t.Episode, t.Episode.id == t.MoveRow.episode_id)
        .join(t.Invoice, t.Invoice.id == t.Episode.invoice_id)
        .where(t.Invoice.creditor_id == creditor)
    )
    return {move.episode_id: move for move in rows}
