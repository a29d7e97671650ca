"""Every event twice is once; the same id with other content is told; nothing that came is lost (law 4)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cobro.dunning.event import Event
from cobro.ledger import tables as t
from tests.ledger.builders import (
    CALL,
    COURTESY,
    EBRO,
    FRIENDLY,
    IMPORTED,
    SENIOR,
    at,
    book,
    called,
    credit,
    day,
    event,
    invoice,
    payment,
    plan,
    promise,
    reversal,
)
from tests.ledger.stage import Stage

THE_COURTESY = "0b8f1c1e-5d0f-4b55-9a0e-3f6f1f5d2a10"
"""Stands for the first contact that a case has: its id is known once it is made."""

EVENTS = {
    "invoice_announced": event("invoice_announced", amount=100, currency="EUR", issue_on=day("2026-03-01")),
    "invoice_issued": event(
        "invoice_issued",
        invoice="F-2",
        customer="C-1",
        amount=50,
        currency="EUR",
        issued=day("2026-03-01"),
        due=day("2026-03-31"),
    ),
    "invoice_changed": event("invoice_changed", due=day("2026-03-20")),
    "contact_reported": event(
        "contact_reported", contact=THE_COURTESY, report="bounced", at=at(FRIENDLY), detail="550"
    ),
    "message_received": event("message_received", channel="email", automatic=True),
    "event_undone": event("event_undone", event="H-0"),
    "payment_received": payment(amount="40"),
    "credit_issued": credit(amount="40"),
    "payment_reversed": reversal("P-0"),
    "promise_made": promise("2026-03-20", "50"),
    "dispute_opened": event("dispute_opened", amount=Decimal(10)),
    "dispute_resolved": event("dispute_resolved"),
    "hold_placed": event("hold_placed", until=day("2026-03-20")),
    "hold_released": event("hold_released"),
    "plan_agreed": plan(("2026-03-20", "60")),
    "formal_notice_approved": event("formal_notice_approved"),
    "call_logged": called(1, "no_answer"),
    "reply_received": event("reply_received"),
    "reply_handled": event("reply_handled", task=1),
    "handoff_decided": event("handoff_decided"),
    "written_off": event("written_off"),
    "cancelled": event("cancelled"),
}
BEFORE = {
    "event_undone": event("hold_placed", "H-0", until=day("2026-03-20")),
    "payment_reversed": payment("P-0", "20"),
    "dispute_resolved": event("dispute_opened", "D-0"),
    "hold_released": event("hold_placed", "H-0", until=day("2026-03-20")),
    "plan_agreed": payment("P-0", "40"),
    "reply_handled": event("reply_received", "M-0"),
}


def test_each_kind_of_event_is_here() -> None:
    from cobro.ledger.effects import _APPLIERS

    assert len(EVENTS) == len(_APPLIERS)


@pytest.mark.parametrize("kind", EVENTS)
def test_the_same_event_twice_is_once(stage: Stage, kind: str) -> None:
    stage.bring(invoice())
    if kind == "call_logged":
        stage.contact(COURTESY)
        stage.contact(FRIENDLY)
        stage.claimed(CALL)
    told = EVENTS[kind]
    if kind == "contact_reported":
        told = told.model_copy(update={"contact": stage.contact(COURTESY).contact})
    if kind in BEFORE:
        assert stage.tell(BEFORE[kind], CALL).verdict == "applied"
    who = SENIOR if kind == "formal_notice_approved" else "ana"
    assert stage.tell(told, CALL, who=who).verdict == "applied"
    before = stage.dump()
    assert stage.tell(told, "2026-03-17 18:00").verdict == "repeated"
    assert stage.tell(told, "2026-03-18 18:00", keep=True).verdict == "repeated"
    assert stage.dump() == before


def test_amounts_are_the_same_however_they_are_written(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(payment(amount="40"), CALL)
    assert stage.tell(payment(amount="40.00"), CALL).verdict == "repeated"


@pytest.mark.parametrize("other", [promise("2026-03-21", "50"), event("hold_placed", "V-1", until=day("2026-03-20"))])
def test_a_known_id_with_other_content_is_refused(stage: Stage, other: Event) -> None:
    stage.bring(invoice())
    stage.tell(promise("2026-03-20", "50"), CALL)
    before = stage.dump()
    answer = stage.tell(other, CALL)
    assert (answer.verdict, answer.reason) == (
        "refused",
        "id: an event V-1 with other content was recorded before",
    )
    assert stage.dump() == before


def test_money_under_a_known_id_with_other_content_is_kept_under_an_id_of_its_own(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(payment(amount="40"), CALL)
    answer = stage.tell(payment(amount="50"), CALL)
    assert answer.verdict == "kept"
    assert answer.event.startswith("P-1~")
    assert stage.event(answer.event).body["amount"] == "50"
    assert stage.open() == "60.00 EUR"


def test_such_money_twice_is_kept_once(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(payment(amount="40"), CALL)
    stage.tell(payment(amount="50"), CALL)
    before = stage.dump()
    assert stage.tell(payment(amount="50"), CALL).verdict == "repeated"
    assert stage.dump() == before


def test_such_money_waits_for_a_person_whatever_comes(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(payment(amount="40"), CALL)
    stage.tell(payment(amount="50"), CALL)
    stage.tell(payment("P-2", "10"), CALL)
    stage.ledger.register_book(book(invoice()), at(CALL), who="ana")
    assert stage.open() == "50.00 EUR"


def test_such_money_for_an_unknown_invoice_is_applied_once_when_it_is_imported(stage: Stage) -> None:
    stage.bring(invoice("F-2"))
    stage.tell(payment(amount="40"), IMPORTED)
    stage.tell(payment(amount="50"), IMPORTED)
    stage.bring(invoice())
    assert stage.open() == "60.00 EUR"


def test_keep_stores_what_would_be_refused(stage: Stage) -> None:
    stage.bring(invoice())
    answer = stage.tell(event("hold_released"), CALL, keep=True)
    assert (answer.verdict, answer.reason) == ("kept", "invoice F-1 is not on hold")
    assert stage.event("hold_released").status is t.EventStatus.KEPT


def test_what_was_kept_instead_of_refused_never_applies_by_itself(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(event("dispute_resolved"), COURTESY, keep=True)
    stage.tell(event("dispute_opened"), FRIENDLY)
    stage.tell(payment(amount="40"), FRIENDLY)
    stage.ledger.register_book(book(invoice()), at(CALL), who="ana")
    assert stage.event("dispute_resolved").status is t.EventStatus.KEPT
    assert [kind for kind, _, _ in stage.tasks()] == ["dispute"]


def test_keep_stores_a_known_id_with_other_content(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(event("dispute_opened", "X-1"), CALL)
    answer = stage.tell(event("hold_placed", "X-1", until=day("2026-03-20")), CALL, keep=True)
    assert (answer.verdict, answer.event[:4]) == ("kept", "X-1~")


def test_a_long_id_with_other_content_still_fits(stage: Stage) -> None:
    stage.bring(invoice())
    long = "P" * 100
    stage.tell(payment(long, "40"), CALL)
    answer = stage.tell(payment(long, "50"), CALL)
    assert answer.verdict == "kept"
    assert len(answer.event) <= 100


@pytest.mark.parametrize("body", [{"kind": "nonsense"}, ["a", 1], "text", None, {"ñ": "\u0000 \ud800"}])
def test_what_is_no_event_is_kept_once(stage: Stage, body: object) -> None:
    stage.bring(invoice())
    for verdict in ("kept", "repeated"):
        answer = stage.ledger.keep_unreadable(
            EBRO, "unreadable/1", body, "kind: not known", at(CALL), who="cobro", source="signal"
        )
        assert (answer.verdict, answer.reason) == (verdict, "kind: not known")
    assert stage.event("unreadable/1").body == {"unreadable": body}


def test_what_is_no_event_disturbs_nothing_that_comes_later(stage: Stage) -> None:
    stage.bring(invoice("F-2"))
    stage.ledger.keep_unreadable(EBRO, "u/1", {"kind": "x"}, "?", at(IMPORTED), who="cobro", source="signal")
    stage.bring(invoice())
    assert stage.tell(payment(), CALL).verdict == "applied"
