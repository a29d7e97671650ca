"""The steps of a case, named in its history for what they do. Each ends with the move that the case stands at then."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import ValidationError
from temporalio import activity
from temporalio.exceptions import ApplicationError, ApplicationErrorCategory

from cobro.channels.way import Way
from cobro.clock import Clock
from cobro.dunning.answer import Answer
from cobro.dunning.contact import Channel, Message, NotActed, Outcome
from cobro.dunning.contract import CaseRef, Recorded, Report, Turn
from cobro.dunning.event import EVENT
from cobro.dunning.move import NumberedMove
from cobro.ledger.door import Claimed, Closed, Doubtful, Render
from cobro.ledger.handing_over import Deliver
from cobro.ledger.ledger import Ledger
from cobro.ledger.transactions import SYSTEM

_LONGEST_REASON = 300
_LATE_SECONDS = 20.0
_BENIGN = ApplicationErrorCategory.BENIGN


@dataclass(frozen=True)
class CaseSteps:
    """The activities of `InvoiceCollection`. Blocking: they run on the worker's threads.

    A stale move (its number is no longer the current one) does nothing and returns the current one.
    """

    ledger: Ledger
    render: Render
    ways: Mapping[Channel, Way]
    deliver: Deliver
    clock: Clock

    @activity.defn
    def send_email(self, turn: Turn) -> NumberedMove:
        return self._contact(turn)

    @activity.defn
    def send_sms(self, turn: Turn) -> NumberedMove:
        return self._contact(turn)

    @activity.defn
    def open_call(self, turn: Turn) -> NumberedMove:
        return self._contact(turn)

    @activity.defn
    def ask_decision(self, turn: Turn) -> NumberedMove:
        return self.ledger.ask_decision(turn.case, turn.n, self.clock.now(), self.clock.shift)

    @activity.defn
    def hand_over(self, turn: Turn) -> NumberedMove:
        return self.ledger.hand_over(turn.case, turn.n, self.clock.now(), self.deliver, self.clock.shift)

    @activity.defn
    def look(self, turn: Turn) -> NumberedMove:
        return self._current(turn.case)

    @activity.defn
    def record(self, report: Report) -> Recorded:
        """Hand a message that came by Temporal to the ledger; one that is no event is kept for a person."""
        return Recorded(answer=self._record(report), move=self._current(report.case))

    def _contact(self, turn: Turn) -> NumberedMove:
        began = time.monotonic()
        claim = self.ledger.claim(turn.case, turn.n, self.clock.now(), self.render)
        match claim:
            case Claimed(message) if message.channel is not Channel.CALL:
                # A try that waited long for a lock may have been given up, and another be looking after its contact.
                late = time.monotonic() - began > _LATE_SECONDS
                outcome = NotActed() if late else self.ways[message.channel].send(message)
                return self._settle(turn.case, message, outcome)
            case Doubtful(message):
                return self._resolve(turn.case, message)
            case Claimed() | Closed():
                return self._current(turn.case)

    def _resolve(self, case: CaseRef, message: Message) -> NumberedMove:
        """An earlier try got as far as the claim: send again only on proof that the provider never acted."""
        way = self.ways[message.channel]
        left = message.claimed_at + way.grace - self.clock.now()
        if left > dt.timedelta(0):
            raise ApplicationError(
                "an earlier try may still be on its way to the provider",
                category=_BENIGN,
                next_retry_delay=left,
            )
        return self._settle(case, message, way.look_up(message))

    def _settle(self, case: CaseRef, message: Message, outcome: Outcome | NotActed) -> NumberedMove:
        return self.ledger.settle_contact(case, message.contact, outcome, self.clock.now(), self.clock.shift)

    def _current(self, case: CaseRef) -> NumberedMove:
        return self.ledger.current(case, self.clock.now(), self.clock.shift)

    def _record(self, report: Report) -> Answer:
        now, case = self.clock.now(), report.case
        try:
            event = EVENT.validate_python(report.event, strict=False)
        except ValidationError as error:
            if not report.keep:
                raise _refusal(error) from None
            return self.ledger.keep_unreadable(
                case.creditor,
                report.fallback_id,
                {"invoice": case.invoice, "message": report.event},
                _first_problem(error),
                now,
                who=SYSTEM,
                source=report.source,
            )
        return self.ledger.record(event, now, who=SYSTEM, source=report.source, keep=report.keep, awake=case)


def _refusal(error: ValidationError) -> ApplicationError:
    return ApplicationError(_first_problem(error), type="NotAnEvent", non_retryable=True, category=_BENIGN)


def _first_problem(error: ValidationError) -> str:
    problem = error.errors(include_input=False, include_url=False)[0]
    place = ".".join(str(part) for part in problem["loc"][1:] or problem["loc"]) or "event"
    return f"{place}: {problem['msg']}"[:_LONGEST_REASON]
