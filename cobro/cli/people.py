"""`call`, `reply`, `answered`, `repair`, `handoff`, `write-off`, `cancel`: what people at the desk did and decided."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

import typer

from cobro.cli.calling import Brought, log_call
from cobro.cli.mistakes import Mistake
from cobro.cli.office import open_office
from cobro.cli.options import (
    As,
    AsJson,
    CreditorId,
    EventId,
    Every,
    First,
    Instalments,
    InvoiceNumber,
    Note,
    Parts,
    day,
    ident,
    task_number,
)
from cobro.cli.reporting import new_id, report, tell
from cobro.cli.screen import print_json, say
from cobro.cli.silences import Form, Why
from cobro.dunning.event import CallOutcome, PaymentForm, Reason
from cobro.intake import form
from cobro.intake.problem import Unexpected
from cobro.ledger import queries

TaskNumber = Annotated[int, typer.Argument(metavar="TASK", parser=task_number, help="Number of the task on the desk.")]


class To(StrEnum):
    """Where a case may be handed over."""

    LEGAL = "legal"
    AGENCY = "agency"


def call(
    task: TaskNumber,
    outcome: Annotated[CallOutcome, typer.Option("--outcome", help="What came of the call.")],
    reason: Annotated[Reason | None, typer.Option("--reason", help="Why it is unpaid, as the customer says.")] = None,
    back: Annotated[
        dt.date | None,
        typer.Option("--back", metavar="DATE", parser=day, help="With call_back: the day to call again."),
    ] = None,
    numbers: Annotated[
        list[str] | None,
        typer.Option("--invoice", metavar="INVOICE", parser=ident, help="What was spoken of; else all of the call."),
    ] = None,
    promised: Annotated[
        str | None, typer.Option("--promise", metavar="AMOUNT", help="The customer promised so much; with --by.")
    ] = None,
    by: Annotated[
        dt.date | None, typer.Option("--by", metavar="DATE", parser=day, help="Day by which it will come.")
    ] = None,
    pay_form: Form = PaymentForm.TRANSFER,
    disputed: Annotated[
        str | None,
        typer.Option("--dispute", metavar="AMOUNT|all", help="The customer contests so much of one invoice."),
    ] = None,
    instalments: Instalments = None,
    parts: Parts = None,
    every: Every = None,
    first: First = None,
    event_id: EventId = None,
    note: Note = None,
    creditor: CreditorId = None,
    who: As = None,
    as_json: AsJson = False,
) -> None:
    """Log a call from the desk, and what it brought: a promise, a dispute, or a plan."""
    brought = Brought(promised, by, pay_form, disputed, tuple(instalments or ()), parts, every, first)
    with open_office(creditor, who) as office:
        told = log_call(office, new_id("call", event_id), task, outcome, reason, back, numbers or [], brought, note)
        tell(told, as_json=as_json)


def reply(
    whom: Annotated[
        str, typer.Argument(metavar="INVOICE|CUSTOMER", parser=ident, help="What it is about, or who wrote.")
    ],
    text: Annotated[
        str, typer.Option("--text", metavar="TEXT", help="What the customer wrote; it stays in the ledger.")
    ],
    event_id: EventId = None,
    creditor: CreditorId = None,
    who: As = None,
    as_json: AsJson = False,
) -> None:
    """Record that a customer wrote back: nobody writes or calls until it is answered, a few working days at most."""
    with open_office(creditor, who) as office:
        if not text.strip():
            raise Mistake("--text: expected what the customer wrote, got nothing")
        with office.ledger.reading() as session:
            found = queries.find_invoice(session, office.creditor.id, whom)
            number = found.number if found else queries.invoice_to_answer(session, office.creditor.id, whom)
        told = report(office, "reply_received", text, id=new_id("reply", event_id), invoice=number or whom)
        tell([told], as_json=as_json)


def answered(
    task: TaskNumber,
    event_id: EventId = None,
    note: Note = None,
    creditor: CreditorId = None,
    who: As = None,
    as_json: AsJson = False,
) -> None:
    """Take a reply off the desk, answered: the customer's cases go on where they were left."""
    with open_office(creditor, who) as office:
        told = report(office, "reply_handled", note, id=new_id("answered", event_id), task=task)
        tell([told], as_json=as_json)


