"""Giving a movement its effect: payments of the invoices that it is for, or a question to a person whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select

from cobro.bank.matching.verdict import Proposal
from cobro.dunning import event as ev
from cobro.dunning.answer import Verdict
from cobro.dunning.money import Money
from cobro.dunning.move import Role
from cobro.ledger import desk
from cobro.ledger import tables as t
from cobro.ledger.apply_money import BANK
from cobro.ledger.bank_book import LedgerBook
from cobro.ledger.bank_proposals import renumbered
from cobro.ledger.case import open_cases
from cobro.ledger.locks import lock_customers
from cobro.ledger.moving import settle
from cobro.ledger.recording import find_event, record
from cobro.ledger.work import Work

Part = tuple[str, Money]
"""The number of an invoice, and how much of a movement goes to it."""

_LONGEST = 300


class NotApplied(Exception):
    """The ledger did not take an event of a movement; whoever catches it undoes the others and asks a person."""


def whole(proposal: Proposal) -> list[Part]:
    """The parts of a proposal, all of the money: what no invoice takes stays a credit with the last one."""
    parts = list(proposal.allocations)
    if not parts:
        return [(proposal.about[-1], proposal.rest)]
    number, money = parts[-1]
    return [*parts[:-1], (number, money + proposal.rest)]


def pay(
    work: Work,
    row: t.BankMovement,
    parts: Sequence[Part],
    reason: str,
    *,
    short: bool = False,
    book: LedgerBook | None = None,
) -> None:
    """Record a payment for each part, and that this is what became of the movement. The caller holds the creditor.

    Args:
        work: the transaction, its moment, and who decides.
        row: the movement.
        parts: what goes where; together the whole movement.
        reason: why, for people.
        short: charges on the way are missing: the reason stands beside the payments too, where the case is read.
        book: what is held against further movements, to be kept in step.

    Raises:
        NotApplied: the ledger did not apply one of them.
    """
    numbers = [number for number, _ in parts]
    invoices = invoices_of(work, row.creditor_id, numbers)
    customers = sorted({invoice.customer_id for invoice in invoices.values()})
    lock_customers(work.session, row.creditor_id, customers)
    for n, (number, money) in enumerate(parts, start=1):
        report(
            work,
            row,
            ev.PaymentReceived(
                id=f"bank/{row.id}/{n}",
                creditor=row.creditor_id,
                invoice=number,
                amount=money.amount,
                currency=money.currency,
                booked=row.value,
            ),
            reason if short else None,
        )
    row.customer_id = customers[0] if len(customers) == 1 else None
    finish(work, row, t.MovementState.APPLIED, reason)
    if book is not None:
        book.refresh(invoice.id for invoice in invoices.values())


def report(
    work: Work, row: t.BankMovement, event: ev.PaymentReceived | ev.PaymentReversed, note: str | None = None
) -> None:
    """Record what a movement says as an event of it; raises `NotApplied` where it has no effect."""
    file = work.session.get_one(t.BankFile, row.file_id)
    answer = record(work, event, source=BANK, received=file.digest, note=note)
    stored = find_event(work, row.creditor_id, answer.event)
    if answer.verdict is not Verdict.APPLIED or stored is None:
        raise NotApplied(answer.reason)
    work.session.add(t.MovementEvent(movement_id=row.id, event_id=stored.id))
    work.session.flush()


def finish(work: Work, row: t.BankMovement, state: t.MovementState, reason: str) -> None:
    """Write down what became of a movement; the question about it leaves the desk, and the customer's cases go on."""
    row.state, row.reason, row.proposals = state, reason[:_LONGEST], []
    row.settled_at, row.settled_by = work.now, work.who
    work.session.flush()
    task = work.session.get(t.Task, row.task_id) if row.task_id else None
    if task is not None and task.kind is t.TaskKind.MATCH and task.state is t.TaskState.OPEN:
        lock_customers(work.session, row.creditor_id, [task.customer_id])
        desk.close(work, task, t.TaskState.DONE, f"movement {row.id}: {state.value.replace('_', ' ')}")
        work.session.flush()
        _settle_all(work, task.customer_id)


def wait(
    work: Work, row: t.BankMovement, reason: str, proposals: Iterable[Mapping[str, Any]], payer: int | None = None
) -> None:
    """Leave a movement to a person. Money of a known payer keeps that customer's cases quiet, with an urgent task."""
    row.state, row.reason = t.MovementState.WAITING, reason[:_LONGEST]
    row.proposals = renumbered(row.proposals, proposals)
    row.customer_id = payer
    work.session.flush()
    if payer is None or row.task_id is not None:
        return
    lock_customers(work.session, row.creditor_id, [payer])
    cases = open_cases(work, payer)
    for case in cases:
        goal = f"say what {row.amount} of {row.booked} is for: match {row.id}"
        today = case.calendar.local_day(work.now)
        row.task_id = desk.open_task(work, [case], t.TaskKind.MATCH, goal, due=today, role=Role.JUNIOR).id
    work.session.flush()
    for case in cases:
        settle(work, case.episode)


def learn(work: Work, row: t.BankMovement, book: LedgerBook | None = None) -> None:
    """Remember from which account the customers of a movement paid. Called for what is certain, never for a guess."""
    own: list[str] = work.session.get_one(t.Creditor, row.creditor_id).profile["ibans"]
    if not row.payer_iban or row.payer_iban in own:
        return
    customers = work.session.scalars(
        select(t.Invoice.customer_id)
        .join(t.EventRow, (t.EventRow.about == t.Invoice.number) & (t.EventRow.creditor_id == t.Invoice.creditor_id))
        .join(t.MovementEvent, t.MovementEvent.event_id == t.EventRow.id)
        .where(t.MovementEvent.movement_id == row.id)
        .distinct()
    )
    for customer in customers.all():
        key = (row.creditor_id, row.payer_iban, customer)
        if work.session.get(t.PayerAccount, key) is None:
            work.session.add(t.PayerAccount(creditor_id=key[0], iban=key[1], customer_id=key[2], learned_at=work.now))
        if book is not None:
            book.learn(row.payer_iban, customer)
    work.session.flush()


def invoices_of(work: Work, creditor_id: str, numbers: Iterable[str]) -> dict[str, t.Invoice]:
    """The creditor's invoices of these numbers, as far as there are any."""
    chosen = select(t.Invoice).where(t.Invoice.creditor_id == creditor_id, t.Invoice.number.in_(list(numbers)))
    return {invoice.number: invoice for invoice in work.session.scalars(chosen)}


def _settle_all(work: Work, customer_id: int) -> None:
    for case in open_cases(work, customer_id):
        settle(work, case.episode)
