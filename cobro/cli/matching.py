"""`match` and `cost`: a person says whose money it is, and who bears what the bank charged for a returned payment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from cobro.cli.mistakes import Mistake
from cobro.cli.office import Office, open_office
from cobro.cli.options import As, AsJson, CreditorId, money, task_number
from cobro.cli.reporting import standing
from cobro.cli.screen import plain, print_json, say, show_table
from cobro.dunning.money import Money
from cobro.ledger import queries
from cobro.ledger.bank_deciding import Decided
from cobro.ledger.queries import MovementLine, ProposalLine

Movement = Annotated[
    int | None,
    typer.Argument(metavar="MOVEMENT", parser=task_number, help="Number of the movement; without it, all that wait."),
]


def match(
    movement: Movement = None,
    number: Annotated[
        int | None,
        typer.Argument(metavar="K", parser=task_number, help="With --accept: number of the proposal, as shown."),
    ] = None,
    accept: Annotated[bool, typer.Option("--accept", help="Take the proposal: match MOVEMENT --accept K.")] = False,
    to: Annotated[
        list[str] | None,
        typer.Option(
            "--to",
            metavar="INVOICE[=AMOUNT]",
            help="It pays this invoice, as much as is open if no amount is given; repeat for each.",
        ),
    ] = None,
    none: Annotated[bool, typer.Option("--none", help="It pays nothing that is collected here; with --why.")] = False,
    why: Annotated[
        str | None, typer.Option("--why", metavar="TEXT", help="With --none: what it is. It stays in the ledger.")
    ] = None,
    creditor: CreditorId = None,
    who: As = None,
    as_json: AsJson = False,
) -> None:
    """See the money that waits for a person, with the best proposals first; or say what one movement is."""
    chosen = [accept, bool(to), none]
    if sum(chosen) > 1:
        raise Mistake("MOVEMENT: expected one of --accept, --to and --none, got several")
    if any(chosen) and movement is None:
        raise Mistake("MOVEMENT: expected its number, as 'match' shows it")
    if number is not None and not accept:
        raise Mistake(f"K: expected only with --accept, got {number}")
    if none != bool(why and why.strip()):
        raise Mistake("--why: expected together with --none, which needs it" if why else "--why: expected what it is")
    with open_office(creditor, who) as office:
        if movement is None:
            _tell_waiting(office, as_json=as_json)
        elif not any(chosen):
            _tell_one(_found(office, movement), as_json=as_json)
        else:
            decided = _accept(office, movement, number) if accept else _decide(office, movement, to or [], why)
            _tell_decided(office, decided, as_json=as_json)


def cost(
    task: Annotated[int, typer.Argument(metavar="TASK", parser=task_number, help="Number of the cost on the desk.")],
    claim: Annotated[
        bool | None, typer.Option("--claim/--bear", help="Claim it from the customer, or bear it.")
    ] = None,
    creditor: CreditorId = None,
    who: As = None,
    as_json: AsJson = False,
) -> None:
    """Decide who bears what the bank charged for a payment that it took back; it stands in the evidence."""
    if claim is None:
        raise Mistake("--claim: expected it, or --bear")
    with open_office(creditor, who) as office:
        charged, invoice = office.ledger.decide_cost(office.creditor.id, task, office.now, who=office.who, claim=claim)
        if as_json:
            print_json({"task": task, "claimed": claim, "charged": charged, "invoice": invoice, "by": office.who})
        else:
            said = "is to be claimed from the customer" if claim else "is borne"
            say(f"Decided: the bank's {charged} for a returned payment of {invoice} {said}")


def say_waiting(lines: Sequence[MovementLine]) -> None:
    """What waits for a person, each with its proposals under it."""
    if lines:
        columns = ["Match", "Booked", "Amount", "What the bank says", "Customer", "Proposals"]
        show_table("Money that waits for a person", columns, map(_row, lines))
    say(f"Waiting: {len(lines)}" + (". 'match N --accept K' takes proposal K of movement N" if lines else ""))


def _row(line: MovementLine) -> list[object]:
    numbered = [f"{one.number}. {_words(one)}" for one in line.proposals]
    proposals = "\n".join([*numbered, line.reason] if line.proposals else [line.reason])
    amount = line.amount if line.credit else f"-{line.amount}"
    return [line.movement, line.booked, amount, _said(line), line.customer or "", proposals]


def _said(line: MovementLine) -> str:
    return "\n".join(filter(None, (line.payer, line.text, " ".join(line.references))))


def _words(proposal: ProposalLine) -> str:
    why = "; ".join(proposal.reasons)
    if proposal.reverses is not None:
        return f"takes back {why}"
    parts = ", ".join(f"{number} {amount}" for number, amount in proposal.parts)
    credit = f" ({proposal.rest} of it a credit)" if proposal.rest else ""
    return f"{parts}{credit}: {why}"


def _found(office: Office, movement: int) -> MovementLine:
    with office.ledger.reading() as session:
        line = queries.find_movement(session, office.creditor.id, movement)
    if line is None:
        raise Mistake(f"MOVEMENT: the ledger has no movement {movement} of {office.creditor.id}")
    return line


def _tell_waiting(office: Office, *, as_json: bool) -> None:
    with office.ledger.reading() as session:
        lines = queries.waiting_movements(session, office.creditor.id)
    if as_json:
        print_json({"creditor": office.creditor.id, "waiting": lines})
    else:
        say_waiting(lines)


def _tell_one(line: MovementLine, *, as_json: bool) -> None:
    if as_json:
        print_json(line)
        return
    direction = "came" if line.credit else "left"
    say(f"Movement {line.movement}: {line.amount} {direction} on {line.booked}, account ...{line.account[-4:]}")
    for part in _said(line).split("\n"):
        say(f"  {part}")
    say(f"{line.state.value.replace('_', ' ').capitalize()}: {': '.join(filter(None, (line.reason, line.note)))}")
    for proposal in line.proposals:
        say(f"  {proposal.number}. {_words(proposal)}")
    for event in line.events:
        on = ", ".join(f"{one.amount} on {one.invoice}" for one in line.paid if one.event == event)
        say(f"  {event}: {on} ('undo {event}' takes it back)" if on else f"  {event}: on no invoice now")


def _accept(office: Office, movement: int, number: int | None) -> Decided:
    return office.ledger.accept_match(office.creditor.id, movement, number, office.now, who=office.who)


def _decide(office: Office, movement: int, to: Sequence[str], why: str | None) -> Decided:
    ledger, creditor = office.ledger, office.creditor.id
    if why is not None:
        return ledger.set_aside(creditor, movement, why.strip(), office.now, who=office.who)
    currency = _found(office, movement).amount.currency
    return ledger.match_to(creditor, movement, [_part(office, one, currency) for one in to], office.now, who=office.who)


def _part(office: Office, text: str, currency: str) -> tuple[str, Money | None]:
    """An invoice, or an invoice and an amount; a number may have an equals sign in it."""
    number, sign, amount = text.rpartition("=")
    with office.ledger.reading() as session:
        if not sign or queries.find_invoice(session, office.creditor.id, text) is not None:
            return text, None
    return number, money(amount, currency, f"--to {number}")


def _tell_decided(office: Office, decided: Decided, *, as_json: bool) -> None:
    with office.ledger.reading() as session:
        lines = queries.cases(session, office.creditor.id, numbers=decided.invoices) if decided.invoices else []
    if as_json:
        print_json({**plain(decided), "by": office.who, "cases": lines})
        return
    ids = f" ({', '.join(decided.events)})" if decided.events else ""
    say(f"Matched: movement {decided.movement}, {decided.done}{ids}")
    for line in lines:
        say(f"  {line.invoice}: open {line.open} of {line.total}; {standing(line)}")
