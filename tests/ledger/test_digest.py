"""What the creditor's people are told in the morning: what fell due, what is planned, late, running out or failed."""

from __future__ import annotations

import datetime as dt

import pytest

from cobro.dunning.contact import Refusal, Refused, Unclear
from cobro.dunning.digest import Digest, RunsOut
from cobro.ledger import tables as t
from tests.ledger.bank_files import came, take
from tests.ledger.builders import (
    CALL,
    COURTESY,
    EBRO,
    FRIENDLY,
    JUNIOR,
    SENIOR,
    at,
    called,
    customer,
    day,
    event,
    invoice,
    payment,
    plan,
    promise,
)
from tests.ledger.stage import Stage

TUESDAY = "2026-03-03 08:30"
MONDAY = "2026-03-09 08:30"


def told(stage: Stage, now: str, on: str | None = None) -> Digest:
    return stage.ledger.digest(EBRO, at(now), day(on) if on else None)


def sent(stage: Stage, on: str, state: t.DigestState = t.DigestState.SENT) -> None:
    """A digest of a day that left."""
    with stage.ledger.writing() as session:
        row = t.DigestRow(creditor_id=EBRO, day=day(on), contact=f"digest-{on}", state=state)
        row.claimed_at, row.digest = at(f"{on} 08:00"), "0" * 64
        session.add(row)


def ends(digest: Digest) -> list[tuple[str, dt.date, tuple[str, ...]]]:
    return [(each.what, each.day, each.invoices) for each in digest.runs_out]


def test_what_fell_due_unpaid_since_the_digest_before(stage: Stage) -> None:
    due = ["2026-02-27", "2026-03-02", "2026-03-03", "2026-03-02", "2026-03-02"]
    stage.bring(*(invoice(f"F-{n}", of=f"C-{n}", due=day(on)) for n, on in enumerate(due, start=1)))
    stage.tell(payment("P-4", number="F-4"), TUESDAY)
    stage.tell(payment("P-5", "30", number="F-5"), TUESDAY)
    one, other = told(stage, TUESDAY).fell_due
    assert (one.invoices, str(one.open[0]), one.customer) == (("F-2",), "100.00 EUR", "C-2")
    assert (other.invoices, str(other.open[0]), other.name) == (("F-5",), "70.00 EUR", "Panadería C-5, S.L.")
    assert one.owner == JUNIOR

    sent(stage, "2026-02-27")
    assert [each.invoices[0] for each in told(stage, TUESDAY).fell_due] == ["F-1", "F-2", "F-5"]
    sent(stage, "2026-03-02", t.DigestState.RELEASED)
    assert told(stage, TUESDAY).since == day("2026-02-27")
    sent(stage, "2026-03-01", t.DigestState.UNKNOWN)
    assert [each.invoices[0] for each in told(stage, TUESDAY).fell_due] == ["F-2", "F-5"]


def test_a_weekend_is_told_of_on_monday(stage: Stage) -> None:
    stage.bring(*(invoice(f"F-{n}", due=day(f"2026-03-0{n}")) for n in (5, 6, 7, 8, 9)))
    assert [each.invoices[0] for each in told(stage, MONDAY).fell_due] == ["F-6", "F-7", "F-8"]


def test_calls_of_today_and_this_week_come_with_who_makes_them(stage: Stage) -> None:
    stage.bring(invoice("F-1"), invoice("F-2"), invoice("F-3", of="C-3"))
    stage.contact(COURTESY)
    stage.contact(FRIENDLY)
    assert told(stage, "2026-03-13 08:30").planned == ()
    (coming,) = told(stage, "2026-03-13 08:30", "2026-03-16").planned
    assert (coming.day, coming.task, coming.owner) == (day("2026-03-16"), None, JUNIOR)
    assert (coming.customer, coming.invoices) == ("C-1", ("F-1", "F-2"))

    stage.claimed(CALL)
    (open_now,) = told(stage, "2026-03-16 12:00").planned
    task = stage.task("call")
    assert (open_now.day, open_now.task, open_now.owner) == (task.due, task.id, JUNIOR)
    (late,) = told(stage, "2026-03-23 08:30").overdue
    assert (late.task, late.kind, late.due) == (task.id, "call", task.due)


def test_a_promise_is_told_of_on_the_day_on_which_it_is_judged(stage: Stage) -> None:
    stage.bring(invoice("F-1"), invoice("F-2"))
    stage.tell(promise("2026-03-05", "150", invoices=("F-1", "F-2")), COURTESY)
    assert [ends(told(stage, f"2026-03-{on} 08:30")) for on in ("05", "06", "09", "11")] == [[], [], [], []]
    (broken,) = told(stage, "2026-03-10 08:30").runs_out
    assert (broken.what, broken.day, broken.invoices) == ("promise", day("2026-03-10"), ("F-1", "F-2"))
    assert str(broken.open[0]) == "150.00 EUR"

    stage.tell(payment("P-1", "60"), "2026-03-09 12:00")
    assert str(told(stage, "2026-03-10 08:30").runs_out[0].open[0]) == "90.00 EUR"
    stage.tell(payment("P-2", "90", "F-2"), "2026-03-09 12:00")
    assert told(stage, "2026-03-10 08:30").runs_out == ()


