"""An e-invoice as what has to be collected: invoices, and credit notes that take something off earlier ones."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cobro.dunning.parties import Creditor, Customer, Invoice
from cobro.intake.einvoice.buyer import customer_of
from cobro.intake.einvoice.claims import Claims, CreditNote
from cobro.intake.einvoice.en16931 import FLAVORS, read_en16931
from cobro.intake.einvoice.facturae import facturae_in, read_facturae
from cobro.intake.einvoice.fields import Fields
from cobro.intake.einvoice.found import Found
from cobro.intake.einvoice.pdf_file import is_pdf, xml_inside
from cobro.intake.einvoice.tax_number import bare
from cobro.intake.einvoice.xml_tree import check_size, read_tree
from cobro.intake.problem import BadInput, Problem

_FORMATS = "an electronic invoice (UBL 2.1, CII, Factur-X, Facturae 3.2)"


@dataclass(frozen=True, slots=True)
class EInvoice:
    """What one file asks one customer for. An invoice that is payable in several parts is several invoices."""

    format: str
    customer: Customer
    invoices: tuple[Invoice, ...]
    credits: tuple[CreditNote, ...] = ()
    left_out: tuple[Problem, ...] = ()
    """What the file says of the customer and could not be used."""


def read_einvoice(name: str, content: bytes, creditor: Creditor) -> EInvoice:
    """What a file says that is the creditor's own invoice; its format is seen from the content.

    Args:
        name: the file's, for messages only.
        content: the file.
        creditor: who has to be the seller, and whose accounts may be paid into.

    Raises:
        BadInput: it cannot be read, is somebody else's, or something is missing; all that is wrong with it.
    """
    return einvoice_of(open_einvoice(name, content), creditor)


def open_einvoice(name: str, content: bytes) -> Found:
    """What a file says, before anybody asks whose it is.

    Raises:
        BadInput: it is no electronic invoice.
    """
    check_size(name, len(content))
    inside = is_pdf(content)
    xml = xml_inside(name, content) if inside else content
    check_size(name, len(xml))
    root = read_tree(name, xml)
    if str(root.tag) in FLAVORS:
        found = read_en16931(name, root)
        return replace(found, format="Factur-X") if inside else found
    facturae = facturae_in(root)
    if facturae is None:
        raise BadInput([Problem(name, "", None, f"{_FORMATS}, and it begins with <{root.tag}>")])
    found = read_facturae(name, facturae)
    if not found.bills:
        raise BadInput([Problem(name, "", None, "at least one invoice in it")])
    return found


def is_of(found: Found, creditor: Creditor) -> bool:
    """Whether the creditor is the seller, by tax number."""
    own = bare(creditor.tax_id, creditor.country)
    return any(bare(number, creditor.country) == own for number in found.seller.tax_ids)


def einvoice_of(found: Found, creditor: Creditor) -> EInvoice:
    """What has to be collected by what a file says.

    Raises:
        BadInput: it is somebody else's, or something is missing or wrong.
    """
    fields = Fields(found.name, found.labels)
    if not is_of(found, creditor):
        fields.complain(
            "seller's tax number",
            ", ".join(found.seller.tax_ids),
            f"{creditor.tax_id} of {creditor.id} (this is somebody else's invoice)",
        )
        raise BadInput(fields.problems)
    if found.payee and found.payee.casefold() not in (found.seller.name.casefold(), creditor.name.casefold()):
        fields.complain("payee", found.payee, "nobody (who is to be paid is not the seller: the claim was assigned)")
    customer = customer_of(found.buyer, creditor, fields)
    invoices: list[Invoice] = []
    credits_: list[CreditNote] = []
    for bill in found.bills:
        about = fields.within(f"invoice {bill.number}") if len(found.bills) > 1 else fields
        asked, taken_off = Claims(bill, customer.ref if customer else "?", creditor, about).read()
        invoices += asked
        credits_ += taken_off
    if fields.problems or customer is None:
        raise BadInput(fields.problems)
    return EInvoice(found.format, customer, tuple(invoices), tuple(credits_), tuple(fields.left_out))
