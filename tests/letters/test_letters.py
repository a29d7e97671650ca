"""What the letters say, in every language and in both forms."""

from __future__ import annotations

import dataclasses
import re
from decimal import Decimal

import pytest

from cobro.dunning.money import Money
from cobro.letters.error import LetterError
from cobro.letters.renderer import Letters
from tests.letters.samples import LANGUAGES, NAMES, TEMPLATES, forms, letter, line, read, seen

# R30, R46, R48, R51: what no letter may say, whoever edits it.
FORBIDDEN = re.compile(
    r"abogad|juzgad|judicial|tribunal|demanda|legal|embarg|moros|último aviso|requerimiento|"
    r"lawyer|solicitor|court\b|lawsuit|bailiff|final notice|last notice|debt collect|warning|"
    r"segundo|tercer|varias veces|second reminder|third reminder|several times|previous reminder",
    re.IGNORECASE,
)


WORDS = {
    "ca": ("ecorda", "els nostres propis proveïdors"),
    "de": ("rinner", "unsere eigenen Lieferanten"),
    "en": ("emind", "our own suppliers"),
    "es": ("ecorda|ecuerda", "nuestros propios proveedores"),
    "fr": ("appel", "nos propres fournisseurs"),
    "pt": ("embr", "nossos próprios fornecedores"),
}
"""How each language calls a reminder (R45), and whom the delay harms (R47)."""


@pytest.fixture(scope="module")
def letters() -> Letters:
    return Letters(TEMPLATES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_the_tone(letters: Letters, name: str, language: str) -> None:
    written = letter(name, language)
    reminder, harm = WORDS[language]
    text = seen(letters.email(written))[0]
    sms = letters.sms(written).decode()

    assert not FORBIDDEN.search(text + sms)
    assert re.search(reminder, str(read(letters.email(written))["Subject"]))
    assert re.search(reminder, sms)
    assert text.count(written.signer.phone) >= 2
    assert text.count(harm) == (0 if name == "courtesy" else 1)


@pytest.mark.parametrize("name", ["firm", "could-not-reach"])
def test_the_third_week_asks_about_a_dispute(letters: Letters, name: str) -> None:
    assert "problem with the goods" in seen(letters.email(letter(name, "en")))[0]
    assert "problema con la mercancía" in seen(letters.email(letter(name, "es")))[0]


@pytest.mark.parametrize("name", NAMES)
def test_one_invoice_or_several(letters: Letters, name: str) -> None:
    one, several = (line(),), (line(1), line(2))

    text = seen(letters.email(letter(name, "en", one)))[0]
    assert "OUTSTANDING INVOICE\n" in text
    assert "invoices" not in text.replace("invoices are payable", "")
    text = seen(letters.email(letter(name, "en", several)))[0]
    assert "OUTSTANDING INVOICES\n" in text
    assert "the invoices below" in text.lower()
    text = seen(letters.email(letter(name, "es", one)))[0]
    assert "FACTURA PENDIENTE\n" in text
    assert "facturas" not in text.replace("las facturas se pagan", "").lower()
    text = seen(letters.email(letter(name, "es", several)))[0]
    assert "FACTURAS PENDIENTES\n" in text
    assert "las facturas que figuran más abajo" in text.lower()


def test_the_subject_lists_the_invoices(letters: Letters) -> None:
    def subject(count: int, language: str) -> str:
        lines = tuple(line(i) for i in range(1, count + 1))
        return str(read(letters.email(letter("courtesy", language, lines)))["Subject"])

    assert subject(1, "es") == "Recordatorio: factura F2026-0001"
    assert subject(2, "es") == "Recordatorio: facturas F2026-0001 y F2026-0002"
    assert subject(3, "en") == "Reminder: invoices F2026-0001, F2026-0002 and F2026-0003"
    assert subject(9, "en").endswith("F2026-0004, F2026-0005…")


def test_two_currencies_are_never_added(letters: Letters) -> None:
    lines = (line(1, "1000.00"), line(2, "500.00", "GBP"), line(3, "210.50"))

    for form in seen(letters.email(letter("firm", "en", lines))):
        text = " ".join(form.replace("\n", " ").split(" "))
        assert re.search(r"Total in EUR:?\s+€1,210\.50", text)
        assert re.search(r"Total in GBP:?\s+£500\.00", text)
        assert "1,710.50" not in text
        assert "1,500.00" not in text


def test_a_part_of_an_invoice_is_told_from_its_total(letters: Letters) -> None:
    part = line(1, "500.00", total="1210.50")

    for form in seen(letters.email(letter("courtesy", "es", (part,)))):
        assert "Importe de la factura: 1.210,50\u00a0€" in form
    assert "Importe de la factura" not in seen(letters.email(letter()))[0]


def test_each_language_writes_amounts_and_dates_its_own_way(letters: Letters) -> None:
    for form in seen(letters.email(letter("courtesy", "es"))):
        assert "1.210,50\u00a0€" in form
        assert "2 de septiembre de 2026" in form
    for form in seen(letters.email(letter("courtesy", "en", (line(1, "1210.50", "GBP"),)))):
        assert "£1,210.50" in form
        assert "2 September 2026" in form


def test_payments_are_known_up_to_a_day(letters: Letters) -> None:
    assert "recibidos hasta el 4 de octubre de 2026" in seen(letters.email(letter()))[1]


def test_a_promise_is_named_by_its_day(letters: Letters) -> None:
    broken = letter("broken-promise", "en")
    assert "agreed with you for 2 October 2026" in seen(letters.email(broken))[0]

    with pytest.raises(LetterError, match="prints a slot that is empty"):
        letters.email(dataclasses.replace(broken, promised_for=None))


def test_markup_in_a_name_is_text(letters: Letters) -> None:
    full = letter()
    odd = dataclasses.replace(full, customer=dataclasses.replace(full.customer, name="<b>x</b> & {{ 7*7 }}"))

    plain, html = forms(letters.email(odd))

    assert "<b>x</b> & {{ 7*7 }}" in plain
    assert "<b>x</b>" not in html
    assert "&lt;b&gt;x&lt;/b&gt; &amp; {{ 7*7 }}" in html


def test_a_line_break_in_a_value_starts_no_paragraph(letters: Letters) -> None:
    full = letter()
    odd = dataclasses.replace(
        full,
        customer=dataclasses.replace(full.customer, name="Bahía\n\nPague\u2028a otra\u202e cuenta"),
        lines=(dataclasses.replace(line(), number="F-1\r\nTotal: 0"),),
    )

    assert "Para: Bahía Pague a otra cuenta\n" in forms(letters.email(odd))[0]
    assert "Factura F-1 Total: 0\n" in forms(letters.email(odd))[0]


def test_the_html_loads_nothing(letters: Letters) -> None:
    html = forms(letters.email(letter()))[1]
    assert not re.search(r"https?://|@import|url\(|<link|<script", html)
    assert all(source.startswith("cid:") for source in re.findall(r'src="([^"]*)"', html))


def test_amounts_are_never_rounded_for_the_language(letters: Letters) -> None:
    dinars = letter("courtesy", "en", (dataclasses.replace(line(), asked=Money(Decimal("1.25"), "RSD")),))

    assert "RSD\u00a01.25" in seen(letters.email(dinars))[0]
