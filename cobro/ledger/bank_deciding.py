"""A person says what a movement is: one of the proposals, certain invoices, or nothing that is collected here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select

from cobro.dunning.money import Money
from cobro.ledger import tables as t
from cobro.ledger.apply_money import reversals_of
from cobro.ledger.applying import Refused
from cobro.ledger.bank_applying import NotApplied, Part, finish, invoices_of, learn, pay
from cobro.ledger.bank_costs import offer_cost
from cobro.ledger.bank_proposals import chosen
from cobro.ledger.bank_reversing import payments_of, take_back
from cobro.ledger.locks import lock_creditor
from cobro.ledger.work import Work

_UNDECIDED = (t.MovementState.WAITING, t.MovementState.SET_ASIDE)
"""What was set aside by mistake may still be said to pay something."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What came of a decision: in words, the events that the movement became, and the invoices that they are about."""

    movement: int
    done: str
    events: tuple[str, ...] = ()
    invoices: tuple[str, ...] = ()


def accept(work: Work, creditor_id: str, movement_id: int, number: int | None) -> Decided:
    """Take the proposal of a number; without one the only one that there ever was.

    Raises:
        Refused: the movement waits no more, no such proposal stands, or less is open now than the proposal needs.
    """
    row = _waiting(work, creditor_id, movement_id)
    taken = chosen(row, number)
    if "reverses" in taken:
        return _take_back(work, row, taken["reverses"])
    rest = Money(Decimal(taken["rest"]), row.currency)
    parts = [(invoice, Money(Decimal(amount), row.currency)) for invoice, amount in taken["parts"]]
    why = f"accepted: {'; '.join(taken['reasons'])}"
    return _pay(work, row, parts, rest, why, short=bool(Decimal(taken["short"])))


def pay_invoices(work: Work, creditor_id: str, movement_id: int, wanted: Sequence[tuple[str, Money | None]]) -> Decided:
    """Put a movement on the invoices that a person names, with an amount each or as much as each has open.

    What is left over stays a credit with the last of them.

    Raises:
        Refused: the movement is none that waits, an invoice is unknown or owes less, or the amounts are more than came.
    """
    row = _waiting(work, creditor_id, movement_id)
    if not row.credit:
        raise Refused(f"--to: expected money that came, got movement {row.id}, which left")
    invoices = invoices_of(work, creditor_id, [number for number, _ in wanted])
    if len({number for number, _ in wanted}) < len(wanted):
        raise Refused("--to: expected each invoice once")
    left = row.amount
    parts: list[Part] = []
    for number, money in wanted:
        invoice = invoices.get(number)
        if invoice is None:
            raise Refused(f"--to: the ledger has no invoice '{number}' of {creditor_id}")
        _same_currency(row, invoice)
        part = money or min(invoice.open, left)
        if left < part:
            raise Refused(f"--to: expected amounts of {row.amount} together at the most, got more with {number}")
        left -= part
        if part:
            parts.append((number, part))
    if not parts:
        raise Refused(f"--to: expected an invoice that owes something, got {wanted[0][0]}, which is settled")
    number, part = parts[-1]
    return _pay(work, row, [*parts[:-1], (number, part + left)], left, "a person said so")


def set_aside(work: Work, creditor_id: str, movement_id: int, why: str) -> Decided:
    """A movement concerns no invoice: a refund, private money, somebody who is no customer.

    Raises:
        Refused: it waits no more.
    """
    row = _waiting(work, creditor_id, movement_id, t.MovementState.WAITING)
    row.note = why
    finish(work, row, t.MovementState.SET_ASIDE, "a person set it aside")
    return Decided(row.id, f"{row.amount} of {row.booked} set aside")


def _waiting(work: Work, creditor_id: str, movement_id: int, *states: t.MovementState) -> t.BankMovement:
    lock_creditor(work.session, creditor_id)
    row = work.session.get(t.BankMovement, movement_id)
    if row is None or row.creditor_id != creditor_id:
        raise Refused(f"MOVEMENT: expected the number of a movement that waits (see 'match'), got {movement_id}")
    if row.state not in (states or _UNDECIDED):
        since = f" since {row.settled_at.date()}" if row.settled_at else ""
        raise Refused(f"MOVEMENT: {row.id} is {row.state.value.replace('_', ' ')}{since}: {row.reason}")
    return row


def _pay(
    work: Work, row: t.BankMovement, parts: Sequence[Part], rest: Money, reason: str, *, short: bool = False
) -> Decided:
    invoices = invoices_of(work, row.creditor_id, [number for number, _ in parts])
    for at, (number, money) in enumerate(parts, start=1):
        _same_currency(row, invoices[number])
        asked = money - rest if at == len(parts) else money
        if invoices[number].open < asked:
            left = invoices[number].open
            raise Refused(f"{number}: expected at least {asked} open, and there is {left} now; see 'match {row.id}'")
    try:
        pay(work, row, parts, reason, short=short)
    except NotApplied as problem:
        raise Refused(f"movement {row.id}: {problem}") from None
    learn(work, row)
    said = ", ".join(f"{money} for {number}" for number, money in parts)
    events = tuple(f"bank/{row.id}/{n}" for n in range(1, len(parts) + 1))
    credit = f"; {rest} of it more than owed, a credit" if rest else ""
    return Decided(row.id, f"{said}{credit}", events, tuple(number for number, _ in parts))


def _take_back(work: Work, row: t.BankMovement, original_id: int) -> Decided:
    original = work.session.get_one(t.BankMovement, original_id)
    # A reversal that was undone as a mistake stands no longer in the way of the bank's own.
    if original.state is t.MovementState.REVERSED and all(
        reversals_of(work, payment) for payment in payments_of(work, original)
    ):
        raise Refused(f"movement {original.id} was taken back already: {original.reason}")
    try:
        take_back(work, row, original)
    except NotApplied as problem:
        raise Refused(f"movement {row.id}: {problem}") from None
    offer_cost(work, row)
    events = work.session.scalars(
        select(t.EventRow)
        .join(t.MovementEvent, t.MovementEvent.event_id == t.EventRow.id)
        .where(t.MovementEvent.movement_id == row.id)
        .order_by(t.EventRow.id)
    ).all()
    numbers = tuple(str(event.body["invoice"]) for event in events)
    done = f"movement {original.id} of {original.booked}, {original.amount}, is taken back"
    return Decided(row.id, done, tuple(event.event_id for event in events), numbers)


def _same_currency(row: t.BankMovement, invoice: t.Invoice) -> None:
    if invoice.currency != row.currency:
        raise Refused(f"currency: invoice {invoice.number} is in {invoice.currency}, the money in {row.currency}")
