"""The house as one command uses it: opened from the settings, for one creditor, by one person, at one moment."""

from __future__ import annotations

import datetime as dt
import getpass
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from cobro.cli.mistakes import Mistake
from cobro.clock import MachineClock
from cobro.dunning.parties import Creditor
from cobro.house import House, open_house
from cobro.ledger import queries
from cobro.ledger import tables as t
from cobro.ledger.ledger import Ledger
from cobro.settings import Settings

_EMPTY = "the ledger is empty: bring in a book first, 'python3 starter.py import FILE.csv --creditor FILE.yaml'"


@dataclass(frozen=True)
class Office:
    """Where one command works. `now` is the one moment of everything it records."""

    house: House
    creditor: Creditor
    who: str
    now: dt.datetime

    @property
    def ledger(self) -> Ledger:
        return self.house.ledger

    @property
    def today(self) -> dt.date:
        """The creditor's own day."""
        return self.day(self.now)

    def day(self, at: dt.datetime) -> dt.date:
        """The day of a moment, in the creditor's calendar."""
        return at.astimezone(ZoneInfo(self.creditor.zone)).date()

    @property
    def is_stopped(self) -> bool:
        """Whether nobody of the creditor is contacted."""
        with self.ledger.reading() as session:
            return any(row.stopped_at for row in queries.creditors(session) if row.id == self.creditor.id)

    def invoice(self, number: str) -> t.Invoice:
        """The invoice of that number; a mistake where the ledger has none."""
        with self.ledger.reading() as session:
            found = queries.find_invoice(session, self.creditor.id, number)
        if found is None:
            raise Mistake(f"INVOICE: the ledger has no invoice '{number}' of {self.creditor.id}")
        return found

    def invoices(self, numbers: list[str]) -> list[t.Invoice]:
        """Several invoices in one currency; a mistake for each that the ledger does not have."""
        wrong, found = [], []
        for number in numbers:
            try:
                found.append(self.invoice(number))
            except Mistake as mistake:
                wrong.append(str(mistake))
        if wrong:
            raise Mistake(*wrong)
        currencies = sorted({invoice.currency for invoice in found})
        if len(currencies) > 1:
            raise Mistake(f"INVOICE: expected invoices in one currency, got {' and '.join(currencies)}")
        return found


@contextmanager
def open_office(creditor: str | None, who: str | None = None) -> Iterator[Office]:
    """Open the house for one command, and close it after."""
    with opened_house() as house:
        yield Office(house, _creditor(house.ledger, creditor), login(who), MachineClock().now())


@contextmanager
def opened_house() -> Iterator[House]:
    """The house that the settings ask for."""
    house = open_house(Settings())
    try:
        yield house
    finally:
        house.close()


def login(who: str | None) -> str:
    """Who acts: as said with `--as`, else the login of whoever runs the command."""
    if who is not None:
        return who
    try:
        return getpass.getuser()[:100]
    except (OSError, KeyError, ImportError):
        # A container may run under a number that has no name.
        return f"uid-{os.getuid()}" if hasattr(os, "getuid") else "unknown"


def _creditor(ledger: Ledger, wanted: str | None) -> Creditor:
    with ledger.reading() as session:
        known = {row.id: row for row in queries.creditors(session)}
    if not known:
        raise Mistake(_EMPTY)
    if wanted is None and len(known) > 1:
        raise Mistake(f"--creditor: expected one of {', '.join(known)}, for the ledger has several")
    if wanted is not None and wanted not in known:
        raise Mistake(f"--creditor: expected one of {', '.join(known)}, got '{wanted}'")
    return (known[wanted] if wanted else next(iter(known.values()))).value
