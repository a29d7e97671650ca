"""Which segment a case belongs to: how its customer has paid, read from the ledger, and what a person decided instead.

Read for every decision of a case that has not begun, so each part is one small statement, asked at most once for a
customer in a transaction, and only where a segment of the policy still depends on it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session

from cobro.dunning.facts import Facts
from cobro.dunning.history import Paid
from cobro.dunning.money import Money
from cobro.dunning.policy import Policy
from cobro.dunning.segments import NONE, Belongs, segment_of, still_speaking
from cobro.ledger import tables as t
from cobro.ledger.case import Case, calendar_of
from cobro.ledger.policies import in_force
from cobro.ledger.work import Work

_MOST = 24
"""So many paid invoices are looked at, as many as a policy may ask for."""
_LONGEST_WHY = 200
_BY_EXCEPTION = "by an exception"

_LAST = (
    select(t.Invoice.id, t.Invoice.due)
    .where(t.Invoice.customer_id == bindparam("customer"), t.Invoice.applied_minor == t.Invoice.total_minor)
    .order_by(t.Invoice.due.desc(), t.Invoice.id.desc())
    .limit(_MOST)
    .subquery()
)
_BOOKED = func.max(t.EventRow.body["booked"].as_string())
_PAID: Select[dt.date, str] = (
    select(_LAST.c.due, _BOOKED)
    .join(t.Allocation, t.Allocation.invoice_id == _LAST.c.id)
    .join(t.EventRow, t.EventRow.id == t.Allocation.event_id)
    .where(
        t.EventRow.kind == "payment_received",
        # What a book says to be paid was booked on a day that nobody told.
        t.EventRow.source != "import",
        t.EventRow.undone_by.is_(None),
        t.Allocation.minor > 0,
    )
    .group_by(_LAST.c.id, _LAST.c.due)
    .order_by(_LAST.c.due.desc(), _LAST.c.id.desc())
)
_OVERDUE: Select[str, int] = (
    select(t.Invoice.currency, func.sum(t.Invoice.total_minor - t.Invoice.applied_minor))
    .join(t.Episode, t.Episode.invoice_id == t.Invoice.id)
    .where(
        t.Invoice.customer_id == bindparam("customer"),
        t.Invoice.due < bindparam("today"),
        t.Episode.ending.is_(None),
    )
    .group_by(t.Invoice.currency)
)
_RETURNED = (
    select(_BOOKED)
    .join(t.Allocation, t.Allocation.event_id == t.EventRow.id)
    .where(
        t.Allocation.invoice_id == bindparam("invoice"),
        t.Allocation.minor < 0,
        t.EventRow.kind == "payment_reversed",
        t.EventRow.undone_by.is_(None),
    )
)


_NOT_DUE = (
    select(t.Episode)
    .join(t.Invoice, t.Invoice.id == t.Episode.invoice_id)
    .where(
        t.Invoice.customer_id == bindparam("customer"),
        t.Invoice.due > bindparam("today"),
        t.Episode.ending.is_(None),
    )
    .order_by(t.Episode.id)
)


class Habits:
    """A customer's `History`, each part read when it is first asked for."""

    def __init__(self, session: Session, customer: int, today: dt.date) -> None:
        self._session = session
        self._about = {"customer": customer, "today": today}

    @cached_property
    def paid(self) -> Sequence[Paid]:
        rows = self._session.execute(_PAID, self._about)
        return [Paid(due, dt.date.fromisoformat(booked)) for due, booked in rows]

    @cached_property
    def overdue(self) -> Mapping[str, Money]:
        rows = self._session.execute(_OVERDUE, self._about)
        return {currency: Money.from_minor(int(minor), currency) for currency, minor in rows}


def habits_of(session: Session, customer: int, today: dt.date) -> Habits:
    """What is known of a customer in this transaction."""
    known: dict[int, Habits] = session.info.setdefault("habits", {})
    if customer not in known:
        known[customer] = Habits(session, customer, today)
    return known[customer]


def newcomer(session: Session, customer: int, today: dt.date) -> None:
    """Whose customer came into the ledger in this transaction has paid nothing here yet: nobody has to look."""
    habits_of(session, customer, today).__dict__["paid"] = ()


def forget(session: Session, customer: int) -> None:
    """Read a customer's habits anew: money came or went, or an invoice was added."""
    session.info.get("habits", {}).pop(customer, None)


def excepted(facts: Facts, exception: t.ExceptionRow | None) -> Facts:
    """Facts with what a person decided for the customer, while it runs."""
    if exception is None:
        return facts
    if exception.segment is None:
        return replace(facts, paused_until=exception.until)
    return replace(facts, excepted=exception.segment, excepted_until=exception.until)


def belong(work: Work, case: Case, facts: Facts, policy: Policy) -> Facts:
    """Facts with the segment of a policy that the case belongs to, and what that segment asks about. Stores nothing."""
    if not policy.segments:
        return replace(facts, segment=None, segment_why="")
    found = _found(work, case, facts, policy)
    facts = replace(facts, segment=found.name if found else None, segment_why=found.why if found else "")
    segment = policy.segment(facts.segment)
    if segment is None or segment.exempt is None:
        return replace(facts, returned_on=None)
    booked = work.session.scalar(_RETURNED, {"invoice": case.invoice.id})
    return replace(facts, returned_on=dt.date.fromisoformat(booked) if booked else None)


def may_get_a_word(work: Work, paid: Iterable[int]) -> list[t.Episode]:
    """The open cases that have not fallen due of whoever paid one of these invoices in full: a customer whose habits
    have changed by it may get a word before their due date, and their next look may lie after it."""
    found: list[t.Episode] = []
    for invoice_id in sorted(paid):
        invoice = work.session.get_one(t.Invoice, invoice_id)
        policy = in_force(work, work.session.get_one(t.Creditor, invoice.creditor_id))
        if not invoice.open and any(segment.before_due and segment.when.looks_back for segment in policy.segments):
            today = calendar_of(work, work.session.get_one(t.Customer, invoice.customer_id)).local_day(work.now)
            about = {"customer": invoice.customer_id, "today": today}
            found += work.session.scalars(_NOT_DUE, about).all()
    return found


def keep_in_mind(episode: t.Episode, facts: Facts) -> None:
    """Write down to which segment a case belongs, for whoever shows it and for the next look."""
    why = facts.segment_why[:_LONGEST_WHY] or None
    if (episode.segment, episode.segment_why) != (facts.segment, why):
        episode.segment, episode.segment_why = facts.segment, why


def _found(work: Work, case: Case, facts: Facts, policy: Policy) -> Belongs | None:
    if facts.excepted == NONE or policy.segment(facts.excepted):
        why = f"{_BY_EXCEPTION} until {facts.excepted_until}"
        return None if facts.excepted in (None, NONE) else Belongs(facts.excepted, why)
    today = case.calendar.local_day(work.now)
    speaking = still_speaking(policy.segments, facts, today)
    found = segment_of(facts, speaking, habits_of(work.session, case.customer.id, today))
    silent = {segment.name for segment in policy.segments[len(speaking) :]}
    name, why = case.episode.segment, case.episode.segment_why or ""
    if found is None and name in silent and not why.startswith(_BY_EXCEPTION):
        # It has had its say, and stays as it was seen then.
        return Belongs(str(name), why)
    return found
