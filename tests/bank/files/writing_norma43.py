"""Norma 43 as a bank writes it, from the statements that it is to tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from cobro.bank.movement import Movement, Statement
from tests.bank.files.own_numbers import CURRENCY_NUMBERS


def norma43(*statements: Statement, encoding: str = "latin-1", end: str = "\r\n") -> bytes:
    """The file. A movement that has a payer's name is written as a SEPA transfer, any other one with free text."""
    lines = [line for one in statements for line in _account(one)]
    lines.append(f"88{'9' * 18}{len(lines):06}".ljust(80))
    return end.join([*lines, ""]).encode(encoding)


def _account(statement: Statement) -> Iterable[str]:
    # ES + 2 check digits + bank and branch (8) + 2 check digits + number (10)
    number = statement.account[4:12] + statement.account[14:24]
    currency = CURRENCY_NUMBERS[statement.currency]
    opening, closing = statement.opening_minor or 0, statement.closing_minor or 0
    assert statement.since
    assert statement.known_up_to
    yield (
        f"11{number}{_day(statement.since)}{_day(statement.known_up_to)}{_signed(opening)}{currency}3HOLDER, S.L."
    ).ljust(80)
    for movement in statement.movements:
        yield from _movement(movement)
    sums = ""
    for credit in (False, True):
        these = [one.amount.minor for one in statement.movements if one.credit is credit]
        sums += f"{len(these):05}{sum(these):014}"
    yield f"33{number}{sums}{_signed(closing)}{currency}".ljust(80)


def _movement(movement: Movement) -> Iterable[str]:
    first, second, document = (*movement.references, "", "", "")[:3]
    yield (
        f"22    1234{_day(movement.booked)}{_day(movement.value)}{movement.concept}000{_signed(movement.signed_minor)}"
        f"{document or '0' * 10:>10}{first or '0' * 12:<12}{second:<16}"
    )
    if movement.payer_name:
        yield f"2301{movement.payer_name}".ljust(80)
        yield f"2302{movement.end_to_end or 'NOTPROVIDED'}".ljust(80)
        yield f"2303{' ' * 8}{movement.text[:68]}".ljust(80)
        yield f"2304{movement.text[68:140]}".ljust(80)
        yield "2305".ljust(80)
    elif movement.text:
        yield f"2301{movement.text}".ljust(80)
    if movement.instructed:
        number = CURRENCY_NUMBERS[movement.instructed.currency]
        yield f"2401{number}{movement.instructed.minor:014}".ljust(80)


def _day(day: dt.date) -> str:
    return f"{day:%y%m%d}"


def _signed(minor: int) -> str:
    return f"{1 if minor < 0 else 2}{abs(minor):014}"
