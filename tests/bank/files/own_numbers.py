"""Accounts and currencies of the tests."""

from __future__ import annotations

OURS = ("ES9121000418450200051332", "ES7712341234161234567890", "ES7921000813610123456789")
THEIRS = ("DE89370400440532013000", "ES6621000418401234567891", "GB29NWBK60161331926819")
CURRENCY_NUMBERS = {"EUR": "978", "USD": "840", "GBP": "826"}
"""Currencies that have two decimals, with their numbers in ISO 4217."""
