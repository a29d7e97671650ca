"""The policies that were put in force, each version as it was."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import String, Text
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
