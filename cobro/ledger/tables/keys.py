"""Who may send over HTTP: keys of one creditor each. The key itself is shown once and never stored."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cobro.ledger.tables.base import Base, Instant


class ApiKey(Base):
    """A key that lets one sender do a few things for one creditor. `hash` is the SHA-256 of the key."""

    __tablename__ = "api_keys"
    __table_args__ = (UniqueConstraint("creditor_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    creditor_id: Mapped[str] = mapped_column(ForeignKey("creditors.id"))
    name: Mapped[str] = mapped_column(String(40))
    """Who sends with it, for people; it stands as `who` with every event that came by it."""
    hash: Mapped[str] = mapped_column(String(64), unique=True)
    scopes: Mapped[list[str]] = mapped_column(JSON)
    created_at: Mapped[dt.datetime] = mapped_column(Instant)
    created_by: Mapped[str] = mapped_column(String(100))
    revoked_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    revoked_by: Mapped[str | None] = mapped_column(String(100))
