"""The table: one row for each figure, with the most that it may be and whether it is no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Any

from rich import box
from rich.table import Table

from bench.counting import Cost
from bench.latency import Latency
from bench.lives import FIVE, FULL, SHORT, Lived
from bench.load import Pair, Spent

MOST = {FULL: {"actions": 17, "events": 90, "bytes": 12 * 1024}, SHORT: {"actions": 5}}
"""The most that a life may cost."""
MOST_CPU, MOST_CPU_OF_FIVE, MOST_GROWTH = 1.6, 1.25, 1.1
"""The most CPU of ours for each second of bare Temporal's, and the most that this may grow with the book."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of ours, bare Temporal's, and the one divided by the other.

    `most` is the goal for `ours`, `most_over` the goal for `over`; a row has one of them, or none.
    """

    section: str
    what: str
    ours: float | None = None
    bare: float | None = None
    over: float | None = None
    most: int | None = None
    most_over: float | None = None
    digits: int = 0

    @property
    def reached(self) -> bool | None:
        """Whether the goal is reached; None where there is none."""
        if self.most is not None and self.ours is not None:
            return self.ours <= self.most
        if self.most_over is not None and self.over is not None:
            return self.over <= self.most_over
        return None

    def as_json(self) -> dict[str, Any]:
        goal = self.most if self.most is not None else self.most_over
        return {
            "section": self.section,
            "what": self.what,
            "ours": self.ours,
            "bare": self.bare,
            "ours_over_bare": self.over,
            "to_reach": goal,
            "reached": self.reached,
        }

    def cells(self) -> tuple[str, ...]:
        goal = f"{self.most:,} " if self.most is not None else "" if self.most_over is None else f"{self.most_over} "
        return (
            f"  {self.what}",
            *("" if value is None else f"{value:,.{self.digits}f}" for value in (self.ours, self.bare)),
            "" if self.over is None else f"{self.over:.2f}",
            goal + {None: "", True: "reached", False: "missed"}[self.reached],
        )


def of_lives(lives: Mapping[str, Lived], bare: Mapping[str, Cost]) -> Iterator[Row]:
    """What the histories of single lives say."""
    for title, lived in lives.items():
        other = bare.get(title)
        for what in ("actions", "events", "bytes"):
            ours, theirs = getattr(lived.cost, what), getattr(other, what) if other else None
            yield Row(title, what, ours, theirs, ours / theirs if theirs else None, MOST.get(title, {}).get(what))


def of_messages(lives: Mapping[str, Lived]) -> Iterator[Row]:
    """Merging: how many messages a customer gets for one invoice and for five."""
    for title, invoices in ((FULL, 1), (FIVE, 5)):
        messages = lives[title].messages
        yield Row("messages", f"to a customer with {invoices} due on one day", messages)
        yield Row("messages", "    for each invoice", messages / invoices, digits=1)


def of_load(section: str, pairs: Sequence[Pair], cases: int, milestones: int, most: float | None) -> Iterator[Row]:
    """What many lives at once cost: medians of the rounds, and the median of each round's quotient."""
    yield _row(section, "CPU of all processes, ms a case", pairs, lambda one: 1000 * one.cpu / cases, most_over=most)
    yield _row(section, "    workers and driver", pairs, lambda one: 1000 * one.process / cases)
    yield _row(section, "    server", pairs, lambda one: 1000 * one.server / cases)
    yield _row(section, "wall time, s", pairs, lambda one: one.wall, digits=1)
    yield _row(section, "cases started a second", pairs, lambda one: cases / one.starting)
    yield _row(section, "milestones a second", pairs, lambda one: milestones * cases / (one.wall - one.starting))


def of_growth(grown: Mapping[int, Pair]) -> Iterator[Row]:
    """What a case costs in a book of each size, and how much dearer ours gets from the smallest size on."""
    over = {size: pair.ours.cpu / pair.bare.cpu for size, pair in grown.items()}
    smallest = min(grown)
    for size, pair in grown.items():
        ours, bare = 1000 * pair.ours.cpu / size, 1000 * pair.bare.cpu / size
        yield Row("growth", f"CPU, book of {size:,}, ms a case", ours, bare, over[size])
        if size != smallest:
            what = f"    its quotient, by that of {smallest:,}"
            yield Row("growth", what, over=over[size] / over[smallest], most_over=MOST_GROWTH)


def of_latency(latency: Latency) -> Iterator[Row]:
    """From a payment's record to the end of its case."""
    bare = latency.bare
    for told, times in (("relay told", latency.told), ("relay polls", latency.polled)):
        for what, figure in (("median", median), ("99th percentile", _ninety_ninth)):
            ours, theirs = 1000 * figure(times), 1000 * figure(bare)
            yield Row("payment to ending, ms", f"{told}, {what}", ours, theirs, ours / theirs)


def table(rows: Sequence[Row]) -> Table:
    """For people."""
    drawn = Table(title="What a case costs", title_justify="left", box=box.SIMPLE_HEAD)
    drawn.add_column("", no_wrap=True)
    for heading in ("ours", "bare", "ours / bare", "to reach"):
        drawn.add_column(heading, justify="right", no_wrap=True)
    section = ""
    for row in rows:
        if row.section != section:
            drawn.add_section()
            drawn.add_row(f"[bold]{row.section}[/]")
            section = row.section
        drawn.add_row(*row.cells())
    return drawn


def _row(
    section: str,
    what: str,
    pairs: Sequence[Pair],
    figure: Callable[[Spent], float],
    *,
    most_over: float | None = None,
    digits: int = 0,
) -> Row:
    return Row(
        section,
        what,
        median(figure(pair.ours) for pair in pairs),
        median(figure(pair.bare) for pair in pairs),
        median(figure(pair.ours) / figure(pair.bare) for pair in pairs),
        most_over=most_over,
        digits=digits,
    )


def _ninety_ninth(times: Sequence[float]) -> float:
    return quantiles(times, n=100, method="inclusive")[98]
