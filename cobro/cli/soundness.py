"""Whether a book can be worked with: its rows, the creditor's ladder, and terms in the languages of its customers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

from cobro.cli.mistakes import Mistake
from cobro.dunning.parties import Book, Creditor
from cobro.dunning.policy import Policy
from cobro.intake.book_csv import Reading, Said, read_rows
from cobro.intake.problem import BadInput
from cobro.ledger.work import Rules
from cobro.letters.tone import wrong_in_terms
from cobro.rulebook import UnknownPolicy


def sound_book(file: Path, creditor: Creditor, rules: Rules, where: str) -> Book:
    """The book, if nothing stands in the way of collecting it; else all mistakes at once.

    Args:
        file: the book, as CSV.
        creditor: who is owed.
        rules: where the creditor's ladder should be.
        where: what a line calls the creditor's data by.
    """
    reading, wrong = read_sound(file, creditor, rules, where)
    return whole_book(reading, creditor, where, wrong)


def read_sound(
    file: Path,
    creditor: Creditor,
    rules: Rules,
    where: str,
    *,
    said: Said | None = None,
    today: dt.date | None = None,
    each: Callable[[int, int], None] = lambda done, of: None,
) -> tuple[Reading, list[str]]:
    """The rows of a book, and what is wrong with the creditor's ladder; mistakes where the file is no book at all."""
    policy, wrong = ladder(creditor, rules, where)
    try:
        return read_rows(file, creditor, said=said, policy=policy, today=today, each=each), wrong
    except BadInput as problems:
        raise Mistake(*str(problems).splitlines(), *wrong) from None


def whole_book(reading: Reading, creditor: Creditor, where: str, wrong: list[str]) -> Book:
    """The book of a reading without any problem; else all mistakes at once, those known before among them."""
    try:
        book = reading.whole()
    except BadInput as problems:
        raise Mistake(*str(problems).splitlines(), *wrong) from None
    check_creditor(creditor, book, where, wrong)
    return book


def check_creditor(creditor: Creditor, book: Book, where: str, wrong: list[str]) -> None:
    """Whether the creditor's data allow this book to be collected; all mistakes at once."""
    if wrong := [*wrong, *_about_terms(creditor, book, where)]:
        raise Mistake(*wrong)


def ladder(creditor: Creditor, rules: Rules, where: str) -> tuple[Policy | None, list[str]]:
    """The creditor's ladder, or None and what is wrong with it."""
    try:
        return rules.policy(creditor.policy), []
    except UnknownPolicy as unknown:
        return None, [f"{where}, {unknown}"]
    except BadInput as problems:
        return None, str(problems).splitlines()


def _about_terms(creditor: Creditor, book: Book, where: str) -> Iterator[str]:
    asked: dict[str, str] = {creditor.language: "the creditor's own language"}
    for customer in book.customers:
        asked[customer.language] = f"customer {customer.ref} is written to in it"
    for language, why in sorted(asked.items()):
        if language not in creditor.terms:
            yield f"{where}, terms.{language}: expected one sentence in this language ({why}), got nothing"
    yield from (f"{where}, {wrong}" for wrong in wrong_in_terms(creditor))
