"""The ledger's ways in: what is reported by people and programs, and what was mistaken or could not be placed."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Sequence

from sqlalchemy.exc import OperationalError

from cobro.dunning import event as ev
from cobro.dunning.answer import Answer
from cobro.dunning.contract import CaseRef
from cobro.ledger import directing, dismissing, receiving, recording
from cobro.ledger.apply_undoing import undoing_id
from cobro.ledger.transactions import SYSTEM, Transactions

_log = logging.getLogger(__name__)


class IntakeLedger(Transactions):
    """Events: recorded, received and applied, undone, placed and dismissed."""

    def record(
        self,
        event: ev.Event,
        now: dt.datetime,
        *,
        who: str,
        source: str,
        note: str | None = None,
        keep: bool = False,
        awake: CaseRef | None = None,
    ) -> Answer:
        """Apply an event once; see `recording.record`. `awake` is the case whose workflow asks."""
        return self._do(
            now, who, lambda work: recording.record(work, event, source=source, note=note, keep=keep), awake
        )

    def receive(
        self, arrivals: Sequence[receiving.Arrival], now: dt.datetime, *, who: str, source: str
    ) -> list[Answer]:
        """Store events that came from outside, in one transaction; an answer for each, in their order.

        Once this returns, nothing has to be sent again: `apply_received` gives them their effect.
        """
        return self._do(now, who, lambda work: receiving.receive(work, arrivals, source=source))

    def apply_received(self, now: dt.datetime) -> int:
        """Apply the stored events that have waited longest, a handful at once; returns how many were found waiting.

        Raises:
            OperationalError: the database does not answer. What was not applied stays stored.
        """
        with self._database.reading() as session:
            waiting = receiving.oldest_received(session)
        for creditor, rows in waiting:
            if not self._apply_together(creditor, rows, now):
                for row in rows:
                    self._apply_alone(creditor, row, now)
        return sum(len(rows) for _, rows in waiting)

    def _apply_together(self, creditor: str, rows: Sequence[int], now: dt.datetime) -> bool:
        try:
            self._do(now, SYSTEM, lambda work: receiving.apply_received(work, creditor, rows))
        except OperationalError:
            raise
        except Exception:
            return False
        return True

    def _apply_alone(self, creditor: str, row: int, now: dt.datetime) -> None:
        """One event that we cannot apply, for whatever reason of ours, must not keep the others waiting (law 4)."""
        try:
            self._do(now, SYSTEM, lambda work: receiving.apply_received(work, creditor, [row]))
        except OperationalError:
            raise
        except Exception as error:
            problem = type(error).__name__
            _log.exception("event row %d of %s is kept for a person: it could not be applied", row, creditor)
            self._do(now, SYSTEM, lambda work: receiving.give_up(work, row, problem))

    def keep_unreadable(
        self, creditor: str, event_id: str, body: object, reason: str, now: dt.datetime, *, who: str, source: str
    ) -> Answer:
        """Keep a message that is no event, for a person."""
        return self._do(
            now, who, lambda work: recording.keep_unreadable(work, creditor, event_id, body, reason, source=source)
        )

    def undo(self, creditor: str, event: str, now: dt.datetime, *, who: str, note: str | None = None) -> Answer:
        """Take back what an event did; the answer's reason tells what left since and cannot be recalled."""
        with self._database.reading() as session:
            opposite = ev.EventUndone(id=undoing_id(session, creditor, event), creditor=creditor, event=event)
        return self.record(opposite, now, who=who, source="cli", note=note)

    def direct(self, creditor: str, event: str, number: str, now: dt.datetime, *, who: str) -> str:
        """A person says which invoice a kept event is about, or a credit is for; returns what was done, in words.

        Raises:
            applying.Refused: the event does not wait for that.
        """
        return self._do(now, who, lambda work: directing.direct(work, creditor, event, number))

    def dismiss(self, creditor: str, event: str, why: str, now: dt.datetime, *, who: str) -> None:
        """Take what waits for a person off the desk; raises `applying.Refused`."""
        self._do(now, who, lambda work: dismissing.dismiss(work, creditor, event, why))
