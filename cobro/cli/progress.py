"""How far something long has come: a bar on a terminal; of a rehearsal, a line for each week in a pipe."""

from __future__ import annotations

import datetime as dt
import sys
from types import TracebackType
from typing import Self

from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as Bar

from cobro.cli.screen import console, say
from cobro.house import House
from cobro.ledger import queries

_WEEK = 7


_MANY = 1000
"""So many rows are worth a bar."""


class Counting:
    """A bar for a long file on a terminal; nothing for a short one, in a pipe, or where a program reads."""

    def __init__(self, what: str, count: int | None, *, quiet: bool = False) -> None:
        self._what = what
        self._done = 0
        self._bar: Bar | None = None
        self._silent = quiet or not sys.stdout.isatty()
        self._count = count

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def one(self) -> None:
        """One more is done."""
        self.at(self._done + 1, self._count or 0)

    def at(self, done: int, of: int) -> None:
        """So many of so many are done."""
        self._done = done
        if self._silent or of < _MANY:
            return
        if self._bar is None:
            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("rows"))
            self._bar = Bar(*columns, console=console())
            self._task = self._bar.add_task(self._what, total=of)
            self._bar.start()
        self._bar.update(self._task, completed=done)


class Progress:
    """Told of each day that was lived through."""

    def __init__(self, days: int, *, quiet: bool = False) -> None:
        self._days = days
        self._lived = 0
        self._quiet = quiet
        self._bar: Bar | None = None
        if not quiet and sys.stdout.isatty():
            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("days"))
            self._bar = Bar(*columns, TextColumn("{task.fields[counts]}"), console=console())
            self._task = self._bar.add_task("starting", total=days, counts="")

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._bar.start()
        elif not self._quiet:
            say(f"Living through {self._days} days on a virtual calendar")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def day(self, day: dt.date, house: House) -> None:
        """A day is over."""
        self._lived += 1
        if self._quiet:
            return
        if self._bar is not None:
            self._bar.update(self._task, completed=self._lived, description=f"{day:%a %d %b %Y}", counts=_counts(house))
        elif self._lived % _WEEK == 0 or self._lived == self._days:
            say(f"  {day:%a %d %b %Y}  {_counts(house)}")


def _counts(house: House) -> str:
    with house.ledger.reading() as session:
        done = queries.so_far(session)
    return f"messages {done.messages}, calls {done.calls}, endings {sum(done.endings.values())}"
