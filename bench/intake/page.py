"""`docs/load.md`: the figures of one run, what they mean, and how they came about."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bench.intake.measuring import Found
from bench.intake.report import Figure, machine

_TEMPLATE = Path(__file__).with_name("page.md")


def page(found: Found, lines: Sequence[Figure], last: str) -> str:
    """The page."""
    size = found.size
    return _TEMPLATE.read_text(encoding="utf-8").format(
        machine=machine(),
        day=found.plan.day.isoformat(),
        minutes=found.minutes,
        table="\n".join(_row(line) for line in lines),
        last=last,
        cases=size.cases,
        events=len(found.plan.events),
        kills=size.kills,
        lag=len(found.lag.seconds),
        a_second=size.a_second,
        rounds=size.rounds,
        seed=size.seed,
    )


def _row(line: Figure) -> str:
    indent = "&emsp;" if line.what.startswith(" ") else ""
    return f"| {indent}{line.what.strip()} | {line.came} | {line.goal} | {line.verdict} |"
