"""`import` of e-invoices: files and folders of them, all or none, or the good ones where the operator says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import typer

from cobro.cli.mistakes import PARTLY, Mistake
from cobro.cli.office import login, opened_house
from cobro.cli.progress import Counting
from cobro.cli.screen import complain, plain, print_json
from cobro.cli.soundness import check_creditor, ladder
from cobro.cli.told_of_book import say_brought, say_credits, say_left_out
from cobro.cli.tone_check import refuse_bad_letters_of
from cobro.clock import MachineClock
from cobro.dunning.parties import Book, Creditor, Invoice
from cobro.house import House
from cobro.intake.creditor_yaml import read_creditor
from cobro.intake.einvoice.claims import CreditNote
from cobro.intake.einvoice.found import Found
from cobro.intake.einvoice.reading import EInvoice, einvoice_of, is_of, open_einvoice
from cobro.intake.einvoice.xml_tree import check_size
from cobro.intake.problem import BadInput, Problem
from cobro.ledger import queries
from cobro.ledger.einvoices import Brought, InvoiceFile, register_files
from cobro.ledger.papers import NewPaper
from cobro.ledger.registering import register_creditor
from cobro.ledger.work import Work
from cobro.rulebook import Rulebook
from cobro.settings import Settings

_MEDIA_TYPES = {".xml": "application/xml", ".xsig": "application/xml", ".pdf": "application/pdf"}
"""What the name of an e-invoice ends in."""


@dataclass(frozen=True)
class Wanted:
    """What the operator asks for, beside the files."""

    creditor_file: Path | None
    skip_bad: bool
    who: str | None
    as_json: bool


@dataclass
class _Batch:
    """The files of one import: those that could be read, and why the others could not."""

    contents: dict[Path, bytes] = field(default_factory=dict)
    found: dict[Path, Found] = field(default_factory=dict)
    good: dict[Path, EInvoice] = field(default_factory=dict)
    refused: dict[Path, list[str]] = field(default_factory=dict)

    @property
    def reasons(self) -> list[str]:
        return [line for path in sorted(self.refused) for line in self.refused[path]]

    def refuse(self, path: Path, reasons: Sequence[str]) -> None:
        self.good.pop(path, None)
        self.refused.setdefault(path, []).extend(reasons)

    def read_for(self, creditor: Creditor) -> None:
        """Read what was found as the creditor's."""
        for path, found in self.found.items():
            try:
                self.good[path] = einvoice_of(found, creditor)
            except BadInput as problems:
                self.refuse(path, str(problems).splitlines())
        for path, reason in list(self._at_odds()):
            self.refuse(path, [reason])

    def _at_odds(self) -> Iterator[tuple[Path, str]]:
        """Files that say different things of the same invoice. The same one as XML and as PDF is one."""
        first: dict[str, Path] = {}
        for path, einvoice in self.good.items():
            for number, value in _by_number(einvoice).items():
                other = first.setdefault(number, path)
                if _by_number(self.good[other])[number] != value:
                    expected = "to be the only one about this number, or to say the same as {}"
                    yield path, str(Problem(str(path), "number", number, expected.format(other)))
                    yield other, str(Problem(str(other), "number", number, expected.format(path)))


def are_einvoices(paths: Sequence[Path]) -> bool:
    """Whether any of them is a folder or an e-invoice by its name; else they are books."""
    return any(path.is_dir() or path.suffix.lower() in _MEDIA_TYPES for path in paths)


def import_einvoices(paths: Sequence[Path], wanted: Wanted) -> None:
    """Bring in e-invoices of one creditor: the one of the file, or the one in the ledger who is their seller."""
    batch = _open_all(list(dict.fromkeys(_files(paths))), quiet=wanted.as_json)
    creditor = read_creditor(wanted.creditor_file) if wanted.creditor_file else None
    if creditor is not None and wanted.creditor_file is not None:
        rules = Rulebook(Settings().policies)
        _check(batch, creditor, rules, wanted.creditor_file.name, wanted)
        refuse_bad_letters_of(creditor, rules, Settings())
    with opened_house() as house:
        owed = creditor
        if owed is None:
            owed = _seller(house, batch)
            _check(batch, owed, Rulebook(house.settings.policies), f"creditor {owed.id}", wanted)
        brought = _bring_in(house, creditor, owed, batch, wanted)
        numbers = {invoice.number for each in batch.good.values() for invoice in each.invoices}
        with house.ledger.reading() as session:
            lines = queries.cases(session, owed.id, numbers=numbers)
    _tell(owed, batch, brought, lines, wanted)
    if batch.refused:
        raise typer.Exit(PARTLY)


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    ends = ", ".join(_MEDIA_TYPES)
    for path in paths:
        if path.is_dir():
            inside = sorted(each for each in path.iterdir() if each.suffix.lower() in _MEDIA_TYPES and each.is_file())
            if not inside:
                raise Mistake(f"{path}: expected a folder with files that end in {ends}, and there is none in it")
            yield from inside
        elif path.suffix.lower() in _MEDIA_TYPES:
            yield path
        else:
            raise Mistake(f"{path}: expected an e-invoice ({ends}), as the others are; a book in CSV comes alone")


