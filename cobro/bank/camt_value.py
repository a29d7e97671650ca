"""Amounts, dates and directions in a camt message."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal

from lxml import etree

from cobro.bank.refusal import refused
from cobro.bank.xml_elements import child, children, own_text, text_at
from cobro.dunning.money import Money

_DECIMAL = re.compile(r"\+?(\d{1,18}(\.\d{0,5})?|\.\d{1,5})", re.ASCII)
_CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a message, with the file's name for what is wrong in it.

    Every method raises `BadInput` where the part holds something else than the schema allows.
    """

    name: str
    element: etree._Element

    def __str__(self) -> str:
        return f"{self.name}, line {self.element.sourceline}"

    @property
    def content(self) -> str:
        return own_text(self.element)

    def text(self, *paths: str) -> str:
        return text_at(self.element, *paths)

    def at(self, path: str) -> Place | None:
        found = child(self.element, path)
        return None if found is None else Place(self.name, found)

    def all_at(self, path: str) -> list[Place]:
        return [Place(self.name, one) for one in children(self.element, path)]

    def money(self, path: str) -> Money | None:
        """The amount at a path, None if there is none."""
        amount = self.at(path)
        if amount is None:
            return None
        code = amount.element.get("Ccy", "")
        if not _CURRENCY.fullmatch(code):
            raise refused(str(amount), f"{path}@Ccy", "an ISO 4217 currency code like EUR", code)
        return self.amount_in(code, path)

    def amount_in(self, currency: str, path: str) -> Money:
        """The number at a path as an amount in a currency."""
        number = self.decimal(path)
        try:
            return Money(number, currency)
        except ValueError:
            raise refused(str(self), path, f"an amount that {currency} can have", self.text(path)) from None

    def decimal(self, path: str) -> Decimal:
        text = self.text(path)
        if not _DECIMAL.fullmatch(text):
            raise refused(str(self), path, "a number that is not negative, like 1210.50", text)
        return Decimal(text)

    def number(self, path: str) -> int:
        text = self.text(path)
        if not (text.isascii() and text.isdigit() and len(text) <= 15):
            raise refused(str(self), path, "a count in digits", text)
        return int(text)

    def is_credit(self) -> bool:
        text = self.text("CdtDbtInd")
        if text not in ("CRDT", "DBIT"):
            raise refused(str(self), "CdtDbtInd", "CRDT or DBIT", text)
        return text == "CRDT"

    def says(self, path: str) -> bool:
        """A yes that may be left out."""
        text = self.text(path)
        if text not in ("", "true", "false", "1", "0"):
            raise refused(str(self), path, "true or false", text)
        return text in ("true", "1")

    def day(self, *paths: str) -> dt.date | None:
        """The day of a date or of a moment, as the bank writes it: a moment is one of the bank's own day."""
        text = self.text(*paths)
        if not text:
            return None
        try:
            return dt.date.fromisoformat(text[:10])
        except ValueError:
            raise refused(str(self), paths[0], "a date like 2026-11-26", text) from None
