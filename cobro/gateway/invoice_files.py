"""E-invoices as the ledger takes them in: what they say, with the file that says it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from cobro.dunning.parties import Creditor
from cobro.gateway.forms import FormFile
from cobro.intake.einvoice.reading import read_einvoice
from cobro.ledger.einvoices import Brought, InvoiceFile, register_files
from cobro.ledger.ledger import Ledger
from cobro.ledger.papers import NewPaper
from cobro.ledger.work import Work

_PDF = b"%PDF-"


def take_einvoices(
    ledger: Ledger, creditor: Creditor, files: Sequence[FormFile], now: dt.datetime, *, who: str
) -> Brought:
    """Bring in e-invoices of one creditor, all or none, in one transaction.

    Raises:
        BadInput: one cannot be read, or is somebody else's.
        Conflict: an invoice is known with other data.
    """
    read = [as_invoice_file(each.name, each.content, creditor) for each in files]
    with ledger.writing() as session:
        return register_files(Work(session, ledger.rules, now, who), creditor.id, read)


def as_invoice_file(name: str, content: bytes, creditor: Creditor) -> InvoiceFile:
    """One file, read as the creditor's.

    Raises:
        BadInput: it cannot be read, or is somebody else's.
    """
    einvoice = read_einvoice(name, content, creditor)
    media_type = "application/pdf" if _PDF in content[:1024] else "application/xml"
    paper = NewPaper(name, media_type, content)
    credited = tuple(note.event(creditor.id) for note in einvoice.credits)
    return InvoiceFile(paper, einvoice.customer, einvoice.invoices, credited)
