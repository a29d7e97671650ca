"""`import`: a book of unpaid invoices comes in, whole or not at all."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from cobro.cli.mistakes import Mistake
from cobro.cli.office import login, opened_house
from cobro.cli.options import As, AsJson
from cobro.cli.reporting import DONE_BY
from cobro.cli.screen import plain, print_json, say
from cobro.cli.soundness import sound_book
from cobro.clock import MachineClock
from cobro.dunning.parties import Book, Creditor
from cobro.house import House
from cobro.intake.book_csv import read_book
from cobro.intake.creditor_yaml import read_creditor
from cobro.intake.text_file import read_text
from cobro.ledger import queries
from cobro.ledger.registering import Registered, register_book, register_creditor
from cobro.ledger.work import Work
from cobro.rulebook import Rulebook
from cobro.settings import Settings

_SHOWN = 6


def import_book(
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="The book: docs/book.md tells its columns.")],
    creditor_file: Annotated[
        Path | None,
        typer.Option(
            "--creditor",
            metavar="FILE.yaml",
            help="Who is owed. Needed the first time, and when something in it has changed.",
        ),
    ] = None,
    who: As = None,
    as_json: AsJson = False,
) -> None:
    """Bring in a book of unpaid invoices. The same book again changes nothing; on any mistake, nothing is changed."""
    if creditor_file is not None:
        creditor = read_creditor(creditor_file)
        book = sound_book(file, creditor, Rulebook(Settings().policies), creditor_file.name)
    with opened_house() as house:
        if creditor_file is None:
            creditor = _known_creditor(house, file)
            rules = Rulebook(house.settings.policies)
            book = sound_book(file, creditor, rules, f"creditor {creditor.id}")
        brought = _bring_in(house, creditor if creditor_file else None, book, login(who))
        with house.ledger.reading() as session:
            lines = queries.cases(session, creditor.id, numbers={invoice.number for invoice in book.invoices})
    if as_json:
        print_json({"creditor": creditor.id, **plain(brought), "cases": lines})
    else:
        _say(creditor, brought, lines)


def _bring_in(house: House, creditor: Creditor | None, book: Book, who: str) -> Registered:
    """One transaction for creditor and book: a book that contradicts the ledger leaves both as they were."""
    with house.ledger.writing() as session:
        work = Work(session, Rulebook(house.settings.policies), MachineClock().now(), who)
        if creditor is not None:
            register_creditor(work, creditor)
        return register_book(work, book)


def _known_creditor(house: House, file: Path) -> Creditor:
    """The ledger's creditor whose id stands in the first row of the book."""
    first = _first_creditor(read_text(file))
    with house.ledger.reading() as session:
        known = {row.id: row.value for row in queries.creditors(session)}
    if first in known:
        return known[first]
    if known and not first:
        # No creditor can be read from it: the reader tells all that is wrong with the file.
        read_book(file, next(iter(known.values())))
    named = f"creditor '{first}'" if first else "creditor"
    copy = "examples/creditor.yaml is one to copy"
    raise Mistake(f"--creditor: expected a file about {named}, whom the ledger does not know ({copy})")


def _first_creditor(text: str) -> str:
    try:
        row = next(csv.DictReader(io.StringIO(text, newline="")), {})
    except csv.Error:
        return ""
    return (row.get("creditor") or "").strip()


def _say(creditor: Creditor, brought: Registered, lines: list[queries.CaseLine]) -> None:
    known = f", {brought.known} known already" if brought.known else ""
    say(f"Brought in for {creditor.name}: {brought.invoices} invoices of {brought.customers} customers{known}")
    moves = [line.next for line in lines if line.next is not None]
    days = Counter((move.at.date(), DONE_BY[move.do]) for move in moves)
    if days:
        say("What comes next:")
    for (day, what), count in sorted(days.items())[:_SHOWN]:
        say(f"  {day:%a %d %b %Y}: {what} about {count} invoice{'s' if count > 1 else ''}")
    if len(days) > _SHOWN:
        say(f"  and more, on {len(days) - _SHOWN} other days: see 'python3 starter.py list'")
    say("Let it run with 'python3 starter.py up'.")
