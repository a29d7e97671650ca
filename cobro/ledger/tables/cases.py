"""Invoices, the episodes in which they are collected, the numbered moves of each, and what was handed over."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cobro.dunning.money import Money
from cobro.dunning.move import Do, Ending, Role
from cobro.dunning.parties import PaymentMethod
from cobro.ledger.tables.base import Base, Instant, one_of


class Invoice(Base):
    """An invoice and what has been applied to it (payments and credit notes, net of reversals), in smallest units."""

    __tablename__ = "invoices"
    __table_args__ = (
        UniqueConstraint("creditor_id", "number"),
        ForeignKeyConstraint(["creditor_id", "customer_id"], ["customers.creditor_id", "customers.id"]),
        CheckConstraint("total_minor > 0", name="owes_something"),
        CheckConstraint("applied_minor BETWEEN 0 AND total_minor", name="applied_within_total"),
        CheckConstraint("(done_before IS NULL) = (done_before_on IS NULL)", name="done_before_on_a_day"),
        Index("ix_invoices_customer", "customer_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    creditor_id: Mapped[str] = mapped_column(ForeignKey("creditors.id"))
    customer_id: Mapped[int]
    number: Mapped[str] = mapped_column(String(100))
    issued: Mapped[dt.date]
    due: Mapped[dt.date]
    total_minor: Mapped[int] = mapped_column(BigInteger)
    applied_minor: Mapped[int] = mapped_column(BigInteger, default=0)
    currency: Mapped[str] = mapped_column(String(3))
    reference: Mapped[str] = mapped_column(String(100))
    method: Mapped[PaymentMethod] = mapped_column(one_of(PaymentMethod))
    iban: Mapped[str | None] = mapped_column(String(34))
    """The account to pay into, where the book names one; else the creditor's first."""
    done_before: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    """Steps of the ladder that were done elsewhere, lowest first: the case starts after them."""
    done_before_on: Mapped[dt.date | None]
    done_before_policy: Mapped[str | None] = mapped_column(ForeignKey("policies.digest"))
    """The version of the ladder that these are steps of."""
    imported_at: Mapped[dt.datetime] = mapped_column(Instant)

    @property
    def total(self) -> Money:
        return Money.from_minor(self.total_minor, self.currency)

    @property
    def open(self) -> Money:
        """What is left net of payments and credit notes."""
        return Money.from_minor(self.total_minor - self.applied_minor, self.currency)


class Episode(Base):
    """One stretch of collecting an invoice, carried by one workflow run, to one ending."""

    __tablename__ = "episodes"
    __table_args__ = (
        UniqueConstraint("invoice_id", "k"),
        CheckConstraint("(ending IS NULL) = (ended_at IS NULL)", name="ends_once"),
        CheckConstraint("(ending IS NULL) = (ended_by IS NULL)", name="ended_by_somebody"),
        Index(
            "uq_episodes_one_open",
            "invoice_id",
            unique=True,
            sqlite_where=text("ending IS NULL"),
            postgresql_where=text("ending IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    invoice_id: Mapped[int] = mapped_column(ForeignKey("invoices.id"))
    k: Mapped[int]
    opened_at: Mapped[dt.datetime] = mapped_column(Instant)
    opened_for: Mapped[str] = mapped_column(String(40))
    handoff: Mapped[Ending | None] = mapped_column(one_of(Ending, "handoff"))
    ending: Mapped[Ending | None] = mapped_column(one_of(Ending))
    ended_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    ended_by: Mapped[str | None] = mapped_column(String(100))
    ended_for: Mapped[str | None] = mapped_column(String(200))
    policy_digest: Mapped[str | None] = mapped_column(ForeignKey("policies.digest"))
    """The version of the policy under which the case stands: that of its last look, and not yet the newest."""
    not_before: Mapped[dt.date | None]
    """The day that its next step had when that version, or another segment, took over, where it would come at once."""
    segment: Mapped[str | None] = mapped_column(String(40))
    """The segment of the policy to which the case belonged at its last look, while that made a difference."""
    segment_why: Mapped[str | None] = mapped_column(String(200))

    invoice: Mapped[Invoice] = relationship(lazy="joined")


class MoveRow(Base):
    """A move that was decided for an episode; the one with the highest number is the current one."""

    __tablename__ = "moves"
    __table_args__ = (UniqueConstraint("episode_id", "n"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    episode_id: Mapped[int] = mapped_column(ForeignKey("episodes.id"))
    n: Mapped[int]
    do: Mapped[Do] = mapped_column(one_of(Do))
    at: Mapped[dt.datetime] = mapped_column(Instant)
    why: Mapped[str] = mapped_column(String(300))
    step: Mapped[str | None] = mapped_column(String(60))
    letter: Mapped[str | None] = mapped_column(String(40))
    by: Mapped[Role] = mapped_column(one_of(Role))
    goal: Mapped[str | None] = mapped_column(String(40))
    ending: Mapped[Ending | None] = mapped_column(one_of(Ending))
    shifted: Mapped[str | None] = mapped_column(String(300))
    """What put it off beyond its planned day or hour."""
    policy: Mapped[str] = mapped_column(String(40))
    policy_version: Mapped[int]
    decided_at: Mapped[dt.datetime] = mapped_column(Instant)


class HandOver(Base):
    """What left the house when a case was handed over, and when its delivery was proven."""

    __tablename__ = "hand_overs"

    episode_id: Mapped[int] = mapped_column(ForeignKey("episodes.id"), primary_key=True)
    to: Mapped[Ending] = mapped_column(one_of(Ending))
    file: Mapped[str] = mapped_column(String(200))
    digest: Mapped[str] = mapped_column(String(64))
    delivered_at: Mapped[dt.datetime] = mapped_column(Instant)
