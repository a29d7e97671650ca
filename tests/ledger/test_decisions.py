"""What a person decides: handing over, writing off, cancelling; each leaves a case with its one ending (R33)."""

from __future__ import annotations

import io
import json
import zipfile
from decimal import Decimal

import pytest

from cobro.dunning.contract import CaseRef
from cobro.dunning.event import Event
from cobro.ledger import tables as t
from cobro.ledger.transactions import UnknownCase
from tests.ledger.builders import (
    CALL,
    COURTESY,
    FRIENDLY,
    at,
    called,
    case,
    day,
    event,
    invoice,
    payment,
    promise,
    reversal,
)
from tests.ledger.stage import NO_SHIFT, Stage

FIRM, LAST_CALL, DECIDE = "2026-03-24 10:30", "2026-03-31 10:30", "2026-04-07 10:30"


def climb(stage: Stage, *numbers: str) -> None:
    """Carry every step out, up to the decision; what the customer's other invoices need is carried along."""
    stage.bring(*(invoice(number) for number in numbers))
    for when in (COURTESY, FRIENDLY, CALL):
        stage.contact(when)
    stage.tell(called(stage.task("call").id, "spoke", "T-1"), CALL)
    stage.contact(FIRM)
    stage.contact(LAST_CALL)
    stage.tell(called(stage.task("call").id, "spoke", "T-2"), LAST_CALL)
    for number in numbers:
        n = stage.move(DECIDE, number).n
        stage.ledger.ask_decision(case(number), n, at(DECIDE))
        stage.move(DECIDE, number)


def hand_over(stage: Stage, now: str, number: str = "F-1") -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    n = stage.move(now, number).n
    stage.ledger.hand_over(case(number), n, at(now), files.__setitem__)
    return files


def test_the_ladder_ends_in_a_question_to_a_senior(stage: Stage) -> None:
    climb(stage, "F-1")
    assert stage.tasks() == [("decision", "decide what follows", "2026-04-14")]
    assert stage.task("decision").owner == "Tomás Bielsa"
    assert stage.why() == "waiting for a person: decision"


def test_a_question_is_asked_once_however_often_the_step_runs(stage: Stage) -> None:
    climb(stage, "F-1")
    for row in stage.moves():
        stage.ledger.ask_decision(case(), row.n, at(DECIDE))
    assert len(stage.tasks()) == 1


def test_a_decision_leads_to_the_hand_over(stage: Stage) -> None:
    climb(stage, "F-1")
    stage.tell(event("handoff_decided", to="legal"), DECIDE)
    assert stage.tasks() == []
    assert stage.next()[:2] == ("hand_over", "hand-over")


@pytest.mark.parametrize("to", ["legal", "agency"])
def test_a_hand_over_delivers_the_dossier_and_ends_the_case(stage: Stage, to: str) -> None:
    stage.bring(invoice())
    stage.contact(COURTESY)
    stage.tell(event("handoff_decided", to=to), FRIENDLY)
    ((name, content),) = hand_over(stage, FRIENDLY).items()
    assert name == "talleres-ebro-F-1-1.zip"
    with zipfile.ZipFile(io.BytesIO(content)) as dossier:
        letter = next(file for file in dossier.namelist() if file.startswith("contacts/"))
        assert dossier.read(letter) == b"email courtesy: F-1 courtesy 100.00 EUR"
        assert json.loads(dossier.read("case.json"))["open"] == "100.00 EUR"
        assert json.loads(dossier.read("evidence.json"))["links"][0]["kind"] == "imported"
    assert stage.endings() == [f"{to}_handoff"]
    assert stage.told()[-2:] == ["handed_over", "episode_ended"]


