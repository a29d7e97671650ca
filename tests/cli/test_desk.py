"""The desk: seeing what there is to do, and saying that it was done."""

from __future__ import annotations

import re

import pytest

from cobro.ledger.tables import TaskKind
from tests.cli.hands import Hands, in_days


def test_the_desk_shows_whom_to_reach_and_what_about(at_work: Hands) -> None:
    number = at_work.put_on_desk(TaskKind.CALL, "F1", "F2")

    (task,) = at_work.read("desk")["tasks"]

    assert (task["number"], task["kind"], task["customer"]) == (number, "call", "C-1")
    assert task["phone"] == "+34976000111"
    assert task["invoices"] == ["F1", "F2"]
    assert [money["amount"] for money in task["open"]] == ["1210.50", "300.00"]
    assert task["overdue"] is False
    said = at_work.done("desk")
    assert f"call {number} --outcome" in said
    assert "OVERDUE" not in said


def test_what_is_late_is_flagged(at_work: Hands) -> None:
    at_work.put_on_desk(TaskKind.REPAIR, "F1", due=-2)

    assert at_work.read("desk")["tasks"][0]["overdue"] is True
    assert "OVERDUE" in at_work.done("desk")


def test_an_answered_call_leaves_the_desk(at_work: Hands) -> None:
    number = at_work.put_on_desk(TaskKind.CALL, "F1")

    at_work.done("call", str(number), "--outcome", "spoke", "--reason", "oversight", "--as", "ana")

    assert at_work.read("desk")["tasks"] == []
    (task,) = at_work.read("show", "F1")["tasks"]
    assert (task["state"], task["closed_by"]) == ("done", "ana")


def test_a_logged_call_says_where_its_cases_stand(at_work: Hands) -> None:
    number = at_work.put_on_desk(TaskKind.CALL, "F1", "F2")

    said = at_work.done("call", str(number), "--outcome", "spoke", "--reason", "lawyer")

    assert "  F1: open 1210.50 EUR" in said
    assert "  F2: open 300.00 EUR" in said
    assert "stopped until somebody says go" in said


def test_a_call_to_come_back_to_stays(at_work: Hands) -> None:
    number = at_work.put_on_desk(TaskKind.CALL, "F1")

    at_work.done("call", str(number), "--outcome", "call_back", "--back", in_days(6))

    assert at_work.read("desk")["tasks"][0]["due"] == in_days(6)


def test_a_call_brings_a_promise_over_all_its_invoices(at_work: Hands) -> None:
    number = at_work.put_on_desk(TaskKind.CALL, "F1", "F2")

    told = at_work.read(
        "call", str(number), "--outcome", "spoke", "--promise", "1000", "--by", in_days(5), "--id", "c1"
    )

    assert [(one["kind"], one["event"], one["verdict"]) for one in told] == [
        ("call_logged", "c1", "applied"),
        ("promise_made", "c1/promise", "applied"),
    ]
    assert at_work.read("show", "F2")["promises"][0]["amount"]["amount"] == "1000.00"


def test_a_call_brings_a_dispute_of_one_invoice(at_work: Hands) -> None:
    number = at_work.put_on_desk(TaskKind.CALL, "F1", "F2")
    spoke = ("call", str(number), "--outcome", "spoke", "--reason", "goods", "--dispute")

    assert "--invoice" in at_work.type(*spoke, "all").stderr
    at_work.done(*spoke, "all", "--invoice", "F2")

    assert at_work.read("show", "F2")["disputes"][0]["amount"]["amount"] == "300.00"


def test_a_call_brings_a_plan(at_work: Hands) -> None:
    number = at_work.put_on_desk(TaskKind.CALL, "F1")

    at_work.done("call", str(number), "--outcome", "spoke", "--parts", "2", "--every", "15", "--first", in_days(4))

    assert at_work.read("list", "--ended")["cases"][0]["ending"] == "payment_plan"


