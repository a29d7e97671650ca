"""Files that are kept as evidence: invoices as they were issued, bank files, messages as they came in."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from cobro.ledger.tables.base import Base, Instant, one_of


class PaperKind(StrEnum):
    """What a kept file is."""

    INVOICE = "invoice"
    BANK = "bank"
    MESSAGE = "message"


class Paper(Base):
    """One file, byte for byte. Its content can be erased; its digest stays, and so does what refers to it."""

    __tablename__ = "papers"
    __table_args__ = (Index("ix_papers_invoice", "invoice_id"), Index("ix_papers_digest", "creditor_id", "digest"))

    id: Mapped[int] = mapped_column(primary_key=True)
    creditor_id: Mapped[str] = mapped_column(ForeignKey("creditors.id"))
    invoice_id: Mapped[int | None] = mapped_column(ForeignKey("invoices.id"))
    event_id: Mapped[int | None] = mapped_column(ForeignKey("events.id"))
    kind: Mapped[PaperKind] = mapped_column(one_of(PaperKind))
    name: Mapped[str] = mapped_column(Text)
    """The file's name as it came: for people, never a path."""
    media_type: Mapped[str] = mapped_column(String(100))
    content: Mapped[bytes | None] = mapped_column(LargeBinary)
    digest: Mapped[str] = mapped_column(String(64))
    filed_at: Mapped[dt.datetime] = mapped_column(Instant)
