"""`import`: unpaid invoices come in, all of a file or none, or the good ones where the operator says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

import typer
from sqlalchemy import select

from cobro.cli.einvoices import Wanted, are_einvoices, import_einvoices
from cobro.cli.mistakes import PARTLY, Mistake
from cobro.cli.office import login, opened_house
from cobro.cli.options import As, AsJson
from cobro.cli.progress import Counting
from cobro.cli.recipients import read_people, take_down
from cobro.cli.screen import plain, print_json, say
from cobro.cli.soundness import check_creditor, read_sound, whole_book
from cobro.cli.told_of_book import say_brought, say_closings_of_nobody, say_rejected
from cobro.cli.tone_check import refuse_bad_letters_of
from cobro.clock import MachineClock
from cobro.dunning.parties import Book, Creditor
from cobro.house import House
from cobro.intake.book_csv import Reading, Said, first_creditor, read_rows
from cobro.intake.book_row import Row
from cobro.intake.contacts_csv import Named
from cobro.intake.creditor_yaml import read_creditor
from cobro.intake.notation import Days, Decimals
from cobro.intake.rejected import write_rejected
from cobro.ledger import queries
from cobro.ledger import tables as t
from cobro.ledger.registering import Registered, register_book, register_creditor
from cobro.ledger.work import Work
from cobro.rulebook import Rulebook
from cobro.settings import Settings


def import_book(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="A book in CSV (see docs/book.md), or e-invoices and folders of them (docs/einvoices.md).",
        ),
    ],
    creditor_file: Annotated[
        Path | None,
        typer.Option(
            "--creditor",
            metavar="FILE.yaml",
            help="Who is owed ('init' writes the file). Needed the first time, and when something in it has changed.",
        ),
    ] = None,
    decimals: Annotated[
        Decimals | None,
        typer.Option("--decimal", help="What stands before the decimals, where the file does not show it."),
    ] = None,
    days: Annotated[
        Days | None,
        typer.Option("--dates", help="The order of day, month and year, where the file does not show it."),
    ] = None,
    encoding: Annotated[
        Literal["utf-8", "cp1252"],
        typer.Option("--encoding", help="cp1252 is the plain 'CSV' of Windows programs in Western Europe."),
    ] = "utf-8",
    contacts_file: Annotated[
        Path | None,
        typer.Option(
            "--contacts",
            metavar="CONTACTS.csv",
            help="Who is who at the customers: accounts payable, the owner (docs/book.md).",
        ),
    ] = None,
    skip_bad: Annotated[
        bool,
        typer.Option(
            "--skip-bad",
            help=f"Take the good rows or e-invoices; bad rows go to FILE.rejected.csv. The exit code is {PARTLY} then.",
        ),
    ] = False,
    who: As = None,
    as_json: AsJson = False,
) -> None:
    """Bring in unpaid invoices: a book, as Excel exports it, or e-invoices (UBL, CII, Factur-X, Facturae).

    A book shows how it writes: 1.234,50 or 1,234.50, 31/12/2026 or 2026-12-31.
    Where it does not, an error names the option that says it. Nothing is guessed.

    The same book again changes nothing. A later one also updates customers.
    On any mistake nothing is changed (but see --skip-bad).
    """
    if are_einvoices(files):
        if contacts_file is not None:
            raise Mistake("--contacts: expected beside a book in CSV; 'recipient' names a person one by one")
        import_einvoices(files, Wanted(creditor_file, skip_bad, who, as_json))
        return
    if len(files) > 1:
        raise Mistake(f"FILE: expected one book in CSV, or e-invoices, got {len(files)} books")
    (file,) = files
    said = Said(encoding, decimals, days)
    creditor = read_creditor(creditor_file) if creditor_file else None
    if creditor is not None and creditor_file is not None:
        import_ = _Import(file, creditor, Rulebook(Settings().policies), creditor_file.name, said, skip_bad)
        reading, book, bad = import_.read(quiet=as_json)
        refuse_bad_letters_of(creditor, import_.rules, Settings())
    with opened_house() as house:
        if creditor is None:
            owed = _known_creditor(house, file, said)
            import_ = _Import(file, owed, Rulebook(house.settings.policies), f"creditor {owed.id}", said, skip_bad)
            reading, book, bad = import_.read(quiet=as_json)
        people = read_people(contacts_file, book, import_.creditor, house.ledger, encoding) if contacts_file else []
        with Counting("bringing in", len(book.invoices), quiet=as_json) as counting:
            brought, rejected, named = _bring_in(
                house, creditor, book, people, login(who), _Bad(file, reading, bad) if skip_bad else None, counting.one
            )
        with house.ledger.reading() as session:
            lines = queries.cases(session, book.creditor, numbers={invoice.number for invoice in book.invoices})
            known = set(session.scalars(select(t.Customer.ref).where(t.Customer.creditor_id == book.creditor)))
    count = len(bad) + len(brought.contradictions)
    if as_json:
        about = {"rejected": count, "rejected_file": str(rejected) if rejected else None}
        told = {"contacts": {"in_file": len(people), "changed": named}} if contacts_file else {}
        print_json({"creditor": book.creditor, **plain(brought), **told, **about, "cases": lines})
    else:
        if contacts_file is not None:
            say(f"Contacts at customers: {len(people)} in {contacts_file.name}, {named} of them new or changed")
        if creditor is not None:
            say_closings_of_nobody(creditor, known)
        say_brought(import_.creditor, brought, lines)
    if rejected is not None:
        if not as_json:
            say_rejected(reading.said, count, rejected)
        raise typer.Exit(PARTLY)


@dataclass(frozen=True)
class _Import:
    """One file to be read against one creditor. `where` is what a line calls the creditor's data by."""

    file: Path
    creditor: Creditor
    rules: Rulebook
    where: str
    said: Said
    skip_bad: bool

    def read(self, *, quiet: bool) -> tuple[Reading, Book, list[Row]]:
        """The book, and the rows that are put aside (none, unless bad rows are skipped)."""
        today = MachineClock().now().astimezone(ZoneInfo(self.creditor.zone)).date()
        with Counting("reading", None, quiet=quiet) as counting:
            reading, wrong = read_sound(
                self.file, self.creditor, self.rules, self.where, said=self.said, today=today, each=counting.at
            )
        if not self.skip_bad:
            return reading, whole_book(reading, self.creditor, self.where, wrong), []
        book, bad = reading.good()
        check_creditor(self.creditor, book, self.where, wrong)
        return reading, book, bad


