"""Reporting an event to the ledger, and telling the person its answer."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

import typer

from cobro.cli.mistakes import REFUSED
from cobro.cli.office import Office
from cobro.cli.screen import complain, moment, print_json, say
from cobro.dunning.answer import Answer, Verdict
from cobro.dunning.event import EVENT
from cobro.dunning.move import Do
from cobro.ledger import queries

DONE_BY = {
    Do.SEND_EMAIL: "e-mail",
    Do.SEND_SMS: "SMS",
    Do.OPEN_CALL: "call",
    Do.ASK_DECISION: "a person decides",
    Do.HAND_OVER: "hand over",
    Do.LOOK: "look again",
    Do.END: "end",
}
"""The moves in words."""


@dataclass(frozen=True)
class Told:
    """What the ledger answered to one event, and where the cases it names stand now."""

    event: str
    kind: str
    verdict: Verdict
    reason: str
    cases: list[queries.CaseLine]


def new_id(verb: str, given: str | None) -> str:
    """The event's id: as given, else one that no other event has. Two equal payments are two payments."""
    return given or f"cli/{verb}/{uuid.uuid4()}"


def report(office: Office, kind: str, note: str | None = None, **body: object) -> Told:
    """Hand one event to the ledger. What it has no form for is a mistake, told by its fields."""
    event = EVENT.validate_python({"kind": kind, "creditor": office.creditor.id, **body})
    answer: Answer = office.ledger.record(event, office.now, who=office.who, source="cli", note=note)
    named = getattr(event, "invoices", ())
    with office.ledger.reading() as session:
        lines = queries.cases(session, office.creditor.id, numbers=named) if named else []
    return Told(answer.event, kind, answer.verdict, answer.reason, lines)


def tell(told: Iterable[Told], *, as_json: bool) -> None:
    """Say what became of the events; ends with the exit code of a refusal if there was one."""
    all_told = list(told)
    if as_json:
        print_json(all_told[0] if len(all_told) == 1 else all_told)
    for one in all_told:
        if one.verdict is Verdict.REFUSED:
            # A call stays logged where what it brought is refused: then the line says which of them was not recorded.
            what = "nothing" if len(all_told) == 1 else f"no {one.kind.replace('_', ' ')}"
            complain(f"refused, {what} was recorded: {one.reason}")
        elif not as_json:
            _say(one)
    if any(one.verdict is Verdict.REFUSED for one in all_told):
        raise typer.Exit(REFUSED)


def _say(told: Told) -> None:
    what = told.kind.replace("_", " ")
    match told.verdict:
        case Verdict.APPLIED:
            say(f"Recorded: {what} ({told.event}){f': {told.reason}' if told.reason else ''}")
        case Verdict.REPEATED:
            say(f"Repeated: {what} ({told.event}) was recorded before; nothing changed")
        case _:
            say(f"Kept for a person: {what} ({told.event}), {told.reason}. It is not lost: see 'desk'")
    for case in told.cases:
        say(f"  {case.invoice}: open {case.open} of {case.total}; {standing(case)}")


def standing(case: queries.CaseLine) -> str:
    """Where a case stands, in words."""
    if case.ending is not None:
        return f"ended: {case.ending.value}, by {case.ended_by}"
    return f"next: {next_words(case)} on {moment(case.next.at)} ({case.next.why})" if case.next else "no next move"


def next_words(case: queries.CaseLine) -> str:
    """What a case does next, in words."""
    if case.next is None:
        return ""
    named = case.next.do in (Do.SEND_EMAIL, Do.SEND_SMS, Do.OPEN_CALL)
    return f"{DONE_BY[case.next.do]} {case.next.step}" if named else DONE_BY[case.next.do]
