"""Exceptions from the policy: a reason, a person, an end; the rule holds again by itself (R15, R52)."""

from __future__ import annotations

import json

import pytest

from cobro.dunning.segments import NONE
from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.applying import Refused
from cobro.ledger.door import Closed
from cobro.ledger.queries import ExceptionState, exceptions_of
from tests.ledger.builders import CALL, COURTESY, EBRO, FRIENDLY, IMPORTED, at, day, invoice, payment
from tests.ledger.stage import Stage

REASON = "his brother lies in hospital"


def decide(
    stage: Stage, until: str, now: str, *, segment: str | None = None, customer: str = "C-1", reason: str = REASON
) -> None:
    stage.ledger.make_exception(EBRO, customer, at(now), who="ana", segment=segment, until=day(until), reason=reason)


def states(stage: Stage, now: str) -> list[tuple[str, ExceptionState]]:
    with stage.ledger.reading() as session:
        return [(line.customer, line.state) for line in exceptions_of(session, EBRO, at(now))]


def test_a_pause_leaves_one_customer_in_peace_and_ends_by_itself(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"), invoice("F-3", of="C-2"))
    decide(stage, "2026-03-10", IMPORTED)

    assert [stage.next(number) for number in ("F-1", "F-2")] == [("look", None, day("2026-03-11"))] * 2
    assert stage.next("F-3") == ("send_email", "courtesy", day("2026-03-03"))
    morning = "2026-03-11 10:30"
    stage.move(morning)
    assert b"F-1 courtesy 100.00 EUR; F-2 courtesy 100.00 EUR" in stage.contact(morning).content
    assert states(stage, morning) == [("C-1", ExceptionState.EXPIRED)]


def test_what_was_about_to_leave_does_not(stage: Stage) -> None:
    stage.bring(invoice())
    decide(stage, "2026-03-10", COURTESY)
    assert isinstance(stage.claim(COURTESY), Closed)
    assert stage.rows(t.Contact) == []


def test_a_pause_takes_calls_off_the_desk_and_gives_the_step_back(stage: Stage) -> None:
    stage.bring(invoice())
    stage.contact(COURTESY)
    stage.contact(FRIENDLY)
    stage.claimed(CALL)
    decide(stage, "2026-03-20", CALL)

    assert stage.tasks() == []
    stage.move("2026-03-23 10:30")
    assert stage.next()[:2] == ("open_call", "week-2-call")


def test_money_comes_in_meanwhile(stage: Stage) -> None:
    stage.bring(invoice())
    decide(stage, "2026-03-20", IMPORTED)
    stage.tell(payment(), COURTESY)
    assert stage.endings() == ["settled"]


def test_an_exception_that_is_ended_lets_the_cases_go_on_at_once(stage: Stage) -> None:
    stage.bring(invoice())
    decide(stage, "2026-03-20", IMPORTED)
    stage.relay_did_its_work(IMPORTED)
    stage.ledger.end_exception(EBRO, "C-1", at(COURTESY), who="tomas")

    assert stage.next() == ("send_email", "courtesy", day("2026-03-03"))
    assert stage.outbox() == ["wake_case"]
    assert states(stage, COURTESY) == [("C-1", ExceptionState.ENDED)]
    decide(stage, "2026-03-10", COURTESY)
    assert states(stage, COURTESY) == [("C-1", ExceptionState.RUNNING), ("C-1", ExceptionState.ENDED)]


def test_a_customer_is_treated_as_of_a_segment_and_a_step_keeps_its_day_afterwards(stage: Stage) -> None:
    stage.bring(invoice())
    decide(stage, "2026-03-09", IMPORTED, segment="good-payer")
    assert stage.next() == ("send_email", "courtesy", day("2026-03-06"))
    assert "good-payer: by an exception until 2026-03-09" in stage.why()

    stage.ledger.end_exception(EBRO, "C-1", at("2026-03-04 12:00"), who="ana")
    assert stage.next() == ("send_email", "courtesy", day("2026-03-06"))


def test_the_case_goes_on_by_the_rule_on_the_morning_after(stage: Stage) -> None:
    stage.bring(invoice())
    decide(stage, "2026-03-10", IMPORTED, segment="direct-debit")
    assert stage.next() == ("look", None, day("2026-03-11"))
    assert stage.why().startswith("an exception ends on 2026-03-10 (direct-debit); as it is: ")

    stage.move("2026-03-10 18:00")
    assert stage.next()[0] == "look"
    stage.move("2026-03-11 10:00")
    assert stage.next() == ("send_email", "courtesy", day("2026-03-11"))


def test_a_customer_may_be_taken_out_of_its_segment(stage: Stage) -> None:
    stage.bring(invoice(method="direct_debit"))
    decide(stage, "2026-03-31", IMPORTED, segment=NONE)
    assert stage.next() == ("send_email", "courtesy", day("2026-03-03"))


def test_a_segment_that_a_later_policy_does_not_know_leaves_the_rule(stage: Stage) -> None:
    stage.bring(invoice())
    decide(stage, "2026-03-31", IMPORTED, segment="direct-debit")
    plain = stage.ledger.rules.policy("four-weeks").model_copy(update={"segments": (), "version": 2})
    stage.ledger.put_in_force(plain, at(COURTESY), who="ana")
    stage.move(COURTESY)
    assert stage.next()[:2] == ("send_email", "courtesy")


def test_the_reason_stays_in_its_row_and_the_evidence_proves_it(stage: Stage) -> None:
    stage.bring(invoice())
    decide(stage, "2026-03-10", IMPORTED)
    stage.ledger.end_exception(EBRO, "C-1", at(COURTESY), who="tomas")

    assert stage.told()[-2:] == ["exception_made", "exception_ended"]
    with stage.ledger.reading() as session:
        links = evidence.chain(session, stage.invoice().id)
        assert evidence.broken_link(links) is None
        made = json.loads(links[-2].content or "")
    assert (made["by"], made["until"], made["segment"]) == ("ana", "2026-03-10", None)
    assert len(made["reason"]) == 64
    told = [
        *(link.content or "" for link in links),
        *(move.why for move in stage.moves()),
        stage.move(COURTESY).details,
    ]
    assert not any("brother" in text for text in told)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"customer": "C-9"}, "the ledger has no customer 'C-9'"),
        ({"until": "2026-03-01"}, "until: expected a day from 2026-03-02 to 2026-08-29, got 2026-03-01"),
        ({"until": "2026-08-30"}, "until: expected a day from"),
        (
            {"segment": "vip"},
            "segment: expected one of direct-debit, small, habitual-late, good-payer, none, got 'vip'",
        ),
        ({"reason": "  "}, "reason: expected a few words"),
    ],
)
def test_an_exception_without_reason_end_or_rule_is_refused_and_changes_nothing(
    stage: Stage, values: dict[str, str], said: str
) -> None:
    stage.bring(invoice())
    with pytest.raises(Refused, match=said):
        decide(stage, now=IMPORTED, **{"until": "2026-03-10", **values})
    assert stage.rows(t.ExceptionRow) == []
    assert stage.next()[:2] == ("send_email", "courtesy")


def test_one_exception_at_a_time_and_none_can_be_ended_twice(stage: Stage) -> None:
    stage.bring(invoice())
    decide(stage, "2026-03-10", IMPORTED)
    with pytest.raises(Refused, match="has an exception until 2026-03-10"):
        decide(stage, "2026-03-12", IMPORTED, segment="small")
    stage.ledger.end_exception(EBRO, "C-1", at(IMPORTED), who="ana")
    with pytest.raises(Refused, match="has no exception that runs"):
        stage.ledger.end_exception(EBRO, "C-1", at(IMPORTED), who="ana")
