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
from rich.console import Console
from rich.table import Table
from rich.text import Text

from cobro.cli.mistakes import printable
from cobro.dunning.money import Money

_PIPE_WIDTH = 200


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
    """A table under a title; amounts stand to the right."""
    table = Table(title=title or None, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False)
    body = [list(row) for row in rows]
    for at, column in enumerate(columns):
        amounts = any(isinstance(row[at], Money) for row in body)
        table.add_column(column, justify="right" if amounts else "left", no_wrap=at == 0, overflow="fold")
    for row in body:
        table.add_row(*(_cell(cell) for cell in row))
    console().print(table)


def _cell(value: object) -> Text:
    return Text("\n".join(printable(line) for line in ("" if value is None else str(value)).split("\n")))


def console() -> Console:
    """The terminal, or wide lines where the output goes into a pipe or a file."""
    return Console(width=None if sys.stdout.isatty() else _PIPE_WIDTH, highlight=False)


def moment(at: dt.datetime | None) -> str:
    """A moment in the time zone it carries, for a person."""
    return f"{at:%a %d %b %Y %H:%M}" if at else ""
