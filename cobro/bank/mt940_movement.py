"""One movement of MT940: field 61 and the text in field 86, as the `mt-940` package gives them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cobro.bank.account_number import iban_or_nothing
from cobro.bank.characters import plain
from cobro.bank.movement import Movement
from cobro.bank.refusal import refused
from cobro.dunning.money import Money

_FEES = {"CHG", "COM", "INT"}
_RETURNED = "RTI"
"""SWIFT's codes for charges, commission and interest, and for an item that comes back; a letter stands before them."""

_NOTHING = {"", "NONREF", "NOTPROVIDED"}
"""What stands in a field that must not be empty when there is nothing to say."""


def movement_of(where: str, data: Mapping[str, Any], currency: str, line: int) -> Movement:
    """The movement that the package found in one field 61 and what follows it.

    Raises:
        BadInput: the amount is none that the currency can have.
    """
    try:
        amount = Money(abs(data["amount"].amount), currency)
    except ValueError:
        raise refused(where, ":61:", f"an amount that {currency} can have", str(data["amount"].amount)) from None
    mark = data["status"].upper()
    concept = _text(data, "id").upper()
    credit = mark in ("C", "RD")
    references = _text(data, "customer_reference").split()
    return Movement(
        booked=data.get("entry_date") or data["date"],
        value=data["date"],
        amount=amount,
        credit=credit,
        reversal=mark in ("RC", "RD") or (not credit and concept[1:] == _RETURNED),
        is_fee=concept[1:] in _FEES,
        concept=concept,
        bank_reference=_given(_text(data, "bank_reference")),
        end_to_end=_given(_text(data, "end_to_end_reference")),
        references=tuple(dict.fromkeys(filter(_given, references))),
        text=_wording(data),
        payer_name=_text(data, "applicant_name"),
        payer_iban=iban_or_nothing(_text(data, "applicant_iban") or _text(data, "gvc_applicant_iban")),
        line=f"line {line}",
    )


def _text(data: Mapping[str, Any], key: str) -> str:
    return plain(data.get(key) or "")


def _given(reference: str) -> str:
    return "" if reference.upper() in _NOTHING else reference


def _wording(data: Mapping[str, Any]) -> str:
    """The text of the transfer, which runs on from the first group of subfields into the second, else the whole 86."""
    run_on = f"{data.get('purpose') or ''}{data.get('additional_purpose') or ''}"
    return plain(run_on) or _text(data, "transaction_details") or _text(data, "extra_details")
