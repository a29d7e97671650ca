"""A book made ready: each invoice under all the ways in which people write its number."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from cobro.bank.matching.book import Book, Expected, KnownInvoice
from cobro.bank.matching.naming import Names
from cobro.bank.matching.reading import INVOICE_WORDS, NUMBER_WORDS, alike, atoms, compact, key, plain, shape

_YEAR = re.compile(r"20[0-9]{2}")
_YEAR_AND_SERIAL = re.compile(r"(20[0-9]{2})([0-9]{2,})")
_MOST_CUT = 200


class Index:
    """Looks up what a text may name. Built once for a book; every answer is in the order of invoice numbers."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.invoices = {invoice.number: invoice for invoice in sorted(book.invoices, key=_age)}
        self.names = Names((invoice.customer, invoice.name) for invoice in book.invoices)
        self.codes: dict[str, set[str]] = defaultdict(set)
        self.tails: dict[str, set[str]] = defaultdict(set)
        self.looks: dict[str, set[str]] = defaultdict(set)
        self.shapes: set[str] = set()
        self.owed_by: dict[int, list[KnownInvoice]] = defaultdict(list)
        self.expected: dict[str, list[Expected]] = defaultdict(list)
        for invoice in self.invoices.values():
            self._enter(invoice)
            if invoice.open:
                self.owed_by[invoice.customer].append(invoice)
        for expected in book.expected:
            self.expected[str(expected.amount)].append(expected)
        self._ordered = sorted(code for code in self.codes if "|" not in code)
        self.longest = max(map(len, self._ordered), default=0)

    def _enter(self, invoice: KnownInvoice) -> None:
        for code in {invoice.number, invoice.reference}:
            parts = atoms(plain(code))
            if not any(part.is_number for part in parts):
                continue
            whole = compact(parts)
            for form in {whole, *_keys(key(parts), whole)}:
                self.codes[form].add(invoice.number)
            self.looks[alike(whole)].add(invoice.number)
            if not whole.isdigit() and len(whole) >= 5:
                self.shapes |= {shape(parts), shape(atoms(whole))}
        for tail in _tails(invoice.number):
            self.tails[tail].add(invoice.number)

    def beginning_with(self, code: str) -> set[str]:
        """Invoices whose number goes on where this one was cut off; none where it could be any of very many."""
        at = bisect_left(self._ordered, code + "0")
        found: set[str] = set()
        while at < len(self._ordered) and self._ordered[at].startswith(code) and len(found) <= _MOST_CUT:
            found |= self.codes[self._ordered[at]]
            at += 1
        return found if len(found) <= _MOST_CUT else set()


def _age(invoice: KnownInvoice) -> tuple[str, str]:
    return invoice.due.isoformat(), invoice.number


def _keys(pieces: str, whole: str) -> Iterator[str]:
    """The key, and the one in which a year at the front of a run of digits stands apart. Bare digits keep to theirs."""
    if "|" in pieces:
        yield pieces
    elif whole.isdigit():
        yield whole.lstrip("0") or "0"
    yield from _year_apart(pieces)


def _year_apart(pieces: str) -> Iterator[str]:
    *before, last = pieces.split("|")
    parted = _YEAR_AND_SERIAL.fullmatch(last)
    if parted:
        yield "|".join((*before, parted[1], parted[2].lstrip("0") or "0"))


def _tails(number: str) -> set[str]:
    """Keys of shortened forms: without series or year, the year in two digits, the year at the end."""
    parts = atoms(plain(number))
    found: set[str] = set()
    for pieces in {key(parts), *_year_apart(key(parts))}:
        split = pieces.split("|")
        found |= {"|".join(split[at:]) for at in range(1, len(split)) if split[at].isdigit()}
        if split[0] in INVOICE_WORDS | NUMBER_WORDS and len(split) > 1:
            found.add("".join(part.text for part in parts if part.is_number).lstrip("0"))
        if len(split) < 2 or not _YEAR.fullmatch(split[-2]):
            continue
        *series, year, serial = split
        found |= {f"{serial}|{year}", "|".join((*series, serial)), "|".join((*series, year[2:], serial))}
        found.add(compact(part for part in parts if part.is_number))
    return found - {key(parts), ""}
