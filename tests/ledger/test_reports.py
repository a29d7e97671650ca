"""What a provider tells of a contact after it left: late, twice, out of order, and of whom it does not reach."""

from __future__ import annotations

from itertools import permutations

import pytest

from cobro.dunning.contact import Accepted, Channel, Message, NotActed, Unclear
from cobro.dunning.event import Report
from cobro.ledger import tables as t
from cobro.ledger.door import Claimed, Closed
from tests.ledger.builders import (
    COURTESY,
    EBRO,
    FRIENDLY,
    IMPORTED,
    at,
    invoice,
    issued,
    payment,
    promise,
    reported,
)
from tests.ledger.stage import Stage

TOLD = "2026-03-03 11:00"
ABSENT = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def sent(stage: Stage) -> tuple[Stage, Message]:
    """One courtesy letter about two invoices, which the provider took."""
    stage.bring(invoice(), invoice("F-2"))
    return stage, stage.contact(COURTESY)


def test_a_delivery_is_written_down_and_changes_nothing(sent: tuple[Stage, Message]) -> None:
    stage, letter = sent
    before = stage.next(), stage.next("F-2"), stage.tasks()
    row = stage.comes(reported(letter.contact, "delivered", COURTESY), TOLD)
    assert (row.status, row.reason) == ("applied", "")
    (contact,) = stage.rows(t.Contact)
    assert (contact.state, contact.report, contact.reported_at) == ("sent", "delivered", at(COURTESY))
    assert (stage.next(), stage.next("F-2"), stage.tasks()) == before
    assert [stage.told(number)[-1] for number in ("F-1", "F-2")] == ["contact_reported"] * 2


@pytest.mark.parametrize("report", ["bounced", "dropped", "failed"])
def test_what_did_not_arrive_is_a_repair_the_same_day_and_no_step_of_any_case(
    sent: tuple[Stage, Message], report: str
) -> None:
    stage, letter = sent
    stage.comes(reported(letter.contact, report, COURTESY, detail="550 5.1.1"), TOLD)
    assert stage.tasks() == [("repair", f"mend the email address ({report} 550 5.1.1)", "2026-03-04")]
    assert stage.contacts() == [("email", "undeliverable")]
    for number in ("F-1", "F-2"):
        assert (stage.steps(number), stage.steps(number, live=False)) == ([], ["courtesy"])
        assert stage.why(number) == "waiting for a person: repair"
        assert "contact_settled" in stage.told(number)
    stage.ledger.mend(EBRO, stage.task("repair").id, at(TOLD), who="ana", email="new@espiga.example", phone=None)
    again = stage.contact("2026-03-03 11:01")
    assert again.to == "new@espiga.example"
    assert again.content == b"email courtesy: F-1 courtesy 100.00 EUR; F-2 courtesy 100.00 EUR"


def test_a_bounce_after_the_next_step_asks_for_the_address_and_does_not_go_back(stage: Stage) -> None:
    stage.bring(invoice())
    letter = stage.contact(COURTESY)
    stage.contact(FRIENDLY)
    stage.comes(reported(letter.contact, "bounced", FRIENDLY), "2026-03-10 12:00")
    assert [kind for kind, _, _ in stage.tasks()] == ["repair"]
    stage.ledger.mend(EBRO, stage.task("repair").id, at("2026-03-10 13:00"), who="ana", email="n@e.example", phone=None)
    assert stage.next()[1] == "week-2-call"


def test_a_bounce_after_the_payment_asks_nobody(sent: tuple[Stage, Message]) -> None:
    stage, letter = sent
    stage.tell(payment(), TOLD)
    stage.tell(payment("P-2", number="F-2"), TOLD)
    stage.comes(reported(letter.contact, "bounced", COURTESY), TOLD)
    assert (stage.tasks(), stage.endings(), stage.endings("F-2")) == ([], ["settled"], ["settled"])
    assert stage.contacts() == [("email", "undeliverable")]


