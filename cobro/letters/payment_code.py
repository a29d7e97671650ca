"""The SEPA payment code: a QR picture from which a banking app fills in a transfer (EPC069-12, version 002)."""

from __future__ import annotations

import io
from decimal import Decimal
from functools import lru_cache

from segno.helpers import make_epc_qr
from stdnum import iso11649

from cobro.dunning.letter import Letter, Line

MOST = 5
"""Invoices in a letter that shows codes: whoever owes more pays from a list, and would have to scan them all."""

_LONGEST_NAME = 70
_PIXELS = 4
_QUIET = 4


def payment_codes(letter: Letter) -> dict[str, bytes]:
    """The PNG for each invoice that can be paid by one scan, by the invoice's number; empty where there is none.

    In euros only, and only what the ledger says may be paid by transfer as it stands.
    """
    if len(letter.lines) > MOST:
        return {}
    codes = {line.number: payment_code(letter.creditor.name, line) for line in letter.lines if line.by_transfer}
    return {number: code for number, code in codes.items() if code}


def payment_code(name: str, line: Line) -> bytes | None:
    """The PNG that pays one invoice, or None where no code can be made (another currency, a reference too long)."""
    if line.asked.currency != "EUR":
        return None
    return _picture(name[:_LONGEST_NAME], line.iban.replace(" ", ""), line.asked.amount, line.reference)


@lru_cache(maxsize=1024)
def _picture(name: str, iban: str, amount: Decimal, reference: str) -> bytes | None:
    # A bank refuses a structured reference whose check digits are wrong; any other one travels as text.
    structured = iso11649.is_valid(reference)
    try:
        code = make_epc_qr(
            name=name,
            iban=iban,
            amount=amount,
            reference=iso11649.compact(reference) if structured else None,
            text=None if structured else reference,
            encoding="utf-8",
        )
    except ValueError:
        return None
    picture = io.BytesIO()
    code.save(picture, kind="png", scale=_PIXELS, border=_QUIET)
    return picture.getvalue()
