"""The command."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path

from bench.faults.experiment import Size
from bench.faults.fault import FAULTS
from bench.faults.laboratory import run


def main() -> None:
    p = argparse.ArgumentParser()
    p.add_argument("--customers", type=int, default=200)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--only", nargs="*")
    p.add_argument("--folder")
    p.add_argument("--side", type=int, default=4)
    g = p.parse_args()
    faults = [f for f in FAULTS if not g.only or f.key in g.only]
    t0 = time.time()
    folder = Path(g.folder or tempfile.mkdtemp(prefix="cobro-faults-"))

    def tell(done):
        print(
            f"{time.time() - t0:.0f}s",
            done.fault.key,
            f"{done.seconds:.0f}s strokes={done.strokes} unrest={done.unrest!r}",
        )
        for r in done.rows:
            print(
                "   ",
                r.meanwhile or "-",
                "cust",
                r.customers,
                "struck",
                r.struck,
                "due",
                r.due,
                "acc",
                r.accepted,
                "lost",
                r.lost,
                "dup",
                r.duplicated,
                "after",
                r.after,
                "unres",
                r.unresolved,
                r.texts_unresolved,
                r.missed(),
            )
        sys.stdout.flush()

    asyncio.run(run(faults, Size(customers=g.customers, seed=g.seed), folder, tell, g.side))
    print(folder)