def test_a_confirmation_that_bounced_is_owed_again(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(promise("2026-03-20"), IMPORTED)
    letter = stage.contact(COURTESY)
    stage.comes(reported(letter.contact, "bounced", COURTESY), TOLD)
    stage.ledger.mend(EBRO, stage.task("repair").id, at(TOLD), who="ana", email="n@e.example", phone=None)
    assert stage.next()[1] == "promise-confirmed-1"


REPORTS = [Report.ACCEPTED, Report.DELIVERED, Report.BOUNCED]


@pytest.mark.parametrize("order", list(permutations(REPORTS)))
def test_reports_in_any_order_come_to_the_same_end(sent: tuple[Stage, Message], order: tuple[Report, ...]) -> None:
    stage, letter = sent
    for report in order:
        stage.receive(reported(letter.contact, report.value, TOLD), now=TOLD)
    stage.apply(TOLD)
    (contact,) = stage.rows(t.Contact)
    assert (contact.state, contact.report) == ("undeliverable", "bounced")
    assert [kind for kind, _, _ in stage.tasks()] == ["repair"]
    assert {row.status.value for row in stage.rows(t.EventRow)} == {"applied"}


def test_a_report_that_says_less_than_is_known_says_so(sent: tuple[Stage, Message]) -> None:
    stage, letter = sent
    stage.comes(reported(letter.contact, "delivered", TOLD), TOLD)
    row = stage.comes(reported(letter.contact, "delayed", TOLD), TOLD)
    assert (row.status, row.reason) == ("applied", "the contact was delivered already")
    assert stage.rows(t.Contact)[0].report == "delivered"


def test_a_report_may_be_quicker_than_the_answer_to_the_sending(stage: Stage) -> None:
    stage.bring(invoice())
    letter = stage.claimed(COURTESY)
    stage.comes(reported(letter.contact, "delivered", COURTESY), COURTESY)
    assert stage.contacts() == [("email", "sent")]
    stage.settle(letter, Accepted("sg-1"), COURTESY)
    (contact,) = stage.rows(t.Contact)
    assert (contact.state, contact.provider_id) == ("sent", "sg-1")


def test_a_bounce_may_be_quicker_than_the_answer_to_the_sending(stage: Stage) -> None:
    stage.bring(invoice())
    letter = stage.claimed(COURTESY)
    stage.comes(reported(letter.contact, "bounced", COURTESY), COURTESY)
    stage.settle(letter, Accepted("sg-1"), COURTESY)
    assert stage.contacts() == [("email", "undeliverable")]
    assert stage.steps() == []
    assert [kind for kind, _, _ in stage.tasks()] == ["repair"]


@pytest.mark.parametrize(
    ("report", "state", "done"),
    [("accepted", "sent", True), ("delivered", "sent", True), ("bounced", "undeliverable", False)],
)
def test_what_nobody_knew_is_known_by_the_report(stage: Stage, report: str, state: str, done: bool) -> None:
    stage.bring(invoice())
    letter = stage.claimed(COURTESY)
    stage.settle(letter, Unclear("timeout"), COURTESY)
    stage.comes(reported(letter.contact, report, TOLD), TOLD)
    assert stage.contacts() == [("email", state)]
    assert stage.steps(live=done) == ["courtesy"]


def test_a_delivery_of_what_was_given_up_is_written_down_for_a_person(stage: Stage) -> None:
    stage.bring(invoice())
    letter = stage.claimed(COURTESY)
    stage.settle(letter, NotActed(), COURTESY)
    stage.comes(reported(letter.contact, "delivered", TOLD), TOLD)
    assert stage.contacts() == [("email", "released")]
    assert "contact_taken_late" in stage.told()


@pytest.fixture
def texted(stage: Stage) -> tuple[Stage, Message]:
    """A text message about a broken promise."""
    stage.bring(invoice())
    stage.tell(promise("2026-03-04"), IMPORTED)
    letter = stage.contact(FRIENDLY)
    assert letter.channel is Channel.SMS
    return stage, letter


def test_who_wants_no_text_message_gets_a_letter_instead_of_the_one_that_was_not_taken(
    texted: tuple[Stage, Message],
) -> None:
    stage, text = texted
    stage.comes(reported(text.contact, "opted_out", FRIENDLY, detail="21610"), FRIENDLY)
    assert stage.rows(t.Customer)[0].sms_stopped
    assert stage.contacts() == [("sms", "released")]
    assert stage.contact("2026-03-09 10:32").channel is Channel.EMAIL
    assert stage.tasks() == []


def test_who_read_a_text_message_and_wants_no_more_gets_nothing_else_that_day(texted: tuple[Stage, Message]) -> None:
    stage, text = texted
    stage.comes(reported(text.contact, "delivered", FRIENDLY), FRIENDLY)
    stage.comes(reported(text.contact, "opted_out", FRIENDLY), FRIENDLY)
    assert stage.rows(t.Customer)[0].sms_stopped
    assert stage.contacts() == [("sms", "sent")]
    stage.move("2026-03-09 12:00")
    assert isinstance(stage.claim("2026-03-09 12:00"), Closed)


@pytest.mark.parametrize("report", ["complained", "opted_out"])
def test_who_objects_to_a_letter_is_left_in_peace_until_a_senior_has_decided(
    sent: tuple[Stage, Message], report: str
) -> None:
    stage, letter = sent
    stage.comes(reported(letter.contact, report, COURTESY), TOLD)
    goal = f"objects to email ({report}): decide what follows, then lift the stop with 'go'"
    assert stage.tasks() == [("repair", goal, "2026-03-04")]
    assert stage.task("repair").role == "senior"
    for number in ("F-1", "F-2"):
        assert stage.why(number) == "stopped until somebody says go"
        assert isinstance(stage.claim(FRIENDLY, number), Closed)
    assert stage.contacts() == [("email", "sent")]


def test_who_objects_when_all_is_paid_is_a_persons_task_once_something_is_owed_again(
    sent: tuple[Stage, Message],
) -> None:
    stage, letter = sent
    for number in ("F-1", "F-2"):
        stage.tell(payment(f"P-{number}", number=number), COURTESY)
    stage.comes(reported(letter.contact, "complained", TOLD), TOLD)
    assert stage.tasks() == []
    stage.comes(issued(), FRIENDLY)
    assert [(kind, goal) for kind, goal, _ in stage.tasks()] == [
        ("repair", "the customer is stopped: decide what follows, then lift the stop with 'go'")
    ]
    assert stage.why("F-9") == "stopped until somebody says go"


def test_an_objection_is_heeded_before_it_is_applied(sent: tuple[Stage, Message]) -> None:
    stage, letter = sent
    stage.receive(reported(letter.contact, "complained", TOLD), now=FRIENDLY)
    assert isinstance(stage.claim(FRIENDLY), Closed)


def test_a_report_of_a_contact_that_nobody_knows_is_kept(sent: tuple[Stage, Message]) -> None:
    stage, letter = sent
    before = stage.rows(t.Contact)[0].report
    row = stage.comes(reported(ABSENT, "bounced", TOLD), TOLD)
    assert (row.status, row.reason) == ("kept", f"unknown contact {ABSENT}")
    stage.receive(reported(letter.contact, "bounced", TOLD, creditor="another"), now=TOLD)
    stage.apply(TOLD)
    (foreign,) = (row for row in stage.rows(t.EventRow) if row.creditor_id == "another")
    assert (foreign.status, foreign.reason) == ("kept", f"unknown contact {letter.contact}")
    assert stage.rows(t.Contact)[0].report == before
    assert stage.tasks() == []


def test_a_letter_that_bounced_leaves_the_next_days_letter_open_to_another_customer(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2", of="C-2"))
    letter = stage.contact(COURTESY)
    stage.comes(reported(letter.contact, "bounced", COURTESY), TOLD)
    assert isinstance(stage.claim(TOLD, "F-2"), Claimed)
