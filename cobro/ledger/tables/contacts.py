"""What reached a customer, byte for byte, and which step of which case it carried out."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, LargeBinary, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from cobro.dunning.contact import COUNTED, Channel, ContactClass, ContactState, Message
from cobro.dunning.event import Report
from cobro.ledger.tables.base import Base, Instant, one_of

_COUNTED = ", ".join(f"'{state.value}'" for state in COUNTED)
_TAKES_THE_DAY = text(f"\"class\" = 'dunning' AND state IN ({_COUNTED})")
_IN_DOUBT = text("state = 'unknown'")


class Contact(Base):
    """One contact with one customer. Two dunning contacts on one local day cannot exist (law 3)."""

    __tablename__ = "contacts"
    __table_args__ = (
        Index(
            "uq_contacts_customer_day",
            "customer_id",
            "local_day",
            unique=True,
            sqlite_where=_TAKES_THE_DAY,
            postgresql_where=_TAKES_THE_DAY,
        ),
        Index("ix_contacts_customer", "customer_id", "local_day"),
        Index("ix_contacts_in_doubt", "claimed_at", sqlite_where=_IN_DOUBT, postgresql_where=_IN_DOUBT),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    creditor_id: Mapped[str] = mapped_column(ForeignKey("creditors.id"))
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"))
    contact_class: Mapped[ContactClass] = mapped_column("class", one_of(ContactClass))
    channel: Mapped[Channel] = mapped_column(one_of(Channel))
    letter: Mapped[str | None] = mapped_column(String(40))
    state: Mapped[ContactState] = mapped_column(one_of(ContactState))
    local_day: Mapped[dt.date]
    claimed_at: Mapped[dt.datetime] = mapped_column(Instant)
    settled_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    episode_id: Mapped[int] = mapped_column(ForeignKey("episodes.id"))
    n: Mapped[int]
    """The move that claimed it."""
    recipient: Mapped[str | None] = mapped_column(String(320))
    role: Mapped[str | None] = mapped_column(String(40))
    """The role at the customer whom it went to; None where it went to the customer's own address."""
    shows_terms: Mapped[bool | None]
    """Whether it shows, beside what it asks for, that something was promised or planned: that stays in the house."""
    content: Mapped[bytes | None] = mapped_column(LargeBinary)
    digest: Mapped[str | None] = mapped_column(String(64))
    provider_id: Mapped[str | None] = mapped_column(String(200))
    detail: Mapped[str | None] = mapped_column(String(200))
    report: Mapped[Report | None] = mapped_column(one_of(Report))
    """The last word of the provider on it."""
    reported_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    """When that happened, by the provider's clock."""
    policy: Mapped[str] = mapped_column(String(40))
    policy_version: Mapped[int]

    @property
    def message(self) -> Message:
        """What a provider is handed, and asked about."""
        return Message(
            contact=self.id,
            channel=self.channel,
            to=self.recipient or "",
            content=self.content or b"",
            claimed_at=self.claimed_at,
        )


class ContactStep(Base):
    """A step of a case that a contact carries out. At most one live contact carries a step (law 3)."""

    __tablename__ = "contact_steps"
    __table_args__ = (
        UniqueConstraint("episode_id", "step", "attempt"),
        Index(
            "uq_contact_steps_live",
            "episode_id",
            "step",
            unique=True,
            sqlite_where=text("live = 1"),
            postgresql_where=text("live"),
        ),
        Index("ix_contact_steps_contact", "contact_id"),
        Index("ix_contact_steps_invoice", "invoice_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[str] = mapped_column(ForeignKey("contacts.id"))
    invoice_id: Mapped[int] = mapped_column(ForeignKey("invoices.id"))
    episode_id: Mapped[int] = mapped_column(ForeignKey("episodes.id"))
    step: Mapped[str] = mapped_column(String(60))
    attempt: Mapped[int]
    live: Mapped[bool] = mapped_column(default=True)
