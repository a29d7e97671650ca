"""A person says what something is about that the ledger could not place."""

from __future__ import annotations

import pytest

from cobro.ledger import tables as t
from cobro.ledger.applying import Refused
from cobro.ledger.door import Closed
from tests.ledger.builders import (
    COURTESY,
    EBRO,
    FRIENDLY,
    at,
    credit,
    customer,
    day,
    event,
    invoice,
    issued,
    message,
    payment,
    plan,
    reversal,
)
from tests.ledger.stage import Stage

CAME = "2026-03-02 12:00"
DECIDED = "2026-03-02 13:00"
LATER = "2026-03-04 12:00"


@pytest.fixture
def two(stage: Stage) -> Stage:
    """Two customers with an invoice each, and money for an invoice that nobody knows."""
    stage.bring(invoice(), invoice("F-2", of="C-2"))
    stage.comes(payment("P-9", "130", "F-9"), CAME)
    return stage


def test_money_for_an_unknown_invoice_is_applied_to_the_one_that_a_person_names(two: Stage) -> None:
    assert two.event("P-9").reason == "unknown invoice F-9"
    assert two.direct("P-9", "F-1", DECIDED) == (
        "100.00 EUR on F-1; 30.00 EUR more than was owed: a credit of the customer"
    )
    row = two.event("P-9")
    assert (row.status, row.unapplied_minor, row.applied_at) == ("applied", 3000, at(DECIDED))
    assert two.endings() == ["settled"]
    assert two.told()[-2:] == ["event_directed", "episode_ended"]


def test_the_rest_goes_to_another_invoice_by_another_command(two: Stage) -> None:
    two.direct("P-9", "F-1", DECIDED)
    assert two.direct("P-9", "F-2", DECIDED) == "30.00 EUR on F-2"
    assert (two.open("F-2"), two.event("P-9").unapplied_minor) == ("70.00 EUR", 0)


