"""Calls: the task on the desk, the outcomes that a person logs, and what each does (R28, R30)."""

from __future__ import annotations

import pytest

from cobro.dunning.answer import Answer
from cobro.dunning.contact import ContactClass
from cobro.dunning.event import Event
from cobro.ledger import queries
from cobro.ledger import tables as t
from cobro.ledger.door import Claimed, Closed
from tests.ledger.builders import (
    CALL,
    COURTESY,
    EBRO,
    FRIENDLY,
    JUNIOR,
    SENIOR,
    at,
    called,
    customer,
    day,
    event,
    invoice,
    payment,
    plan,
    promise,
)
from tests.ledger.stage import Stage


@pytest.fixture
def desk(stage: Stage) -> Stage:
    """A case whose first call is on the desk."""
    stage.bring(invoice())
    stage.contact(COURTESY)
    stage.contact(FRIENDLY)
    stage.claimed(CALL)
    stage.move(CALL)
    return stage


def log(stage: Stage, outcome: str, now: str, event_id: str, **values: object) -> Answer:
    return stage.tell(called(stage.task("call").id, outcome, event_id, **values), now)


def test_a_call_is_a_task_with_an_owner_a_day_and_a_goal(desk: Stage) -> None:
    assert desk.tasks() == [("call", "ask-why", "2026-03-19")]
    assert desk.task("call").owner == "Irene Lacasa"
    assert desk.contacts()[-1] == ("call", "sent")


def test_the_ladder_waits_for_the_call(desk: Stage) -> None:
    assert desk.why() == "week-3 waits for the call"
    for when in ("2026-03-23 10:30", "2026-03-26 10:30"):
        assert isinstance(desk.claim(when), Closed)
        desk.move(when)
    assert len(desk.contacts()) == 3


def test_having_spoken_lets_the_ladder_go_on(desk: Stage) -> None:
    assert log(desk, "spoke", "2026-03-17 11:00", "T-1").verdict == "applied"
    assert desk.tasks("done") == [("call", "ask-why", "2026-03-19")]
    assert desk.contact("2026-03-24 10:30").content.startswith(b"email firm")


def test_no_answer_brings_the_call_back_on_the_next_working_day(desk: Stage) -> None:
    log(desk, "no_answer", "2026-03-20 11:00", "T-1")
    assert desk.tasks() == [("call", "ask-why", "2026-03-23")]


def test_two_tries_on_one_day_count_once(desk: Stage) -> None:
    log(desk, "no_answer", "2026-03-17 11:00", "T-1")
    log(desk, "voicemail", "2026-03-17 16:00", "T-2")
    log(desk, "no_answer", "2026-03-18 11:00", "T-3")
    assert desk.tasks() == [("call", "ask-why", "2026-03-19")]


def test_no_answer_on_three_days_gives_the_call_up_and_changes_the_letter(desk: Stage) -> None:
    for number, when in enumerate(("2026-03-17 11:00", "2026-03-18 11:00", "2026-03-19 11:00")):
        log(desk, "no_answer", when, f"T-{number}")
    assert desk.tasks() == []
    assert desk.contact("2026-03-24 10:30").content.startswith(b"email could-not-reach")


