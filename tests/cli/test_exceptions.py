"""`policy except` and `policy exceptions`: one customer is treated otherwise, with a reason and an end."""

from __future__ import annotations

import pytest

from tests.cli.hands import Hands, in_days

WORDS = ("--reason", "his brother lies in hospital", "--until", in_days(20))


def nexts(hands: Hands) -> dict[str, str]:
    return {case["invoice"]: case["next"]["do"] for case in hands.read("list")["cases"]}


def test_a_customer_is_left_in_peace_shown_and_let_go(at_work: Hands) -> None:
    said = at_work.done("policy", "except", "C-1", "--pause", *WORDS, "--as", "ana")
    assert said == f"Exception: customer C-1 is left in peace up to and including {in_days(20)}\n"
    assert nexts(at_work) == {"F1": "look", "F2": "look", "F3": "send_email", "F4": "send_email"}

    (line,) = at_work.read("policy", "exceptions")["exceptions"]
    assert (line["customer"], line["state"], line["made_by"], line["until"], line["reason"]) == (
        "C-1",
        "running",
        "ana",
        in_days(20),
        WORDS[1],
    )
    shown = at_work.done("show", "F1")
    assert f"Exception: left in peace until {in_days(20)} (his brother lies in hospital)" in shown
    assert "no customer" not in at_work.done("policy", "exceptions")

    assert at_work.read("policy", "except", "C-1", "--end", "--as", "tomas")["ended_by"] == "tomas"
    assert set(nexts(at_work).values()) == {"send_email"}
    assert "Exceptions: 0 running, 1 ended" in at_work.done("policy", "exceptions")


def test_a_customer_is_treated_as_of_a_segment_and_everybody_can_see_which(at_work: Hands) -> None:
    at_work.done("policy", "except", "C-1", "--segment", "direct-debit", *WORDS)

    (case,) = [case for case in at_work.read("list")["cases"] if case["invoice"] == "F1"]
    assert (case["segment"], case["segment_why"]) == ("direct-debit", f"by an exception until {in_days(20)}")
    assert f"Segment direct-debit: by an exception until {in_days(20)}" in at_work.done("show", "F1")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("C-1", *WORDS), 2, "--segment: expected it or --pause, got neither"),
        (("C-1", "--pause", "--segment", "small", *WORDS), 2, "--segment: expected it or --pause, got both"),
        (("C-1", "--pause", "--until", in_days(2)), 2, "--reason: expected a few words, got nothing"),
        (("C-1", "--pause", "--reason", "why"), 2, "--until: expected the last day, got nothing"),
        (("C-1", "--pause", "--reason", "why", "--until", "soon"), 2, "--until: expected a date like"),
        (("C-1", "--pause", "--reason", "why", "--until", in_days(200)), 1, "until: expected a day from"),
        (("C-1", "--segment", "vip", *WORDS), 1, "segment: expected one of direct-debit, small,"),
        (("C-9", "--pause", *WORDS), 1, "the ledger has no customer 'C-9'"),
        (("C-1", "--end"), 1, "customer C-1 has no exception that runs"),
        (("C-1", "--end", "--pause"), 2, "--pause: expected without --end"),
        (("C-1", "--end", "--reason", "why"), 2, "--reason: expected without --end"),
        ((), 2, "CUSTOMER: expected a value, got nothing"),
    ],
)
def test_a_mistake_is_one_line_and_changes_nothing(
    at_work: Hands, words: tuple[str, ...], code: int, told: str
) -> None:
    before = at_work.everything()
    result = at_work.type("policy", "except", *words)

    assert (result.exit_code, result.stdout) == (code, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith(told)
    assert at_work.everything() == before
