"""One run, from an empty home to the count: storm, lag, bursts, and everything held against the senders' own list."""

from __future__ import annotations

import asyncio
import datetime as dt
import os
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from temporalio.client import Client

from bench.intake import apart, book, ledger_file
from bench.intake.book import Owing
from bench.intake.burst import FORGETS, Drained, Round, drain_bare, drain_ours
from bench.intake.contacts import LONG_AGO, write_to
from bench.intake.counting import Counted, count
from bench.intake.lag import Lag, measure_lag
from bench.intake.plan import Plan, make_plan
from bench.intake.process import Process, installed
from bench.intake.said import Said, Way
from bench.intake.senders import Sent, Target
from bench.intake.signing import Secrets, new_secrets
from bench.intake.storm import Storm, blow, drained
from bench.intake.told import at_rest
from bench.load import Progress
from cobro.clock import MachineClock
from cobro.dunning.contract import CaseRef
from cobro.house import open_house
from cobro.serving import connect
from cobro.settings import Settings

_TENTH, _MOST_WRITTEN = 10, 200
"""The part of the book whose customers were written to, and how many these are at the most."""
_LAST = 50
"""How many of the book's last workflows are looked at, to see that they all wait."""
_LOOKS, _LOOK = 120, 0.5
_WARM_UP = 5
_Owed = tuple[str, int]
"""An invoice's number, and the cents that are open."""
_MOVE = ("hold_placed", "dispute_opened", "promise_made", "payment_reversed")
"""Events after which a case's next step does not go by the due date alone."""
_RUNNING = "WorkflowType = 'InvoiceCollection' AND ExecutionStatus = 'Running'"


@dataclass(frozen=True)
class Size:
    """How much is measured: `lag` events at `a_second`, and `rounds` bursts of `burst` events on each side."""

    cases: int = 2_000
    events: int = 10_000
    kills: int = 2
    lag: int = 600
    a_second: float = 20.0
    burst: int = 120
    rounds: int = 5
    seed: int = 1
    patience: float = 900.0
    """Seconds after which whoever still waits gives up."""


@dataclass
class Found:
    """Everything that was measured, and what was said by the senders in all."""

    size: Size
    plan: Plan
    said: list[Said]
    sent: Sent
    storm: Storm
    lag: Lag
    rounds: Sequence[Round]
    untold: list[str]
    """Invoices that are open by our own list and run in no workflow, or the other way round."""
    before: int
    """Number of the last event that the ledger had before anybody sent one."""
    busy: dict[str, float]
    """How many processes wanted a processor in the minute before the end of each part, on average."""
    counted: Counted = field(init=False)
    minutes: float = 0.0

    def count(self, home: Path) -> Counted:
        """Hold what stands in the ledger now against what was sent."""
        books = ledger_file.read_books(home, self.before)
        return count(self.plan.book, self.said, self.sent.answered.keys(), books)


