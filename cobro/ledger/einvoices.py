"""Bringing in invoices one file each: with their customers as the file describes them, and the file as evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from cobro.dunning import event as ev
from cobro.dunning import parties
from cobro.dunning.answer import Answer
from cobro.ledger import queries
from cobro.ledger import tables as t
from cobro.ledger.locks import lock_creditor
from cobro.ledger.papers import NewPaper, file_paper
from cobro.ledger.recording import record
from cobro.ledger.registering import Conflict, Contradiction, Registered, register_book
from cobro.ledger.work import Work

_SAID = ("name", "tax_id", "contact", "email", "phone", "address", "country")
"""What an e-invoice says itself of a customer; the rest is inferred, and what the ledger has is better."""


@dataclass(frozen=True, slots=True)
class InvoiceFile:
    """What one file says: invoices of one customer, credit notes, or both; and the file."""

    paper: NewPaper
    customer: parties.Customer
    invoices: tuple[parties.Invoice, ...]
    credits: tuple[ev.CreditIssued, ...] = ()


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of files: the invoices brought in, and the ledger's answer to each credit note."""

    registered: Registered
    credits: tuple[Answer, ...]
    contradictions: tuple[Contradiction, ...] = ()
    """Why files were left out."""


def register_files(work: Work, creditor_id: str, files: Sequence[InvoiceFile], *, skip: bool = False) -> Brought:
    """Add what files of one creditor say, and keep them as papers; the same files again change nothing.

    Args:
        work: the transaction, its moment, and who brings the files.
        creditor_id: whom the ledger knows.
        files: where an invoice is in several, they say the same of it.
        skip: leave out a file that contradicts the ledger, with all that is in it.

    Raises:
        Conflict: an invoice is known with other data.
    """
    lock_creditor(work.session, creditor_id)
    wrong: tuple[Contradiction, ...] = ()
    try:
        with work.attempt():
            registered = register_book(work, _book(work, creditor_id, files))
    except Conflict as conflict:
        if not skip:
            raise
        wrong = conflict.contradictions
        out = {each.invoice for each in wrong}
        files = [file for file in files if not out.intersection(invoice.number for invoice in file.invoices)]
        registered = register_book(work, _book(work, creditor_id, files))
    for file in files:
        _keep(work, creditor_id, file.paper, (invoice.number for invoice in file.invoices))
    answers = []
    for file in files:
        for credit in file.credits:
            answers.append(record(work, credit, source="import"))
            _keep(work, creditor_id, file.paper, credit.invoices)
    return Brought(registered, tuple(answers), wrong)


def _keep(work: Work, creditor_id: str, paper: NewPaper, numbers: Iterable[str]) -> None:
    for number in numbers:
        invoice = queries.find_invoice(work.session, creditor_id, number)
        file_paper(work, creditor_id, invoice.id if invoice else None, paper.name, paper.media_type, paper.content)


def _book(work: Work, creditor_id: str, files: Sequence[InvoiceFile]) -> parties.Book:
    """One book of all files. Of a customer in several, the youngest invoice is believed."""
    customers: dict[str, parties.Customer] = {}
    invoices: dict[str, parties.Invoice] = {}
    asking = [file for file in files if file.invoices]
    for file in sorted(asking, key=lambda file: max(invoice.issued for invoice in file.invoices)):
        row = _known(work, creditor_id, file.customer)
        ref = row.ref if row else file.customer.ref
        before = customers.get(ref) or (_as_told(row) if row else None)
        if before is None:
            customers[ref] = file.customer
        else:
            customers[ref] = _overlaid(before, file.customer) if _is_news(work, creditor_id, file) else before
        for invoice in file.invoices:
            invoices[invoice.number] = invoice.model_copy(update={"customer": ref})
    return parties.Book(creditor=creditor_id, customers=tuple(customers.values()), invoices=tuple(invoices.values()))


def _is_news(work: Work, creditor_id: str, file: InvoiceFile) -> bool:
    """Whether an invoice of the file is new: an old file, brought in again, must not turn an address back."""
    return any(queries.find_invoice(work.session, creditor_id, each.number) is None for each in file.invoices)


def _known(work: Work, creditor_id: str, customer: parties.Customer) -> t.Customer | None:
    """The customer of that number, else the only one with that tax number: a book may have given another number."""
    chosen = select(t.Customer).where(t.Customer.creditor_id == creditor_id)
    by_ref = work.session.scalars(chosen.where(t.Customer.ref == customer.ref)).first()
    if by_ref is not None or customer.tax_id is None:
        return by_ref
    spellings = (customer.tax_id, f"{customer.country}{customer.tax_id}")
    same = work.session.scalars(chosen.where(t.Customer.profile["tax_id"].as_string().in_(spellings))).all()
    return same[0] if len(same) == 1 else None


def _as_told(row: t.Customer) -> parties.Customer:
    """The customer as it was described last, without what was repaired since: that stays, unless it is told anew."""
    return parties.Customer.model_validate(row.profile | (row.mended or {}))


def _overlaid(before: parties.Customer, said: parties.Customer) -> parties.Customer:
    changes = {field: value for field in _SAID if (value := getattr(said, field)) is not None}
    if said.country != before.country or said.region not in (None, before.region):
        changes |= {"region": said.region, "zone": said.zone}
    return before.model_copy(update=changes)
