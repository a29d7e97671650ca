"""What `make demo` shows: the example book with its script, lived through once, as a process."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from cobro.settings import ROOT
from tests.cli.hands import Hands, starter
from tests.cli.processes import running

EXAMPLES = ROOT / "examples"
WORDS = ("--creditor", str(EXAMPLES / "creditor.yaml"), "--debtors", str(EXAMPLES / "debtors.yaml"), "--into", "demo")


def book() -> list[dict[str, str]]:
    with (EXAMPLES / "book.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_example_book_is_that_of_a_small_firm() -> None:
    rows = book()
    of = Counter(row["customer"] for row in rows)
    assert len(rows) >= 40
    assert len(of) >= 15
    assert sum(n > 1 for n in of.values()) >= 10
    for column, expected in (
        ("currency", {"EUR", "GBP"}),
        ("language", {"es", "en"}),
        ("kind", {"company", "sole_trader", "consumer", "public_body"}),
        ("method", {"direct_debit", "card", ""}),
    ):
        assert {row[column] for row in rows} == expected
    assert any(row["paid"] for row in rows)
    assert any(not row["email"] for row in rows)


def test_the_example_book_reaches_nobody_real() -> None:
    for row in book():
        assert not row["email"] or row["email"].endswith(".example")


async def test_the_demo_shows_every_ending_and_breaks_no_promise(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(hands.folder)
    command = starter("rehearse", str(EXAMPLES / "book.csv"), *WORDS)
    async with running(command, hands.environment, hands.folder) as process:
        for _ in range(8):  # A line for each week: it shows how far it has come.
            await process.until("messages ")
        assert await process.end() == 0
    for told in ("demo/outbox", "demo/handed-over", "demo/report.json", "make demo-ui", "import YOUR.csv"):
        assert told in process.all_said
    for told in ("about several invoices", "(Sunday)", "put off by a holiday", "Saint Joseph's Day, "):
        assert told in process.all_said

    demo = hands.folder / "demo"
    report = json.loads((demo / "report.json").read_text(encoding="utf-8"))
    _adds_up(report, demo)
    assert [report[count] for count in ("duplicate_contacts", "contacts_after_payment", "lost_events")] == [0, 0, 0]
    assert {"settled", "legal_handoff", "agency_handoff", "written_off", "cancelled"} <= set(report["endings"])
    assert {"completed", "defaulted"} <= set(report["plans"])
    assert report["refused_events"] == []
    assert len(report["kept_events"]) == 2
    _speaks_with_one_voice(report["contacts"])
    _tells_the_stories({case["invoice"]: case for case in report["cases"]})
    _names_nobody((demo / "report.json").read_text(encoding="utf-8"))


def _adds_up(report: dict[str, Any], demo: Path) -> None:
    rows = book()
    endings = [ending for case in report["cases"] for ending in case["endings"]]
    assert report["invoices"] == len(report["cases"]) == len(rows)
    assert report["customers"] == len({case["customer"] for case in report["cases"]})
    assert {**report["endings"], "open": report["open_cases"]} == {"open": 0, **Counter(endings)}
    assert report["messages"]["email"] == len(list((demo / "outbox").glob("*.eml")))
    assert report["messages"]["sms"] == len(list((demo / "outbox").glob("*.txt")))
    given_away = report["endings"]["legal_handoff"] + report["endings"]["agency_handoff"]
    assert len(list((demo / "handed-over").iterdir())) == given_away
    assert all(case["open"].startswith("0.00 ") for case in report["cases"] if case["endings"][-1] == "settled")
    assert (demo / "ledger.db").is_file()


def _speaks_with_one_voice(contacts: list[dict[str, Any]]) -> None:
    days = Counter((one["customer"], one["day"]) for one in contacts if not _is_owed(one))
    assert set(days.values()) == {1}
    assert any(len(set(one["steps"].values())) > 1 for one in contacts), "two steps of the ladder in one message"
    assert {"Sunday", "Saint Patrick's Day, Ireland"} <= {one["shifted"] for one in contacts}


def _is_owed(one: dict[str, Any]) -> bool:
    return any(
        step.startswith(("promise-confirmed", "plan-confirmed", "proof-wanted")) for step in one["steps"].values()
    )


def _tells_the_stories(cases: dict[str, dict[str, Any]]) -> None:
    """Those that the README names."""
    assert cases["F2026-0139"]["contacts"] == [], "paid in the minute in which the first mail was due"
    assert cases["F2026-0134"]["endings"] == ["open"], "its customer is insolvent: stopped, until a person decides"
    assert cases["F2026-0121"]["contacts"] == [], "paid on the due date"
    assert cases["F2026-0104"]["contacts"][0]["outcome"] == "undeliverable"
    assert cases["F2026-0105"]["endings"] == ["payment_plan", "legal_handoff"]
    assert cases["F2026-0110"]["endings"] == ["settled", "settled"]
    assert [each["outcome"] for each in cases["F2026-0142"]["contacts"] if each["channel"] == "call"] == ["withdrawn"]
    assert Counter(event["kind"] for event in cases["F2026-0101"]["events"]) == {"payment_received": 1}


def _names_nobody(text: str) -> None:
    for row in book():
        for column in ("name", "tax_id", "contact", "email", "phone"):
            assert not row[column] or row[column] not in text