async def measure(size: Size, home: Path, progress: Progress) -> Found:
    """Measure in an empty folder. What ran is gone afterwards; the ledger's file stays."""
    began, now = time.monotonic(), MachineClock().now()
    rng = random.Random(size.seed)
    owing = book.invent(size.cases, min(size.cases // _TENTH, _MOST_WRITTEN), rng)
    progress(f"book: {size.cases:,} cases")
    contacts = await asyncio.to_thread(_prepare, home, owing, now)
    plan = make_plan(owing, contacts, size.events, rng, now.date())
    secrets = new_secrets(book.CREDITOR.id)
    with installed(home, secrets) as process:
        await asyncio.to_thread(process.start)
        secrets = replace(secrets, api_key=await asyncio.to_thread(process.key, "senders"))
        before = await asyncio.to_thread(ledger_file.last_event, home)
        found = await _Run(size, plan, process, secrets, before, progress).measure()
    found.minutes = (time.monotonic() - began) / 60
    return found


def _prepare(home: Path, owing: Sequence[Owing], now: dt.datetime) -> dict[str, str]:
    """Bring the book in, and write to some customers; returns the ids of these contacts by number."""
    defaults = {name: value.get_default(call_default_factory=True) for name, value in Settings.model_fields.items()}
    house = open_house(Settings.model_construct(**{**defaults, "home": home}))
    try:
        book.register(house.ledger, owing, now - LONG_AGO, now.date())
        return write_to(house, owing, now)
    finally:
        house.close()


class _Run:
    """The parts of a run, one after the other, on an installation that serves."""

    def __init__(
        self, size: Size, plan: Plan, process: Process, secrets: Secrets, before: int, progress: Progress
    ) -> None:
        self._before = before
        self._size = size
        self._plan = plan
        self._process = process
        self._secrets = secrets
        self._progress = progress
        self._said = list(plan.events)
        self._sent = Sent()
        self._busy: dict[str, float] = {}

    async def measure(self) -> Found:
        size, process = self._size, self._process
        self._progress("book: every case gets its workflow")
        await drained(process, self._until())
        client = await connect(process.address, own=True)
        await at_rest(client, [_workflow(owing.number) for owing in self._plan.book[-_LAST:]])
        self._note("book")
        self._target = Target(process.port, self._secrets, self._until())
        storm = await blow(process, self._plan, self._target, size.kills, self._progress)
        self._sent.add(storm.sent)
        self._note("storm")
        owed = self._open()
        lag = await self._lag(client, owed[: size.lag])
        rounds = await self._bursts(client, owed[size.lag :])
        self._progress("counting")
        untold = await self._untold(client)
        said, sent, busy = self._said, self._sent, self._busy
        found = Found(size, self._plan, said, sent, storm, lag, rounds, untold, self._before, busy)
        found.counted = await asyncio.to_thread(found.count, process.home)
        return found

    async def _lag(self, client: Client, invoices: Sequence[_Owed]) -> Lag:
        said = [self._plan.teller.payment(number, cents) for number, cents in invoices]
        self._said += said
        self._progress(f"lag: {len(said)} payments, {self._size.a_second:.0f} a second")
        workflows = [_workflow(one.about) for one in said]
        lag = await measure_lag(self._process, client, said, workflows, self._target, self._size.a_second)
        self._sent.add(lag.sent)
        self._note("lag")
        return lag

    async def _bursts(self, client: Client, invoices: Sequence[_Owed]) -> list[Round]:
        """Rounds of both sides; who begins changes from round to round. Half of what is told of ours are payments, of
        the first invoices, and half are changes of the last ones. A small first round is not counted: the process has
        just been started."""
        rounds = []
        await asyncio.to_thread(self._process.start_anew)
        await asyncio.sleep(FORGETS)
        half = min(self._size.burst, (len(invoices) - 2 * _WARM_UP) // self._size.rounds) // 2
        for k, some in enumerate([_WARM_UP, *(half for _ in range(self._size.rounds))]):
            self._progress(f"burst: round {k} of {self._size.rounds}, {2 * some} workflows on each side")
            paid, changed, invoices = invoices[:some], invoices[len(invoices) - some :], invoices[some:-some]
            first = await self._ours(client, paid, changed) if k % 2 else None
            bare = await drain_bare(client, f"burst-{k}", 2 * some)
            rounds.append(Round(first or await self._ours(client, paid, changed), bare))
        self._note("bursts")
        return rounds[1:]

    async def _ours(self, client: Client, paid: Sequence[_Owed], changed: Sequence[_Owed]) -> Drained:
        said = [self._plan.teller.payment(number, cents, Way.BILLING) for number, cents in paid]
        said += [self._plan.teller.earlier(number) for number, _ in changed]
        self._said += said
        workflows = [_workflow(one.about) for one in said]
        found, sent = await drain_ours(self._process, client, said, workflows, self._target)
        self._sent.add(sent)
        return found

    def _open(self) -> list[_Owed]:
        """What is still collected by our own list, and how much: last those cases whose next step goes by the due date
        alone, because their customer was not written to and nothing else of the kind happened."""
        expected = apart.compute(self._plan.book, self._said)
        moved = {one.about for one in self._said if one.kind in _MOVE}
        moved |= {owing.number for owing in self._plan.book if owing.channel}
        numbers = sorted(expected, key=lambda number: (number not in moved, number))
        return [(number, expected[number].owed) for number in numbers if expected[number].is_open]

    async def _untold(self, client: Client) -> list[str]:
        expected = {_workflow(number) for number, _ in self._open()}
        for _ in range(_LOOKS):
            # What operators see follows a moment later.
            running = {one.id async for one in client.list_workflows(_RUNNING)}
            if running == expected:
                break
            await asyncio.sleep(_LOOK)
        return sorted(expected ^ running)

    def _until(self) -> float:
        return time.time() + self._size.patience

    def _note(self, part: str) -> None:
        self._busy[part] = os.getloadavg()[0]


def _workflow(number: str) -> str:
    return CaseRef(creditor=book.CREDITOR.id, invoice=number).workflow_id
