"""What billing tells: an invoice will come (R7), is there, or says something else now."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError
from sqlalchemy import select

from cobro.dunning.event import InvoiceAnnounced, InvoiceChanged, InvoiceIssued
from cobro.dunning.money import Money
from cobro.dunning.move import Ending
from cobro.dunning.parties import Customer, PaymentMethod
from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.apply_money import take
from cobro.ledger.applying import Kept, Refused, invoice_of, money_of, open_episode_of
from cobro.ledger.case import latest_episode, open_cases
from cobro.ledger.customers import add_customers, bring_up_to_date
from cobro.ledger.moving import open_episode
from cobro.ledger.opening import open_case
from cobro.ledger.work import Work

MISTAKEN = "brought in by mistake"
"""Why a case was cancelled whose invoice should not have come in: issued again, it is collected."""

_NOTHING: dict[str, Any] = {"invoice": None}
"""What stood there before an invoice was new."""


def brought_in(row: t.EventRow) -> bool:
    """Whether an event of an invoice's issue was the one by which it came into the ledger."""
    return row.replaced == _NOTHING


def apply_announced(work: Work, row: t.EventRow, event: InvoiceAnnounced) -> set[int]:
    """Remember what was announced: its issue is held against it, and the desk shows what was not issued."""
    if work.session.get(t.Creditor, event.creditor) is None:
        raise Kept(f"unknown creditor {event.creditor}")
    known = _find(work, event.creditor, event.invoice)
    return {known.id} if known else set()


def apply_issued(work: Work, row: t.EventRow, event: InvoiceIssued) -> set[int]:
    """Take an invoice in, with its customer, and open its case. One that is known must say the same as before."""
    creditor = work.session.get(t.Creditor, event.creditor)
    if creditor is None:
        raise Kept(f"unknown creditor {event.creditor}")
    if event.iban is not None and event.iban not in creditor.value.ibans:
        raise Kept("iban: expected one of the creditor's own accounts")
    customer, touched = _customer(work, row, event)
    known = _find(work, event.creditor, event.invoice)
    if known is not None and _was_mistaken(work, known):
        _issue_again(work, row, known, customer, event)
        return {*touched, known.id}
    if known is not None:
        _check_same(known, customer, event)
        row.reason = "the ledger had it already"
        return {*touched, known.id}
    invoice = t.Invoice(
        creditor_id=event.creditor,
        customer_id=customer.id,
        number=event.invoice,
        issued=event.issued,
        due=event.due,
        total_minor=_total(event).minor,
        applied_minor=0,
        currency=event.currency,
        reference=event.reference or event.invoice,
        method=PaymentMethod(event.method),
        iban=event.iban,
        imported_at=work.now,
    )
    work.session.add(invoice)
    work.session.flush()
    row.replaced = _NOTHING
    open_case(work, invoice)
    if event.paid:
        take(work, row, invoice, Money(event.paid, event.currency))
    row.reason = "; ".join(filter(None, (row.reason, _unlike_announced(work, event))))
    return {*touched, invoice.id}


def _was_mistaken(work: Work, known: t.Invoice) -> bool:
    last = latest_episode(work.session, known.id)
    return last.ending is Ending.CANCELLED and last.ended_for == MISTAKEN


def _issue_again(work: Work, row: t.EventRow, known: t.Invoice, customer: t.Customer, event: InvoiceIssued) -> None:
    """An invoice whose issue was undone comes again, perhaps with other data: it is collected after all."""
    total = _total(event)
    if (known.customer_id, known.currency) != (customer.id, event.currency):
        raise Kept("customer, currency: expected those of the issue that was undone")
    if total.minor < known.applied_minor:
        paid = Money.from_minor(known.applied_minor, known.currency)
        raise Kept(f"amount: expected at least the {paid} that was paid or credited, got {total}")
    known.issued, known.due, known.total_minor = event.issued, event.due, total.minor
    known.reference, known.iban = event.reference or event.invoice, event.iban
    known.method = PaymentMethod(event.method)
    work.session.flush()
    evidence.append(work, known.id, "invoice_changed", total=str(total), issued=event.issued, due=event.due)
    row.replaced = _NOTHING
    if known.open:
        open_episode(work, known, latest_episode(work.session, known.id).k + 1, "issued_again")


