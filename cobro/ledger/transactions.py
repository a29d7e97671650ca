"""What every part of the ledger stands on: one transaction for each act, at one moment, in somebody's name."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import bindparam, select
from sqlalchemy.exc import IntegrityError, InterfaceError, OperationalError
from sqlalchemy.orm import Session, contains_eager

from cobro.dunning.contract import CaseRef, PlanRef
from cobro.ledger import stopping
from cobro.ledger import tables as t
from cobro.ledger.database import Database
from cobro.ledger.locks import hold
from cobro.ledger.work import Rules, Speaks, Work

T = TypeVar("T")

# With whom it is about: on SQLite they need not be read again where they are locked.
_EPISODE = (
    select(t.Episode, t.Creditor, t.Customer)
    .join(t.Episode.invoice)
    .join(t.Creditor, t.Creditor.id == t.Invoice.creditor_id)
    .join(t.Customer, t.Customer.id == t.Invoice.customer_id)
    .options(contains_eager(t.Episode.invoice))
    .where(
        t.Invoice.creditor_id == bindparam("creditor"),
        t.Invoice.number == bindparam("number"),
        t.Episode.k == bindparam("k"),
    )
)
_PAUSE = 0.5
"""Seconds before a database that did not answer is asked again."""
_DEADLOCK = "40P01"
"""PostgreSQL's code for it."""

SYSTEM = "cobro"
"""Who acts where no person does."""


class UnknownCase(LookupError):
    """The ledger has no such case or plan."""

    def __init__(self, ref: CaseRef | PlanRef) -> None:
        super().__init__(f"the ledger has no {ref.workflow_id}")


class Transactions:
    """A database, the rules in force, and what letters are written with. `now` is always the caller's clock, aware."""

    def __init__(self, database: Database, rules: Rules, speaks: Speaks | None = None) -> None:
        self._database = database
        self._rules = rules
        self._speaks = speaks or Speaks()

    @property
    def rules(self) -> Rules:
        """The rules in force, for whoever shows a case."""
        return self._rules

    @property
    def speaks(self) -> Speaks:
        """What letters are written with, for whoever tells beforehand what will leave."""
        return self._speaks

    def reading(self) -> AbstractContextManager[Session]:
        """A read-only session, for queries."""
        return self._database.reading()

    def writing(self) -> AbstractContextManager[Session]:
        """A writing session, for the relay's ticks."""
        return self._database.writing()

    def close(self) -> None:
        self._database.close()

    def _settle_customer(
        self, creditor: str, customer_id: int, now: dt.datetime, who: str, happened: str | None = None
    ) -> None:
        self._do(now, who, lambda work: stopping.settle_customer(work, creditor, customer_id, happened))

    def _do(self, now: dt.datetime, who: str, act: Callable[[Work], T], awake: CaseRef | None = None) -> T:
        try:
            return self._once(now, who, act, awake)
        except IntegrityError:
            # Somebody wrote the same key at the same moment: the second look finds it.
            return self._once(now, who, act, awake)
        except OperationalError as error:
            if getattr(error.orig, "sqlstate", None) != _DEADLOCK:
                raise
            # Two batches with the same new ids in another order: one of them was told to try again.
            return self._once(now, who, act, awake)

    def _patiently(self, act: Callable[[], T], seconds: float) -> T:
        """What is done in one transaction, again and again for so long while the database does not answer."""
        until = time.monotonic() + seconds
        while True:
            try:
                return act()
            except (OperationalError, InterfaceError):
                if time.monotonic() > until:
                    raise
                time.sleep(_PAUSE)

    def _once(self, now: dt.datetime, who: str, act: Callable[[Work], T], awake: CaseRef | None) -> T:
        with self._database.writing() as session:
            work = Work(session=session, rules=self._rules, now=now, who=who, speaks=self._speaks)
            if awake is not None:
                work = replace(work, awake=_episode(work, awake))
            return act(work)


def _episode(work: Work, case: CaseRef) -> t.Episode:
    key = {"creditor": case.creditor, "number": case.invoice, "k": case.episode}
    found = work.session.execute(_EPISODE, key).first()
    if found is None:
        raise UnknownCase(case)
    hold(work.session, *found)
    episode: t.Episode = found[0]
    return episode
