"""`letters check` and `letters show`: for whoever edits the templates, before a customer gets a letter."""

from __future__ import annotations

import base64
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Annotated

import typer

from cobro.cli.mistakes import REFUSED, Mistake
from cobro.cli.screen import say
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
    folder = Settings().templates
    proof = proofread(folder, _creditor(creditor_file), wanted=letters_in(ROOT / "templates"))
    if proof.mistakes:
        raise Mistake(*proof.mistakes, code=REFUSED)
    say(f"{len(proof.names)} letters in {' and '.join(proof.languages)}: nothing is missing. ({folder})")


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
        for line in _words(content, sms=sms).splitlines():
            say(line)
    else:
        out.write_bytes(content if out.suffix == ".eml" else _as_file(content, out.suffix, sms=sms))
        say(f"Written: {out}")
    if sms:
        text = content.decode()
        say(f"({len(text)} characters, sent as {segments(text)} text message{'s' if segments(text) > 1 else ''})")


def _creditor(file: Path | None) -> Creditor | None:
    return read_creditor(file) if file else None


def _written(letters: Letters, letter: Letter, *, sms: bool) -> bytes:
    try:
        return letters.sms(letter) if sms else letters.email(letter)
    except LetterError as error:
        raise Mistake(str(error), code=REFUSED) from None


def _as_file(content: bytes, suffix: str, *, sms: bool) -> bytes:
    return (_page(content) if suffix == ".html" else _words(content, sms=sms)).encode()


def _words(content: bytes, *, sms: bool) -> str:
    """The plain form of a message, under its subject."""
    if sms:
        return content.decode()
    message = _read(content)
    return f"{message['Subject']}\n\n{_body(message, 'plain')}"


def _page(content: bytes) -> str:
    """The HTML with its pictures in it, since a browser has no e-mail to take them from."""
    message = _read(content)
    page = _body(message, "html")
    for part in message.walk():
        if part.get_content_maintype() == "image":
            data = base64.b64encode(part.get_content()).decode()
            source = str(part["Content-ID"]).strip("<>")
            page = page.replace(f"cid:{source}", f"data:{part.get_content_type()};base64,{data}")
    return page


def _read(content: bytes) -> EmailMessage:
    return message_from_bytes(content, policy=default)


def _body(message: EmailMessage, form: str) -> str:
    body = message.get_body((form,))
    return str(body.get_content()).replace("\r\n", "\n") if body else ""
