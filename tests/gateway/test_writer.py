"""Storing together: one commit for many, each answered for itself, and no failure that is another's."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy.exc import OperationalError

from cobro.dunning.answer import Answer
from cobro.ledger.database import Database
from cobro.ledger.ledger import Ledger
from cobro.ledger.receiving import Arrival
from cobro.rulebook import Rulebook
from cobro.settings import Settings
from tests.conftest import POLICIES
from tests.gateway.conftest import HandClock, on_both
from tests.gateway.served import Served, served
from tests.ledger.builders import CREDITOR, IMPORTED, at

_MANY = 40


class Hindered(Ledger):
    """Stores nothing until it may, and fails where it finds an event of that id."""

    def __init__(self, database: Database) -> None:
        super().__init__(database, Rulebook(POLICIES))
        self.may = threading.Event()
        self.fails: dict[str, Exception] = {}
        self.together: list[int] = []

    def receive(self, arrivals: Sequence[Arrival], now: dt.datetime, *, who: str, source: str) -> list[Answer]:
        self.may.wait(30)
        for arrival in arrivals:
            if arrival.event.id in self.fails:
                raise self.fails[arrival.event.id]
        answers = super().receive(arrivals, now, who=who, source=source)
        self.together.append(len(arrivals))
        return answers


@pytest.fixture
def hindered(database: Database) -> Hindered:
    ledger = Hindered(database)
    ledger.register_creditor(CREDITOR, at(IMPORTED), who="tests")
    return ledger


@pytest.fixture
def gateway(hindered: Hindered, clock: HandClock) -> Iterator[Served]:
    with served(hindered, Settings(), clock) as gateway:
        yield gateway
        hindered.may.set()


def send_many(gateway: Served, hindered: Hindered, ids: Sequence[str]) -> list[int]:
    """The statuses of requests that came while the database was busy."""
    key = gateway.key("events")
    with ThreadPoolExecutor(len(ids)) as pool:
        sending = [pool.submit(gateway.pay, key, each) for each in ids]
        threading.Timer(1.0, hindered.may.set).start()
        return [each.result().status for each in sending]


@on_both
def test_what_comes_together_shares_a_transaction(gateway: Served, hindered: Hindered) -> None:
    statuses = send_many(gateway, hindered, [f"P-{k}" for k in range(_MANY)])

    assert statuses == [202] * _MANY
    assert len(gateway.rows()) == _MANY
    assert len(hindered.together) < _MANY / 2
    assert gateway.news == len(hindered.together)


def test_one_that_cannot_be_stored_fails_no_other(gateway: Served, hindered: Hindered) -> None:
    hindered.fails["P-3"] = RuntimeError("SELECT secret FROM /etc/passwd")

    statuses = send_many(gateway, hindered, [f"P-{k}" for k in range(_MANY)])

    assert statuses == [500 if k == 3 else 202 for k in range(_MANY)]
    assert len(gateway.rows()) == _MANY - 1


def test_an_error_of_ours_shows_nothing_of_the_inside(
    gateway: Served, hindered: Hindered, caplog: pytest.LogCaptureFixture
) -> None:
    hindered.may.set()
    hindered.fails["P-1"] = RuntimeError("SELECT secret FROM /etc/passwd")

    got = gateway.pay(gateway.key("events"), "P-1")

    assert (got.status, got.problems) == (500, [])
    assert "secret" not in got.body.decode() + caplog.text
    assert "RuntimeError" in caplog.text


def test_a_database_that_is_away_is_no_loss(gateway: Served, hindered: Hindered) -> None:
    hindered.may.set()
    hindered.fails["P-1"] = OperationalError("INSERT", {}, Exception("away"))
    key = gateway.key("events")

    got = gateway.pay(key, "P-1")
    assert (got.status, got.headers["retry-after"]) == (503, "2")
    assert "INSERT" not in got.body.decode()
    hindered.fails.clear()

    assert gateway.pay(key, "P-1").json["verdict"] == "received"


def test_health_tells_whether_the_database_answers(gateway: Served, clock: HandClock) -> None:
    nowhere = Ledger(Database("sqlite:////nowhere/at/all.db"), Rulebook(POLICIES))

    assert (gateway.get("/healthz").status, gateway.get("/healthz").json) == (200, {"status": "ok"})
    with served(nowhere, Settings(), clock) as away:
        got = away.get("/healthz")
        assert (got.status, got.problems) == (503, [])
        assert "nowhere" not in got.body.decode()
    nowhere.close()
