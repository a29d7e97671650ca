"""What is new in the ledger: for whoever watches it run."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cobro.dunning.contact import Channel, ContactState
from cobro.ledger import tables as t


@dataclass(frozen=True, slots=True)
class NewsLine:
    """A link of some case's evidence chain."""

    id: int
    at: dt.datetime
    invoice: str
    kind: str
    content: str | None


@dataclass(frozen=True, slots=True)
class Sofar:
    """How much has happened in a whole ledger."""

    messages: int
    calls: int
    endings: dict[str, int]


def news(session: Session, after: int, limit: int = 200) -> list[NewsLine]:
    """The links of evidence that were written since one, oldest first."""
    rows = session.execute(
        select(t.Evidence, t.Invoice.number)
        .join(t.Invoice, t.Invoice.id == t.Evidence.invoice_id)
        .where(t.Evidence.id > after)
        .order_by(t.Evidence.id)
        .limit(limit)
    )
    return [NewsLine(link.id, link.at, number, link.kind, link.content) for link, number in rows]


def latest_news(session: Session) -> int:
    """The id of the newest link of evidence."""
    return session.scalar(select(func.max(t.Evidence.id))) or 0


def so_far(session: Session) -> Sofar:
    """Count the messages that left, the calls that were made and the endings that were reached."""
    messages = session.scalar(
        select(func.count()).where(t.Contact.channel != Channel.CALL, t.Contact.state == ContactState.SENT)
    )
    endings = Counter(ending.value for ending in session.scalars(select(t.Episode.ending)) if ending)
    calls = session.scalar(select(func.count()).select_from(t.Call))
    return Sofar(messages or 0, calls or 0, dict(sorted(endings.items())))
