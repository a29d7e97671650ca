"""Whatever the invoices are, a letter is complete or is refused."""

from __future__ import annotations

import dataclasses
import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from cobro.dunning.letter import Line
from cobro.dunning.money import Money, totals
from cobro.letters.error import LetterError
from cobro.letters.renderer import Letters
from cobro.letters.segments import segments
from cobro.letters.seven import missing
from cobro.letters.short import texted
from cobro.letters.wording import money
from tests.letters.samples import COSTS, LANGUAGES, NAMES, TEMPLATES, letter, seen

LETTERS = Letters(TEMPLATES)

CURRENCIES = st.sampled_from(("EUR", "GBP", "USD", "JPY", "KWD", "RSD", "CHF", "MXN", "ZZZ"))
DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31))
MONEY = st.builds(Money.from_minor, st.integers(1, 10**13), CURRENCIES)
LINES = st.builds(
    Line,
    number=st.from_regex(r"[A-Z0-9][A-Z0-9/.-]{0,12}", fullmatch=True),
    issued=DAYS,
    due=DAYS,
    total=MONEY,
    asked=MONEY,
    reference=st.from_regex(r"[A-Z0-9]{1,20}", fullmatch=True),
    step=st.just("courtesy"),
    iban=st.sampled_from(("ES9121000418450200051332", "ES7921000813610123456789")),
    by_transfer=st.booleans(),
)


@settings(deadline=None, max_examples=50)
@given(lines=st.lists(LINES, max_size=8).map(tuple), name=st.sampled_from(NAMES), language=st.sampled_from(LANGUAGES))
def test_a_letter_is_complete_or_refused(lines: tuple[Line, ...], name: str, language: str) -> None:
    written = letter(name, language, lines)
    try:
        content = LETTERS.email(written)
    except LetterError:
        assert not lines
        return
    for form in seen(content):
        assert missing(written, form, COSTS[language]) == ()
        for total in written.totals:
            assert money(total, language) in form


@settings(deadline=None, max_examples=50)
@given(lines=st.lists(LINES, min_size=1, max_size=8).map(tuple), language=st.sampled_from(LANGUAGES))
def test_any_text_message_says_every_amount(lines: tuple[Line, ...], language: str) -> None:
    text = LETTERS.sms(letter("courtesy", language, lines)).decode()
    each = all(texted(money(row.asked, language)) in text for row in lines)
    total = all(texted(money(all_of, language)) in text for all_of in totals(row.asked for row in lines))
    assert each or total
    assert segments(text) <= 3


@settings(deadline=None, max_examples=50)
@given(text=st.text(max_size=60), language=st.sampled_from(LANGUAGES))
def test_any_text_is_complete_or_refused(text: str, language: str) -> None:
    full = letter("courtesy", language)
    odd = dataclasses.replace(
        full,
        terms=text,
        signer=dataclasses.replace(full.signer, name=text),
        lines=(dataclasses.replace(full.lines[0], number=text, reference=text),),
    )
    try:
        forms = seen(LETTERS.email(odd))
    except LetterError:
        return
    for form in forms:
        assert missing(odd, form, COSTS[language]) == ()