def apply_changed(work: Work, row: t.EventRow, event: InvoiceChanged) -> set[int]:
    """Take over what an open invoice says otherwise; what stood there before is kept for whoever undoes it."""
    invoice = invoice_of(work, event.creditor, event.invoice)
    open_episode_of(work, invoice)
    if event.iban is not None and event.iban not in work.session.get_one(t.Creditor, event.creditor).value.ibans:
        raise Kept("iban: expected one of the creditor's own accounts")
    if event.due is not None and event.due < invoice.issued:
        raise Kept(f"due: expected no day before the issue on {invoice.issued}, got {event.due}")
    changes: dict[str, Any] = {}
    if event.amount is not None and event.currency is not None:
        if event.currency != invoice.currency:
            raise Kept(f"currency: invoice {event.invoice} is in {invoice.currency}, got {event.currency}")
        total = money_of(event.amount, event.currency)
        if total.minor < invoice.applied_minor:
            paid = Money.from_minor(invoice.applied_minor, invoice.currency)
            raise Kept(f"amount: expected at least the {paid} that was paid or credited, got {total}")
        changes["total_minor"] = total.minor
    changes |= {field: value for field in ("due", "reference", "iban") if (value := getattr(event, field)) is not None}
    row.replaced = {field: _plain(getattr(invoice, field)) for field in changes}
    for field, value in changes.items():
        setattr(invoice, field, value)
    work.session.flush()
    before = {f"{field}_before": value for field, value in row.replaced.items()}
    evidence.append(work, invoice.id, "invoice_changed", **{k: _plain(v) for k, v in changes.items()}, **before)
    return {invoice.id}


def _find(work: Work, creditor_id: str, number: str) -> t.Invoice | None:
    return work.session.scalars(
        select(t.Invoice).where(t.Invoice.creditor_id == creditor_id, t.Invoice.number == number)
    ).first()


def _customer(work: Work, row: t.EventRow, event: InvoiceIssued) -> tuple[t.Customer, set[int]]:
    """The customer, new or brought up to date, and the open invoices of one about whom something changed."""
    known = work.session.scalars(
        select(t.Customer).where(t.Customer.creditor_id == event.creditor, t.Customer.ref == event.customer)
    ).first()
    if not row.private:
        if known is None:
            raise Kept("customer: expected one that the ledger knows, or the particulars of a new one")
        return known, set()
    value = _particulars(row.private, event.customer)
    if known is None:
        return add_customers(work, event.creditor, [value])[0], set()
    if not bring_up_to_date(work, known, value):
        return known, set()
    return known, {case.invoice.id for case in open_cases(work, known.id)}


def _particulars(private: dict[str, Any], ref: str) -> Customer:
    try:
        return Customer.model_validate({**private, "ref": ref})
    except ValidationError as problem:
        first = problem.errors(include_input=False, include_url=False)[0]
        field = ".".join(map(str, first["loc"]))
        raise Kept(f"customer: {field}: {first['msg']}") from None


def _total(event: InvoiceIssued) -> Money:
    if event.due < event.issued:
        raise Refused(f"due: expected no day before the issue on {event.issued}, got {event.due}")
    if event.paid > event.amount:
        raise Refused(f"paid: expected at most the amount {event.money}, got {event.paid}")
    money_of(event.paid, event.currency)
    return event.money


def _check_same(known: t.Invoice, customer: t.Customer, event: InvoiceIssued) -> None:
    pairs = {
        "customer": (known.customer_id, customer.id),
        "issued": (known.issued, event.issued),
        "due": (known.due, event.due),
        "amount": (known.total, event.money),
        "reference": (known.reference, event.reference or known.reference),
        "iban": (known.iban, event.iban or known.iban),
    }
    for field, (has, came) in pairs.items():
        if has != came:
            said = "another one" if field == "customer" else f"{has}, not {came}"
            raise Kept(f"{field}: the ledger has {said} (a known invoice changes by invoice_changed)")
    applied = Money.from_minor(known.applied_minor, known.currency)
    if Money(event.paid, event.currency) > applied:
        raise Kept(f"paid: the ledger knows of {applied}, not {event.paid} (a payment comes by payment_received)")


def _unlike_announced(work: Work, event: InvoiceIssued) -> str:
    """What differs from the last announcement of the invoice (R7), in words."""
    announced = work.session.scalars(
        select(t.EventRow)
        .where(
            t.EventRow.creditor_id == event.creditor,
            t.EventRow.about == event.invoice,
            t.EventRow.kind == "invoice_announced",
            t.EventRow.status == t.EventStatus.APPLIED,
            t.EventRow.undone_by.is_(None),
        )
        .order_by(t.EventRow.id.desc())
    ).first()
    if announced is None:
        return ""
    said = InvoiceAnnounced.model_validate(announced.body)
    return "" if said.money == event.money else f"announced with {said.money}, issued with {event.money}"


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, int | str) else str(value)
