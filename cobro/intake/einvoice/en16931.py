"""UBL 2.1 and CII: the fields of EN 16931, by the `factur-x` package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from facturx import is_credit_note, parse_ubl_cii_xml
from lxml import etree

from cobro.dunning.parties import PaymentMethod
from cobro.intake.einvoice.found import Bill, Found, Nature, Party, Term
from cobro.intake.notation import Days, day_as
from cobro.intake.problem import BadInput, Problem

_UBL = "urn:oasis:names:specification:ubl:schema:xsd"
FLAVORS = {
    f"{{{_UBL}:Invoice-2}}Invoice": ("ubl-2.1-invoice", "UBL 2.1"),
    f"{{{_UBL}:CreditNote-2}}CreditNote": ("ubl-2.1-creditnote", "UBL 2.1"),
    "{urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100}CrossIndustryInvoice": ("factur-x", "CII"),
}
"""By the name of the root: what `factur-x` calls the syntax, and what we do."""

_NOT_NEEDED = (
    *("{*}InvoiceLine", "{*}CreditNoteLine", "{*}IncludedSupplyChainTradeLineItem"),
    *("{*}AllowanceCharge", "{*}SpecifiedTradeAllowanceCharge", "{*}TaxTotal", "{*}ApplicableTradeTax"),
    *("{*}AdditionalDocumentReference", "{*}AdditionalReferencedDocument"),
)
"""What was sold, its taxes and attachments: taken out before reading, where thousands of lines would take seconds."""

_REPLACES = "384"
"""UNTDID 1001: corrected invoice."""

_METHODS = {
    "30": PaymentMethod.TRANSFER,
    "58": PaymentMethod.TRANSFER,
    "49": PaymentMethod.DIRECT_DEBIT,
    "59": PaymentMethod.DIRECT_DEBIT,
    "48": PaymentMethod.CARD,
    "54": PaymentMethod.CARD,
    "55": PaymentMethod.CARD,
}
"""UNTDID 4461; whatever else there is, the money comes as a transfer would."""

_ELECTRONIC_MAIL = "EM"
"""Scheme of an electronic address (BT-49) that is an e-mail address."""

_LABELS = {
    "number": "BT-1",
    "issued": "BT-2",
    "currency": "BT-5",
    "due": "BT-9",
    "corrects": "BG-3",
    "seller's tax number": "BT-31",
    "name": "BT-44",
    "customer": "BT-46",
    "tax_id": "BT-48",
    "address": "BG-8",
    "country": "BT-55",
    "contact": "BT-56",
    "phone": "BT-57",
    "email": "BT-58",
    "payee": "BG-10",
    "reference": "BT-83",
    "iban": "BT-84",
    "amount": "BT-115",
}


def read_en16931(name: str, root: etree._Element) -> Found:
    """What a document whose root is one of `FLAVORS` says; the tree is not whole afterwards.

    Raises:
        BadInput: a day or a number in it is none, or a field stands twice that there can be only one of.
    """
    flavor, format_ = FLAVORS[str(root.tag)]
    for node in list(root.iter(*_NOT_NEEDED)):
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
    try:
        # The level only chooses which fields are looked for; documents in plain UBL do not name one.
        data = parse_ubl_cii_xml(
            root, flavor=flavor, level="en16931", date_as="string", bytes_as="string", check_xsd=False
        )
    except Exception:  # the package stops at the first day that is none, wherever it stands, and does not say where
        unread = Problem(name, "", None, f"a {format_} document that can be read")
        raise BadInput(list(_no_days(name, root)) or [unread]) from None
    fields = _Fields(name, data)
    buyer = data.get("BG-7") or {}
    return Found(
        name=name,
        format=format_,
        seller=fields.party(data.get("BG-4") or {}),
        buyer=fields.party(buyer),
        bills=(_bill(fields, data, flavor),),
        payee=_name_of(data.get("BG-10") or {}),
        labels=_LABELS,
    )


def _bill(fields: _Fields, data: Mapping[str, Any], flavor: str) -> Bill:
    kind = fields.one("BT-3")
    if flavor == "ubl-2.1-creditnote" or (kind and is_credit_note({"BT-3": kind})):
        nature = Nature.CREDIT_NOTE
    else:
        nature = Nature.REPLACEMENT if kind == _REPLACES else Nature.INVOICE
    term = Term(
        due=fields.one("BT-9"),
        method=next((_METHODS[code] for code in _all(data.get("BT-81")) if code in _METHODS), PaymentMethod.TRANSFER),
        accounts=_all(data.get("BT-84")),
        reference=next(iter(_all(data.get("BT-83"))), ""),
    )
    return Bill(
        number=fields.one("BT-1"),
        issued=fields.one("BT-2"),
        currency=fields.one("BT-5"),
        payable=fields.one("BT-115"),
        terms=(term,),
        nature=nature,
        corrects=tuple(number for each in data.get("BG-3") or () for number in _all(each.get("BT-25"))),
        wording=" ".join(_all(data.get("BT-20"))),
    )


class _Fields:
    """The dictionary of `factur-x`, in which a field is text, or a list where it stands several times."""

    def __init__(self, name: str, data: Mapping[str, Any]) -> None:
        self._name = name
        self._data = data

    def one(self, code: str) -> str:
        """The field, of which there can be only one."""
        values = dict.fromkeys(_all(self._data.get(code)))
        if len(values) > 1:
            raise BadInput([Problem(self._name, code, ", ".join(values), "one value, and there are several")])
        return next(iter(values), "")

    def party(self, data: Mapping[str, Any]) -> Party:
        contact: Mapping[str, Any] = next(iter(data.get("contacts") or ()), {})
        identifiers = data.get("identifiers") or {}
        address = (
            _clean(data.get("einvoicing_addr")) if data.get("einvoicing_addr_schemeid") == _ELECTRONIC_MAIL else ""
        )
        codes = ("vat_identifier", "tax_identifier", "legal_identifier")
        return Party(
            name=_name_of(data),
            tax_ids=tuple(number for code in codes for number in _all(data.get(code))),
            ref=_clean(identifiers.get(None) or next(iter(identifiers.values()), "")),
            contact=_clean(contact.get("name")),
            email=_clean(contact.get("email")) or address,
            phone=_clean(contact.get("phone")),
            lines=tuple(line for code in ("addr_l1", "addr_l2", "addr_l3") for line in _all(data.get(code))),
            postcode=_clean(data.get("postcode")),
            town=_clean(data.get("city")),
            country=_clean(data.get("country_code")),
        )


def _no_days(name: str, root: etree._Element) -> Iterator[Problem]:
    """The days that are none, by the names that elements with days have in UBL and in CII."""
    for node in root.iter(etree.Element):
        local, text = etree.QName(node).localname, (node.text or "").strip()
        if local == "DateTimeString":
            iso, like = f"{text[:4]}-{text[4:6]}-{text[6:]}", "20260302"
        elif local.endswith("Date"):
            iso, like = text, "2026-03-02"
        else:
            continue
        if day_as(iso, Days.YMD) is None:
            yield Problem(f"{name}, line {node.sourceline}", local, text, f"a date like {like}")


def _name_of(party: Mapping[str, Any]) -> str:
    return _clean(party.get("name")) or _clean(party.get("biz_name"))


def _all(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(text for each in values if isinstance(each, str) and (text := " ".join(each.split())))


def _clean(value: object) -> str:
    return next(iter(_all(value)), "")
