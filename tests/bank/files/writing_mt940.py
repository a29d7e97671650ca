"""MT940 as banks write it, from the statements that it is to tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from cobro.bank.movement import Movement, Statement

_MARKS = {(True, False): "C", (False, False): "D", (False, True): "RC", (True, True): "RD"}


def mt940(*statements: Statement, pages: int = 1) -> bytes:
    """The file: each statement in so many messages, in SWIFT's envelopes."""
    return "".join(line + "\r\n" for one in statements for line in _statement(one, pages)).encode()


def _statement(statement: Statement, pages: int) -> Iterable[str]:
    balance = statement.opening_minor or 0
    assert statement.known_up_to
    for page in range(pages):
        movements = _slice(statement.movements, page, pages)
        yield "{1:F01BANKESMMAXXX0000000000}{2:O9400000000000BANKESMMXXXX00000000000000000000N}{4:"
        yield ":20:STARTUMS"
        yield f":25:{statement.account}"
        yield f":28C:00001/{page + 1:03}"
        yield f":60{'M' if page else 'F'}:{_balance(balance, statement)}"
        for movement in movements:
            yield from _movement(movement)
            balance += movement.signed_minor
        last = page == pages - 1
        yield f":62{'F' if last else 'M'}:{_balance(statement.closing_minor or 0 if last else balance, statement)}"
        yield ":86:THANK YOU FOR YOUR CUSTOM"
        yield "-}"


def _slice(movements: tuple[Movement, ...], page: int, pages: int) -> tuple[Movement, ...]:
    size = -(-len(movements) // pages)
    return movements[page * size : (page + 1) * size]


def _movement(movement: Movement) -> Iterable[str]:
    mark = _MARKS[movement.credit, movement.reversal]
    reference = movement.references[0] if movement.references else "NONREF"
    behind = f"//{movement.bank_reference}" if movement.bank_reference else ""
    yield (
        f":61:{_day(movement.value)}{movement.booked:%m%d}{mark}{_comma(movement.amount.minor)}"
        f"{movement.concept}{reference}{behind}"
    )
    purpose = f"SVWZ+{movement.text}"
    if movement.end_to_end:
        purpose = f"EREF+{movement.end_to_end}{purpose}"
    yield f":86:166?00TRANSFER?20{purpose}?31{movement.payer_iban}?32{movement.payer_name}"


def _balance(minor: int, statement: Statement) -> str:
    assert statement.known_up_to
    return f"{'D' if minor < 0 else 'C'}{_day(statement.known_up_to)}{statement.currency}{_comma(abs(minor))}"


def _comma(minor: int) -> str:
    return f"{minor // 100},{minor % 100:02}"


def _day(day: dt.date) -> str:
    return f"{day:%y%m%d}"