def test_a_call_whose_promise_is_refused_is_logged_all_the_same(at_work: Hands) -> None:
    number = at_work.put_on_desk(TaskKind.CALL, "F1")

    result = at_work.type("call", str(number), "--outcome", "spoke", "--promise", "10", "--by", in_days(300))

    assert result.exit_code == 1
    assert "Recorded: call logged" in result.stdout
    assert result.stderr.startswith("refused, no promise made was recorded: pay_by")
    assert at_work.read("desk")["tasks"] == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--outcome", "no_answer", "--promise", "1", "--by", in_days(1)), "--outcome: expected spoke"),
        (("--outcome", "call_back"), "--back: expected a day"),
        (("--outcome", "spoke", "--back", in_days(1)), "--back: expected only with"),
        (("--outcome", "spoke", "--promise", "1"), "--promise: expected AMOUNT together with --by"),
        (("--outcome", "spoke", "--promise", "x", "--by", in_days(1)), "--promise: expected a decimal"),
        (("--outcome", "spoke", "--dispute", "x", "--invoice", "F1"), "--dispute: expected a decimal"),
        (("--outcome", "spoke", "--dispute", "all", "--invoice", "F3"), "--invoice: expected one of F1, F2"),
        (("--outcome", "spoke", "--parts", "2"), "instalments: expected"),
    ],
)
def test_what_cannot_be_of_a_call_is_told_before_anything_is_recorded(
    at_work: Hands, words: tuple[str, ...], told: str
) -> None:
    number = at_work.put_on_desk(TaskKind.CALL, "F1", "F2")
    before = at_work.everything()

    result = at_work.type("call", str(number), *words)

    assert result.exit_code == 2
    assert result.stderr.startswith(told)
    assert result.stderr.count("\n") == 1
    assert at_work.everything() == before


def test_a_repair_that_needs_no_address_does_not_ask_for_one(at_work: Hands) -> None:
    number = at_work.put_on_desk(TaskKind.CALL, "F1")
    at_work.done("call", str(number), "--outcome", "spoke", "--reason", "copy_missing")

    (task,) = at_work.read("desk")["tasks"]
    said = at_work.done("desk")
    assert f"repair {task['number']}" in said
    assert "--email ..." not in said


def test_a_repair_corrects_the_address(at_work: Hands) -> None:
    number = at_work.put_on_desk(TaskKind.REPAIR, "F1")

    at_work.done("repair", str(number), "--email", "nueva@laespiga.example", "--phone", "976 000 199")

    customer = at_work.read("show", "F1")["customer"]
    assert (customer["email"], customer["phone"]) == ("nueva@laespiga.example", "+34976000199")
    assert at_work.read("desk")["tasks"] == []


def test_a_repair_is_closed_once(at_work: Hands) -> None:
    number = at_work.put_on_desk(TaskKind.REPAIR, "F1")
    at_work.done("repair", str(number))

    result = at_work.type("repair", str(number))

    assert result.exit_code == 1
    assert re.fullmatch(rf"task {number} was done on \S+: done\n", result.stderr)


@pytest.mark.parametrize(("option", "value"), [("--email", "nobody"), ("--phone", "12")])
def test_a_repair_with_a_wrong_address_changes_nothing(at_work: Hands, option: str, value: str) -> None:
    number = at_work.put_on_desk(TaskKind.REPAIR, "F1")
    before = at_work.everything()

    result = at_work.type("repair", str(number), option, value)

    assert result.exit_code == 2
    assert result.stderr.startswith(f"{option}: expected")
    assert at_work.everything() == before


def test_the_decision_is_made_on_the_desk(at_work: Hands) -> None:
    at_work.put_on_desk(TaskKind.DECISION, "F1")
    assert "handoff F1 --to" in at_work.done("desk")

    at_work.done("handoff", "F1", "--to", "legal")

    assert at_work.read("desk")["tasks"] == []


def test_a_reply_is_shown_until_it_is_answered(at_work: Hands) -> None:
    at_work.done("reply", "C-1", "--text", "We pay on Friday")

    (task,) = at_work.read("desk")["tasks"]
    assert (task["kind"], task["note"]) == ("reply", "We pay on Friday")
    assert "We pay on Friday" in at_work.done("show", "F1")

    at_work.done("answered", str(task["number"]))
    assert at_work.read("desk")["tasks"] == []


def test_a_reply_from_nobody_known_is_kept_and_shown(at_work: Hands) -> None:
    assert "It is not lost" in at_work.done("reply", "C-99", "--text", "Who are you?")
    (kept,) = at_work.read("desk")["kept"]
    assert (kept["kind"], kept["note"]) == ("reply_received", "Who are you?")


def test_what_is_kept_says_who_wrote_what_and_what_can_be_done(at_work: Hands) -> None:
    at_work.done("reply", "C-99", "--text", "Who are you?\n\nWe owe nothing.")

    said = at_work.done("desk")

    assert "reply received" in said
    assert "We owe nothing." in said
    assert "'apply EVENT --to INVOICE'" in said
