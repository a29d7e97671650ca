"""E-mails and text messages that come in: a person's word pauses the customer, a machine's never does."""

from __future__ import annotations

from typing import Any

import pytest

from cobro.dunning.contact import Channel
from cobro.ledger import queries
from cobro.ledger import tables as t
from cobro.ledger.door import Closed
from tests.ledger.builders import (
    COURTESY,
    EBRO,
    FRIENDLY,
    IMPORTED,
    customer,
    day,
    event,
    invoice,
    message,
    particulars,
    payment,
    promise,
)
from tests.ledger.stage import Stage, arrival

WROTE = "2026-03-06 12:00"  # a Friday
OVER = "2026-03-11 10:30"  # three working days later
SENDER = {"from": "C-1@Espiga.example", "text": "We pay next week"}
NUMBER = {"from": "+34976000111", "text": "BAJA"}


@pytest.fixture
def two(stage: Stage) -> Stage:
    """One customer with two invoices, and another with one."""
    return stage.bring(invoice(), invoice("F-2", due=day("2026-02-20")), invoice("F-9", of="C-9"))


def test_who_wrote_is_left_in_peace_until_somebody_answers(two: Stage) -> None:
    two.comes(message(), WROTE, private=SENDER)
    assert two.tasks() == [("reply", "answer the customer", "2026-03-11")]
    assert two.task("reply").event_id == two.event("M-1").id
    for number in ("F-1", "F-2"):
        assert isinstance(two.claim(FRIENDLY, number), Closed)
        assert two.told(number)[-1] == "message_received"
    assert two.next("F-9")[0] == "send_email"
    two.tell(event("reply_handled", task=two.task("reply").id), FRIENDLY)
    assert two.contact(FRIENDLY, "F-2").content.startswith(b"email courtesy")


def test_an_answer_that_does_not_come_is_the_seniors_and_the_ladder_goes_on(two: Stage) -> None:
    two.comes(message(), WROTE, private=SENDER)
    two.move(OVER, "F-2")
    assert two.task("reply").role == "senior"
    assert two.contact(OVER, "F-2").channel is Channel.EMAIL


def test_what_was_written_is_personal_and_in_no_evidence(two: Stage) -> None:
    row = two.comes(message(), WROTE, private=SENDER)
    assert row.private == SENDER
    assert "next week" not in str(row.body)
    with two.ledger.reading() as session:
        assert not [link for link in session.query(t.Evidence) if "espiga" in (link.content or "").lower()]


@pytest.mark.parametrize(
    "private", [{"from": "somebody@else.example"}, {"from": ""}, {"text": "no sender"}, None, {"from": None}]
)
def test_whoever_cannot_be_told_pauses_nobody_and_waits_for_a_person(
    two: Stage, private: dict[str, Any] | None
) -> None:
    row = two.comes(message(), WROTE, private=private)
    assert (row.status, row.reason) == ("kept", "no customer has this sender's address: say whose it is with 'apply'")
    assert two.tasks() == []
    assert two.next()[0] == "send_email"


def test_of_a_sender_that_nobody_vouches_for_a_person_reads_who_it_says_to_be(two: Stage) -> None:
    row = two.comes(message(), WROTE, private={"claimed": "pagos@espiga.example"})
    assert (row.status, row.reason) == ("kept", "nobody vouches for its sender: say whose it is with 'apply'")
    with two.ledger.reading() as session:
        (line,) = queries.kept(session, EBRO)
    assert (line.sender, line.claimed) == (None, "pagos@espiga.example")


def test_an_address_of_two_customers_pauses_neither(stage: Stage) -> None:
    same = tuple(customer(ref, email="conta@gestoria.example") for ref in ("C-1", "C-2"))
    stage.bring(invoice(), invoice("F-2", of="C-2"), customers=same)
    row = stage.comes(message(), WROTE, private={"from": "conta@gestoria.example"})
    assert (row.status, row.reason) == (
        "kept",
        "several customers have this sender's address: say whose it is with 'apply'",
    )
    assert stage.next()[0] == stage.next("F-2")[0] == "send_email"


def test_the_contact_that_is_answered_says_whose_and_about_what_a_message_is(two: Stage) -> None:
    letter = two.contact(COURTESY, "F-9")
    row = two.comes(message(contact=letter.contact), WROTE, private={"from": "somebody@else.example"})
    assert row.status is t.EventStatus.APPLIED
    assert two.next("F-9")[0] == "look"
    assert two.next()[0] == "send_email"


def test_a_contact_of_another_creditor_ties_nothing(two: Stage) -> None:
    letter = two.contact(COURTESY, "F-9")
    two.receive(message(contact=letter.contact, creditor="another"), now=WROTE)
    two.apply(WROTE)
    assert two.event("M-1").status is t.EventStatus.KEPT
    assert two.tasks() == []


