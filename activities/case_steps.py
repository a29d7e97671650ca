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
_FOR_THE_CLAIM = 1 / 3
"""Of the time that a try has. A claim that took longer is too late to send: the rest is the provider's."""
_FOR_THE_RECORD = 4 / 5
"""So long, it goes on writing down what came of its contact, while the database does not answer."""
_BENIGN = ApplicationErrorCategory.BENIGN


@dataclass(frozen=True)
class CaseSteps:
    """The activities of `InvoiceCollection`. Blocking: they run on the worker's threads.

    A try that the server has given up, or that a leaving worker would cancel, is not interrupted: what it holds (a
    lock, a place in a line, a provider's answer) would be lost in the middle.

    A stale move (its number is no longer the current one) does nothing and returns the current one.
    """

    ledger: Ledger
    render: Render
    ways: Mapping[Channel, Way]
    deliver: Deliver
    clock: Clock

    @activity.defn(no_thread_cancel_exception=True)
    def send_email(self, turn: Turn) -> NumberedMove:
        return self._contact(turn)

    @activity.defn(no_thread_cancel_exception=True)
    def send_sms(self, turn: Turn) -> NumberedMove:
        return self._contact(turn)

    @activity.defn(no_thread_cancel_exception=True)
    def open_call(self, turn: Turn) -> NumberedMove:
        return self._contact(turn)

    @activity.defn(no_thread_cancel_exception=True)
    def ask_decision(self, turn: Turn) -> NumberedMove:
        return self.ledger.ask_decision(turn.case, turn.n, self.clock.now(), self.clock.shift)

    @activity.defn(no_thread_cancel_exception=True)
    def hand_over(self, turn: Turn) -> NumberedMove:
        return self.ledger.hand_over(turn.case, turn.n, self.clock.now(), self.deliver, self.clock.shift)

    @activity.defn(no_thread_cancel_exception=True)
    def look(self, turn: Turn) -> NumberedMove:
        return self._current(turn.case)

    @activity.defn(no_thread_cancel_exception=True)
    def record(self, report: Report) -> Recorded:
        """Hand a message that came by Temporal to the ledger; one that is no event is kept for a person."""
        return Recorded(answer=self._record(report), move=self._current(report.case))

    def _contact(self, turn: Turn) -> NumberedMove:
        began = time.monotonic()
        claim = self.ledger.claim(turn.case, turn.n, self.clock.now(), self.render, self.clock.shift)
        match claim:
            case Claimed(message) if message.channel is not Channel.CALL:
                # A try that waited long for a lock may have been given up, and another be looking after its contact.
                late = time.monotonic() - began > _FOR_THE_CLAIM * _seconds()
                outcome = NotActed() if late else self.ways[message.channel].send(message)
                return self._settle(turn.case, message, outcome, began)
            case Doubtful(message):
                return self._resolve(turn.case, message, began)
            case Claimed(move=move) | Closed(move=move):
                return move or self._current(turn.case)

    def _resolve(self, case: CaseRef, message: Message, began: float) -> NumberedMove:
        """An earlier try got as far as the claim: send again only on proof that the provider never acted."""
        way = self.ways[message.channel]
        left = message.claimed_at + way.grace - self.clock.now()
        if left > dt.timedelta(0):
            raise ApplicationError(
                "an earlier try may still be on its way to the provider",
                category=_BENIGN,
                next_retry_delay=left,
            )
        return self._settle(case, message, way.look_up(message), began)

    def _settle(self, case: CaseRef, message: Message, outcome: Outcome | NotActed, began: float) -> NumberedMove:
        """Write the outcome down, patiently: whatever was not written, the next try could only ask the provider about,
        which may have no answer."""
        left = _FOR_THE_RECORD * _seconds() - (time.monotonic() - began)
        return self.ledger.settle_contact(
            case, message.contact, outcome, self.clock.now(), self.clock.shift, patience=left
        )

    def _current(self, case: CaseRef, came: str | None = None) -> NumberedMove:
        return self.ledger.current(case, self.clock.now(), self.clock.shift, came)

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


def _seconds() -> float:
    """How long this try may take before the server gives it up."""
    limit = activity.info().start_to_close_timeout
    return limit.total_seconds() if limit else float("inf")


def _refusal(error: ValidationError) -> ApplicationError:
    return ApplicationError(_first_problem(error), type="NotAnEvent", non_retryable=True, category=_BENIGN)


def _first_problem(error: ValidationError) -> str:
    problem = error.errors(include_input=False, include_url=False)[0]
    place = ".".join(str(part) for part in problem["loc"][1:] or problem["loc"]) or "event"
    return f"{place}: {problem['msg']}"[:_LONGEST_REASON]
