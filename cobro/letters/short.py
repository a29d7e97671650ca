"""The check of a text message: what it must say in its few words, and what it must never carry.

A link or an account number in a text message is what fraud looks like, so a reminder has neither.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from cobro.dunning.letter import Letter
from cobro.letters import wording
from cobro.letters.segments import in_cheap_letters, segments

MOST_SEGMENTS = 3
"""Text messages that one contact may be sent as; each is paid for, and longer ones are not read."""

_LINK = re.compile(r"://|\bwww\.", re.IGNORECASE)


def texted(text: str) -> str:
    """The words as a telephone gets them: one line, ordinary spaces, and the cheap alphabet where that is possible."""
    return in_cheap_letters(wording.folded(text.replace("\u00a0", " ").replace("\u202f", " ")))


def wrong(letter: Letter, text: str, *, summed_up: bool) -> tuple[str, ...]:
    """What is wrong with the text message, in words for whoever edits the template.

    One that is `summed_up` says the first invoice to fall due and the totals, not every invoice.
    """
    return tuple(_wrong(letter, text, summed_up))


def _wrong(letter: Letter, text: str, summed_up: bool) -> Iterator[str]:
    language = letter.language
    lines = (letter.oldest,) if summed_up and letter.lines else letter.lines
    amounts = letter.totals if summed_up else [line.asked for line in lines]
    if not says(text, letter.creditor.name):
        yield "the creditor's name"
    if not any(says(text, phone) for phone in (letter.signer.phone, letter.creditor.phone)):
        yield "a phone number to call"
    if not lines or not all(says(text, line.number) for line in lines):
        yield "the number of every invoice"
    if letter.owed:
        yield from _agreed_wrong(letter, text)
    else:
        if not all(says(text, wording.money(amount, language)) for amount in amounts):
            yield "the total in every currency" if summed_up else "the amount of every invoice"
        if not all(_says_day(text, line.due, language) for line in lines):
            yield "the due date of every invoice"
    if _LINK.search(text):
        yield "(it must not contain a link)"
    if any(says(text.replace(" ", ""), line.iban.replace(" ", "")) for line in letter.lines):
        yield "(it must not contain the account number)"
    if (count := segments(text)) > MOST_SEGMENTS:
        yield f"(it is sent as {count} text messages, at most {MOST_SEGMENTS} are allowed)"


def _agreed_wrong(letter: Letter, text: str) -> Iterator[str]:
    parts = letter.agreed.parts if letter.agreed else ()
    if not all(says(text, wording.money(part.money, letter.language)) for part in parts):
        yield "the amount of every payment that was agreed"
    if not all(_says_day(text, part.day, letter.language) for part in parts):
        yield "the day of every payment that was agreed"


def _says_day(text: str, day: dt.date, language: str) -> bool:
    return says(text, wording.short_day(day, language)) or says(text, wording.day(day, language))


def says(text: str, value: str | None) -> bool:
    """Whether a value stands in the text, its accents kept or lost."""
    plain = wording.folded((value or "").replace("\u00a0", " ").replace("\u202f", " "))
    return bool(plain) and (plain in text or texted(plain) in text)
