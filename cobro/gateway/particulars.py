"""A customer as billing describes one: every value in its form, and what is not said filled in as for a book."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from babel.languages import get_official_languages

from cobro.dunning.parties import Creditor, Customer, CustomerKind
from cobro.gateway.problem import Flaw
from cobro.intake import form
from cobro.intake.book_csv import LANGUAGES
from cobro.intake.place import zone_of
from cobro.intake.problem import Unexpected

_NEEDED: dict[str, Callable[[str], str]] = {"ref": form.ident, "name": form.words, "address": form.lines}
_MAY: dict[str, Callable[[str], str]] = {
    "kind": partial(form.one_of, known=list(CustomerKind)),
    "tax_id": form.ident,
    "contact": form.words,
    "email": form.email,
    "language": partial(form.one_of, known=LANGUAGES),
    "zone": form.zone,
}
_BY_COUNTRY = ("phone", "region")


def read_customer(said: Mapping[str, Any], creditor: Creditor) -> tuple[Customer | None, list[Flaw]]:
    """The customer, or None and what is wrong with it."""
    flaws: list[Flaw] = []
    found: dict[str, str] = {}

    def take(field: str, read: Callable[[str], str], *, needed: bool) -> None:
        value = said.get(field)
        if value is None and not needed:
            return
        try:
            if not isinstance(value, str) or value != value.strip():
                raise Unexpected("a text without spaces at its ends")
            found[field] = read(value)
        except Unexpected as unexpected:
            flaws.append(Flaw(f"customer.{field}", unexpected.expected, value))

    for field, read in _NEEDED.items():
        take(field, read, needed=True)
    take("country", form.country, needed=True)
    for field, read in _MAY.items():
        take(field, read, needed=False)
    country = found.get("country")
    if country is not None:  # without it, these two could only be wrong in its wake
        take("phone", partial(form.phone, of=country), needed=False)
        take("region", partial(form.region, of=country), needed=False)
    known = {*_NEEDED, *_MAY, *_BY_COUNTRY, "country"}
    flaws += [Flaw(f"customer.{field}", "no such field", value) for field, value in said.items() if field not in known]
    if flaws or country is None:
        return None, flaws
    defaults = {
        "kind": CustomerKind.COMPANY,
        "zone": zone_of(country, found.get("region"), found.get("phone"), creditor),
        "language": language_of(country, creditor),
    }
    return Customer.model_validate(defaults | found), []


def language_of(country: str, creditor: Creditor) -> str:
    """The country's first official language that there are letters and the creditor's terms in, else its own."""
    spoken = get_official_languages(country, de_facto=True)
    return next((language for language in spoken if language in LANGUAGES & creditor.terms.keys()), creditor.language)
