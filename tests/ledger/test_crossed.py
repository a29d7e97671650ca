"""What left between a payment's booking day and our learning of it is counted; what the bank took back is said once."""

from __future__ import annotations

import pytest

from cobro.dunning.contact import Accepted, Channel
from cobro.dunning.letter import Letter
from cobro.ledger import queries
from cobro.ledger.door import Claimed
from cobro.ledger.returned import returned_since_last_letter
from tests.ledger.builders import COURTESY, EBRO, FRIENDLY, day, event, invoice, payment, render, reversal
from tests.ledger.stage import Stage


def crossed(stage: Stage) -> dict[str, int]:
    with stage.ledger.reading() as session:
        return {number: len(contacts) for number, contacts in queries.crossed(session, EBRO).items()}


@pytest.mark.parametrize(
    ("booked", "count"),
    [("2026-03-02", 1), ("2026-03-03", 1), ("2026-03-04", 0)],
    ids=["the day before the letter", "the day of the letter", "the day after it"],
)
def test_a_letter_crosses_with_money_that_the_bank_had_already(stage: Stage, booked: str, count: int) -> None:
    stage.bring(invoice())
    stage.contact(COURTESY)
    stage.tell(payment(booked=day(booked)), "2026-03-05 12:00")

    assert crossed(stage) == ({"F-1": count} if count else {})


def test_what_left_after_we_knew_does_not_cross(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(payment(amount="40", booked=day("2026-02-27")), "2026-03-02 12:00")
    stage.contact(COURTESY)

    assert crossed(stage) == {}


def test_a_payment_that_was_recorded_by_mistake_crosses_with_nothing(stage: Stage) -> None:
    stage.bring(invoice())
    stage.contact(COURTESY)
    stage.tell(payment(booked=day("2026-03-02")), "2026-03-05 12:00")
    stage.tell(event("event_undone", event="P-1"), "2026-03-05 13:00")

    assert crossed(stage) == {}


def test_the_next_letter_says_that_the_bank_took_the_payment_back_and_the_one_after_does_not(stage: Stage) -> None:
    letters: list[Letter] = []

    def keep(channel: Channel, letter: Letter) -> bytes:
        letters.append(letter)
        return render(channel, letter)

    stage.bring(invoice())
    stage.contact(COURTESY)
    stage.tell(payment(amount="40"), "2026-03-04 12:00")
    stage.tell(reversal(booked=day("2026-03-05")), "2026-03-06 12:00")
    claimed = stage.claim(FRIENDLY, render=keep)
    assert isinstance(claimed, Claimed)
    stage.settle(claimed.message, Accepted("sg-2"), FRIENDLY)

    assert [line.returned for letter in letters for line in letter.lines] == [day("2026-03-05")]
    with stage.ledger.reading() as session:
        assert returned_since_last_letter(session, [stage.invoice()]) == {}


def test_a_reversal_that_was_a_mistake_is_not_spoken_of(stage: Stage) -> None:
    letters: list[Letter] = []

    def keep(channel: Channel, letter: Letter) -> bytes:
        letters.append(letter)
        return render(channel, letter)

    stage.bring(invoice())
    stage.contact(COURTESY)
    stage.tell(payment(amount="40"), "2026-03-04 12:00")
    stage.tell(reversal(booked=day("2026-03-05")), "2026-03-06 12:00")
    stage.tell(event("event_undone", event="R-P-1"), "2026-03-06 13:00")
    stage.claim(FRIENDLY, render=keep)

    assert [str(line.asked) for letter in letters for line in letter.lines] == ["60.00 EUR"]
    assert [line.returned for letter in letters for line in letter.lines] == [None]
