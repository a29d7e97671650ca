"""What the bank charged for a payment that it took back: a senior decides whether customer or house bears it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import ColumnElement, select

from cobro.bank.matching.reading import plain
from cobro.dunning.money import Money
from cobro.dunning.move import Role
from cobro.ledger import desk, evidence
from cobro.ledger import tables as t
from cobro.ledger.applying import Refused
from cobro.ledger.bank_reversing import payments_of
from cobro.ledger.case import latest_episode, load
from cobro.ledger.locks import lock_customers
from cobro.ledger.work import Work

_RETURN = ("DEVOL", "IMPAG", "RETORN", "RETROC", "RETURN", "UNPAID", "REJECT", "RUCKLAST", "RUECKLAST", "IMPAYE")
"""In a text these words say that a charge is for something that came back."""

_NEXT_DAY = dt.timedelta(days=1)


def offer_costs(work: Work, file_id: int) -> None:
    """Put on the desk what the bank charged for payments taken back near the charges of a file, or told in it."""
    fees = _fees(work, t.BankMovement.file_id == file_id)
    reversals = work.session.scalars(
        select(t.BankMovement)
        .where(t.BankMovement.file_id == file_id, t.BankMovement.state == t.MovementState.REVERSES)
        .order_by(t.BankMovement.id)
    ).all()
    near = {fee.booked - days for fee in fees for days in (dt.timedelta(), _NEXT_DAY)}
    accounts = {fee.account_id for fee in fees}
    earlier = work.session.scalars(
        select(t.BankMovement)
        .where(
            t.BankMovement.account_id.in_(accounts),
            t.BankMovement.booked.in_(near),
            t.BankMovement.state == t.MovementState.REVERSES,
        )
        .order_by(t.BankMovement.id)
    ).all()
    for reversal in {row.id: row for row in (*earlier, *reversals)}.values():
        offer_cost(work, reversal)


def offer_cost(work: Work, reversal: t.BankMovement) -> None:
    """Ask who bears what the bank charged for one payment that it took back, if it charged anything; once."""
    original = work.session.get_one(t.BankMovement, reversal.reverses_id)
    payments = payments_of(work, original)
    if not payments or _is_asked(work, payments[0]):
        return
    if reversal.minor > original.minor:
        charged: t.BankMovement | None = reversal
        money = reversal.amount - original.amount
    else:
        charged = _fee_of(work, reversal)
        money = charged.amount if charged else Money.zero(reversal.currency)
    if charged is None:
        return
    invoice = work.session.scalars(
        select(t.Invoice).where(
            t.Invoice.creditor_id == reversal.creditor_id, t.Invoice.number == payments[0].body["invoice"]
        )
    ).one()
    lock_customers(work.session, reversal.creditor_id, [invoice.customer_id])
    case = load(work, latest_episode(work.session, invoice.id))
    due = case.calendar.add_working(case.calendar.local_day(work.now), case.policy.limits.repair_working_days)
    goal = f"the bank charged {money} for the payment that it took back: claim it from the customer or bear it"
    task = desk.open_task(work, [case], t.TaskKind.COST, goal, due=due, role=Role.SENIOR, event_id=payments[0].id)
    charged.task_id = task.id
    work.session.flush()


def decide_cost(work: Work, creditor_id: str, task_id: int, *, claim: bool) -> tuple[Money, str]:
    """Write a senior's decision into the evidence, and take the question off the desk.

    Returns:
        what was charged, and the number of the invoice whose payment was taken back.

    Raises:
        Refused: there is no such question, or it was answered.
    """
    task = work.session.get(t.Task, task_id)
    if task is None or task.creditor_id != creditor_id or task.kind is not t.TaskKind.COST:
        raise Refused(f"TASK: expected the number of a cost on the desk, got {task_id}")
    lock_customers(work.session, creditor_id, [task.customer_id])
    desk.refuse_if_gone(task)
    charged = work.session.scalars(select(t.BankMovement).where(t.BankMovement.task_id == task.id)).one()
    money = charged.amount
    if charged.reverses_id is not None:
        money -= work.session.get_one(t.BankMovement, charged.reverses_id).amount
    payment = work.session.get_one(t.EventRow, task.event_id)
    for invoice_id in desk.close(work, task, t.TaskState.DONE, "claimed from the customer" if claim else "borne"):
        kind = "cost_claimed" if claim else "cost_borne"
        evidence.append(work, invoice_id, kind, payment=payment.event_id, amount=str(money))
    work.session.flush()
    return money, str(payment.body["invoice"])


def _is_asked(work: Work, payment: t.EventRow) -> bool:
    asked = select(t.Task.id).where(t.Task.kind == t.TaskKind.COST, t.Task.event_id == payment.id)
    return work.session.scalars(asked).first() is not None


def _fee_of(work: Work, reversal: t.BankMovement) -> t.BankMovement | None:
    """The charge that stands next after the reversal on that day or the following one, else any of these days."""
    fees = _fees(
        work,
        t.BankMovement.account_id == reversal.account_id,
        t.BankMovement.booked.in_((reversal.booked, reversal.booked + _NEXT_DAY)),
    )
    after = [fee for fee in fees if fee.id > reversal.id]
    return next(iter(after or fees), None)


def _fees(work: Work, *where: ColumnElement[bool]) -> Sequence[t.BankMovement]:
    """Charges for something that came back, about which nobody was asked yet, in the order of the file."""
    rows = work.session.scalars(
        select(t.BankMovement)
        .where(
            *where,
            t.BankMovement.is_fee,
            t.BankMovement.credit.is_(False),
            t.BankMovement.task_id.is_(None),
            t.BankMovement.state == t.MovementState.SET_ASIDE,
        )
        .order_by(t.BankMovement.id)
    )
    return [row for row in rows if any(word in plain(row.text) for word in _RETURN)]
