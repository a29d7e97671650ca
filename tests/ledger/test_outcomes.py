"""What came of a contact, and what each outcome does to the ladder, the desk and the next move."""

from __future__ import annotations

import datetime as dt

import pytest

from cobro.dunning.contact import Accepted, Channel, Message, NotActed, Outcome, Refusal, Refused, Unclear
from cobro.ledger import tables as t
from tests.ledger.builders import COURTESY, FRIENDLY, IMPORTED, at, book, customer, invoice, payment, promise
from tests.ledger.stage import Stage

SETTLED = "2026-03-03 10:31"


@pytest.fixture
def sending(stage: Stage) -> tuple[Stage, Message]:
    """A courtesy letter that is on its way."""
    stage.bring(invoice())
    return stage, stage.claimed(COURTESY)


def refused(refusal: Refusal) -> Refused:
    return Refused(refusal, "421")


@pytest.mark.parametrize(
    ("outcome", "state", "done", "following"),
    [
        (Accepted("sg-9"), "sent", True, ("send_email", "week-1")),
        (Unclear("timeout"), "unknown", True, ("send_email", "week-1")),
        (NotActed(), "released", False, ("send_email", "courtesy")),
        (refused(Refusal.TRANSIENT), "released", False, ("send_email", "courtesy")),
        (refused(Refusal.OPTED_OUT), "released", False, ("send_email", "courtesy")),
        (refused(Refusal.CONFIGURATION), "released", False, ("look", None)),
        (refused(Refusal.ADDRESS), "undeliverable", False, ("look", None)),
    ],
)
def test_an_outcome_decides_whether_the_step_is_done_and_what_follows(
    sending: tuple[Stage, Message],
    outcome: Outcome | NotActed,
    state: str,
    done: bool,
    following: tuple[str, str | None],
) -> None:
    stage, message = sending
    stage.settle(message, outcome, SETTLED)
    (contact,) = stage.rows(t.Contact)
    assert (contact.state, contact.settled_at) == (state, at(SETTLED))
    assert stage.steps(live=done) == ["courtesy"]
    assert stage.next()[:2] == following
    assert stage.told()[-1] in ("contact_settled", "task_opened")


def test_a_try_whose_answer_nobody_hears_wakes_the_case(sending: tuple[Stage, Message]) -> None:
    """A slow try was given up, the next one could not find out what became of it, and then the first one knows: the
    workflow waits for the step after next by now."""
    stage, message = sending
    stage.relay_did_its_work(SETTLED)
    stage.settle(message, Unclear("timeout"), SETTLED)
    assert stage.next()[:2] == ("send_email", "week-1")
    assert stage.outbox() == []
    stage.settle(message, NotActed(), SETTLED)
    assert stage.next()[:2] == ("send_email", "courtesy")
    assert stage.outbox() == ["wake_case"]


def test_an_accepted_contact_keeps_the_providers_id(sending: tuple[Stage, Message]) -> None:
    stage, message = sending
    stage.settle(message, Accepted("sg-9"), SETTLED)
    assert stage.rows(t.Contact)[0].provider_id == "sg-9"


@pytest.mark.parametrize("refusal", [Refusal.ADDRESS, Refusal.CONFIGURATION])
def test_a_refusal_for_good_is_a_repair_the_same_day(sending: tuple[Stage, Message], refusal: Refusal) -> None:
    stage, message = sending
    stage.settle(message, refused(refusal), SETTLED)
    assert stage.tasks() == [("repair", f"mend the email {refusal.value} (421)", "2026-03-04")]
    assert stage.why() == "waiting for a person: repair"


def test_a_refusal_that_says_very_much_is_cut(sending: tuple[Stage, Message]) -> None:
    stage, message = sending
    stage.settle(message, Refused(Refusal.ADDRESS, "x" * 500), SETTLED)
    assert stage.rows(t.Contact)[0].detail == "x" * 200


def test_a_refused_day_is_free_again(sending: tuple[Stage, Message]) -> None:
    stage, message = sending
    stage.settle(message, refused(Refusal.TRANSIENT), SETTLED)
    assert stage.moves()[-1].at == at("2026-03-03 10:32")
    stage.contact("2026-03-03 10:32")
    assert stage.contacts() == [("email", "released"), ("email", "sent")]


