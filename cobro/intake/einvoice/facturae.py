"""Facturae 3.2, 3.2.1 and 3.2.2, the Spanish format. Its signature is ignored: the creditor itself hands it in."""

from __future__ import annotations

from babel.core import get_global
from lxml import etree

from cobro.dunning.parties import PaymentMethod
from cobro.intake.einvoice.found import Bill, Found, Nature, Party, Term
from cobro.intake.problem import BadInput, Problem

_VERSIONS = ("3.2", "3.2.1", "3.2.2")
_SIGNATURE = "{http://www.w3.org/2000/09/xmldsig#}Signature"

_METHODS = {"02": PaymentMethod.DIRECT_DEBIT, "04": PaymentMethod.TRANSFER, "19": PaymentMethod.CARD}
"""PaymentMeans; whatever else there is, the money comes as a transfer would."""

_CORRECTIVE = ("OR", "CR")
"""InvoiceClass of a corrective invoice and of a copy of one."""

_IN_FULL = "01"
"""CorrectionMethod: the corrected invoice is written anew, in place of only the difference."""

_LABELS = {
    "number": "InvoiceNumber",
    "issued": "IssueDate",
    "currency": "InvoiceCurrencyCode",
    "due": "InstallmentDueDate",
    "corrects": "Corrective",
    "seller's tax number": "TaxIdentificationNumber",
    "customer": "PartyIdentification",
    "tax_id": "TaxIdentificationNumber",
    "country": "CountryCode",
    "contact": "ContactPersons",
    "phone": "Telephone",
    "email": "ElectronicMail",
    "payee": "FactoringAssignmentData",
    "reference": "PaymentReconciliationReference",
    "iban": "AccountToBeCredited",
    "amount": "TotalExecutableAmount",
    "instalment": "InstallmentAmount",
}


def facturae_in(root: etree._Element) -> etree._Element | None:
    """The Facturae document: the root itself, or the only one inside a signature around it (`.xsig`)."""
    if _local(root) == "Facturae":
        return root
    inside = list(root.iter("{*}Facturae")) if root.tag == _SIGNATURE else []
    return inside[0] if len(inside) == 1 else None


def read_facturae(name: str, root: etree._Element) -> Found:
    """What a Facturae document says; a batch has several bills.

    Raises:
        BadInput: it is of another version, or a field stands twice that there can be only one of.
    """
    reader = _Reader(name)
    version = reader.one(root, "FileHeader/SchemaVersion")
    if version not in _VERSIONS:
        raise BadInput([Problem(name, "SchemaVersion", version, f"one of {', '.join(_VERSIONS)}")])
    assigned = root.find(_path("FileHeader/FactoringAssignmentData/Assignee"))
    return Found(
        name=name,
        format=f"Facturae {version}",
        seller=reader.party(root.find(_path("Parties/SellerParty"))),
        buyer=reader.party(root.find(_path("Parties/BuyerParty"))),
        bills=tuple(reader.bill(invoice) for invoice in root.iterfind(_path("Invoices/Invoice"))),
        payee=reader.party(assigned).name or "an assignee" if assigned is not None else "",
        labels=_LABELS,
    )


class _Reader:
    """Reads parts of one document. The children of its root have no namespace; some programs give them one."""

    def __init__(self, name: str) -> None:
        self._name = name

    def one(self, node: etree._Element | None, path: str) -> str:
        """The text of the only element on a path; empty where there is none."""
        found = [] if node is None else node.findall(_path(path))
        if len(found) > 1:
            values = ", ".join(" ".join((each.text or "").split()) for each in found)
            raise BadInput([Problem(self._name, path, values, "this element once, and it stands there several times")])
        return " ".join((found[0].text or "").split()) if found else ""

    def bill(self, invoice: etree._Element) -> Bill:
        corrective = invoice.find(_path("InvoiceHeader/Corrective"))
        payable = self.one(invoice, "InvoiceTotals/TotalExecutableAmount")
        corrected = self._number(corrective)
        return Bill(
            number=self._number(invoice.find(_path("InvoiceHeader"))),
            issued=self.one(invoice, "InvoiceIssueData/IssueDate"),
            currency=self.one(invoice, "InvoiceIssueData/InvoiceCurrencyCode"),
            payable=payable,
            terms=tuple(self._term(each) for each in invoice.iterfind(_path("PaymentDetails/Installment"))),
            nature=self._nature(invoice, corrective),
            corrects=(corrected,) if corrected else (),
        )

    def _number(self, node: etree._Element | None) -> str:
        """Series and number as one, the way they are reported to the tax office."""
        return self.one(node, "InvoiceSeriesCode") + self.one(node, "InvoiceNumber")

    def _nature(self, invoice: etree._Element, corrective: etree._Element | None) -> Nature:
        """A correction by differences is an invoice of its own; one that takes something off has a negative amount."""
        corrects = corrective is not None or self.one(invoice, "InvoiceHeader/InvoiceClass") in _CORRECTIVE
        in_full = self.one(corrective, "CorrectionMethod") in (_IN_FULL, "")
        return Nature.REPLACEMENT if corrects and in_full else Nature.INVOICE

    def _term(self, node: etree._Element) -> Term:
        account = self.one(node, "AccountToBeCredited/IBAN") or self.one(node, "AccountToBeCredited/AccountNumber")
        return Term(
            due=self.one(node, "InstallmentDueDate"),
            amount=self.one(node, "InstallmentAmount"),
            method=_METHODS.get(self.one(node, "PaymentMeans"), PaymentMethod.TRANSFER),
            accounts=(account,) if account else (),
            reference=self.one(node, "PaymentReconciliationReference"),
        )

    def party(self, node: etree._Element | None) -> Party:
        person = None if node is None else node.find(_path("Individual"))
        entity = person if person is not None or node is None else node.find(_path("LegalEntity"))
        names = ("Name", "FirstSurname", "SecondSurname") if person is not None else ("CorporateName",)
        spanish = None if entity is None else entity.find(_path("AddressInSpain"))
        address = spanish if spanish is not None or entity is None else entity.find(_path("OverseasAddress"))
        number = self.one(node, "TaxIdentification/TaxIdentificationNumber")
        code = self.one(address, "CountryCode")
        return Party(
            name=" ".join(filter(None, (self.one(entity, each) for each in names))),
            tax_ids=(number,) if number else (),
            ref=self.one(node, "PartyIdentification"),
            natural=person is not None,
            contact=self.one(entity, "ContactDetails/ContactPersons"),
            email=self.one(entity, "ContactDetails/ElectronicMail"),
            phone=self.one(entity, "ContactDetails/Telephone"),
            lines=tuple(filter(None, (self.one(address, "Address"),))),
            postcode=self.one(address, "PostCode"),
            town=self.one(address, "Town") or self.one(address, "PostCodeAndTown"),
            # Facturae has the three letters of ISO 3166; what is no code of its own there stays as it is.
            country=next(iter(get_global("territory_aliases").get(code) or ()), code),
        )


def _path(path: str) -> str:
    return "/".join(f"{{*}}{part}" for part in path.split("/"))


def _local(node: etree._Element) -> str:
    return etree.QName(node).localname
