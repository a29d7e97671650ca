"""Stop and go: nobody is contacted until somebody says go, and money still comes in."""

from __future__ import annotations

import pytest

from cobro.dunning.move import Role
from cobro.dunning.stop_reason import StopReason
from cobro.ledger import tables as t
from tests.ledger.builders import CALL, COURTESY, EBRO, FRIENDLY, IMPORTED, at, day, invoice, payment
from tests.ledger.stage import Stage


def test_a_stopped_creditor_contacts_nobody(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2", of="C-2"))
    assert stage.ledger.stop(EBRO, None, at(IMPORTED), who="ana")
    for number in ("F-1", "F-2"):
        assert stage.next(number)[0] == "look"
        assert stage.why(number) == "stopped until somebody says go"


def test_a_stopped_customer_leaves_the_others_alone(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2", of="C-2"))
    assert stage.ledger.stop(EBRO, "C-1", at(IMPORTED), who="ana")
    assert stage.next("F-1")[0] == "look"
    assert stage.next("F-2")[0] == "send_email"


def test_a_stopped_case_is_looked_at_for_ever_and_stays_silent(stage: Stage) -> None:
    stage.bring(invoice())
    stage.ledger.stop(EBRO, None, at(IMPORTED), who="ana")
    for when in (FRIENDLY, CALL, "2026-05-04 10:30"):
        stage.move(when)
        assert stage.next()[0] == "look"
        assert stage.next()[2] > at(when).date()


def test_a_stop_takes_calls_off_the_desk(stage: Stage) -> None:
    stage.bring(invoice())
    stage.contact(COURTESY)
    stage.contact(FRIENDLY)
    stage.claimed(CALL)
    stage.ledger.stop(EBRO, None, at(CALL), who="ana")
    assert stage.tasks() == []


def test_go_resumes_and_wakes(stage: Stage) -> None:
    stage.bring(invoice())
    stage.ledger.stop(EBRO, None, at(IMPORTED), who="ana")
    stage.relay_did_its_work(IMPORTED)
    assert stage.ledger.go(EBRO, None, at(COURTESY), who="ana")
    assert stage.next() == ("send_email", "courtesy", day("2026-03-03"))
    assert stage.outbox() == ["wake_case"]


def test_a_stop_needs_no_wake_up(stage: Stage) -> None:
    stage.bring(invoice())
    stage.relay_did_its_work(IMPORTED)
    stage.ledger.stop(EBRO, None, at(IMPORTED), who="ana")
    assert stage.outbox() == []


def test_a_stop_of_both_needs_a_go_for_both(stage: Stage) -> None:
    stage.bring(invoice())
    stage.ledger.stop(EBRO, None, at(IMPORTED), who="ana")
    stage.ledger.stop(EBRO, "C-1", at(IMPORTED), who="ana")
    stage.ledger.go(EBRO, None, at(COURTESY), who="ana")
    assert stage.next()[0] == "look"
    stage.ledger.go(EBRO, "C-1", at(COURTESY), who="ana")
    assert stage.next()[0] == "send_email"


def test_money_comes_in_while_stopped(stage: Stage) -> None:
    stage.bring(invoice())
    stage.ledger.stop(EBRO, None, at(IMPORTED), who="ana")
    stage.tell(payment(), COURTESY)
    assert stage.endings() == ["settled"]


def test_whoever_is_unknown_is_told(stage: Stage) -> None:
    stage.bring(invoice())
    assert not stage.ledger.stop("nobody", None, at(IMPORTED), who="ana")
    assert not stage.ledger.stop(EBRO, "C-9", at(IMPORTED), who="ana")
    assert not stage.ledger.go(EBRO, "C-9", at(IMPORTED), who="ana")


@pytest.mark.parametrize("why", StopReason)
def test_a_reason_stops_every_case_of_the_customer_until_a_senior_has_decided(stage: Stage, why: StopReason) -> None:
    stage.bring(invoice(), invoice("F-2"), invoice("F-3", of="C-2"))
    assert stage.ledger.stop(EBRO, "C-1", at(IMPORTED), who="ana", why=why)
    for number in ("F-1", "F-2"):
        assert stage.next(number)[0] == "look"
        assert stage.told(number).count("stopped") == 1
    assert stage.next("F-3")[0] == "send_email"
    ((kind, goal, _),) = stage.tasks()
    assert (kind, goal) == ("repair", f"{why.value}: decide what follows, then lift the stop with 'go'")
    assert stage.task("repair").role is Role.SENIOR
    stage.ledger.go(EBRO, "C-1", at(FRIENDLY), who="ana")
    assert [row.stopped_for for row in stage.rows(t.Customer)] == [None, None]
