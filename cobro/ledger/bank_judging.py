"""Looking at stored movements, a portion at a time: what is certain is applied, everything else is put to a person."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from cobro.bank.matching.verdict import Proposal, Why
from cobro.ledger import tables as t
from cobro.ledger.bank_applying import NotApplied, finish, learn, pay, wait, whole
from cobro.ledger.bank_book import LedgerBook
from cobro.ledger.bank_reading import movement_of
from cobro.ledger.bank_reversing import judge_debit
from cobro.ledger.locks import lock_creditor
from cobro.ledger.work import Work

_log = logging.getLogger(__name__)

AT_ONCE = 200
"""How many movements are looked at in one transaction: others must not wait long for the ledger."""

_TELLING = (Why.REFERENCE, Why.CREDITOR_REFERENCE)
"""Grounds so sure that the account which the money came from is remembered as the customer's."""


def judge_some(work: Work, creditor_id: str) -> int:
    """Look at the movements that were read and not looked at yet, `AT_ONCE` at the most; returns how many there were.

    The oldest come first, and of one day what came before what left: a reversal finds what it takes back.
    """
    lock_creditor(work.session, creditor_id)
    rows = work.session.scalars(
        select(t.BankMovement)
        .where(t.BankMovement.creditor_id == creditor_id, t.BankMovement.state == t.MovementState.READ)
        .order_by(t.BankMovement.booked, t.BankMovement.credit.desc(), t.BankMovement.id)
        .limit(AT_ONCE)
    ).all()
    _judge_each(work, creditor_id, rows)
    return len(rows)


def judge_waiting(work: Work, creditor_id: str) -> None:
    """Look again at what waits: its invoice, or what it takes back, may have come since.

    The caller holds the creditor.
    """
    rows = work.session.scalars(
        select(t.BankMovement)
        .where(t.BankMovement.creditor_id == creditor_id, t.BankMovement.state == t.MovementState.WAITING)
        .order_by(t.BankMovement.booked, t.BankMovement.credit.desc(), t.BankMovement.id)
    ).all()
    _judge_each(work, creditor_id, rows)


def _judge_each(work: Work, creditor_id: str, rows: Sequence[t.BankMovement]) -> None:
    """Look at movements one after the other. One that trips over a mistake of ours is left to a person and stops no
    other: while anything is not looked at, nobody of the creditor is contacted."""
    book: LedgerBook | None = None
    for row in rows:
        number = row.id
        book = book or LedgerBook(work, creditor_id)
        try:
            with work.attempt():
                _judge(work, row, book)
        except OperationalError:
            raise
        except Exception as error:
            problem = type(error).__name__
            _log.error("movement %d of %s is left to a person: %s", number, creditor_id, problem)
            wait(work, row, f"could not be looked at: {problem}", ())
            # What was undone must not stay in what others are held against.
            book = None


def _judge(work: Work, row: t.BankMovement, book: LedgerBook) -> None:
    if row.is_fee:
        finish(work, row, t.MovementState.SET_ASIDE, "the bank's own charge, interest or tax")
    elif not row.credit:
        judge_debit(work, row, book)
    elif row.reversal:
        wait(work, row, "the bank gives back what it had taken, and says no more: a person decides", ())
    else:
        _judge_credit(work, row, book)


def _judge_credit(work: Work, row: t.BankMovement, book: LedgerBook) -> None:
    match = book.matcher.match(movement_of(row))
    proposals = [_as_stored(proposal) for proposal in match.proposals if proposal.about]
    if row.twin_id is not None:
        before = f"perhaps the same as movement {row.twin_id}, which another file told with other words"
        wait(work, row, before, proposals, match.payer)
        return
    if match.certain is None:
        reason = "not certain: a person decides" if proposals else "nothing in it says what it is for"
        wait(work, row, reason, proposals, match.payer)
        return
    try:
        with work.attempt():
            short = bool(match.certain.short)
            pay(work, row, whole(match.certain), reasons_of(match.certain), short=short, book=book)
    except NotApplied as problem:
        wait(work, row, f"could not be applied: {problem}", proposals, match.payer)
        return
    if any(reason.why in _TELLING for reason in match.certain.reasons):
        learn(work, row, book)


def reasons_of(proposal: Proposal) -> str:
    """The grounds of a proposal in one line: invoice numbers and sums, and nothing about persons."""
    return "; ".join(reason.sentence for reason in proposal.reasons)


def _as_stored(proposal: Proposal) -> dict[str, Any]:
    """A proposal as it waits for a person; amounts are in the movement's currency."""
    return {
        "parts": [[number, str(money.amount)] for number, money in whole(proposal)],
        "rest": str(proposal.rest.amount),
        "short": str(proposal.short.amount),
        "reasons": [reason.sentence for reason in proposal.reasons],
        "score": proposal.score,
    }
