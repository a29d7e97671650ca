"""What was found: a table, and one line that says pass or fail."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich import box
from rich.console import Console
from rich.table import Table

from bench.faults.book import Meanwhile
from bench.faults.counting import Row
from bench.faults.experiment import Done, Size

HEADINGS = ("met", "due", "accepted", "lost", "duplicated", "after payment", "unresolved")
_WHAT = {
    Meanwhile.NOTHING: "",
    Meanwhile.PAYMENT: "a payment at that point",
    Meanwhile.STOP: "`stop` at that point",
}
_SOME = 5


@dataclass(frozen=True)
class Found:
    """Everything that was done, in how many minutes."""

    size: Size
    done: Sequence[Done]
    minutes: float

    def lines(self) -> Iterator[tuple[Done, Row, tuple[str, ...]]]:
        """Each row with its cells: what was done, and the figures under `HEADINGS`."""
        for done in self.done:
            for row in done.rows:
                what = _WHAT[row.meanwhile] or done.fault.title
                figures = (
                    row.struck,
                    row.due,
                    row.accepted,
                    len(row.lost),
                    len(row.duplicated),
                    len(row.after),
                    row.unresolved,
                )
                yield done, row, (what, *(f"{figure:,}" for figure in figures))

    def missed(self) -> list[str]:
        """Everything that is not as it has to be, with where; empty where all is well."""
        found = []
        for done in self.done:
            if done.unrest:
                found.append(f"{done.fault.title}: did not come to rest ({done.unrest})")
            for row in done.rows:
                where = f"{done.fault.title}{', ' if row.meanwhile else ''}{row.meanwhile.value}"
                found += [f"{where}: {what}" for what in row.missed()]
        if any(done.fault.unclaimed for done in self.done):
            seen = any(row.duplicated for done in self.done if done.fault.unclaimed for row in done.rows)
            found += [] if seen else ["what was made to fail did not: the experiment cannot see a duplicate"]
        return found


def verdict(found: Found) -> tuple[bool, str]:
    """Whether everything was reached, and the last line."""
    missed = found.missed()
    return not missed, f"fail: {'; '.join(missed)}" if missed else "pass"


def show(found: Found, console: Console) -> None:
    """Print the table, and the first few customers of every mistake."""
    table = Table(title="What reached people while everything went wrong", title_justify="left", box=box.SIMPLE_HEAD)
    table.add_column("", no_wrap=True)
    for heading in HEADINGS:
        table.add_column(heading, justify="right")
    for _, row, cells in found.lines():
        table.add_row(f"  {cells[0]}" if row.meanwhile else cells[0], *cells[1:])
    console.print(table)
    for done, row, _ in found.lines():
        for what, refs in (("lost", row.lost), ("duplicated", row.duplicated), ("after payment", row.after)):
            if refs and not done.fault.unclaimed:
                where = f"{done.fault.key} {row.meanwhile.value}".strip()
                console.print(f"{where}: {what}: {', '.join(refs[:_SOME])}", soft_wrap=True, highlight=False)


def machine() -> str:
    """What it ran on."""
    return f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
