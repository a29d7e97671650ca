"""The customer that an e-invoice describes: number, kind of person, place and language, and what is left out."""

from __future__ import annotations

from typing import Any

import pytest

from cobro.dunning.parties import Customer, CustomerKind
from cobro.intake.einvoice.reading import EInvoice, read_einvoice
from cobro.intake.problem import BadInput
from tests.intake.einvoice.documents import EXAMPLES, FACTURAE, buyer, changed, generated, read
from tests.intake.sample import CREDITOR


def told(syntax: str = "ubl", **fields: Any) -> EInvoice:
    return read(generated(syntax, BG_7=buyer(**fields)))


def customer(**fields: Any) -> Customer:
    return told(**fields).customer


@pytest.mark.parametrize("syntax", ["ubl", "cii"])
def test_all_that_the_file_says_of_the_buyer(syntax: str) -> None:
    assert told(syntax).customer == Customer(
        ref="C-1",
        name="Panadería La Espiga, S.L.",
        kind=CustomerKind.COMPANY,
        tax_id="B50999028",
        contact="Nuria Gracia",
        email="pagos@laespiga.example",
        phone="+34976000111",
        address="Calle Delicias 18, 50017 Zaragoza",
        country="ES",
        region="AR",
        zone="Europe/Madrid",
        language="es",
    )


def test_without_a_number_of_its_own_a_customer_goes_by_its_tax_number() -> None:
    assert customer(identifiers=None).ref == "B50999028"


def test_without_any_number_there_is_no_customer() -> None:
    with pytest.raises(BadInput, match=r"customer \(BT-46\): expected a text, got nothing"):
        told(identifiers=None, vat_identifier=None)


@pytest.mark.parametrize(
    ("tax_id", "kind"),
    [
        ("ESB50999028", CustomerKind.COMPANY),
        ("ESP5099907G", CustomerKind.PUBLIC_BODY),
        ("ESQ2826000H", CustomerKind.PUBLIC_BODY),
        # Nothing tells whether a person buys for a business: the law that protects most applies.
        ("ES12345678Z", CustomerKind.CONSUMER),
        ("ESX1234567L", CustomerKind.CONSUMER),
        (None, CustomerKind.CONSUMER),
    ],
)
def test_the_kind_of_a_spanish_customer_shows_in_its_tax_number(tax_id: str | None, kind: CustomerKind) -> None:
    assert customer(vat_identifier=tax_id).kind is kind


def test_a_natural_person_in_facturae() -> None:
    text = EXAMPLES[FACTURAE].decode()
    before, _, after = text.rpartition("<LegalEntity>")
    person = "<Individual><Name>Ana</Name><FirstSurname>Gil</FirstSurname><SecondSurname>Pons</SecondSurname>"
    after = after.replace("</LegalEntity>", "</Individual>").replace(
        "<CorporateName>Ayuntamiento de Villar del Soto</CorporateName>", ""
    )

    found = read((before + person + after).replace("P5099907G", "12345678Z").encode()).customer

    assert (found.name, found.kind, found.ref) == ("Ana Gil Pons", CustomerKind.CONSUMER, "C-052")


@pytest.mark.parametrize(
    ("postcode", "region", "zone"),
    [
        ("01001", "PV", "Europe/Madrid"),
        ("07001", "IB", "Europe/Madrid"),
        ("38001", "CN", "Atlantic/Canary"),
        ("52001", "ML", "Europe/Madrid"),
        ("99999", None, "Europe/Madrid"),
        ("5001", None, "Europe/Madrid"),
    ],
)
def test_the_region_follows_from_a_spanish_postal_code(postcode: str, region: str | None, zone: str) -> None:
    found = customer(postcode=postcode, contacts=None)

    assert (found.region, found.zone) == (region, zone)


@pytest.mark.parametrize(
    ("country", "language"), [("ES", "es"), ("MX", "es"), ("GB", "en"), ("IE", "en"), ("FR", "es")]
)
def test_the_language_is_the_country_s_where_the_creditor_has_terms_in_it(country: str, language: str) -> None:
    found = customer(country_code=country, contacts=None, vat_identifier=None)

    assert (found.country, found.language, found.region) == (country, language, "AR" if country == "ES" else None)


def test_terms_in_a_country_s_language_are_what_lets_it_be_written_in() -> None:
    french = CREDITOR.model_copy(update={"terms": {**CREDITOR.terms, "fr": "Selon nos conditions générales."}})
    file = generated("ubl", BG_7=buyer(country_code="FR", contacts=None, vat_identifier=None))

    assert read_einvoice("invoice.xml", file, french).customer.language == "fr"


def test_what_cannot_be_used_of_a_signed_file_is_left_out_and_told() -> None:
    found = told(contacts=[{"name": "Nuria", "phone": "centralita", "email": "no tiene"}])

    assert (found.customer.contact, found.customer.phone, found.customer.email) == ("Nuria", None, None)
    assert [str(problem).split(":")[0] for problem in found.left_out] == [
        "invoice.xml, phone (BT-57)",
        "invoice.xml, email (BT-58)",
    ]


def test_the_electronic_address_serves_where_it_is_an_e_mail_address() -> None:
    fields = {"contacts": None, "einvoicing_addr": "facturas@laespiga.example"}

    assert customer(**fields, einvoicing_addr_schemeid="EM").email == "facturas@laespiga.example"
    assert customer(**fields, einvoicing_addr_schemeid="0088").email is None


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"name": None}, r"name \(BT-44\): expected a text, got nothing"),
        ({"country_code": "XX"}, r"country \(BT-55\): expected an ISO 3166 country code"),
        ({"addr_l1": None, "postcode": None, "city": None}, r"address \(BG-8\): expected a text, got nothing"),
    ],
)
def test_what_a_letter_needs_has_to_be_there(fields: dict[str, Any], expected: str) -> None:
    with pytest.raises(BadInput, match=expected):
        told(**fields)


def test_a_country_in_three_letters_is_understood_in_facturae() -> None:
    abroad = changed(
        FACTURAE,
        (
            "<AddressInSpain>\n          <Address>Plaza Mayor 1</Address>\n          <PostCode>50340</PostCode>",
            "<OverseasAddress><Address>12 Mill Lane</Address>",
        ),
        ("<Town>Villar del Soto</Town>", "<PostCodeAndTown>LS1 4AP Leeds</PostCodeAndTown>"),
    ).decode()
    before, _, after = abroad.rpartition("<CountryCode>ESP</CountryCode>\n        </AddressInSpain>")

    found = read((before + "<CountryCode>GBR</CountryCode></OverseasAddress>" + after).encode()).customer

    assert (found.country, found.address, found.language) == ("GB", "12 Mill Lane, LS1 4AP Leeds", "en")
