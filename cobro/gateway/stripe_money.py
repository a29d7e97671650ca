"""Amounts and days as Stripe writes them: whole numbers of a unit of its own, and seconds since 1970."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from zoneinfo import ZoneInfo

_WITHOUT_DECIMALS = frozenset(
    ("BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF")
)
_THREE_DECIMALS = frozenset(("BHD", "JOD", "KWD", "OMR", "TND"))
"""Everything else has two, at Stripe also ISK and UGX, which have none."""


def amount_of(value: object, currency: object) -> tuple[str, str] | None:
    """An amount as a decimal and its currency; None where it is no amount above nought."""
    if not isinstance(value, int) or isinstance(value, bool) or value <= 0 or not isinstance(currency, str):
        return None
    code = currency.upper()
    decimals = 0 if code in _WITHOUT_DECIMALS else 3 if code in _THREE_DECIMALS else 2
    return f"{Decimal(value).scaleb(-decimals):f}", code


def day_of(seconds: object, zone: str) -> dt.date | None:
    """The day of a moment in a time zone; None where it is no moment."""
    if not isinstance(seconds, int) or isinstance(seconds, bool):
        return None
    try:
        return dt.datetime.fromtimestamp(seconds, ZoneInfo(zone)).date()
    except (ValueError, OverflowError, OSError):
        return None