def repair(
    task: TaskNumber,
    email: Annotated[str | None, typer.Option("--email", metavar="ADDRESS", help="The address that is right.")] = None,
    phone: Annotated[str | None, typer.Option("--phone", metavar="NUMBER", help="The number that is right.")] = None,
    creditor: CreditorId = None,
    who: As = None,
    as_json: AsJson = False,
) -> None:
    """Close a repair: with the corrected address or number, or as it is if nothing more is needed."""
    with open_office(creditor, who) as office:
        with office.ledger.reading() as session:
            found = queries.find_task(session, office.creditor.id, task)
        country = found[1].profile["country"] if found else None
        try:
            mail = form.email(email) if email is not None else None
            number = form.phone(phone, country) if phone is not None else None
        except Unexpected as unexpected:
            field, value = ("--email", email) if "e-mail" in unexpected.expected else ("--phone", phone)
            raise Mistake(f"{field}: expected {unexpected.expected}, got '{value}'") from None
        office.ledger.mend(office.creditor.id, task, office.now, who=office.who, email=mail, phone=number)
        if as_json:
            print_json({"task": task, "email": mail, "phone": number, "by": office.who})
        else:
            say(f"Repaired: task {task} is off the desk; the case goes on where it was left")


def dismiss(
    event: Annotated[str, typer.Argument(metavar="EVENT", parser=ident, help="Id of the event, as 'desk' shows it.")],
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="Why nothing more is to be done; recorded.")],
    creditor: CreditorId = None,
    who: As = None,
    as_json: AsJson = False,
) -> None:
    """Take what was kept, or a credit that was given back, off the desk. It stays in the ledger, with who and why."""
    with open_office(creditor, who) as office:
        if not why.strip():
            raise Mistake("--why: expected a reason, got nothing")
        office.ledger.dismiss(office.creditor.id, event, why.strip(), office.now, who=office.who)
        if as_json:
            print_json({"event": event, "dismissed_for": why.strip(), "by": office.who})
        else:
            say(f"Dismissed: {event} is off the desk, and stays in the ledger")


def handoff(
    number: InvoiceNumber,
    to: Annotated[To, typer.Option("--to", help="Who takes it.")],
    event_id: EventId = None,
    note: Note = None,
    creditor: CreditorId = None,
    who: As = None,
    as_json: AsJson = False,
) -> None:
    """Decide that a case leaves the house: its dossier is delivered into handed-over/, and the case ends."""
    with open_office(creditor, who) as office:
        office.invoice(number)
        told = report(office, "handoff_decided", note, id=new_id("handoff", event_id), invoice=number, to=to.value)
        tell([told], as_json=as_json)


def write_off(
    number: InvoiceNumber,
    reason: Why = Reason.OTHER,
    event_id: EventId = None,
    note: Note = None,
    creditor: CreditorId = None,
    who: As = None,
    as_json: AsJson = False,
) -> None:
    """Give a claim up: the case ends, and money that still comes is taken."""
    with open_office(creditor, who) as office:
        office.invoice(number)
        told = report(office, "written_off", note, id=new_id("write-off", event_id), invoice=number, reason=reason)
        tell([told], as_json=as_json)


def cancel(
    number: InvoiceNumber,
    reason: Why = Reason.OTHER,
    event_id: EventId = None,
    note: Note = None,
    creditor: CreditorId = None,
    who: As = None,
    as_json: AsJson = False,
) -> None:
    """End a case that should not be collected: the invoice was replaced, or issued by mistake."""
    with open_office(creditor, who) as office:
        office.invoice(number)
        told = report(office, "cancelled", note, id=new_id("cancel", event_id), invoice=number, reason=reason)
        tell([told], as_json=as_json)
