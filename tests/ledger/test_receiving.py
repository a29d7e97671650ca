"""What comes from outside is stored first, applied once in its turn, and heeded by the door from the first moment."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest

from cobro.dunning.contract import PlanRef
from cobro.dunning.event import Event
from cobro.ledger import effects, evidence
from cobro.ledger import tables as t
from cobro.ledger.applying import Refused
from cobro.ledger.door import Claimed, Closed
from cobro.ledger.ledger import Ledger
from cobro.ledger.papers import NewPaper
from cobro.ledger.receiving import AT_ONCE
from cobro.rulebook import Rulebook
from tests.ledger.builders import (
    COURTESY,
    EBRO,
    FRIENDLY,
    IMPORTED,
    ROOT,
    at,
    case,
    changed,
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
from tests.ledger.stage import Stage, arrival
from tests.ledger.test_repeats import EVENTS

CAME = "2026-03-02 12:00"
SENDER = {"from": "c-1@espiga.example"}
OTHER_CONTENT = {
    kind: event("hold_placed", one.id, until=day("2026-03-19")) if kind != "hold_placed" else event("cancelled", one.id)
    for kind, one in EVENTS.items()
}


def test_what_is_received_is_stored_and_not_applied(stage: Stage) -> None:
    stage.bring(invoice())
    (answer,) = stage.receive(payment(), now=CAME)
    assert (answer.event, answer.verdict) == ("P-1", "received")
    row = stage.event("P-1")
    assert (row.status, row.source, row.who, row.applied_at) == ("received", "http", "a-program", None)
    assert len(row.received_digest) == 64
    assert stage.open() == "100.00 EUR"


def test_what_is_stored_is_applied_in_the_name_of_its_sender(stage: Stage) -> None:
    stage.bring(invoice())
    row = stage.comes(payment(), CAME)
    assert (row.status, row.who) == ("applied", "a-program")
    assert stage.endings() == ["settled"]
    assert stage.episodes()[0].ended_by == "a-program"


@pytest.mark.parametrize("kind", EVENTS)
def test_the_same_event_twice_is_stored_once_and_another_under_its_id_is_kept(stage: Stage, kind: str) -> None:
    stage.bring(invoice())
    one, other = EVENTS[kind], OTHER_CONTENT[kind]
    assert [answer.verdict for answer in stage.receive(one, one, now=CAME)] == ["received", "repeated"]
    stage.apply(CAME)
    before = stage.dump()
    assert [answer.verdict for answer in stage.receive(one, now=COURTESY)] == ["repeated"]
    assert stage.dump() == before
    verdicts = [stage.receive(other, other, now=COURTESY), stage.receive(other, one, now=COURTESY)]
    assert [[answer.verdict for answer in some] for some in verdicts] == [
        ["kept", "repeated"],
        ["repeated", "repeated"],
    ]
    kept = stage.event(verdicts[0][0].event)
    assert kept.event_id.startswith(f"{one.id}~")
    assert kept.reason == f"id: an event {one.id} with other content was recorded before"
    stage.apply(COURTESY)
    assert len([row for row in stage.rows(t.EventRow) if row.event_id.startswith(one.id)]) == 2


def test_a_batch_may_hold_an_id_twice_with_other_content(stage: Stage) -> None:
    stage.bring(invoice())
    answers = stage.receive(payment(amount="10"), payment(amount="20"), payment(amount="10"), now=CAME)
    assert [answer.verdict for answer in answers] == ["received", "kept", "repeated"]
    stage.apply(CAME)
    assert stage.open() == "90.00 EUR"


def test_what_was_recorded_by_a_person_is_repeated_from_outside(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(payment(), CAME)
    assert [answer.verdict for answer in stage.receive(payment(), now=CAME)] == ["repeated"]
    stage.receive(payment("P-2"), now=CAME)
    assert stage.tell(payment("P-2"), CAME).verdict == "repeated"


def test_the_same_event_with_other_personal_data_is_another(stage: Stage) -> None:
    stage.bring(invoice())
    arrivals = [
        arrival(message(), SENDER),
        arrival(message(), {"from": "x@espiga.example"}),
        arrival(message(), SENDER),
    ]
    assert [answer.verdict for answer in stage.receive(*arrivals, now=CAME)] == ["received", "kept", "repeated"]


def test_answers_come_in_the_order_of_the_events_whoever_they_are_of(stage: Stage) -> None:
    stage.bring(invoice())
    events = [payment("P-1"), payment("P-2", creditor="nobody"), payment("P-3"), payment("P-2", creditor="another")]
    assert [answer.event for answer in stage.receive(*events, now=CAME)] == ["P-1", "P-2", "P-3", "P-2"]
    stage.apply(CAME)
    kept = [row.reason for row in stage.rows(t.EventRow) if row.creditor_id != EBRO]
    assert kept == ["unknown invoice F-1"] * 2


def test_what_came_first_is_applied_first(stage: Stage) -> None:
    stage.bring(invoice())
    stage.receive(event("hold_placed", until=day("2026-03-20")), now=CAME)
    stage.receive(event("hold_released"), event("cancelled"), event("written_off"), now=CAME)
    stage.apply(CAME)
    assert [row.status.value for row in stage.rows(t.EventRow)] == ["applied", "applied", "applied", "kept"]
    assert stage.endings() == ["cancelled"]


def test_more_than_a_handful_is_applied_in_its_order(stage: Stage) -> None:
    stage.bring(invoice(amount="200"))
    stage.receive(*(payment(f"P-{number}", "1") for number in range(120)), now=CAME)
    assert stage.ledger.apply_received(stage.event("P-0").recorded_at) == AT_ONCE
    applied = [row.status is t.EventStatus.APPLIED for row in stage.rows(t.EventRow)]
    assert applied == [True] * AT_ONCE + [False] * (120 - AT_ONCE)
    stage.apply(CAME)
    assert stage.open() == "80.00 EUR"


def test_what_was_stored_before_a_crash_is_applied_by_whoever_comes_after(stage: Stage, database: Any) -> None:
    stage.bring(invoice())
    stage.receive(payment(), now=CAME)
    after = Stage(Ledger(database, Rulebook(ROOT / "policies")))
    after.apply(CAME)
    assert after.endings() == ["settled"]


def test_a_paper_is_kept_with_the_event_that_brought_it(stage: Stage) -> None:
    stage.bring(invoice())
    paper = NewPaper("../../etc/letter.eml", "message/rfc822", b"From: x\r\n\r\nhello")
    stage.receive(arrival(message(), SENDER, paper=paper), arrival(message(), SENDER, paper=paper), now=CAME)
    (kept,) = stage.rows(t.Paper)
    assert (kept.event_id, kept.name, kept.content) == (stage.event("M-1").id, "letter.eml", paper.content)


class Fault(Exception):
    """Something of ours that is wrong."""


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """Whatever gives up a claim fails."""

    def fail(*_: object) -> set[int]:
        raise Fault

    caplog.set_level(logging.CRITICAL)
    monkeypatch.setitem(effects._APPLIERS, type(event("written_off")), fail)


@pytest.mark.usefixtures("faulty")
def test_an_event_that_we_cannot_apply_is_kept_for_a_person_and_the_others_go_on(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"))
    stage.receive(
        payment("P-1", "10"), event("written_off"), payment("P-2", "20"), payment("P-3", "5", "F-2"), now=CAME
    )
    stage.apply(CAME)
    assert (stage.open(), stage.open("F-2")) == ("70.00 EUR", "95.00 EUR")
    row = stage.event("written_off")
    assert (row.status, row.reason, row.applied_at) == ("kept", "could not be applied: Fault", None)
    assert stage.told().count("money") == 2


@pytest.mark.usefixtures("faulty")
def test_an_event_that_we_cannot_apply_does_not_keep_back_the_invoice_that_it_waited_for(stage: Stage) -> None:
    stage.bring(invoice())
    stage.comes(event("written_off", invoice="F-9"), CAME)
    stage.comes(payment("P-9", "20", "F-9"), CAME)
    assert stage.comes(issued(), CAME).status is t.EventStatus.APPLIED
    assert stage.open("F-9") == "30.00 EUR"
    assert stage.event("written_off").reason == "could not be applied: Fault"


@pytest.mark.usefixtures("faulty")
def test_nobody_is_contacted_while_what_is_stored_about_them_cannot_be_applied(stage: Stage) -> None:
    stage.bring(invoice())
    stage.receive(event("written_off"), now=CAME)
    with pytest.raises(Fault):
        stage.claim(COURTESY)
    assert stage.contacts() == []
    stage.apply(COURTESY)
    assert isinstance(stage.claim(COURTESY), Claimed)


@pytest.mark.parametrize(
    ("came", "after"),
    [
        (payment(), ["settled"]),
        (event("reply_received"), [None]),
        (event("cancelled"), ["cancelled"]),
        (event("hold_placed", until=day("2026-03-20")), [None]),
    ],
)
def test_a_contact_waits_for_what_is_stored_and_not_applied(stage: Stage, came: Event, after: list[str | None]) -> None:
    stage.bring(invoice())
    stage.receive(came, now=COURTESY)
    assert isinstance(stage.claim(COURTESY), Closed)
    assert stage.event(came.id).status is t.EventStatus.APPLIED
    assert (stage.endings(), stage.contacts()) == (after, [])
    stage.apply(COURTESY)
    assert stage.event(came.id).applied_at == stage.event(came.id).recorded_at


def test_what_is_stored_about_another_invoice_of_the_customer_is_heeded_too(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"))
    stage.receive(payment(number="F-2"), now=COURTESY)
    found = stage.claim(COURTESY)
    assert isinstance(found, Claimed)
    assert found.message.content == b"email courtesy: F-1 courtesy 100.00 EUR"


def test_what_somebody_wrote_is_heeded_before_it_is_applied(stage: Stage) -> None:
    stage.bring(invoice())
    stage.receive(arrival(message(), SENDER), now=COURTESY)
    assert isinstance(stage.claim(COURTESY), Closed)
    assert stage.tasks() == [("reply", "answer the customer", "2026-03-06")]


@pytest.mark.parametrize("refs", [("C-1",), ("C-1", "C-2")])
def test_a_stop_is_heeded_before_it_is_applied_for_everybody_with_that_number(
    stage: Stage, refs: tuple[str, ...]
) -> None:
    owing = tuple(customer(ref, email=None) for ref in refs)
    stage.bring(*(invoice(f"F-{ref[2:]}", of=ref) for ref in refs), customers=owing)
    for ref in refs:
        stage.tell(
            event("promise_made", f"V-{ref}", invoices=(f"F-{ref[2:]}",), amount=100, pay_by=day("2026-03-20")), CAME
        )
    stage.receive(arrival(message(channel="sms", wish="stop"), {"from": "+34976000111"}), now=COURTESY)
    for ref in reversed(refs):
        assert isinstance(stage.claim(COURTESY, f"F-{ref[2:]}"), Closed)
    assert stage.contacts() == []
    stage.apply(COURTESY)
    assert all(row.sms_stopped for row in stage.rows(t.Customer))


def test_a_reversal_of_what_somebody_else_was_paid_with_waits_for_its_turn(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2", of="C-2"), invoice("F-3"))
    stage.tell(payment(amount="150"), CAME)
    stage.direct("P-1", "F-2", CAME)
    stage.receive(reversal(), now=COURTESY)
    for number, left in (("F-3", 100), ("F-2", 50)):
        found = stage.claim(COURTESY, number)
        assert isinstance(found, Claimed)
        assert found.message.content == f"email courtesy: {number} courtesy {left}.00 EUR".encode()
    assert stage.event("R-P-1").status is t.EventStatus.RECEIVED
    stage.apply(COURTESY)
    assert (stage.open(), stage.open("F-2")) == ("100.00 EUR", "100.00 EUR")


def test_what_is_recorded_meanwhile_finds_what_is_stored_and_nothing_is_counted_twice(stage: Stage) -> None:
    stage.bring(invoice())
    stage.receive(payment("P-1", "60"), now=CAME)
    stage.tell(payment("P-2", "60"), CAME)
    stage.apply(CAME)
    assert stage.open() == "0.00 EUR"
    assert stage.event("P-1").unapplied_minor == 2000


def test_what_waited_for_an_invoice_is_applied_when_it_comes_in_whatever_order(stage: Stage) -> None:
    stage.bring(invoice())
    early = (reversal("P-9", number="F-9"), payment("P-9", "20", "F-9"), payment("P-8", "10", "F-9"))
    stage.receive(*early, changed(number="F-9", due=day("2026-04-02")), now=IMPORTED)
    stage.apply(IMPORTED)
    assert {row.status.value for row in stage.rows(t.EventRow)} == {"kept"}
    stage.comes(issued(), CAME)
    assert {row.status.value for row in stage.rows(t.EventRow)} == {"applied"}
    assert stage.open("F-9") == "40.00 EUR"
    assert stage.invoice("F-9").due == day("2026-04-02")


def test_who_reads_the_ledger_sees_when_something_came_and_when_it_had_its_effect(stage: Stage) -> None:
    stage.bring(invoice())
    stage.receive(payment(), now=COURTESY)
    stage.apply(FRIENDLY)
    row = stage.event("P-1")
    assert (row.recorded_at, row.applied_at) == (at(COURTESY), at(FRIENDLY))


def test_what_is_stored_keeps_a_case_from_the_lawyer(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(event("handoff_decided"), CAME)
    n = stage.move(COURTESY).n
    stage.receive(payment(), now=COURTESY)
    delivered: dict[str, bytes] = {}
    stage.ledger.hand_over(case(), n, at(COURTESY), delivered.__setitem__)
    assert delivered == {}
    assert stage.endings() == ["settled"]


def test_an_instalment_that_is_stored_keeps_a_plan_from_default(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(plan(("2026-03-06", "40"), ("2026-04-06", "60")), CAME)
    stage.receive(payment(amount="40"), now="2026-03-20 10:00")
    running = stage.rows(t.Plan)[0]
    _, ending = stage.ledger.follow_plan(PlanRef(creditor=EBRO, plan=running.id), at("2026-03-20 10:00"))
    assert ending is None
    assert stage.open() == "60.00 EUR"


def test_what_waits_for_its_turn_is_not_dismissed(stage: Stage) -> None:
    stage.bring(invoice())
    stage.receive(payment(), now=CAME)
    with pytest.raises(Refused, match="P-1 was received and waits for its turn"):
        stage.ledger.dismiss(EBRO, "P-1", "gave it back", at(CAME), who="ana")


def test_the_evidence_proves_what_was_received(stage: Stage) -> None:
    stage.bring(invoice())
    row = stage.comes(payment(amount="40"), CAME)
    with stage.ledger.reading() as session:
        links = evidence.chain(session, stage.invoice().id)
    (link,) = [json.loads(link.content or "{}") for link in links if link.kind == "payment_received"]
    assert link["received"] == row.received_digest != row.digest
