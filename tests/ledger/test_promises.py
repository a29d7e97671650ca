"""Promises: what is taken, what is refused, and what follows when they are kept or broken (R34-R36)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cobro.dunning.event import Event
from cobro.ledger import tables as t
from cobro.ledger.door import Claimed
from tests.ledger.builders import CALL, COURTESY, FRIENDLY, at, invoice, payment, promise, reversal
from tests.ledger.stage import Stage
from tests.ledger.test_owed import Written

MADE = "2026-03-04 12:00"
BROKEN = "2026-03-18 10:30"  # promised for Friday the 13th, two banking days of grace


def test_a_promise_silences_the_ladder_until_its_grace_is_over(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(promise("2026-03-13"), MADE)
    stage.contact(MADE)
    stage.move(MADE)
    do, step, day = stage.next()
    assert (do, step, day) == ("look", None, at(BROKEN).date())
    assert stage.why() == "promised for 2026-03-13, judged after 2026-03-17"


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        (promise("2026-03-03"), "pay_by: expected a day from 2026-03-04 to 2026-04-03, got 2026-03-03"),
        (promise("2026-04-04"), "pay_by: expected a day from 2026-03-04 to 2026-04-03, got 2026-04-04"),
        (promise("2026-03-13", "100.01"), "amount: at most the open 100.00 EUR can be promised, got 100.01 EUR"),
        (promise("2026-03-13", currency="USD"), "currency: invoice F-1 is in EUR, got USD"),
        (promise("2026-03-13", invoices=("F-1", "F-1")), "invoices: each is expected once"),
        (promise("2026-03-13", invoices=("F-1", "F-9")), "invoices: expected invoices of one customer"),
    ],
)
def test_a_promise_that_cannot_be_is_refused_and_nothing_is_stored(stage: Stage, event: Event, reason: str) -> None:
    stage.bring(invoice(), invoice("F-9", of="C-9"))
    before = stage.dump()
    answer = stage.tell(event, MADE)
    assert (answer.verdict, answer.reason) == ("refused", reason)
    assert stage.dump() == before


def test_a_promise_for_a_settled_invoice_is_refused(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(payment(), COURTESY)
    assert stage.tell(promise("2026-03-13"), MADE).reason == "invoice F-1 is settled"


def test_a_promise_for_an_unknown_invoice_is_refused_to_a_person_and_kept_from_a_signal(stage: Stage) -> None:
    stage.bring(invoice("F-2"))
    assert stage.tell(promise("2026-03-13"), "2026-03-02 09:00").verdict == "refused"
    assert stage.tell(promise("2026-03-13"), "2026-03-02 09:00", keep=True).verdict == "kept"
    stage.bring(invoice(), now="2026-03-02 10:00")
    assert stage.next()[1] == "promise-confirmed-1"


def test_a_kept_promise_ends_the_case(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(promise("2026-03-13"), MADE)
    stage.tell(payment(), "2026-03-12 12:00")
    assert stage.endings() == ["settled"]


def test_a_kept_promise_of_a_part_lets_the_ladder_go_on_with_the_rest(stage: Stage) -> None:
    stage.bring(invoice())
    stage.contact(COURTESY)
    stage.tell(promise("2026-03-13", "40"), MADE)
    stage.tell(payment(amount="40"), "2026-03-05 12:00")
    do, step, day = stage.next()
    assert (do, step, day) == ("send_email", "week-1", at("2026-03-09 09:00").date())


def test_a_broken_promise_is_brought_to_mind_at_once_and_once(stage: Stage) -> None:
    stage.bring(invoice())
    stage.contact(COURTESY)
    stage.tell(promise("2026-03-13"), MADE)
    stage.move(BROKEN)
    assert stage.next() == ("send_sms", "broken-promise-1", at(BROKEN).date())
    stage.contact(BROKEN)
    stage.move(BROKEN)
    assert stage.next()[:2] == ("send_email", "week-1")  # the step that it left, not the first one


def test_after_a_broken_promise_the_ladder_keeps_its_spacing(stage: Stage) -> None:
    stage.bring(invoice())
    stage.contact(COURTESY)
    stage.tell(promise("2026-03-13"), MADE)
    stage.contact(BROKEN)
    stage.move(BROKEN)
    assert stage.next()[2] >= at("2026-03-24 00:00").date()


def test_a_promise_that_was_kept_is_broken_again_by_a_reversal(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(promise("2026-03-13", "40"), MADE)
    stage.tell(payment(amount="40"), "2026-03-12 12:00")
    stage.tell(reversal(), "2026-03-20 12:00")
    assert stage.next()[:2] == ("send_sms", "broken-promise-1")


def test_a_promise_over_two_invoices_is_kept_by_their_sum(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"))
    stage.tell(promise("2026-03-13", "150", invoices=("F-1", "F-2")), MADE)
    stage.tell(payment("P-1", "100", "F-1"), "2026-03-12 12:00")
    stage.tell(payment("P-2", "50", "F-2"), "2026-03-12 12:00")
    stage.move(BROKEN, "F-2")
    assert stage.next("F-2")[1] == "courtesy"


def test_a_broken_promise_over_two_invoices_is_one_message(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2"))
    stage.tell(promise("2026-03-13", "200", invoices=("F-1", "F-2")), MADE)
    for number in ("F-1", "F-2"):
        stage.move(BROKEN, number)
    stage.contact(BROKEN)
    assert stage.contacts() == [("sms", "sent")]
    assert stage.steps("F-1") == stage.steps("F-2") == ["broken-promise-1"]


def test_a_promise_takes_the_call_off_the_desk_and_the_step_returns(stage: Stage) -> None:
    stage.bring(invoice())
    stage.contact(COURTESY)
    stage.contact(FRIENDLY)
    stage.claimed(CALL)
    stage.tell(promise("2026-03-20"), CALL)
    assert stage.tasks() == []
    assert stage.contacts()[-1] == ("call", "withdrawn")
    assert "week-2-call" not in stage.steps()


def test_the_newest_promise_counts(stage: Stage) -> None:
    stage.bring(invoice())
    stage.tell(promise("2026-03-06"), MADE)
    stage.tell(promise("2026-03-13", event_id="V-2"), MADE)
    stage.contact(MADE)
    stage.move(MADE)
    assert stage.why().startswith("promised for 2026-03-13")
    assert len(stage.rows(t.Promise)) == 2


@pytest.mark.parametrize(
    ("promised", "came", "asked"),
    [
        ("60", {"F-1": "20"}, {"F-1": "40.00 EUR"}),
        ("150", {"F-1": "100"}, {"F-2": "50.00 EUR"}),
        ("150", {}, {"F-1": "100.00 EUR", "F-2": "50.00 EUR"}),
        ("200", {"F-2": "30"}, {"F-1": "100.00 EUR", "F-2": "70.00 EUR"}),
    ],
)
def test_only_what_is_missing_of_a_promise_is_asked(
    stage: Stage, promised: str, came: dict[str, str], asked: dict[str, str]
) -> None:
    stage.bring(invoice(), invoice("F-2"))
    over = ("F-1", "F-2") if Decimal(promised) > 100 else ("F-1",)
    stage.tell(promise("2026-03-13", promised, invoices=over), MADE)
    stage.contact(MADE)
    for number, amount in came.items():
        stage.tell(payment(f"P-{number}", amount, number), "2026-03-12 12:00")
        if stage.open(number) != "0.00 EUR":
            assert stage.move("2026-03-12 12:01", number).do == "look", "the pause stands"
    number = next(iter(asked))
    for each in asked:
        stage.move(BROKEN, each)
    written = Written()
    assert isinstance(stage.claim(BROKEN, number, render=written), Claimed)
    (letter,) = written.letters
    assert letter.name == "broken-promise"
    assert {line.number: str(line.asked) for line in letter.lines if line.step.startswith("broken")} == asked
    stage.move(BROKEN, number)
    assert stage.next(number)[1] == "courtesy"
