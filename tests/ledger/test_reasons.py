"""What follows from what a customer says on the telephone (R38-R42)."""

from __future__ import annotations

import pytest

from cobro.dunning.answer import Answer
from cobro.dunning.consequence import CONSEQUENCES
from cobro.dunning.event import Reason
from cobro.ledger.door import Closed
from tests.ledger.builders import CALL, COURTESY, EBRO, FRIENDLY, at, called, invoice
from tests.ledger.stage import Stage
from tests.ledger.test_owed import Written

SPOKEN = "2026-03-17 11:00"


@pytest.fixture
def desk(stage: Stage) -> Stage:
    """Two invoices of one customer on one call, and another customer's."""
    stage.bring(invoice(), invoice("F-2"), invoice("F-9", of="C-9"))
    for when in (COURTESY, FRIENDLY):
        stage.contact(when)
    stage.claimed(CALL)
    return stage


def say(stage: Stage, reason: str, outcome: str = "spoke", now: str = SPOKEN, event_id: str = "T-1") -> Answer:
    return stage.tell(called(stage.task("call").id, outcome, event_id, reason=reason), now)


def test_every_reason_has_a_consequence() -> None:
    assert set(CONSEQUENCES) == set(Reason)


def test_who_says_that_it_is_paid_is_asked_for_proof_once_and_left_in_peace(desk: Stage) -> None:
    say(desk, "says_paid")
    written = Written()
    assert not isinstance(desk.claim(SPOKEN, render=written), Closed)
    (letter,) = written.letters
    assert (letter.name, letter.agreed, [line.number for line in letter.lines]) == (
        "proof-wanted",
        None,
        ["F-1", "F-2"],
    )
    for number in ("F-1", "F-2"):
        desk.move(SPOKEN, number)
        assert desk.next(number) == ("look", None, at("2026-03-23 00:00").date())
    desk.move("2026-03-23 09:40")
    assert desk.next()[1] == "week-3"


def test_who_says_it_again_is_looked_into_by_a_senior(desk: Stage) -> None:
    say(desk, "says_paid")
    desk.contact(SPOKEN)
    desk.contact("2026-03-24 10:30")
    desk.claimed("2026-03-31 10:30")
    say(desk, "says_paid", now="2026-03-31 11:00", event_id="T-2")
    assert desk.tasks() == [("repair", "says again that it is paid: look for the payment", "2026-04-01")]
    assert desk.task("repair").owner == "Tomás Bielsa"
    assert desk.why() == "waiting for a person: repair"
    desk.ledger.mend(EBRO, desk.task("repair").id, at("2026-03-31 12:00"), who="ana", email=None, phone=None)
    assert desk.next()[1] == "decision"


@pytest.mark.parametrize("reason", ["insolvency", "lawyer"])
def test_where_the_law_may_forbid_it_the_whole_customer_is_stopped(desk: Stage, reason: str) -> None:
    say(desk, reason)
    assert desk.tasks() == [("repair", f"{reason}: decide what follows, then lift the stop with 'go'", "2026-03-18")]
    for number in ("F-1", "F-2"):
        assert (desk.next(number)[0], desk.why(number)) == ("look", "stopped until somebody says go")
    assert desk.next("F-9")[0] == "send_email"
    desk.ledger.mend(EBRO, desk.task("repair").id, at(SPOKEN), who="ana", email=None, phone=None)
    desk.ledger.go(EBRO, "C-1", at(SPOKEN), who="ana")
    assert desk.next()[1] == "week-3"


@pytest.mark.parametrize(
    ("reason", "goal", "owner"),
    [
        ("copy_missing", "send a copy of the invoice, or the order number that is missing", "Irene Lacasa"),
        ("refuses", "refuses: decide what follows", "Tomás Bielsa"),
    ],
)
def test_what_somebody_has_to_do_stands_on_the_desk_and_the_ladder_waits(
    desk: Stage, reason: str, goal: str, owner: str
) -> None:
    say(desk, reason)
    assert desk.tasks() == [("repair", goal, "2026-03-18")]
    assert desk.task("repair").owner == owner
    assert desk.why() == "waiting for a person: repair"


@pytest.mark.parametrize("reason", ["oversight", "next_payment_run", "no_funds", "longer_terms", "other"])
def test_other_reasons_let_the_ladder_go_on(desk: Stage, reason: str) -> None:
    say(desk, reason)
    assert desk.tasks() == []
    assert desk.next()[1] == "week-3"


def test_a_wrong_number_is_not_called_about_another_invoice_either(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2", due=at("2026-03-20 00:00").date()))
    for when in (COURTESY, FRIENDLY):
        stage.contact(when)
    stage.claimed(CALL)
    stage.tell(called(stage.task("call").id, "wrong_person"), SPOKEN)
    assert stage.why("F-2") == "waiting for a person: repair"
