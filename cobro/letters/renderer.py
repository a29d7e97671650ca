"""Writes letters: takes a decided `Letter`, and gives back what is stored and sent as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from cobro.dunning.contact import reference
from cobro.dunning.letter import Letter
from cobro.letters import seven, short
from cobro.letters.error import BadTemplate, Incomplete
from cobro.letters.logo import logo_at
from cobro.letters.mail import Picture, mail
from cobro.letters.payment_code import payment_codes
from cobro.letters.segments import segments
from cobro.letters.shelf import Shelf
from cobro.letters.slots import slots, tidied
from cobro.letters.wording import folded

_SUBJECT = "Subject:"
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True, slots=True)
class Written:
    """An e-mail before it is one: its words, in both forms, and the pictures that the HTML shows."""

    subject: str
    paragraphs: tuple[str, ...]
    text: str
    html: str
    pictures: tuple[Picture, ...]

    @property
    def seen(self) -> str:
        """All that a reader of either form sees."""
        # In HTML a line ends where a tag ends it, wherever the file breaks its lines.
        page = seven.text_of(self.html.replace("\n", " "))
        return f"{self.subject}\n{self.text}\n{page}"


class Letters:
    """Renders the templates of one folder. Safe to use from several threads.

    A letter and a frame make an e-mail; an SMS stands alone. The same `Letter` always gives the same bytes, and no
    clock is read.

    Raises:
        LetterError: the letter does not exist in that language, its template is broken, or what came out lacks one
            of the seven items of R58; the message says which.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._shelf = Shelf(folder)

    def edition(self, language: str) -> str | None:
        """The digest of the words of a language that these letters are written with; None where there are none."""
        found = self._shelf.edition(language)
        return found.digest if found.files else None

    def email(self, letter: Letter) -> bytes:
        """A complete RFC 5322 message with a plain and an HTML form, both of them checked."""
        return self.mailed(letter, self.written(letter))

    def mailed(self, letter: Letter, written: Written) -> bytes:
        """The message of a letter that was written."""
        return mail(tidied(letter), written.subject, written.text, written.html, written.pictures)

    def written(self, letter: Letter) -> Written:
        """The words of the e-mail, both forms of them checked."""
        letter = tidied(letter)
        costs = folded(self._shelf.render(letter, "_costs.txt", slots(letter)))
        logo, codes = _logo(letter), _codes(letter)
        filled = slots(
            letter,
            costs=costs,
            logo=f"cid:{logo.cid(letter)}" if logo else None,
            codes={number: f"cid:{code.cid(letter)}" for number, code in codes.items()},
        )
        subject, paragraphs = _parts(letter, self._shelf.of_letter(letter, ".txt", filled))
        filled |= {"subject": subject, "paragraphs": paragraphs}
        frame = "_notice" if letter.owed else "_frame"
        text = self._shelf.render(letter, f"{frame}.txt", filled)
        html = self._shelf.render(letter, f"{frame}.html", filled)
        for form, seen in (("plain text", text), ("HTML", seven.text_of(html))):
            if lacking := seven.missing(letter, seen, costs):
                raise Incomplete(letter.name, letter.language, form, lacking)
        shown = (picture for picture in (logo, *codes.values()) if picture and f"cid:{picture.cid(letter)}" in html)
        return Written(subject, tuple(paragraphs), text.strip() + "\n", html.strip() + "\n", tuple(shown))

    def sms(self, letter: Letter) -> bytes:
        """A text message on one line, as UTF-8; it ends with the reference of the contact.

        Where naming each of several invoices takes too much room, they are summed up.
        """
        letter = tidied(letter)
        text, summed_up = self._text(letter, summed_up=False), False
        if len(letter.lines) > 1 and segments(text) > short.MOST_SEGMENTS:
            text, summed_up = self._text(letter, summed_up=True), True
        if wrong := short.wrong(letter, text, summed_up=summed_up):
            raise Incomplete(letter.name, letter.language, "text message", wrong)
        return text.encode()

    def unknown_slots(self, letter: Letter, file: str) -> list[str]:
        """The slots in one file of the letter's language that no letter has."""
        return self._shelf.unknown_slots(letter, file, slots(letter) | {"subject": "", "paragraphs": []})

    def _text(self, letter: Letter, *, summed_up: bool) -> str:
        words = self._shelf.of_letter(letter, ".sms", slots(letter) | {"summed_up": summed_up})
        return short.texted(f"{words} (ref {reference(letter.contact)})")


def _parts(letter: Letter, written: str) -> tuple[str, list[str]]:
    """The subject and the paragraphs of a letter. Paragraphs are divided by blank lines."""
    first, _, rest = written.strip().partition("\n")
    subject = folded(first.removeprefix(_SUBJECT))
    paragraphs = [folded(paragraph) for paragraph in _BLANK_LINES.split(rest.strip()) if paragraph.strip()]
    if not first.startswith(_SUBJECT) or not subject or not paragraphs:
        why = f"must begin with a line '{_SUBJECT} ...', followed by the paragraphs of the letter"
        raise BadTemplate(letter.name, letter.language, f"{letter.name}.txt", why)
    return subject, paragraphs


def _logo(letter: Letter) -> Picture | None:
    logo = logo_at(letter.logo) if letter.logo else None
    return Picture("logo", logo.kind, logo.content) if logo else None


def _codes(letter: Letter) -> dict[str, Picture]:
    """The payment codes by invoice number, named by their place in the letter."""
    codes = payment_codes(letter)
    return {number: Picture(f"code-{k}", "png", code) for k, (number, code) in enumerate(codes.items(), start=1)}