def test_a_hand_over_is_delivered_once(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(event("handoff_decided"), FRIENDLY)
    n = stage.move(FRIENDLY).n
    assert len(hand_over(stage, FRIENDLY)) == 1
    files: dict[str, bytes] = {}
    stage.ledger.hand_over(case(), n, at(FRIENDLY), files.__setitem__)
    assert files == {}
    assert len(stage.rows(t.HandOver)) == 1


def test_a_failed_delivery_leaves_the_case_to_be_handed_over(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(event("handoff_decided"), FRIENDLY)
    n = stage.move(FRIENDLY).n

    def fails(_name: str, _content: bytes) -> None:
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        stage.ledger.hand_over(case(), n, at(FRIENDLY), fails)
    assert stage.endings() == [None]
    assert stage.next()[0] == "hand_over"


def test_a_payment_before_the_hand_over_stops_it(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(event("handoff_decided"), FRIENDLY)
    n = stage.move(FRIENDLY).n
    stage.tell(payment(), FRIENDLY)
    files: dict[str, bytes] = {}
    stage.ledger.hand_over(case(), n, at(FRIENDLY), files.__setitem__)
    assert files == {}
    assert stage.endings() == ["settled"]


@pytest.mark.parametrize(
    ("silence", "resumed"),
    [
        (event("dispute_opened", amount=Decimal(10)), event("dispute_resolved")),
        (event("hold_placed", until=day("2026-03-20")), event("hold_released")),
        (promise("2026-03-18"), None),
    ],
    ids=lambda each: each.kind if each else "in time",
)
def test_a_silence_after_the_decision_holds_the_hand_over_back(
    stage: Stage, silence: Event, resumed: Event | None
) -> None:
    stage.bring(invoice())
    stage.tell(event("handoff_decided"), FRIENDLY)
    n = stage.move(FRIENDLY).n
    stage.tell(silence, FRIENDLY)
    files: dict[str, bytes] = {}
    stage.ledger.hand_over(case(), n, at(FRIENDLY), files.__setitem__)
    assert files == {}
    assert stage.next()[0] != "hand_over"
    if resumed:
        stage.tell(resumed, CALL)
    assert len(hand_over(stage, FIRM)) == 1


def test_nothing_is_handed_over_while_stopped(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(event("handoff_decided"), FRIENDLY)
    n = stage.move(FRIENDLY).n
    stage.ledger.stop("talleres-ebro", None, at(FRIENDLY), who="ana")
    files: dict[str, bytes] = {}
    stage.ledger.hand_over(case(), n, at(FRIENDLY), files.__setitem__)
    assert files == {}
    assert stage.next()[0] == "look"


def test_a_disputed_case_cannot_be_handed_over(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(event("dispute_opened", amount=Decimal(10)), COURTESY)
    answer = stage.tell(event("handoff_decided"), FRIENDLY)
    assert answer.reason == "invoice F-1 is disputed: resolve the dispute first"


def test_deciding_one_case_leaves_the_question_about_the_other(stage: Stage) -> None:
    climb(stage, "F-1", "F-2")
    stage.tell(event("handoff_decided"), DECIDE)
    assert len(stage.tasks()) == 1
    assert stage.why("F-2") == "waiting for a person: decision"
    stage.tell(event("handoff_decided", "H-2", invoice="F-2"), DECIDE)
    assert stage.tasks() == []


def test_a_question_that_nobody_answers_is_called_to_mind(stage: Stage) -> None:
    climb(stage, "F-1")
    stage.move("2026-04-14 09:30")
    assert stage.tasks() == [("decision", "decide what follows", "2026-04-17")]


@pytest.mark.parametrize("kind", ["written_off", "cancelled"])
def test_a_case_that_is_given_up_ends_leaves_the_desk_and_wakes_its_workflow(stage: Stage, kind: str) -> None:
    stage.bring(invoice())
    stage.tell(event("dispute_opened"), COURTESY)
    stage.relay_did_its_work(COURTESY)
    stage.tell(event(kind, reason="insolvency"), FRIENDLY)
    (episode,) = stage.episodes()
    assert (episode.ending, episode.ended_by, episode.ended_for) == (kind, "ana", "insolvency")
    assert stage.tasks() == []
    assert stage.next()[0] == "end"
    assert stage.outbox() == ["wake_case"]


def test_a_case_ends_only_once(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(event("written_off"), FRIENDLY)
    answer = stage.tell(event("cancelled"), FRIENDLY)
    assert (answer.verdict, answer.reason) == ("refused", "invoice F-1: the case has ended")
    assert stage.endings() == ["written_off"]


def test_a_payment_of_a_case_that_was_handed_over_leaves_its_ending(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(event("handoff_decided"), FRIENDLY)
    hand_over(stage, FRIENDLY)
    stage.tell(payment(), CALL)
    stage.tell(reversal(), FIRM)
    assert stage.endings() == ["legal_handoff"]
    assert stage.open() == "100.00 EUR"


def test_an_ended_case_tells_its_workflow_so(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(event("cancelled"), FRIENDLY)
    move = stage.move(FRIENDLY)
    assert (move.do, move.ending) == ("end", "cancelled")


def test_a_case_that_the_ledger_does_not_have_is_named(stage: Stage) -> None:
    stage.bring(invoice())
    for unknown in (case("F-9"), case(episode=2), CaseRef(creditor="other", invoice="F-1")):
        with pytest.raises(UnknownCase, match=f"the ledger has no {unknown.workflow_id}"):
            stage.ledger.current(unknown, at(FRIENDLY), NO_SHIFT)
