"""What lands meanwhile: a payment or a stop, told to the ledger by a process that is no worker."""

from __future__ import annotations

import datetime as dt
import hashlib
import threading
import time
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from bench.faults.book import AMOUNT, MORNING, WHO, Meanwhile, Owing
from cobro.clock import Clock
from cobro.dunning.answer import Verdict
from cobro.dunning.event import EVENT, Event
from cobro.ledger import tables as t
from cobro.ledger.ledger import Ledger
from cobro.ledger.receiving import Arrival

_IN_THE_LEDGER = (Verdict.APPLIED, Verdict.RECEIVED, Verdict.REPEATED)
_PAUSE = 0.2


class Landing:
    """Tells the ledger, again and again while its database does not answer, as whoever sends to us does."""

    def __init__(self, ledger: Ledger, clock: Clock) -> None:
        self._ledger = ledger
        self._clock = clock
        self._threads: list[threading.Thread] = []

    def land(self, owing: Owing) -> None:
        """Returns when it is committed; then nothing may be claimed any more."""
        while owing.meanwhile and owing.known is None:
            try:
                if owing.meanwhile is Meanwhile.PAYMENT:
                    self._pay(owing)
                else:
                    self._ledger.stop(owing.creditor, owing.ref, self._clock.now(), who=WHO)
                owing.known = self._claimed(owing)
            except SQLAlchemyError:
                time.sleep(_PAUSE)

    def land_aside(self, some: Sequence[Owing]) -> None:
        """The same, of several and on a thread of its own."""
        thread = threading.Thread(target=self._land_all, args=(some,), daemon=True)
        self._threads.append(thread)
        thread.start()

    def landed(self) -> None:
        """Wait until everything has."""
        for thread in self._threads:
            thread.join()

    def _land_all(self, some: Sequence[Owing]) -> None:
        for owing in some:
            self.land(owing)

    def _pay(self, owing: Owing) -> None:
        now = self._clock.now()
        for number in owing.numbers:
            event = _payment(owing.creditor, number)
            if owing.stored:
                received = hashlib.sha256(number.encode()).hexdigest()
                (answer,) = self._ledger.receive([Arrival(event, received)], now, who=WHO, source="http")
            else:
                answer = self._ledger.record(event, now, who=WHO, source="bench")
            if answer.verdict not in _IN_THE_LEDGER:
                raise RuntimeError(f"{number}: expected a payment to be taken, got {answer}")

    def _claimed(self, owing: Owing) -> frozenset[str]:
        with self._ledger.reading() as session:
            ids = session.scalars(
                select(t.Contact.id)
                .join(t.Customer, t.Customer.id == t.Contact.customer_id)
                .where(t.Customer.creditor_id == owing.creditor, t.Customer.ref == owing.ref)
            )
            return frozenset(ids)


def _payment(creditor: str, number: str) -> Event:
    booked = (MORNING - dt.timedelta(days=1)).date().isoformat()
    body = {"id": f"pay-{number}", "kind": "payment_received", "creditor": creditor, "invoice": number}
    return EVENT.validate_python({**body, "amount": str(AMOUNT), "currency": "EUR", "booked": booked})
