"""The check of a text message: what it must say in its few words, and what it must never carry.

A link or an account number in a text message is what fraud looks like, so a reminder has neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cobro.dunning.letter import Letter
from cobro.letters import wording

LONGEST = 1600
"""Characters of one text message; the provider refuses longer ones."""

_LINK = re.compile(r"://|\bwww\.", re.IGNORECASE)


def plain_spaces(text: str) -> str:
    """One line with ordinary spaces: a no-break space would make the message twice as dear to send."""
    return wording.folded(text.replace("\u00a0", " ").replace("\u202f", " "))


def wrong(letter: Letter, text: str) -> tuple[str, ...]:
    """What is wrong with the text message, in words for whoever edits the template."""
    return tuple(_wrong(letter, text))


def _wrong(letter: Letter, text: str) -> Iterator[str]:
    language = letter.language
    if not _says(text, letter.creditor.name):
        yield "the creditor's name"
    if not any(_says(text, phone) for phone in (letter.signer.phone, letter.creditor.phone)):
        yield "a phone number to call"
    if not letter.lines or not all(_says(text, line.number) for line in letter.lines):
        yield "the number of every invoice"
    if not all(_says(text, wording.money(line.asked, language)) for line in letter.lines):
        yield "the amount of every invoice"
    if not all(
        _says(text, wording.short_day(line.due, language)) or _says(text, wording.day(line.due, language))
        for line in letter.lines
    ):
        yield "the due date of every invoice"
    if _LINK.search(text):
        yield "(it must not contain a link)"
    if _says(text.replace(" ", ""), letter.iban.replace(" ", "")):
        yield "(it must not contain the account number)"
    if len(text) > LONGEST:
        yield f"(it is longer than {LONGEST} characters)"


def _says(text: str, value: str | None) -> bool:
    return bool(value) and plain_spaces(value or "") in text
