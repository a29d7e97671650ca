"""What is owed in writing: it says what was agreed, in either form, and asks for nothing (R35)."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal

import pytest

from cobro.dunning.event import PaymentForm
from cobro.dunning.letter import Agreed, Letter, Part
from cobro.dunning.money import Money
from cobro.letters.error import Incomplete
from cobro.letters.renderer import Letters
from cobro.letters.wording import day, money, short_day
from tests.letters.samples import COSTS, LANGUAGES, OWED, TEMPLATES, letter, line, read, seen

LETTERS = Letters(TEMPLATES)
PARTS = (
    Part(dt.date(2026, 10, 20), Money(Decimal("700"), "EUR")),
    Part(dt.date(2026, 11, 20), Money(Decimal("300.5"), "EUR")),
)


def notice(name: str, language: str, form: PaymentForm = PaymentForm.TRANSFER) -> Letter:
    agreed = {"plan-confirmed": Agreed(PARTS), "promise-confirmed": Agreed(PARTS[:1], form)}.get(name)
    lines = (line(1), dataclasses.replace(line(2), step=""))
    return dataclasses.replace(letter(name, language, lines), owed=True, agreed=agreed)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", OWED)
def test_a_confirmation_says_what_was_agreed_and_asks_for_nothing(name: str, language: str) -> None:
    written = notice(name, language)
    parts = written.agreed.parts if written.agreed else ()
    for form in seen(LETTERS.email(written)):
        for part in parts:
            assert day(part.day, language) in form
            assert money(part.money, language) in form
        for row in written.lines:
            assert row.number in form
            assert money(row.asked, language) not in form
        assert COSTS[language] not in form
        assert written.terms not in form
        assert day(written.follow_up, language) not in form


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", OWED)
def test_a_confirmation_by_text_message_says_the_same(name: str, language: str) -> None:
    written = notice(name, language)
    text = LETTERS.sms(written).decode()
    parts = written.agreed.parts if written.agreed else ()
    for part in parts:
        assert short_day(part.day, language).replace("’", "'") in text
        assert money(part.money, language).replace("\u00a0", " ") in text
    assert all(row.number in text for row in written.lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_of_payment_has_words_of_its_own(language: str) -> None:
    texts = {LETTERS.sms(notice("promise-confirmed", language, form)) for form in PaymentForm}
    assert len(texts) == len(PaymentForm)


def test_a_confirmation_names_the_steps_of_those_that_it_speaks_for() -> None:
    assert read(LETTERS.email(notice("promise-confirmed", "es")))["X-Cobro-Steps"] == "F2026-0001=courtesy"


def test_a_confirmation_without_what_was_agreed_does_not_leave() -> None:
    written = notice("plan-confirmed", "en")
    other = Agreed((Part(dt.date(2026, 12, 24), Money(Decimal("1"), "EUR")),))
    LETTERS.email(written)
    words = LETTERS.sms(written)
    assert words != LETTERS.sms(dataclasses.replace(written, agreed=other))
    with pytest.raises(Incomplete, match="number of every invoice"):
        LETTERS.sms(dataclasses.replace(written, lines=()))
