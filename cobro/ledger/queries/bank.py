"""What people read of the bank: accounts and how far they are known, and the movements that wait for a person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cobro.dunning.money import Money
from cobro.dunning.silence import STALE_WORKING_DAYS, is_stale
from cobro.ledger import tables as t
from cobro.ledger.apply_money import paid_by
from cobro.ledger.bank_accounts import paying_into
from cobro.ledger.bank_proposals import standing
from cobro.ledger.work import Rules

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class AccountLine:
    """An own account: up to which day its bank has told everything, and since when that is too old."""

    account: str
    known_up_to: dt.date | None
    stale_since: dt.date | None
    """Reminders of transfers into it wait since this day."""
    waiting: int
    """Movements on it that wait for a person."""
    forgotten_at: dt.datetime | None
    """When somebody said last that it is not waited for."""
    forgotten_by: str | None


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """One way to decide about a movement: the invoices that it pays, or the earlier movement that it takes back."""

    number: int
    """Its own while the movement waits: 'match --accept' takes it."""
    parts: tuple[tuple[str, Money], ...]
    rest: Money | None
    """So much of it is more than is owed: a credit with the last of the invoices."""
    short: Money | None
    """So little is missing that charges on the way explain it."""
    reverses: int | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PaidLine:
    """Money of a movement on an invoice, as it stands now; of what the bank took back, below zero."""

    event: str
    invoice: str
    amount: Money


@dataclass(frozen=True, slots=True)
class MovementLine:
    """A movement as a person reads it, with what the payer wrote."""

    movement: int
    account: str
    booked: dt.date
    amount: Money
    credit: bool
    text: str
    references: tuple[str, ...]
    payer: str
    payer_account: str
    customer: str | None
    """The creditor's number of the customer, where account or reference say who paid."""
    state: t.MovementState
    reason: str
    note: str | None
    proposals: tuple[ProposalLine, ...]
    events: tuple[str, ...]
    """What it became: ids of events, for 'undo'."""
    paid: tuple[PaidLine, ...]
    """Where its money is: an event that was undone has none anywhere."""
    task: int | None
    came_at: dt.datetime


def accounts(session: Session, creditor: str, rules: Rules, now: dt.datetime) -> list[AccountLine]:
    """The creditor's own accounts in the order of its file, and any that it had before."""
    rows = session.scalars(
        select(t.BankAccount).where(t.BankAccount.creditor_id == creditor).order_by(t.BankAccount.id)
    ).all()
    known = {row.iban: row for row in rows}
    waiting = session.execute(
        select(t.BankMovement.account_id, func.count())
        .where(t.BankMovement.creditor_id == creditor, t.BankMovement.state == t.MovementState.WAITING)
        .group_by(t.BankMovement.account_id)
    )
    counts = dict(waiting.all())
    own = session.get_one(t.Creditor, creditor).value.ibans
    lines = []
    for iban in dict.fromkeys((*own, *known)):
        row = known.get(iban)
        up_to = row.known_up_to if row else None
        since = _stale_since(session, creditor, iban, up_to, rules, now) if up_to else None
        forgotten = (row.forgotten_at, row.forgotten_by) if row else (None, None)
        lines.append(AccountLine(iban, up_to, since, counts.get(row.id, 0) if row else 0, *forgotten))
    return lines


def waiting_movements(session: Session, creditor: str) -> list[MovementLine]:
    """What waits for a person, oldest first."""
    rows = session.scalars(
        select(t.BankMovement)
        .where(t.BankMovement.creditor_id == creditor, t.BankMovement.state == t.MovementState.WAITING)
        .order_by(t.BankMovement.booked, t.BankMovement.id)
    ).all()
    return [_line(session, row) for row in rows]


def find_movement(session: Session, creditor: str, movement: int) -> MovementLine | None:
    """One movement, whatever became of it; None where the creditor has none of that number."""
    row = session.get(t.BankMovement, movement)
    return _line(session, row) if row is not None and row.creditor_id == creditor else None


def _stale_since(
    session: Session, creditor: str, iban: str, up_to: dt.date, rules: Rules, now: dt.datetime
) -> dt.date | None:
    """The first day on which some customer's reminders waited, in the calendar of that customer's place."""
    places = {
        (customer.profile["zone"], customer.profile["country"], customer.profile.get("region")): customer
        for customer in paying_into(session, creditor, iban)
    }
    days = []
    for customer in places.values():
        calendar = rules.calendar(customer.value, None, around=now.date(), key=customer.id)
        if is_stale(up_to, calendar, calendar.local_day(now)):
            days.append(calendar.add_working(up_to, STALE_WORKING_DAYS) + _DAY)
    return min(days, default=None)


def _line(session: Session, row: t.BankMovement) -> MovementLine:
    events = session.scalars(
        select(t.EventRow)
        .join(t.MovementEvent, t.MovementEvent.event_id == t.EventRow.id)
        .where(t.MovementEvent.movement_id == row.id)
        .order_by(t.EventRow.id)
    ).all()
    customer = session.get(t.Customer, row.customer_id) if row.customer_id else None
    return MovementLine(
        movement=row.id,
        account=session.get_one(t.BankAccount, row.account_id).iban,
        booked=row.booked,
        amount=row.amount,
        credit=row.credit,
        text=row.text,
        references=tuple(row.references),
        payer=row.payer_name,
        payer_account=row.payer_iban,
        customer=customer.ref if customer else None,
        state=row.state,
        reason=row.reason,
        note=row.note,
        proposals=tuple(_proposal(one, row.currency) for one in standing(row)),
        events=tuple(event.event_id for event in events),
        paid=tuple(line for event in events for line in _paid(session, event)),
        task=row.task_id,
        came_at=row.came_at,
    )


def _paid(session: Session, event: t.EventRow) -> list[PaidLine]:
    parts = [(session.get_one(t.Invoice, each), minor) for each, minor in paid_by(session, event).items() if minor]
    return [PaidLine(event.event_id, each.number, Money.from_minor(minor, each.currency)) for each, minor in parts]


def _proposal(stored: Mapping[str, Any], currency: str) -> ProposalLine:
    def money(amount: str) -> Money:
        return Money(Decimal(amount), currency)

    if "reverses" in stored:
        return ProposalLine(stored["number"], (), None, None, stored["reverses"], tuple(stored["reasons"]))
    return ProposalLine(
        number=stored["number"],
        parts=tuple((number, money(amount)) for number, amount in stored["parts"]),
        rest=money(stored["rest"]) or None,
        short=money(stored["short"]) or None,
        reverses=None,
        reasons=tuple(stored["reasons"]),
    )
