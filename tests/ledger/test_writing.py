"""What the ledger puts into a letter: the sums, and whether a code that pays them may be printed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cobro.dunning.contact import Channel
from cobro.dunning.event import Event
from cobro.dunning.letter import Letter, Line
from cobro.ledger import tables as t
from tests.ledger.builders import COURTESY, IMPORTED, event, invoice, payment
from tests.ledger.stage import Stage


def line_of(stage: Stage) -> Line:
    """The invoice as the letter has it that leaves now."""
    written: list[Letter] = []

    def render(channel: Channel, letter: Letter) -> bytes:
        written.append(letter)
        return b"words"

    stage.claim(COURTESY, render=render)
    ((line,),) = [letter.lines for letter in written]
    return line


def test_what_is_open_is_asked_for_and_may_be_paid_by_a_code(stage: Stage) -> None:
    stage.bring(invoice())
    line = line_of(stage)

    assert (str(line.asked), line.iban, line.by_transfer) == ("100.00 EUR", "ES9121000418450200051332", True)


@pytest.mark.parametrize(
    ("happened", "asked", "by_transfer"),
    [
        (payment(amount="40"), "60.00 EUR", True),
        (event("dispute_opened", amount=Decimal(40)), "60.00 EUR", False),
    ],
    ids=lambda each: each.kind if hasattr(each, "kind") else None,
)
def test_a_code_pays_what_is_left_but_not_around_a_dispute(
    stage: Stage, happened: Event, asked: str, by_transfer: bool
) -> None:
    stage.bring(invoice())
    stage.tell(happened, IMPORTED)
    # A dispute is on somebody's desk; the rest is asked for once they have looked into it.
    for task in stage.rows(t.Task):
        with stage.ledger.writing() as session:
            session.get_one(t.Task, task.id).state = t.TaskState.DONE
    stage.move(COURTESY)
    line = line_of(stage)

    assert (str(line.asked), line.by_transfer) == (asked, by_transfer)


def test_what_is_not_paid_by_transfer_is_not_paid_by_a_code(stage: Stage) -> None:
    stage.bring(invoice(method="card"))

    assert not line_of(stage).by_transfer
