"""An account by its IBAN, whatever form the file gives it in."""

from __future__ import annotations

import re

from stdnum.es import ccc

from cobro.intake.form import iban
from cobro.intake.problem import Unexpected

_CCC = re.compile(r"\d{20}", re.ASCII)
_WITH_CURRENCY = re.compile(r"([A-Z]{2}\d\d\w+?)(?:[A-Z]{3})?", re.ASCII)

_LONGEST = 34
"""As long as an IBAN can be, and as an account number of ISO 20022."""


def iban_or_nothing(text: str) -> str:
    """The IBAN without spaces, or nothing where it is none: an account number of another country, a typing mistake."""
    try:
        return iban(text.replace(" ", "").upper())
    except Unexpected:
        return ""


def spanish_iban(bank_and_branch: str, number: str) -> str:
    """The IBAN of eight and ten digits; Norma 43 leaves out the two check digits between them."""
    checks = ccc.calc_check_digits(f"{bank_and_branch}00{number}")
    return str(ccc.to_iban(f"{bank_and_branch}{checks}{number}"))


def account_of(text: str) -> str:
    """The account that a statement is about: as an IBAN if it can be found, else as the bank writes it.

    MT940 has it alone, after a bank code and a slash, or with the currency behind it; a Spanish account may be there
    in its national form of 20 digits.

    Raises:
        Unexpected: there is none, or it is longer than an account number can be.
    """
    for part in text.replace(" ", "").upper().split("/"):
        if _CCC.fullmatch(part) and ccc.is_valid(part):
            return str(ccc.to_iban(part))
        if found := iban_or_nothing(part) or iban_or_nothing(part[:-3] if _WITH_CURRENCY.fullmatch(part) else ""):
            return found
    if not 0 < len(text) <= _LONGEST:
        raise Unexpected(f"the number of an account, of at most {_LONGEST} characters")
    return text
