"""Bank files for the ledger's tests: movements on the example creditor's account, written as banks write them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from cobro.bank.movement import FileKind, Movement, Statement
from cobro.dunning.money import Money
from cobro.ledger.bank_taken import BankTaken
from tests.bank.files.writing_camt import camt
from tests.bank.files.writing_norma43 import norma43
from tests.ledger.builders import CREDITOR, EBRO, at, day
from tests.ledger.stage import Stage

ACCOUNT = CREDITOR.ibans[0]
PAYER = "ES7921000813610123456789"
OTHER_PAYER = "DE89370400440532013000"
PAID_ON = "2026-03-10"
TAKEN = "2026-03-11 09:00"

_NORMA43_CONCEPTS = {"PMNT/RCDT/ESCT": "04", "PMNT/IDDT/UPDD": "14", "PMNT/ICDT/ESCT": "04", "ACMT/MDOP/CHRG": "17"}


def came(amount: str, text: str = "", booked: str = PAID_ON, **more: Any) -> Movement:
    """Money that came in by transfer."""
    values: dict[str, Any] = {"value": day(booked), "credit": True, "concept": "PMNT/RCDT/ESCT", "text": text} | more
    return Movement(booked=day(booked), amount=Money(Decimal(amount), "EUR"), **values)


def left(amount: str, text: str = "", booked: str = PAID_ON, **more: Any) -> Movement:
    """Money that went out."""
    return came(amount, text, booked, **{"credit": False, "concept": "PMNT/ICDT/ESCT"} | more)


def returned(amount: str, text: str = "", booked: str = "2026-03-12", **more: Any) -> Movement:
    """A payment that the bank took back."""
    return left(amount, text, booked, **{"reversal": True, "concept": "PMNT/IDDT/UPDD"} | more)


def fee(amount: str, text: str, booked: str = "2026-03-12", **more: Any) -> Movement:
    """What the bank charged."""
    return left(amount, text, booked, **{"concept": "ACMT/MDOP/CHRG", "is_fee": True} | more)


def bank_file(
    *movements: Movement,
    kind: FileKind = FileKind.CAMT053,
    up_to: str | None = None,
    account: str = ACCOUNT,
    opening: int = 0,
) -> bytes:
    """One account in one file; of whole days up to the last movement's, unless said otherwise."""
    days = [movement.booked for movement in movements]
    last = day(up_to) if up_to else max(days)
    first = min([*days, last])
    whole = kind in (FileKind.CAMT053, FileKind.NORMA43)
    statement = Statement(
        kind=kind,
        version="camt.053.001.08" if kind is FileKind.CAMT053 else f"{kind.value}.001.08",
        account=account,
        currency="EUR",
        movements=tuple(movements),
        since=first if whole else None,
        known_up_to=last if whole else None,
        opening_minor=opening if whole else None,
        closing_minor=opening + sum(movement.signed_minor for movement in movements) if whole else None,
    )
    if kind is FileKind.NORMA43:
        return norma43(as_norma43(statement))
    return camt(statement)


def as_norma43(statement: Statement) -> Statement:
    """What Norma 43 can tell of it: no reference of the bank and no account of the payer."""
    told = tuple(
        Movement(
            booked=one.booked,
            value=one.value,
            amount=one.amount,
            credit=one.credit,
            concept=_NORMA43_CONCEPTS[one.concept],
            end_to_end=one.end_to_end,
            text=one.text,
            payer_name=one.payer_name,
        )
        for one in statement.movements
    )
    return Statement(
        statement.kind,
        statement.version,
        statement.account,
        statement.currency,
        told,
        statement.since,
        statement.known_up_to,
        statement.opening_minor,
        statement.closing_minor,
    )


def take(stage: Stage, *movements: Movement, now: str = TAKEN, **more: Any) -> BankTaken:
    """Bring in one file with these movements."""
    return take_content(stage, bank_file(*movements, **more), now)


def take_content(stage: Stage, content: bytes, now: str = TAKEN, creditor: str = EBRO) -> BankTaken:
    return stage.ledger.take_bank_file(creditor, "march.xml", content, at(now), who="ana", source="test")
