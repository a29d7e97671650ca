"""What left between a payment's booking day and our learning of it is counted; what the bank took back is said once."""

from __future__ import annotations

import pytest

from cobro.dunning.contact import Accepted, Channel
from cobro.dunning.letter import Letter
from cobro.ledger import queries
from cobro.ledger.door import Claimed
from cobro.ledger.returned import returned_since_last_letter
from tests.ledger.bank_files import came, returned, take
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


def test_money_crosses_with_letters_about_the_invoice_that_it_is_on(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2", of="C-2"))
    stage.contact(COURTESY)
    stage.tell(payment(number="F-2", booked=day("2026-03-02")), "2026-03-05 12:00")
    assert crossed(stage) == {}
    stage.undo("P-1", "2026-03-05 13:00")
    stage.tell(payment("P-2", number="F-unknown", booked=day("2026-03-02")), "2026-03-05 14:00")
    stage.direct("P-2", "F-1", "2026-03-05 15:00")
    assert crossed(stage) == {"F-1": 1}


def test_the_day_on_which_the_bank_booked_it_counts_and_not_that_of_its_value(stage: Stage) -> None:
    stage.bring(invoice("F-2026-0001"))
    stage.contact(COURTESY, "F-2026-0001")
    take(stage, came("100", "F-2026-0001", "2026-03-03", value=day("2026-03-04")), now="2026-03-04 09:00")
    assert crossed(stage) == {"F-2026-0001": 1}


def test_what_the_bank_took_back_is_said_of_the_invoice_that_it_had_paid(stage: Stage) -> None:
    stage.bring(invoice("F-2026-0001"), invoice("F-2026-0002", of="C-2"))
    take(stage, came("100", "F-2026-0001", end_to_end="E-1"))
    stage.undo("bank/1/1", "2026-03-11 10:00")
    stage.direct("bank/1/1", "F-2026-0002", "2026-03-11 11:00")
    take(stage, returned("100", end_to_end="E-1"), now="2026-03-13 09:00")
    right, wrong = stage.invoice("F-2026-0002"), stage.invoice("F-2026-0001")
    with stage.ledger.reading() as session:
        assert returned_since_last_letter(session, [wrong, right]) == {right.id: day("2026-03-12")}


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
