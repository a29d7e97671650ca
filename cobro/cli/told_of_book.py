"""What `import` says: what came in, what was brought up to date, what was not taken over, and what comes next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable
from pathlib import Path

from cobro.cli.reporting import DONE_BY
from cobro.cli.screen import complain, say
from cobro.dunning.answer import Answer, Verdict
from cobro.dunning.parties import Creditor
from cobro.intake.book_csv import Said
from cobro.ledger import queries
from cobro.ledger.registering import Registered

_SHOWN = 6
_CREDITS = {
    Verdict.APPLIED: "taken off what is owed",
    Verdict.REPEATED: "known already",
    Verdict.KEPT: "kept for a person",
}
"""What can become of a credit note, in words; money is never refused."""


def say_brought(creditor: Creditor, brought: Registered, lines: list[queries.CaseLine]) -> None:
    """The summary of an import, for a person."""
    known = f", {brought.known} known already" if brought.known else ""
    say(f"Brought in for {creditor.name}: {brought.invoices} invoices of {brought.customers} customers{known}")
    for what, changes in (("customers", brought.changed_customers), ("invoices", brought.changed_invoices)):
        if changes:
            say(f"Brought up to date: {len(changes)} known {what}")
        _say_some(f"{change.which}: {', '.join(change.fields)}" for change in changes)
    if brought.paid_otherwise:
        say("Not taken over, for money that came is told with 'pay':")
    _say_some(
        f"{paid.invoice}: the file says {paid.now} paid (at first {paid.first}), the ledger knows of {paid.ledger}"
        for paid in brought.paid_otherwise
    )
    moves = [line.next for line in lines if line.next is not None]
    days = Counter((move.at.date(), DONE_BY[move.do]) for move in moves)
    if days:
        say("What comes next:")
    for (day, what), count in sorted(days.items())[:_SHOWN]:
        say(f"  {day:%a %d %b %Y}: {what} about {count} invoice{'s' if count > 1 else ''}")
    if len(days) > _SHOWN:
        say(f"  and more, on {len(days) - _SHOWN} other days: see 'python3 starter.py list'")
    if lines:
        say("Let it run with 'python3 starter.py up'.")


def say_closings_of_nobody(creditor: Creditor, known: Container[str]) -> None:
    """Name the closings whose customer is unknown: it may come with a later book, or be a slip that changes nothing."""
    nobody = [
        f"{closing.name}: the ledger has no customer '{closing.customer}'"
        for closing in creditor.closings
        if closing.customer is not None and closing.customer not in known
    ]
    if nobody:
        say("Closings that concern nobody so far:")
    _say_some(nobody)


def say_credits(answers: Iterable[Answer]) -> None:
    """What the ledger did with credit notes, for a person."""
    every = list(answers)
    for verdict, words in _CREDITS.items():
        some = [answer for answer in every if answer.verdict is verdict]
        if some:
            say(f"Credit notes {words}: {len(some)}")
        _say_some(f"{each.event.removeprefix('import/')}{f': {each.reason}' if each.reason else ''}" for each in some)


def say_left_out(lines: list[str]) -> None:
    """What e-invoices say of customers and could not be used; their invoices came in."""
    if lines:
        say("Left out, for it could not be used:")
    _say_some(lines)


def _say_some(lines: Iterable[str]) -> None:
    every = list(lines)
    for line in every[:_SHOWN]:
        say(f"  {line}")
    if len(every) > _SHOWN:
        say(f"  and {len(every) - _SHOWN} more (--json lists all)")


def say_rejected(said: Said, count: int, file: Path) -> None:
    """How many rows were put aside, where they are, and how they come in once they are mended."""
    decimals, days = said.decimals, said.days
    options = (f" --decimal {decimals.value}" if decimals else "") + (f" --dates {days.value}" if days else "")
    complain(f"{count} row{'s were' if count > 1 else ' was'} put aside, with the reasons: {file}")
    complain(f"Mend them there, then: python3 starter.py import {file}{options}")
