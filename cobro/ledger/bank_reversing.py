"""Money that left again: which earlier credit it takes back, and what follows for the invoices that it had paid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import select

from cobro.bank.matching.reversals import Candidate, Earlier, find_reversed
from cobro.bank.movement import Movement
from cobro.dunning import event as ev
from cobro.dunning.money import Money
from cobro.ledger import tables as t
from cobro.ledger.apply_money import reversals_of
from cobro.ledger.bank_applying import NotApplied, finish, report, wait
from cobro.ledger.bank_book import LedgerBook
from cobro.ledger.bank_reading import movement_of
from cobro.ledger.work import Work

MOST_CHARGED = 5000
"""Smallest units by which a returned payment may be more than what had come: the bank's charge is taken with it."""

_UNDONE = (t.MovementState.READ, t.MovementState.REVERSED)


def judge_debit(work: Work, row: t.BankMovement, book: LedgerBook | None = None) -> None:
    """Undo what a movement certainly takes back; ask a person where it may; else the money concerns nobody."""
    movement = movement_of(row)
    if movement.reversal and movement.instructed and movement.instructed < movement.amount:
        # The bank tells the returned amount apart from its charge.
        movement = replace(movement, amount=movement.instructed)
    undoing = find_reversed(movement, _earlier(work, row, movement.amount.minor))
    if undoing.certain is not None and row.twin_id is None:
        try:
            with work.attempt():
                take_back(work, row, work.session.get_one(t.BankMovement, undoing.certain.key), book)
        except NotApplied as problem:
            wait(work, row, f"could not be undone: {problem}", map(_proposal, undoing.candidates))
        return
    candidates = undoing.candidates or tuple(_with_charge(work, row, movement))
    if movement.reversal or candidates:
        reason = "it takes money back, and which payment that was is not certain"
        wait(work, row, reason, map(_proposal, candidates))
    else:
        finish(work, row, t.MovementState.SET_ASIDE, "money that went out")


def take_back(work: Work, row: t.BankMovement, original: t.BankMovement, book: LedgerBook | None = None) -> None:
    """Undo every payment that an earlier movement became. The caller holds the creditor.

    Raises:
        NotApplied: the ledger did not undo one of them.
    """
    touched: set[int] = set()
    for n, payment in enumerate(payments_of(work, original), start=1):
        allocated = select(t.Allocation.invoice_id).where(t.Allocation.event_id == payment.id)
        touched.update(work.session.scalars(allocated))
        if not reversals_of(work, payment):
            report(
                work,
                row,
                ev.PaymentReversed(
                    id=f"bank/{row.id}/{n}",
                    creditor=row.creditor_id,
                    invoice=payment.body["invoice"],
                    payment=payment.event_id,
                    booked=row.booked,
                ),
            )
    row.reverses_id, row.customer_id = original.id, original.customer_id
    finish(work, row, t.MovementState.REVERSES, f"took back movement {original.id} of {original.booked}")
    finish(work, original, t.MovementState.REVERSED, f"taken back by movement {row.id} of {row.booked}")
    if book is not None:
        book.refresh(touched)


def payments_of(work: Work, row: t.BankMovement) -> Sequence[t.EventRow]:
    """The payments that a movement became, in the order of their ids."""
    return work.session.scalars(
        select(t.EventRow)
        .join(t.MovementEvent, t.MovementEvent.event_id == t.EventRow.id)
        .where(t.MovementEvent.movement_id == row.id, t.EventRow.kind == "payment_received")
        .order_by(t.EventRow.id)
    ).all()


def _earlier(work: Work, row: t.BankMovement, least: int, most: int | None = None) -> list[Earlier]:
    """The credits of the account of these amounts, as the rules take them; one that was taken back counts as undone."""
    rows = work.session.scalars(
        select(t.BankMovement)
        .where(
            t.BankMovement.account_id == row.account_id,
            t.BankMovement.credit,
            t.BankMovement.currency == row.currency,
            t.BankMovement.minor.between(least, least if most is None else most),
            t.BankMovement.booked <= row.booked,
            t.BankMovement.state != t.MovementState.READ,
        )
        .order_by(t.BankMovement.id)
    )
    return [
        Earlier(
            key=one.id,
            booked=one.booked,
            amount=one.amount,
            applied=one.state not in _UNDONE,
            bank_reference=one.bank_reference,
            end_to_end=one.end_to_end,
            references=tuple(one.references),
            text=one.text,
            payer_name=one.payer_name,
            payer_iban=one.payer_iban,
        )
        for one in rows
    ]


def _with_charge(work: Work, row: t.BankMovement, movement: Movement) -> Iterator[Candidate]:
    """Credits of a little less, where the bank may have taken its charge together with the payment."""
    if not movement.reversal:
        return
    near = _earlier(work, row, max(1, row.minor - MOST_CHARGED), row.minor - 1)
    for minor in sorted({one.amount.minor for one in near}, reverse=True):
        money = Money.from_minor(minor, row.currency)
        for found in find_reversed(replace(movement, amount=money), near).candidates:
            yield replace(found, reason=f"{found.reason}; {row.amount - money} more, perhaps the bank's charge")


def _proposal(candidate: Candidate) -> dict[str, Any]:
    about = candidate.earlier
    return {
        "reverses": about.key,
        "reasons": [f"movement {about.key} of {about.booked}, {about.amount}: {candidate.reason}"],
        "score": candidate.score,
    }
