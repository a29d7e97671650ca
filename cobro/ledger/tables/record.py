"""The evidence chain of each case, and the outbox to the workflows."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from cobro.ledger.tables.base import Base, Instant, one_of


class Evidence(Base):
    """One link of a case's chain. The hash covers the previous hash and the digest of the content, not the content
    itself, so that content can be erased and the chain still verifies."""

    __tablename__ = "evidence"
    __table_args__ = (UniqueConstraint("invoice_id", "seq"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    invoice_id: Mapped[int] = mapped_column(ForeignKey("invoices.id"))
    seq: Mapped[int]
    at: Mapped[dt.datetime] = mapped_column(Instant)
    kind: Mapped[str] = mapped_column(String(40))
    content: Mapped[str | None] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(String(64))
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class OutboxKind(StrEnum):
    """What the relay is asked to do."""

    START_CASE = "start_case"
    WAKE_CASE = "wake_case"
    START_PLAN = "start_plan"
    WAKE_PLAN = "wake_plan"


class Outbox(Base):
    """A request to the relay, written with the change that needs it."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index(
            "ix_outbox_waiting",
            "id",
            sqlite_where=text("delivered_at IS NULL"),
            postgresql_where=text("delivered_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[OutboxKind] = mapped_column(one_of(OutboxKind))
    episode_id: Mapped[int | None] = mapped_column(ForeignKey("episodes.id"))
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("plans.id"))
    asked_at: Mapped[dt.datetime] = mapped_column(Instant)
    delivered_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    problem: Mapped[str | None] = mapped_column(String(200))
