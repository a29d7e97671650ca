"""The command: make everything go wrong, print what reached people all the same, and say pass or fail."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console

from bench.faults.experiment import Done, Size
from bench.faults.fault import FAULTS
from bench.faults.laboratory import SIDE_BY_SIDE, run
from bench.faults.page import page
from bench.faults.report import Found, show, verdict
from cobro.running import hush_engine

_FEWEST = 4
"""Two by each way, of whom the fault meets one."""


def main() -> None:
    """Read the arguments, and do it."""
    parser = argparse.ArgumentParser(prog="python -m bench.faults", description=__doc__)
    parser.add_argument("--customers", type=int, default=Size.customers, metavar="N", help="a row (%(default)s)")
    parser.add_argument("--seed", type=int, default=Size.seed, metavar="N", help="(%(default)s)")
    keys = [fault.key for fault in FAULTS]
    parser.add_argument("--only", nargs="+", choices=keys, metavar="FAULT", help=", ".join(keys))
    parser.add_argument(
        "--side-by-side", type=int, default=SIDE_BY_SIDE, metavar="N", help="experiments at once (%(default)s)"
    )
    parser.add_argument("--page", type=Path, metavar="PATH", help="write the page of figures there")
    given = parser.parse_args()
    if given.customers < _FEWEST:
        parser.error(f"--customers: expected {_FEWEST} or more, got {given.customers}")
    faults = [fault for fault in FAULTS if given.only is None or fault.key in given.only]
    size = Size(customers=given.customers, seed=given.seed)
    console = Console(width=None if sys.stdout.isatty() else 150)
    hush_engine()
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="cobro-faults-") as folder, console.status("starting") as status:

        def tell(done: Done) -> None:
            status.update(f"{done.fault.title}: done after {done.seconds:.0f} s")

        all_done = asyncio.run(run(faults, size, Path(folder), tell, given.side_by_side))
    found = Found(size, all_done, (time.monotonic() - began) / 60)
    show(found, console)
    passed, last = verdict(found)
    if given.page:
        given.page.write_text(page(found, last), encoding="utf-8")
    print(last)
    sys.exit(0 if passed else 1)
