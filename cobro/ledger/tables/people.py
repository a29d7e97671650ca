"""The desk: tasks for people, the invoices they are about, the calls that were made; who collects from whom, and what
the creditor is told each morning."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from cobro.dunning.event import CallOutcome, Reason
from cobro.dunning.move import Role
from cobro.dunning.parties import Seniority
from cobro.ledger.tables.base import Base, Instant, one_of


class TaskKind(StrEnum):
    """What a person is asked to do."""

    CALL = "call"
    OFFER = "offer"
    """To offer time or a payment plan, in whatever way, to whoever told of a difficulty (R31)."""
    DECISION = "decision"
    DISPUTE = "dispute"
    REPAIR = "repair"
    REPLY = "reply"
    MATCH = "match"
    """Money of a known payer came and nobody knows yet what it pays."""
    COST = "cost"
    """The bank charged for a payment that it took back: to be claimed from the customer, or borne."""


TALKS = (TaskKind.CALL, TaskKind.OFFER)
"""Tasks that are talks with a customer."""

ASIDE = (TaskKind.REPLY, TaskKind.MATCH, TaskKind.COST)
"""Tasks that no case waits for, and that outlive the case: who wrote is answered, and money is looked into."""


class TaskState(StrEnum):
    """Where a task stands."""

    OPEN = "open"
    DONE = "done"
    WITHDRAWN = "withdrawn"


class Task(Base):
    """One thing for one person to do about one customer. A customer has at most one open call."""

    __tablename__ = "tasks"
    __table_args__ = (
        Index(
            "uq_tasks_one_open_call",
            "customer_id",
            unique=True,
            sqlite_where=text("kind = 'call' AND state = 'open'"),
            postgresql_where=text("kind = 'call' AND state = 'open'"),
        ),
        Index("ix_tasks_customer", "customer_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    creditor_id: Mapped[str] = mapped_column(ForeignKey("creditors.id"))
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"))
    kind: Mapped[TaskKind] = mapped_column(one_of(TaskKind))
    state: Mapped[TaskState] = mapped_column(one_of(TaskState))
    goal: Mapped[str] = mapped_column(String(200))
    owner: Mapped[str] = mapped_column(Text)
    role: Mapped[Role] = mapped_column(one_of(Role))
    event_id: Mapped[int | None] = mapped_column(ForeignKey("events.id"))
    """For a reply: what the customer wrote. For a cost: the payment that was taken back."""
    opened_at: Mapped[dt.datetime] = mapped_column(Instant)
    due: Mapped[dt.date]
    closed_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    closed_by: Mapped[str | None] = mapped_column(String(100))
    closed_for: Mapped[str | None] = mapped_column(String(200))


class TaskInvoice(Base):
    """An invoice that a task is about. `live` ends when the invoice no longer needs the task."""

    __tablename__ = "task_invoices"
    __table_args__ = (Index("ix_task_invoices_invoice", "invoice_id"),)

    task_id: Mapped[int] = mapped_column(ForeignKey("tasks.id"), primary_key=True)
    invoice_id: Mapped[int] = mapped_column(ForeignKey("invoices.id"), primary_key=True)
    contact_id: Mapped[str | None] = mapped_column(ForeignKey("contacts.id"))
    """For a call: the contact that put the invoice on the task, and took the customer's day."""
    live: Mapped[bool] = mapped_column(default=True)


class Call(Base):
    """One telephone call that was made for a task, on the customer's local day."""

    __tablename__ = "calls"

    id: Mapped[int] = mapped_column(primary_key=True)
    task_id: Mapped[int] = mapped_column(ForeignKey("tasks.id"), index=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id"), unique=True)
    outcome: Mapped[CallOutcome] = mapped_column(one_of(CallOutcome))
    reason: Mapped[Reason | None] = mapped_column(one_of(Reason))
    local_day: Mapped[dt.date]


class Assignment(Base):
    """Who collects from a customer at a level, since when, and who said so (R54, R56)."""

    __tablename__ = "assignments"
    __table_args__ = (
        ForeignKeyConstraint(["creditor_id", "customer_id"], ["customers.creditor_id", "customers.id"]),
        Index("ix_assignments_collector", "creditor_id", "seniority", "name"),
    )

    customer_id: Mapped[int] = mapped_column(primary_key=True)
    seniority: Mapped[Seniority] = mapped_column(one_of(Seniority), primary_key=True)
    creditor_id: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(Text)
    """As it stands in the creditor's file, which is what makes somebody the same person."""
    since: Mapped[dt.datetime] = mapped_column(Instant)
    assigned_by: Mapped[str] = mapped_column(String(100))


class DigestState(StrEnum):
    """Where a morning's digest stands. `sending` is left once; `unknown` stays."""

    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    """The provider may or may not have taken it: never sent again."""
    RELEASED = "released"
    """The provider certainly did not take it: tried again the same morning."""
    EMPTY = "empty"
    """There was nothing to tell, and nothing was sent."""


class DigestRow(Base):
    """The one digest of a creditor's day. The key keeps two workers from sending it twice."""

    __tablename__ = "digests"

    creditor_id: Mapped[str] = mapped_column(ForeignKey("creditors.id"), primary_key=True)
    day: Mapped[dt.date] = mapped_column(primary_key=True)
    contact: Mapped[str] = mapped_column(String(50))
    """The reference of the last try, which is all that a provider gets besides the message."""
    state: Mapped[DigestState] = mapped_column(one_of(DigestState))
    claimed_at: Mapped[dt.datetime] = mapped_column(Instant)
    settled_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    digest: Mapped[str] = mapped_column(String(64))
    """SHA-256 of the message."""
    detail: Mapped[str | None] = mapped_column(String(200))
