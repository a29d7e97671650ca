"""Replies: who wrote is left in peace until somebody answers, three working days at most; nothing that came is lost."""

from __future__ import annotations

from cobro.dunning.event import Event
from cobro.ledger.door import Closed
from tests.ledger.builders import (
    CALL,
    COURTESY,
    FRIENDLY,
    at,
    called,
    case,
    event,
    invoice,
    payment,
    promise,
    render,
)
from tests.ledger.stage import Stage

WROTE = "2026-03-06 12:00"  # a Friday
OVER = "2026-03-11 10:30"  # three working days later


def wrote(stage: Stage, now: str = WROTE, event_id: str = "M-1", number: str = "F-1") -> str:
    reply = event("reply_received", event_id, invoice=number)
    return stage.ledger.record(reply, at(now), who="ana", source="test", note="We pay next week").verdict


def test_a_reply_silences_the_whole_customer(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"), invoice("F-9", of="C-9"))
    stage.contact(COURTESY)
    assert wrote(stage) == "applied"
    for number in ("F-1", "F-2"):
        assert isinstance(stage.claim(FRIENDLY, number), Closed)
        assert stage.next(number)[0] == "look"
    assert stage.next("F-9")[0] == "send_email"
    assert stage.tasks() == [("reply", "answer the customer", "2026-03-11")]


def test_the_door_reads_a_reply_that_came_in_the_very_minute(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"))
    n = stage.move(COURTESY).n
    wrote(stage, COURTESY, number="F-2")
    assert isinstance(stage.ledger.claim(case(), n, at(COURTESY), render), Closed)
    assert stage.contacts() == []


def test_once_answered_the_same_step_returns(stage: Stage) -> None:
    stage.bring(invoice())
    stage.contact(COURTESY)
    wrote(stage)
    stage.relay_did_its_work(WROTE)
    assert stage.tell(event_handled(stage), "2026-03-09 10:00").verdict == "applied"
    assert stage.next()[1] == "week-1"
    assert stage.outbox() == ["wake_case"]
    assert stage.contact(FRIENDLY).content.startswith(b"email friendly")


def test_after_three_working_days_it_is_the_seniors_and_the_ladder_goes_on(stage: Stage) -> None:
    stage.bring(invoice())
    stage.contact(COURTESY)
    wrote(stage)
    stage.move(OVER)
    assert stage.task("reply").owner == "Tomás Bielsa"
    assert stage.task("reply").state == "open"
    assert stage.next()[:2] == ("send_email", "week-1")
    stage.contact(OVER)


def test_a_reply_takes_the_call_off_the_desk_and_the_call_comes_back(stage: Stage) -> None:
    stage.bring(invoice())
    stage.contact(COURTESY)
    stage.contact(FRIENDLY)
    stage.claimed(CALL)
    number = stage.task("call").id
    wrote(stage, CALL)
    assert [kind for kind, _, _ in stage.tasks()] == ["reply"]
    answer = stage.tell(called(number, "spoke"), CALL)
    assert answer.reason == f"task {number} was withdrawn on 2026-03-16: silenced"
    stage.tell(event_handled(stage), CALL)
    assert stage.next()[1] == "week-2-call"


def test_what_is_owed_waits_for_the_answer_too(stage: Stage) -> None:
    stage.bring(invoice())
    wrote(stage)
    stage.tell(promise("2026-03-20"), WROTE)
    assert isinstance(stage.claim(WROTE), Closed)
    stage.tell(event_handled(stage), WROTE)
    assert stage.next()[1] == "promise-confirmed-1"


def test_each_reply_is_a_task_of_its_own_and_the_same_one_twice_is_one(stage: Stage) -> None:
    stage.bring(invoice())
    wrote(stage)
    assert wrote(stage) == "repeated"
    wrote(stage, "2026-03-09 12:00", "M-2")
    assert len(stage.tasks()) == 2
    stage.tell(event_handled(stage), "2026-03-09 13:00")
    assert stage.next()[0] == "look"


def test_a_reply_about_an_unknown_invoice_is_kept_until_it_comes(stage: Stage) -> None:
    stage.bring(invoice("F-2"))
    assert wrote(stage) == "kept"
    assert stage.event("M-1").note == "We pay next week"
    stage.bring(invoice(), now="2026-03-06 13:00")
    assert stage.next("F-2")[0] == "look"
    assert [kind for kind, _, _ in stage.tasks()] == ["reply"]


def test_who_wrote_is_answered_although_everything_was_paid(stage: Stage) -> None:
    stage.bring(invoice())
    wrote(stage)
    stage.tell(payment(), WROTE)
    assert stage.endings() == ["settled"]
    assert stage.tell(event_handled(stage), WROTE).verdict == "applied"
    assert stage.tasks() == []


def test_a_task_that_is_no_open_reply_is_refused(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(event("dispute_opened"), WROTE)
    handled = event("reply_handled", "H-1", task=stage.task("dispute").id)
    assert stage.tell(handled, WROTE).reason.startswith("task: expected the number of a reply on the desk")


def event_handled(stage: Stage) -> Event:
    return event("reply_handled", f"H-{stage.task('reply').id}", task=stage.task("reply").id)
