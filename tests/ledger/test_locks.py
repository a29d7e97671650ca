"""Check and claim are one: a payment cannot slip in between. Without the locks it does, so these tests can fail."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from cobro.dunning.calendar import Calendar, Slot
from cobro.dunning.contact import Channel
from cobro.dunning.parties import Creditor, Customer
from cobro.ledger import door, recording, stopping
from cobro.ledger.database import Database
from cobro.ledger.door import Claimed, Closed
from cobro.ledger.ledger import Ledger
from cobro.rulebook import Rulebook
from tests.ledger.builders import COURTESY, EBRO, ROOT, at, case, day, invoice, payment, render
from tests.ledger.builders import event as an_event
from tests.ledger.stage import Stage

Act = Callable[[], object]


@dataclass(frozen=True)
class Interrupted(Calendar):
    """A calendar that lets somebody else act between the door's check and its claim: it is asked after the facts of
    the case were read and before anything is written."""

    act: Act = lambda: None

    def slot(self, day: dt.date, now: dt.datetime, channel: Channel = Channel.EMAIL) -> Slot:
        self.act()
        return super().slot(day, now, channel)


class InterruptedRules(Rulebook):
    """The rules in force, with one interruption."""

    def __init__(self, act: Act) -> None:
        super().__init__(ROOT / "policies")
        self._acts = [act]

    def calendar(self, customer: Customer, creditor: Creditor | None, *, around: dt.date, key: int) -> Calendar:
        usual = super().calendar(customer, creditor, around=around, key=key)
        parts = {each.name: getattr(usual, each.name) for each in fields(usual)}
        return Interrupted(**parts, act=self._act)

    def _act(self) -> None:
        if self._acts:
            self._acts.pop()()


@pytest.fixture
def impatient(database_url: str) -> Iterator[Ledger]:
    """Somebody else's connection, which waits for a lock only a moment."""
    database = Database(database_url)

    @event.listens_for(database.engine, "connect")
    def _hurry(connection: Any, _record: Any) -> None:
        if database.is_sqlite:
            connection.execute("PRAGMA busy_timeout = 50")
        else:
            connection.execute("SET lock_timeout = '50ms'")
            connection.commit()

    yield Ledger(database, Rulebook(ROOT / "policies"))
    database.close()


def claim_while(url: str, act: Act) -> door.Claimed | door.Doubtful | Closed:
    """Claim the case's first contact while somebody else acts in the middle."""
    database = Database(url)
    try:
        return Ledger(database, InterruptedRules(act)).claim(case(), 1, at(COURTESY), render)
    finally:
        database.close()


RIVALS: dict[str, Callable[[Ledger], object]] = {
    "a payment": lambda ledger: ledger.record(payment(), at(COURTESY), who="bank", source="test"),
    "a dispute": lambda ledger: ledger.record(an_event("dispute_opened"), at(COURTESY), who="bank", source="test"),
    "a stop": lambda ledger: ledger.stop(EBRO, None, at(COURTESY), who="ana"),
    "a stop of the customer": lambda ledger: ledger.stop(EBRO, "C-1", at(COURTESY), who="ana"),
    "an exception": lambda ledger: ledger.make_exception(
        EBRO, "C-1", at(COURTESY), who="ana", segment=None, until=day("2026-03-10"), reason="an illness"
    ),
    "another claim": lambda ledger: ledger.claim(case(), 1, at(COURTESY), render),
    "another invoice's claim": lambda ledger: ledger.claim(case("F-2"), 1, at(COURTESY), render),
}


@pytest.mark.parametrize("rival", RIVALS)
def test_whatever_a_claim_checks_waits_for_it(stage: Stage, database_url: str, impatient: Ledger, rival: str) -> None:
    stage.bring(invoice(), invoice("F-2"))
    waited: list[str] = []

    def act() -> None:
        before = Stage(impatient).dump()
        with pytest.raises(OperationalError, match="lock"):
            RIVALS[rival](impatient)
        assert Stage(impatient).dump() == before
        waited.append(rival)

    assert isinstance(claim_while(database_url, act), Claimed)
    assert waited == [rival]
    assert len(stage.contacts()) == 1
    RIVALS[rival](impatient)  # afterwards the way is free
    assert len(stage.contacts()) == 1


@pytest.fixture
def without_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the ledger would be without its locks: no row is held, and on SQLite every statement is on its own."""

    def no_lock(*_: object) -> None:
        return None

    for module in (door, recording, stopping):
        monkeypatch.setattr(module, "lock_customers", no_lock)
    monkeypatch.setattr("cobro.ledger.database._begin_sqlite", no_lock)


@pytest.mark.usefixtures("without_locks")
def test_without_the_locks_a_contact_would_follow_the_payment(
    stage: Stage, database_url: str, request: pytest.FixtureRequest
) -> None:
    impatient = request.getfixturevalue("impatient")
    stage.bring(invoice())
    assert isinstance(claim_while(database_url, lambda: RIVALS["a payment"](impatient)), Claimed)
    told = stage.told()
    assert told.index("contact_claimed") > told.index("episode_ended")
