"""What providers tell of a contact after they took it: it arrived, it did not, or the recipient wants no more."""

from __future__ import annotations

from cobro.dunning.contact import Accepted, Channel, ContactState, Refusal, Refused
from cobro.dunning.event import ContactReported, Report
from cobro.ledger import tables as t
from cobro.ledger.applying import Kept
from cobro.ledger.case import open_cases
from cobro.ledger.consequences import stop_customer
from cobro.ledger.outcome import cases_of, correct, write_outcome
from cobro.ledger.work import Work

_ORDER = list(Report)
_GONE_WRONG = (Report.FAILED, Report.BOUNCED, Report.DROPPED)
_OBJECTIONS = (Report.OPTED_OUT, Report.COMPLAINED)
_OPEN = (ContactState.SENDING, ContactState.UNKNOWN)


def apply_report(work: Work, row: t.EventRow, event: ContactReported) -> set[int]:
    """Move a contact by what its provider tells. One that did not arrive is a task, and its step was not done.

    Reports come out of order: an earlier stage never replaces a later one.
    """
    contact = work.session.get(t.Contact, event.contact)
    if contact is None or contact.creditor_id != event.creditor:
        raise Kept(f"unknown contact {event.contact}")
    before = contact.report
    later = before is None or _ORDER.index(event.report) > _ORDER.index(before)
    if later:
        contact.report, contact.reported_at = event.report, event.at
    else:
        row.reason = f"the contact was {before} already"
    touched = {case.invoice.id for case in cases_of(work, contact)}
    if event.report in _OBJECTIONS:
        return touched | _objected(work, contact, event, arrived=before is Report.DELIVERED)
    if later:
        _move(work, contact, event)
    return touched


def _move(work: Work, contact: t.Contact, event: ContactReported) -> None:
    detail = f"{event.report.value} {event.detail}".strip()
    if event.report in _GONE_WRONG:
        correct(work, contact, Refused(Refusal.ADDRESS, detail))
    elif contact.state in (*_OPEN, ContactState.RELEASED):
        write_outcome(work, contact, Accepted(contact.provider_id or contact.id))


def _objected(work: Work, contact: t.Contact, event: ContactReported, *, arrived: bool) -> set[int]:
    """Whoever wants no text messages gets e-mails. Whoever objects to an e-mail, or calls a message spam, is left in
    peace until a person has decided."""
    customer = work.session.get_one(t.Customer, contact.customer_id)
    if event.report is Report.OPTED_OUT and contact.channel is Channel.SMS:
        if contact.report is Report.OPTED_OUT and not arrived:
            correct(work, contact, Refused(Refusal.OPTED_OUT, f"opted_out {event.detail}".strip()))
        customer.sms_stopped = True
        work.session.flush()
        return {case.invoice.id for case in open_cases(work, customer.id)}
    if contact.state in _OPEN:
        write_outcome(work, contact, Accepted(contact.provider_id or contact.id))
    return stop_customer(work, customer, f"objects to {contact.channel.value} ({event.report.value})")
