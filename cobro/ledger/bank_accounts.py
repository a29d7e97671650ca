"""Up to which day a bank has told everything, and whose cases waited for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cobro.bank.movement import Statement
from cobro.dunning.parties import PaymentMethod
from cobro.dunning.silence import is_stale
from cobro.ledger import tables as t
from cobro.ledger.bank_costs import offer_costs
from cobro.ledger.bank_judging import judge_waiting
from cobro.ledger.bank_reading import account_of
from cobro.ledger.case import calendar_of, still_runs
from cobro.ledger.locks import lock_creditor
from cobro.ledger.work import Work


@dataclass(frozen=True, slots=True)
class Closed:
    """What followed from a file as a whole."""

    going_on: tuple[int, ...]
    """Ids of customers whose cases had waited for newer data of their account and no longer do. The caller settles each
    of them in a transaction of its own."""
    missing: Mapping[str, tuple[dt.date, dt.date]]
    """For accounts of which days are missing: the last day known before, and the first of the file."""


def close_file(work: Work, creditor_id: str, file_id: int, statements: Iterable[Statement]) -> Closed:
    """What follows once every movement of a file was looked at; done again, it changes nothing."""
    lock_creditor(work.session, creditor_id)
    judge_waiting(work, creditor_id)
    offer_costs(work, file_id)
    file = work.session.get_one(t.BankFile, file_id)
    # A bank may write the period that it was asked for: nobody knows a day that had not come when the file was read.
    latest = file.read_at.date()
    going_on: dict[int, None] = {}
    missing: dict[str, tuple[dt.date, dt.date]] = {}
    for statement in sorted(statements, key=lambda one: one.known_up_to or dt.date.min):
        account = account_of(work, creditor_id, statement.account)
        before = account.known_up_to
        if statement.known_up_to is None:
            continue
        up_to = min(statement.known_up_to, latest)
        if before is not None and up_to <= before:
            continue
        if before is not None and (since := _begins_elsewhere(account, before, statement)):
            missing[account.iban] = before, since
        account.known_up_to, account.closing_minor = up_to, statement.closing_minor
        for customer in paying_into(work.session, creditor_id, account.iban):
            calendar = calendar_of(work, customer)
            today = calendar.local_day(work.now)
            if is_stale(before, calendar, today) and not is_stale(account.known_up_to, calendar, today):
                going_on[customer.id] = None
    file.closed_at = file.closed_at or work.now
    work.session.flush()
    return Closed(tuple(going_on), missing)


def _begins_elsewhere(account: t.BankAccount, known: dt.date, statement: Statement) -> dt.date | None:
    """The first day of a later statement, where it does not begin with the balance at which the known days end."""
    days = [movement.booked for movement in statement.movements]
    since = statement.since or min(days, default=None)
    if since is None or since <= known or account.closing_minor is None:
        return None
    return since if statement.opening_minor not in (None, account.closing_minor) else None


def paying_into(session: Session, creditor_id: str, iban: str) -> list[t.Customer]:
    """The customers with a running case that is to be paid into an account by transfer."""
    creditor = session.get_one(t.Creditor, creditor_id).value
    rows = session.execute(
        select(t.Customer, t.Invoice.iban)
        .join(t.Invoice, t.Invoice.customer_id == t.Customer.id)
        .join(t.Episode, t.Episode.invoice_id == t.Invoice.id)
        .where(t.Customer.creditor_id == creditor_id, t.Invoice.method == PaymentMethod.TRANSFER, still_runs())
        .order_by(t.Customer.id)
    )
    return list({customer.id: customer for customer, into in rows if creditor.account(into) == iban}.values())
