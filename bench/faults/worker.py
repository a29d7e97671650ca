"""The worker, a process of its own: as deployed, but that it stops where it is told to, and its clock is shifted."""

from __future__ import annotations

import datetime as dt
import logging
import multiprocessing
import os
import signal
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from bench.faults.database import may_be_full
from bench.faults.fault import Point
from bench.faults.tries import GRACE, SILENCE, ShortTries
from bench.faults.wire import At, ask
from cobro.channels.sendgrid_mail import SendGridMail
from cobro.channels.twilio_sms import TwilioSms
from cobro.dunning.contact import Channel, NotActed, Outcome
from cobro.dunning.contract import CaseRef
from cobro.dunning.move import NumberedMove
from cobro.house import House
from cobro.ledger.database import Database
from cobro.ledger.door import Claimed, Closed, Doubtful, Render
from cobro.ledger.ledger import Ledger
from cobro.letters.renderer import Letters
from cobro.rulebook import Rulebook
from cobro.running import run, serve, told_to_stop
from cobro.serving import connect
from cobro.settings import Settings

POLICIES = Path(__file__).with_name("policies")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a worker works: everything that its process is told."""

    home: Path
    ledger: str
    temporal: str
    queue: str
    provider: str
    wire: str
    unclaimed: bool = False

    @property
    def full(self) -> Path:
        """While this file is there, the ledger may not grow."""
        return self.home / "full"


class _Held(Ledger):
    """The ledger, with the points at which a contact may be held."""

    wire = ""

    def claim(
        self, case: CaseRef, n: int, now: dt.datetime, render: Render, shift: dt.timedelta | None = None
    ) -> Claimed | Doubtful | Closed:
        self._at(Point.BEFORE_CLAIM, case)
        found = super().claim(case, n, now, render, shift)
        if isinstance(found, Claimed):
            self._at(Point.AFTER_CLAIM, case)
        return found

    def settle_contact(
        self,
        case: CaseRef,
        contact: str,
        outcome: Outcome | NotActed,
        now: dt.datetime,
        shift: dt.timedelta = dt.timedelta(0),
        *,
        patience: float = 0.0,
    ) -> NumberedMove:
        self._at(Point.BEFORE_RECORD, case)
        move = super().settle_contact(case, contact, outcome, now, shift, patience=patience)
        self._at(Point.AFTER_RECORD, case)
        return move

    def _at(self, point: Point, case: CaseRef) -> None:
        ask(self.wire, At(point, case.invoice, os.getpid()))


class _Unclaimed(_Held):
    """The ledger of a job that polls: what an earlier try has claimed is sent as if nobody had."""

    def claim(
        self, case: CaseRef, n: int, now: dt.datetime, render: Render, shift: dt.timedelta | None = None
    ) -> Claimed | Doubtful | Closed:
        found = super().claim(case, n, now, render, shift)
        return Claimed(found.message) if isinstance(found, Doubtful) else found


def work(place: Place, shift: dt.timedelta) -> None:
    """Work until SIGTERM, or SIGKILL."""
    log = os.open(place.home / "worker.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(log, stream.fileno())
    threading.Thread(target=_leave_with_the_experiment, daemon=True).start()
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(process)d %(name)s: %(message)s", force=True)
    run(_work(place, shift))


def _leave_with_the_experiment() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGKILL)


async def _work(place: Place, shift: dt.timedelta) -> None:
    stop = told_to_stop()
    database = Database(place.ledger)
    if database.is_sqlite:
        may_be_full(database, place.full)
    ledger = (_Unclaimed if place.unclaimed else _Held)(database, Rulebook(POLICIES))
    ledger.wire = place.wire
    defaults = {name: value.get_default(call_default_factory=True) for name, value in Settings.model_fields.items()}
    # What the creditor's own people are told in the morning is no contact, and would be counted as one.
    ours = {"home": place.home, "task_queue": place.queue, "digests": False}
    settings = Settings.model_construct(**{**defaults, **ours})
    house = House(
        settings=settings,
        ledger=ledger,
        letters=Letters(settings.templates),
        ways={
            Channel.EMAIL: SendGridMail("SG.key", host=place.provider, timeout_seconds=SILENCE, grace=GRACE),
            Channel.SMS: TwilioSms(
                "AC1", "token", "+34910000000", base_url=place.provider, timeout_seconds=SILENCE, grace=GRACE
            ),
        },
    )
    try:
        client = await connect(place.temporal, own=True)
        await serve(client, house, stop, shift=shift, interceptors=(ShortTries(),))
    finally:
        house.close()
