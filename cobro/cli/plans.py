"""`plan`: instalments that were agreed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from cobro.cli.mistakes import Mistake
from cobro.cli.office import Office, open_office
from cobro.cli.options import (
    As,
    AsJson,
    CreditorId,
    EventId,
    Every,
    First,
    Instalments,
    InvoiceNumbers,
    Note,
    Parts,
    amount,
)
from cobro.cli.reporting import Told, new_id, report, tell
from cobro.intake import form
from cobro.intake.problem import Unexpected
from cobro.ledger import tables as t
from cobro.ledger.applying import open_sum

_ONE_WAY = "--instalment DATE=AMOUNT for each one, or --parts, --every and --first together"


def plan(
    numbers: InvoiceNumbers,
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
    """Record agreed instalments: they replace the ladder, and a default brings it back.

    Say each one (--instalment 2026-04-01=150.00 ...), or split what is open (--parts 3 --every 30 --first 2026-04-01).
    """
    with open_office(creditor, who) as office:
        invoices = office.invoices(numbers)
        agreed = agreed_parts(invoices, instalments or [], parts, every, first)
        tell([report_plan(office, new_id("plan", event_id), invoices, agreed, note)], as_json=as_json)


def report_plan(
    office: Office,
    event_id: str,
    invoices: Sequence[t.Invoice],
    instalments: list[dict[str, object]],
    note: str | None = None,
) -> Told:
    """Report a plan over invoices in one currency."""
    return report(
        office,
        "plan_agreed",
        note,
        id=event_id,
        invoices=[invoice.number for invoice in invoices],
        currency=invoices[0].currency,
        instalments=instalments,
    )


def agreed_parts(
    invoices: Sequence[t.Invoice],
    instalments: Sequence[str],
    parts: int | None,
    every: int | None,
    first: dt.date | None,
) -> list[dict[str, object]]:
    """The instalments as they were typed, or what is open split evenly."""
    code = invoices[0].currency
    if instalments and parts is None and every is None and first is None:
        return [_instalment(text, code) for text in instalments]
    if instalments or parts is None or first is None or (every is None and parts > 1):
        raise Mistake(f"instalments: expected {_ONE_WAY}")
    owed = open_sum(invoices, code)
    if owed.minor < parts:
        raise Mistake(f"--parts: expected instalments above 0, and {owed} is open")
    step = dt.timedelta(days=every or 0)
    return [{"due": first + k * step, "amount": part.amount} for k, part in enumerate(owed.share(parts))]


def _instalment(text: str, code: str) -> dict[str, object]:
    day, equals, sum_text = text.partition("=")
    if not equals:
        raise Mistake(f"--instalment: expected a day and an amount like 2026-04-01=150.00, got '{text}'")
    try:
        due = form.day(day)
    except Unexpected as unexpected:
        raise Mistake(f"--instalment: expected {unexpected.expected} before the '=', got '{day}'") from None
    return {"due": due, "amount": amount(sum_text, code, "--instalment")}
