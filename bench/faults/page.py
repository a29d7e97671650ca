"""`docs/faults.md`: the table of one run, what each row does, and what is simulated."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

from bench.faults.fault import Does
from bench.faults.report import HEADINGS, Found, machine
from bench.faults.tries import GRACE, ONE_TRY, SILENCE

_WIDTH = 120
_TEMPLATE = Path(__file__).with_name("page.md")
_BLOWS = {
    Does.KILL_WORKER: "workers killed",
    Does.KILL_SERVER: "servers killed",
    Does.LOCK: "locks",
    Does.FILL: "times full",
    Does.TAKE_AWAY: "times away",
    Does.BE_DOWN: "mornings",
}


def page(found: Found, last: str) -> str:
    """The page."""
    return _TEMPLATE.read_text(encoding="utf-8").format(
        machine=machine(),
        minutes=found.minutes,
        seed=found.size.seed,
        customers=found.size.customers,
        long_lock=found.size.long_lock,
        one_try=ONE_TRY.total_seconds(),
        grace=GRACE.total_seconds(),
        silence=SILENCE,
        table="\n".join(_table(found)),
        faults="\n".join(_faults(found)),
        last=last,
    )


def _table(found: Found) -> Iterator[str]:
    yield f"| | {' | '.join(HEADINGS)} |"
    yield f"| --- |{' ---: |' * len(HEADINGS)}"
    for _, row, (what, *figures) in found.lines():
        what = f"&emsp;{what}" if row.meanwhile else f"**{what}**"
        yield f"| {what} | {' | '.join(figures)} |"


def _faults(found: Found) -> Iterator[str]:
    for done in found.done:
        blows = _BLOWS.get(done.fault.does)
        count = f" ({blows}: {done.strokes})" if blows else ""
        said = f"- **{done.fault.title[0].upper()}{done.fault.title[1:]}**: {done.fault.what}{count}."
        yield textwrap.fill(said, _WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
