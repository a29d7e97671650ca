"""`preview`: what would leave in the days ahead, without sending anything."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Annotated

import typer

from cobro.cli.office import Office, open_office
from cobro.cli.options import AsJson, CreditorId, reading, whole
from cobro.cli.screen import moment, plain, print_json, say, show_table
from cobro.dunning.contact import Channel
from cobro.ledger.ledger import Ledger
from cobro.preview.ahead import Ahead
from cobro.preview.copying import copy_of
from cobro.preview.leaving import Leaving

_TWO_WEEKS = 14
_WAYS = {Channel.EMAIL: "e-mail", Channel.SMS: "SMS", Channel.CALL: "call"}


def preview(
    days: Annotated[
        int | None,
        typer.Option(
            "--days",
            metavar="COUNT",
            parser=reading(partial(whole, low=1, high=366)),
            help=f"How many days ahead. {_TWO_WEEKS}, if not given.",
        ),
    ] = None,
    creditor: CreditorId = None,
    as_json: AsJson = False,
) -> None:
    """Show what would leave, to whom, when, merged how and shifted why. Nothing leaves, and nothing is changed.

    A copy of the ledger is carried forward, by the decisions that the workers will take.
    It is assumed that nobody pays, answers or calls, and that providers take everything.
    """
    days = days or _TWO_WEEKS
    with open_office(creditor) as office:
        end = office.now + dt.timedelta(days=days)
        found = look_ahead(office, end)
    if as_json:
        contacts = [{**plain(one), "shifted": one.shifted} for one in found]
        print_json({"creditor": office.creditor.id, "from": office.now, "until": end, "contacts": contacts})
        return
    if found:
        columns = ["When", "Customer", "Name", "By", "What", "Invoices", "Language", "Shifted by"]
        show_table(f"Would leave for {office.creditor.id} in {days} days", columns, map(_row, found))
    for wanted, given in sorted({(one.wanted, one.language) for one in found if one.wanted}):
        review = f"python3 starter.py letters review {wanted}"
        say(f"Who reads {wanted} gets {given}, until somebody has reviewed the letters in it: {review}")
    if office.is_stopped:
        say("Stopped: nobody is contacted until 'go'")
    merged = sum(len(one.parts) > 1 for one in found)
    say(f"Would leave in {days} days: {len(found)}, {merged} of them about several invoices. Nothing was sent.")


def look_ahead(office: Office, end: dt.datetime) -> list[Leaving]:
    """What leaves up to a moment, on a copy."""
    with office.ledger.reading() as session:
        copy = copy_of(session, office.creditor.id)
    try:
        ledger = Ledger(copy, office.ledger.rules, office.ledger.speaks)
        ahead = Ahead(ledger, office.creditor.id, office.house.render, office.now)
        return list(ahead.until(end))
    finally:
        copy.close()


def _row(one: Leaving) -> list[object]:
    to = f"{_WAYS[one.channel]} to {one.role}" if one.role else _WAYS[one.channel]
    language = f"{one.language} (not yet {one.wanted})" if one.wanted else one.language or ""
    return [moment(one.at), one.customer, one.name, to, one.what, _steps(one), language, one.shifted or ""]


def _steps(one: Leaving) -> str:
    """The steps, each with its invoices."""
    invoices: dict[str, list[str]] = {}
    for part in one.parts:
        invoices.setdefault(part.step, []).append(part.invoice)
    return "; ".join(f"{step}: {', '.join(numbers)}" for step, numbers in invoices.items())