def test_a_credit_goes_to_another_invoice(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2", of="C-2"))
    stage.tell(payment(amount="150"), CAME)
    assert stage.direct("P-1", "F-2", DECIDED) == "50.00 EUR on F-2"
    stage.tell(credit(amount="20"), CAME)
    assert stage.direct("N-1", "F-2", DECIDED) == "20.00 EUR on F-2"
    assert stage.open("F-2") == "30.00 EUR"


@pytest.mark.parametrize("named", ["F-9", "F-1", "F-2"])
def test_a_reversal_takes_all_of_it_back_wherever_it_is(two: Stage, named: str) -> None:
    two.direct("P-9", "F-1", DECIDED)
    two.direct("P-9", "F-2", DECIDED)
    row = two.comes(reversal("P-9", number=named), LATER)
    assert (row.status, row.reason) == ("applied", "")
    assert (two.open(), two.open("F-2")) == ("100.00 EUR", "100.00 EUR")
    assert (two.endings(), two.endings("F-2")) == (["settled", None], [None])
    again = two.comes(reversal("P-9", "R-2", number="F-9"), LATER)
    assert again.reason == "payment P-9 was reversed before"


def test_a_reversal_that_waited_has_its_effect_once_the_money_is_placed(two: Stage) -> None:
    assert two.comes(reversal("P-9", number="F-9"), CAME).status is t.EventStatus.KEPT
    two.direct("P-9", "F-1", DECIDED)
    assert two.event("R-P-9").status is t.EventStatus.APPLIED
    assert two.open() == "100.00 EUR"


def test_a_reversal_of_money_placed_elsewhere_takes_nobody_elses(two: Stage) -> None:
    two.direct("P-9", "F-1", DECIDED)
    two.tell(payment("P-2", "40", "F-2"), DECIDED)
    two.comes(reversal("P-9", number="F-9"), LATER)
    assert (two.open(), two.open("F-2")) == ("100.00 EUR", "60.00 EUR")


def test_placed_money_is_undone_wherever_it_is(two: Stage) -> None:
    two.direct("P-9", "F-1", DECIDED)
    two.direct("P-9", "F-2", DECIDED)
    assert two.undo("P-9", LATER).verdict == "applied"
    assert (two.open(), two.open("F-2"), two.event("P-9").unapplied_minor) == ("100.00 EUR", "100.00 EUR", 0)


def test_placed_money_completes_a_plan(two: Stage) -> None:
    two.tell(plan(("2026-03-20", "100")), DECIDED)
    two.direct("P-9", "F-1", DECIDED)
    assert two.rows(t.Plan)[0].ending is t.PlanEnding.COMPLETED


def test_other_money_under_a_known_id_is_placed_by_a_person(stage: Stage) -> None:
    stage.bring(invoice())
    stage.comes(payment(amount="40"), CAME)
    other = stage.comes(payment(amount="50"), CAME)
    assert stage.direct(other.event_id, "F-1", DECIDED) == "50.00 EUR on F-1"
    assert stage.open() == "10.00 EUR"


def test_money_in_another_currency_is_not_placed(stage: Stage) -> None:
    stage.bring(invoice())
    stage.comes(payment(currency="USD"), CAME)
    with pytest.raises(Refused, match="currency: invoice F-1 is in EUR, the money in USD"):
        stage.direct("P-1", "F-1", DECIDED)
    assert stage.event("P-1").status is t.EventStatus.KEPT


def test_what_is_settled_takes_no_more(two: Stage) -> None:
    two.tell(payment(), CAME)
    with pytest.raises(Refused, match="INVOICE: expected one that owes something, got F-1, which is settled"):
        two.direct("P-9", "F-1", DECIDED)


def test_what_does_not_wait_is_not_placed(two: Stage) -> None:
    two.tell(payment(amount="40"), CAME)
    two.ledger.dismiss(EBRO, "P-9", "another firm's", at(CAME), who="ana")
    two.receive(payment("P-3"), now=CAME)
    for one in ("P-1", "P-9", "P-3"):
        with pytest.raises(Refused, match=f"expected money or a message that waits for a person, got {one}"):
            two.direct(one, "F-2", DECIDED)
    with pytest.raises(Refused, match="EVENT: the ledger has no event 'P-0'"):
        two.direct("P-0", "F-2", DECIDED)
    with pytest.raises(Refused, match="INVOICE: the ledger has no invoice 'F-0' of talleres-ebro"):
        two.direct("P-9", "F-0", DECIDED)


def test_an_invoice_that_was_kept_is_no_money(stage: Stage) -> None:
    stage.bring(invoice())
    stage.comes(issued("F-1", amount="120"), CAME)
    with pytest.raises(Refused, match="expected money or a message"):
        stage.direct("I-F-1", "F-1", DECIDED)
    assert stage.open() == "100.00 EUR"


def test_another_creditors_money_does_not_exist(two: Stage) -> None:
    with pytest.raises(Refused, match="the ledger has no invoice 'F-1' of another"):
        two.ledger.direct("another", "P-9", "F-1", at(DECIDED), who="eve")


def test_a_message_of_an_unknown_sender_is_tied_to_an_invoice_by_a_person(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"), invoice("F-3", of="C-2"))
    stage.comes(message(), CAME, private={"from": "somebody@else.example"})
    assert stage.event("M-1").reason == "no customer has this sender's address: say whose it is with 'apply'"
    assert stage.direct("M-1", "F-2", DECIDED) == "a reply about F-2: nobody writes or calls until it is answered"
    assert stage.tasks() == [("reply", "answer the customer", "2026-03-05")]
    for number in ("F-1", "F-2"):
        assert isinstance(stage.claim(COURTESY, number), Closed)
    assert stage.next("F-3")[0] == "send_email"
    stage.undo("M-1", LATER)
    assert stage.tasks() == []


def test_a_wish_of_an_unknown_number_is_granted_to_the_customer_whom_a_person_names(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2", of="C-2"))
    stage.comes(message(channel="sms", wish="stop"), CAME, private={"from": "+34999999999"})
    assert stage.event("M-1").reason == "no customer has this number"
    assert stage.direct("M-1", "F-1", DECIDED) == "'stop' for text messages to the customer of F-1"
    assert [row.sms_stopped for row in stage.rows(t.Customer)] == [True, False]
    assert stage.tasks() == []


def test_what_is_placed_stops_the_next_letter(stage: Stage) -> None:
    stage.bring(invoice(), customers=(customer(),))
    stage.contact(COURTESY)
    stage.comes(payment("P-9", "100", "F-9"), LATER)
    stage.relay_did_its_work(LATER)
    stage.direct("P-9", "F-1", FRIENDLY)
    assert stage.outbox() == ["wake_case"]
    assert isinstance(stage.claim(FRIENDLY), Closed)


def test_a_reply_to_an_unknown_invoice_is_tied_to_a_known_one(stage: Stage) -> None:
    stage.bring(invoice())
    stage.comes(event("reply_received", invoice="F-9"), CAME)
    stage.direct("reply_received", "F-1", DECIDED)
    assert stage.next() == ("look", None, day("2026-03-05"))
