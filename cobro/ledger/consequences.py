"""Carrying out what follows from a reason that was given on the telephone, in the transaction that logs the call."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from cobro.dunning.consequence import CONSEQUENCES, Consequence
from cobro.dunning.event import Reason
from cobro.dunning.move import Role
from cobro.ledger import desk, evidence
from cobro.ledger import tables as t
from cobro.ledger.case import Case, open_cases
from cobro.ledger.work import Work

_COPY = "send a copy of the invoice, or the order number that is missing"


def carry_out(work: Work, row: t.EventRow, reason: Reason, cases: Iterable[Case]) -> set[int]:
    """Do what a reason asks for; returns the invoices that it touches."""
    spoken_of = list(cases)
    match CONSEQUENCES[reason]:
        case Consequence.ASK_FOR_PROOF:
            for case in spoken_of:
                _ask_for_proof(work, row, case)
        case Consequence.SEND_COPY:
            for case in spoken_of:
                desk.ask_for_repair(work, case, _COPY)
        case Consequence.DECIDE:
            for case in spoken_of:
                desk.ask_for_repair(work, case, f"{reason.value}: decide what follows", role=Role.SENIOR)
        case Consequence.STOP:
            return stop_customer(work, spoken_of[0].customer, reason.value)
        case _:
            pass
    return {case.invoice.id for case in spoken_of}


def _ask_for_proof(work: Work, row: t.EventRow, case: Case) -> None:
    """Quiet for some working days, once for each invoice: whoever says it again is looked into by a person."""
    before = work.session.scalars(
        select(t.Hold.id).where(t.Hold.invoice_id == case.invoice.id, t.Hold.reason == Reason.SAYS_PAID).limit(1)
    ).first()
    if before is not None:
        desk.ask_for_repair(work, case, "says again that it is paid: look for the payment", role=Role.SENIOR)
        return
    today = case.calendar.local_day(work.now)
    until = case.calendar.add_working(today, case.policy.limits.proof_working_days)
    work.session.add(t.Hold(invoice_id=case.invoice.id, event_id=row.id, until=until, reason=Reason.SAYS_PAID))
    work.session.flush()


def stop_customer(work: Work, customer: t.Customer, why: str) -> set[int]:
    """Contact a customer no more until a senior has decided; returns the invoices of the open cases."""
    if customer.stopped_at is None:
        customer.stopped_at, customer.stopped_by = work.now, work.who
    customer.stopped_for = why
    touched = open_cases(work, customer.id)
    for case in touched:
        evidence.append(work, case.invoice.id, "stopped", reason=why)
        goal = f"{why}: decide what follows, then lift the stop with 'go'"
        desk.ask_for_repair(work, case, goal, role=Role.SENIOR)
    work.session.flush()
    return {case.invoice.id for case in touched}
