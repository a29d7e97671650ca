"""`digest`: what the creditor's people are told in the morning, now and without sending it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from cobro.cli.mistakes import REFUSED, Mistake
from cobro.cli.office import open_office
from cobro.cli.options import AsJson, CreditorId, day
from cobro.cli.screen import print_json, say
from cobro.letters.digest import DigestLetters
from cobro.letters.error import LetterError


def digest(
    on: Annotated[
        dt.date | None,
        typer.Option("--day", metavar="DATE", parser=day, help="The digest of this day, as far as is known now."),
    ] = None,
    whose: Annotated[
        str | None, typer.Option("--for", metavar="NAME", help="What concerns one person of the creditor's file only.")
    ] = None,
    creditor: CreditorId = None,
    as_json: AsJson = False,
) -> None:
    """Print the morning's digest: what fell due, calls of the week, what is overdue or runs out, what failed."""
    with open_office(creditor) as office:
        names = [member.name for member in office.creditor.collectors]
        if whose is not None and whose not in names:
            raise Mistake(f"--for: expected one of {', '.join(names)}, got '{whose}'")
        found = office.ledger.digest(office.creditor.id, office.now, on)
        if whose is not None:
            found = found.of(whose)
        if as_json:
            print_json(found)
            return
        if found.is_empty:
            say(f"Nothing to tell for {found.day}: no e-mail leaves")
            return
        try:
            subject, text = DigestLetters(office.house.settings.templates).words(found)
        except LetterError as error:
            raise Mistake(str(error), code=REFUSED) from None
    say(subject)
    say()
    for line in text.splitlines():
        say(line)
