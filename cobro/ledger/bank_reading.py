"""Storing what a bank's file tells: the file itself, its accounts, and each movement that the ledger has not yet."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from cobro.bank.movement import FileKind, Movement, Statement
from cobro.bank.recognising import LARGEST, read_bank_file
from cobro.bank.refusal import refused
from cobro.bank.zipped import files_in
from cobro.dunning.money import Money
from cobro.dunning.parties import Creditor
from cobro.ledger import tables as t
from cobro.ledger.applying import Refused
from cobro.ledger.asking import ask, spelled
from cobro.ledger.bank_pairing import Known, pair
from cobro.ledger.locks import lock_creditor
from cobro.ledger.papers import NewPaper, keep
from cobro.ledger.work import Work

Unit: TypeAlias = tuple[Statement, ...]
"""The accounts of one file. A ZIP is several files: what two of them tell is one movement."""

_ZIP = b"PK\x03\x04"
_UNREAD = (
    select(t.BankMovement.id)
    .where(t.BankMovement.creditor_id == bindparam("creditor"), t.BankMovement.state == spelled(t.MovementState.READ))
    .limit(1)
)
_AT_WORK = dt.timedelta(minutes=1)
"""So long whoever brought a file in is left to finish it, and is told what came of it."""
_Key: TypeAlias = tuple[object, ...]
_MovementRow = t.BankMovement


def units_of(creditor: Creditor, name: str, content: bytes) -> list[Unit]:
    """What a bank's file, or each file in a ZIP of them, tells of the creditor's own accounts.

    Raises:
        BadInput: it cannot be read, or tells of an account that is not the creditor's; nothing of it is taken.
    """
    if len(content) <= LARGEST and content.startswith(_ZIP):
        units = [_inner(where, inner) for where, inner in files_in(name, content, LARGEST)]
    else:
        units = [read_bank_file(name, content)]
    for statement in (one for unit in units for one in unit):
        if statement.account not in creditor.ibans:
            told = "one of the creditor's own accounts, as the creditor's file lists them under ibans"
            raise refused(name, "account", told, f"...{statement.account[-4:]}")
    return units


def _inner(where: str, content: bytes) -> Unit:
    if content.startswith(_ZIP):
        raise refused(where, "", "a bank's file, and no ZIP in a ZIP")
    return read_bank_file(where, content)


def store(work: Work, creditor_id: str, paper: NewPaper, units: Sequence[Unit], *, source: str) -> tuple[int, bool]:
    """Store a file and the movements that are news; the file's row, and whether it was taken in before, to the end.

    Nothing is applied yet: every new movement is `READ`.

    Raises:
        Refused: there is no such creditor.
    """
    if lock_creditor(work.session, creditor_id) is None:
        raise Refused(f"creditor: the ledger has no creditor '{creditor_id}'")
    before = work.session.scalars(
        select(t.BankFile).where(t.BankFile.creditor_id == creditor_id, t.BankFile.digest == paper.digest)
    ).first()
    if before is not None:
        return before.id, before.closed_at is not None
    keep(work, creditor_id, paper, t.PaperKind.BANK)
    kept = select(t.Paper.name).where(t.Paper.creditor_id == creditor_id, t.Paper.digest == paper.digest)
    file = t.BankFile(
        creditor_id=creditor_id,
        name=work.session.scalars(kept.where(t.Paper.kind == t.PaperKind.BANK)).one(),
        digest=paper.digest,
        source=source,
        who=work.who,
        read_at=work.now,
    )
    work.session.add(file)
    work.session.flush()
    for unit in units:
        by_account: dict[str, list[Statement]] = defaultdict(list)
        for statement in unit:
            by_account[statement.account].append(statement)
        for iban, statements in by_account.items():
            _store_account(work, file, account_of(work, creditor_id, iban), statements)
    return file.id, False


@dataclass(frozen=True, slots=True)
class Interrupted:
    """A file that was stored and never closed. `row` is its row's id."""

    row: int
    creditor: str
    name: str
    content: bytes
    who: str


def interrupted(session: Session, now: dt.datetime) -> list[Interrupted]:
    """The files that somebody began to take in `_AT_WORK` ago or longer, and that were never closed: the process ended.
    Their papers hold them as they came."""
    rows = session.execute(
        select(t.BankFile, t.Paper.content)
        .outerjoin(
            t.Paper,
            (t.Paper.creditor_id == t.BankFile.creditor_id)
            & (t.Paper.digest == t.BankFile.digest)
            & (t.Paper.kind == t.PaperKind.BANK),
        )
        .where(t.BankFile.closed_at.is_(None), t.BankFile.read_at <= now - _AT_WORK)
        .order_by(t.BankFile.id)
    )
    return [Interrupted(file.id, file.creditor_id, file.name, content or b"", file.who) for file, content in rows]


