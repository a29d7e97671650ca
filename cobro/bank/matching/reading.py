"""Texts as people and banks write them, taken apart into letters and digits."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

INVOICE_WORDS = frozenset(
    (
        *("F", "FC", "FRA", "FRAS", "FAC", "FACS", "FACT", "FACTS", "FACTURA", "FACTURAS", "FTRA", "FTRAS"),
        *("FTA", "FT", "INV", "INVS", "INVOICE", "INVOICES", "BILL", "BILLS"),
    )
)
"""What people write in front of an invoice number."""

NUMBER_WORDS = frozenset(
    ("N", "NO", "NOS", "NUM", "NUMS", "NUMERO", "NUMEROS", "NR", "NRO", "NBR", "NUMBER", "NUMBERS")
)

OTHER_WORDS = frozenset(
    (
        *("PEDIDO", "PED", "ALBARAN", "ALB", "PRESUPUESTO", "PPTO", "PROFORMA", "CONTRATO", "POLIZA"),
        *("EXPEDIENTE", "EXPTE", "CLIENTE", "CLI", "SOCIO", "TEL", "TELF", "TLF", "TFNO", "MOVIL", "CP"),
        *("DNI", "NIF", "CIF", "NIE", "TARJETA", "TARJ", "REMESA", "LOTE", "ORDER", "PO", "QUOTE"),
        *("ESTIMATE", "CONTRACT", "POLICY", "CUSTOMER", "PHONE", "CARD", "MATRICULA", "NOMINA", "ABONO"),
        *("PISO", "LOCAL", "APTO", "CALLE", "AVDA", "ENTRADA", "RESERVA", "BOOKING", "VAT"),
        *("DELIVERY", "CREDIT", "RECT", "RECTIFICATIVA", "REMITTANCE"),
    )
)
"""What stands in front of a number that is no invoice's."""

_ATOM = re.compile(r"[A-Z]+|[0-9]+")
_GLUED_WORD = re.compile(r"(FACTURAS?|FTRAS?|FRAS?|FACTS?|FACS?|INVOICES?|INVS?)(?=[A-Z]{1,4}$)")
_ALIKE = str.maketrans("OIL", "011")
_DIGITS = str.maketrans("123456789", "000000000")
_SIGNS = str.maketrans("ºª°\u2010\u2011\u2012\u2013\u2014\u2212", "   ------")


@dataclass(frozen=True, slots=True)
class Atom:
    """Letters or digits that stand together, and where."""

    text: str
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        return self.text[0] <= "9"


def plain(text: str) -> str:
    """The text in capitals, without accents, with one kind of hyphen; the sign of an ordinal is no letter."""
    if text.isascii():
        return text.upper()
    apart = unicodedata.normalize("NFKD", text.translate(_SIGNS))
    return "".join(char for char in apart if not unicodedata.combining(char)).upper()


def atoms(text: str) -> list[Atom]:
    """The letters and digits of a plain text; a word for invoice is parted from the series it is glued to: FRAF2026."""
    found: list[Atom] = []
    for part in _ATOM.finditer(text):
        start, end = part.span()
        word = _GLUED_WORD.match(part[0]) if end < len(text) and text[end].isdigit() else None
        if word:
            found.append(Atom(word[0], start, start + word.end()))
            start += word.end()
        found.append(Atom(text[start:end], start, end))
    return found


def compact(parts: Iterable[Atom]) -> str:
    """Letters and digits in one: what is left when separators are not told apart."""
    return "".join(part.text for part in parts)


def key(parts: Sequence[Atom]) -> str:
    """Letters and numbers side by side, without leading zeros: F2026-0042 and f 2026/42 are both `F|2026|42`."""
    pieces: list[str] = []
    letters = False
    for part in parts:
        if part.is_number:
            pieces.append(part.text.lstrip("0") or "0")
            letters = False
        elif letters:
            pieces[-1] += part.text
        else:
            pieces.append(part.text)
            letters = True
    return "|".join(pieces)


def alike(code: str) -> str:
    """The code with letters that look like digits written as digits."""
    return code.translate(_ALIKE)


def shape(parts: Iterable[Atom]) -> str:
    """The letters, and how many digits stand where: numbers of one series have one shape."""
    return "|".join(part.text for part in parts).translate(_DIGITS)
