"""Telling the ledger what happened to a case."""

from __future__ import annotations

import getpass

import pytest

from tests.cli.hands import Hands, in_days


def open_of(hands: Hands, invoice: str) -> str:
    return str(hands.read("show", invoice)["case"]["open"]["amount"])


def test_pay_reduces_what_is_open_and_says_what_comes_next(at_work: Hands) -> None:
    said = at_work.done("pay", "F1", "210.50")

    assert "F1: open 1000.00 EUR of 1210.50 EUR; next: e-mail courtesy" in said
    assert open_of(at_work, "F1") == "1000.00"


def test_two_equal_payments_are_two(at_work: Hands) -> None:
    at_work.done("pay", "F1", "10")
    at_work.done("pay", "F1", "10")

    assert open_of(at_work, "F1") == "1190.50"


def test_a_payment_with_an_id_of_its_own_counts_once(at_work: Hands) -> None:
    booked = ("--booked", in_days(-1))
    first = at_work.read("pay", "F1", "10", "--id", "bank-1", *booked)
    again = at_work.read("pay", "F1", "10", "--id", "bank-1", *booked)

    assert (first["verdict"], again["verdict"]) == ("applied", "repeated")
    assert "nothing changed" in at_work.done("pay", "F1", "10", "--id", "bank-1", *booked)
    assert open_of(at_work, "F1") == "1200.50"


def test_money_for_an_unknown_invoice_is_kept_and_stands_on_the_desk(at_work: Hands) -> None:
    said = at_work.done("pay", "F99", "10", "--currency", "EUR", "--as", "ana")

    assert "Kept for a person" in said
    assert "unknown invoice F99" in said
    kept = at_work.read("desk")["kept"]
    assert [(line["about"], line["amount"], line["who"]) for line in kept] == [(["F99"], "10.00 EUR", "ana")]


def test_too_much_money_is_a_credit_on_the_desk(at_work: Hands) -> None:
    assert "50.00 EUR more than was owed" in at_work.done("pay", "F2", "350")

    credits = at_work.read("desk")["credits"]
    assert [(line["invoice"], line["customer"], line["credit"]["amount"]) for line in credits] == [
        ("F2", "C-1", "50.00")
    ]


def test_a_reversal_finds_the_only_payment_and_opens_the_case_again(at_work: Hands) -> None:
    at_work.done("pay", "F2", "300")

    at_work.done("reverse", "F2")

    assert [case["invoice"] for case in at_work.read("list")["cases"]] == ["F1", "F2", "F3", "F4"]
    assert at_work.type("reverse", "F2").exit_code == 2


def test_a_credit_note_may_settle(at_work: Hands) -> None:
    assert "ended: settled" in at_work.done("credit", "F2", "300.00", "--issued", in_days(0))


def test_a_promise_of_all_that_is_open_over_several_invoices(at_work: Hands) -> None:
    at_work.done("promise", "F1", "F2", "--by", in_days(10), "--form", "cheque")

    assert at_work.read("show", "F2")["promises"][0]["amount"] == {"amount": "1510.50", "currency": "EUR"}
    assert at_work.read("show", "F2")["promises"][0]["state"] == "open"
    assert at_work.read("list")["cases"][0]["next"]["step"] == "promise-confirmed-1"


def test_a_dispute_is_looked_into_and_resolved(at_work: Hands) -> None:
    at_work.done("dispute", "F1", "--reason", "goods")
    assert [task["kind"] for task in at_work.read("desk")["tasks"]] == ["dispute"]

    at_work.done("resolve", "F1")

    assert at_work.read("desk")["tasks"] == []


def test_hold_and_resume(at_work: Hands) -> None:
    assert f"on hold until {in_days(10)}" in at_work.done("hold", "F1", "--until", in_days(10))
    assert "e-mail courtesy" in at_work.done("resume", "F1")


@pytest.mark.parametrize(
    "split",
    [
        ("--instalment", f"{in_days(5)}=500.50", "--instalment", f"{in_days(20)}=710"),
        ("--parts", "3", "--every", "10", "--first", in_days(5)),
        ("--parts", "1", "--first", in_days(5)),
    ],
)
def test_a_plan_ends_the_ladder(at_work: Hands, split: tuple[str, ...]) -> None:
    assert "ended: payment_plan" in at_work.done("plan", "F1", *split)


@pytest.mark.parametrize(
    ("words", "ending"),
    [(("write-off", "F1"), "written_off"), (("cancel", "F1", "--reason", "oversight"), "cancelled")],
)
def test_a_claim_is_given_up(at_work: Hands, words: tuple[str, ...], ending: str) -> None:
    at_work.done(*words, "--as", "ana")

    (case,) = at_work.read("list", "--ended")["cases"]
    assert (case["ending"], case["ended_by"]) == (ending, "ana")


def test_a_handoff_is_the_next_move(at_work: Hands) -> None:
    assert "next: hand over" in at_work.done("handoff", "F1", "--to", "agency")


def test_whoever_runs_the_command_is_recorded(at_work: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "marta")

    at_work.done("pay", "F1", "10")

    assert at_work.read("show", "F1")["events"][0]["who"] == "marta"


def test_a_user_without_a_name_is_recorded_by_number(at_work: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr(getpass, "getuser", nameless)

    at_work.done("pay", "F1", "10")

    assert at_work.read("show", "F1")["events"][0]["who"].startswith("uid-")


def test_stop_and_go_for_all_and_for_one(at_work: Hands) -> None:
    assert at_work.read("stop", "--as", "ana") == {
        "creditor": "talleres-ebro",
        "customer": None,
        "stopped": True,
        "by": "ana",
    }
    assert {case["next"]["why"] for case in at_work.read("list")["cases"]} == {"stopped until somebody says go"}
    assert "Stopped" in at_work.done("stop", "C-1")
    assert "as a whole is stopped" in at_work.done("go", "C-1")
    at_work.done("stop", "C-1")
    at_work.done("go")

    stopped = [case["invoice"] for case in at_work.read("list")["cases"] if "stopped" in case["next"]["why"]]
    assert stopped == ["F1", "F2"]
    assert "Stopped" in at_work.done("show", "F1")