def is_being_read(session: Session, creditor_id: str) -> bool:
    """Whether movements of a creditor are stored that nobody has looked at: any customer may have paid."""
    return bool(ask(session, _UNREAD, {"creditor": creditor_id}))


def account_of(work: Work, creditor_id: str, iban: str) -> t.BankAccount:
    """The account of that number, entered where no file told of it before. The caller holds the creditor's lock."""
    account = work.session.scalars(
        select(t.BankAccount).where(t.BankAccount.creditor_id == creditor_id, t.BankAccount.iban == iban)
    ).first()
    if account is None:
        account = t.BankAccount(creditor_id=creditor_id, iban=iban)
        work.session.add(account)
        work.session.flush()
    return account


def _store_account(work: Work, file: t.BankFile, account: t.BankAccount, statements: Sequence[Statement]) -> None:
    told = [(statement.kind, movement) for statement in statements for movement in statement.movements]
    if not told:
        return
    known = _known(work, account, [movement for _, movement in told])
    groups: dict[_Key, list[int]] = defaultdict(list)
    for at, (_, movement) in enumerate(told):
        groups[_key(movement)].append(at)
    twins: dict[int, int | None] = {}
    for key, places in groups.items():
        kind = told[places[0]][0]
        for at, paired in zip(places, pair(kind, [told[at][1] for at in places], known.get(key, [])), strict=True):
            if paired is None or paired.contradicts:
                twins[at] = paired.known.key if paired else None
    work.session.add_all(_row(work, file, account, *told[at], twin) for at, twin in sorted(twins.items()))
    work.session.flush()


def _key(movement: Movement) -> _Key:
    return movement.booked, movement.amount.minor, movement.amount.currency, movement.credit


def _known(work: Work, account: t.BankAccount, told: Iterable[Movement]) -> dict[_Key, list[Known]]:
    """What the ledger has of these days, oldest first."""
    days = {movement.booked for movement in told}
    rows = work.session.execute(
        select(
            _MovementRow.id,
            _MovementRow.kind,
            _MovementRow.booked,
            _MovementRow.minor,
            _MovementRow.currency,
            _MovementRow.credit,
            _MovementRow.bank_reference,
            _MovementRow.end_to_end,
            _MovementRow.text,
            _MovementRow.payer_name,
            _MovementRow.payer_iban,
        )
        .where(_MovementRow.account_id == account.id, _MovementRow.booked.between(min(days), max(days)))
        .order_by(_MovementRow.id)
    )
    known: dict[_Key, list[Known]] = defaultdict(list)
    for row in rows:
        one = Known(row.id, row.kind, row.bank_reference, row.end_to_end, row.text, row.payer_name, row.payer_iban)
        known[row.booked, row.minor, row.currency, row.credit].append(one)
    return known


def _row(
    work: Work, file: t.BankFile, account: t.BankAccount, kind: FileKind, movement: Movement, twin: int | None
) -> t.BankMovement:
    return t.BankMovement(
        creditor_id=file.creditor_id,
        account_id=account.id,
        file_id=file.id,
        kind=kind,
        booked=movement.booked,
        value=movement.value,
        minor=movement.amount.minor,
        currency=movement.amount.currency,
        credit=movement.credit,
        reversal=movement.reversal,
        is_fee=movement.is_fee,
        concept=movement.concept,
        bank_reference=movement.bank_reference,
        end_to_end=movement.end_to_end,
        references=list(movement.references),
        text=movement.text,
        payer_name=movement.payer_name,
        payer_iban=movement.payer_iban,
        instructed_minor=movement.instructed.minor if movement.instructed else None,
        line=movement.line,
        state=t.MovementState.READ,
        reason="",
        proposals=[],
        twin_id=twin,
        came_at=work.now,
    )


def movement_of(row: t.BankMovement) -> Movement:
    """A stored movement as the rules take it."""
    return Movement(
        booked=row.booked,
        value=row.value,
        amount=row.amount,
        credit=row.credit,
        reversal=row.reversal,
        is_fee=row.is_fee,
        concept=row.concept,
        bank_reference=row.bank_reference,
        end_to_end=row.end_to_end,
        references=tuple(row.references),
        text=row.text,
        payer_name=row.payer_name,
        payer_iban=row.payer_iban,
        instructed=None if row.instructed_minor is None else Money.from_minor(row.instructed_minor, row.currency),
        line=row.line,
    )
