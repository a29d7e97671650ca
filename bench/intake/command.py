"""The command: hold the intake against the world, print what came, and say pass or fail."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from dataclasses import fields, replace
from pathlib import Path

from rich.console import Console

from bench.intake.measuring import Size, measure
from bench.intake.page import page
from bench.intake.report import figures, show, verdict
from bench.intake.tampering import Tampering, tamper

_QUICK = Size(cases=100, events=500, lag=40, burst=20, rounds=1)


def main() -> None:
    """Read the arguments, and do it."""
    parser = argparse.ArgumentParser(prog="python -m bench.intake", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a look: 100 cases, 500 events")
    parser.add_argument("--huge", action="store_true", help="a book of 10,000 cases")
    for field in fields(Size):
        kind = type(field.default)
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=kind, help=f"({field.default})")
    parser.add_argument("--tamper", type=Tampering, choices=list(Tampering), help="change the ledger before the count")
    parser.add_argument("--page", type=Path, metavar="PATH", help="write the page of figures there")
    given = parser.parse_args()
    size = _QUICK if given.quick else Size(cases=10_000, patience=1_800.0) if given.huge else Size()
    said = {field.name: getattr(given, field.name) for field in fields(Size)}
    size = replace(size, **{name: value for name, value in said.items() if value is not None})
    console = Console(width=None if sys.stdout.isatty() else 120)
    with tempfile.TemporaryDirectory(prefix="cobro-load-") as folder:
        with console.status("starting") as status:
            found = asyncio.run(measure(size, Path(folder), status.update))
        if given.tamper:
            console.print(f"{tamper(Path(folder), given.tamper)} was {given.tamper.value} behind the ledger's back")
            found.counted = found.count(Path(folder))
    lines = figures(found)
    show(found, lines, console)
    passed, last = verdict(lines)
    if given.page:
        given.page.write_text(page(found, lines, last), encoding="utf-8")
    print(last)
    sys.exit(0 if passed else 1)
