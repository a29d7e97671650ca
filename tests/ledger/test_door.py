"""The door: what a claim stores, when it is open, and what closes it (law 3)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from uuid import UUID

import pytest

from cobro.dunning.contact import Accepted, Channel, Message, NotActed
from cobro.dunning.letter import Letter, Unwritable
from cobro.ledger import tables as t
from cobro.ledger.door import Claimed, Closed, Doubtful
from tests.ledger.builders import (
    COURTESY,
    EBRO,
    FRIENDLY,
    IMPORTED,
    at,
    case,
    customer,
    day,
    event,
    invoice,
    payment,
    plan,
    promise,
    render,
)
from tests.ledger.stage import Stage

CLOSERS: dict[str, Callable[[Stage], object]] = {
    "paid": lambda stage: stage.tell(payment(), COURTESY),
    "disputed": lambda stage: stage.tell(event("dispute_opened"), COURTESY),
    "held": lambda stage: stage.tell(event("hold_placed", until=day("2026-03-20")), COURTESY),
    "promised": lambda stage: stage.tell(promise("2026-03-13"), COURTESY),
    "planned": lambda stage: stage.tell(plan(("2026-03-20", "100")), COURTESY),
    "written off": lambda stage: stage.tell(event("written_off"), COURTESY),
    "cancelled": lambda stage: stage.tell(event("cancelled"), COURTESY),
    "handed over": lambda stage: stage.tell(event("handoff_decided"), COURTESY),
    "stopped": lambda stage: stage.ledger.stop(EBRO, None, at(COURTESY), who="ana"),
    "customer stopped": lambda stage: stage.ledger.stop(EBRO, "C-1", at(COURTESY), who="ana"),
}


def test_a_claim_stores_the_bytes_that_leave(stage: Stage) -> None:
    stage.bring(invoice())
    message = stage.claimed(COURTESY)
    (contact,) = stage.rows(t.Contact)
    assert message == Message(
        contact=contact.id,
        channel=Channel.EMAIL,
        to="c-1@espiga.example",
        content=b"email courtesy: F-1 courtesy 100.00 EUR",
        claimed_at=at(COURTESY),
    )
    assert contact.content == message.content
    assert contact.digest == hashlib.sha256(message.content).hexdigest()
    assert (contact.state, contact.local_day) == ("sending", day("2026-03-03"))
    assert (contact.policy, contact.policy_version) == ("four-weeks", 1)
    assert stage.steps() == ["courtesy"]
    assert stage.told()[-1] == "contact_claimed"


def test_a_second_claim_of_a_move_is_doubtful_and_brings_the_same_bytes(stage: Stage) -> None:
    stage.bring(invoice())
    message = stage.claimed(COURTESY)
    before = stage.dump()
    assert stage.claim("2026-03-03 10:31") == Doubtful(message)
    assert stage.dump() == before


def test_a_claim_stays_doubtful_although_the_case_moved_on(stage: Stage) -> None:
    stage.bring(invoice())
    message = stage.claimed(COURTESY)
    n = stage.moves()[-1].n
    stage.tell(payment(), COURTESY)
    assert stage.ledger.claim(case(), n, at(COURTESY), render) == Doubtful(message)


def test_a_move_whose_contact_was_sent_is_stale(stage: Stage) -> None:
    stage.bring(invoice())
    n = stage.move(COURTESY).n
    stage.contact(COURTESY)
    assert stage.ledger.claim(case(), n, at(COURTESY), render) == Closed("stale")


@pytest.mark.parametrize("n", [0, 2])
def test_a_number_that_is_not_the_current_one_is_stale(stage: Stage, n: int) -> None:
    stage.bring(invoice())
    assert stage.ledger.claim(case(), n, at(COURTESY), render) == Closed("stale")


@pytest.mark.parametrize("closer", CLOSERS)
def test_the_door_is_closed_after(stage: Stage, closer: str) -> None:
    stage.bring(invoice())
    n = stage.move(COURTESY).n
    CLOSERS[closer](stage)
    if stage.next()[0] == "send_email":
        # What is owed in writing is no reminder, and leaves first.
        assert stage.contact("2026-03-04 10:30").content.startswith(
            (b"email promise-confirmed", b"email plan-confirmed")
        )
    for number in (n, stage.moves()[-1].n):
        assert isinstance(stage.ledger.claim(case(), number, at("2026-03-04 10:30"), render), Closed)
    assert "dunning" not in {contact.contact_class for contact in stage.rows(t.Contact)}


@pytest.mark.parametrize("when", ["2026-03-03 08:59", "2026-03-03 19:00", "2026-03-07 12:00", "2026-04-23 12:00"])
def test_the_door_is_closed_outside_the_customers_hours(stage: Stage, when: str) -> None:
    stage.bring(invoice())
    assert isinstance(stage.claim(when), Closed)
    assert stage.contacts() == []


def test_the_door_is_closed_before_the_step_is_due(stage: Stage) -> None:
    stage.bring(invoice())
    assert stage.claim("2026-03-02 12:00") == Closed("1 day after the due date 2026-03-02")


def test_the_hours_are_those_of_the_customers_own_zone(stage: Stage) -> None:
    stage.bring(invoice(), customers=(customer(zone="Atlantic/Canary", region="CN"),))
    assert isinstance(stage.claim("2026-03-03 09:30"), Closed)
    assert isinstance(stage.claim("2026-03-03 19:30"), Claimed)


def test_a_second_contact_on_a_day_is_closed_whatever_its_kind(stage: Stage) -> None:
    stage.bring(invoice("F-1", due=day("2026-02-17")), invoice("F-2"), now="2026-02-17 12:00")
    stage.contact("2026-02-18 10:30")
    stage.contact("2026-02-24 10:30")
    stage.claimed("2026-03-03 10:30")  # a call for F-1 takes the day on which F-2 is due for its first letter
    closed = stage.claim("2026-03-03 11:00", "F-2")
    assert isinstance(closed, Closed)
    assert "put off by the customer's contact budget" in closed.why
    stage.move("2026-03-03 11:00", "F-2")
    assert stage.next("F-2")[2] == day("2026-03-04")


def test_not_more_contacts_in_a_week_than_the_policy_allows(stage: Stage) -> None:
    stage.bring(*(invoice(f"F-{n}", due=day(f"2026-03-0{n}")) for n in (2, 3, 4, 5, 8)))
    for n in (3, 4, 5):
        stage.contact(f"2026-03-0{n} 10:30", f"F-{n - 1}")
    stage.move("2026-03-06 10:30", "F-5")
    assert isinstance(stage.claim("2026-03-06 10:30", "F-5"), Closed)
    assert stage.next("F-5")[2] == day("2026-03-10")


def test_a_contact_of_another_customer_does_not_count(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2", of="C-2"))
    stage.contact(COURTESY)
    assert isinstance(stage.claim(COURTESY, "F-2"), Claimed)


def test_a_letter_that_cannot_be_written_is_mended_by_a_person_and_claims_nothing(stage: Stage) -> None:
    def unwritable(_channel: Channel, _letter: Letter) -> bytes:
        raise Unwritable("firm: no phone number of the signer")

    stage.bring(invoice())
    stage.move(COURTESY)
    assert stage.claim(COURTESY, render=unwritable) == Closed("the letter cannot be written")
    assert stage.contacts() == []
    assert stage.steps() == []
    assert stage.tasks() == [("repair", "mend the letter: firm: no phone number of the signer", "2026-03-04")]
    assert stage.told()[-1] == "task_opened"
    assert stage.move(COURTESY).do == "look"


def test_a_fault_of_the_renderer_claims_nothing(stage: Stage) -> None:
    def broken(_channel: Channel, _letter: Letter) -> bytes:
        raise RuntimeError("broken")

    stage.bring(invoice())
    stage.move(COURTESY)
    before = stage.dump()
    with pytest.raises(RuntimeError, match="broken"):
        stage.claim(COURTESY, render=broken)
    assert stage.dump() == before


def test_without_an_address_a_person_is_asked_and_nothing_is_claimed(stage: Stage) -> None:
    stage.bring(invoice(), customers=(customer(email=None),))
    stage.move(COURTESY)
    assert stage.claim(COURTESY) == Closed("no address")
    assert stage.contacts() == []
    assert stage.tasks() == [("repair", "find an e-mail address", "2026-03-04")]
    assert stage.move(COURTESY).do == "look"


def test_without_a_telephone_a_text_message_becomes_a_letter(stage: Stage) -> None:
    stage.bring(invoice(), customers=(customer(phone=None),))
    stage.tell(promise("2026-03-04"), IMPORTED)
    message = stage.contact(FRIENDLY)
    assert (message.channel, message.to) == (Channel.EMAIL, "c-1@espiga.example")
    assert message.content.startswith(b"email broken-promise")


def test_a_text_message_goes_to_the_telephone(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(promise("2026-03-04"), IMPORTED)
    message = stage.claimed(FRIENDLY)
    assert (message.channel, message.to) == (Channel.SMS, "+34976000111")


def test_the_id_of_a_letter_is_made_up_and_not_worked_out(stage: Stage) -> None:
    # Whoever answers it is believed: from a number like F-1 a stranger must not get to it.
    stage.bring(invoice())

    assert UUID(stage.claimed(COURTESY).contact).version == 4


def test_each_try_has_an_id_of_its_own(stage: Stage) -> None:
    stage.bring(invoice())
    first = stage.claimed(COURTESY)
    stage.settle(first, NotActed(), COURTESY)
    second = stage.claimed("2026-03-03 10:32")
    assert first.contact != second.contact
    stage.settle(second, Accepted("sg-1"), "2026-03-03 10:32")
    assert [row.attempt for row in stage.rows(t.ContactStep)] == [1, 2]
