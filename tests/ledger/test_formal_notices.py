"""A formal notice: approved by a named person, alone, outside the budget, and quiet until its clock ends."""

from __future__ import annotations

import pytest

from cobro.dunning.contact import Refusal, Refused, Unclear
from cobro.dunning.event import Event
from cobro.ledger import tables as t
from tests.ledger.builders import COURTESY, FRIENDLY, JUNIOR, SENIOR, at, day, event, invoice, payment, promise
from tests.ledger.stage import Stage

LATER = "2026-03-10 12:00"
"""A day after the friendly reminder, inside the hours."""
NOON = "2026-03-10 12:01"


def notice(*numbers: str, days: int = 10, event_id: str = "A-1") -> Event:
    return event("formal_notice_approved", event_id, invoices=numbers or ("F-1",), days=days)


def approve(stage: Stage, *numbers: str, now: str = LATER, who: str = SENIOR, **more: object) -> tuple[str, str]:
    answer = stage.ledger.record(notice(*numbers, **more), at(now), who=who, source="test")  # type: ignore[arg-type]
    return answer.verdict.value, answer.reason


def reminded(stage: Stage, *numbers: str) -> Stage:
    """A book whose first invoice has had its two reminders, the last one the day before."""
    stage.bring(*(invoice(number) for number in numbers or ("F-1",)))
    stage.contact(COURTESY)
    stage.contact(FRIENDLY)
    return stage


def test_it_leaves_at_once_whatever_the_budget_and_alone(stage: Stage) -> None:
    reminded(stage, "F-1", "F-2")
    used_up = stage.contacts()
    assert approve(stage, "F-1", now=FRIENDLY)[0] == "applied"
    assert stage.next()[:2] == ("send_email", "formal-notice-1")
    message = stage.contact(FRIENDLY)
    assert message.content.decode().startswith("email formal-notice: F-1 ")
    assert "F-2" not in message.content.decode()
    assert len(stage.contacts()) == len(used_up) + 1
    assert [row.contact_class.value for row in stage.rows(t.Contact)].count("formal") == 1


def test_its_invoices_are_left_in_peace_until_its_clock_ends_and_then_a_person_decides(stage: Stage) -> None:
    reminded(stage, "F-1", "F-2")
    approve(stage, "F-1", days=10)
    stage.contact(NOON)
    stage.move(NOON)
    do, step, on = stage.next()
    assert (do, step, on) == ("look", None, day("2026-03-23"))  # the 21st is a Saturday
    assert "an answer is awaited until 2026-03-20" in stage.why()
    assert stage.next("F-2")[0] != "look"
    stage.move("2026-03-23 10:00")
    assert stage.next() == ("ask_decision", "decision", day("2026-03-23"))
    assert "a formal notice was sent" in stage.why()


def test_one_letter_speaks_for_all_its_invoices_and_once(stage: Stage) -> None:
    reminded(stage, "F-1", "F-2")
    approve(stage, "F-1", "F-2")
    message = stage.contact(NOON)
    assert message.content.decode().count("formal-notice-1") == 2
    assert stage.next("F-2")[0] == "look"
    assert stage.contacts().count(("email", "sent")) == 3


@pytest.mark.parametrize(
    "kept_out", [event("dispute_opened", invoice="F-2"), event("hold_placed", invoice="F-2", until=day("2026-03-10"))]
)
def test_an_invoice_that_the_letter_did_not_name_stands_where_it_stood(stage: Stage, kept_out: Event) -> None:
    reminded(stage, "F-1", "F-2")
    approve(stage, "F-1", "F-2")
    stage.tell(kept_out, LATER)
    assert "F-2" not in stage.contact(NOON).content.decode()
    stage.tell(event("dispute_resolved", invoice="F-2"), NOON)
    stage.move("2026-03-11 10:00", "F-2")
    assert stage.next("F-2") == ("open_call", "week-2-call", day("2026-03-16"))
    assert stage.next("F-1")[0] == "look"


def test_a_payment_before_the_point_of_no_return_stops_it(stage: Stage) -> None:
    reminded(stage)
    approve(stage)
    stage.tell(payment(), LATER)
    stage.move(NOON)
    assert stage.next()[0] == "end"
    assert "formal-notice-1" not in stage.steps()


def test_a_promise_that_came_after_the_approval_is_trusted(stage: Stage) -> None:
    reminded(stage)
    approve(stage)
    stage.tell(promise("2026-03-13"), LATER)
    stage.move(NOON)
    # What is owed in writing, the promise's confirmation, comes first; nothing else leaves.
    assert stage.next()[1] != "formal-notice-1"


@pytest.mark.parametrize("who", ["ana", JUNIOR, "cobro"])
def test_only_a_senior_person_of_the_creditor_approves(stage: Stage, who: str) -> None:
    reminded(stage)
    before = stage.dump()
    verdict, reason = approve(stage, who=who)
    assert verdict == "refused"
    assert SENIOR in reason
    assert f"got '{who}'" in reason
    assert stage.dump() == before


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (event("dispute_opened", amount=10), "10.00 EUR of it is disputed"),
        (event("hold_placed", until=day("2026-03-20")), "is on hold until 2026-03-20"),
        (promise("2026-03-20"), "is promised for 2026-03-20"),
        (payment(), "the case has ended"),
    ],
)
def test_what_is_not_due_is_not_demanded(stage: Stage, told: Event, expected: str) -> None:
    reminded(stage)
    stage.tell(told, LATER)
    stage.move(LATER)
    verdict, reason = approve(stage)
    assert verdict == "refused"
    assert expected in reason


def test_it_is_refused_before_the_due_date_and_while_another_one_runs(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2", due=day("2026-04-01")))
    assert "is due on 2026-04-01" in approve(stage, "F-2")[1]
    approve(stage)
    assert "is in formal notice 1 already" in approve(stage, event_id="A-2")[1]


def test_a_refused_address_gives_it_back_and_an_unknown_outcome_goes_to_a_person(stage: Stage) -> None:
    reminded(stage)
    approve(stage)
    message = stage.claimed(NOON)
    stage.settle(message, Refused(Refusal.ADDRESS, "550"), NOON)
    assert "formal-notice-1" not in stage.steps()
    assert any(kind == "repair" for kind, *_ in stage.tasks())


def test_an_unknown_outcome_is_a_persons(stage: Stage) -> None:
    reminded(stage)
    approve(stage)
    message = stage.claimed(NOON)
    stage.settle(message, Unclear("timeout"), NOON)
    assert ("repair", "find out whether the formal notice arrived") in [task[:2] for task in stage.tasks()]
    assert "formal-notice-1" in stage.steps()


def test_undoing_the_approval_ends_the_silence_and_says_what_left(stage: Stage) -> None:
    reminded(stage)
    approve(stage)
    stage.contact(NOON)
    answer = stage.undo("A-1", "2026-03-11 10:00")
    assert answer.verdict == "applied"
    assert "formal-notice-1" in answer.reason
    stage.move("2026-03-11 10:00")
    assert "formal notice" not in stage.why()


def test_the_same_approval_twice_is_one_letter(stage: Stage) -> None:
    reminded(stage)
    approve(stage)
    assert approve(stage)[0] == "repeated"
    stage.contact(NOON)
    stage.move(NOON)
    assert stage.steps().count("formal-notice-1") == 1
