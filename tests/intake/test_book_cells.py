"""Each bad cell gives exactly one problem: the right line, column, value, and what was expected."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from cobro.intake.book_csv import read_book
from cobro.intake.problem import BadInput
from tests.intake.sample import CREDITOR, as_file, book_text, row

BAD = [
    ("creditor", "otro", "talleres-ebro"),
    ("creditor", "", "talleres-ebro"),
    ("invoice", "", "a text"),
    ("invoice", "  ", "no space at its ends"),
    ("invoice", " F1", "no space at its ends"),
    ("invoice", "F\t1", "printable"),
    ("invoice", "F" * 101, "at most 100"),
    ("issued", "01/02/2026", "a date like 2026-03-02 (as in line 2)"),
    ("issued", "20260201", "a date like"),
    ("issued", "", "a date like"),
    ("due", "2026-02-30", "a date like"),
    ("due", "0206-03-02", "a date like"),
    ("due", "2026-01-31", "not before issued, 2026-02-01"),
    ("amount", "1.210,50", "a decimal like 1210.50 in EUR (as in line 2)"),
    ("amount", "12.505", "a decimal like 1210.50 in EUR"),
    ("amount", "1e3", "a decimal like"),
    ("amount", "-5", "a decimal like"),
    ("amount", "NaN", "a decimal like"),
    ("amount", "١٢", "a decimal like"),
    ("amount", "9" * 12, "a decimal like"),
    ("amount", "0.00", "above 0"),
    ("amount", "", "a decimal like"),
    ("currency", "eur", "ISO 4217"),
    ("currency", "€", "ISO 4217"),
    ("currency", "DEM", "ISO 4217"),
    ("currency", "XAU", "ISO 4217"),
    ("currency", "", "ISO 4217"),
    ("paid", "1210.51", "not more than the amount, 1210.50"),
    ("paid", "no", "a decimal like"),
    ("reference", " x", "no space at its ends"),
    ("customer", "", "a text"),
    ("customer", "C-1 ", "no space at its ends"),
    ("name", "", "a text"),
    ("name", "Ana\nLópez", "printable"),
    ("name", "x" * 301, "at most 300"),
    ("kind", "empresa", "one of company, consumer, public_body, sole_trader"),
    ("tax_id", "B5 ", "no space at its ends"),
    ("contact", "\x1b[31m", "printable"),
    ("email", "pagos@", "an e-mail address"),
    ("email", "pagos@localhost", "an e-mail address"),
    ("email", "pagós@laespiga.example", "an e-mail address"),
    ("email", "a@b.example, c@d.example", "an e-mail address"),
    ("phone", "12", "a telephone number"),
    ("phone", "976000111 / 976000112", "a telephone number"),
    ("phone", "+999 1", "a telephone number"),
    ("phone", "call me", "a telephone number"),
    ("address", "", "a text"),
    ("country", "Spain", "ISO 3166"),
    ("country", "XX", "ISO 3166"),
    ("country", "ZZ", "ISO 3166"),
    ("country", "UK", "ISO 3166"),
    ("country", "", "ISO 3166"),
    ("region", "Aragón", "one of AN, AR"),
    ("language", "nl", "one of ca, de, en, es, fr, pt"),
    ("language", "", "one of ca, de, en, es, fr, pt"),
    ("method", "cash", "one of card, direct_debit, transfer"),
    ("iban", "ES9121000418450200051333", "an IBAN whose check digits"),
    ("iban", "GB33BUKB20201555555555", "one of the creditor's own accounts: ES9121000418450200051332"),
]


@pytest.mark.parametrize(("column", "value", "expected"), BAD)
def test_a_bad_cell_gives_exactly_one_problem(tmp_path: Path, column: str, value: str, expected: str) -> None:
    text = book_text(row(invoice="F0", customer="C-0"), row(**{column: value}))
    with pytest.raises(BadInput) as refused:
        read_book(as_file(tmp_path, text), CREDITOR)
    (problem,) = refused.value.problems
    assert (problem.where, problem.field, problem.value) == ("line 3", column, value)
    assert expected in problem.expected
    assert len(str(problem).splitlines()) == 1
    assert str(problem).isprintable()


def test_the_line_reads_as_promised(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        read_book(as_file(tmp_path, book_text(row(), row(invoice="F2", amount="1.210,50"))), CREDITOR)
    line = "line 3, amount: expected a decimal like 1210.50 in EUR (as in line 2), got '1.210,50'"
    assert str(refused.value) == line


@pytest.mark.parametrize(
    ("currency", "amount", "like"),
    [("JPY", "10.5", "121050"), ("KWD", "1.2345", "121.050"), ("GBP", "0.005", "1210.50")],
)
def test_decimals_fit_the_currency(tmp_path: Path, currency: str, amount: str, like: str) -> None:
    with pytest.raises(BadInput, match=rf"a decimal like {like} in {currency}.*, got '{amount}'"):
        read_book(as_file(tmp_path, book_text(row(currency=currency, amount=amount))), CREDITOR)


def test_empty_optional_cells_take_their_defaults(tmp_path: Path) -> None:
    book = read_book(as_file(tmp_path, book_text(row(email="", phone="", region=""))), CREDITOR)
    (invoice,), (customer,) = book.invoices, book.customers
    assert (invoice.paid, invoice.reference, invoice.method) == (Decimal(0), "F1", "transfer")
    assert (customer.tax_id, customer.contact, customer.email, customer.phone, customer.region) == (None,) * 5


@pytest.mark.parametrize("address", ["a@example.com", "a@b.example", "a@b.test", "a.b+c@sub.b.example"])
def test_reserved_domains_pass(tmp_path: Path, address: str) -> None:
    assert read_book(as_file(tmp_path, book_text(row(email=address))), CREDITOR).customers[0].email == address


@pytest.mark.parametrize(
    ("written", "country", "stored"),
    [
        ("976 000 111", "ES", "+34976000111"),
        ("+34 976 000 111", "ES", "+34976000111"),
        ("0034976000111", "ES", "+34976000111"),
        ("555000114", "ES", "+34555000114"),
        ("07700 900123", "GB", "+447700900123"),
        ("(020) 7946-0958", "GB", "+442079460958"),
        ("+1 202 555 0143", "ES", "+12025550143"),
    ],
)
def test_phones_are_stored_as_e164(tmp_path: Path, written: str, country: str, stored: str) -> None:
    text = book_text(row(phone=written, country=country, region=""))
    assert read_book(as_file(tmp_path, text), CREDITOR).customers[0].phone == stored
