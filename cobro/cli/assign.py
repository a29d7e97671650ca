"""`assign`: who collects from a customer, and giving a customer to somebody else."""

from __future__ import annotations

from typing import Annotated

import typer

from cobro.cli.mistakes import Mistake
from cobro.cli.office import Office, open_office
from cobro.cli.options import As, AsJson, CreditorId, ident
from cobro.cli.screen import moment, print_json, say, show_table
from cobro.ledger import queries


def assign(
    customer: Annotated[
        str | None,
        typer.Argument(
            metavar="[CUSTOMER]", parser=ident, help="Your number for the customer. With --list, only that."
        ),
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="NAME", help="Who collects from now on, as the creditor's file says.")
    ] = None,
    whole: Annotated[bool, typer.Option("--whole", help="A senior takes over what is a junior's too.")] = False,
    list_: Annotated[bool, typer.Option("--list", help="Show who collects from whom, and change nothing.")] = False,
    creditor: CreditorId = None,
    who: As = None,
    as_json: AsJson = False,
) -> None:
    """Give a customer to a collector: open tasks move at once, and the next letter has the new name under it."""
    with open_office(creditor, who) as office:
        if list_:
            if to is not None or whole:
                raise Mistake(f"{'--to' if to is not None else '--whole'}: expected without --list")
            _list(office, customer, as_json)
        elif customer is None or not (to or "").strip():
            field, what = ("CUSTOMER", "your number for a customer") if customer is None else ("--to", "a name")
            raise Mistake(f"{field}: expected {what}, or --list, got nothing")
        else:
            _give(office, customer, str(to).strip(), whole, as_json)


def _give(office: Office, customer: str, to: str, whole: bool, as_json: bool) -> None:
    given = office.ledger.assign(office.creditor.id, customer, to, office.now, who=office.who, whole=whole)
    if as_json:
        print_json({"creditor": office.creditor.id, "assigned": given, "by": office.who})
        return
    parts = " and ".join(part.value for part in given.parts)
    say(f"Assigned: {given.to} has customer {given.customer} ({parts}); open tasks that moved: {given.tasks}")


def _list(office: Office, customer: str | None, as_json: bool) -> None:
    with office.ledger.reading() as session:
        lines = queries.assignments(session, office.creditor.id, customer)
    if as_json:
        print_json({"creditor": office.creditor.id, "assignments": lines})
        return
    if lines:
        columns = ["Customer", "Name", "Part", "Collector", "Open tasks", "Since", "By"]
        show_table(f"Who collects for {office.creditor.id}", columns, (_row(line) for line in lines))
    whose = f"customer {customer}" if customer else f"the customers of {office.creditor.id}"
    count = len({line.customer for line in lines})
    say(f"Assigned of {whose}: {count}. Whoever has nobody yet gets somebody with the first letter or task.")


def _row(line: queries.AssignmentLine) -> tuple[object, ...]:
    left = " (collects no more)" if line.left else ""
    since = moment(line.since)
    return (
        line.customer,
        line.name,
        line.seniority.value,
        f"{line.collector}{left}",
        line.tasks,
        since,
        line.assigned_by,
    )
