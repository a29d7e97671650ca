"""What was found: a table, and one line that says pass or fail."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import psutil
from rich import box
from rich.console import Console
from rich.table import Table

from bench.intake.burst import over
from bench.intake.counting import Counted, some
from bench.intake.lag import worst_hundredth
from bench.intake.measuring import Found

LEAST_A_SECOND, MOST_LAG, LEAST_OVER = 300.0, 1.0, 0.8


@dataclass(frozen=True, slots=True)
class Figure:
    """One line: what it is, what came out, what was to be reached, and whether it was (None: no goal)."""

    what: str
    came: str
    goal: str = ""
    reached: bool | None = None

    @property
    def verdict(self) -> str:
        return {None: "", True: "reached", False: "missed"}[self.reached]


def figures(found: Found) -> list[Figure]:
    """Everything that is printed."""
    return [*_of_speed(found), *of_count(found.counted, found.untold), *_of_context(found)]


def _of_speed(found: Found) -> Iterator[Figure]:
    storm, lag, rounds = found.storm, found.lag, found.rounds
    accepted, worst, quotient = storm.a_second, worst_hundredth(lag.seconds), over(rounds)
    yield Figure(
        "accepted and stored, events a second", f"{accepted:,.0f}", f"{LEAST_A_SECOND:.0f}", accepted >= LEAST_A_SECOND
    )
    yield Figure("relay lag at a steady pace, 99th percentile, s", f"{worst:.2f}", f"{MOST_LAG:.0f}", worst <= MOST_LAG)
    yield Figure("    median, s", f"{lag.middle:.2f}")
    yield Figure("    by the ledger's own stamps, 99th percentile, s", f"{worst_hundredth(lag.by_ledger):.2f}")
    yield Figure("a burst drained, by bare Temporal", f"{quotient:.2f}", f"{LEAST_OVER}", quotient >= LEAST_OVER)
    at_rest = _pairs((one.ours.rest, one.bare.rest) for one in rounds)
    yield Figure("    until the last rests, ours and bare, s", at_rest)
    told = _pairs((one.ours.told, one.bare.told) for one in rounds)
    yield Figure("    until the last is told, ours and bare, s", told)


def _pairs(rounds: Iterable[tuple[float, float]]) -> str:
    return ", ".join(f"{ours:.1f} / {bare:.1f}" for ours, bare in rounds)


def of_count(counted: Counted, untold: Sequence[str] = ()) -> Iterator[Figure]:
    """What was counted from outside."""
    yield Figure("lost", str(len(counted.lost)), "0", not counted.lost)
    yield Figure("applied twice", str(len(counted.twice)), "0", not counted.twice)
    yield Figure("balance equal to a sum computed apart", _yes(counted.is_equal), "yes", counted.is_equal)
    yield Figure("    open by the ledger, EUR", f"{counted.balance / 100:,.2f}")
    yield Figure("    open by the sum apart, EUR", f"{counted.apart / 100:,.2f}")
    yield Figure("cases whose workflow knows otherwise", str(len(untold)), "0", not untold)


def _of_context(found: Found) -> Iterator[Figure]:
    sent, said, answered = found.sent, len(found.said), found.counted.answered
    yield Figure("events answered with 2xx", f"{answered:,}", f"{said:,}", answered == said)
    yield Figure("    sent a second time on purpose", f"{found.plan.repeated:,}")
    yield Figure("    stored before what they need", f"{found.counted.early:,}")
    yield Figure("requests", f"{sent.requests:,}")
    yield Figure("    that met nobody, or broke off", f"{sent.unanswered:,}")
    for status, times in sorted(sent.refused.items()):
        yield Figure(f"    answered with {status}", f"{times:,}")
    yield Figure("after the storm, until all was applied and told, s", f"{found.storm.drained:.0f}")
    for part, busy in found.busy.items():
        yield Figure(f"load average after: {part}", f"{busy:.1f}")


def verdict(figures: Sequence[Figure]) -> tuple[bool, str]:
    """Whether everything was reached, and the last line."""
    missed = [figure.what.strip() for figure in figures if figure.reached is False]
    return not missed, f"FAIL: {'; '.join(missed)}" if missed else "PASS"


def show(found: Found, lines: Sequence[Figure], console: Console) -> None:
    """Print the table, and the first few of every kind of mistake."""
    table = Table(title="The intake held against the world", title_justify="left", box=box.SIMPLE_HEAD)
    table.add_column("", no_wrap=True)
    for heading in ("came", "to reach", ""):
        table.add_column(heading, justify="right")
    for line in lines:
        table.add_row(line.what, line.came, line.goal, line.verdict)
    console.print(table)
    for mistakes in (found.counted.lost, found.counted.twice, found.counted.unequal, found.untold):
        if mistakes:
            console.print(some(mistakes), soft_wrap=True, highlight=False)


def machine() -> str:
    """What it ran on."""
    memory = psutil.virtual_memory().total / 2**30
    return f"{os.cpu_count()} cores, {memory:.0f} GB, {platform.system()}, Python {platform.python_version()}"


def _yes(value: bool) -> str:
    return "yes" if value else "no"
