"""`letters check` and `letters show`: what whoever edits a template is told, and what they see."""

from __future__ import annotations

import shutil
from email import message_from_bytes
from pathlib import Path

import pytest

from cobro.settings import ROOT
from tests.cli.hands import CREDITOR_FILE, Hands


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "templates", tmp_path / "mine"))


def test_the_delivered_letters_have_no_mistake(hands: Hands) -> None:
    assert "10 letters in ca, de, en, es, fr, pt: nothing is missing" in hands.done("letters", "check")
    assert "nothing is missing" in hands.done("letters", "check", "--creditor", str(CREDITOR_FILE))


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            "es/firm.txt",
            "{{ signer.phone }}",
            "{{ signer.fone }}",
            "no slot that ends in '.fone' (did you mean '.phone'",
        ),
        (
            "es/_frame.html",
            "{{ follow_up }}",
            "{{ folow_up }}",
            "there is no slot 'folow_up' (did you mean 'follow_up'",
        ),
        ("en/_frame.txt", "{{ terms }}", "", "the plain text lacks: payment terms and the consequences of delay"),
        ("en/courtesy.sms", "{{ signer.phone }}", "", "the text message lacks: a phone number to call"),
        ("en/courtesy.txt", "Subject:", "Re:", "must begin with a line 'Subject: ...'"),
        ("en/_frame.txt", "{{ customer.contact }}", "{{ customer.contact", "en/_frame.txt has a mistake in line"),
        (
            "en/firm.txt",
            "{{ signer.name }}",
            "{{ signer.name }}{% if not lines %}{{ who }}{% endif %}",
            "firm.txt: there is no slot 'who'",
        ),
        ("es/_invoices.sms", "line.asked", "line.amount", "es/_invoices.sms in line 1 cannot be filled in"),
        ("es/_invoices.sms", "total }}", "totl }}", "there is no slot 'totl' (did you mean 'total"),
    ],
)
def test_a_mistake_is_one_line(hands: Hands, folder: Path, file: str, old: str, new: str, told: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")

    result = hands.type("letters", "check", COBRO_TEMPLATES=str(folder))

    assert result.exit_code == 1
    assert told in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_letter_that_one_language_lacks_is_told(hands: Hands, folder: Path) -> None:
    (folder / "en" / "friendly.txt").unlink()
    for language in ("ca", "de", "fr", "pt"):
        shutil.rmtree(folder / language)
    for language in ("en", "es"):
        (folder / language / "firm.sms").unlink()

    result = hands.type("letters", "check", COBRO_TEMPLATES=str(folder))

    assert result.exit_code == 1
    assert [line.split(" in the folder")[0] for line in result.stderr.splitlines()] == [
        "letter 'firm' in language 'en': there is no en/firm.sms",
        "letter 'friendly' in language 'en': there is no en/friendly.txt",
        "letter 'firm' in language 'es': there is no es/firm.sms",
    ]


def test_a_sample_is_shown_and_written(hands: Hands, tmp_path: Path) -> None:
    shown = hands.done("letters", "show", "friendly", "--language", "en")
    assert shown.startswith("Payment reminder: invoice F2026-0001\n")
    assert "1.210,50 €" in hands.done("letters", "show", "friendly")  # not the code of a space that does not break
    assert "sent as 2 text messages" in hands.done("letters", "show", "friendly", "--language", "en", "--sms")

    mail, page = tmp_path / "a.eml", tmp_path / "a.html"
    mine = ("--creditor", str(CREDITOR_FILE), "--several")
    hands.done("letters", "show", "firm", *mine, "--out", str(mail))
    hands.done("letters", "show", "firm", *mine, "--out", str(page))
    kinds = [part.get_content_type() for part in message_from_bytes(mail.read_bytes()).walk()]
    assert kinds == ["multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png"]
    assert 'src="data:image/png;base64,' in page.read_text(encoding="utf-8")
    assert "cid:" not in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("frim",),
            "LETTER: expected one of before-due, broken-promise, could-not-reach, courtesy, firm, formal-notice, "
            "friendly, plan-confirmed, promise-confirmed, proof-wanted, got 'frim'",
        ),
        (("firm", "--language", "nl"), "--language: expected one of ca, de, en, es, fr, pt, got 'nl'"),
        (("firm", "--out", "x.pdf"), "--out: expected a name that ends in .eml, .html, .txt, got 'x.pdf'"),
        (("firm", "--sms", "--out", "x.eml"), "--out: expected a name that ends in .txt, got 'x.eml'"),
    ],
)
def test_what_cannot_be_shown_is_one_line(hands: Hands, words: tuple[str, ...], told: str) -> None:
    result = hands.type("letters", "show", *words)

    assert result.exit_code == 2
    assert result.stderr == f"{told}\n"
