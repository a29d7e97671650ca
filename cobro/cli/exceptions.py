"""`policy except` and `policy exceptions`: what a person decides for one customer against the rule, and until when."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from cobro.cli.mistakes import Mistake
from cobro.cli.office import Office, open_office
from cobro.cli.options import As, AsJson, CreditorId, day, ident
from cobro.cli.screen import moment, print_json, say, show_table
from cobro.dunning.segments import NONE
from cobro.ledger import queries
from cobro.ledger.exceptions import LONGEST_DAYS


def add_exceptions(policy_app: typer.Typer) -> None:
    """Put both commands beside the others about a policy."""
    policy_app.command("except")(make_or_end)
    policy_app.command("exceptions")(show)


def treated(line: queries.ExceptionLine) -> str:
    """What an exception does, in words."""
    if line.segment is None:
        return "left in peace"
    return "treated as of no segment" if line.segment == NONE else f"treated as {line.segment}"


def make_or_end(
    customer: Annotated[str, typer.Argument(metavar="CUSTOMER", parser=ident, help="Your number for the customer.")],
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="TEXT", help="Why, for people; it stays in the ledger.")
    ] = None,
    until: Annotated[
        dt.date | None,
        typer.Option(
            "--until", metavar="DATE", parser=day, help=f"The last day of it, at most {LONGEST_DAYS} days ahead."
        ),
    ] = None,
    pause: Annotated[bool, typer.Option("--pause", help="Nobody reminds the customer meanwhile.")] = False,
    segment: Annotated[
        str | None,
        typer.Option(
            "--segment",
            metavar="NAME",
            parser=ident,
            help=f"Treat the customer as of this segment of the policy; '{NONE}': as of none.",
        ),
    ] = None,
    end: Annotated[bool, typer.Option("--end", help="End the exception that runs.")] = False,
    creditor: CreditorId = None,
    who: As = None,
    as_json: AsJson = False,
) -> None:
    """Decide something else for one customer, with a reason and an end. On the morning after, the rule holds again."""
    with open_office(creditor, who) as office:
        if end:
            _refuse_beside_end(reason=reason, until=until, pause=pause or None, segment=segment)
            office.ledger.end_exception(office.creditor.id, customer, office.now, who=office.who)
        else:
            said, last = _whole(reason, until)
            if pause is (segment is not None):
                raise Mistake(f"--segment: expected it or --pause, got {'both' if pause else 'neither'}")
            office.ledger.make_exception(
                office.creditor.id,
                customer,
                office.now,
                who=office.who,
                segment=segment,
                until=last,
                reason=said,
            )
        _tell(office, customer, as_json)


def _refuse_beside_end(**given: object) -> None:
    for name, value in given.items():
        if value is not None:
            raise Mistake(f"--{name}: expected without --end")


def _whole(reason: str | None, until: dt.date | None) -> tuple[str, dt.date]:
    wrong = []
    if not (reason or "").strip():
        wrong.append("--reason: expected a few words, got nothing")
    if until is None:
        wrong.append("--until: expected the last day, got nothing")
    if wrong or reason is None or until is None:
        raise Mistake(*wrong)
    return reason, until


def _tell(office: Office, customer: str, as_json: bool) -> None:
    with office.ledger.reading() as session:
        lines = [
            line for line in queries.exceptions_of(session, office.creditor.id, office.now) if line.customer == customer
        ]
    newest = max(lines, key=lambda line: line.number)
    if as_json:
        print_json(newest)
    elif newest.state is queries.ExceptionState.ENDED:
        say(f"Ended: customer {customer} is treated by the rule again")
    else:
        say(f"Exception: customer {customer} is {treated(newest)} up to and including {newest.until}")


def show(creditor: CreditorId = None, as_json: AsJson = False) -> None:
    """List the exceptions: those that run, and those that have ended."""
    with open_office(creditor) as office, office.ledger.reading() as session:
        lines = queries.exceptions_of(session, office.creditor.id, office.now)
        if as_json:
            print_json({"creditor": office.creditor.id, "exceptions": lines})
            return
        if lines:
            columns = ["Customer", "Name", "What", "Until", "State", "Reason", "Made", "By", "Ended", "By"]
            show_table(f"Exceptions of {office.creditor.id}", columns, (_row(line) for line in lines))
        running = sum(line.state is queries.ExceptionState.RUNNING for line in lines)
        say(f"Exceptions: {running} running, {len(lines) - running} ended")


def _row(line: queries.ExceptionLine) -> tuple[object, ...]:
    ended = moment(line.ended_at) if line.ended_at else ""
    made = moment(line.made_at)
    return (
        line.customer,
        line.name,
        treated(line),
        line.until,
        line.state.value,
        line.reason,
        made,
        line.made_by,
        ended,
        line.ended_by or "",
    )
