"""Two creditors in one ledger with the same numbers: a command acts for the one that is named, and asks which."""

from __future__ import annotations

import pytest
import yaml

from cobro.ledger import tables as t
from tests.cli.hands import CREDITOR, CREDITOR_FILE, Hands, in_days, overdue_row

OTHER = "talleres-duero"


@pytest.fixture
def two(at_work: Hands) -> Hands:
    """Another creditor beside the small book's, with an invoice and a customer of the same numbers."""
    values = yaml.safe_load(CREDITOR_FILE.read_text(encoding="utf-8")) | {"id": OTHER, "name": "Talleres Duero, S.L."}
    file = at_work.folder / "duero.yaml"
    file.write_text(yaml.safe_dump(values, allow_unicode=True), encoding="utf-8")
    book = at_work.book(overdue_row("F1", creditor=OTHER, amount="70.00", name="Bar Duero"), name="duero.csv")
    at_work.done("import", str(book), "--creditor", str(file))
    return at_work


def open_of(hands: Hands, creditor: str) -> dict[str, str]:
    cases = hands.read("list", "--creditor", creditor)["cases"]
    return {case["invoice"]: case["open"]["amount"] for case in cases}


COMMANDS = [
    ["list"],
    ["show", "F1"],
    ["desk"],
    ["pay", "F1", "10"],
    ["reverse", "F1", "--payment", "x"],
    ["credit", "F1", "10"],
    ["promise", "F1", "--by", in_days(5)],
    ["dispute", "F1", "all"],
    ["resolve", "F1"],
    ["hold", "F1", "--until", in_days(5)],
    ["resume", "F1"],
    ["plan", "F1", "--parts", "2", "--every", "30", "--first", in_days(5)],
    ["call", "1", "--outcome", "spoke"],
    ["repair", "1"],
    ["handoff", "F1", "--to", "legal"],
    ["write-off", "F1"],
    ["cancel", "F1"],
    ["stop"],
    ["stop", "C-1"],
    ["go"],
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_asks_whose_it_is(two: Hands, words: list[str]) -> None:
    before = two.everything()

    result = two.type(*words)

    assert result.exit_code == 2
    assert result.stderr == f"--creditor: expected one of {OTHER}, {CREDITOR}, for the ledger has several\n"
    assert two.everything() == before


def test_each_acts_for_the_one_that_is_named(two: Hands) -> None:
    two.done("pay", "F1", "20", "--creditor", OTHER, "--id", "bank-1")
    two.done("pay", "F1", "10.50", "--creditor", CREDITOR, "--id", "bank-1")

    assert open_of(two, OTHER) == {"F1": "50.00"}
    assert open_of(two, CREDITOR)["F1"] == "1200.00"
    assert two.read("show", "F1", "--creditor", OTHER)["customer"]["name"] == "Bar Duero"


def test_a_stop_and_a_task_are_one_creditor_s_own(two: Hands) -> None:
    two.done("stop", "--creditor", OTHER)
    assert two.read("show", "F1", "--creditor", OTHER)["stopped"]
    assert not two.read("show", "F1", "--creditor", CREDITOR)["stopped"]

    task = two.put_on_desk(t.TaskKind.CALL, "F3")
    assert two.type("call", str(task), "--outcome", "spoke", "--creditor", OTHER).exit_code != 0
    assert two.read("desk", "--creditor", OTHER)["tasks"] == []
    two.done("call", str(task), "--outcome", "spoke", "--creditor", CREDITOR)


def test_a_book_goes_to_the_creditor_that_it_names(two: Hands) -> None:
    assert two.read("import", str(two.book(overdue_row("F9", creditor=OTHER))))["creditor"] == OTHER
    assert sorted(open_of(two, OTHER)) == ["F1", "F9"]
    mixed = two.book(overdue_row("F10", creditor=OTHER), overdue_row("F11"))
    assert "line 3, creditor: expected talleres-duero" in two.type("import", str(mixed)).stderr
