"""An event that was reported by mistake is taken back: the case stands as before, and what left is named."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from cobro.dunning.event import Event
from cobro.ledger import tables as t
from cobro.ledger.case import latest_episode, load
from cobro.ledger.facts import facts_of
from cobro.ledger.work import Work
from tests.ledger.builders import (
    CALL,
    COURTESY,
    EBRO,
    FRIENDLY,
    IMPORTED,
    at,
    called,
    case,
    changed,
    credit,
    day,
    event,
    invoice,
    issued,
    message,
    payment,
    plan,
    promise,
    reported,
    reversal,
    undoing,
)
from tests.ledger.stage import Stage

DONE = "2026-03-05 12:00"
BACK = "2026-03-05 12:05"
SENDER = {"from": "c-1@espiga.example"}


def standing(stage: Stage, number: str = "F-1") -> dict[str, Any]:
    """What a person asks of a case: its money, facts, next move and tasks, whichever its episode and numbers are."""
    with stage.ledger.writing() as session:
        work = Work(session=session, rules=stage.ledger.rules, now=at(BACK), who="ana")
        row = session.scalars(select(t.Invoice).where(t.Invoice.number == number)).one()
        facts = facts_of(work, load(work, latest_episode(session, row.id)))
        session.rollback()
    episode = stage.episodes(number)[-1]
    return {
        "open": stage.open(number),
        "due": stage.invoice(number).due,
        "over": episode.ending is not None,
        "silent": (
            facts.disputed,
            facts.hold_until,
            facts.reply_until,
            facts.promise and facts.promise.pay_by,
            facts.stopped,
        ),
        "waits for": [person.awaited for person in facts.people],
        "decided": facts.handoff,
        "done": facts.done,
        "next": stage.next(number, episode.k)[:2],
        "credit": sum(each.unapplied_minor for each in stage.rows(t.EventRow)),
        "tasks": [(kind, goal) for kind, goal, _ in stage.tasks()],
        "plans": [each.id for each in stage.rows(t.Plan) if each.ending is None],
    }


UNDONE: dict[str, tuple[Event | None, Event]] = {
    "a payment": (None, payment()),
    "a part payment": (None, payment(amount="40")),
    "too much": (None, payment(amount="130")),
    "a credit note": (None, credit(amount="40")),
    "a credit note of all": (None, credit()),
    "a reversal": (payment("P-1", "130"), reversal()),
    "a promise": (None, promise("2026-03-20")),
    "the second promise": (promise("2026-03-20", "40", "V-0"), promise("2026-03-13")),
    "a dispute": (None, event("dispute_opened")),
    "the second dispute": (
        event("dispute_opened", "D-0", amount=Decimal(10)),
        event("dispute_opened", amount=Decimal(20)),
    ),
    "a resolution": (event("dispute_opened", "D-0"), event("dispute_resolved")),
    "a hold": (None, event("hold_placed", until=day("2026-03-20"))),
    "the longer hold": (
        event("hold_placed", "H-0", until=day("2026-03-13")),
        event("hold_placed", until=day("2026-03-20")),
    ),
    "a release": (event("hold_placed", "H-0", until=day("2026-03-20")), event("hold_released")),
    "a plan": (payment("P-0", "40"), plan(("2026-03-20", "30"), ("2026-04-20", "30"))),
    "a reply": (None, event("reply_received")),
    "a handoff": (None, event("handoff_decided")),
    "a write-off": (payment("P-0", "40"), event("written_off")),
    "a cancellation": (None, event("cancelled")),
    "a later due date": (None, changed(due=day("2026-04-10"))),
    "an earlier due date": (None, changed(due=day("2026-02-10"))),
    "a larger amount": (payment("P-0", "40"), changed(amount=200)),
    "a smaller amount": (payment("P-0", "40"), changed(amount=60)),
    "an amount that was paid": (payment("P-0", "40"), changed(amount=40)),
    "an announcement": (None, event("invoice_announced", amount=100, currency="EUR", issue_on=day("2026-03-01"))),
}


@pytest.mark.parametrize("what", UNDONE)
def test_what_is_undone_leaves_the_case_as_it_was(stage: Stage, what: str) -> None:
    stage.bring(invoice())
    stage.contact(COURTESY)
    before, done = UNDONE[what]
    if before is not None:
        assert stage.tell(before, "2026-03-04 12:00").verdict == "applied"
    stood = standing(stage)
    assert stage.tell(done, DONE).verdict == "applied"
    if what != "an announcement":
        assert standing(stage) != stood
    answer = stage.undo(done.id, BACK)
    assert (answer.verdict, answer.reason) == ("applied", "")
    assert standing(stage) == stood
    assert stage.event(done.id).undone_by == answer.event
    assert "event_undone" in stage.told() or what == "an announcement"


def test_an_answer_that_was_not_given_is_undone(stage: Stage) -> None:
    stage.bring(invoice())
    stage.comes(message(), COURTESY, private=SENDER)
    stood = standing(stage)
    stage.tell(event("reply_handled", task=stage.task("reply").id), DONE)
    stage.undo("reply_handled", BACK)
    assert standing(stage) == stood


def test_what_somebody_wrote_is_undone(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"))
    stood = standing(stage), standing(stage, "F-2")
    stage.comes(message(), DONE, private=SENDER)
    stage.undo("M-1", BACK)
    assert (standing(stage), standing(stage, "F-2")) == stood
    assert stage.tasks("withdrawn") == [("reply", "answer the customer", "2026-03-10")]


def test_an_invoice_that_came_after_what_somebody_wrote_goes_on_too(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(event("reply_received", "Y-1"), IMPORTED)
    stage.comes(issued(), IMPORTED)
    assert stage.why("F-9") == "the customer wrote, and waits for an answer"
    stage.undo("Y-1", COURTESY)
    assert stage.next("F-9")[:2] == ("send_email", "courtesy")


def test_an_invoice_that_was_brought_in_by_mistake_is_cancelled(stage: Stage) -> None:
    stage.bring(invoice())
    stage.comes(issued(), DONE)
    assert stage.undo("I-F-9", BACK).verdict == "applied"
    assert (stage.endings("F-9"), stage.episodes("F-9")[0].ended_for) == (["cancelled"], "brought in by mistake")


def test_an_issue_that_changed_nothing_is_not_undone(stage: Stage) -> None:
    stage.bring(invoice())
    stage.comes(issued(), DONE)
    stage.comes(issued(event_id="I-again"), DONE)
    assert stage.undo("I-again", BACK).reason == "EVENT: I-again changed nothing: the ledger had F-9 already"
    assert stage.endings("F-9") == [None]


def test_the_issue_of_a_case_that_has_ended_is_not_undone(stage: Stage) -> None:
    stage.bring(invoice())
    stage.comes(issued(), DONE)
    stage.tell(payment(amount="50", number="F-9"), DONE)
    answer = stage.undo("I-F-9", BACK)
    assert (answer.verdict, answer.reason) == ("refused", "EVENT: the case of F-9 has ended: settled")


@pytest.mark.parametrize(
    ("done", "ending"),
    [
        (payment(), "settled"),
        (credit(), "settled"),
        (event("cancelled"), "cancelled"),
        (event("written_off"), "written_off"),
        (plan(("2026-03-20", "100")), "payment_plan"),
    ],
)
def test_what_ended_a_case_and_is_undone_opens_the_next_episode(stage: Stage, done: Event, ending: str) -> None:
    stage.bring(invoice())
    stage.tell(done, DONE)
    stage.relay_did_its_work(DONE)
    stage.undo(done.id, BACK)
    assert stage.endings() == [ending, None]
    assert "start_case" in stage.outbox()
    assert stage.next(episode=2)[:2] == ("send_email", "courtesy")


def test_an_amount_that_had_settled_the_case_and_is_undone_opens_the_next_episode(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(payment(amount="40"), DONE)
    stage.tell(changed(amount=40), DONE)
    stage.undo("G-1", BACK)
    assert stage.endings() == ["settled", None]
    assert stage.open() == "60.00 EUR"


def test_a_case_that_was_handed_over_is_collected_again_and_what_left_is_named(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(event("handoff_decided"), COURTESY)
    move = stage.move(COURTESY)
    stage.ledger.hand_over(case(), move.n, at(COURTESY), lambda name, content: None)
    assert stage.endings() == ["legal_handoff"]
    answer = stage.undo("handoff_decided", BACK)
    assert answer.reason == "cannot be recalled: the dossier that was handed over"
    assert stage.endings() == ["legal_handoff", None]


def test_what_left_since_is_named_and_what_left_before_is_not(stage: Stage) -> None:
    stage.bring(invoice())
    stage.contact(COURTESY)
    stage.tell(changed(due=day("2026-02-20")), "2026-03-04 12:00")
    stage.contact(FRIENDLY)
    assert stage.undo("G-1", "2026-03-10 12:00").reason == "cannot be recalled: email week-1 of 2026-03-09"
    assert stage.event("undo/G-1").reason == "cannot be recalled: email week-1 of 2026-03-09"


def test_a_second_undoing_changes_nothing(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(payment(), DONE)
    stage.undo("P-1", BACK)
    before = stage.dump()
    assert stage.undo("P-1", BACK).verdict == "repeated"
    answer = stage.tell(undoing("P-1", "another"), BACK)
    assert (answer.verdict, answer.reason) == ("refused", "EVENT: P-1 was undone by undo/P-1 before")
    assert stage.dump() == before


@pytest.mark.parametrize("kind", ["call_logged", "contact_reported", "event_undone", "message_received"])
def test_what_has_no_opposite_is_refused_in_one_line(stage: Stage, kind: str) -> None:
    stage.bring(invoice())
    contact = stage.contact(COURTESY)
    stage.contact(FRIENDLY)
    stage.claimed(CALL)
    stage.tell(called(stage.task("call").id, "no_answer", "call_logged"), CALL)
    stage.tell(reported(contact.contact, "delivered", CALL, "contact_reported"), CALL)
    stage.tell(event("hold_placed", until=day("2026-03-20")), CALL)
    stage.tell(undoing("hold_placed", "event_undone"), CALL)
    stage.comes(message("message_received", "sms", wish="stop"), CALL, private={"from": "+34976000111"})
    before = stage.dump()
    answer = stage.undo(kind, CALL)
    assert answer.verdict == "refused"
    if kind == "message_received":
        assert (
            answer.reason
            == "EVENT: message_received is the customer's own wish about text messages; another one ends it"
        )
    else:
        assert answer.reason == f"EVENT: {kind} is {kind}, and such an event cannot be undone"
    assert stage.dump() == before


def test_what_was_not_applied_is_not_undone(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(payment("P-9", number="F-9"), DONE)
    assert stage.undo("P-9", BACK).reason == "EVENT: P-9 was never applied; 'dismiss' takes it off the desk"
    assert stage.undo("P-0", BACK).reason == "EVENT: the ledger has no event 'P-0'"
    stage.receive(payment(), now=DONE)
    assert stage.undo("P-1", BACK).verdict == "refused"
    stage.ledger.dismiss(EBRO, "P-9", "not ours", at(DONE), who="ana")
    assert stage.undo("P-9", BACK).reason == "EVENT: expected an event that was applied, got P-9, which is dismissed"


STOOD_ON: dict[str, tuple[tuple[Event, ...], str]] = {
    "EVENT: P-1 was taken back by R-P-1; undo that one first, if it was a mistake": ((payment(), reversal()), "P-1"),
    "EVENT: the dispute of D-1 is resolved already": (
        (event("dispute_opened", "D-1"), event("dispute_resolved")),
        "D-1",
    ),
    "EVENT: the earlier amount is less than the 150.00 EUR that was paid or credited": (
        (changed(amount=200), payment(amount="150")),
        "G-1",
    ),
    "EVENT: F-1 changed again since G-1; undo the later change first": (
        (changed(amount=200), changed("G-2", amount=300)),
        "G-1",
    ),
    "EVENT: the plan of L-1 is completed already": ((plan(("2026-03-20", "100")), payment()), "L-1"),
}


@pytest.mark.parametrize("reason", STOOD_ON)
def test_what_others_stand_on_is_not_undone(stage: Stage, reason: str) -> None:
    happened, undone = STOOD_ON[reason]
    stage.bring(invoice())
    for one in happened:
        assert stage.tell(one, DONE).verdict == "applied"
    before = stage.dump()
    assert stage.undo(undone, BACK).reason == reason
    assert stage.dump() == before


def test_changes_are_undone_from_the_last_to_the_first(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(changed(amount=200), DONE)
    stage.tell(changed("G-2", amount=300, due=day("2026-04-02")), DONE)
    for one in ("G-2", "G-1"):
        assert stage.undo(one, BACK).verdict == "applied"
    assert (stage.open(), stage.invoice().due) == ("100.00 EUR", day("2026-03-02"))


def test_another_creditors_event_is_not_undone(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(payment(), DONE)
    answer = stage.ledger.undo("another", "P-1", at(BACK), who="eve")
    assert answer.reason == "EVENT: the ledger has no event 'P-1'"
    assert stage.open() == "0.00 EUR"
