"""The policies that were put in force, each version as it was, and the exceptions from them."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from cobro.ledger.tables.base import Base, Instant


class PolicyRow(Base):
    """One version of a policy. It never changes: the digest is that of its content, as JSON in `content`."""

    __tablename__ = "policies"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    content: Mapped[str] = mapped_column(Text)
    since: Mapped[dt.datetime] = mapped_column(Instant)
    by: Mapped[str] = mapped_column(String(100))


class ExceptionRow(Base):
    """What a person decided for one customer against the rule, up to and including a day (R15, R52).

    Without a `segment` the customer is left in peace; with one it is treated as of that segment of the policy, or as of
    none. The reason is free text for people and stays here.
    """

    __tablename__ = "exceptions"
    __table_args__ = (
        CheckConstraint("reason <> ''", name="has_a_reason"),
        CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name="ended_by_somebody"),
        Index("ix_exceptions_customer", "customer_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"))
    segment: Mapped[str | None] = mapped_column(String(40))
    until: Mapped[dt.date]
    reason: Mapped[str] = mapped_column(Text)
    made_at: Mapped[dt.datetime] = mapped_column(Instant)
    made_by: Mapped[str] = mapped_column(String(100))
    ended_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    """When a person ended it before its day."""
    ended_by: Mapped[str | None] = mapped_column(String(100))
