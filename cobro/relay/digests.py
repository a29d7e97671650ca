"""The morning's digests: a loop beside the relay, in every worker, that asks the clock."""

from __future__ import annotations

import asyncio
import datetime as dt
import hashlib
import logging
import uuid
from collections.abc import Callable

from sqlalchemy.exc import SQLAlchemyError

from cobro.channels.way import Way
from cobro.clock import Clock
from cobro.dunning.contact import Accepted, Channel, Message, Refused, Unclear
from cobro.dunning.digest import Digest
from cobro.dunning.letter import Unwritable
from cobro.ledger.digests import DueDigest
from cobro.ledger.ledger import Ledger
from cobro.relay.bell import Bell

_log = logging.getLogger(__name__)

Write = Callable[[Digest, str, str, dt.datetime], bytes]
"""Turns a digest into the e-mail that leaves: with its reference, the creditor's own address, and the moment."""

_STILL_ON_ITS_WAY = dt.timedelta(minutes=10)
"""So long after a claim nobody else asks what became of it."""


class Digests:
    """Sends each creditor's digest once a working morning. Several may run side by side: a digest is claimed first.

    Nothing of what a digest says goes into a log, or to a provider besides the message itself (law 5).
    """

    def __init__(self, ledger: Ledger, clock: Clock, write: Write, carrier: Way) -> None:
        self._ledger = ledger
        self._clock = clock
        self._write = write
        self._carrier = carrier
        self._grace = max(carrier.grace, _STILL_ON_ITS_WAY)
        self._told: set[tuple[str, dt.date]] = set()

    async def run(self, stop: asyncio.Event, every: float = 30.0) -> None:
        """Look whose morning has come, until told to stop.

        Raises:
            SQLAlchemyError: the database does not answer.
        """
        bell = Bell()
        while not stop.is_set():
            await asyncio.to_thread(self.send_due)
            await bell.wait(stop, every)

    def send_due(self) -> int:
        """Send what is due; returns how many left."""
        return sum(self._carry_out(due) for due in self._ledger.due_digests(self._clock.now(), self._grace))

    def _carry_out(self, due: DueDigest) -> bool:
        try:
            return self._look_up(due) if due.doubtful else self._send(due)
        except SQLAlchemyError:
            raise
        except Unwritable as problem:
            self._complain(due, f"cannot be written: {problem}")
            return False
        except Exception as error:
            self._complain(due, f"could not be made: {type(error).__name__}")
            return False

    def _send(self, due: DueDigest) -> bool:
        now, contact = self._clock.now(), f"digest-{uuid.uuid4()}"
        digest = self._ledger.digest(due.creditor, now, due.day)
        if digest.is_empty:
            self._ledger.claim_digest(due, contact, None, now)
            return False
        content = self._write(digest, contact, due.address, now)
        if not self._ledger.claim_digest(due, contact, hashlib.sha256(content).hexdigest(), now):
            return False
        outcome = self._carrier.send(Message(contact, Channel.EMAIL, due.address, content, now))
        self._ledger.settle_digest(due, contact, outcome, self._clock.now())
        if isinstance(outcome, Refused | Unclear):
            self._complain(due, f"was not taken by the provider for certain: {outcome.detail}")
        return isinstance(outcome, Accepted)

    def _look_up(self, due: DueDigest) -> bool:
        """A process ended while it was sending: find out what the provider knows, and never send on a guess."""
        tried = due.doubtful
        assert tried is not None
        found = self._carrier.look_up(Message(tried.contact, Channel.EMAIL, due.address, b"", tried.claimed_at))
        self._ledger.settle_digest(due, tried.contact, found, self._clock.now())
        return False

    def _complain(self, due: DueDigest, what: str) -> None:
        """Once a day and creditor: it is tried again all morning."""
        if (due.creditor, due.day) not in self._told:
            self._told.add((due.creditor, due.day))
            _log.warning("the digest of %s for %s %s", due.creditor, due.day, what)
