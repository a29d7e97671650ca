"""`python -m bench`: count the lives, compare the load, print the table, write the JSON file."""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from pathlib import Path
from typing import Any

from rich.console import Console

from bench.bare_cases import serving_bare
from bench.cases import serving
from bench.counting import cost_of
from bench.lives import count_lives, full_shape, waits
from bench.load import compare, idle_cpu
from bench.report import figures, show, write
from cobro.server import own_server

_RESULTS = Path(__file__).parent / "results" / "latest.json"


async def measure(cases: int, rounds: int, console: Console) -> dict[str, Any]:
    """Measure everything on a server of our own, in memory, and in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="cobro-bench-") as folder, console.status("starting") as status:
        async with own_server(skipping=True) as server, serving(server.client, Path(folder)) as ours:
            status.update("counting lives")
            costs = await count_lives(ours)
            async with serving_bare(server.client, await full_shape(ours)) as bare:
                await bare.bring_in(["full"])
                await waits(bare.handle("full"))
                await bare.live("full")
                cost = await cost_of(bare.handle("full"))
                idle = await idle_cpu(server.pid)
                pairs = await compare(ours, bare, server.pid, cases, rounds, status.update)
    # Python sometimes aborts when it leaves right after the SDK's last work.
    await asyncio.sleep(0.2)
    return figures(costs, cost, pairs, cases, idle)


def main() -> None:
    """Read the arguments, and do it."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--cases", type=int, default=60, help="cases on each side in a round")
    parser.add_argument("--rounds", type=int, default=3, help="rounds, each with both sides")
    parser.add_argument("--quick", action="store_true", help="one round of ten cases")
    parser.add_argument("--json", type=Path, default=_RESULTS, metavar="PATH", help="where the figures are written")
    given = parser.parse_args()
    cases, rounds = (10, 1) if given.quick else (max(1, given.cases), max(1, given.rounds))
    console = Console()
    found = asyncio.run(measure(cases, rounds, console))
    show(found, console)
    write(found, given.json)
    console.print(f"\nEvery figure: {given.json}", soft_wrap=True, highlight=False)


if __name__ == "__main__":
    main()
