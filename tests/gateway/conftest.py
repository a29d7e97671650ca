"""A gateway on a ledger with one creditor, whose customers C-1 and C-2 owe F-1 and F-2, 100 EUR each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from cobro.ledger.database import Database
from cobro.ledger.ledger import Ledger
from cobro.settings import Settings
from tests.conftest import _empty
from tests.gateway.served import Served, served
from tests.ledger.builders import CREDITOR, IMPORTED, at, book, customer, invoice

on_both = pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
"""For tests in which the database has a part; the others run on SQLite."""


class HandClock:
    """A clock that a test moves."""

    shift = dt.timedelta(0)

    def __init__(self, moment: dt.datetime) -> None:
        self.moment = moment

    def now(self) -> dt.datetime:
        return self.moment

    def move(self, seconds: float) -> None:
        self.moment += dt.timedelta(seconds=seconds)


@pytest.fixture
def clock() -> HandClock:
    return HandClock(at("2026-03-10 09:00"))


@pytest.fixture
def database(request: pytest.FixtureRequest) -> Database:
    """A migrated database without a row: SQLite, unless a test says otherwise."""
    found = request.getfixturevalue(f"{getattr(request, 'param', 'sqlite')}_ledger")
    assert isinstance(found, Database)
    _empty(found)
    return found


Open = Callable[..., Served]


@pytest.fixture
def opened(ledger: Ledger, clock: HandClock) -> Iterator[Open]:
    """Opens a gateway with settings of the test's own."""
    ledger.register_creditor(CREDITOR, at(IMPORTED), who="tests")
    customers = (customer("C-1"), customer("C-2", phone="+34976000222"))
    ledger.register_book(book(invoice("F-1"), invoice("F-2", "C-2"), customers=customers), at(IMPORTED), who="tests")
    with ExitStack() as stack:

        def open_gateway(**settings: Any) -> Served:
            return stack.enter_context(served(ledger, Settings(**settings), clock))

        yield open_gateway


@pytest.fixture
def gateway(opened: Open) -> Served:
    return opened()