def _open_all(paths: Sequence[Path], *, quiet: bool) -> _Batch:
    batch = _Batch()
    with Counting("reading", len(paths), quiet=quiet) as counting:
        for path in paths:
            try:
                batch.contents[path] = _content(path)
                batch.found[path] = open_einvoice(str(path), batch.contents[path])
            except BadInput as problems:
                batch.refuse(path, str(problems).splitlines())
            counting.one()
    return batch


def _content(path: Path) -> bytes:
    try:
        check_size(str(path), path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise BadInput([Problem(str(path), "", None, f"a file that can be read ({reason})")]) from None


def _seller(house: House, batch: _Batch) -> Creditor:
    """The ledger's creditor who sold what is in the first file that one of them sold."""
    with house.ledger.reading() as session:
        known = [row.value for row in queries.creditors(session)]
    for found in batch.found.values():
        for creditor in known:
            if is_of(found, creditor):
                return creditor
    sellers = sorted({number for found in batch.found.values() for number in found.seller.tax_ids})
    if not sellers:
        raise Mistake(*batch.reasons)
    copy = "'python3 starter.py init' writes one"
    told = f"expected a file about the seller, {' or '.join(sellers)}, whom the ledger does not know ({copy})"
    raise Mistake(*batch.reasons, f"--creditor: {told}")


def _check(batch: _Batch, creditor: Creditor, rules: Rulebook, where: str, wanted: Wanted) -> None:
    """Read the files as the creditor's; a mistake where one is refused and all or none was asked for."""
    _, wrong = ladder(creditor, rules, where)
    batch.read_for(creditor)
    if batch.refused and not (wanted.skip_bad and batch.good):
        raise Mistake(*batch.reasons, *wrong)
    customers = {each.customer.ref: each.customer for each in batch.good.values() if each.invoices}
    check_creditor(creditor, Book(creditor=creditor.id, customers=tuple(customers.values()), invoices=()), where, wrong)


def _bring_in(house: House, new: Creditor | None, owed: Creditor, batch: _Batch, wanted: Wanted) -> Brought:
    """One transaction for creditor and files."""
    files = {path: _as_file(path, batch.contents[path], each, owed) for path, each in batch.good.items()}
    with house.ledger.writing() as session:
        work = Work(session, Rulebook(house.settings.policies), MachineClock().now(), login(wanted.who))
        if new is not None:
            register_creditor(work, new)
        brought = register_files(work, owed.id, list(files.values()), skip=wanted.skip_bad)
    for wrong in brought.contradictions:
        for path, file in files.items():
            if wrong.invoice in {invoice.number for invoice in file.invoices}:
                batch.refuse(path, [f"{path}, {wrong}"])
    return brought


def _as_file(path: Path, content: bytes, einvoice: EInvoice, creditor: Creditor) -> InvoiceFile:
    paper = NewPaper(path.name, _MEDIA_TYPES[path.suffix.lower()], content)
    credited = tuple(note.event(creditor.id) for note in einvoice.credits)
    return InvoiceFile(paper, einvoice.customer, einvoice.invoices, credited)


def _by_number(einvoice: EInvoice) -> dict[str, Invoice | CreditNote]:
    every: list[Invoice | CreditNote] = [*einvoice.invoices, *einvoice.credits]
    return {each.number: each for each in every}


def _tell(creditor: Creditor, batch: _Batch, brought: Brought, lines: list[queries.CaseLine], wanted: Wanted) -> None:
    left_out = [str(problem) for each in batch.good.values() for problem in each.left_out]
    if wanted.as_json:
        refused = [{"file": str(path), "reasons": batch.refused[path]} for path in sorted(batch.refused)]
        about = {"credits": plain(brought.credits), "left_out": left_out, "rejected": len(refused), "refused": refused}
        print_json({"creditor": creditor.id, **plain(brought.registered), **about, "cases": lines})
        return
    say_brought(creditor, brought.registered, lines)
    say_credits(brought.credits)
    say_left_out(left_out)
    if batch.refused:
        count = len(batch.refused)
        complain(f"{count} file{'s were' if count > 1 else ' was'} not brought in:")
        for line in batch.reasons:
            complain(f"  {line}")
