"""Tax numbers as they are compared: without spaces, hyphens and the country in front."""

from __future__ import annotations

from stdnum import get_cc_module
from stdnum.util import clean


def bare(number: str, country: str) -> str:
    """The number in the short form of its country; the VAT number ESB50999010 and the tax number B-50999010 are one."""
    module = get_cc_module(country, "vat")
    short = str(module.compact(number)) if module else clean(number, " -./")
    return short.replace(".", "").strip().upper().removeprefix(country)


def is_natural_person(number: str) -> bool:
    """Whether a bare Spanish tax number belongs to a natural person: it begins with a digit or one of XYZKLM."""
    return number[:1].isdigit() or number[:1] in set("XYZKLM")


def is_public_body(number: str) -> bool:
    """Whether a bare Spanish tax number belongs to a municipality, a public body or an organ of the state."""
    return number[:1] in set("PQS")
