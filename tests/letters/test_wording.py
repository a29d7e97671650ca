"""How a language writes money, dates and lists; the code points are compared, no-break spaces included."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from cobro.dunning.money import Money
from cobro.letters.wording import account, day, folded, listed, money, one_line, short_day


@pytest.mark.parametrize(
    ("amount", "currency", "language", "written"),
    [
        ("1210.50", "EUR", "es", "1.210,50\u00a0€"),
        ("1210.50", "GBP", "en", "£1,210.50"),
        ("1210.50", "EUR", "en", "€1,210.50"),
        ("1210.50", "USD", "en", "US$1,210.50"),
        ("1210", "JPY", "es", "1.210\u00a0JPY"),
        ("1.125", "KWD", "en", "KWD\u00a01.125"),
        ("1210.50", "CHF", "en", "CHF\u00a01,210.50"),
        ("0.25", "RSD", "es", "0,25\u00a0RSD"),
        ("1234.50", "EUR", "fr", "1\u202f234,50\u00a0€"),
        ("1234.50", "EUR", "ca", "1.234,50\u00a0€"),
        ("1234.50", "EUR", "de", "1.234,50\u00a0€"),
        ("12345.50", "EUR", "pt", "12\u00a0345,50\u00a0€"),
        ("-5", "EUR", "es", "-5,00\u00a0€"),
    ],
)
def test_money(amount: str, currency: str, language: str, written: str) -> None:
    assert money(Money(Decimal(amount), currency), language) == written


def test_days() -> None:
    date = dt.date(2026, 9, 3)

    assert day(date, "es") == "3 de septiembre de 2026"
    assert short_day(date, "es") == "3 sept 2026"
    assert day(date, "en") == "3 September 2026"
    assert short_day(date, "en") == "3 Sept 2026"
    assert (day(date, "ca"), short_day(date, "ca")) == ("3 de setembre del 2026", "3 de set. 2026")
    assert (day(date, "de"), short_day(date, "de")) == ("3. September 2026", "03.09.2026")
    assert (day(date, "pt"), short_day(date, "pt")) == ("3 de setembro de 2026", "03/09/2026")
    assert (day(date, "fr"), short_day(date, "fr")) == ("3 septembre 2026", "3 sept. 2026")
    first, eleventh = date.replace(day=1), date.replace(day=11)
    assert (day(first, "fr"), short_day(first, "fr")) == ("1er septembre 2026", "1er sept. 2026")
    assert (day(eleventh, "fr"), day(first, "de")) == ("11 septembre 2026", "1. September 2026")


def test_lists() -> None:
    assert listed(["a"], "es") == "a"
    assert listed(["a", "b", "c"], "es") == "a, b y c"
    assert listed(["a", "b"], "en") == "a and b"
    assert listed(list("abcdef"), "en") == "a, b, c, d, e…"


def test_lines() -> None:
    assert account("ES9121000418450200051332") == "ES91 2100 0418 4502 0005 1332"
    assert folded(" a\n  b\u00a0c\t") == "a b\u00a0c"
    assert one_line("a\u2028b\x07c\u202ed\x85e") == "a b c d e"
