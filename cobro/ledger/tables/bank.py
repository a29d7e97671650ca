"""The bank: accounts, the files that tell of them, and every movement, counted once. Personal data stand in the
movement's `text`, `payer_name`, `payer_iban` and `note`, and in the accounts that customers are known to pay from."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cobro.bank.movement import FileKind
from cobro.dunning.money import Money
from cobro.ledger.tables.base import Base, Instant, one_of


class BankAccount(Base):
    """An account of a creditor, and up to which day its bank has told all of it."""

    __tablename__ = "bank_accounts"
    __table_args__ = (UniqueConstraint("creditor_id", "iban"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    creditor_id: Mapped[str] = mapped_column(ForeignKey("creditors.id"))
    iban: Mapped[str] = mapped_column(String(34))
    known_up_to: Mapped[dt.date | None]
    """None where no file promised whole days since it was forgotten, or ever: such an account is never called stale."""
    closing_minor: Mapped[int | None] = mapped_column(BigInteger)
    """The balance at the end of that day, where the file told it: the next file must begin with it."""
    forgotten_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    """When somebody said last that it is not waited for: `known_up_to` is None from then to the next file."""
    forgotten_by: Mapped[str | None] = mapped_column(String(100))


class BankFile(Base):
    """A file of movements that was read. The same file again changes nothing."""

    __tablename__ = "bank_files"
    __table_args__ = (UniqueConstraint("creditor_id", "digest"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    creditor_id: Mapped[str] = mapped_column(ForeignKey("creditors.id"))
    name: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(String(64))
    source: Mapped[str] = mapped_column(String(40))
    who: Mapped[str] = mapped_column(String(100))
    read_at: Mapped[dt.datetime] = mapped_column(Instant)
    closed_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    """When every movement of it had been looked at and what follows from the file as a whole was done."""


class MovementState(StrEnum):
    """What became of a movement."""

    READ = "read"
    """It is stored and not looked at yet: that follows at once, and where it was interrupted, a worker goes on. Nobody
    of the creditor is contacted meanwhile."""
    WAITING = "waiting"
    """A person decides whose it is."""
    APPLIED = "applied"
    """It is money of a customer, on the invoices that its events name."""
    REVERSES = "reverses"
    """It took an earlier movement back."""
    REVERSED = "reversed"
    """It was applied, and a later movement took it back."""
    SET_ASIDE = "set_aside"
    """It concerns no invoice: money that went out, the bank's charges, or what a person said so of."""


class BankMovement(Base):
    """One movement on an account. `minor` is positive; `credit` says that the account got it."""

    __tablename__ = "bank_movements"
    __table_args__ = (
        CheckConstraint("minor > 0", name="moves_money"),
        Index("ix_bank_movements_day", "account_id", "booked", "minor"),
        Index("ix_bank_movements_state", "creditor_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    creditor_id: Mapped[str] = mapped_column(ForeignKey("creditors.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("bank_accounts.id"))
    file_id: Mapped[int] = mapped_column(ForeignKey("bank_files.id"))
    """The first file that told of it."""
    kind: Mapped[FileKind] = mapped_column(one_of(FileKind))
    booked: Mapped[dt.date]
    value: Mapped[dt.date]
    minor: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(String(3))
    credit: Mapped[bool]
    reversal: Mapped[bool]
    is_fee: Mapped[bool]
    concept: Mapped[str] = mapped_column(String(60))
    bank_reference: Mapped[str] = mapped_column(Text)
    end_to_end: Mapped[str] = mapped_column(Text)
    references: Mapped[list[str]] = mapped_column(JSON)
    text: Mapped[str] = mapped_column(Text)
    payer_name: Mapped[str] = mapped_column(Text)
    payer_iban: Mapped[str] = mapped_column(String(34))
    instructed_minor: Mapped[int | None] = mapped_column(BigInteger)
    line: Mapped[str] = mapped_column(String(60))
    state: Mapped[MovementState] = mapped_column(one_of(MovementState))
    reason: Mapped[str] = mapped_column(String(300))
    """Why it stands where it does, without a name or an account."""
    proposals: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    """What it may pay, best first, while a person is to decide, and what it no longer may: see `bank_proposals.py`."""
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customers.id"))
    """Who paid, where that is certain."""
    task_id: Mapped[int | None] = mapped_column(ForeignKey("tasks.id"))
    """The urgent question on the desk whose money it is; of a charge, who bears it."""
    reverses_id: Mapped[int | None] = mapped_column(ForeignKey("bank_movements.id"))
    twin_id: Mapped[int | None] = mapped_column(ForeignKey("bank_movements.id"))
    """The movement of another file that it may be once more, though it says something else: never applied by itself."""
    note: Mapped[str | None] = mapped_column(Text)
    """Why a person set it aside, in free text."""
    came_at: Mapped[dt.datetime] = mapped_column(Instant)
    settled_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    settled_by: Mapped[str | None] = mapped_column(String(100))

    @property
    def amount(self) -> Money:
        return Money.from_minor(self.minor, self.currency)


class MovementEvent(Base):
    """An event that a movement became: a payment of one invoice, or its reversal."""

    __tablename__ = "movement_events"

    movement_id: Mapped[int] = mapped_column(ForeignKey("bank_movements.id"), primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id"), primary_key=True)


class PayerAccount(Base):
    """An account that a customer has paid from. Learned from money that was applied with certainty."""

    __tablename__ = "payer_accounts"

    creditor_id: Mapped[str] = mapped_column(ForeignKey("creditors.id"), primary_key=True)
    iban: Mapped[str] = mapped_column(String(34), primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"), primary_key=True)
    learned_at: Mapped[dt.datetime] = mapped_column(Instant)
