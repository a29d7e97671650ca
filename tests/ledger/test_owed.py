"""What is owed in writing: promises and plans confirmed the same day, once, beside all limits but the hours (R35)."""

from __future__ import annotations

import pytest

from cobro.dunning.contact import Accepted, Channel, NotActed, Refusal, Refused
from cobro.dunning.letter import Letter
from cobro.ledger import tables as t
from cobro.ledger.door import Claimed, Closed
from tests.ledger.builders import COURTESY, EBRO, at, customer, event, invoice, payment, plan, promise
from tests.ledger.stage import Stage

MADE = "2026-03-04 12:00"
LATE = "2026-03-04 21:00"
MORNING = "2026-03-05 10:30"
CONFIRMED = "promise-confirmed-1"


class Written:
    """A renderer that remembers what it was asked to write."""

    def __init__(self) -> None:
        self.letters: list[Letter] = []

    def __call__(self, channel: Channel, letter: Letter) -> bytes:
        self.letters.append(letter)
        return f"{channel.value} {letter.name}".encode()


def test_a_promise_is_confirmed_at_once_and_once(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(promise("2026-03-13", "60", form="direct_debit"), MADE)
    assert stage.next() == ("send_email", CONFIRMED, at(MADE).date())
    written = Written()
    assert isinstance(stage.claim(MADE, render=written), Claimed)
    (letter,) = written.letters
    assert (letter.name, letter.owed) == ("promise-confirmed", True)
    assert letter.agreed
    assert [(str(part.day), str(part.money)) for part in letter.agreed.parts] == [("2026-03-13", "60.00 EUR")]
    assert letter.agreed.form == "direct_debit"
    stage.move(MADE)
    assert stage.next()[0] == "look"


def test_after_hours_it_waits_for_the_morning(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(promise("2026-03-13"), LATE)
    assert stage.next() == ("send_email", CONFIRMED, at(MORNING).date())
    assert isinstance(stage.claim(LATE), Closed)
    assert isinstance(stage.claim(MORNING), Claimed)


def test_it_takes_nobodys_day_and_no_distance(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"))
    stage.contact(COURTESY)
    stage.tell(promise("2026-03-13", "40"), COURTESY)
    stage.contact(COURTESY)
    assert stage.contacts() == [("email", "sent"), ("email", "sent")]
    stage.tell(payment(amount="40"), "2026-03-05 12:00")
    assert stage.next()[1:] == ("week-1", at("2026-03-09 09:00").date())


def test_two_promises_of_a_day_are_two_messages_and_one_over_two_invoices_is_one(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"), invoice("F-3"))
    stage.tell(promise("2026-03-13", "150", invoices=("F-1", "F-2")), MADE)
    stage.tell(promise("2026-03-13", "100", "V-2", invoices=("F-3",)), MADE)
    written = Written()
    claimed = stage.claim(MADE, "F-2", render=written)
    assert isinstance(claimed, Claimed)
    assert [line.number for line in written.letters[0].lines] == ["F-1", "F-2"]
    assert stage.steps("F-1") == stage.steps("F-2") == [CONFIRMED]
    assert stage.steps("F-3") == []
    assert stage.next("F-1")[0] == "look"
    stage.contact(MADE, "F-3")
    assert stage.steps("F-3") == ["promise-confirmed-2"]


def test_an_invoice_that_was_paid_meanwhile_is_named_but_carries_no_step(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"))
    stage.tell(promise("2026-03-13", "150", invoices=("F-1", "F-2")), LATE)
    stage.tell(payment(), "2026-03-05 08:00")
    written = Written()
    assert isinstance(stage.claim(MORNING, "F-2", render=written), Claimed)
    assert [(line.number, line.step) for line in written.letters[0].lines] == [("F-1", ""), ("F-2", CONFIRMED)]


@pytest.mark.parametrize("ending", ["cancelled", "written_off"])
def test_an_invoice_that_was_given_up_meanwhile_is_not_named(stage: Stage, ending: str) -> None:
    stage.bring(invoice(), invoice("F-2"))
    stage.tell(promise("2026-03-13", "150", invoices=("F-1", "F-2")), LATE)
    stage.tell(event(ending), "2026-03-05 08:00")
    written = Written()
    assert isinstance(stage.claim(MORNING, "F-2", render=written), Claimed)
    assert [line.number for line in written.letters[0].lines] == ["F-2"]


@pytest.mark.parametrize("what", ["paid", "kept", "replaced", "written_off"])
def test_a_promise_that_is_over_is_not_confirmed(stage: Stage, what: str) -> None:
    stage.bring(invoice())
    stage.tell(promise("2026-03-13", "40"), LATE)
    over = {
        "paid": payment(),
        "kept": payment(amount="40"),
        "replaced": promise("2026-03-20", "50", "V-2"),
        "written_off": event("written_off"),
    }
    stage.tell(over[what], "2026-03-05 08:00")
    stage.move(MORNING)
    assert stage.next()[1] != CONFIRMED
    stage.claim(MORNING)
    assert CONFIRMED not in stage.steps()


def test_a_stop_holds_it_and_go_lets_it_leave(stage: Stage) -> None:
    stage.bring(invoice())
    stage.ledger.stop(EBRO, None, at(MADE), who="ana")
    stage.tell(promise("2026-03-13"), MADE)
    stage.move(MADE)
    assert isinstance(stage.claim(MADE), Closed)
    stage.ledger.go(EBRO, None, at(MADE), who="ana")
    assert isinstance(stage.claim(MADE), Claimed)


def test_without_an_email_address_it_goes_by_text_message(stage: Stage) -> None:
    stage.bring(invoice(), customers=(customer(email=None),))
    stage.tell(promise("2026-03-13"), MADE)
    assert stage.claimed(MADE).channel is Channel.SMS


def test_without_any_address_somebody_finds_one_and_then_it_leaves(stage: Stage) -> None:
    stage.bring(invoice(), customers=(customer(email=None, phone=None),))
    stage.tell(promise("2026-03-13"), MADE)
    assert isinstance(stage.claim(MADE), Closed)
    assert stage.tasks() == [("repair", "find an e-mail address", "2026-03-05")]
    stage.move(MADE)
    assert stage.next()[0] == "look"
    stage.ledger.mend(EBRO, stage.task("repair").id, at(MADE), who="ana", email="a@espiga.example", phone=None)
    assert stage.claimed(MADE).to == "a@espiga.example"


def test_what_the_provider_did_not_take_is_tried_again(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"))
    stage.tell(promise("2026-03-13", "150", invoices=("F-1", "F-2")), MADE)
    first = stage.claimed(MADE)
    stage.settle(first, NotActed(), MADE)
    again = stage.claimed("2026-03-04 12:02", "F-2")
    assert again.contact != first.contact
    stage.settle(again, Accepted("sg-1"), "2026-03-04 12:02")
    stage.move("2026-03-04 12:03")
    assert stage.next("F-1")[0] == stage.next("F-2")[0] == "look"


def test_a_plan_is_confirmed_before_its_run_ends(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"))
    stage.tell(plan(("2026-03-20", "150"), ("2026-04-20", "50"), invoices=("F-1", "F-2")), MADE)
    assert stage.endings("F-1") == stage.endings("F-2") == ["payment_plan"]
    assert stage.next()[:2] == ("send_email", "plan-confirmed-1")
    written = Written()
    claimed = stage.claim(MADE, render=written)
    assert isinstance(claimed, Claimed)
    (letter,) = written.letters
    assert [line.number for line in letter.lines] == ["F-1", "F-2"]
    assert letter.agreed
    assert [str(part.money) for part in letter.agreed.parts] == ["150.00 EUR", "50.00 EUR"]
    stage.settle(claimed.message, Accepted("sg-1"), MADE)
    assert stage.next("F-1")[0] == stage.next("F-2")[0] == "end"
    assert len(stage.rows(t.Contact)) == 1


def test_a_plan_is_confirmed_although_money_came_while_a_provider_did_not_take_the_letter(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"))
    stage.tell(plan(("2026-03-20", "150"), ("2026-04-20", "50"), invoices=("F-1", "F-2")), MADE)
    first = stage.claimed(MADE)
    stage.tell(payment(), MADE)
    assert stage.next("F-1")[0] == "end"
    assert isinstance(stage.claim(MADE, "F-2"), Closed)
    stage.move(MADE, "F-2")
    assert stage.next("F-2")[:2] == ("send_email", "plan-confirmed-1")
    stage.settle(first, NotActed(), MADE)
    stage.contact("2026-03-04 12:02", "F-2")
    assert stage.next("F-2")[0] == "end"
    assert stage.contacts() == [("email", "released"), ("email", "sent")]


def test_a_plan_that_nobody_can_be_told_of_ends_its_run_when_it_is_over(stage: Stage) -> None:
    stage.bring(invoice(), customers=(customer(email=None, phone=None),))
    stage.tell(plan(("2026-03-20", "100")), MADE)
    stage.claim(MADE)
    stage.move(MADE)
    assert (stage.next()[0], stage.why()) == ("look", "waiting for a person: repair")
    stage.move("2026-03-06 10:00")
    assert stage.task("repair").due > at("2026-03-06 10:00").date()
    stage.tell(payment(), "2026-03-10 10:00")
    assert stage.next()[0] == "end"
    assert stage.tasks() == []


def test_what_is_paid_by_a_plan_leaves_the_desk_although_its_run_is_over(stage: Stage) -> None:
    stage.bring(invoice(), customers=(customer(email=None, phone=None),))
    stage.tell(plan(("2026-03-06", "100")), MADE)
    stage.claim(MADE)
    stage.move("2026-03-09 10:30")
    assert (stage.next()[0], len(stage.tasks())) == ("end", 1)
    stage.tell(payment(), "2026-03-09 12:00")
    assert stage.tasks() == []


def test_a_plan_in_default_opens_the_next_episode_although_it_was_not_confirmed(stage: Stage) -> None:
    stage.bring(invoice())
    stage.ledger.stop(EBRO, None, at(MADE), who="ana")
    stage.tell(plan(("2026-03-06", "100")), MADE)
    assert stage.next()[0] == "look"
    stage.ledger.go(EBRO, None, at(MADE), who="ana")
    assert stage.next()[:2] == ("send_email", "plan-confirmed-1")


def test_a_bad_address_becomes_a_repair_of_a_plan_too(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(plan(("2026-03-20", "100")), MADE)
    stage.settle(stage.claimed(MADE), Refused(Refusal.ADDRESS, "550"), MADE)
    assert stage.tasks() == [("repair", "mend the email address (550)", "2026-03-05")]
    stage.move(MADE)
    assert stage.next()[0] == "look"
