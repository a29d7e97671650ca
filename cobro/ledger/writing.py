"""Putting together what a letter says, from the ledger, at the moment of the claim."""

from __future__ import annotations

import dataclasses
import datetime as dt

from sqlalchemy.orm import Session

from cobro.dunning.formal import is_formal
from cobro.dunning.ladder import BROKEN_PROMISE, following
from cobro.dunning.letter import Copy, Letter, Line, Noted, Party, Signer
from cobro.dunning.money import Money
from cobro.dunning.move import Role
from cobro.dunning.owed import is_owed, owed_by
from cobro.dunning.parties import BillingContact, Creditor, Customer, PaymentMethod, Recipient, Seniority, StaffMember
from cobro.ledger import tables as t
from cobro.ledger.along import Part, Together
from cobro.ledger.apply_notices import answer_by, approved
from cobro.ledger.case import Case
from cobro.ledger.collectors import collector
from cobro.ledger.languages import language_for
from cobro.ledger.owing import about
from cobro.ledger.returned import returned_since_last_letter
from cobro.ledger.work import Work


def write_letter(
    work: Work,
    contact: t.Contact,
    together: Together,
    person: Recipient | None = None,
    *,
    noted: tuple[Noted, ...] = (),
    copies: tuple[Copy, ...] = (),
) -> Letter:
    """Say what one contact says: it opens and is signed as its highest step, and each invoice keeps its own line.

    Amounts are what is open and undisputed inside this transaction.

    Args:
        work: the transaction of the claim.
        contact: what leaves.
        together: the cases that it speaks for.
        person: who reads it, where it is somebody with a role at the customer.
        noted: what it shows and does not ask for.
        copies: the files that go with it.
    """
    part = together.top
    top_case, top = part.case, part.move
    creditor, customer = top_case.creditor.value, top_case.customer.value
    today = part.today
    promise = part.seen.facts.promise
    reader = person if person and person.language else customer
    language = language_for(work, creditor, reader, contact.channel).language
    owed = owed_by(top.step) if top.step and is_owed(top.step) else None
    named, agreed = about(work.session, owed) if owed else (None, None)
    notice = approved(work, top.step) if top.step and is_formal(top.step) else None
    signer = _approver(work, top_case, notice) if notice else _signer(work, top_case, top.by)
    return Letter(
        contact=contact.id,
        name=top.letter or "",
        language=language,
        creditor=Party(
            name=creditor.name,
            address=creditor.address,
            email=creditor.email,
            phone=creditor.phone,
            tax_id=creditor.tax_id,
        ),
        customer=_reader(customer, person),
        signer=Signer(signer.name, signer.email, signer.phone),
        reply_to=creditor.reply_to,
        terms=creditor.terms.get(language) or creditor.terms[creditor.language],
        today=today,
        follow_up=min(_back_on(one) for one in together.parts),
        written_at=work.now,
        lines=_lines(work.session, together) if named is None else _named(creditor, named, together),
        owed=owed is not None,
        agreed=agreed,
        promised_for=promise.pay_by if promise else None,
        known_up_to=today,
        logo=creditor.logo,
        noted=noted,
        copies=copies,
        concerned=_concerned(together),
        answer_by=answer_by(notice, today) if notice else None,
    )


def _signer(work: Work, case: Case, by: Role) -> BillingContact | StaffMember:
    """Who wrote, and is to be called back (R57): the customer's own collector at that level."""
    billing = case.creditor.value.billing_contact if by is Role.AUTOMATIC else None
    return billing or collector(work, case.creditor, case.customer, by)


def _approver(work: Work, case: Case, notice: t.FormalNotice) -> StaffMember:
    """Whoever approved a notice, or the customer's own senior where that one has left since."""
    found = case.creditor.value.still(notice.approved_by, Seniority.SENIOR)
    return found or collector(work, case.creditor, case.customer, Role.SENIOR)


def _reader(customer: Customer, person: Recipient | None) -> Party:
    """The customer as the letter names it, with the person it is written to."""
    return Party(
        name=customer.name,
        address=customer.address,
        email=(person.email if person else None) or customer.email,
        phone=(person.phone if person else None) or customer.phone,
        tax_id=customer.tax_id,
        contact=person.name if person else customer.contact,
    )


def _back_on(part: Part) -> dt.date:
    """When we come back to the customer about an invoice; about several, the first of these days is said."""
    case, invoice = part.case, part.case.invoice
    return following(case.policy, part.move.step, part.today, case.calendar, (invoice.due - invoice.issued).days)


def _concerned(together: Together) -> tuple[str, ...]:
    """The invoices at the letter's own level: what it says of its step is said of them, and of no other."""
    top = together.top.move
    said = [part for part in together.parts if (part.move.step, part.move.letter) == (top.step, top.letter)]
    return tuple(part.case.invoice.number for part in said)


def _lines(session: Session, together: Together) -> tuple[Line, ...]:
    """A line for each invoice that something is asked for; in a word before the due date, for each that it is about."""
    parts = [part for part in together.parts if part.is_asked_for] or list(together.parts)
    asked = _asked(parts)
    returned = returned_since_last_letter(session, [part.case.invoice for part in parts])
    return tuple(
        dataclasses.replace(
            _line(part.case.creditor.value, part.case.invoice, asked[part.case.invoice.id], part.step),
            by_transfer=_is_paid_by_transfer(part),
            returned=returned.get(part.case.invoice.id),
            promised=_promised_beside(part, together.top),
        )
        for part in parts
        if asked[part.case.invoice.id]
    )


def _is_paid_by_transfer(part: Part) -> bool:
    """Whether a code may be printed that pays what is asked: not while a part of it is contested."""
    return part.case.invoice.method is PaymentMethod.TRANSFER and not part.seen.facts.disputed


def _promised_beside(part: Part, top: Part) -> dt.date | None:
    """The day that an invoice was promised for, where the letter is about something else and its line has to say so."""
    promise = part.seen.facts.promise
    reminds = part.step.startswith(BROKEN_PROMISE) and part.step != top.step
    return promise.pay_by if reminds and promise else None


def _asked(parts: list[Part]) -> dict[int, Money]:
    """What is asked for each invoice; of a promise only what is missing (R36), of its oldest invoices first."""
    left: dict[str, Money] = {}
    asked = {}
    for part in parts:
        promise, sum_ = part.seen.facts.promise, part.seen.facts.demandable
        if part.step.startswith(BROKEN_PROMISE) and promise and promise.missing:
            rest = left.get(part.step, promise.missing)
            sum_ = min(sum_, rest)
            left[part.step] = rest - sum_
        asked[part.case.invoice.id] = sum_
    return asked


def _named(creditor: Creditor, invoices: list[t.Invoice], together: Together) -> tuple[Line, ...]:
    """Every invoice of what was agreed. Only a case that the contact speaks for has carried out a step."""
    steps = {part.case.invoice.id: part.step for part in together.parts}
    return tuple(_line(creditor, invoice, invoice.open, steps.get(invoice.id, "")) for invoice in invoices)


def _line(creditor: Creditor, invoice: t.Invoice, asked: Money, step: str) -> Line:
    return Line(
        number=invoice.number,
        issued=invoice.issued,
        due=invoice.due,
        total=invoice.total,
        asked=asked,
        reference=invoice.reference,
        step=step,
        iban=creditor.account(invoice.iban),
    )
