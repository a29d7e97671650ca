"""One fault, from an empty ledger to the count."""

from __future__ import annotations

import asyncio
import datetime as dt
import random
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing.context import BaseContext
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError
from temporalio.service import RPCError

from bench.faults.book import MORNING, Owing, invent, register
from bench.faults.counting import Row, count, read_states
from bench.faults.database import Postgres, may_be_full
from bench.faults.fault import Does, Fault
from bench.faults.landing import Landing
from bench.faults.provider import Provider
from bench.faults.resting import all_refused, busy, on_its_way
from bench.faults.server import Server
from bench.faults.striking import Striking
from bench.faults.strokes import Strokes
from bench.faults.wire import Listening
from bench.faults.worker import POLICIES, Place
from bench.faults.workers import Workers
from cobro.ledger.database import Database
from cobro.ledger.ledger import Ledger
from cobro.ledger.tables import Base
from cobro.relay.relay import Relay
from cobro.rulebook import Rulebook

_DAY = dt.timedelta(days=1)
_LOOK = 2.0


@dataclass(frozen=True)
class Size:
    """Customers a row, the seed, and seconds: after which a run that does not come to rest is counted as it is, and for
    which the database is locked once."""

    customers: int = 200
    seed: int = 1
    patience: float = 1500.0
    long_lock: float = 35.0


@dataclass
class Done:
    """What came of one fault. `unrest` says what was still on its way when patience ended."""

    fault: Fault
    rows: list[Row]
    strokes: int
    seconds: float = 0.0
    unrest: str = ""


@dataclass(frozen=True)
class Stage:
    """Where experiments run: the one Temporal Server, how processes are started, and the folder for their files."""

    server: Server
    context: BaseContext
    folder: Path


class _Calendar:
    """Business time: a Tuesday morning when the experiment begins, and moved on where nobody is to wait for days."""

    def __init__(self) -> None:
        self.shift = MORNING - dt.datetime.now(dt.UTC)

    def now(self) -> dt.datetime:
        return dt.datetime.now(dt.UTC) + self.shift


async def experiment(fault: Fault, size: Size, stage: Stage) -> Done:
    """Run a fault in a folder of its own; its processes are gone afterwards."""
    began = time.monotonic()
    home = stage.folder / fault.key
    home.mkdir()
    with ExitStack() as leaving:
        postgres = None
        if fault.postgresql:
            postgres = await asyncio.to_thread(leaving.enter_context, Postgres(home / "postgresql"))
        running = await asyncio.to_thread(_Experiment, fault, size, stage, home, postgres, leaving)
        await running.run()
        done = await asyncio.to_thread(running.count)
    done.seconds = time.monotonic() - began
    return done


class _Experiment:
    def __init__(
        self, fault: Fault, size: Size, stage: Stage, home: Path, postgres: Postgres | None, leaving: ExitStack
    ) -> None:
        rng = random.Random(f"{size.seed}/{fault.key}")
        self._fault = fault
        self._patience = size.patience
        self._server = stage.server
        self._unrest = ""
        self._owing = invent(fault, size.customers, rng)
        self._calendar = _Calendar()
        url = postgres.url if postgres else f"sqlite:///{home / 'ledger.db'}"
        database = Database(url)
        leaving.callback(database.close)
        Base.metadata.create_all(database.engine.execution_options(writes=True))
        self._ledger = Ledger(database, Rulebook(POLICIES))
        register(self._ledger, self._owing)
        self._landing = Landing(self._ledger, self._calendar)
        striking = Striking(fault, self._owing, self._landing, rng, self._strike)
        wire = leaving.enter_context(Listening(home / "wire", striking.decide)).address
        self._provider = Provider(wire, stage.context)
        leaving.callback(self._provider.leave)
        address = stage.server.now.address
        place = Place(home, url, address, fault.key, self._provider.url, wire, unclaimed=fault.unclaimed)
        if database.is_sqlite:
            may_be_full(database, place.full)
        self._workers = Workers(stage.context, place, fault.workers)
        leaving.callback(self._workers.end)
        self._strokes = Strokes(fault, self._workers, stage.server, self._landing, place, postgres, size.long_lock)

    def _strike(self, met: Sequence[Owing]) -> None:
        self._strokes.strike(met)

    async def run(self) -> None:
        """Let everything happen, and wait until nothing does any more."""
        await self._begin()
        if self._fault.does is Does.BE_DOWN:
            await self._two_days()
        await asyncio.to_thread(self._provider.start)
        await asyncio.to_thread(self._workers.start, self._calendar.shift)
        await self._until(self._is_over)
        await asyncio.to_thread(self._strokes.finished)
        await asyncio.to_thread(self._landing.landed)
        await asyncio.to_thread(self._workers.leave)

    async def _begin(self) -> None:
        """Start the workflows, so that it is contacts that the fault meets."""
        relay = Relay(self._ledger, self._server.now.client, self._calendar, self._fault.key)
        while await relay.deliver():
            pass

    def count(self) -> Done:
        """Hold what the provider took against who was due."""
        with self._ledger.reading() as session:
            rows = count(self._fault, self._owing, self._provider.count(), read_states(session))
        return Done(self._fault, rows, self._strokes.count, unrest=self._unrest)

    async def _two_days(self) -> None:
        """Nobody listens at the provider's address on two mornings; payments and stops land after the second, for those
        who were chosen."""
        for times in (1, 2):
            await asyncio.to_thread(self._workers.start, self._calendar.shift)
            await self._until(partial(asyncio.to_thread, all_refused, self._ledger, self._owing, times))
            await asyncio.to_thread(self._workers.leave)
            self._calendar.shift += _DAY
            self._strokes.count += 1
        for one in self._owing:
            one.struck = True
            if one.chosen:
                await asyncio.to_thread(self._landing.land, one)

    async def _is_over(self) -> bool:
        if await asyncio.to_thread(on_its_way, self._ledger, self._owing):
            return False
        return not await busy(self._server.now.client, self._owing)

    async def _until(self, holds: Callable[[], Awaitable[bool]]) -> None:
        deadline = time.monotonic() + self._patience
        while time.monotonic() < deadline:
            with suppress(SQLAlchemyError, RPCError):  # the database, or the server, may be away
                if await holds():
                    return
            await asyncio.sleep(_LOOK)
        self._unrest = await asyncio.to_thread(on_its_way, self._ledger, self._owing) or "workflows are busy"
