"""One movement of a Norma 43 file: record 22, its texts (23) and its amount of origin (24)."""

from __future__ import annotations

import re
from decimal import Decimal

from cobro.bank.movement import Movement
from cobro.bank.norma43_record import Record
from cobro.bank.refusal import refused
from cobro.dunning.money import Money

CURRENCIES = {
    "032": "ARS", "036": "AUD", "124": "CAD", "152": "CLP", "156": "CNY", "170": "COP", "203": "CZK", "208": "DKK",
    "344": "HKD", "348": "HUF", "392": "JPY", "484": "MXN", "504": "MAD", "554": "NZD", "578": "NOK", "604": "PEN",
    "702": "SGD", "710": "ZAR", "752": "SEK", "756": "CHF", "826": "GBP", "840": "USD", "858": "UYU", "946": "RON",
    "949": "TRY", "978": "EUR", "985": "PLN", "986": "BRL",
}  # fmt: skip
"""Currencies by their ISO 4217 number, which nothing that is installed with the project knows: those in which Spanish
banks keep accounts for firms. An account in another one is refused by name, never guessed."""

_RETURNS, _FEES, _CORRECTIONS, _TRANSFERS = "14", "17", "98", "04"
_PURPOSE = re.compile(r"([A-Z]{4}| {4}){2}")
"""SEPA purpose and category, four capitals each or left blank: the mark of a record 23-03 that is not free text."""


def hundredths_as_money(hundredths: int, currency: str, record: Record, field: str) -> Money:
    """An amount of the file, which always has two decimals, in a currency that may have none."""
    try:
        return Money(Decimal(hundredths).scaleb(-2), currency)
    except ValueError:
        amount = str(Decimal(hundredths).scaleb(-2))
        raise refused(record.where, field, f"an amount that {currency} can have", amount) from None


def movement_of(record: Record, more: list[Record], currency: str) -> Movement:
    """The movement.

    Args:
        record: of kind 22.
        more: the records 23 and 24 that follow it.
        currency: the account's.

    Raises:
        BadInput: a column does not hold what it must.
    """
    concept = record.text(22, 24)
    texts = [one for one in more if one.kind == "23"]
    sepa = concept == _TRANSFERS and _is_sepa(texts)
    numbers = (record.text(52, 64), record.text(64, 80), record.text(42, 52))
    amount = hundredths_as_money(record.hundredths(28, "amount"), currency, record, "amount")
    return Movement(
        booked=record.day(10, "operation date"),
        value=record.day(16, "value date"),
        amount=amount,
        credit=record.is_credit(27, "sign"),
        reversal=concept in (_RETURNS, _CORRECTIONS),
        is_fee=concept == _FEES,
        concept=concept,
        end_to_end=_given(texts[1].text(4, 39)) if sepa else "",
        references=tuple(dict.fromkeys(number for number in numbers if number.strip("0"))),
        text=_remittance(texts) if sepa else " ".join(filter(None, (one.text(4, 80) for one in texts))),
        payer_name=texts[0].text(4, 70) if sepa else "",
        instructed=_instructed(more, amount),
        line=f"line {record.number}",
    )


def _is_sepa(texts: list[Record]) -> bool:
    """Whether the texts have the form of a SEPA transfer. Many banks use the same five records for free text."""
    return (
        [one.text(2, 4) for one in texts] == ["01", "02", "03", "04", "05"]
        and bool(texts[0].text(4, 70))
        and _PURPOSE.fullmatch(texts[2].line[4:12]) is not None
    )


def _remittance(texts: list[Record]) -> str:
    """What the payer wrote runs on from record 03 into 04, and a word may be cut there; 05 is a text of its own."""
    run_on = texts[2].line[12:80] + texts[3].line[4:76]
    return " ".join(filter(None, (" ".join(run_on.split()), texts[4].text(4, 80))))


def _given(reference: str) -> str:
    return "" if reference.upper() == "NOTPROVIDED" else reference


def _instructed(more: list[Record], amount: Money) -> Money | None:
    """The amount of origin, where it is another one in the same currency: charges were taken off on the way."""
    for record in more:
        if record.kind == "24":
            code = record.digits(4, 7, "currency of origin")
            hundredths = record.hundredths(7, "amount of origin")
            if CURRENCIES.get(code) == amount.currency:
                origin = hundredths_as_money(hundredths, amount.currency, record, "amount of origin")
                return origin if origin and origin != amount else None
    return None