def test_a_message_of_a_customer_whose_invoices_are_paid_is_a_task_all_the_same(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(payment(), COURTESY)
    stage.comes(message(), WROTE, private=SENDER)
    assert [kind for kind, _, _ in stage.tasks()] == ["reply"]
    assert stage.endings() == ["settled"]


def test_a_message_that_comes_before_its_sender_is_known_waits_for_a_person(stage: Stage) -> None:
    stage.bring(invoice())
    stage.comes(message(), IMPORTED, private={"from": "c-5@espiga.example"})
    new = {"amount": 10, "currency": "EUR", "issued": day("2026-03-01"), "due": day("2026-03-31"), "customer": "C-5"}
    stage.comes(event("invoice_issued", invoice="F-5", **new), WROTE, private=particulars("C-5"))
    assert stage.event("M-1").status is t.EventStatus.KEPT
    assert stage.direct("M-1", "F-5", WROTE).startswith("a reply about F-5")


@pytest.mark.parametrize("contact", [False, True])
def test_a_machine_pauses_nobody_and_is_no_task(two: Stage, contact: bool) -> None:
    letter = two.contact(COURTESY, "F-2")
    before = two.next(), two.next("F-2"), two.contacts()
    answered = {"contact": letter.contact} if contact else {}
    row = two.comes(message(automatic=True, **answered), COURTESY, private=SENDER)
    assert (row.status, row.reason) == ("applied", "written by a machine: nobody is paused by it")
    assert (two.next(), two.next("F-2"), two.contacts()) == before
    assert two.tasks() == []
    assert two.rows(t.Contact)[0].report is None


def test_each_message_is_a_task_of_its_own(two: Stage) -> None:
    for number in (1, 2):
        two.comes(message(f"M-{number}"), WROTE, private=SENDER)
    two.tell(event("reply_handled", task=two.task("reply").id), FRIENDLY)
    assert isinstance(two.claim(FRIENDLY, "F-2"), Closed)
    assert len(two.tasks()) == 1


@pytest.fixture
def promised(stage: Stage) -> Stage:
    """A customer who would be reminded of a promise by text message."""
    stage.bring(invoice())
    stage.tell(promise("2026-03-04"), IMPORTED)
    assert stage.next()[1] == "promise-confirmed-1"
    stage.contact(COURTESY)
    stage.move(FRIENDLY)
    return stage


def test_who_asks_for_no_text_messages_gets_letters_and_is_not_paused(promised: Stage) -> None:
    row = promised.comes(message(channel="sms", wish="stop"), WROTE, private=NUMBER)
    assert row.status is t.EventStatus.APPLIED
    assert promised.rows(t.Customer)[0].sms_stopped
    assert "sms_stopped" in promised.told()
    assert promised.tasks() == []
    assert promised.contact(FRIENDLY).channel is Channel.EMAIL


def test_who_asks_for_text_messages_again_gets_them(promised: Stage) -> None:
    promised.comes(message(channel="sms", wish="stop"), WROTE, private=NUMBER)
    promised.comes(message("M-2", channel="sms", wish="start"), WROTE, private=NUMBER)
    assert promised.told()[-2:] == ["sms_allowed", "message_received"]
    assert promised.contact(FRIENDLY).channel is Channel.SMS


def test_wishes_are_granted_in_the_order_in_which_they_came(promised: Stage) -> None:
    wishes = [message(f"M-{n}", "sms", wish=wish) for n, wish in enumerate(("stop", "start", "stop"))]
    promised.receive(*(arrival(wish, NUMBER) for wish in wishes), now=FRIENDLY)
    assert promised.contact(FRIENDLY).channel is Channel.EMAIL
    promised.apply(FRIENDLY)
    assert promised.rows(t.Customer)[0].sms_stopped


def test_everybody_with_the_number_is_texted_no_more(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2", of="C-2"), invoice("F-3", of="C-3"), customers=owing("C-1", "C-2"))
    stage.comes(message(channel="sms", wish="stop"), WROTE, private=NUMBER)
    assert {row.ref: row.sms_stopped for row in stage.rows(t.Customer)} == {"C-1": True, "C-2": True, "C-3": False}


def owing(*refs: str) -> tuple[Any, ...]:
    return (*(customer(ref) for ref in refs), customer("C-3", phone="+34976000333"))


def test_a_wish_of_an_unknown_number_waits_for_a_person(stage: Stage) -> None:
    stage.bring(invoice())
    row = stage.comes(message(channel="sms", wish="stop"), WROTE, private={"from": "+34600000000"})
    assert (row.status, row.reason) == ("kept", "no customer has this number")
    assert not stage.rows(t.Customer)[0].sms_stopped


def test_free_text_in_a_text_message_is_a_reply(stage: Stage) -> None:
    stage.bring(invoice())
    stage.comes(message(channel="sms"), WROTE, private=NUMBER)
    assert stage.tasks() == [("reply", "answer the customer", "2026-03-11")]


def test_no_other_creditors_customer_is_paused_or_stopped(stage: Stage) -> None:
    stage.bring(invoice())
    stage.receive(arrival(message(channel="sms", wish="stop", creditor="another"), NUMBER), now=WROTE)
    stage.apply(WROTE)
    assert stage.event("M-1").reason == "no customer has this number"
    assert not stage.rows(t.Customer)[0].sms_stopped
