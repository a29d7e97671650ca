"""`letters review` and `letters reviews`: a language leaves by a real provider once somebody has read its letters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from cobro.cli.letter_forms import page_of, words_of
from cobro.cli.mistakes import REFUSED, Mistake
from cobro.cli.office import Office, open_office
from cobro.cli.options import As, AsJson, CreditorId
from cobro.cli.screen import moment, print_json, say, show_table
from cobro.dunning.formal import is_formal
from cobro.ledger import tables as t
from cobro.ledger.languages import reviews_of
from cobro.letters.error import LetterError
from cobro.letters.proofreading import languages_in, letters_in
from cobro.letters.sample import Sample, samples


@dataclass(frozen=True)
class _Shown:
    """One letter as a customer would get it."""

    sample: Sample
    sms: bool
    content: bytes

    @property
    def title(self) -> str:
        return f"{self.sample.letter.name}: {'text message' if self.sms else 'e-mail'} about {self.sample.about}"

    @property
    def files(self) -> Iterator[tuple[str, str]]:
        """What the files of it are called, and what stands in them."""
        parts = (self.sample.letter.name, self.sample.mark, "sms" if self.sms else "")
        stem = "-".join(filter(None, parts))
        yield f"{stem}.txt", words_of(self.content, sms=self.sms)
        if not self.sms:
            yield f"{stem}.html", page_of(self.content)


@dataclass(frozen=True)
class _Line:
    """Where a language stands: reviewed by whom, and whether its letters are the same since."""

    language: str
    reviewed_by: str | None
    reviewed_at: dt.datetime | None
    now: str


def review(
    language: Annotated[str, typer.Argument(metavar="LANGUAGE", help="Two letters, as the folder of its letters.")],
    creditor: CreditorId = None,
    who: As = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FOLDER", help="Write the letters as files, with their pages for a browser."),
    ] = None,
) -> None:
    """Show every letter of a language in the creditor's name, and record who was shown them, when and in which form.

    From then on customers of that language get them from a real provider, until a letter of it is changed.
    """
    with open_office(creditor, who) as office:
        folder = office.house.settings.templates
        if language not in languages_in(folder):
            raise Mistake(f"LANGUAGE: expected one of {', '.join(languages_in(folder))}, got '{language}'")
        shown, digest = _letters(office, folder, language), office.house.letters.edition(language)
        assert digest is not None  # the folder is there
        if out is None:
            for each in shown:
                say(f"===== {each.title}")
                for line in words_of(each.content, sms=each.sms).splitlines():
                    say(line)
                say()
        else:
            out.mkdir(parents=True, exist_ok=True)
            for name, content in (file for each in shown for file in each.files):
                (out / name).write_text(content, encoding="utf-8")
            say(f"Written: {len(shown)} letters in {out}")
        own = office.creditor.language
        if language not in office.creditor.terms:
            say(f"Your terms have no sentence in '{language}': the one in '{own}' stands in these letters.")
        office.ledger.review_language(office.creditor.id, language, digest, office.now, who=office.who)
        say(
            f"Recorded: {office.who} was shown the letters in '{language}' of {office.creditor.id} (form {digest[:12]})"
        )


def show_reviews(creditor: CreditorId = None, as_json: AsJson = False) -> None:
    """Tell who has reviewed which language, and whether its letters were changed since."""
    with open_office(creditor) as office, office.ledger.reading() as session:
        rows = reviews_of(session, office.creditor.id)
        lines = [line for language in _languages(office, rows) for line in _lines(office, language, rows)]
    if as_json:
        print_json({"creditor": office.creditor.id, "languages": lines})
        return
    table = [(each.language, each.reviewed_by or "", moment(each.reviewed_at), each.now) for each in lines]
    show_table(f"Languages of {office.creditor.id}", ("language", "reviewed by", "when", "now"), table)


def _letters(office: Office, folder: Path, language: str) -> list[_Shown]:
    """Every letter in each of the cases that have words of their own; a mistake where one cannot be written."""
    letters, shown, wrong = office.house.letters, [], []
    for name in letters_in(folder):
        for each in samples(name, language, office.creditor):
            try:
                shown.append(_Shown(each, False, letters.email(each.letter)))
                if not is_formal(name):
                    shown.append(_Shown(each, True, letters.sms(each.letter)))
            except LetterError as error:
                wrong.append(str(error))
    if wrong:
        raise Mistake(*dict.fromkeys(wrong), code=REFUSED)
    return shown


def _languages(office: Office, rows: Sequence[t.LanguageReview]) -> list[str]:
    """Those that there are letters in, and those that were reviewed once."""
    return sorted({*languages_in(office.house.settings.templates), *(row.language for row in rows)})


def _lines(office: Office, language: str, rows: Sequence[t.LanguageReview]) -> Iterator[_Line]:
    digest = office.house.letters.edition(language)
    of_language = [row for row in rows if row.language == language]
    for row in of_language:
        now = "as it was reviewed" if row.digest == digest else "changed since" if digest else "no letters any more"
        yield _Line(language, row.reviewed_by, row.reviewed_at, now)
    if not of_language:
        own = language == office.creditor.language
        yield _Line(language, None, None, "your own language, needs no review" if own else "not reviewed")
