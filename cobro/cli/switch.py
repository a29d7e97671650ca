"""`stop` and `go`: nobody is contacted until somebody says so. Works on the ledger alone, with Temporal away."""

from __future__ import annotations

from typing import Annotated

import typer

from cobro.cli.mistakes import Mistake
from cobro.cli.office import open_office
from cobro.cli.options import As, AsJson, CreditorId, ident
from cobro.cli.screen import print_json, say
from cobro.dunning.stop_reason import StopReason

Customer = Annotated[
    str | None,
    typer.Argument(metavar="[CUSTOMER]", parser=ident, help="Your number for one customer. Everybody, if not given."),
]


Why = Annotated[
    StopReason | None,
    typer.Option("--for", help="Why one customer is stopped; a senior person then has a task to decide what follows."),
]


def stop(
    customer: Customer = None,
    why: Why = None,
    creditor: CreditorId = None,
    who: As = None,
    as_json: AsJson = False,
) -> None:
    """Contact nobody, or not one customer, from now on. Money still comes in; 'go' lifts it."""
    if why is not None and customer is None:
        raise Mistake("CUSTOMER: expected the one customer whom --for is about, got nothing")
    _switch(customer, creditor, who, as_json, stopped=True, why=why)


def go(customer: Customer = None, creditor: CreditorId = None, who: As = None, as_json: AsJson = False) -> None:
    """Lift a stop: the cases go on where they were left."""
    _switch(customer, creditor, who, as_json, stopped=False)


def _switch(
    customer: str | None,
    creditor: str | None,
    who: str | None,
    as_json: bool,
    *,
    stopped: bool,
    why: StopReason | None = None,
) -> None:
    with open_office(creditor, who) as office:
        ledger, about = office.ledger, (office.creditor.id, customer, office.now)
        known = ledger.stop(*about, who=office.who, why=why) if stopped else ledger.go(*about, who=office.who)
        if not known:
            raise Mistake(f"CUSTOMER: the ledger has no customer '{customer}' of {office.creditor.id}")
        whom = f"customer {customer}" if customer else f"every customer of {office.creditor.id}"
        if as_json:
            said = {"creditor": office.creditor.id, "customer": customer, "stopped": stopped, "by": office.who}
            print_json({**said, "for": why} if why else said)
            return
        if stopped:
            say(f"Stopped: {whom} is left in peace until 'go'. Money still comes in.")
            if why:
                say("A senior person has a task to decide what follows: see 'desk'.")
        else:
            say(f"Going on: {whom}.")
            if customer and office.is_stopped:
                say(f"But {office.creditor.id} as a whole is stopped: 'go' without a customer lifts that.")
