"""Who collects from whom, and what they are told in the morning, as an operator sees and says it."""

from __future__ import annotations

import pytest

from cobro.ledger.tables import TaskKind
from tests.cli.hands import CREDITOR_FILE, Hands, in_days, overdue_row
from tests.intake.sample import as_file

LEO = """
  - name: Leo Ara
    email: leo.ara@talleres-ebro.example
    phone: "+34976000105"
    seniority: junior
  - name: Vera Sanz
    email: vera.sanz@talleres-ebro.example
    phone: "+34976000106"
    seniority: junior
    sales: true
"""


@pytest.fixture
def office(at_work: Hands) -> Hands:
    """The small book, and two more people, of whom one sells."""
    file = as_file(at_work.folder, CREDITOR_FILE.read_text(encoding="utf-8").rstrip() + LEO, "more.yaml")
    at_work.done("import", str(at_work.book(overdue_row("F1"))), "--creditor", str(file))
    return at_work


def test_a_customer_changes_hands_and_the_desk_shows_it_at_once(office: Hands) -> None:
    number = office.put_on_desk(TaskKind.CALL, "F1", "F2")
    assert [task["owner"] for task in office.read("desk")["tasks"]] == ["Irene Lacasa"]

    said = office.done("assign", "C-1", "--to", "Leo Ara", "--as", "ana")

    assert said == "Assigned: Leo Ara has customer C-1 (junior); open tasks that moved: 1\n"
    assert [(task["number"], task["owner"]) for task in office.read("desk")["tasks"]] == [(number, "Leo Ara")]
    (line,) = office.read("assign", "--list")["assignments"]
    assert (line["customer"], line["seniority"], line["collector"], line["assigned_by"], line["tasks"]) == (
        "C-1",
        "junior",
        "Leo Ara",
        "ana",
        1,
    )
    assert "Leo Ara" in office.done("assign", "--list")
    assert [(given["name"], given["who"]) for given in office.read("show", "F2")["collectors"]] == [
        ("Irene Lacasa", "tests"),
        ("Leo Ara", "ana"),
    ]
    assert "collector, junior" in office.done("show", "F2")
    office.done("assign", "C-1", "--to", "Tomás Bielsa")
    assert "Assigned of the customers of talleres-ebro: 1." in office.done("assign", "--list")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("assign",), 2, "CUSTOMER: expected your number for a customer, or --list, got nothing"),
        (("assign", "C-1"), 2, "--to: expected a name, or --list, got nothing"),
        (("assign", "--list", "--to", "Leo Ara"), 2, "--to: expected without --list"),
        (("assign", "C-99", "--to", "Leo Ara"), 1, "CUSTOMER: the ledger has no customer 'C-99' of talleres-ebro"),
        (
            ("assign", "C-1", "--to", "Leo"),
            1,
            "--to: expected one of Irene Lacasa (junior), Tomás Bielsa (senior), Leo Ara (junior), got 'Leo'",
        ),
        (
            ("assign", "C-1", "--to", "Vera Sanz"),
            1,
            "--to: expected one of Irene Lacasa (junior), Tomás Bielsa (senior), Leo Ara (junior), got 'Vera Sanz', "
            "who sells and so keeps away from collection (R55)",
        ),
        (("digest", "--for", "Vera Sanz"), 2, "--for: expected one of Irene Lacasa, Tomás Bielsa, Leo Ara, got 'Vera"),
        (("digest", "--day", "tomorrow"), 2, "--day: expected a date like 2026-03-02, got 'tomorrow'"),
    ],
)
def test_a_slip_is_one_line_and_changes_nothing(office: Hands, words: tuple[str, ...], code: int, told: str) -> None:
    before = office.everything()
    result = office.type(*words)
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith(told)
    assert result.stderr.count("\n") == 1
    assert office.everything() == before


def test_a_digest_that_cannot_be_written_is_one_line(office: Hands) -> None:
    office.put_on_desk(TaskKind.REPAIR, "F1", due=-2)
    (office.folder / "templates" / "es").mkdir(parents=True)
    broken = "Subject: {{ company }}\n\n{{ falldue }}\n"
    (office.folder / "templates" / "es" / "_digest.txt").write_text(broken, encoding="utf-8")
    result = office.type("digest", COBRO_TEMPLATES=str(office.folder / "templates"))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "es/_digest.txt in line 3 cannot be filled in: there is no slot 'falldue'" in result.stderr
    assert result.stderr.count("\n") == 1


def test_the_digest_is_shown_without_being_sent(office: Hands) -> None:
    number = office.put_on_desk(TaskKind.REPAIR, "F1", due=-2)
    office.put_on_desk(TaskKind.DISPUTE, "F3", due=1)
    before = office.everything()

    said = office.done("digest")
    found = office.read("digest")

    assert said.startswith("Talleres Ebro, S.L.: cobros del ")
    assert f"dato por corregir (tarea {number}): " in said
    assert [(line["kind"], line["invoices"]) for line in found["overdue"]] == [("repair", ["F1"])]
    assert [(line["what"], line["invoices"]) for line in found["runs_out"]] == [("dispute", ["F3"])]
    assert office.read("digest", "--for", "Tomás Bielsa")["overdue"] == []
    assert office.done("digest", "--day", in_days(-300)).startswith("Nothing to tell for ")
    assert office.everything() == before
    assert not (office.home / "outbox").exists()
