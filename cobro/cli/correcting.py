"""`undo` and `apply`: taking back what was reported by mistake, and placing what the ledger could not place."""

from __future__ import annotations

from typing import Annotated

import typer

from cobro.cli.office import open_office
from cobro.cli.options import As, AsJson, CreditorId, Note, ident
from cobro.cli.reporting import Told, standing, tell
from cobro.cli.screen import print_json, say
from cobro.ledger import queries

Event = Annotated[
    str, typer.Argument(metavar="EVENT", parser=ident, help="Id of the event, as 'show' and 'desk' tell it.")
]


def undo(event: Event, note: Note = None, creditor: CreditorId = None, who: As = None, as_json: AsJson = False) -> None:
    """Take back what an event did, by its opposite. What has left since cannot be recalled, and is named.

    Money that is in the bank stays, as a credit: 'apply' puts it on the right invoice.
    """
    with open_office(creditor, who) as office:
        answer = office.ledger.undo(office.creditor.id, event, office.now, who=office.who, note=note)
        with office.ledger.reading() as session:
            numbers = queries.numbers_of(session, office.creditor.id, event)
            lines = queries.cases(session, office.creditor.id, numbers=numbers) if numbers else []
        tell([Told(answer.event, "event_undone", answer.verdict, answer.reason, lines)], as_json=as_json)


def apply(
    event: Event,
    to: Annotated[str, typer.Option("--to", metavar="INVOICE", parser=ident, help="The invoice that it is about.")],
    creditor: CreditorId = None,
    who: As = None,
    as_json: AsJson = False,
) -> None:
    """Say which invoice kept money, a credit or a message is for."""
    with open_office(creditor, who) as office:
        done = office.ledger.direct(office.creditor.id, event, to, office.now, who=office.who)
        with office.ledger.reading() as session:
            line = queries.cases(session, office.creditor.id, numbers=[to])[0]
        if as_json:
            print_json({"event": event, "invoice": to, "done": done, "by": office.who, "cases": [line]})
        else:
            say(f"Applied: {event}, {done}")
            say(f"  {line.invoice}: open {line.open} of {line.total}; {standing(line)}")
