"""Segments in the ledger: how a customer has paid decides, as the policy says, and no step is repeated by it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import event as sqlalchemy_event

from cobro.dunning.contact import Channel, ContactClass
from cobro.ledger import tables as t
from cobro.ledger.door import Closed
from cobro.ledger.queries import cases
from tests.ledger.builders import (
    COURTESY,
    EBRO,
    IMPORTED,
    at,
    case,
    customer,
    day,
    invoice,
    payment,
    promise,
    reversal,
    undoing,
)
from tests.ledger.stage import Stage

BEFORE, LEARNED, EARLY = "2025-12-02 09:00", "2026-02-20 12:00", "2026-02-23 08:00"
WORD = "2026-02-27 10:30"
"""The Friday before the due date of F-1."""
DECIDE = "2026-04-06 10:30"
DAY = dt.timedelta(days=1)


def paid_before(stage: Stage, *days_late: int, source: str = "test") -> Stage:
    """Invoices of the customer that were paid so many days late."""
    due = [day("2026-01-05") + DAY * k for k in range(len(days_late))]
    stage.bring(*(invoice(f"H-{k}", issued=day("2025-12-01"), due=each) for k, each in enumerate(due)), now=BEFORE)
    for k, (each, days) in enumerate(zip(due, days_late, strict=True)):
        paid = payment(f"PH-{k}", number=f"H-{k}", booked=each + DAY * days)
        stage.ledger.record(paid, at(LEARNED), who="ana", source=source)
    return stage


def test_who_pays_late_hears_a_short_word_before_the_due_date_and_the_ladder_keeps_its_days(stage: Stage) -> None:
    paid_before(stage, 12, 0, 9, 20).bring(invoice(), now=EARLY)

    assert stage.next() == ("send_email", "before-due", day("2026-02-27"))
    assert "habitual-late: 3 of the last 4 invoices were paid late" in stage.why()
    assert "**Segment** habitual-late: 3 of the last 4 invoices were paid late" in stage.move(EARLY).details
    message = stage.contact(WORD)
    assert message.content == b"email before-due: F-1 before-due 100.00 EUR"
    assert stage.rows(t.Contact)[-1].contact_class is ContactClass.DUNNING
    assert stage.next() == ("send_email", "courtesy", day("2026-03-03"))
    stage.contact(COURTESY)
    assert stage.next() == ("send_email", "week-1", day("2026-03-09"))


def test_a_word_before_the_due_date_is_about_all_that_falls_due_and_asks_for_no_more(stage: Stage) -> None:
    paid_before(stage, 12, 9, 20)
    stage.bring(invoice(), invoice("F-2", amount="40"), invoice("F-3", due=day("2026-04-20")), now=EARLY)

    assert b"F-1 before-due 100.00 EUR; F-2 before-due 40.00 EUR" in stage.contact(WORD).content
    assert [stage.next(number)[1:] for number in ("F-2", "F-3")] == [
        ("courtesy", day("2026-03-03")),
        ("before-due", day("2026-04-17")),
    ]


def test_a_text_message_that_reminds_has_no_room_for_a_word_in_advance(stage: Stage) -> None:
    paid_before(stage, 12, 9, 20)
    overdue = invoice("F-2", due=day("2026-02-10"))
    unreachable = (customer(email=None),)
    stage.bring(overdue, customers=unreachable, now="2026-02-10 08:00")
    stage.tell(promise("2026-02-24", invoices=("F-2",)), "2026-02-10 09:00")
    stage.contact("2026-02-10 10:30", "F-2")
    stage.bring(overdue, invoice(), customers=unreachable, now=EARLY)
    assert stage.next()[1] == "before-due"
    sent = stage.contact(WORD, "F-2")

    assert (sent.channel, b"F-1" in sent.content) == (Channel.SMS, False)
    assert stage.steps() == []


def test_a_word_is_said_to_whoever_becomes_known_for_paying_late_before_it_is_due(stage: Stage) -> None:
    paid_before(stage, 12, 9)
    stage.bring(invoice("H-9", issued=day("2025-12-01"), due=day("2026-01-20")), now=BEFORE)
    stage.bring(invoice(), now="2026-02-10 08:00")
    assert stage.next()[1] == "courtesy"
    stage.relay_did_its_work(EARLY)

    stage.tell(payment("late", number="H-9", booked=day("2026-02-23")), EARLY)
    assert stage.next() == ("send_email", "before-due", day("2026-02-27"))
    assert stage.outbox() == ["wake_case", "wake_case"]


def test_a_payment_silences_the_word_too(stage: Stage) -> None:
    paid_before(stage, 12, 9, 20).bring(invoice(), now=EARLY)
    stage.tell(payment(booked=day("2026-02-27")), WORD)

    assert isinstance(stage.claim(WORD), Closed)
    assert stage.endings() == ["settled"]


def test_a_good_payer_is_left_in_peace_longer_and_the_distances_stay(stage: Stage) -> None:
    paid_before(stage, 0, -3, 2).bring(invoice())

    assert stage.next() == ("send_email", "courtesy", day("2026-03-06"))
    assert "3 more (good-payer: 3 of the last 3 invoices were paid on time)" in stage.why()
    stage.contact("2026-03-06 10:30")
    assert stage.next() == ("send_email", "week-1", day("2026-03-12"))


@pytest.mark.parametrize(
    ("lateness", "source"),
    [((0, 0), "test"), ((0, 0, 30), "test"), ((0, 0, 0), "import")],
    ids=["too few are known", "one was late", "the days are not known"],
)
def test_whoever_is_no_good_payer_is_reminded_on_the_first_day(
    stage: Stage, lateness: tuple[int, ...], source: str
) -> None:
    paid_before(stage, *lateness, source=source).bring(invoice())
    assert stage.next() == ("send_email", "courtesy", day("2026-03-03"))


def test_a_payment_that_was_a_mistake_is_no_habit(stage: Stage) -> None:
    paid_before(stage, 0, 0, 0)
    stage.undo("PH-1", LEARNED)
    stage.bring(invoice())
    assert stage.next()[1:] == ("courtesy", day("2026-03-03"))


def test_a_step_keeps_its_day_when_the_customer_leaves_the_segment(stage: Stage) -> None:
    stage.bring(invoice("H-9", issued=day("2025-12-01"), due=day("2026-01-20")), now=BEFORE)
    paid_before(stage, 0, 0, 0).bring(invoice())
    assert stage.next()[2] == day("2026-03-06")

    stage.tell(payment("late", number="H-9", booked=day("2026-03-04")), "2026-03-04 12:00")
    stage.move("2026-03-04 12:00")

    assert stage.next() == ("send_email", "courtesy", day("2026-03-06"))
    assert stage.episodes()[0].segment is None


def test_who_pays_by_debit_is_left_alone_and_a_person_asks_what_became_of_it(stage: Stage) -> None:
    stage.bring(invoice(method="direct_debit"))

    assert stage.next() == ("look", None, day("2026-03-16"))
    assert stage.why() == "direct-debit: no reminder until a debit is returned (paid by direct debit)"
    move = stage.move("2026-03-16 10:30")
    stage.ledger.ask_decision(case(), move.n, at("2026-03-16 10:30"))
    assert stage.tasks() == [
        ("decision", "a debit that was neither paid nor returned: present it, or ask for a transfer", "2026-03-23")
    ]
    assert stage.rows(t.Contact) == []


@pytest.mark.parametrize(("amount", "episode"), [("100", 2), ("40", 1)])
def test_a_returned_debit_starts_the_ladder_on_its_day(stage: Stage, amount: str, episode: int) -> None:
    stage.bring(invoice(method="direct_debit"))
    stage.tell(payment(amount=amount), "2026-03-10 12:00")
    stage.tell(reversal(booked=day("2026-03-12")), "2026-03-12 12:00")

    assert stage.next(episode=episode) == ("send_email", "courtesy", day("2026-03-13"))
    stage.contact("2026-03-13 10:30", episode=episode)
    assert stage.next(episode=episode) == ("send_email", "week-1", day("2026-03-19"))


def test_a_question_about_a_debit_goes_when_it_is_returned(stage: Stage) -> None:
    stage.bring(invoice(method="direct_debit"))
    asked = "2026-03-16 10:30"
    stage.ledger.ask_decision(case(), stage.move(asked).n, at(asked))
    stage.tell(payment(amount="40", booked=day("2026-03-16")), asked)
    stage.tell(reversal(booked=day("2026-03-18")), "2026-03-18 12:00")

    assert stage.tasks() == []
    assert stage.next() == ("send_email", "courtesy", day("2026-03-19"))


def test_a_return_that_was_a_mistake_leaves_the_customer_alone_again(stage: Stage) -> None:
    stage.bring(invoice(method="direct_debit"))
    stage.tell(payment(amount="40"), "2026-03-10 12:00")
    stage.tell(reversal(event_id="R-1", booked=day("2026-03-12")), "2026-03-12 12:00")
    stage.tell(undoing("R-1"), "2026-03-12 13:00")
    assert stage.next()[0] == "look"


def small(stage: Stage) -> None:
    """Two sums that are small together, reminded of once."""
    stage.bring(invoice(amount="5"), invoice("F-2", amount="4"))
    assert b"F-1 courtesy 5.00 EUR; F-2 courtesy 4.00 EUR" in stage.contact(COURTESY).content


def test_small_sums_are_reminded_of_once_and_are_one_question_of_the_customer(stage: Stage) -> None:
    small(stage)
    for number in ("F-1", "F-2"):
        assert stage.next(number) == ("ask_decision", "decision", day("2026-04-06"))
        assert "small: at most courtesy (owes 9.00 EUR, below 15.00 EUR)" in stage.why(number)
        stage.ledger.ask_decision(case(number), stage.move(DECIDE, number).n, at(DECIDE))

    assert stage.tasks() == [("decision", "a small sum: write it off, or go on", "2026-04-13")]


def test_a_small_sum_goes_along_with_a_greater_one(stage: Stage) -> None:
    small(stage)
    stage.ledger.ask_decision(case(), stage.move(DECIDE).n, at(DECIDE))
    stage.bring(invoice("F-3", amount="500", due=day("2026-04-07")), now=DECIDE)
    sent = stage.contact("2026-04-08 10:30", "F-3").content

    assert b"F-3 courtesy 500.00 EUR" in sent
    assert b"F-2 week-1 4.00 EUR" in sent
    # Of F-1 somebody has been asked, until it is looked at next.
    stage.move("2026-04-13 10:30")
    assert stage.tasks() == []
    assert stage.next()[1] == "week-1"


def test_a_book_of_a_new_customer_knows_what_is_small_and_what_is_paid_by_debit(stage: Stage) -> None:
    stage.bring(
        invoice(amount="14"), invoice("F-2", of="C-2", amount="14"), invoice("F-3", of="C-2", due=day("2026-03-01"))
    )
    stage.bring(invoice("F-4", of="C-4", method="direct_debit"))

    with stage.ledger.reading() as session:
        lines = {line.invoice: line.segment for line in cases(session, EBRO)}
    assert lines == {"F-1": "small", "F-2": None, "F-3": None, "F-4": "direct-debit"}


def test_a_customer_is_looked_up_once_in_a_transaction_and_no_more_when_the_ladder_has_begun(stage: Stage) -> None:
    paid_before(stage, 0, 0, 0).bring(*(invoice(f"F-{k}") for k in range(1, 6)), now=IMPORTED)
    asked: list[str] = []
    engine = stage.ledger._database.engine

    def hear(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if "max(" in statement and "payment_received" not in statement and "events" in statement:
            asked.append(statement)

    sqlalchemy_event.listen(engine, "before_cursor_execute", hear)
    try:
        stage.move("2026-03-06 10:00", "F-3")
        assert len(asked) == 1
        stage.claimed("2026-03-06 10:30")
        assert len(asked) == 2
        stage.move("2026-03-09 10:30", "F-3")
        assert len(asked) == 2
    finally:
        sqlalchemy_event.remove(engine, "before_cursor_execute", hear)


def test_a_policy_that_knows_no_segments_treats_everybody_alike(stage: Stage) -> None:
    stage.bring(invoice(method="direct_debit", amount=str(Decimal(5))))
    plain = _without_segments(stage)
    assert [one.after.step for one in stage.ledger.compare_policy(plain, at(IMPORTED)).moved] == ["courtesy"]
    stage.ledger.put_in_force(plain, at(IMPORTED), who="ana")
    stage.move("2026-03-16 10:30")
    assert stage.next()[:2] == ("send_email", "courtesy")


def _without_segments(stage: Stage) -> Any:
    policy = stage.ledger.rules.policy("four-weeks")
    return policy.model_copy(update={"segments": (), "version": 2})
