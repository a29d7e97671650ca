"""Putting together what a letter says, from the ledger, at the moment of the claim."""

from __future__ import annotations

from cobro.dunning.facts import Facts
from cobro.dunning.ladder import following
from cobro.dunning.letter import Letter, Line, Party, Signer
from cobro.dunning.move import Move, Role
from cobro.ledger.case import Case
from cobro.ledger.work import Work


def write_letter(
    work: Work, contact_id: str, top_case: Case, top: Move, together: list[tuple[Case, Move, Facts]]
) -> Letter:
    """Say what one contact says: it opens and is signed as its highest step, and each invoice keeps its own line.

    Amounts are what is open and undisputed inside this transaction.
    """
    creditor, customer = top_case.creditor.value, top_case.customer.value
    signer = creditor.member("senior" if top.by is Role.SENIOR else "junior")
    today = top_case.calendar.local_day(work.now)
    promise = next((facts.promise for case, _, facts in together if case is top_case and facts.promise), None)
    return Letter(
        contact=contact_id,
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
        iban=creditor.iban,
        terms=creditor.terms.get(customer.language) or creditor.terms[creditor.language],
        today=today,
        follow_up=following(top_case.policy, top.step, today, top_case.calendar),
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
            )
            for case, move, facts in together
        ),
        promised_for=promise.pay_by if promise else None,
        known_up_to=today,
    )
