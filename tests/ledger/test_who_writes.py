"""What a letter takes from the creditor: who signs, where answers go, which account is named."""

from __future__ import annotations

import pytest

from cobro.dunning.contact import Channel
from cobro.dunning.letter import Letter
from cobro.dunning.parties import BillingContact, Creditor
from tests.ledger.builders import COURTESY, CREDITOR, IMPORTED, at, invoice
from tests.ledger.stage import Stage

SECOND = "GB33BUKB20201555555555"
DESK = BillingContact(name="Facturas", email="facturas@ebro.example", phone="+34976000103")


def written(stage: Stage, **changes: object) -> Letter:
    """The first letter about an invoice that is paid into the second account."""
    stage.bring(invoice(iban=SECOND))
    stage.ledger.register_creditor(Creditor.model_validate(CREDITOR.model_dump() | changes), at(IMPORTED), who="ana")
    letters: list[Letter] = []

    def keep(channel: Channel, letter: Letter) -> bytes:
        letters.append(letter)
        return b"x"

    stage.claim(COURTESY, render=keep)
    return letters[-1]


@pytest.mark.parametrize(
    ("changes", "signer", "reply_to", "iban"),
    [
        ({}, "Irene Lacasa", None, CREDITOR.ibans[0]),
        ({"billing_contact": DESK}, "Facturas", None, CREDITOR.ibans[0]),
        ({"reply_to": "cobros@ebro.example"}, "Irene Lacasa", "cobros@ebro.example", CREDITOR.ibans[0]),
        ({"ibans": (*CREDITOR.ibans, SECOND)}, "Irene Lacasa", None, SECOND),
    ],
)
def test_a_letter_names_whom_and_what_the_creditor_says(
    stage: Stage, changes: dict[str, object], signer: str, reply_to: str | None, iban: str
) -> None:
    letter = written(stage, **changes)
    assert (letter.signer.name, letter.reply_to, letter.lines[0].iban) == (signer, reply_to, iban)
