"""`list` and `show`: the book, and everything about one case."""

from __future__ import annotations

from typing import Annotated

import typer

from cobro.cli.bank import stale_lines
from cobro.cli.mistakes import Mistake
from cobro.cli.office import open_office
from cobro.cli.options import AsJson, CreditorId, InvoiceNumber
from cobro.cli.reporting import next_words
from cobro.cli.screen import moment, print_json, say, show_table
from cobro.cli.timeline import say_file
from cobro.dunning.money import totals
from cobro.ledger import queries
from cobro.ledger.queries import Which


def list_cases(
    every: Annotated[bool, typer.Option("--all", help="Open and ended cases.")] = False,
    ended: Annotated[bool, typer.Option("--ended", help="Ended cases only.")] = False,
    creditor: CreditorId = None,
    as_json: AsJson = False,
) -> None:
    """List the cases: what is open, what comes next, when (in the customer's time) and why."""
    if every and ended:
        raise Mistake("--ended: expected without --all")
    which = Which.ALL if every else Which.ENDED if ended else Which.OPEN
    with open_office(creditor) as office, office.ledger.reading() as session:
        lines = queries.cases(session, office.creditor.id, which)
        open_now = totals(line.open for line in lines)
        stale = stale_lines(session, office.creditor.id, office.ledger.rules, office.now)
    if as_json:
        print_json({"creditor": office.creditor.id, "cases": lines, "totals": open_now, "stale": stale})
        return
    title = {Which.ALL: "All cases", Which.ENDED: "Ended cases", Which.OPEN: "Open cases"}[which]
    columns = ["Invoice", "Customer", "Name", "Due", "Open", "Stage"]
    if which is not Which.ENDED:
        columns += ["Next", "When", "Why"]
    if which is not Which.OPEN:
        columns += ["Ended", "On", "By"]
    if lines:
        show_table(f"{title} of {office.creditor.id}", columns, (_row(line, which) for line in lines))
    for told in stale:
        say(told)
    say(f"{title}: {len(lines)}. Open: {', '.join(map(str, open_now)) or 'nothing'}")


def _row(line: queries.CaseLine, which: Which) -> list[object]:
    row: list[object] = [line.invoice, line.customer, line.name, line.due, line.open, line.stage or "not reminded"]
    if which is not Which.ENDED:
        row += [next_words(line), moment(line.next.at) if line.next else "", line.next.why if line.next else ""]
    if which is not Which.OPEN:
        row += [line.ending.value if line.ending else "", moment(line.ended_at), line.ended_by or ""]
    return row


def show(number: InvoiceNumber, creditor: CreditorId = None, as_json: AsJson = False) -> None:
    """Show one case: its whole timeline, what comes next and why, and whether its evidence holds together."""
    with open_office(creditor) as office, office.ledger.reading() as session:
        file = queries.case_file(session, office.creditor.id, number, office.ledger.rules, office.now)
        if file is None:
            raise Mistake(f"INVOICE: the ledger has no invoice '{number}' of {office.creditor.id}")
    if as_json:
        print_json(file)
    else:
        say_file(file)
