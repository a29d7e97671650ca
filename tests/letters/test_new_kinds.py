"""The word before the due date (R21) and the formal notice, in every language."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from cobro.dunning.letter import Letter
from cobro.letters.error import LetterError
from cobro.letters.renderer import Letters
from cobro.letters.wording import day, money, short_day
from tests.letters.samples import COSTS, LANGUAGES, TEMPLATES, letter, line, seen

LETTERS = Letters(TEMPLATES)
OVERDUE = {
    "ca": ("pendent", "vençud"),
    "de": ("offen", "überfällig"),
    "en": ("outstanding", "overdue", "amount due"),
    "es": ("pendiente", "vencid"),
    "fr": ("à régler", "retard"),
    "pt": ("por pagar", "em aberto", "atras"),
}
"""What is said of an invoice that has fallen due."""


def ahead(language: str, count: int = 1) -> Letter:
    full = letter("before-due", language)
    lines = [dataclasses.replace(line(k), due=full.today + dt.timedelta(days=k)) for k in range(1, count + 1)]
    return dataclasses.replace(full, lines=tuple(lines))


def formal(language: str) -> Letter:
    full = letter("formal-notice", language, (line(1), line(2, "80.00", "GBP")))
    return dataclasses.replace(full, answer_by=full.today + dt.timedelta(days=10))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [1, 3])
def test_a_word_in_advance_says_day_and_amount_and_nothing_of_delay(language: str, count: int) -> None:
    written = ahead(language, count)
    text = LETTERS.sms(written).decode()
    for form in seen(LETTERS.email(written)):
        for row in written.lines:
            assert day(row.due, language) in form
            assert money(row.asked, language) in form
        assert not [word for word in OVERDUE[language] if word in form.lower()]
        for unsaid in (COSTS[language], written.terms, day(written.follow_up, language)):
            assert unsaid not in form
        assert form.count(written.signer.phone) == 2
    assert not [word for word in OVERDUE[language] if word in text]
    assert all(short_day(row.due, language).replace("’", "'") in text for row in written.lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_overdue_invoice_makes_it_a_reminder_again(language: str) -> None:
    mixed = dataclasses.replace(ahead(language), lines=(*ahead(language).lines, line(9)))
    for form in seen(LETTERS.email(mixed)):
        assert mixed.terms in form
        assert day(mixed.follow_up, language) in form


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_formal_notice_awaits_an_answer_until_a_day(language: str) -> None:
    written = formal(language)
    assert written.answer_by
    for form in seen(LETTERS.email(written)):
        assert form.count(day(written.answer_by, language)) == 1
        assert day(written.follow_up, language) not in form
        assert written.terms in form
        assert COSTS[language] not in form  # it is no reminder, and says so of its costs
        assert form.count(written.signer.phone) == 2
    with pytest.raises(LetterError, match="prints a slot that is empty"):
        LETTERS.email(dataclasses.replace(written, answer_by=None))
