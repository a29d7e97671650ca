"""Bringing creditors, customers and invoices into the ledger. Bringing in the same again changes nothing."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from cobro.dunning import event as ev
from cobro.dunning import parties
from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.locks import lock_creditor
from cobro.ledger.moving import open_episode
from cobro.ledger.recording import apply_kept, record
from cobro.ledger.work import Work


class Conflict(ValueError):
    """A book says something else than the ledger; nothing was brought in. The message has a line for each case."""


@dataclass(frozen=True, slots=True)
class Registered:
    """What a book brought in."""

    invoices: int
    known: int
    customers: int


def register_creditor(work: Work, creditor: parties.Creditor) -> None:
    """Add a creditor, or bring its data up to date."""
    known = lock_creditor(work.session, creditor.id)
    profile = creditor.model_dump(mode="json")
    if known is None:
        work.session.add(t.Creditor(id=creditor.id, profile=profile))
    elif known.profile != profile:
        known.profile = profile
    work.session.flush()


def register_book(work: Work, book: parties.Book) -> Registered:
    """Add the invoices that the ledger does not have, each with its case, and apply what had come early for them.

    Raises:
        Conflict: an invoice is known with other data. Nothing is changed then, for the transaction is rolled back.
    """
    lock_creditor(work.session, book.creditor)
    customers = {customer.ref: _customer(work, book.creditor, customer) for customer in book.customers}
    conflicts: list[str] = []
    new: set[str] = set()
    for value in book.invoices:
        known = work.session.scalars(
            select(t.Invoice).where(t.Invoice.creditor_id == book.creditor, t.Invoice.number == value.number)
        ).first()
        if known is None:
            new.add(value.number)
            _add(work, book.creditor, customers[value.customer], value)
        elif difference := _difference(known, customers[value.customer], value):
            conflicts.append(f"invoice {value.number}, {difference}")
    if conflicts:
        raise Conflict("\n".join(conflicts))
    apply_kept(work, book.creditor, new)
    return Registered(invoices=len(new), known=len(book.invoices) - len(new), customers=len(customers))


def _customer(work: Work, creditor_id: str, value: parties.Customer) -> t.Customer:
    known = work.session.scalars(
        select(t.Customer).where(t.Customer.creditor_id == creditor_id, t.Customer.ref == value.ref)
    ).first()
    profile = value.model_dump(mode="json")
    if known is None:
        known = t.Customer(creditor_id=creditor_id, ref=value.ref, profile=profile)
        work.session.add(known)
    work.session.flush()
    return known


def _add(work: Work, creditor_id: str, customer: t.Customer, value: parties.Invoice) -> None:
    invoice = t.Invoice(
        creditor_id=creditor_id,
        customer_id=customer.id,
        number=value.number,
        issued=value.issued,
        due=value.due,
        total_minor=value.total.minor,
        applied_minor=0,
        currency=value.currency,
        reference=value.reference,
        method=value.method,
        imported_at=work.now,
    )
    work.session.add(invoice)
    work.session.flush()
    evidence.append(work, invoice.id, "imported", total=str(value.total), issued=value.issued, due=value.due)
    open_episode(work, invoice, 1, "imported")
    if value.paid:
        paid = ev.PaymentReceived(
            id=f"import/{value.number}/paid",
            creditor=creditor_id,
            invoice=value.number,
            amount=value.paid,
            currency=value.currency,
            booked=work.now.date(),
        )
        record(work, paid, source="import")


def _difference(known: t.Invoice, customer: t.Customer, value: parties.Invoice) -> str | None:
    pairs = {
        "customer": (known.customer_id, customer.id),
        "issued": (known.issued, value.issued),
        "due": (known.due, value.due),
        "amount": (known.total, value.total),
        "reference": (known.reference, value.reference),
    }
    for field, (has, came) in pairs.items():
        if has != came:
            return f"{field}: the ledger has {has}, the file {came}"
    return None
