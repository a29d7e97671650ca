"""In which language a customer is written to: their own, once somebody at the creditor has read all of its letters.

Until then customers of that language get the creditor's own one from a real provider. A file reaches nobody: the file
channel writes the customer's language, so that its letters can be looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from cobro.dunning.contact import Channel
from cobro.dunning.parties import Creditor
from cobro.ledger import tables as t
from cobro.ledger.work import Work

_REVIEW = (
    select(t.LanguageReview.id)
    .where(
        t.LanguageReview.creditor_id == bindparam("creditor"),
        t.LanguageReview.language == bindparam("language"),
        t.LanguageReview.digest == bindparam("digest"),
    )
    .limit(1)
)


class Reader(Protocol):
    """Somebody who is written to: a customer, or a person there."""

    @property
    def language(self) -> str | None: ...


class Chosen(NamedTuple):
    """A language, and where it is not the reader's own, why not; for people."""

    language: str
    why: str | None = None


def language_for(work: Work, creditor: Creditor, reader: Reader, channel: Channel) -> Chosen:
    """The language that a letter by this channel is written in now."""
    wanted = reader.language or creditor.language
    if wanted == creditor.language or channel not in work.speaks.real:
        return Chosen(wanted)
    digest = work.speaks.edition(wanted)
    if digest is None:
        return Chosen(creditor.language, f"there are no letters in '{wanted}'")
    key = {"creditor": creditor.id, "language": wanted, "digest": digest}
    if work.session.scalar(_REVIEW, key) is None:
        return Chosen(creditor.language, f"nobody has reviewed the letters in '{wanted}' as they are now")
    return Chosen(wanted)


def review_language(work: Work, creditor_id: str, language: str, digest: str) -> None:
    """Write down that somebody was shown all letters of a language, in the form that `digest` stands for."""
    work.session.add(
        t.LanguageReview(
            creditor_id=creditor_id, language=language, digest=digest, reviewed_by=work.who, reviewed_at=work.now
        )
    )


def reviews_of(session: Session, creditor_id: str) -> Sequence[t.LanguageReview]:
    """A creditor's reviews, by language, oldest first."""
    chosen = select(t.LanguageReview).where(t.LanguageReview.creditor_id == creditor_id)
    return session.scalars(chosen.order_by(t.LanguageReview.language, t.LanguageReview.id)).all()
