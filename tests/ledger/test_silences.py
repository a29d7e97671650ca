"""Disputes and holds: what they silence, whom they ask, and how the ladder resumes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.ledger.builders import CALL, COURTESY, FRIENDLY, IMPORTED, at, day, event, invoice, payment
from tests.ledger.stage import Stage

OPENED = "2026-03-02 12:00"


def test_a_dispute_silences_the_case_and_asks_a_senior(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(event("dispute_opened", reason="goods"), OPENED)
    assert stage.tasks() == [("dispute", "clear up: goods", "2026-03-09")]
    assert stage.task("dispute").owner == "Tomás Bielsa"
    assert stage.next() == ("look", None, day("2026-03-09"))


def test_a_dispute_of_a_part_lets_the_ladder_ask_for_the_rest(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(event("dispute_opened", amount=Decimal(30)), OPENED)
    assert stage.next()[:2] == ("send_email", "courtesy")
    assert stage.contact(COURTESY).content == b"email courtesy: F-1 courtesy 70.00 EUR"


def test_the_case_is_silent_once_only_the_disputed_part_is_left(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(event("dispute_opened", amount=Decimal(30)), OPENED)
    stage.tell(payment(amount="70"), OPENED)
    assert stage.next()[0] == "look"


def test_more_than_the_invoice_cannot_be_disputed(stage: Stage) -> None:
    stage.bring(invoice())
    answer = stage.tell(event("dispute_opened", amount=Decimal("100.01")), OPENED)
    assert answer.reason == "amount: at most the invoice's 100.00 EUR can be disputed, got 100.01 EUR"


def test_a_dispute_of_fractions_of_a_cent_is_refused(stage: Stage) -> None:
    stage.bring(invoice())
    answer = stage.tell(event("dispute_opened", amount=Decimal("0.001")), OPENED)
    assert answer.verdict == "refused"


def test_a_resolved_dispute_resumes_the_ladder_where_it_was(stage: Stage) -> None:
    stage.bring(invoice())
    stage.contact(COURTESY)
    stage.tell(event("dispute_opened"), COURTESY)
    stage.tell(event("dispute_resolved"), "2026-03-05 12:00")
    assert stage.tasks() == []
    assert stage.next()[:2] == ("send_email", "week-1")


def test_resolving_what_is_not_disputed_is_refused(stage: Stage) -> None:
    stage.bring(invoice())
    assert stage.tell(event("dispute_resolved"), OPENED).reason == "invoice F-1 is not disputed"


def test_resolving_one_dispute_leaves_that_of_another_invoice_on_the_desk(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"))
    for number in ("F-1", "F-2"):
        stage.tell(event("dispute_opened", f"D-{number}", invoice=number), OPENED)
    stage.tell(event("dispute_resolved"), "2026-03-03 08:00")
    assert len(stage.tasks()) == 1
    stage.tell(event("dispute_resolved", "S-2", invoice="F-2"), "2026-03-03 08:00")
    assert stage.tasks() == []
    assert len(stage.tasks("done")) == 1


def test_a_dispute_takes_a_call_off_the_desk(stage: Stage) -> None:
    stage.bring(invoice())
    stage.contact(COURTESY)
    stage.contact(FRIENDLY)
    stage.claimed(CALL)
    stage.tell(event("dispute_opened"), CALL)
    assert [kind for kind, _, _ in stage.tasks()] == ["dispute"]


def test_an_overdue_dispute_is_called_to_mind_with_a_new_day(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(event("dispute_opened"), OPENED)
    stage.move("2026-03-09 09:30")
    assert stage.tasks() == [("dispute", "clear up: other", "2026-03-12")]
    assert stage.next()[2] == day("2026-03-12")
    assert "task_overdue" in stage.told()


def test_a_hold_leaves_the_case_in_peace_up_to_its_day(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(event("hold_placed", until=day("2026-03-20")), IMPORTED)
    assert stage.next() == ("look", None, day("2026-03-23"))
    stage.move("2026-03-23 10:30")
    assert stage.next()[:2] == ("send_email", "courtesy")


@pytest.mark.parametrize("until", ["2026-03-01", "2026-06-01"])
def test_a_hold_in_the_past_or_beyond_the_limits_is_refused(stage: Stage, until: str) -> None:
    stage.bring(invoice())
    answer = stage.tell(event("hold_placed", until=day(until)), IMPORTED)
    assert answer.verdict == "refused"
    assert answer.reason == f"until: expected a day from 2026-03-02 to 2026-05-31, got {until}"


def test_a_released_hold_wakes_the_case(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(event("hold_placed", until=day("2026-03-20")), IMPORTED)
    stage.relay_did_its_work(IMPORTED)
    stage.tell(event("hold_released"), COURTESY)
    assert stage.outbox() == ["wake_case"]
    assert stage.moves()[-1].at == at(COURTESY)


def test_releasing_what_is_not_held_is_refused(stage: Stage) -> None:
    stage.bring(invoice())
    assert stage.tell(event("hold_released"), COURTESY).reason == "invoice F-1 is not on hold"


def test_a_silence_gives_no_contact_however_late(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(event("hold_placed", until=day("2026-03-20")), IMPORTED)
    for when in (COURTESY, FRIENDLY, CALL):
        stage.move(when)
        assert stage.next()[0] == "look"
