"""Text messages: few words, no link, no account, and a reference at the end."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from cobro.letters.error import Incomplete
from cobro.letters.renderer import Letters
from cobro.letters.segments import segments
from cobro.letters.short import texted
from tests.letters.samples import LANGUAGES, NAMES, TEMPLATES, letter, line

LETTERS = Letters(TEMPLATES)

SUMMED_UP = {
    "ca": ("F2026-0001 i 30 més", "36.315,00 € + 80,00 £", "des del 2 de set. 2026"),
    "de": ("F2026-0001 und 30 weitere", "36.315,00 € + 80,00 £", "ab 02.09.2026"),
    "en": ("F2026-0001 and 30 more", "€36,315.00 + £80.00", "from 2 Sept 2026"),
    "es": ("F2026-0001 y 30 más", "36.315,00 € + 80,00 GBP", "desde 2 sept 2026"),
    "fr": ("F2026-0001 et 30 de plus", "36 315,00 € + 80,00 £GB", "à partir du 2 sept. 2026"),
    "pt": ("F2026-0001 e mais 30", "36 315,00 € + 80,00 £", "desde 02/09/2026"),
}

# GSM 03.38 with its extension: one character outside of it, and the whole message is sent at 70 a part.
GSM = set(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€"
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("count", [1, 2])
def test_every_shipped_text_message(name: str, language: str, count: int) -> None:
    full = letter(name, language, tuple(line(i) for i in range(1, count + 1)))
    text = LETTERS.sms(full).decode()

    assert text.endswith(f": {full.signer.phone} (ref 1A2B3C4D)")
    assert "\n" not in text
    assert "Talleres Ñandu, S.L." in text
    assert "Laura Méndez" in text
    for row in full.lines:
        assert row.number in text
        assert row.due.strftime("%Y") in text
    assert "ES91" not in text
    assert "http" not in text
    assert "www" not in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_the_cheap_alphabet_is_enough(name: str, language: str) -> None:
    text = LETTERS.sms(letter(name, language)).decode()

    assert set(text) <= GSM
    assert len(text) + sum(char in "€[]{}" for char in text) <= 3 * 153


@pytest.mark.parametrize(
    ("written", "sent"),
    [("sol·licitud", "sol.licitud"), ("un œuf", "un oeuf"), ("„so“ – N° 3", '"so" - No 3'), ("l’hàgim", "l'hàgim")],
)
def test_what_other_languages_write_keeps_a_text_message_cheap(written: str, sent: str) -> None:
    assert texted(written) == sent


def test_a_name_that_the_cheap_alphabet_lacks_is_written_in_full() -> None:
    full = letter("courtesy", "en")
    greek = dataclasses.replace(full, creditor=dataclasses.replace(full.creditor, name="Εργαστήρια Ñandú"))

    assert "Εργαστήρια Ñandú" in LETTERS.sms(greek).decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_many_invoices_are_summed_up(language: str) -> None:
    lines = tuple(line(i) for i in range(30, 0, -1))
    text = LETTERS.sms(letter("firm", language, (*lines, line(40, "80.00", "GBP")))).decode()

    assert len(text) <= 3 * 153
    for said in SUMMED_UP[language]:
        assert texted(said) in text


@pytest.mark.parametrize(
    ("text", "count"),
    [
        *(("x" * 160, 1), ("x" * 161, 2), ("x" * 306, 2), ("€" * 80, 1), ("€" * 81, 2)),
        *(("x" * 152 + "€" + "x" * 153, 3), ("á" * 70, 1), ("á" * 71, 2), ("😀" * 67, 3)),
    ],
)
def test_segments_are_counted_as_they_are_paid(text: str, count: int) -> None:
    assert segments(text) == count


def test_singular_and_plural() -> None:
    assert "factura F2026-0001, 1.210,50 €, vencimiento 2 sept 2026." in LETTERS.sms(letter()).decode()
    several = LETTERS.sms(letter("courtesy", "en", (line(1), line(2, "80.00", "GBP")))).decode()
    assert "invoices F2026-0001, €1,210.50, due 2 Sept 2026; F2026-0002, £80.00, due 3 Sept 2026." in several


@pytest.mark.parametrize(
    ("slot", "said"),
    [
        ("{{ creditor.name }}", "the creditor's name"),
        ("{{ signer.phone }}", "a phone number"),
        ("{{ line.number }}", "the number of every invoice"),
        ("{{ line.asked }}", "the amount of every invoice"),
        ("{{ line.due | short }}", "the due date of every invoice"),
    ],
)
def test_a_text_message_that_drops_a_slot_is_refused(tmp_path: Path, slot: str, said: str) -> None:
    with pytest.raises(Incomplete, match=said):
        Letters(_edited(tmp_path, slot, "—")).sms(letter())


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ("{{ lines[0].iban }}", "account number"),
        ("https://pay.example", "a link"),
        ("x" * 400, "sent as 4 text messages"),
    ],
)
def test_a_text_message_that_says_too_much_is_refused(tmp_path: Path, added: str, said: str) -> None:
    with pytest.raises(Incomplete, match=said):
        Letters(_edited(tmp_path, "{{ creditor.name }}", "{{ creditor.name }} " + added)).sms(letter())


def _edited(tmp_path: Path, old: str, new: str) -> Path:
    folder = tmp_path / "templates"
    shutil.copytree(TEMPLATES, folder)
    for file in (folder / "es").glob("*.sms"):
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return folder
