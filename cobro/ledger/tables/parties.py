"""Creditors and customers. Personal data stand in `profile` and `mended` and nowhere else, so they can be erased."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar

from pydantic import BaseModel
from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cobro.dunning import parties
from cobro.ledger.tables.base import Base, Instant

Value = TypeVar("Value", bound=BaseModel)


def _read(row: Creditor | Customer, kind: type[Value]) -> Value:
    """What a profile says, validated once: it is asked for at every turn, and changed as a whole."""
    profile, value = vars(row).get("_value", (None, None))
    if profile is not row.profile:
        value = kind.model_validate(row.profile)
        vars(row)["_value"] = (row.profile, value)
    assert isinstance(value, kind)
    return value


class Creditor(Base):
    """Who is owed. A creditor that is stopped contacts nobody; money still comes in."""

    __tablename__ = "creditors"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    profile: Mapped[dict[str, Any]] = mapped_column(JSON)
    stopped_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    stopped_by: Mapped[str | None] = mapped_column(String(100))
    policy_digest: Mapped[str | None] = mapped_column(ForeignKey("policies.digest"))
    """The version of its policy that is in force."""

    @property
    def value(self) -> parties.Creditor:
        return _read(self, parties.Creditor)


class Customer(Base):
    """Who owes. `id` is the ledger's own key, the only one that leaves it; `ref` is the creditor's (often a tax id)."""

    __tablename__ = "customers"
    __table_args__ = (UniqueConstraint("creditor_id", "ref"), UniqueConstraint("creditor_id", "id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    creditor_id: Mapped[str] = mapped_column(ForeignKey("creditors.id"))
    ref: Mapped[str] = mapped_column(String(100))
    profile: Mapped[dict[str, Any]] = mapped_column(JSON)
    mended: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    """What the book said of each field that a repair has corrected since. While it says the same, it is not news."""
    sms_stopped: Mapped[bool] = mapped_column(default=False)
    stopped_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    stopped_by: Mapped[str | None] = mapped_column(String(100))
    stopped_for: Mapped[str | None] = mapped_column(String(40))
    """Why, where it was the customer's doing: an insolvency, a lawyer, a wrong person, an objection."""

    @property
    def value(self) -> parties.Customer:
        return _read(self, parties.Customer)


class CustomerContact(Base):
    """Somebody at a customer whom letters and calls may go to, by role: `owner`, `accounts-payable`, a branch."""

    __tablename__ = "customer_contacts"

    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"), primary_key=True)
    role: Mapped[str] = mapped_column(String(40), primary_key=True)
    profile: Mapped[dict[str, Any]] = mapped_column(JSON)

    @property
    def value(self) -> parties.Recipient:
        return parties.Recipient.model_validate(self.profile)
