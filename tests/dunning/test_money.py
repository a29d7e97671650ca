"""Money adds up, keeps its currency, and is refused where it is none."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cobro.dunning.money import CurrencyMismatch, Money, minor_digits, totals
from tests.dunning.strategies import CURRENCIES, QUICK, amounts

ANY_CURRENCY = st.sampled_from(CURRENCIES)
MONEY = ANY_CURRENCY.flatmap(lambda currency: amounts(currency, least=-(10**9)))
PAIRS = ANY_CURRENCY.flatmap(lambda currency: st.tuples(amounts(currency), amounts(currency)))


@QUICK
@given(money=MONEY, parts=st.integers(1, 60))
def test_shares_add_up_and_differ_by_one_smallest_unit_at_most(money: Money, parts: int) -> None:
    shares = money.share(parts)

    assert len(shares) == parts
    assert sum(shares, Money.zero(money.currency)) == money
    assert all(0 <= earlier.minor - later.minor <= 1 for earlier, later in pairwise(shares))
    assert shares[0].minor - shares[-1].minor <= 1


@pytest.mark.parametrize("parts", [0, -1])
def test_money_is_never_split_into_nothing(parts: int) -> None:
    with pytest.raises(ValueError, match="parts"):
        Money(Decimal(1), "EUR").share(parts)


@QUICK
@given(units=st.integers(-(10**14), 10**14), currency=ANY_CURRENCY)
def test_smallest_units_and_back(units: int, currency: str) -> None:
    money = Money.from_minor(units, currency)

    assert money.minor == units
    assert Money(Decimal(str(money.amount)), currency) == money
    assert money.amount.as_tuple().exponent == -minor_digits(currency)


@QUICK
@given(pair=PAIRS)
def test_adding_and_taking_away(pair: tuple[Money, Money]) -> None:
    one, other = pair

    assert (one + other - other).minor == one.minor
    assert (one < other) == (one.minor < other.minor)
    assert (one <= other) == (one.minor <= other.minor)
    assert bool(one) == (one.minor != 0)


COMBINATIONS: tuple[Callable[[Money, Money], object], ...] = (
    Money.__add__,
    Money.__sub__,
    Money.__lt__,
    Money.__le__,
)


@pytest.mark.parametrize("combine", COMBINATIONS)
@QUICK
@given(one=amounts("EUR"), other=amounts("GBP"))
def test_currencies_are_never_put_together(combine: Callable[[Money, Money], object], one: Money, other: Money) -> None:
    with pytest.raises(CurrencyMismatch, match="GBP cannot be combined with one in EUR"):
        combine(one, other)


@QUICK
@given(units=st.integers(-(10**9), 10**9), currency=ANY_CURRENCY, digit=st.integers(1, 9))
def test_more_decimals_than_the_currency_has_are_refused(units: int, currency: str, digit: int) -> None:
    finer = Decimal(units * 10 + digit).scaleb(-minor_digits(currency) - 1)
    with pytest.raises(ValueError, match="decimals"):
        Money(finer, currency)


@QUICK
@given(
    number=st.decimals(allow_nan=True, allow_infinity=True) | st.sampled_from((Decimal("sNaN"), Decimal("1e999999")))
)
def test_whatever_is_no_amount_is_refused_and_whatever_is_one_is_kept(number: Decimal) -> None:
    is_one = number.is_finite() and abs(number) < 10**15 and number * 100 % 1 == 0
    if is_one:
        assert Money(number, "EUR").amount == number
        return
    with pytest.raises(ValueError, match="EUR: expected at most 2 decimals"):
        Money(number, "EUR")


def test_nothing_is_written_without_a_sign() -> None:
    assert str(Money(Decimal("-0"), "EUR")) == "0.00 EUR"


@QUICK
@given(all_of_it=st.lists(MONEY, max_size=12))
def test_totals_never_mix_currencies_and_lose_nothing(all_of_it: list[Money]) -> None:
    found = totals(all_of_it)

    assert [total.currency for total in found] == sorted({money.currency for money in all_of_it})
    for total in found:
        assert total.minor == sum(money.minor for money in all_of_it if money.currency == total.currency)


@QUICK
@given(money=MONEY, percentage=st.decimals(0, 200, places=3))
def test_a_percentage_is_off_by_half_a_smallest_unit_at_most(money: Money, percentage: Decimal) -> None:
    exact = Fraction(money.minor) * Fraction(percentage) / 100
    assert abs(money.percent(percentage).minor - exact) <= Fraction(1, 2)


@pytest.mark.parametrize(
    ("amount", "currency", "percentage", "part"),
    [
        ("0.05", "EUR", "10", "0.01"),
        ("0.04", "EUR", "10", "0.00"),
        ("1210.50", "EUR", "8", "96.84"),
        ("15", "JPY", "10", "2"),
        ("0.005", "KWD", "10", "0.001"),
        ("99.99", "EUR", "100", "99.99"),
    ],
)
def test_half_a_cent_is_rounded_up(amount: str, currency: str, percentage: str, part: str) -> None:
    assert Money(Decimal(amount), currency).percent(Decimal(percentage)) == Money(Decimal(part), currency)


@pytest.mark.parametrize("percentage", ["NaN", "sNaN", "Infinity", "-Infinity", "1e30", "1e999999"])
def test_a_percentage_that_is_none_is_refused(percentage: str) -> None:
    with pytest.raises(ValueError, match="EUR"):
        Money(Decimal(5), "EUR").percent(Decimal(percentage))
