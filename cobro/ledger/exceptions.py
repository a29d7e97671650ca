"""Exceptions from the policy for one customer: a reason, a person, an end, and then the rule holds again (R15, R52)."""

from __future__ import annotations

import datetime as dt
import hashlib

from sqlalchemy import select

from cobro.dunning.segments import NONE
from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.applying import Refused
from cobro.ledger.case import calendar_of, open_cases
from cobro.ledger.locks import lock_customer
from cobro.ledger.moving import settle
from cobro.ledger.policies import in_force
from cobro.ledger.work import Work

LONGEST_DAYS = 180
"""So far ahead an exception may reach: what is meant for longer is a rule, and belongs into the policy."""


def make_exception(
    work: Work, creditor_id: str, customer_ref: str, *, segment: str | None, until: dt.date, reason: str
) -> None:
    """Treat a customer as of another segment, or leave it in peace (no segment), up to and including a day.

    Its open cases are brought in line at once; on the morning after the day they go on by the rule.

    Raises:
        Refused: the customer is unknown or has an exception already, the day is past or too far ahead, the policy has
            no such segment, or there is no reason.
    """
    customer = _locked(work, creditor_id, customer_ref)
    today = calendar_of(work, customer).local_day(work.now)
    last = today + dt.timedelta(days=LONGEST_DAYS)
    if not today <= until <= last:
        raise Refused(f"until: expected a day from {today} to {last}, got {until}")
    if not reason.strip():
        raise Refused("reason: expected a few words, got nothing")
    if segment is not None:
        names = [*(one.name for one in in_force(work, work.session.get_one(t.Creditor, creditor_id)).segments), NONE]
        if segment not in names:
            raise Refused(f"segment: expected one of {', '.join(names)}, got '{segment}'")
    if running := _running(work, customer, today):
        raise Refused(f"customer {customer_ref} has an exception until {running.until}: end that one first")
    row = t.ExceptionRow(
        customer_id=customer.id,
        segment=segment,
        until=until,
        reason=reason.strip(),
        made_at=work.now,
        made_by=work.who,
    )
    work.session.add(row)
    work.session.flush()
    # The reason is about a person, and stays in its own row: the chain proves it, and does not tell it.
    proof = hashlib.sha256(row.reason.encode()).hexdigest()
    _bring_in_line(work, customer, "exception_made", exception=row.id, segment=segment, until=until, reason=proof)


def end_exception(work: Work, creditor_id: str, customer_ref: str) -> None:
    """End a customer's exception before its day; its open cases go on by the rule.

    Raises:
        Refused: the customer is unknown, or has no exception that runs.
    """
    customer = _locked(work, creditor_id, customer_ref)
    row = _running(work, customer, calendar_of(work, customer).local_day(work.now))
    if row is None:
        raise Refused(f"customer {customer_ref} has no exception that runs")
    row.ended_at, row.ended_by = work.now, work.who
    work.session.flush()
    _bring_in_line(work, customer, "exception_ended", exception=row.id)


def _locked(work: Work, creditor_id: str, customer_ref: str) -> t.Customer:
    """A customer, held against everybody else."""
    customer = lock_customer(work.session, creditor_id, customer_ref)
    if customer is None:
        raise Refused(f"the ledger has no customer '{customer_ref}' of {creditor_id}")
    return customer


def _running(work: Work, customer: t.Customer, today: dt.date) -> t.ExceptionRow | None:
    return work.session.scalars(
        select(t.ExceptionRow).where(
            t.ExceptionRow.customer_id == customer.id,
            t.ExceptionRow.ended_at.is_(None),
            t.ExceptionRow.until >= today,
        )
    ).first()


def _bring_in_line(work: Work, customer: t.Customer, happened: str, **content: object) -> None:
    for case in open_cases(work, customer.id):
        evidence.append(work, case.invoice.id, happened, **content)
        settle(work, case.episode)