def test_a_call_that_was_made_takes_the_customers_day(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2", due=day("2026-03-16")))
    stage.contact(COURTESY)
    stage.contact(FRIENDLY)
    stage.claimed(CALL)
    log(stage, "no_answer", "2026-03-17 11:00", "T-1")
    assert isinstance(stage.claim("2026-03-17 12:00", "F-2"), Closed)
    assert isinstance(stage.claim("2026-03-18 12:00", "F-2"), Claimed)


def test_the_wrong_person_becomes_a_repair_and_the_step_returns(desk: Stage) -> None:
    log(desk, "wrong_person", "2026-03-17 11:00", "T-1")
    assert desk.tasks() == [("repair", "find the right person to call", "2026-03-18")]
    assert desk.steps() == ["courtesy", "week-1"]
    assert desk.why() == "waiting for a person: repair"


def test_a_call_back_moves_the_call_to_its_day(desk: Stage) -> None:
    log(desk, "call_back", "2026-03-17 11:00", "T-1", call_back=day("2026-03-24"))
    assert desk.tasks() == [("call", "ask-why", "2026-03-24")]


@pytest.mark.parametrize("back", [None, day("2026-03-16"), day("2026-04-17")])
def test_a_call_back_needs_a_day_within_the_limits(desk: Stage, back: object) -> None:
    before = desk.dump()
    answer = log(desk, "call_back", "2026-03-17 11:00", "T-1", call_back=back)
    assert answer.reason == f"call_back: expected a day from 2026-03-17 to 2026-04-16, got {back}"
    assert desk.dump() == before


def test_a_call_that_is_gone_is_refused_naming_why(desk: Stage) -> None:
    desk.tell(payment(), "2026-03-17 09:00")
    answer = log(desk, "spoke", "2026-03-17 11:00", "T-1")
    assert (answer.verdict, answer.reason) == (
        "refused",
        f"task {desk.task('call').id} was withdrawn on 2026-03-17: paid",
    )


def test_a_task_that_is_no_call_is_refused(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(event("dispute_opened"), COURTESY)
    answer = stage.tell(called(stage.task("dispute").id, "spoke"), COURTESY)
    assert answer.reason == f"task: expected the number of a call on the desk, got {stage.task('dispute').id}"


@pytest.mark.parametrize("task", [1, 4711])
def test_a_task_that_does_not_exist_is_refused(stage: Stage, task: int) -> None:
    stage.bring(invoice())
    assert stage.tell(called(task, "spoke"), COURTESY).verdict == "refused"


def test_the_same_call_twice_is_once(desk: Stage) -> None:
    log(desk, "no_answer", "2026-03-17 11:00", "T-1")
    assert log(desk, "no_answer", "2026-03-17 11:00", "T-1").verdict == "repeated"
    assert len(desk.rows(t.Call)) == 1


def test_a_difficulty_told_on_the_telephone_changes_the_next_call(desk: Stage) -> None:
    log(desk, "spoke", "2026-03-17 11:00", "T-1", reason="no_funds")
    desk.contact("2026-03-24 10:30")
    desk.claimed("2026-03-31 10:30")
    assert [(kind, goal) for kind, goal, _ in desk.tasks()] == [("offer", "offer-time")]


def in_difficulty(desk: Stage) -> Stage:
    """A case whose customer told of a difficulty in the second week; in the fourth, time is to be offered."""
    log(desk, "spoke", "2026-03-17 11:00", "T-1", reason="no_funds")
    desk.contact("2026-03-24 10:30")
    desk.claimed("2026-03-31 10:30")
    return desk


def test_an_offer_of_time_counts_in_no_budget_and_takes_no_day(desk: Stage) -> None:
    in_difficulty(desk)
    last = max(desk.rows(t.Contact), key=lambda row: row.claimed_at)
    assert last.contact_class is ContactClass.OWED
    desk.bring(invoice("F-2", due=day("2026-03-30")))
    assert desk.tell(called(desk.task("offer").id, "no_answer", "T-2"), "2026-03-31 11:00").verdict == "applied"
    assert isinstance(desk.claim("2026-03-31 12:00", "F-2"), Claimed)


def test_an_offer_never_joins_a_call_that_presses(desk: Stage) -> None:
    in_difficulty(desk)
    desk.bring(invoice("F-2", due=day("2026-03-16")), now="2026-03-31 12:00")
    for when in ("2026-04-01 10:30", "2026-04-07 10:30", "2026-04-14 10:30"):
        desk.move(when, "F-2")
        desk.claim(when, "F-2")
    assert sorted(kind for kind, _, _ in desk.tasks() if kind != "decision") == ["call", "offer"]


def test_a_plan_takes_the_offer_off_the_desk_and_a_conversation_does_it(desk: Stage) -> None:
    in_difficulty(desk)
    offer = desk.task("offer").id
    assert desk.tell(called(offer, "spoke", "T-2"), "2026-03-31 12:00").verdict == "applied"
    assert desk.tasks() == []
    assert desk.next()[:2] == ("ask_decision", "decision")


def test_a_promise_takes_the_offer_off_the_desk(desk: Stage) -> None:
    in_difficulty(desk)
    desk.tell(promise("2026-04-10"), "2026-03-31 12:00")
    assert desk.tasks() == []


def test_one_call_covers_all_the_invoices_of_a_customer(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"))
    for when in (COURTESY, FRIENDLY):
        stage.contact(when)
    stage.claimed(CALL)
    assert len(stage.tasks()) == 1
    assert stage.steps("F-1")[-1] == stage.steps("F-2")[-1] == "week-2-call"


def test_a_higher_call_that_joins_an_open_one_is_a_seniors_with_its_own_goal(stage: Stage) -> None:
    last_word = invoice("F-1", due=day("2026-02-16"), last_step="week-3", last_step_on=day("2026-03-10"))
    ask_why = invoice("F-2", last_step="week-1", last_step_on=day("2026-03-09"))
    stage.bring(last_word, ask_why, now="2026-03-10 18:00")
    stage.claimed(CALL, "F-2")
    assert (stage.task("call").goal, stage.task("call").owner) == ("ask-why", JUNIOR)

    stage.claimed("2026-03-17 10:30", "F-1")
    assert (stage.task("call").goal, stage.task("call").owner) == ("last-word", SENIOR)
    assert len(stage.tasks()) == 1


def test_a_payment_takes_one_invoice_off_a_call_and_leaves_the_other(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"))
    for when in (COURTESY, FRIENDLY):
        stage.contact(when)
    stage.claimed(CALL)
    stage.tell(payment(), CALL)
    assert len(stage.tasks()) == 1
    assert "task_left" in stage.told("F-1")
    assert stage.contacts()[-1] == ("call", "sent")
    stage.tell(payment("P-2", number="F-2"), CALL)
    assert stage.tasks() == []
    assert stage.contacts()[-1] == ("call", "withdrawn")


def test_an_overdue_call_goes_to_the_senior(desk: Stage) -> None:
    desk.move("2026-03-23 09:30")
    assert desk.tasks() == [("call", "ask-why", "2026-03-26")]
    assert desk.task("call").owner == "Tomás Bielsa"
    assert desk.next()[2] == at("2026-03-26 09:00").date()


def test_without_a_telephone_number_the_call_becomes_a_repair(stage: Stage) -> None:
    stage.bring(invoice(), customers=(customer(phone=None),))
    stage.contact(COURTESY)
    stage.contact(FRIENDLY)
    stage.move(CALL)
    assert isinstance(stage.claim(CALL), Closed)
    assert stage.tasks() == [("repair", "find a phone number", "2026-03-17")]


SILENCERS = {
    "payment": payment(),
    "promise": promise("2026-03-20"),
    "dispute": event("dispute_opened"),
    "hold": event("hold_placed", until=day("2026-03-20")),
    "plan": plan(("2026-04-01", "100")),
}


@pytest.mark.parametrize("what", SILENCERS)
def test_what_silences_one_invoice_leaves_the_call_for_the_others(stage: Stage, what: str) -> None:
    stage.bring(invoice(), invoice("F-2"))
    for when in (COURTESY, FRIENDLY):
        stage.contact(when)
    stage.claimed(CALL)
    number = stage.task("call").id
    stage.tell(SILENCERS[what], CALL)
    with stage.ledger.reading() as session:
        assert [row.number for row in queries.invoices_of_task(session, number)] == ["F-2"]
    assert "week-2-call" not in stage.steps("F-1")
    assert stage.tell(called(number, "spoke"), CALL).verdict == "applied"


@pytest.mark.parametrize("what", SILENCERS)
def test_what_silences_all_of_a_call_withdraws_it_and_says_why(desk: Stage, what: str) -> None:
    number = desk.task("call").id
    desk.tell(SILENCERS[what], CALL)
    assert not [task for task in desk.tasks() if task[0] == "call"]
    reason = desk.tell(called(number, "spoke"), CALL).reason
    assert reason.startswith(f"task {number} was withdrawn on 2026-03-16: ")


def test_after_a_hold_the_call_that_was_withdrawn_comes_back(desk: Stage) -> None:
    desk.tell(SILENCERS["hold"], CALL)
    desk.tell(event("hold_released"), "2026-03-17 10:00")
    assert desk.next()[:2] == ("open_call", "week-2-call")
    desk.claimed("2026-03-17 10:30")
    assert desk.tasks() == [("call", "ask-why", "2026-03-20")]


def test_who_was_written_to_today_is_called_another_day_and_the_desk_says_so(desk: Stage) -> None:
    tuesday = "2026-03-17 10:30"
    desk.bring(invoice(), invoice("F-2", due=day("2026-03-16")), now=CALL)
    desk.contact(tuesday, "F-2")

    assert [line.heard_today for line in on_desk(desk, "2026-03-17 11:00")] == ["email"]
    assert [line.heard_today for line in on_desk(desk, "2026-03-18 09:00")] == [None]


@pytest.mark.parametrize(
    "quiet",
    [
        event("hold_placed", invoice="F-2", until=day("2026-03-25")),
        promise("2026-03-25", invoices=("F-2",)),
        event("dispute_opened", invoice="F-2"),
        None,
    ],
    ids=["a hold", "a promise", "a dispute", "a debit"],
)
def test_a_caller_is_told_of_nothing_that_is_kept_quiet(stage: Stage, quiet: Event | None) -> None:
    method = "transfer" if quiet else "direct_debit"
    stage.bring(invoice(), invoice("F-3", due=day("2026-03-12")), invoice("F-2", due=day("2026-03-12"), method=method))
    stage.contact(COURTESY)
    stage.contact(FRIENDLY)
    stage.contact("2026-03-13 10:30", "F-3")
    stage.claimed(CALL)
    if quiet:
        stage.tell(quiet, CALL)

    (line,) = [line for line in on_desk(stage, CALL) if line.kind == "call"]
    assert [number for number, _ in line.also_open] == ["F-3"]


def on_desk(stage: Stage, now: str) -> list[queries.TaskLine]:
    with stage.ledger.reading() as session:
        return queries.open_tasks(session, EBRO, at(now))
