"""What came of a rehearsal, for a person: the summary, where to look, and what to type next."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cobro.cli.screen import say, show_table

NOUGHTS = {
    "duplicate_contacts": "contacted twice",
    "contacts_after_payment": "contacted after paying",
    "lost_events": "events lost",
}
"""The counts of a report that must be nought."""


def say_report(report: Mapping[str, Any], folder: Path) -> None:
    """The report of a rehearsal and the way on."""
    messages, endings = report["messages"], report["endings"]
    rows: list[tuple[str, object]] = [
        ("days lived through", report["days"]),
        ("invoices", f"{report['invoices']} of {report['customers']} customers"),
        ("messages", ", ".join(f"{count} {channel}" for channel, count in messages.items()) or "none"),
        ("calls logged", report["calls"]),
        *((f"ended: {ending.replace('_', ' ')}", count) for ending, count in endings.items()),
        *((f"payment plans {ending}", count) for ending, count in report["plans"].items()),
        ("still open", report["open_cases"]),
        ("events kept for a person", len(report["kept_events"])),
        ("events refused", len(report["refused_events"])),
        *((words, f"{report[name]}{'  MUST BE 0' if report[name] else ''}") for name, words in NOUGHTS.items()),
    ]
    say()
    show_table("What came of it", ["What", "How many"], rows)
    say(f"Letters, as they would have left: {folder / 'outbox'}")
    if (folder / "handed-over").is_dir():
        say(f"Handed over to lawyer or agency:  {folder / 'handed-over'}")
    say(f"The ledger:                       {folder / 'ledger.db'}")
    say(f"  to look into it:                COBRO_HOME={folder} python3 starter.py list --all")
    say(f"The report:                       {folder / 'report.json'}")
    ui = "make demo-ui" if folder == Path("demo") else f"python3 starter.py rehearsed {folder}"
    say(f"The Temporal Web UI on what ran:  {ui}")
    say()
    say("With your own invoices (docs/book.md tells the columns, examples/creditor.yaml is one to copy):")
    say("  python3 starter.py import YOUR.csv --creditor YOUR.yaml")
    say("  python3 starter.py up")
