"""What is undone is found for certain, or left to a person."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cobro.bank.matching.reversals import SOON, Earlier, find_reversed
from cobro.bank.movement import Movement
from cobro.dunning.money import Money
from tests.dunning.strategies import QUICK

DAY = dt.date(2026, 3, 12)
SUM = Money(Decimal("486.42"), "EUR")
IBAN, OTHER_IBAN = "ES9121000418450200051332", "ES7921000813610123456789"
BACK = Movement(DAY, DAY, SUM, credit=False, reversal=True)
PAID = Earlier(key=1, booked=DAY - dt.timedelta(days=9), amount=SUM, applied=True)


@pytest.mark.parametrize("field", ["end_to_end", "bank_reference"])
def test_a_common_reference_finds_the_credit_among_equal_ones(field: str) -> None:
    one = replace(PAID, **{field: "E2E-77"})  # type: ignore[arg-type]
    other = replace(PAID, key=2, **{field: "E2E-78"})  # type: ignore[arg-type]

    undoing = find_reversed(replace(BACK, **{field: "E2E-77"}), [other, one])  # type: ignore[arg-type]

    assert undoing.certain == one
    assert [candidate.earlier for candidate in undoing.candidates] == [one]


SAME_PAYER: tuple[tuple[dict[str, str], dict[str, str]], ...] = (
    ({"payer_iban": IBAN}, {"payer_iban": IBAN}),
    ({"payer_name": "PANADERIA LA ESPIGA SL"}, {"payer_name": "Panadería La Espiga, S.L."}),
    ({"text": "DEV. RECIBO F2026-0042"}, {"text": "recibo f2026-0042"}),
)


@pytest.mark.parametrize(("back", "paid"), SAME_PAYER)
def test_without_a_reference_the_only_like_credit_is_certain(back: dict[str, str], paid: dict[str, str]) -> None:
    movement = replace(BACK, **back)  # type: ignore[arg-type]
    credit = replace(PAID, **paid)  # type: ignore[arg-type]
    twin = replace(credit, key=2, booked=DAY - dt.timedelta(days=30))
    late = replace(credit, key=3, booked=DAY - SOON - dt.timedelta(days=1))

    assert find_reversed(movement, [credit, late]).certain == credit
    two = find_reversed(movement, [twin, credit])
    assert two.certain is None
    assert [candidate.earlier for candidate in two.candidates] == [credit, twin]


def test_what_speaks_against_a_credit_leaves_it_to_a_person() -> None:
    credit = replace(PAID, payer_iban=IBAN, end_to_end="E2E-1")

    undone = find_reversed(replace(BACK, end_to_end="E2E-1"), [replace(credit, applied=False)])
    other_reference = find_reversed(replace(BACK, payer_iban=IBAN, end_to_end="E2E-2"), [credit])
    plain_debit = find_reversed(replace(BACK, reversal=False, end_to_end="E2E-1"), [credit])
    named = replace(PAID, payer_name="Talleres García")
    like_name = find_reversed(replace(BACK, payer_name="Talleres García Hijos"), [named])

    for undoing in (undone, other_reference, plain_debit, like_name):
        assert undoing.certain is None
        assert len(undoing.candidates) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"amount": Money(Decimal("486.43"), "EUR")},
        {"amount": Money(Decimal("486.42"), "USD")},
        {"booked": DAY + dt.timedelta(days=1)},
        {"payer_iban": OTHER_IBAN},
    ],
)
def test_another_sum_payer_or_a_later_day_is_no_candidate(other: dict[str, object]) -> None:
    credit = replace(PAID, payer_iban=IBAN)

    assert find_reversed(replace(BACK, payer_iban=IBAN), [credit]).certain == credit
    assert find_reversed(replace(BACK, payer_iban=IBAN), [replace(credit, **other)]).candidates == ()  # type: ignore[arg-type]


@pytest.mark.parametrize("reference", ["", "NOTPROVIDED", "notprovided", "NONREF"])
def test_no_reference_is_no_common_reference(reference: str) -> None:
    undoing = find_reversed(replace(BACK, end_to_end=reference), [replace(PAID, end_to_end=reference)])

    assert undoing.candidates == ()


@pytest.mark.parametrize("other", [{"credit": True}, {"is_fee": True}])
def test_money_that_comes_in_and_charges_undo_nothing(other: dict[str, bool]) -> None:
    movement = replace(BACK, end_to_end="E2E-1", **other)  # type: ignore[arg-type]

    assert find_reversed(movement, [replace(PAID, end_to_end="E2E-1")]).candidates == ()


_CREDITS = st.builds(
    Earlier,
    key=st.integers(1, 99),
    booked=st.dates(DAY - dt.timedelta(days=80), DAY + dt.timedelta(days=2)),
    amount=st.sampled_from((SUM, Money(Decimal("100.00"), "EUR"), Money(SUM.amount, "USD"))),
    applied=st.booleans(),
    end_to_end=st.sampled_from(("", "E2E-1", "E2E-2", "NOTPROVIDED")),
    payer_iban=st.sampled_from(("", IBAN, OTHER_IBAN)),
    payer_name=st.sampled_from(("", "Talleres García", "Talleres García Hijos")),
)


@QUICK
@given(
    credits=st.lists(_CREDITS, max_size=6, unique_by=lambda credit: credit.key),
    end_to_end=st.sampled_from(("", "E2E-1")),
    iban=st.sampled_from(("", IBAN)),
    data=st.data(),
)
def test_what_is_certain_is_one_applied_credit_of_that_sum_in_any_order(
    credits: list[Earlier], end_to_end: str, iban: str, data: st.DataObject
) -> None:
    movement = replace(BACK, end_to_end=end_to_end, payer_iban=iban, payer_name="Talleres García")

    undoing = find_reversed(movement, credits)

    assert find_reversed(movement, data.draw(st.permutations(credits))) == undoing
    assert all(candidate.earlier.amount == SUM for candidate in undoing.candidates)
    if undoing.certain:
        assert undoing.certain.applied
        assert undoing.certain in [candidate.earlier for candidate in undoing.candidates]
