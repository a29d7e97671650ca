"""Putting together what a letter says, from the ledger, at the moment of the claim."""

from __future__ import annotations

import datetime as dt

from sqlalchemy.orm import Session

from cobro.dunning.facts import Facts
from cobro.dunning.formal import is_formal
from cobro.dunning.ladder import BROKEN_PROMISE, following
from cobro.dunning.letter import Letter, Line, Party, Signer
from cobro.dunning.money import Money
from cobro.dunning.move import Move, Role
from cobro.dunning.owed import is_owed, owed_by
from cobro.dunning.parties import BillingContact, Creditor, PaymentMethod, StaffMember
from cobro.ledger import tables as t
from cobro.ledger.apply_notices import answer_by, approved, signer_of
from cobro.ledger.case import Case
from cobro.ledger.collectors import collector
from cobro.ledger.owing import about
from cobro.ledger.returned import returned_since_last_letter
from cobro.ledger.work import Work


def write_letter(
    work: Work, contact: t.Contact, top_case: Case, top: Move, together: list[tuple[Case, Move, Facts]]
) -> Letter:
    """Say what one contact says: it opens and is signed as its highest step, and each invoice keeps its own line.

    Amounts are what is open and undisputed inside this transaction.
    """
    creditor, customer = top_case.creditor.value, top_case.customer.value
    signer = _signer(work, top_case, top.by)
    today = top_case.calendar.local_day(work.now)
    promise = next((facts.promise for case, _, facts in together if case is top_case and facts.promise), None)
    owed = owed_by(top.step) if top.step and is_owed(top.step) else None
    named, agreed = about(work.session, owed) if owed else (None, None)
    notice = approved(work, top.step) if top.step and is_formal(top.step) else None
    if notice:
        signer = signer_of(notice, creditor)
    return Letter(
        contact=contact.id,
        name=top.letter or "",
        language=customer.language,
        creditor=Party(
            name=creditor.name,
            address=creditor.address,
            email=creditor.email,
            phone=creditor.phone,
            tax_id=creditor.tax_id,
        ),
        customer=Party(
            name=customer.name,
            address=customer.address,
            email=customer.email,
            phone=customer.phone,
            tax_id=customer.tax_id,
            contact=customer.contact,
        ),
        signer=Signer(signer.name, signer.email, signer.phone),
        reply_to=creditor.reply_to,
        terms=creditor.terms.get(customer.language) or creditor.terms[creditor.language],
        today=today,
        follow_up=following(
            top_case.policy,
            top.step,
            today,
            top_case.calendar,
            (top_case.invoice.due - top_case.invoice.issued).days,
        ),
        written_at=work.now,
        lines=_lines(work.session, together) if named is None else _named(creditor, named, together),
        owed=owed is not None,
        agreed=agreed,
        promised_for=promise.pay_by if promise else None,
        known_up_to=today,
        logo=creditor.logo,
        answer_by=answer_by(notice, today) if notice else None,
    )


def _signer(work: Work, case: Case, by: Role) -> BillingContact | StaffMember:
    """Who wrote, and is to be called back (R57): the customer's own collector at that level."""
    billing = case.creditor.value.billing_contact if by is Role.AUTOMATIC else None
    return billing or collector(work, case.creditor, case.customer, by)


def _lines(session: Session, together: list[tuple[Case, Move, Facts]]) -> tuple[Line, ...]:
    """A line for each invoice that something is asked for."""
    asked = _asked(together)
    returned = returned_since_last_letter(session, [case.invoice for case, _, _ in together])
    return tuple(
        _line(
            case.creditor.value,
            case.invoice,
            asked[case.invoice.id],
            move.step or "",
            _is_paid_by_transfer(case, facts),
            returned.get(case.invoice.id),
        )
        for case, move, facts in together
        if asked[case.invoice.id]
    )


def _is_paid_by_transfer(case: Case, facts: Facts) -> bool:
    """Whether a code may be printed that pays what is asked: not while a part of it is contested."""
    return case.invoice.method is PaymentMethod.TRANSFER and not facts.disputed


def _asked(together: list[tuple[Case, Move, Facts]]) -> dict[int, Money]:
    """What is asked for each invoice; of a promise only what is missing (R36), of its oldest invoices first."""
    left: dict[str, Money] = {}
    asked = {}
    for case, move, facts in sorted(together, key=lambda each: (each[0].invoice.due, each[0].invoice.id)):
        step, promise, sum_ = move.step or "", facts.promise, facts.demandable
        if step.startswith(BROKEN_PROMISE) and promise and promise.missing:
            rest = left.get(step, promise.missing)
            sum_ = min(sum_, rest)
            left[step] = rest - sum_
        asked[case.invoice.id] = sum_
    return asked


def _named(creditor: Creditor, invoices: list[t.Invoice], together: list[tuple[Case, Move, Facts]]) -> tuple[Line, ...]:
    """Every invoice of what was agreed. Only a case that the contact speaks for has carried out a step."""
    steps = {case.invoice.id: move.step or "" for case, move, _ in together}
    return tuple(_line(creditor, invoice, invoice.open, steps.get(invoice.id, ""), False) for invoice in invoices)


def _line(
    creditor: Creditor,
    invoice: t.Invoice,
    asked: Money,
    step: str,
    by_transfer: bool,
    returned: dt.date | None = None,
) -> Line:
    return Line(
        number=invoice.number,
        issued=invoice.issued,
        due=invoice.due,
        total=invoice.total,
        asked=asked,
        reference=invoice.reference,
        step=step,
        iban=creditor.account(invoice.iban),
        by_transfer=by_transfer,
        returned=returned,
    )
