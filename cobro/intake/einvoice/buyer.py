"""The customer, from what an e-invoice says about the buyer."""

from __future__ import annotations

from functools import partial

from babel.languages import get_official_languages

from cobro.dunning.parties import Creditor, Customer, CustomerKind
from cobro.intake import form
from cobro.intake.book_csv import LANGUAGES
from cobro.intake.einvoice.fields import Fields
from cobro.intake.einvoice.found import Party
from cobro.intake.einvoice.spain import region_of
from cobro.intake.einvoice.tax_number import bare, is_natural_person, is_public_body
from cobro.intake.place import zone_of


def customer_of(party: Party, creditor: Creditor, fields: Fields) -> Customer | None:
    """The customer, or None after noting what is missing. A telephone number or address that is none is left out."""
    country = fields.need("country", party.country, form.country)
    if country is None:  # how numbers are read depends on it
        return None
    tax_id = bare(party.tax_ids[0], country) if party.tax_ids else ""
    region = region_of(party.postcode) if country == "ES" else None
    phone = fields.want("phone", party.phone, partial(form.phone, of=country))
    said = {
        "ref": fields.need("customer", party.ref or tax_id, form.ident),
        "name": fields.need("name", party.name, form.words),
        "kind": _kind(party, country, tax_id),
        "tax_id": fields.want("tax_id", tax_id, form.ident),
        "contact": fields.want("contact", party.contact, form.words),
        "email": fields.want("email", party.email, form.email),
        "phone": phone,
        "address": fields.need("address", _address(party), form.words),
        "country": country,
        "region": region,
        "zone": zone_of(country, region, phone, creditor),
        "language": _language(country, creditor),
    }
    return None if fields.problems else Customer.model_validate(said)


def _kind(party: Party, country: str, tax_id: str) -> CustomerKind:
    """No e-invoice says whether a natural person buys for a business: the law that protects most is taken to apply."""
    if country == "ES" and is_public_body(tax_id):
        return CustomerKind.PUBLIC_BODY
    if party.natural or not tax_id or (country == "ES" and is_natural_person(tax_id)):
        return CustomerKind.CONSUMER
    return CustomerKind.COMPANY


def _address(party: Party) -> str:
    return ", ".join(filter(None, (*party.lines, " ".join(filter(None, (party.postcode, party.town))))))


def _language(country: str, creditor: Creditor) -> str:
    """The country's first official language that there are letters and the creditor's terms in, else its own."""
    spoken = get_official_languages(country, de_facto=True)
    return next((language for language in spoken if language in LANGUAGES & creditor.terms.keys()), creditor.language)
