"""UBL and CII, also inside a PDF: what is asked for, by when, of whom."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import facturx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cobro.dunning.parties import PaymentMethod
from cobro.intake.problem import BadInput
from tests.intake.einvoice.documents import CII, CREDIT, EXAMPLES, PDF, UBL, changed, generated, read
from tests.intake.sample import CREDITOR

CENTS = st.decimals(Decimal("0.01"), Decimal("99999999.99"), places=2)
DAYS = st.dates(dt.date(2001, 1, 1), dt.date(2090, 1, 1))
NUMBERS = st.from_regex(r"[A-Z0-9][A-Z0-9/.-]{0,30}", fullmatch=True)
SYNTAX = pytest.mark.parametrize("syntax", ["ubl", "cii"])


@SYNTAX
@given(
    number=NUMBERS,
    issued=DAYS,
    wait=st.integers(0, 400),
    total=CENTS,
    prepaid=CENTS,
    code=st.sampled_from(["EUR", "GBP"]),
)
def test_what_is_written_is_read(
    syntax: str, number: str, issued: dt.date, wait: int, total: Decimal, prepaid: Decimal, code: str
) -> None:
    due = issued + dt.timedelta(days=wait)
    document = generated(
        syntax, BT_1=number, BT_2=issued, BT_9=due, BT_5=code, BT_112=total + prepaid, BT_113=prepaid, BT_115=total
    )

    (invoice,) = read(document).invoices

    assert (invoice.number, invoice.issued, invoice.due) == (number, issued, due)
    # What was paid before is neither collected nor counted as a payment.
    assert (invoice.amount, invoice.paid, invoice.currency) == (total, Decimal(0), code)
    assert (invoice.reference, invoice.iban) == (number, None)


@SYNTAX
@pytest.mark.parametrize(
    ("code", "method"),
    [
        ("30", PaymentMethod.TRANSFER),
        ("58", PaymentMethod.TRANSFER),
        ("49", PaymentMethod.DIRECT_DEBIT),
        ("59", PaymentMethod.DIRECT_DEBIT),
        ("48", PaymentMethod.CARD),
        ("ZZZ", PaymentMethod.TRANSFER),
    ],
)
def test_the_way_to_pay_account_and_reference(syntax: str, code: str, method: PaymentMethod) -> None:
    document = generated(syntax, BT_81=code, BT_83="RF69 F20260042", BT_84="es91 2100 0418 4502 0005 1332")

    (invoice,) = read(document).invoices

    assert (invoice.method, invoice.reference, invoice.iban) == (method, "RF69 F20260042", CREDITOR.ibans[0])


@SYNTAX
@given(amount=CENTS, issued=DAYS)
def test_a_credit_note_takes_off(syntax: str, amount: Decimal, issued: dt.date) -> None:
    document = generated(
        syntax, BT_1="R1", BT_2=issued, BT_3="381", BT_9=None, BT_115=amount, BG_3=[{"BT-25": "F1"}], BT_112=amount
    )

    einvoice = read(document)

    assert einvoice.invoices == ()
    (note,) = einvoice.credits
    assert (note.number, note.corrects, note.amount, note.issued) == ("R1", "F1", amount, issued)


def test_a_negative_invoice_takes_off_too() -> None:
    (note,) = read(generated("cii", BT_115=Decimal("-50.00"), BG_3=[{"BT-25": "F0"}])).credits

    assert (note.corrects, note.amount) == ("F0", Decimal("50.00"))


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        (
            {"BT_9": None, "BT_20": "30 días"},
            "due (BT-9): expected a day to pay by (there is none, and none is guessed)",
        ),
        ({"BT_9": dt.date(2025, 12, 31)}, "due (BT-9): expected a day not before issued, 2026-01-02, got '2025-12-31'"),
        ({"BT_115": Decimal("0.00")}, "amount (BT-115): expected an amount that is still to be paid, got '0.00'"),
        ({"BT_5": "XXX"}, "currency (BT-5): expected an ISO 4217 currency code like EUR, got 'XXX'"),
        ({"BT_84": "ES7921000813610123456789"}, "iban (BT-84): expected one of the creditor's own accounts"),
        ({"BT_84": "ES9121000418450200051333"}, "iban (BT-84): expected an IBAN whose check digits are right"),
        ({"BT_3": "384", "BG_3": [{"BT-25": "F0"}]}, "it replaces F0: 'cancel' that one"),
        ({"BT_3": "381"}, "corrects (BG-3): expected the number of the one invoice that this credit note is about"),
        ({"BT_3": "381", "BG_3": [{"BT-25": "F0"}, {"BT-25": "F2"}]}, "got 'F0, F2'"),
        ({"BG_10": {"name": "Factor, S.A."}}, "payee (BG-10): expected nobody"),
        ({"BG_4": {"name": "X", "vat_identifier": "ESB50999028", "country_code": "ES"}}, "somebody else's invoice"),
    ],
)
@SYNTAX
def test_what_cannot_be_collected_is_told(syntax: str, fields: dict[str, object], told: str) -> None:
    with pytest.raises(BadInput) as refused:
        read(generated(syntax, **fields))

    assert told in str(refused.value)
    assert all(line.startswith("invoice.xml, ") for line in str(refused.value).splitlines())


@pytest.mark.parametrize("number", ["B50999010", "b-50999010", "ES B50999010"])
def test_the_seller_is_known_by_its_tax_number_however_it_is_written(number: str) -> None:
    assert read(changed(UBL, ("ESB50999010", number))).invoices


def test_a_comment_does_not_cut_an_amount_short() -> None:
    (invoice,) = read(
        changed(
            UBL, ('<cbc:PayableAmount currencyID="EUR">1000.00', '<cbc:PayableAmount currencyID="EUR">10<!-- -->00.00')
        )
    ).invoices

    assert invoice.amount == 1000


def test_days_and_amounts_of_which_there_are_several_are_not_chosen_from() -> None:
    twice = changed(
        UBL,
        (
            "<cbc:DueDate>2026-10-10</cbc:DueDate>",
            "<cbc:DueDate>2026-10-10</cbc:DueDate><cbc:DueDate>2026-12-10</cbc:DueDate>",
        ),
    )

    with pytest.raises(BadInput, match="BT-9: expected one value, and there are several, got '2026-10-10, 2026-12-10'"):
        read(twice)


def test_a_day_that_is_none_is_told_with_its_line() -> None:
    with pytest.raises(BadInput, match="line 9, DueDate: expected a date like 2026-03-02, got '2026-02-31'"):
        read(changed(UBL, ("2026-10-10", "2026-02-31")))
    with pytest.raises(BadInput, match="DateTimeString: expected a date like 20260302, got '20261315'"):
        read(changed(CII, ("20261015", "20261315")))


def test_what_was_sold_does_not_matter() -> None:
    """Nor does a day on a line that is none."""
    text = EXAMPLES[UBL].decode()
    line = text[text.index("  <cac:InvoiceLine>") : text.index("</Invoice>")]
    period = "<cac:InvoicePeriod><cbc:StartDate>soon</cbc:StartDate></cac:InvoicePeriod><cac:Item>"

    assert read(text.replace(line, line.replace("<cac:Item>", period) * 3).encode()) == read(EXAMPLES[UBL])


def test_plain_ubl_needs_no_profile() -> None:
    profile = "<cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>"

    assert read(changed(UBL, (profile, ""))) == read(EXAMPLES[UBL])


def test_the_xml_inside_a_pdf_is_read() -> None:
    einvoice = read(EXAMPLES[PDF], "invoice.pdf")

    assert einvoice.format == "Factur-X"
    assert [invoice.number for invoice in einvoice.invoices] == ["F2026-0703"]


@pytest.mark.parametrize("name", [UBL, CREDIT, CII])
def test_the_examples_are_valid_by_the_official_schema(name: str) -> None:
    assert facturx.xml_check_xsd(EXAMPLES[name]) is True
