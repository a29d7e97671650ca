"""What a camt statement says of its own sums: balances before and after, counts and sums of its entries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from cobro.bank.camt_entry import Entry
from cobro.bank.camt_value import Place
from cobro.bank.refusal import must_agree, refused, shown

_OPENING, _CLOSING, _BETWEEN = ("OPBD", "PRCD"), ("CLBD",), "ITBD"


@dataclass(frozen=True, slots=True)
class Balance:
    """A booked balance in smallest units, negative where the account is overdrawn, and its day."""

    minor: int
    day: dt.date | None
    is_closing: bool
    """Whether it closes the day, and not only one page of the statement."""


def opening_of(statement: Place, currency: str) -> Balance | None:
    """The balance before the entries, None if the statement has none."""
    found = _with_code(statement, *_OPENING) or _between(statement, first=True)
    return _balance(found, currency) if found else None


def closing_of(statement: Place, currency: str) -> Balance | None:
    """The balance after the entries, None if the statement has none."""
    found = _with_code(statement, *_CLOSING) or _between(statement, first=False)
    return _balance(found, currency) if found else None


def check_balances(where: str, opening: Balance, closing: Balance, entries: Sequence[Entry], currency: str) -> None:
    """The booked entries must lead from one balance to the other.

    Raises:
        BadInput: they do not.
    """
    found = opening.minor + sum(one.signed_minor for one in entries if one.booked)
    must_agree(where, "closing balance", shown(closing.minor, currency), shown(found, currency))


def check_summary(where: str, statement: Place, entries: Sequence[Entry], currency: str) -> None:
    """Counts and sums of all entries, of the credits and of the debits, where the statement has them (`TxsSummry`).

    Banks count entries that are not booked yet, or do not count them; both are right.

    Raises:
        BadInput: a count or a sum is another than that of the entries.
    """
    booked = [one for one in entries if one.booked]
    for path, wanted in (
        ("TxsSummry/TtlNtries", (True, False)),
        ("TxsSummry/TtlCdtNtries", (True,)),
        ("TxsSummry/TtlDbtNtries", (False,)),
    ):
        total = statement.at(path)
        if total is None:
            continue
        every, only_booked = ([one for one in these if one.credit in wanted] for these in (entries, booked))
        if total.at("NbOfNtries"):
            count = total.number("NbOfNtries")
            must_agree(where, f"{path}/NbOfNtries", count, _nearest(count, len(every), len(only_booked)))
        if total.at("Sum"):
            said = total.amount_in(currency, "Sum").minor
            sums = [sum(one.amount.minor for one in these) for these in (every, only_booked)]
            must_agree(where, f"{path}/Sum", shown(said, currency), shown(_nearest(said, *sums), currency))


def _nearest(said: int, every: int, only_booked: int) -> int:
    return only_booked if said == only_booked else every


def _with_code(statement: Place, *codes: str) -> Place | None:
    balances = {one.text("Tp/CdOrPrtry/Cd"): one for one in reversed(statement.all_at("Bal"))}
    return next((balances[code] for code in codes if code in balances), None)


def _between(statement: Place, *, first: bool) -> Place | None:
    """The balance at the edge of a page of a statement that has several.

    A page in the middle has two of these, the first page only the one at its end, the last only that at its start.
    """
    pages = [one for one in statement.all_at("Bal") if one.text("Tp/CdOrPrtry/Cd") == _BETWEEN]
    other_edge = _with_code(statement, *(_CLOSING if first else _OPENING))
    if not pages or (len(pages) == 1 and other_edge is None):
        return None
    return pages[0] if first else pages[-1]


def _balance(place: Place, currency: str) -> Balance:
    money = place.money("Amt")
    if money is None:
        raise refused(str(place), "Bal/Amt", "an amount")
    must_agree(str(place), "Bal/Amt@Ccy", currency, money.currency)
    minor = money.minor if place.is_credit() else -money.minor
    return Balance(minor, place.day("Dt/Dt", "Dt/DtTm"), place.text("Tp/CdOrPrtry/Cd") in _CLOSING)
