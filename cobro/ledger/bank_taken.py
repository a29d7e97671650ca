"""What came of a bank's file, counted from what the ledger stores of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from cobro.bank.movement import FileKind, Statement
from cobro.dunning.money import Money, totals
from cobro.ledger import tables as t
from cobro.ledger.bank_proposals import standing


@dataclass(frozen=True, slots=True)
class AccountTaken:
    """What one file told of one account, and what became of it."""

    account: str
    """IBAN; an own account of the creditor."""
    kind: FileKind
    version: str
    new: int
    """Movements that no file had told of."""
    known: int
    """Movements that an earlier file had told of: they are counted once."""
    applied: int
    """Movements that were put on invoices without asking anybody."""
    applied_sums: tuple[Money, ...]
    proposed: int
    """Movements that wait for a person, with proposals."""
    unexplained: int
    """Movements that wait for a person, without any."""
    reversed: int
    """Movements that took back an earlier one."""
    set_aside: int
    known_up_to: dt.date | None
    """Up to which day the account's bank has told everything, by this file and all others."""
    missing: tuple[dt.date, dt.date] | None
    """The last day known before and the first of this file, where their balances show that days between are missing."""


@dataclass(frozen=True, slots=True)
class BankTaken:
    """What came of a file. `repeated` says that the same file had been taken before, and nothing changed."""

    file: str
    digest: str
    repeated: bool
    accounts: tuple[AccountTaken, ...]


Missing: TypeAlias = Mapping[str, tuple[dt.date, dt.date]]


def counted(
    session: Session, file_id: int, statements: Sequence[Statement], *, repeated: bool, missing: Missing
) -> BankTaken:
    """Count what a stored file told, by account. Of a repeated one nothing is new any more."""
    file = session.get_one(t.BankFile, file_id)
    rows = session.execute(
        select(t.BankMovement, t.BankAccount.iban)
        .join(t.BankAccount, t.BankAccount.id == t.BankMovement.account_id)
        .where(t.BankMovement.file_id == file_id)
    ).all()
    accounts = []
    for iban in dict.fromkeys(statement.account for statement in statements):
        told = [statement for statement in statements if statement.account == iban]
        movements = sum(len(statement.movements) for statement in told)
        stored = [] if repeated else [row for row, of in rows if of == iban]
        up_to = session.scalars(
            select(t.BankAccount.known_up_to).where(
                t.BankAccount.creditor_id == file.creditor_id, t.BankAccount.iban == iban
            )
        ).first()
        accounts.append(_account(told[0], movements, stored, up_to, missing.get(iban)))
    return BankTaken(file.name, file.digest, repeated, tuple(accounts))


def _account(
    told: Statement,
    movements: int,
    stored: Sequence[t.BankMovement],
    up_to: dt.date | None,
    missing: tuple[dt.date, dt.date] | None,
) -> AccountTaken:
    states = [row.state for row in stored]
    applied = [row for row in stored if row.credit and row.state in (t.MovementState.APPLIED, t.MovementState.REVERSED)]
    waiting = [row for row in stored if row.state is t.MovementState.WAITING]
    return AccountTaken(
        account=told.account,
        kind=told.kind,
        version=told.version,
        new=len(stored),
        known=movements - len(stored),
        applied=len(applied),
        applied_sums=totals(row.amount for row in applied),
        proposed=sum(bool(standing(row)) for row in waiting),
        unexplained=sum(not standing(row) for row in waiting),
        reversed=states.count(t.MovementState.REVERSES),
        set_aside=states.count(t.MovementState.SET_ASIDE),
        known_up_to=up_to,
        missing=missing,
    )
