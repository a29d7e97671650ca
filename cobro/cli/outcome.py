"""What came of a rehearsal, for a person: the summary, where to look, and what to type next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from cobro.cli.screen import say, show_table

NOUGHTS = {
    "duplicate_contacts": "contacted twice",
    "contacts_after_payment": "contacted after paying",
    "lost_events": "events lost",
}
"""The counts of a report that must be nought."""


_DAYS_OFF = {"Saturday", "Sunday"}
_SHIFTS: dict[str, Callable[[list[str]], bool]] = {
    "a weekend": lambda reasons: bool(_DAYS_OFF.intersection(reasons)),
    "a holiday": lambda reasons: any(", " in reason for reason in reasons),
    "the budget": lambda reasons: any(reason.startswith("budget: ") for reason in reasons),
}
"""What puts a contact off, and how its reasons show it: a holiday names its place."""

_BY = {"email": "e-mail", "sms": "SMS", "call": "call"}


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
    if examples := list(_voice(report["contacts"])):
        show_table("One voice", ["What", "How often", "For example"], examples)
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


def _voice(contacts: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, int, str]]:
    """How many contacts spoke for several invoices, and how many were put off, each with one to look at."""
    merged = [one for one in contacts if len(one["steps"]) > 1]
    if merged:
        # The one that says the most: of different steps if there is one, about many invoices.
        yield "about several invoices", len(merged), _words(max(merged, key=_variety))
    for what, is_it in _SHIFTS.items():
        put_off = [one for one in contacts if one["shifted"] and is_it(one["shifted"].split("; "))]
        if put_off:
            yield f"put off by {what}", len(put_off), _words(min(put_off, key=lambda one: len(one["shifted"])))


def _variety(one: Mapping[str, Any]) -> tuple[int, int]:
    return len(set(one["steps"].values())), len(one["steps"])


def _words(one: Mapping[str, Any]) -> str:
    steps: dict[str, list[str]] = {}
    for number, step in one["steps"].items():
        steps.setdefault(step, []).append(number)
    told = "; ".join(f"{step} {', '.join(numbers)}" for step, numbers in steps.items())
    day = dt.date.fromisoformat(one["day"])
    shifted = f" ({one['shifted']})" if one["shifted"] else ""
    return f"{day:%a %d %b}, {_BY[one['channel']]}: {told}{shifted}"
