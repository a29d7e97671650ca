"""`notice`: a formal letter that a named person approves."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from cobro.cli.office import open_office
from cobro.cli.options import As, AsJson, CreditorId, EventId, InvoiceNumbers, Note, reading, whole
from cobro.cli.reporting import new_id, report, tell
from cobro.dunning.formal import NOTICE_DAYS


def notice(
    numbers: InvoiceNumbers,
    days: Annotated[
        int | None,
        typer.Option(
            "--days",
            metavar="DAYS",
            parser=reading(partial(whole, low=1, high=60)),
            help=f"Calendar days that the customer has to answer ({NOTICE_DAYS}); nobody reminds meanwhile.",
        ),
    ] = None,
    event_id: EventId = None,
    note: Note = None,
    creditor: CreditorId = None,
    who: As = None,
    as_json: AsJson = False,
) -> None:
    """Approve a formal letter about overdue invoices of one customer: it leaves alone, in the first open hour.

    --as names the senior person of the creditor's file who answers for it and signs it.
    """
    with open_office(creditor, who) as office:
        told = report(
            office,
            "formal_notice_approved",
            note,
            id=new_id("notice", event_id),
            invoices=[office.invoice(number).number for number in numbers],
            days=days or NOTICE_DAYS,
        )
        tell([told], as_json=as_json)
