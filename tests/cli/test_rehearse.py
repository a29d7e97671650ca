"""`rehearse` and `rehearsed` as real processes, on a book of two."""

from __future__ import annotations

import json
import urllib.request
from pathlib import Path

import pytest

from cobro.settings import ROOT
from tests.cli.hands import CREDITOR_FILE, Hands, starter
from tests.cli.processes import running
from tests.intake.sample import row

SCRIPT = """\
start: 2026-03-02T08:00:00+01:00
days: 10
invoices:
  F1:
    - {do: pay, after: courtesy, wait: 1d}
"""


@pytest.fixture
def play(hands: Hands) -> list[str]:
    """The words of a rehearsal into a folder `into`."""
    other = row(invoice="F2", customer="C-2", name="Otra, S.L.", email="otra@otra.example")
    book = hands.book(row(invoice="F1"), other)
    script = hands.folder / "debtors.yaml"
    script.write_text(SCRIPT, encoding="utf-8")
    return ["rehearse", str(book), "--creditor", str(CREDITOR_FILE), "--debtors", str(script), "--into", "into"]


def elsewhere(hands: Hands) -> dict[str, str]:
    """Settings that a rehearsal has to ignore."""
    return {**hands.environment, "TEMPORAL_ADDRESS": "127.0.0.1:1", "COBRO_EMAIL": "pigeon", "COBRO_HOME": "nowhere"}


async def test_a_rehearsal_tells_what_came_of_it_and_can_be_had_again_and_opened(
    hands: Hands, play: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(hands.folder)
    into = hands.folder / "into"
    async with running(starter(*play), elsewhere(hands), hands.folder) as process:
        assert await process.end() == 0
    for told in ("contacted twice", "into/outbox", "into/report.json", "rehearsed into", "import YOUR.csv"):
        assert told in process.all_said
    assert "handed-over" not in process.all_said  # nothing was, so there is no folder to look into
    first = (into / "report.json").read_bytes()
    report = json.loads(first)
    assert (report["endings"], report["open_cases"]) == ({"settled": 1}, 1)

    async with running(starter(*play, "--json"), elsewhere(hands), hands.folder) as process:
        assert await process.end() == 0
    assert json.loads(process.all_said) == report
    assert (into / "report.json").read_bytes() == first

    async with running(starter("rehearsed", "into", "--ui-port", "0"), elsewhere(hands), hands.folder) as process:
        line = await process.until("Web UI: ")
        page = urllib.request.urlopen(line.split()[2], timeout=30)
        with page:
            assert page.status == 200
        assert await process.leave() == 0

    (into / "mine.txt").touch()
    assert "mine.txt" in _refused(hands, play)
    assert (into / "report.json").exists()


@pytest.mark.parametrize("name", ["mine.txt", "ledger.db"])
def test_a_folder_that_is_no_rehearsal_is_never_touched(
    hands: Hands, play: list[str], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(hands.folder)
    (hands.folder / "into").mkdir()
    (hands.folder / "into" / name).write_text("mine", encoding="utf-8")

    assert name in _refused(hands, play)
    assert (hands.folder / "into" / name).read_text(encoding="utf-8") == "mine"


def test_a_file_is_no_folder(hands: Hands, play: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(hands.folder)
    (hands.folder / "into").touch()

    assert "expected a folder" in _refused(hands, play)


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (SCRIPT.replace("F1:", "F9:"), "debtors.yaml, invoices.F9: expected an invoice of the book"),
        (SCRIPT.replace("wait: 1d", "wait: long"), "debtors.yaml, line 5, invoices.F1.0.wait: expected"),
        (SCRIPT.replace("after: courtesy", "after: week-9"), "debtors.yaml, invoices.F1.0.after: expected a step of"),
        (
            SCRIPT.replace("after: courtesy", "with_step: nope"),
            "debtors.yaml, invoices.F1.0.with_step: expected a step of",
        ),
        (
            SCRIPT.replace("pay,", "promise, also: [F2],"),
            "debtors.yaml, invoices.F1.0.also: expected an invoice of the",
        ),
        (SCRIPT.replace("days: 10", "days: many"), "debtors.yaml, line 2, days: expected a whole number, got 'many'"),
    ],
)
def test_a_script_that_cannot_be_is_told_by_its_place(
    hands: Hands, play: list[str], script: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(hands.folder)
    (hands.folder / "debtors.yaml").write_text(script, encoding="utf-8")

    assert _refused(hands, play).startswith(told)
    assert not (hands.folder / "into").exists()


def test_the_makefile_s_demo_reads(hands: Hands) -> None:
    """The words of `make demo` name files that are there."""
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8")
    for name in ("book.csv", "creditor.yaml", "debtors.yaml"):
        assert f"examples/{name}" in recipe
        assert Path(ROOT / "examples" / name).is_file()


def _refused(hands: Hands, words: list[str]) -> str:
    result = hands.type(*words)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    return result.stderr
