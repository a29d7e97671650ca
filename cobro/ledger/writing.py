"""Putting together what a letter says, from the ledger, at the moment of the claim."""

from __future__ import annotations

from cobro.dunning.contact import ContactClass
from cobro.dunning.facts import Facts
from cobro.dunning.ladder import following
from cobro.dunning.letter import Letter, Line, Party, Signer
from cobro.dunning.move import Move, Role
from cobro.dunning.parties import BillingContact, Creditor, PaymentMethod, StaffMember
from cobro.ledger import tables as t
from cobro.ledger.case import Case
from cobro.ledger.work import Work


def write_letter(
    work: Work, contact: t.Contact, top_case: Case, top: Move, together: list[tuple[Case, Move, Facts]]
) -> Letter:
    """Say what one contact says: it opens and is signed as its highest step, and each invoice keeps its own line.

    Amounts are what is open and undisputed inside this transaction.
    """
    creditor, customer = top_case.creditor.value, top_case.customer.value
    signer = _signer(creditor, top.by)
    today = top_case.calendar.local_day(work.now)
    promise = next((facts.promise for case, _, facts in together if case is top_case and facts.promise), None)
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
        lines=tuple(
            Line(
                number=case.invoice.number,
                issued=case.invoice.issued,
                due=case.invoice.due,
                total=case.invoice.total,
                asked=facts.demandable,
                reference=case.invoice.reference,
                step=move.step or "",
                iban=account_of(case),
                by_transfer=contact.contact_class is ContactClass.DUNNING and _is_paid_by_transfer(case, facts),
            )
            for case, move, facts in together
        ),
        promised_for=promise.pay_by if promise else None,
        known_up_to=today,
        logo=creditor.logo,
    )


def account_of(case: Case) -> str:
    """The IBAN into which a case's invoice is to be paid."""
    return case.creditor.value.account(case.invoice.iban)


def _is_paid_by_transfer(case: Case, facts: Facts) -> bool:
    """Whether a code may be printed that pays what is open: not while a part of it is contested."""
    return case.invoice.method is PaymentMethod.TRANSFER and not facts.disputed


def _signer(creditor: Creditor, by: Role) -> BillingContact | StaffMember:
    if by is Role.AUTOMATIC and creditor.billing_contact:
        return creditor.billing_contact
    return creditor.member("senior" if by is Role.SENIOR else "junior")
