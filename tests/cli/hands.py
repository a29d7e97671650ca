"""An operator's hands on a home of their own: commands as they are typed, and what they leave in the ledger."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from typer.testing import CliRunner, Result

from cobro.cli.app import app
from cobro.dunning.move import Role
from cobro.house import House, open_house
from cobro.ledger import desk
from cobro.ledger import tables as t
from cobro.ledger.case import latest_episode, load
from cobro.ledger.work import Work
from cobro.rulebook import Rulebook
from cobro.settings import ROOT, Settings
from tests.intake.sample import as_file, book_text, row

CREDITOR_FILE = ROOT / "examples" / "creditor.yaml"
CREDITOR = "talleres-ebro"
TODAY = dt.datetime.now(ZoneInfo("Europe/Madrid")).date()


def in_days(count: int) -> str:
    """A day from today on, as it is typed."""
    return (TODAY + dt.timedelta(days=count)).isoformat()


def overdue_row(invoice: str = "F1", **cells: str) -> dict[str, str]:
    """A row of a book whose invoice has been due for some days."""
    return row(**{"invoice": invoice, "issued": in_days(-40), "due": in_days(-10), **cells})


def clean_environment() -> dict[str, str]:
    """The environment without anything that sets up this house or Temporal."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("COBRO_", "TEMPORAL_"))}


class Hands:
    """Types commands. Every one of them is a process's worth of work on the same home."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        ours = {name: None for name in os.environ if name.startswith(("COBRO_", "TEMPORAL_"))}
        self._runner = CliRunner(env={**ours, "COBRO_HOME": str(self.home)})

    @property
    def environment(self) -> dict[str, str]:
        """For a process of its own on the same home."""
        # A digest in the outbox would depend on the hour at which the tests run.
        ours = {"COBRO_HOME": str(self.home), "COBRO_DIGESTS": "off"}
        return {**clean_environment(), **ours, "PYTHONUNBUFFERED": "1"}

    def type(self, *words: str, answers: str | None = None, **environment: str) -> Result:
        """Type one command, and what it asks for."""
        return self._runner.invoke(app, list(words), input=answers, env=environment)

    def done(self, *words: str) -> str:
        """Type a command that has to succeed; what it says."""
        result = self.type(*words)
        assert result.exit_code == 0, result.output
        assert result.stderr == ""
        return result.stdout

    def read(self, *words: str) -> Any:
        """The JSON document of a command that has to succeed."""
        return json.loads(self.done(*words, "--json"))

    def book(self, *rows: dict[str, str], name: str = "book.csv") -> Path:
        """A book in a file."""
        return as_file(self.folder, book_text(*rows), name)

    def bring_in(self, *rows: dict[str, str]) -> None:
        """Import a book with the example's creditor."""
        self.done("import", str(self.book(*rows)), "--creditor", str(CREDITOR_FILE))

    @contextmanager
    def house(self) -> Iterator[House]:
        """The house as a worker has it."""
        house = open_house(Settings(home=self.home))
        try:
            yield house
        finally:
            house.close()

    def put_on_desk(self, kind: t.TaskKind, *numbers: str, due: int = 3) -> int:
        """Open a task about invoices of one customer, due so many days from today; its number."""
        with self.house() as house, house.ledger.writing() as session:
            work = Work(session, Rulebook(house.settings.policies), dt.datetime.now(dt.UTC), "tests")
            for number in numbers:
                invoice = session.scalars(select(t.Invoice).where(t.Invoice.number == number)).one()
                case = load(work, latest_episode(session, invoice.id))
                day = TODAY + dt.timedelta(days=due)
                task = desk.open_task(work, [case], kind, "ask why", due=day, role=Role.JUNIOR)
            return task.id

    def everything(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every row of every table of the ledger."""
        with self.house() as house, house.ledger.reading() as session:
            return {
                table.name: [tuple(row) for row in session.execute(select(table).order_by(*table.primary_key))]
                for table in t.Base.metadata.sorted_tables
            }


def starter(*words: str) -> list[str]:
    """The same command as a process of its own."""
    return [sys.executable, str(ROOT / "starter.py"), *words]
