"""The check of the seven things that a reminder must contain (R58), on the letter as its reader sees it.

It looks for the very strings that the language writes, and counts them: an invoice whose due date is also that of
another one must show it twice. A value is only found as a whole (`210,50 €` is not in `1.210,50 €`), and what one value
has used up is not found again inside a shorter one (an invoice number inside its own payment reference).
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from html.parser import HTMLParser

from cobro.dunning.letter import Letter, Party
from cobro.letters import wording
from cobro.letters.slots import tidied

# Where a value stands as a whole, not as a part of a longer word or number.
_STARTS = re.compile(r"(?<!\w)(?<!\w[.,/-])(?<!\d[\u00a0\u202f])")
_ENDS = re.compile(r"(?![.,/-]?\w)")


class Item(StrEnum):
    """The seven items of R58, in its order, as they are named to whoever edits a template."""

    PARTIES = "contact data of both companies"
    FOLLOW_UP = "date of the follow-up"
    SIGNER = "billing contact with phone and e-mail"
    INVOICES = "number and date of every invoice"
    AMOUNTS = "amount due per invoice, total per currency, and the statement on costs"
    TERMS = "payment terms and the consequences of delay"
    DUE = "due date and payment reference of every invoice"
    AGREED = "the day and the amount of every payment that was agreed"
    """Beside the seven, in what is owed in writing: such a letter asks for nothing, and needs no other item but the
    parties, the signer and the invoices."""


_Spellings = tuple[str, ...]


def missing(letter: Letter, text: str, costs: str) -> tuple[Item, ...]:
    """Which of the seven items the text lacks, in their order. An item with an empty value counts as missing.

    `costs` is the sentence on costs that the letter must carry (no costs are added in this version).
    """
    needed: Counter[_Spellings] = Counter()
    items: dict[_Spellings, set[Item]] = {}
    letter = tidied(letter)
    for item, spellings in _owed(letter) if letter.owed else _needs(letter, wording.one_line(costs)):
        needed[spellings] += 1
        items.setdefault(spellings, set()).add(item)

    rest = wording.folded(text)
    lacking: set[Item] = set() if letter.lines else {Item.INVOICES}
    for spellings in sorted(needed, key=lambda words: -max(map(len, words))):
        found, rest = _taken(spellings, rest)
        if found < needed[spellings]:
            lacking |= items[spellings]
    return tuple(item for item in Item if item in lacking)


def _owed(letter: Letter) -> Iterator[tuple[Item, _Spellings]]:
    yield from _who_and_what(letter)
    for part in letter.agreed.parts if letter.agreed else ():
        yield Item.AGREED, _day(part.day, letter.language)
        yield Item.AGREED, (wording.money(part.money, letter.language),)


def _who_and_what(letter: Letter) -> Iterator[tuple[Item, _Spellings]]:
    language = letter.language
    creditor, customer = letter.creditor, letter.customer
    for value in (creditor.email or "", creditor.phone or "", *_known(creditor), *_known(customer)):
        yield Item.PARTIES, (value,)
    for value in filter(None, (customer.email, customer.phone)):
        yield Item.PARTIES, (value,)
    for value in (letter.signer.name, letter.signer.phone, letter.signer.email):
        yield Item.SIGNER, (value,)
    for line in letter.lines:
        yield Item.INVOICES, (line.number,)
        yield Item.INVOICES, _day(line.issued, language)


def _needs(letter: Letter, costs: str) -> Iterator[tuple[Item, _Spellings]]:
    language = letter.language
    yield from _who_and_what(letter)
    if not letter.before_due:
        yield Item.FOLLOW_UP, _day(letter.answer_by or letter.follow_up, language)
        yield Item.AMOUNTS, (costs,)
        yield Item.TERMS, (letter.terms,)
    for line in letter.lines:
        yield Item.AMOUNTS, (wording.money(line.asked, language),)
        yield Item.DUE, _day(line.due, language)
        yield Item.DUE, (line.reference,)
    for total in letter.totals:
        yield Item.AMOUNTS, (wording.money(total, language),)
    for iban in dict.fromkeys(line.iban for line in letter.lines):
        yield Item.TERMS, (wording.account(iban),)


def _known(party: Party) -> Iterator[str]:
    yield party.name
    yield party.address
    if party.tax_id:
        yield party.tax_id


def _day(date: dt.date, language: str) -> _Spellings:
    return tuple(dict.fromkeys((wording.day(date, language), wording.short_day(date, language))))


def _taken(spellings: _Spellings, text: str) -> tuple[int, str]:
    """How often a value stands in the text as a whole, and the text without it."""
    if not all(spellings):
        return 0, text
    found = 0
    for words in sorted(spellings, key=len, reverse=True):
        kept, end = [], 0
        start = text.find(words)
        while start >= 0:
            after = start + len(words)
            whole = _STARTS.match(text, start) and _ENDS.match(text, after)
            if whole:
                kept.append(text[end:start])
                found, end = found + 1, after
            start = text.find(words, after if whole else start + 1)
        text = "\0".join((*kept, text[end:]))
    return found, text


def text_of(html: str) -> str:
    """What a reader of the HTML sees, as text."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join(reader.seen)


class _Reader(HTMLParser):
    """Collects what is shown; a tag that starts a new line separates the words around it."""

    _UNSEEN = frozenset({"head", "style", "script", "template"})
    _INLINE = frozenset({"a", "abbr", "b", "em", "i", "small", "span", "strong", "u", "wbr"})

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in self._UNSEEN
        self._separate(tag)

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in self._UNSEEN
        self._separate(tag)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.seen.append(data)

    def _separate(self, tag: str) -> None:
        if tag not in self._INLINE:
            self.seen.append("\n")
