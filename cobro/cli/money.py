"""`pay`, `reverse` and `credit`: money that came, went back, or is no longer asked for."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from cobro.cli.mistakes import Mistake
from cobro.cli.office import Office, open_office
from cobro.cli.options import As, AsJson, CreditorId, EventId, InvoiceNumber, Note, amount, day, reading
from cobro.cli.reporting import new_id, report, tell
from cobro.intake import form
from cobro.ledger import queries

Amount = Annotated[str, typer.Argument(metavar="AMOUNT", help="A decimal like 1210.50.")]
Booked = Annotated[
    dt.date | None,
    typer.Option("--booked", metavar="DATE", parser=day, help="Day on which the money was there. Today, if not given."),
]
Currency = Annotated[
    str | None,
    typer.Option(
        "--currency", metavar="CODE", parser=reading(form.currency), help="The invoice's currency, if not given."
    ),
]


def pay(
    invoice: InvoiceNumber,
    amount_text: Amount,
    booked: Booked = None,
    currency: Currency = None,
    event_id: EventId = None,
    note: Note = None,
    creditor: CreditorId = None,
    who: As = None,
    as_json: AsJson = False,
) -> None:
    """Record money that arrived for an invoice. Never lost: what cannot be applied is kept and stands in 'desk'."""
    with open_office(creditor, who) as office:
        code = currency or _currency(office, invoice)
        told = report(
            office,
            "payment_received",
            note,
            id=new_id("pay", event_id),
            invoice=invoice,
            amount=amount(amount_text, code, "AMOUNT"),
            currency=code,
            booked=booked or office.today,
        )
        tell([told], as_json=as_json)


def credit(
    invoice: InvoiceNumber,
    amount_text: Amount,
    issued: Annotated[
        dt.date | None,
        typer.Option("--issued", metavar="DATE", parser=day, help="Day of the credit note. Today, if not given."),
    ] = None,
    currency: Currency = None,
    event_id: EventId = None,
    note: Note = None,
    creditor: CreditorId = None,
    who: As = None,
    as_json: AsJson = False,
) -> None:
    """Record a credit note: less is owed on the invoice."""
    with open_office(creditor, who) as office:
        code = currency or _currency(office, invoice)
        told = report(
            office,
            "credit_issued",
            note,
            id=new_id("credit", event_id),
            invoice=invoice,
            amount=amount(amount_text, code, "AMOUNT"),
            currency=code,
            issued=issued or office.today,
        )
        tell([told], as_json=as_json)


def reverse(
    invoice: InvoiceNumber,
    payment: Annotated[
        str | None,
        typer.Option("--payment", metavar="ID", help="Id of the payment. The invoice's only one, if not given."),
    ] = None,
    booked: Booked = None,
    event_id: EventId = None,
    note: Note = None,
    creditor: CreditorId = None,
    who: As = None,
    as_json: AsJson = False,
) -> None:
    """Record that the bank took a payment back: it is owed again, and a settled case is collected again."""
    with open_office(creditor, who) as office:
        told = report(
            office,
            "payment_reversed",
            note,
            id=new_id("reverse", event_id),
            invoice=invoice,
            payment=payment or _only_payment(office, invoice),
            booked=booked or office.today,
        )
        tell([told], as_json=as_json)


def _currency(office: Office, number: str) -> str:
    """The invoice's currency; for one that the ledger does not have, the only one of the book."""
    with office.ledger.reading() as session:
        invoice = queries.find_invoice(session, office.creditor.id, number)
        known = queries.currencies(session, office.creditor.id)
    if invoice is not None:
        return invoice.currency
    if len(known) == 1:
        return known[0]
    raise Mistake(f"--currency: expected a currency like EUR, for the ledger has no invoice '{number}'")


def _only_payment(office: Office, number: str) -> str:
    office.invoice(number)
    with office.ledger.reading() as session:
        file = queries.case_file(session, office.creditor.id, number, office.ledger.rules, office.now)
    events = [event for event in (file.events if file else ()) if event["status"] == "applied"]
    undone = {event["body"]["payment"] for event in events if event["kind"] == "payment_reversed"}
    left = [e["id"] for e in events if e["kind"] == "payment_received" and e["id"] not in undone]
    if len(left) != 1:
        known = f"one of {', '.join(left)}" if left else "a payment, and the invoice has none that could be reversed"
        raise Mistake(f"--payment: expected {known}")
    return str(left[0])
