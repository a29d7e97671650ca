"""Everything that was reported, as it was reported, and where the money of it went."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from cobro.ledger.tables.base import Base, Instant, one_of


class EventStatus(StrEnum):
    """Whether a stored event has had its effect."""

    RECEIVED = "received"
    """It is stored, its sender has been told so, and it will be applied in its turn."""
    APPLIED = "applied"
    KEPT = "kept"
    """It waits for what it needs, or for a person; `reason` says for what."""
    DISMISSED = "dismissed"
    """A person decided that it needs nothing more."""


class EventRow(Base):
    """One reported event. `digest` is over its body: the same id with another body is no repetition."""

    __tablename__ = "events"
    __table_args__ = (
        UniqueConstraint("creditor_id", "event_id"),
        CheckConstraint("unapplied_minor >= 0", name="unapplied_is_money"),
        Index("ix_events_kept", "creditor_id", "status"),
        Index("ix_events_about", "creditor_id", "about"),
        Index(
            "ix_events_received",
            "id",
            sqlite_where=text("status = 'received'"),
            postgresql_where=text("status = 'received'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    creditor_id: Mapped[str] = mapped_column(String(100))
    """As it was reported, whether or not there is such a creditor."""
    event_id: Mapped[str] = mapped_column(String(100))
    kind: Mapped[str] = mapped_column(String(40))
    body: Mapped[dict[str, Any]] = mapped_column(JSON)
    digest: Mapped[str] = mapped_column(String(64))
    received_digest: Mapped[str] = mapped_column(String(64))
    """SHA-256 of what came in, as it came: the request, the file, the line."""
    about: Mapped[str | None] = mapped_column(String(100))
    """Number of the first invoice that it names: what waits to be applied is found by it."""
    private: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    """What of it is personal data: a customer's particulars, who wrote and what. It can be erased."""
    source: Mapped[str] = mapped_column(String(40))
    who: Mapped[str] = mapped_column(String(100))
    note: Mapped[str | None] = mapped_column(Text)
    recorded_at: Mapped[dt.datetime] = mapped_column(Instant)
    """When it was stored: from then on we know of it."""
    applied_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    """When it had its effect."""
    replaced: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    """What stood before in the place of what it changed, for whoever undoes it."""
    undone_by: Mapped[str | None] = mapped_column(String(100))
    """Id of the event that took it back."""
    status: Mapped[EventStatus] = mapped_column(one_of(EventStatus))
    reason: Mapped[str] = mapped_column(String(300), default="")
    unapplied_minor: Mapped[int] = mapped_column(BigInteger, default=0)
    """Money of the event that no invoice took: a credit of the customer that a person disposes of."""
    dismissed_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    dismissed_by: Mapped[str | None] = mapped_column(String(100))
    dismissed_for: Mapped[str | None] = mapped_column(Text)
    """Why a person wants nothing more of it, in free text."""


class Allocation(Base):
    """Money of one event on one invoice, in smallest units; a reversal is negative."""

    __tablename__ = "allocations"
    __table_args__ = (
        UniqueConstraint("event_id", "invoice_id"),
        CheckConstraint("minor <> 0", name="moves_money"),
        Index("ix_allocations_invoice", "invoice_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id"))
    invoice_id: Mapped[int] = mapped_column(ForeignKey("invoices.id"))
    minor: Mapped[int] = mapped_column(BigInteger)
