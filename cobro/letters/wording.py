"""How a language writes money, dates and lists, so that the renderer and the check write them alike.

Spaces inside an amount are the no-break spaces of the language (`1.210,50 €` has U+00A0 in Spanish): nothing here
turns them into ordinary ones, and `folded` leaves them alone.
"""

from __future__ import annotations

import copy
import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import NumberPattern

from cobro.dunning.money import Money, minor_digits

# The country decides what the language leaves open: `en` alone would write dates the American way.
_COUNTRIES = {"ca": "ES", "de": "DE", "en": "GB", "es": "ES", "fr": "FR", "pt": "PT"}

_FIRST = {"fr": "1er"}
"""How a language writes the first of a month, where Babel does not: le 1er octobre."""

_LISTED = 5
_KNOWN = 4096
"""Amounts and dates whose words are kept: a letter says each of them several times, and so does its check."""
_SPACES = re.compile(r"[ \t\r\n]+")
# Controls, lone surrogates, separators of lines and paragraphs, and what turns the direction of the text.
_DISTURBING = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_LETTER_BEFORE_DIGIT = re.compile(r"(?<=[^\W\d_])(?=\d)")


@lru_cache
def _locale(language: str) -> Locale:
    return Locale(language, _COUNTRIES.get(language))


@lru_cache
def _pattern(language: str, digits: int) -> NumberPattern:
    pattern: NumberPattern = copy.copy(_locale(language).currency_formats["standard"])
    pattern.frac_prec = (digits, digits)
    return pattern


@lru_cache(maxsize=_KNOWN)
def money(amount: Money, language: str) -> str:
    """An amount as the language writes it, with the decimals of ISO 4217.

    Babel alone would round: CLDR gives some currencies (RSD, ALL) the decimals of their coins.
    """
    pattern = _pattern(language, minor_digits(amount.currency))
    written = pattern.apply(amount.amount, _locale(language), amount.currency, currency_digits=False)
    return _LETTER_BEFORE_DIGIT.sub("\u00a0", written)


@lru_cache(maxsize=_KNOWN)
def day(date: dt.date, language: str) -> str:
    """A date in full: 3 de septiembre de 2026."""
    return _first(date, format_date(date, "long", _locale(language)), language)


@lru_cache(maxsize=_KNOWN)
def short_day(date: dt.date, language: str) -> str:
    """A date with the month shortened, for text messages: 3 sept 2026."""
    return _first(date, format_date(date, "medium", _locale(language)), language)


def _first(date: dt.date, written: str, language: str) -> str:
    return _FIRST[language] + written.removeprefix("1") if date.day == 1 and language in _FIRST else written


class InFull(tuple[str, ...]):
    """Words that are enumerated to the last: something is said of these, and of no others."""

    __slots__ = ()


def listed(words: Sequence[str], language: str) -> str:
    """An enumeration, `F-1, F-2 y F-3`; a long one is cut, because a subject line is no table."""
    if len(words) > _LISTED and not isinstance(words, InFull):
        return ", ".join(words[:_LISTED]) + "…"
    return format_list(words, locale=_locale(language))


def account(iban: str) -> str:
    """An IBAN in groups of four, as banks print it."""
    bare = iban.replace(" ", "")
    return " ".join(bare[i : i + 4] for i in range(0, len(bare), 4))


def folded(text: str) -> str:
    """The text as one line: runs of ordinary white space become one space, no-break spaces stay."""
    return _SPACES.sub(" ", text).strip(" ")


def one_line(text: str) -> str:
    """A value that stays where it is put: no line break, no control character, nothing that turns text around.

    Names and numbers come from the creditor's own files; a line break in one of them would become a paragraph, a row
    or a mail header.
    """
    return folded(_DISTURBING.sub(" ", text))
