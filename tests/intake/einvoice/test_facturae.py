"""Facturae: instalments, what is executable, corrective invoices, batches and signatures."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cobro.dunning.parties import PaymentMethod
from cobro.intake.problem import BadInput
from tests.intake.einvoice.documents import EXAMPLES, FACTURAE, XSIG, changed, read

DETAILS = re.compile(r"<PaymentDetails>.*</PaymentDetails>", re.DOTALL)
CENTS = st.decimals(Decimal("0.01"), Decimal("99999.99"), places=2)
DAYS = st.dates(dt.date(2026, 9, 1), dt.date(2030, 1, 1))


def payable(executable: str, *instalments: tuple[str, str], means: str = "04", account: str = "") -> bytes:
    """The example with another executable amount, to be paid in these parts: day and amount."""
    parts = "".join(
        f"<Installment><InstallmentDueDate>{day}</InstallmentDueDate><InstallmentAmount>{amount}</InstallmentAmount>"
        f"<PaymentMeans>{means}</PaymentMeans>{account}</Installment>"
        for day, amount in instalments
    )
    text = (
        EXAMPLES[FACTURAE].decode().replace("<TotalExecutableAmount>11500.00<", f"<TotalExecutableAmount>{executable}<")
    )
    return DETAILS.sub(f"<PaymentDetails>{parts}</PaymentDetails>", text).encode()


def corrective(method: str, executable: str) -> bytes:
    """The example as a corrective invoice of F7."""
    number = "<InvoiceNumber>7</InvoiceNumber><InvoiceSeriesCode>F</InvoiceSeriesCode>"
    correction = f"<Corrective>{number}<CorrectionMethod>{method}</CorrectionMethod></Corrective>"
    text = payable(executable, ("2026-10-01", executable)).decode()
    return text.replace("<InvoiceClass>OO</InvoiceClass>", f"<InvoiceClass>OR</InvoiceClass>{correction}").encode()


@given(parts=st.lists(st.tuples(DAYS, CENTS), min_size=1, max_size=6))
def test_each_instalment_is_collected_on_its_own(parts: list[tuple[dt.date, Decimal]]) -> None:
    total = sum(amount for _, amount in parts)

    invoices = read(payable(f"{total}000", *((day.isoformat(), str(amount)) for day, amount in parts))).invoices

    assert [(invoice.due, invoice.amount) for invoice in invoices] == parts
    numbers = [f"A2026-0042/{k}" for k in range(1, len(parts) + 1)] if len(parts) > 1 else ["A2026-0042"]
    assert [invoice.number for invoice in invoices] == numbers
    assert {invoice.total.currency for invoice in invoices} == {"EUR"}


def test_what_is_withheld_is_not_collected() -> None:
    (invoice,) = read(payable("11500.00", ("2026-10-01", "12100.00"))).invoices

    assert invoice.amount == 11500


@pytest.mark.parametrize("parts", [[("2026-10-01", "100")], [("2026-10-01", "9000"), ("2026-11-01", "9000")]])
def test_instalments_that_do_not_add_up_are_refused(parts: list[tuple[str, str]]) -> None:
    with pytest.raises(
        BadInput, match=r"instalment \(InstallmentAmount\): expected instalments that add up to what is"
    ):
        read(payable("11500.00", *parts))


def test_without_a_day_to_pay_by_nothing_is_guessed() -> None:
    with pytest.raises(BadInput, match=r"due \(InstallmentDueDate\): expected a day to pay by"):
        read(payable("11500.00"))


@pytest.mark.parametrize(
    ("code", "method"),
    [
        ("02", PaymentMethod.DIRECT_DEBIT),
        ("04", PaymentMethod.TRANSFER),
        ("11", PaymentMethod.TRANSFER),
        ("19", PaymentMethod.CARD),
    ],
)
def test_the_way_to_pay(code: str, method: PaymentMethod) -> None:
    (invoice,) = read(payable("100", ("2026-10-01", "100"), means=code)).invoices

    assert invoice.method is method


def test_the_account_that_is_debited_is_the_customer_s_and_not_paid_into() -> None:
    debited = "<AccountToBeDebited><IBAN>ES7921000813610123456789</IBAN></AccountToBeDebited>"

    (invoice,) = read(payable("100", ("2026-10-01", "100"), account=debited)).invoices

    assert invoice.iban is None


def test_an_account_that_is_not_the_creditor_s_is_refused() -> None:
    forged = changed(FACTURAE, ("ES9121000418450200051332", "ES7921000813610123456789"))

    with pytest.raises(BadInput, match=r"iban \(AccountToBeCredited\): expected one of the creditor's own accounts"):
        read(forged)


def test_a_correction_that_takes_off_is_a_credit_note() -> None:
    (note,) = read(corrective("02", "-250.00")).credits

    assert (note.number, note.corrects, note.amount) == ("A2026-0042", "F7", Decimal(250))


def test_a_correction_that_adds_is_an_invoice_of_its_own() -> None:
    (invoice,) = read(corrective("02", "250.00")).invoices

    assert (invoice.number, invoice.amount) == ("A2026-0042", Decimal(250))


def test_a_correction_that_replaces_is_left_to_a_person() -> None:
    with pytest.raises(BadInput, match="it replaces F7: 'cancel' that one"):
        read(corrective("01", "250.00"))


def test_an_assigned_claim_is_refused() -> None:
    factor = "<Assignee><LegalEntity><CorporateName>Factor, S.A.</CorporateName></LegalEntity></Assignee>"
    assigned = f"</Batch><FactoringAssignmentData>{factor}</FactoringAssignmentData>"

    with pytest.raises(BadInput, match=r"payee \(FactoringAssignmentData\): expected nobody .*, got 'Factor, S.A.'"):
        read(changed(FACTURAE, ("</Batch>", assigned)))


def test_a_batch_holds_several_invoices_and_a_problem_names_its_own() -> None:
    text = EXAMPLES[FACTURAE].decode()
    invoice = text[text.index("    <Invoice>") : text.index("  </Invoices>")]
    batch = text.replace("  </Invoices>", invoice.replace("2026-0042", "2026-0044") + "  </Invoices>")

    assert [each.number for each in read(batch.encode()).invoices] == [
        *("A2026-0042/1", "A2026-0042/2"),
        *("A2026-0044/1", "A2026-0044/2"),
    ]
    with pytest.raises(BadInput, match=r"^invoice.xml, invoice A2026-0044, issued \(IssueDate\): expected a date"):
        read(batch.replace("2026-09-01", "2026-13-01").replace("2026-13-01", "2026-09-01", 1).encode())


@pytest.mark.parametrize("version", ["3.2", "3.2.1", "3.2.2"])
def test_the_versions_are_read_alike(version: str) -> None:
    einvoice = read(changed(FACTURAE, ("<SchemaVersion>3.2.2", f"<SchemaVersion>{version}")))

    assert einvoice.format == f"Facturae {version}"
    assert einvoice.invoices == read(EXAMPLES[FACTURAE]).invoices


def test_another_version_is_refused() -> None:
    with pytest.raises(BadInput, match=r"SchemaVersion: expected one of 3\.2, 3\.2\.1, 3\.2\.2, got '3\.1'"):
        read(changed(FACTURAE, ("<SchemaVersion>3.2.2", "<SchemaVersion>3.1")))


def test_a_signature_may_stand_in_it_or_around_it() -> None:
    document = EXAMPLES[FACTURAE][EXAMPLES[FACTURAE].index(b"<fe:Facturae") :]
    head, tail = b'<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#">', b"</ds:Signature>"

    def around(*documents: bytes) -> bytes:
        return head + b"".join(b"<ds:Object>" + each + b"</ds:Object>" for each in documents) + tail

    assert [each.number for each in read(EXAMPLES[XSIG]).invoices] == ["A2026-0043"]
    assert read(around(document)).invoices == read(EXAMPLES[FACTURAE]).invoices
    # Of two, only one is what was signed; which, only the signature could tell.
    with pytest.raises(BadInput, match="expected an electronic invoice"):
        read(around(document, document))
