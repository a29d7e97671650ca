"""`notice`: approving a formal letter."""

from __future__ import annotations

from tests.cli.hands import Hands
from tests.ledger.builders import JUNIOR, SENIOR


def test_a_senior_approves_and_the_letter_is_what_comes_next(at_work: Hands) -> None:
    said = at_work.done("notice", "F1", "--as", SENIOR)

    assert "Recorded: formal notice approved" in said
    assert at_work.read("show", "F1")["case"]["next"]["step"] == "formal-notice-1"


def test_anybody_else_is_told_who_may(at_work: Hands) -> None:
    said = at_work.type("notice", "F1", "--as", JUNIOR)

    assert said.exit_code == 1
    assert f"({SENIOR}), got '{JUNIOR}'" in said.output
    assert at_work.read("show", "F1")["case"]["next"]["step"] == "courtesy"


def test_days_are_a_number_of_days(at_work: Hands) -> None:
    said = at_work.type("notice", "F1", "--days", "soon", "--as", SENIOR)

    assert said.exit_code == 2
    assert "--days: expected a whole number from 1 to 60, got 'soon'" in said.output
