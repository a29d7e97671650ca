"""What an editor can get wrong, and what the program answers."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from cobro.letters.error import BadTemplate, LetterError, NoTemplate
from cobro.letters.renderer import Letters
from tests.letters.samples import LANGUAGES, NAMES, OWED, TEMPLATES, letter


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))


def test_every_language_has_every_letter() -> None:
    expected = {f"{name}{ending}" for name in (*NAMES, *OWED, "before-due") for ending in (".txt", ".sms")}
    expected |= {"_frame.txt", "_frame.html", "_costs.txt", "_invoices.sms"}
    expected |= {"formal-notice.txt", "_notice.txt", "_notice.html", "_form.txt", "_numbers.sms", "_parts.sms"}

    for language in LANGUAGES:
        # The digest is for the creditor's own people: a language that has none gets the English one.
        assert {file.name for file in (TEMPLATES / language).iterdir()} - {"_digest.txt"} == expected


@pytest.mark.parametrize(
    ("name", "language"),
    [("no-such", "es"), ("courtesy", "nl"), ("_frame", "es"), ("../es/courtesy", "es"), ("courtesy", "../es")],
)
def test_a_letter_that_nobody_wrote(name: str, language: str) -> None:
    odd = dataclasses.replace(letter(), name=name, language=language)

    for write in (Letters(TEMPLATES).email, Letters(TEMPLATES).sms):
        with pytest.raises(NoTemplate) as refused:
            write(odd)
        for part in (name, language, str(TEMPLATES)):
            assert part in str(refused.value)
        assert "\n" not in str(refused.value)


def test_a_missing_frame_is_named(folder: Path) -> None:
    (folder / "es" / "_frame.html").unlink()

    with pytest.raises(NoTemplate, match=r"es/_frame\.html"):
        Letters(folder).email(letter())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("Asunto: x\n\ny", "must begin with a line 'Subject: ...'"),
        ("Subject:\n\ny", "must begin with a line"),
        ("Subject: x\n\n", "must begin with a line"),
        ("", "must begin with a line"),
        (
            "Subject: x\n\n{{ custommer.name }}",
            r"courtesy\.txt in line 3 cannot be filled in: there is no slot 'custommer' \(did you mean 'customer'\?\)",
        ),
        ("Subject: x\n\n{{ customer.nmae }}", r"there is no slot that ends in '\.nmae' \(did you mean '\.name'\?\)"),
        ("Subject: x\n\n{{ customer.name", "mistake in line 3"),
        ("Subject: x\n\n{{ customer.__class__ }}", "unsafe"),
        ("Subject: x\n\n{{ today + 1 }}", r"cannot be filled in \(TypeError\)"),
        ("Subject: x\n\n{{ 10 ** 10 ** 2 // 0 }}", r"cannot be filled in \(ZeroDivisionError\)"),
    ],
)
def test_a_broken_template_says_what_to_mend(folder: Path, content: str, said: str) -> None:
    (folder / "es" / "courtesy.txt").write_text(content, encoding="utf-8")

    with pytest.raises(BadTemplate, match=said) as refused:
        Letters(folder).email(letter())

    assert "es/courtesy.txt" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_file_in_another_encoding_is_named(folder: Path) -> None:
    (folder / "es" / "courtesy.txt").write_bytes("Subject: Según\n\nÑ".encode("latin-1"))

    with pytest.raises(BadTemplate, match=r"es/courtesy\.txt is not saved as UTF-8"):
        Letters(folder).email(letter())


def test_windows_editors_do_no_harm(folder: Path) -> None:
    file = folder / "es" / "courtesy.txt"
    text = file.read_text(encoding="utf-8")
    file.write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))

    assert Letters(folder).email(letter()) == Letters(TEMPLATES).email(letter())


def test_a_running_worker_keeps_its_words(folder: Path) -> None:
    letters = Letters(folder)
    before = letters.email(letter())
    (folder / "es" / "courtesy.txt").write_text("half an ed", encoding="utf-8")

    assert letters.email(letter()) == before
    with pytest.raises(LetterError):
        Letters(folder).email(letter())


def test_a_folder_in_an_unknown_language_is_refused(folder: Path) -> None:
    shutil.copytree(folder / "es", folder / "xx")

    with pytest.raises(LetterError, match="unknown language"):
        Letters(folder).email(dataclasses.replace(letter(), language="xx"))
