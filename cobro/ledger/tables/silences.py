"""What makes the ladder wait: promises, disputes, holds and payment plans.

Whether a promise is kept and how far a plan is paid are never stored: they follow from the money applied since.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cobro.dunning.event import PaymentForm, Reason
from cobro.ledger.tables.base import Base, Instant, one_of


class Promise(Base):
    """A sum promised by a day, over the invoices in `promise_invoices` (R34)."""

    __tablename__ = "promises"
    __table_args__ = (CheckConstraint("minor > 0", name="promises_money"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"))
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id"), unique=True)
    minor: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(String(3))
    pay_by: Mapped[dt.date]
    form: Mapped[PaymentForm] = mapped_column(one_of(PaymentForm))
    made_at: Mapped[dt.datetime] = mapped_column(Instant)
    withdrawn_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    """It was recorded by mistake: it silences nothing and is reminded of by nobody."""


class PromiseInvoice(Base):
    """An invoice of a promise, and what had been applied to it when the promise was made."""

    __tablename__ = "promise_invoices"
    __table_args__ = (Index("ix_promise_invoices_invoice", "invoice_id"),)

    promise_id: Mapped[int] = mapped_column(ForeignKey("promises.id"), primary_key=True)
    invoice_id: Mapped[int] = mapped_column(ForeignKey("invoices.id"), primary_key=True)
    applied_before_minor: Mapped[int] = mapped_column(BigInteger)


class Dispute(Base):
    """A contested amount of an invoice, until it is resolved."""

    __tablename__ = "disputes"
    __table_args__ = (CheckConstraint("minor > 0", name="contests_money"), Index("ix_disputes_invoice", "invoice_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    invoice_id: Mapped[int] = mapped_column(ForeignKey("invoices.id"))
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id"), unique=True)
    minor: Mapped[int] = mapped_column(BigInteger)
    reason: Mapped[Reason] = mapped_column(one_of(Reason))
    opened_at: Mapped[dt.datetime] = mapped_column(Instant)
    resolved_at: Mapped[dt.datetime | None] = mapped_column(Instant)


class Hold(Base):
    """The case is left in peace up to and including `until`."""

    __tablename__ = "holds"
    __table_args__ = (UniqueConstraint("event_id", "invoice_id"), Index("ix_holds_invoice", "invoice_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    invoice_id: Mapped[int] = mapped_column(ForeignKey("invoices.id"))
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id"))
    until: Mapped[dt.date]
    reason: Mapped[Reason] = mapped_column(one_of(Reason))
    released_at: Mapped[dt.datetime | None] = mapped_column(Instant)


class PlanEnding(StrEnum):
    """How a payment plan ends."""

    COMPLETED = "completed"
    DEFAULTED = "defaulted"
    CANCELLED = "cancelled"


class Plan(Base):
    """A payment plan over the invoices in `plan_invoices`, followed by a workflow of its own."""

    __tablename__ = "plans"
    __table_args__ = (CheckConstraint("(ending IS NULL) = (ended_at IS NULL)", name="ends_once"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    creditor_id: Mapped[str] = mapped_column(ForeignKey("creditors.id"))
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"))
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id"), unique=True)
    currency: Mapped[str] = mapped_column(String(3))
    agreed_at: Mapped[dt.datetime] = mapped_column(Instant)
    next_look: Mapped[dt.datetime] = mapped_column(Instant)
    ending: Mapped[PlanEnding | None] = mapped_column(one_of(PlanEnding))
    ended_at: Mapped[dt.datetime | None] = mapped_column(Instant)


class PlanInvoice(Base):
    """An invoice of a plan, and what had been applied to it when the plan was agreed."""

    __tablename__ = "plan_invoices"
    __table_args__ = (Index("ix_plan_invoices_invoice", "invoice_id"),)

    plan_id: Mapped[int] = mapped_column(ForeignKey("plans.id"), primary_key=True)
    invoice_id: Mapped[int] = mapped_column(ForeignKey("invoices.id"), primary_key=True)
    applied_before_minor: Mapped[int] = mapped_column(BigInteger)


class InstalmentRow(Base):
    """One instalment of a plan, in the plan's currency."""

    __tablename__ = "instalments"
    __table_args__ = (CheckConstraint("minor > 0", name="asks_money"),)

    plan_id: Mapped[int] = mapped_column(ForeignKey("plans.id"), primary_key=True)
    k: Mapped[int] = mapped_column(primary_key=True)
    due: Mapped[dt.date]
    minor: Mapped[int] = mapped_column(BigInteger)


class FormalNotice(Base):
    """A formal letter that a named person approved: it leaves alone, and its invoices are left in peace for `days`
    calendar days after it."""

    __tablename__ = "formal_notices"
    __table_args__ = (CheckConstraint("days > 0", name="waits"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"))
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id"), unique=True)
    days: Mapped[int]
    approved_by: Mapped[str] = mapped_column(String(100))
    approved_at: Mapped[dt.datetime] = mapped_column(Instant)
    withdrawn_at: Mapped[dt.datetime | None] = mapped_column(Instant)


class FormalNoticeInvoice(Base):
    """An invoice of a formal notice."""

    __tablename__ = "formal_notice_invoices"
    __table_args__ = (Index("ix_formal_notice_invoices_invoice", "invoice_id"),)

    notice_id: Mapped[int] = mapped_column(ForeignKey("formal_notices.id"), primary_key=True)
    invoice_id: Mapped[int] = mapped_column(ForeignKey("invoices.id"), primary_key=True)
