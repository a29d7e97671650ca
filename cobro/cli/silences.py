"""`promise`, `dispute`, `resolve`, `hold` and `resume`: what keeps the ladder quiet, and what lets it go on."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from cobro.cli.mistakes import REFUSED, Mistake
from cobro.cli.office import Office, open_office
from cobro.cli.options import (
    As,
    AsJson,
    CreditorId,
    EventId,
    InvoiceNumber,
    InvoiceNumbers,
    Note,
    amount,
    day,
)
from cobro.cli.reporting import Told, new_id, report, tell
from cobro.dunning.event import PaymentForm, Reason
from cobro.ledger import tables as t
from cobro.ledger.applying import open_sum

Form = Annotated[PaymentForm, typer.Option("--form", help="How the money will come.")]
Why = Annotated[Reason, typer.Option("--reason", help="Why.")]


def promise(
    numbers: InvoiceNumbers,
    by: Annotated[dt.date, typer.Option("--by", metavar="DATE", parser=day, help="Day by which the money will come.")],
    amount_text: Annotated[
        str | None, typer.Option("--amount", metavar="AMOUNT", help="All that is open, if not given.")
    ] = None,
    form: Form = PaymentForm.TRANSFER,
    event_id: EventId = None,
    note: Note = None,
    creditor: CreditorId = None,
    who: As = None,
    as_json: AsJson = False,
) -> None:
    """Record a promise to pay: nobody is reminded until its day, and some banking days after, are over."""
    with open_office(creditor, who) as office:
        invoices = office.invoices(numbers)
        told = report_promise(office, new_id("promise", event_id), invoices, amount_text, by, form, note)
        tell([told], as_json=as_json)


def report_promise(
    office: Office,
    event_id: str,
    invoices: list[t.Invoice],
    amount_text: str | None,
    by: dt.date,
    form: PaymentForm,
    note: str | None = None,
    field: str = "--amount",
) -> Told:
    """Report a promise over invoices in one currency."""
    code = invoices[0].currency
    promised = amount(amount_text, code, field) if amount_text else open_sum(invoices, code).amount
    if not promised:
        raise Mistake(f"INVOICE: nothing is open on {', '.join(i.number for i in invoices)}", code=REFUSED)
    return report(
        office,
        "promise_made",
        note,
        id=event_id,
        invoices=[invoice.number for invoice in invoices],
        amount=promised,
        currency=code,
        pay_by=by,
        form=form,
    )


def dispute(
    number: InvoiceNumber,
    amount_text: Annotated[
        str | None, typer.Argument(metavar="[AMOUNT]", help="What is contested. All that is open, if not given.")
    ] = None,
    reason: Why = Reason.OTHER,
    event_id: EventId = None,
    note: Note = None,
    creditor: CreditorId = None,
    who: As = None,
    as_json: AsJson = False,
) -> None:
    """Record that the customer contests an invoice: what is contested is not asked for, and a person looks into it."""
    with open_office(creditor, who) as office:
        invoice = office.invoice(number)
        contested = amount(amount_text, invoice.currency, "AMOUNT") if amount_text else None
        told = report(
            office,
            "dispute_opened",
            note,
            id=new_id("dispute", event_id),
            invoice=number,
            amount=contested,
            reason=reason,
        )
        tell([told], as_json=as_json)


def resolve(
    number: InvoiceNumber,
    event_id: EventId = None,
    note: Note = None,
    creditor: CreditorId = None,
    who: As = None,
    as_json: AsJson = False,
) -> None:
    """Record that the disputes of an invoice are settled: what remains open is due again."""
    with open_office(creditor, who) as office:
        office.invoice(number)
        told = report(office, "dispute_resolved", note, id=new_id("resolve", event_id), invoice=number)
        tell([told], as_json=as_json)


def hold(
    number: InvoiceNumber,
    until: Annotated[dt.date, typer.Option("--until", metavar="DATE", parser=day, help="The last quiet day.")],
    reason: Why = Reason.OTHER,
    event_id: EventId = None,
    note: Note = None,
    creditor: CreditorId = None,
    who: As = None,
    as_json: AsJson = False,
) -> None:
    """Leave a case in peace up to and including a day."""
    with open_office(creditor, who) as office:
        office.invoice(number)
        told = report(
            office, "hold_placed", note, id=new_id("hold", event_id), invoice=number, until=until, reason=reason
        )
        tell([told], as_json=as_json)


def resume(
    number: InvoiceNumber,
    event_id: EventId = None,
    note: Note = None,
    creditor: CreditorId = None,
    who: As = None,
    as_json: AsJson = False,
) -> None:
    """End a hold early: the ladder goes on where it was left."""
    with open_office(creditor, who) as office:
        office.invoice(number)
        told = report(office, "hold_released", note, id=new_id("resume", event_id), invoice=number)
        tell([told], as_json=as_json)