@dataclass(frozen=True)
class _Bad:
    """The rows of a file that are put aside before the ledger has seen any."""

    file: Path
    reading: Reading
    rows: list[Row]


def _bring_in(
    house: House,
    creditor: Creditor | None,
    book: Book,
    people: Sequence[Named],
    who: str,
    bad: _Bad | None,
    each: Callable[[], None],
) -> tuple[Registered, Path | None, int]:
    """One transaction for creditor, book and contacts: a book that contradicts the ledger leaves all as they were.

    The rows that are put aside are written before it ends: where that cannot be done, nothing is brought in.
    """
    with house.ledger.writing() as session:
        work = Work(session, Rulebook(house.settings.policies), MachineClock().now(), who)
        if creditor is not None:
            register_creditor(work, creditor)
        brought = register_book(work, book, skip=bad is not None, each=each)
        named = take_down(work, book.creditor, people)
        if bad is None:
            return brought, None, named
        contradicting = {each.invoice: each for each in brought.contradictions}
        rows = list(bad.rows)
        for row, _, invoice in bad.reading.found:
            if (wrong := contradicting.get(invoice.number)) and not row.problems:
                row.complain(wrong.field, wrong.expected)
                rows.append(row)
        rows.sort(key=lambda row: row.line)
        return brought, write_rejected(bad.file, bad.reading, rows) if rows else None, named


def _known_creditor(house: House, file: Path, said: Said) -> Creditor:
    """The ledger's creditor whose id stands in the first row of the book."""
    first = first_creditor(file, said)
    with house.ledger.reading() as session:
        known = {row.id: row.value for row in queries.creditors(session)}
    if first in known:
        return known[first]
    if known and not first:
        # No creditor can be read from it: the reader tells all that is wrong with the file.
        read_rows(file, next(iter(known.values())), said=said).whole()
    named = f"creditor '{first}'" if first else "creditor"
    copy = "'python3 starter.py init' writes one"
    raise Mistake(f"--creditor: expected a file about {named}, whom the ledger does not know ({copy})")