def test_holds_and_decisions_and_disputes_are_told_of_before_they_run_out(stage: Stage) -> None:
    stage.bring(*(invoice(f"F-{n}", of=f"C-{n}") for n in (1, 2)))
    stage.tell(event("hold_placed", invoice="F-1", until=day("2026-03-12")), COURTESY)
    stage.tell(event("dispute_opened", invoice="F-2"), COURTESY)
    due = stage.task("dispute").due
    seen = [told(stage, f"2026-03-{on:02} 08:30") for on in range(3, 14)]
    assert [each.day.day for each in seen if ("hold", day("2026-03-12"), ("F-1",)) in ends(each)] == [9, 10, 11, 12]
    assert [each.day for each in seen if ("dispute", due, ("F-2",)) in ends(each)] == [
        due - dt.timedelta(days=n) for n in (3, 2, 1, 0) if due - dt.timedelta(days=n) >= day("2026-03-03")
    ]
    assert [each.owner for each in told(stage, f"{due} 08:30").runs_out if each.what == "dispute"] == [SENIOR]
    stage.tell(event("hold_released", invoice="F-1"), "2026-03-10 08:00")
    stage.tell(event("dispute_resolved", invoice="F-2"), "2026-03-10 08:00")
    assert [told(stage, f"2026-03-{on:02} 08:30").runs_out for on in range(10, 13)] == [(), (), ()]


def test_the_clock_of_a_formal_notice_is_told_of(stage: Stage) -> None:
    stage.bring(invoice())
    stage.contact(COURTESY)
    stage.contact(FRIENDLY)
    approved = event("formal_notice_approved", "A-1", invoices=("F-1",), days=10)
    stage.ledger.record(approved, at("2026-03-10 12:00"), who=SENIOR, source="test")
    assert told(stage, "2026-03-18 08:30").runs_out == ()
    stage.contact("2026-03-10 12:01")
    (notice,) = told(stage, "2026-03-18 08:30").runs_out
    assert (notice.what, notice.day, notice.invoices, notice.owner) == ("notice", day("2026-03-20"), ("F-1",), SENIOR)


def test_money_that_waits_and_reports_that_nobody_placed_are_told_of(stage: Stage) -> None:
    stage.bring(invoice("F-1"), invoice("F-2", of="C-2"))
    take(stage, came("100", "PANADERIA", payer_name="Panadería C-1, S.L."))
    stage.tell(payment("P-9", "20", "F-9"), COURTESY, keep=True)
    digest = told(stage, "2026-03-12 08:30")
    assert [(str(each.amount), each.payer) for each in digest.waits] == [("100.00 EUR", "Panadería C-1, S.L.")]
    assert digest.kept == 1


@pytest.mark.parametrize("outcome", [Refused(Refusal.ADDRESS, "550"), Unclear("timeout")])
def test_what_did_not_arrive_yesterday_is_told_of_once(stage: Stage, outcome: Refused | Unclear) -> None:
    stage.bring(invoice())
    stage.settle(stage.claimed(COURTESY), outcome, COURTESY)
    (failed,) = told(stage, "2026-03-04 08:30").undelivered
    assert (failed.channel, failed.unknown, failed.invoices) == ("email", isinstance(outcome, Unclear), ("F-1",))
    assert told(stage, "2026-03-03 12:00").undelivered == ()
    assert told(stage, "2026-03-05 08:30").undelivered == ()


def test_what_left_yesterday_is_counted(stage: Stage) -> None:
    stage.bring(*(invoice(f"F-{n}", of=f"C-{n}") for n in (1, 2)), customers=(customer("C-1"), customer("C-2")))
    for number in ("F-1", "F-2"):
        stage.contact(COURTESY, number)
        stage.contact(FRIENDLY, number)
    stage.claimed(CALL)
    stage.tell(called(stage.task("call").id, "spoke"), CALL)
    counts = [told(stage, f"2026-03-{on} 08:30").left for on in ("03", "04", "10", "16", "17")]
    assert counts == [{}, {"email": 2}, {"email": 2}, {}, {"call": 1}]


def test_a_quiet_morning_has_nothing_to_tell(stage: Stage) -> None:
    stage.bring(invoice("F-1"), invoice("F-2", of="C-2", due=day("2026-06-01")))
    stage.tell(plan(("2026-05-04", "100")), "2026-03-02 09:00")
    assert told(stage, TUESDAY).is_empty


def test_one_person_is_told_of_what_is_theirs(stage: Stage) -> None:
    stage.bring(invoice("F-1"), invoice("F-2", of="C-2"))
    stage.tell(event("dispute_opened", invoice="F-2"), "2026-03-02 12:00")
    stage.tell(event("reply_received", invoice="F-1"), "2026-03-02 12:00")
    digest = told(stage, "2026-03-05 08:30", "2026-03-20")
    kinds = {name: {each.kind for each in digest.of(name).overdue} for name in (JUNIOR, SENIOR, "Nadie")}
    assert kinds == {JUNIOR: {"reply"}, SENIOR: {"dispute"}, "Nadie": set()}
    assert digest.of("Nadie").is_empty


def test_looking_changes_nothing(stage: Stage) -> None:
    stage.bring(*(invoice(f"F-{n}", of=f"C-{n}") for n in (1, 2)))
    stage.tell(promise("2026-03-05"), COURTESY)
    stage.tell(event("dispute_opened", invoice="F-2"), COURTESY)
    before = stage.dump()
    found = told(stage, "2026-03-10 08:30")
    assert any(isinstance(each, RunsOut) for each in found.runs_out)
    assert stage.dump() == before