def test_tries_wait_twice_as_long_each_time_up_to_an_hour(stage: Stage) -> None:
    stage.bring(invoice())
    now, waits = at(COURTESY), []
    for _ in range(8):
        stage.settle(stage.claimed(f"{now:%Y-%m-%d %H:%M}"), refused(Refusal.TRANSIENT), f"{now:%Y-%m-%d %H:%M}")
        wait = stage.moves()[-1].at - now
        waits.append(wait // dt.timedelta(minutes=1))
        now += wait
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]


def test_a_message_interrupts_the_waiting(sending: tuple[Stage, Message]) -> None:
    stage, message = sending
    stage.settle(message, refused(Refusal.TRANSIENT), SETTLED)
    stage.relay_did_its_work(SETTLED)
    stage.tell(payment(), "2026-03-03 10:31")
    assert stage.outbox() == ["wake_case"]
    assert stage.endings() == ["settled"]


def test_the_first_outcome_stands(sending: tuple[Stage, Message]) -> None:
    stage, message = sending
    stage.settle(message, Accepted("sg-9"), SETTLED)
    before = stage.dump()
    stage.settle(message, refused(Refusal.TRANSIENT), "2026-03-03 10:40")
    assert stage.dump() == before


@pytest.mark.parametrize(("proof", "state"), [(Accepted("sg-9"), "sent"), (NotActed(), "released")])
def test_an_unknown_outcome_becomes_known_by_proof(
    sending: tuple[Stage, Message], proof: Accepted | NotActed, state: str
) -> None:
    stage, message = sending
    stage.settle(message, Unclear("timeout"), SETTLED)
    stage.settle(message, proof, "2026-03-03 11:00")
    assert stage.contacts() == [("email", state)]


def test_an_unknown_contact_counts_as_the_days_contact(sending: tuple[Stage, Message]) -> None:
    stage, message = sending
    stage.settle(message, Unclear("timeout"), SETTLED)
    stage.ledger.register_book(book(invoice("F-2")), at(SETTLED), who="ana")
    assert stage.next("F-2")[2] > at(SETTLED).date()


def test_an_outcome_after_the_payment_leaves_the_ending(sending: tuple[Stage, Message]) -> None:
    stage, message = sending
    stage.tell(payment(), SETTLED)
    stage.settle(message, refused(Refusal.ADDRESS), "2026-03-03 10:40")
    assert stage.endings() == ["settled"]
    assert stage.tasks() == []
    assert stage.contacts() == [("email", "undeliverable")]


def test_who_wants_no_more_text_messages_gets_letters(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(promise("2026-03-04"), IMPORTED)
    stage.settle(stage.claimed(FRIENDLY), refused(Refusal.OPTED_OUT), FRIENDLY)
    assert stage.rows(t.Customer)[0].sms_stopped
    again = stage.contact("2026-03-09 10:31")
    assert again.channel is Channel.EMAIL


def test_who_wants_no_more_text_messages_and_has_no_address_is_a_repair(stage: Stage) -> None:
    stage.bring(invoice(), customers=(customer(email=None),))
    stage.tell(promise("2026-03-04"), IMPORTED)
    stage.settle(stage.claimed(FRIENDLY), refused(Refusal.OPTED_OUT), FRIENDLY)
    stage.move("2026-03-09 10:31")
    stage.claim("2026-03-09 10:31")
    assert [kind for kind, _, _ in stage.tasks()] == ["repair"]


def test_an_outcome_touches_every_case_that_the_contact_covers(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"))
    stage.settle(stage.claimed(COURTESY), refused(Refusal.ADDRESS), SETTLED)
    assert len(stage.tasks()) == 1
    for number in ("F-1", "F-2"):
        assert stage.why(number) == "waiting for a person: repair"
        assert stage.steps(number) == []
        assert "contact_settled" in stage.told(number)


def test_what_the_provider_took_after_it_was_given_up_is_written_down(stage: Stage) -> None:
    stage.bring(invoice())
    message = stage.claimed(COURTESY)
    stage.settle(message, NotActed(), COURTESY)
    stage.settle(message, Accepted("sg-late"), COURTESY)
    stage.settle(message, Accepted("sg-late"), COURTESY)
    (contact,) = stage.rows(t.Contact)
    assert (contact.state, contact.provider_id) == ("released", "sg-late")
    assert contact.detail == "taken by the provider after it was given up"
    assert stage.told().count("contact_taken_late") == 1
