"""`letters`: check, show and review them; for whoever edits the templates, before a customer gets a letter."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cobro.cli import reviewing
from cobro.cli.letter_forms import page_of, words_of
from cobro.cli.mistakes import REFUSED, Mistake
from cobro.cli.screen import say
from cobro.cli.tone_check import sound_policies
from cobro.dunning.letter import Letter
from cobro.dunning.parties import Creditor
from cobro.intake.creditor_yaml import read_creditor
from cobro.letters.error import LetterError
from cobro.letters.proofreading import languages_in, letters_in, proofread
from cobro.letters.renderer import Letters
from cobro.letters.sample import sample
from cobro.letters.segments import segments
from cobro.settings import ROOT, Settings

commands = typer.Typer(
    no_args_is_help=True, help="The letters: check what was edited, and see what it looks like (docs/letters.md)."
)
_FORMS = (".eml", ".html", ".txt")

CreditorFile = Annotated[
    Path | None,
    typer.Option("--creditor", metavar="FILE.yaml", help="Write as this creditor. An invented one, if not given."),
]


@commands.command()
def check(creditor_file: CreditorFile = None) -> None:
    """Write every letter in every language about invented invoices, and list what is wrong with the templates."""
    settings = Settings()
    folder = settings.templates
    policies = sound_policies(settings.policies)
    proof = proofread(folder, _creditor(creditor_file), letters_in(ROOT / "templates"), policies)
    if proof.mistakes:
        raise Mistake(*proof.mistakes, code=REFUSED)
    written = f"{len(proof.names)} letters in {', '.join(proof.languages)}"
    say(f"{written}: nothing is missing, and the tone is kept. ({folder})")


@commands.command()
def show(
    name: Annotated[str, typer.Argument(metavar="LETTER", help="Its name: that of the file, such as 'friendly'.")],
    language: Annotated[str, typer.Option("--language", metavar="CODE", help="Two letters, as the folder.")] = "es",
    sms: Annotated[bool, typer.Option("--sms", help="The text message, not the e-mail.")] = False,
    several: Annotated[bool, typer.Option("--several", help="About several invoices, not one.")] = False,
    creditor_file: CreditorFile = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="FILE",
            help="Write a file: .eml for a mail program, .html for a browser, .txt for the words alone.",
        ),
    ] = None,
) -> None:
    """Show what one letter makes of an invented case."""
    folder = Settings().templates
    if language not in languages_in(folder):
        raise Mistake(f"--language: expected one of {', '.join(languages_in(folder))}, got '{language}'")
    if name not in letters_in(folder):
        raise Mistake(f"LETTER: expected one of {', '.join(letters_in(folder))}, got '{name}'")
    if out and (out.suffix not in _FORMS or (sms and out.suffix != ".txt")):
        raise Mistake(f"--out: expected a name that ends in {'.txt' if sms else ', '.join(_FORMS)}, got '{out}'")
    letter = sample(name, language, _creditor(creditor_file), several=several)
    content = _written(Letters(folder), letter, sms=sms)
    if out is None:
        for line in words_of(content, sms=sms).splitlines():
            say(line)
    else:
        out.write_bytes(content if out.suffix == ".eml" else _as_file(content, out.suffix, sms=sms))
        say(f"Written: {out}")
    if sms:
        text = content.decode()
        say(f"({len(text)} characters, sent as {segments(text)} text message{'s' if segments(text) > 1 else ''})")


commands.command("review")(reviewing.review)
commands.command("reviews")(reviewing.show_reviews)


def _creditor(file: Path | None) -> Creditor | None:
    return read_creditor(file) if file else None


def _written(letters: Letters, letter: Letter, *, sms: bool) -> bytes:
    try:
        return letters.sms(letter) if sms else letters.email(letter)
    except LetterError as error:
        raise Mistake(str(error), code=REFUSED) from None


def _as_file(content: bytes, suffix: str, *, sms: bool) -> bytes:
    return (page_of(content) if suffix == ".html" else words_of(content, sms=sms)).encode()
