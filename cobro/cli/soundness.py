"""Whether a book can be worked with: its rows, the creditor's ladder, and terms in the languages of its customers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cobro.cli.mistakes import Mistake
from cobro.dunning.parties import Book, Creditor
from cobro.intake.book_csv import read_book
from cobro.intake.problem import BadInput
from cobro.ledger.work import Rules
from cobro.rulebook import UnknownPolicy


def sound_book(file: Path, creditor: Creditor, rules: Rules, where: str) -> Book:
    """The book, if nothing stands in the way of collecting it; else all mistakes at once.

    Args:
        file: the book, as CSV.
        creditor: who is owed.
        rules: where the creditor's ladder should be.
        where: what a line calls the creditor's data by.
    """
    wrong = list(_about_ladder(creditor, rules, where))
    try:
        book = read_book(file, creditor)
    except BadInput as problems:
        raise Mistake(*str(problems).splitlines(), *wrong) from None
    wrong += _about_terms(creditor, book, where)
    if wrong:
        raise Mistake(*wrong)
    return book


def _about_ladder(creditor: Creditor, rules: Rules, where: str) -> Iterator[str]:
    try:
        rules.policy(creditor.policy)
    except UnknownPolicy as unknown:
        yield f"{where}, {unknown}"
    except BadInput as problems:
        yield from str(problems).splitlines()


def _about_terms(creditor: Creditor, book: Book, where: str) -> Iterator[str]:
    asked: dict[str, str] = {creditor.language: "the creditor's own language"}
    for customer in book.customers:
        asked[customer.language] = f"customer {customer.ref} is written to in it"
    for language, why in sorted(asked.items()):
        if language not in creditor.terms:
            yield f"{where}, terms.{language}: expected one sentence in this language ({why}), got nothing"
