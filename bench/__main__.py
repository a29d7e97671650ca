"""`python -m bench`: count the lives, compare the load, print the table, write the JSON file."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from bench.bare_cases import BareCases, serving_bare
from bench.cases import serving
from bench.latency import payment_to_ending
from bench.lives import BY_SIGNAL, FIVE, FULL, HALF, LATE, MILESTONES, SHORT, UNREACHED, count_bare, count_life
from bench.load import Pair, Progress, bare_side, compare, grow, idle_cpu, our_side
from bench.report import Found, show, write
from bench.shape import Shape
from cobro.server import own_server

_RESULTS = Path(__file__).parent / "results" / "latest.json"
_PARTS = ("lives", "load", "five", "growth", "latency")
_COMPARED = (FULL, SHORT, FIVE)
_SMALL, _BIG, _HUGE = 200, 1_000, 10_000


@dataclass(frozen=True, slots=True)
class Plan:
    """What is measured: which parts, how many cases and rounds of the loads, which books, how many payments."""

    parts: Sequence[str]
    cases: int
    rounds: int
    books: Sequence[int]
    payments: int


async def measure(plan: Plan, folder: Path, progress: Progress) -> Found:
    """Measure on servers of our own, in memory, with what is left in a folder."""
    began = time.monotonic()
    found = Found(plan.cases)
    async with (
        own_server(skipping=True) as server,
        serving(server.client, folder / "cases") as ours,
        serving_bare(server.client),
    ):
        titles = [FULL, SHORT, FIVE, HALF, *((UNREACHED, LATE, BY_SIGNAL) if "lives" in plan.parts else ())]
        lives = {}
        for title in titles:
            progress(f"counting: {title}")
            lives[title] = await count_life(ours, title)
        if "lives" in plan.parts:
            found.lives = {title: lived for title, lived in lives.items() if title != HALF}
            for k, title in enumerate(_COMPARED):
                bare = BareCases(server.client, lives[title].shape, f"counted-{k}")
                found.bare_lives[title] = await count_bare(bare)
        found.idle = await idle_cpu(server.pid)
        mine = our_side(ours, server.pid)
        if "load" in plan.parts:
            theirs = bare_side(BareCases(server.client, lives[FULL].shape, "load"), server.pid)
            found.load = await compare(mine, theirs, "load", plan.cases, plan.rounds, progress)
        if "five" in plan.parts:
            theirs = bare_side(BareCases(server.client, lives[FIVE].shape, "five"), server.pid)
            found.five = await compare(mine, theirs, "five", plan.cases, plan.rounds, progress, each=5)
        if "latency" in plan.parts:
            short = BareCases(server.client, lives[SHORT].shape, "latency")
            found.latency = await payment_to_ending(ours, short, plan.payments, progress)
    if "growth" in plan.parts:
        for size in plan.books:
            found.growth[size] = await _grow(lives[HALF].shape, size, folder / f"book-{size}", progress)
    # Python sometimes aborts when it leaves right after the SDK's last work.
    await asyncio.sleep(0.2)
    found.minutes = (time.monotonic() - began) / 60
    return found


async def _grow(shape: Shape, size: int, folder: Path, progress: Progress) -> Pair:
    async with (
        own_server(skipping=True) as one,
        own_server(skipping=True) as other,
        serving(one.client, folder) as ours,
        serving_bare(other.client),
    ):
        mine = our_side(ours, one.pid, MILESTONES[HALF])
        theirs = bare_side(BareCases(other.client, shape, "growth"), other.pid)
        return await grow(mine, theirs, size, progress)


def main() -> None:
    """Read the arguments, and do it."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--cases", type=int, default=40, help="cases on each side in a round (40)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds, each with both sides (5)")
    parser.add_argument("--only", choices=_PARTS, action="append", help="measure this only; may be repeated")
    parser.add_argument("--huge", action="store_true", help="growth up to 10,000 cases: an hour or two more")
    parser.add_argument("--quick", action="store_true", help="one round of ten cases, books of 20 and 100")
    parser.add_argument("--json", type=Path, default=_RESULTS, metavar="PATH", help="where the figures are written")
    given = parser.parse_args()
    # A workflow's module is loaded for each of its runs. Whoever installs it has it compiled.
    sys.dont_write_bytecode = False
    quick = given.quick
    books = [20, 100] if quick else [_SMALL, _BIG, *([_HUGE] if given.huge else [])]
    plan = Plan(
        parts=given.only or _PARTS,
        # Customers of five have five each.
        cases=10 if quick else -(-max(1, given.cases) // 5) * 5,
        rounds=1 if quick else max(1, given.rounds),
        books=books,
        payments=20 if quick else 100,
    )
    console = Console(width=None if sys.stdout.isatty() else 100)
    with tempfile.TemporaryDirectory(prefix="cobro-bench-") as folder, console.status("starting") as status:
        found = asyncio.run(measure(plan, Path(folder), status.update))
    show(found, console)
    write(found, given.json)
    console.print(f"\nEvery figure: {given.json}", soft_wrap=True, highlight=False)


if __name__ == "__main__":
    main()
