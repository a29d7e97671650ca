"""What a person who reads the proposals, and a ladder that waits for them, can rely on."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from cobro.bank.matching.book import Book, Expected, KnownInvoice, Tolerance
from cobro.bank.matching.matcher import Matcher
from cobro.bank.matching.verdict import Match, Why
from cobro.bank.movement import Movement
from cobro.dunning.money import Money

DAY = dt.date(2026, 3, 12)
ESPIGA, HIJOS = 1, 2
IBAN = "ES9121000418450200051332"
OTHER_IBAN = "ES7921000813610123456789"


def eur(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


def owed(number: str, amount: str, customer: int = ESPIGA, name: str = "Panadería La Espiga, S.L.") -> KnownInvoice:
    return KnownInvoice(number, customer, name, DAY - dt.timedelta(days=60), DAY - dt.timedelta(days=30), eur(amount))


BOOK = Book(
    (
        owed("F2026-0041", "486.42"),
        owed("F2026-0042", "1210.50"),
        owed("F2026-0031", "0.00"),
        owed("F2026-0047", "3388.00", HIJOS, "Talleres García Hijos, S.L."),
    ),
    {IBAN: frozenset({ESPIGA}), OTHER_IBAN: frozenset({HIJOS})},
    (Expected(HIJOS, ("F2026-0047",), eur("1129.33"), DAY),),
)


def judged(amount: str, text: str = "", *, book: Book = BOOK, iban: str = "", name: str = "") -> Match:
    movement = Movement(DAY, DAY, eur(amount), credit=True, text=text, payer_iban=iban, payer_name=name)
    return Matcher(book).match(movement)


def whys(match: Match) -> set[Why]:
    return {reason.why for reason in match.proposals[0].reasons}


def test_what_is_missing_by_charges_is_told_and_not_given_away() -> None:
    match = judged("1207.00", "F2026-0042")

    assert match.certain is not None
    assert match.certain.allocations == (("F2026-0042", eur("1207.00")),)
    assert match.certain.short == eur("3.50")
    assert Why.CHARGES in whys(match)


@pytest.mark.parametrize("came", ["1205.49", "600.00", "0.01"])
def test_what_is_more_than_charges_is_a_part_payment(came: str) -> None:
    match = judged(came, "F2026-0042")

    assert match.certain is not None
    assert match.certain.allocations == (("F2026-0042", eur(came)),)
    assert match.certain.short == eur("0.00")
    assert Why.PART in whys(match)


def test_a_creditor_sets_what_it_takes_for_charges() -> None:
    match = judged("1207.00", "F2026-0042", book=replace(BOOK, tolerance=Tolerance(most=Decimal(1))))

    assert match.certain is not None
    assert match.certain.short == eur("0.00")


def test_what_is_paid_too_much_goes_to_no_other_invoice() -> None:
    match = judged("1696.92", "F2026-0042", iban=IBAN)

    assert match.certain is not None
    assert match.certain.allocations == (("F2026-0042", eur("1210.50")),)
    assert match.certain.rest == eur("486.42")


def test_a_number_that_is_the_end_of_another_is_one_of_its_own() -> None:
    two = (owed("2026-0042", "100.00"), owed("F2026-00042", "100.00"))

    match = judged("200.00", "2026-0042 F2026-00042", book=Book(two))

    assert match.certain is not None
    assert match.certain.allocations == (("2026-0042", eur("100.00")), ("F2026-00042", eur("100.00")))


def test_a_settled_invoice_is_recognised_and_gets_nothing() -> None:
    match = judged("486.42", "F2026-0031", iban=IBAN)

    assert match.certain is None
    settled = next(proposal for proposal in match.proposals if proposal.about == ("F2026-0031",))
    assert settled.allocations == ()
    assert settled.rest == eur("486.42")
    assert Why.SETTLED in {reason.why for reason in settled.reasons}


def test_the_account_of_another_customer_speaks_against_a_reference() -> None:
    match = judged("486.42", "F2026-0041", iban=OTHER_IBAN)

    assert match.certain is None
    assert match.payer == HIJOS
    assert match.proposals[0].allocations == (("F2026-0041", eur("486.42")),)
    assert Why.OTHER_ACCOUNT in whys(match)


@pytest.mark.parametrize("iban", [IBAN, "es91 2100 0418 4502 0005 1332"])
def test_an_account_is_known_however_it_is_written(iban: str) -> None:
    assert judged("486.42", iban=iban).certain is not None


def test_a_reference_says_who_paid_although_the_sum_is_not_applied() -> None:
    match = judged("1000.00", "F2026-0041 F2026-0042")

    assert match.certain is None
    assert match.payer == ESPIGA


def test_an_account_that_several_customers_use_says_nothing_about_one_of_them() -> None:
    book = replace(BOOK, accounts={IBAN: frozenset({ESPIGA, HIJOS})})

    assert judged("77.00", book=book, iban=IBAN).payer is None
    match = judged("3388.00", book=book, iban=IBAN)
    assert match.certain is not None
    assert match.certain.allocations == (("F2026-0047", eur("3388.00")),)
    both = judged("3874.42", "F2026-0041 y F2026-0047", book=book, iban=IBAN)
    assert both.certain is not None


def test_an_expected_sum_is_certain_from_a_known_account_only() -> None:
    known = judged("1129.33", "plazo", iban=OTHER_IBAN)
    unknown = judged("1129.33", "plazo")

    assert known.certain is not None
    assert known.certain.allocations == unknown.proposals[0].allocations == (("F2026-0047", eur("1129.33")),)
    assert unknown.certain is None
    assert unknown.payer is None


def test_a_sum_that_fits_nothing_from_a_known_account_is_proposed_for_the_oldest() -> None:
    match = judged("500.00", "gracias", iban=IBAN)

    assert match.certain is None
    assert match.proposals[0].allocations == (("F2026-0041", eur("486.42")), ("F2026-0042", eur("13.58")))
    assert Why.OLDEST_FIRST in whys(match)


def test_reasons_hold_no_personal_data() -> None:
    for match in (
        judged("486.42", iban=IBAN, name="Panadería La Espiga"),
        judged("486.42", "F2026-0041 de La Espiga", name="Talleres García Hijos"),
    ):
        said = " ".join(reason.sentence for proposal in match.proposals for reason in proposal.reasons)
        assert said
        assert not any(word in said for word in ("Espiga", "Talleres", "ES91"))


def test_a_book_with_one_number_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="F2026-0041 is in the book twice"):
        Book((owed("F2026-0041", "1.00"), owed("F2026-0041", "2.00")))
