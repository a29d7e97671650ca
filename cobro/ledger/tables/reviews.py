"""The languages whose letters somebody at the creditor has read, and in which form."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from cobro.ledger.tables.base import Base, Instant


class LanguageReview(Base):
    """Somebody was shown every letter of a language. `digest` is that of all its files; a changed one is another."""

    __tablename__ = "language_reviews"
    __table_args__ = (Index("ix_language_reviews_edition", "creditor_id", "language", "digest"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    creditor_id: Mapped[str] = mapped_column(ForeignKey("creditors.id"))
    language: Mapped[str] = mapped_column(String(2))
    digest: Mapped[str] = mapped_column(String(64))
    reviewed_by: Mapped[str] = mapped_column(String(100))
    reviewed_at: Mapped[dt.datetime] = mapped_column(Instant)
