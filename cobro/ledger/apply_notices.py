"""Formal notices: approved by a named senior person of the creditor, sent once, and what is read of them."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from cobro.dunning.event import FormalNoticeApproved
from cobro.dunning.formal import notice_of
from cobro.dunning.parties import Creditor, Seniority, StaffMember
from cobro.ledger import tables as t
from cobro.ledger.applying import Kept, Refused, of_one_customer, open_episode_of
from cobro.ledger.case import load
from cobro.ledger.facts import facts_of
from cobro.ledger.work import Work


def apply_notice(work: Work, row: t.EventRow, event: FormalNoticeApproved) -> set[int]:
    """Let a formal letter about open, uncontested invoices of one customer leave, because a named person says so."""
    try:
        invoices = of_one_customer(work, event.creditor, event.invoices)
    except Kept as unknown:
        # An approval is no event that may wait: whoever gave it has seen the invoice.
        raise Refused(f"invoices: {unknown}") from None
    creditor = work.session.get_one(t.Creditor, event.creditor).value
    approver(creditor, work.who)
    for invoice in invoices:
        _refuse_what_is_not_due(work, invoice)
    notice = t.FormalNotice(
        customer_id=invoices[0].customer_id,
        event_id=row.id,
        days=event.days,
        approved_by=work.who,
        approved_at=work.now,
    )
    work.session.add(notice)
    work.session.flush()
    for invoice in invoices:
        work.session.add(t.FormalNoticeInvoice(notice_id=notice.id, invoice_id=invoice.id))
    work.session.flush()
    return {invoice.id for invoice in invoices}


def approver(creditor: Creditor, name: str) -> StaffMember:
    """The senior person of that name who answers for a formal letter.

    Raises:
        Refused: there is none; the message names those who are.
    """
    found = creditor.still(name, Seniority.SENIOR)
    if found is None:
        names = ", ".join(one.name for one in creditor.collectors_as(Seniority.SENIOR))
        raise Refused(f"--as: a formal notice is approved by a senior person of the creditor ({names}), got '{name}'")
    return found


def _refuse_what_is_not_due(work: Work, invoice: t.Invoice) -> None:
    case = load(work, open_episode_of(work, invoice))
    facts, today = facts_of(work, case), case.calendar.local_day(work.now)
    number, promise = invoice.number, facts.promise
    if not invoice.open:
        raise Refused(f"invoice {number} is settled")
    if invoice.due >= today:
        raise Refused(f"invoice {number} is due on {invoice.due}, and a formal notice is about what is overdue")
    if facts.disputed:
        raise Refused(f"invoice {number}: {facts.disputed} of it is disputed; resolve that first")
    if facts.hold_until and facts.hold_until >= today:
        raise Refused(f"invoice {number} is on hold until {facts.hold_until}; 'resume' ends that")
    if promise and not promise.kept and promise.pay_by >= today:
        raise Refused(f"invoice {number} is promised for {promise.pay_by}")
    if facts.notice and (facts.notice.until is None or facts.notice.until >= today):
        raise Refused(f"invoice {number} is in formal notice {facts.notice.number} already")


def withdraw(work: Work, target: t.EventRow) -> set[int]:
    """Take an approval back: what has not left never leaves, and the silence after what left is over."""
    notice = work.session.scalars(select(t.FormalNotice).where(t.FormalNotice.event_id == target.id)).one()
    notice.withdrawn_at = work.now
    chosen = select(t.FormalNoticeInvoice.invoice_id).where(t.FormalNoticeInvoice.notice_id == notice.id)
    return set(work.session.scalars(chosen))


def approved(work: Work, step: str) -> t.FormalNotice:
    """The notice that a formal step carries."""
    return work.session.get_one(t.FormalNotice, notice_of(step))


def answer_by(notice: t.FormalNotice, today: dt.date) -> dt.date:
    """The last day of the clock of a notice that leaves on a day."""
    return today + dt.timedelta(days=notice.days)
