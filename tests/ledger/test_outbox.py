"""The outbox: what the relay is asked to do, written with the change that needs it."""

from __future__ import annotations

import pytest

from cobro.dunning.event import Event
from cobro.ledger import outbox
from tests.ledger.builders import COURTESY, FRIENDLY, IMPORTED, at, case, day, event, invoice, payment, plan, promise
from tests.ledger.stage import Stage


@pytest.fixture
def running(stage: Stage) -> Stage:
    """A case whose workflow was started."""
    stage.bring(invoice())
    stage.relay_did_its_work(IMPORTED)
    return stage


def test_an_import_asks_for_a_workflow_for_each_case(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"))
    with stage.ledger.reading() as session:
        found = [(request.kind.value, request.case, request.over) for request in outbox.waiting(session)]
    assert found == [("start_case", case("F-1"), False), ("start_case", case("F-2"), False)]


def test_a_case_that_ended_before_it_was_started_is_over(stage: Stage) -> None:
    stage.bring(invoice(paid="100"))
    with stage.ledger.reading() as session:
        assert {request.over for request in outbox.waiting(session)} == {True}


@pytest.mark.parametrize(
    "ending",
    [payment(), event("written_off"), event("cancelled")],
    ids=lambda event: event.kind,
)
def test_an_ending_wakes_the_case_once(running: Stage, ending: Event) -> None:
    running.tell(ending, COURTESY)
    assert running.outbox().count("wake_case") == 1


@pytest.mark.parametrize(
    "later",
    [
        event("dispute_opened"),
        event("hold_placed", until=day("2026-03-20")),
        payment(amount="40"),
    ],
    ids=lambda event: event.kind,
)
def test_what_moves_later_or_stays_needs_no_wake_up(running: Stage, later: Event) -> None:
    running.tell(later, IMPORTED)
    assert running.outbox() == []


@pytest.mark.parametrize("agreed", [promise("2026-03-20"), plan(("2026-03-20", "100"))], ids=lambda event: event.kind)
def test_what_is_to_be_confirmed_wakes_the_case(running: Stage, agreed: Event) -> None:
    running.tell(agreed, "2026-03-02 12:00")
    assert running.outbox().count("wake_case") == 1


def test_what_moves_earlier_wakes_the_case(running: Stage) -> None:
    running.tell(event("dispute_opened"), IMPORTED)
    running.tell(event("dispute_resolved"), COURTESY)
    assert running.outbox() == ["wake_case"]


def test_a_decision_wakes_the_case(running: Stage) -> None:
    running.tell(event("handoff_decided"), IMPORTED)
    assert running.outbox() == ["wake_case"]


def test_the_case_that_asks_is_not_woken(running: Stage) -> None:
    running.tell(payment(), COURTESY, awake=case())
    assert running.outbox() == []
    assert running.move(COURTESY).do == "end"


def test_another_case_that_an_event_touches_is_woken_all_the_same(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"))
    stage.relay_did_its_work(IMPORTED)
    stage.tell(plan(("2026-03-20", "200"), invoices=("F-1", "F-2")), "2026-03-02 12:00", awake=case("F-1"))
    with stage.ledger.reading() as session:
        found = [(request.kind.value, request.case) for request in outbox.waiting(session)]
    assert ("wake_case", case("F-2")) in found
    assert ("wake_case", case("F-1")) not in found


def test_what_is_refused_asks_for_nothing(running: Stage) -> None:
    running.tell(event("hold_released"), COURTESY)
    assert running.outbox() == []


def test_a_request_stays_until_it_is_ticked(running: Stage) -> None:
    running.tell(payment(), COURTESY)
    with running.ledger.writing() as session:
        (request,) = outbox.waiting(session)
        outbox.failed(session, request.id, "x" * 500)
    with running.ledger.writing() as session:
        assert [again.id for again in outbox.waiting(session)] == [request.id]
        outbox.ticked(session, [request.id], at(FRIENDLY))
    with running.ledger.reading() as session:
        assert outbox.waiting(session) == []


def test_a_plans_request_names_the_plan(running: Stage) -> None:
    running.tell(plan(("2026-03-20", "100")), COURTESY, awake=case())
    with running.ledger.reading() as session:
        (request,) = outbox.waiting(session)
    assert request.plan is not None
    assert (request.plan.workflow_id, request.case, request.over) == ("plan/talleres-ebro/1", None, False)
