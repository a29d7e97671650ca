"""What a person sees: lines and tables. Or, for a program, one JSON document and nothing else."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Any

import typer
from pydantic import BaseModel
from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from cobro.cli.mistakes import printable
from cobro.dunning.money import Money

_PIPE_WIDTH = 200
_BETWEEN = 3
"""The space that a column takes besides its words."""
_LONGEST_WORD = 40


def say(line: str = "") -> None:
    """One line for a person."""
    typer.echo(printable(line))


def complain(line: str) -> None:
    """One line about something that went wrong."""
    typer.echo(printable(line), err=True)


def print_json(value: object) -> None:
    """The one document of `--json`."""
    typer.echo(json.dumps(plain(value), indent=2, ensure_ascii=False))


def plain(value: object) -> Any:
    """A value as JSON knows it: amounts with their currency, moments and days in ISO 8601."""
    match value:
        case Money():
            return {"amount": str(value.amount), "currency": value.currency}
        case BaseModel():
            return value.model_dump(mode="json")
        case Enum():
            return value.value
        case dt.date():
            return value.isoformat()
        case Mapping():
            return {str(key): plain(inner) for key, inner in value.items()}
        case list() | tuple() | set():
            return [plain(inner) for inner in value]
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
        case _:
            return value


def show_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table under a title; amounts stand to the right. Where the terminal is too narrow for it, a list instead: an
    id or an amount that is broken in two can be neither read nor copied."""
    body = [list(row) for row in rows]
    cells = [[_cell(value) for value in row] for row in body]
    by_column = list(zip(map(Text, columns), *cells, strict=True))
    lines = [max(map(_longest_line, column)) for column in by_column]
    # The first column is what a row is known by, a moment for instance: it is never broken.
    words = [*lines[:1], *(max(map(_longest_word, column)) for column in by_column[1:])]
    out = console()
    room = out.width - _BETWEEN * len(columns)
    if room < sum(words):
        _show_list(out, title, columns, cells)
        return
    widths = _widths(words, lines, room)
    table = Table(title=title or None, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False)
    for at, column in enumerate(columns):
        amounts = any(isinstance(row[at], Money) for row in body)
        table.add_column(column, justify="right" if amounts else "left", width=widths[at], overflow="fold")
    for row in cells:
        table.add_row(*row)
    out.print(table)


def _show_list(out: Console, title: str, columns: Sequence[str], rows: Iterable[Sequence[Text]]) -> None:
    if title:
        out.print(Text(title, style="bold"))
    for row in rows:
        said = [(column, cell) for column, cell in zip(columns, row, strict=True) if cell.plain]
        out.print()
        for at, (column, cell) in enumerate(said):
            out.print(Text.assemble("  " if at else "", f"{column}: ", cell), overflow="fold")
    out.print()


def _longest_word(text: Text) -> int:
    # What is longer has to be broken on any terminal.
    return min(max((cell_len(word) for word in text.plain.split()), default=0), _LONGEST_WORD)


def _widths(least: Sequence[int], wanted: Sequence[int], room: int) -> list[int]:
    """What each column gets: the widest give way first, and none below its least, for which there is room.

    Rich by itself crops the last columns where its own way of giving way meets a least.
    """
    widths = [min(one, max(room, least[at])) for at, one in enumerate(wanted)]
    while sum(widths) > room:
        widest = max((at for at, one in enumerate(widths) if one > least[at]), key=widths.__getitem__)
        widths[widest] -= 1
    return widths


def _longest_line(text: Text) -> int:
    return max((cell_len(line) for line in text.plain.split("\n")), default=0)


def _cell(value: object) -> Text:
    return Text("\n".join(printable(line) for line in ("" if value is None else str(value)).split("\n")))


def console() -> Console:
    """The terminal, or wide lines where the output goes into a pipe or a file."""
    return Console(width=None if sys.stdout.isatty() else _PIPE_WIDTH, highlight=False)


def moment(at: dt.datetime | None) -> str:
    """A moment in the time zone it carries, for a person."""
    return f"{at:%a %d %b %Y %H:%M}" if at else ""
