"""`InvoiceCollection`: one episode of one unpaid invoice, from its first move to an ending.

It holds one numbered move, sleeps until its alarm, has it carried out by an activity, and gets the next move back. What
happens meanwhile reaches the ledger first; the workflow is only woken to ask what it stands at now.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any

from temporalio import workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import is_cancelled_exception

from workflows.attributes import ENDING

with workflow.unsafe.imports_passed_through():
    from activities.case_steps import CaseSteps
    from cobro.dunning.answer import Answer
    from cobro.dunning.contract import CaseStart, Report, Turn
    from cobro.dunning.move import Do, Ending, NumberedMove

_STEPS: dict[Do, Callable[[CaseSteps, Turn], NumberedMove]] = {
    Do.SEND_EMAIL: CaseSteps.send_email,
    Do.SEND_SMS: CaseSteps.send_sms,
    Do.OPEN_CALL: CaseSteps.open_call,
    Do.ASK_DECISION: CaseSteps.ask_decision,
    Do.HAND_OVER: CaseSteps.hand_over,
    Do.LOOK: CaseSteps.look,
}

_ONE_TRY = timedelta(minutes=1)
_RETRIES = RetryPolicy(initial_interval=timedelta(seconds=5), maximum_interval=timedelta(minutes=5))
"""For lost workers and databases only: what a provider refuses comes back as an ordinary move."""


@workflow.defn
class InvoiceCollection:
    """One unpaid invoice, collected."""

    @workflow.init
    def __init__(self, start: CaseStart) -> None:
        self._case = start.case
        self._move = start.move
        self._woken = False
        self._tried = 0
        self._inbox: list[Report] = []
        # Messages are recorded one by one, in the order in which they came.
        self._recording = asyncio.Lock()

    @workflow.run
    async def run(self, start: CaseStart) -> Ending:
        try:
            await self._collect()
        except BaseException as error:
            if not is_cancelled_exception(error):
                raise
            self._take("cancelled", {"id": f"cancel/{workflow.info().run_id}"})
            await self._take_in()
        ending = self._move.ending or Ending.CANCELLED
        workflow.set_current_details(self._move.details)
        workflow.upsert_search_attributes([ENDING.value_set(ending.value)])
        return ending

    async def _collect(self) -> None:
        while True:
            await self._take_in()
            if self._move.do is Do.END:
                await workflow.wait_condition(workflow.all_handlers_finished)
                if not self._inbox:
                    return
                continue
            if self._may_start_anew():
                workflow.continue_as_new(CaseStart(case=self._case, move=self._move))
            await self._next()

    async def _take_in(self) -> None:
        """Record what waits: no message that was accepted is lost, whatever ends the run."""
        while self._inbox:
            # It leaves the inbox only when it is in the ledger; a second try changes nothing there.
            await self._record(self._inbox[0])
            del self._inbox[0]
            if self._move.do is Do.END:
                await workflow.wait_condition(workflow.all_handlers_finished)

    def _may_start_anew(self) -> bool:
        suggested = workflow.info().is_continue_as_new_suggested()
        return suggested and workflow.all_handlers_finished() and not self._woken

    async def _next(self) -> None:
        """Wait for the alarm or a message. What to do is decided anew after either: both may come in one task."""
        move = self._move
        workflow.set_current_details(move.details)
        left = move.alarm - workflow.now()
        if left > timedelta(0):
            with suppress(TimeoutError):
                await workflow.wait_condition(
                    lambda: self._woken or bool(self._inbox) or self._move.n != move.n,
                    timeout=left,
                    timeout_summary=move.summary,
                )
        if self._inbox or self._move.n != move.n:
            return
        if not self._woken and self._tried == move.n:
            # The ledger did not move on, as after a restored backup: ask again, but not at once.
            self._tried = 0
            await workflow.sleep(_ONE_TRY)
            return
        self._tried = move.n if not self._woken else 0
        step = _STEPS[Do.LOOK] if self._woken else _STEPS[move.do]
        self._woken = False
        self._adopt(
            await workflow.execute_activity_method(
                step,
                Turn(case=self._case, n=move.n),
                start_to_close_timeout=_ONE_TRY,
                retry_policy=_RETRIES,
                summary=move.summary,
            )
        )

    async def _record(self, report: Report) -> Answer:
        async with self._recording:
            recorded = await workflow.execute_activity_method(
                CaseSteps.record, report, start_to_close_timeout=_ONE_TRY, retry_policy=_RETRIES
            )
        self._adopt(recorded.move)
        return recorded.answer

    def _adopt(self, move: NumberedMove) -> None:
        if move.n >= self._move.n:
            self._move = move

    def _report(self, kind: str, message: Any, *, keep: bool = True) -> Report:
        if isinstance(message, dict):
            invoice = self._case.invoice
            about: dict[str, Any] = {"invoices": [invoice]} if kind in _ABOUT_INVOICES else {"invoice": invoice}
            if kind in _ABOUT_NO_INVOICE:
                about = {}
            message = {**about, **message, "creditor": self._case.creditor, "kind": kind}
        return Report(
            case=self._case,
            event=message,
            keep=keep,
            source="signal" if keep else "update",
            fallback_id=f"unreadable/{workflow.uuid4()}",
        )

    def _take(self, kind: str, message: Any) -> None:
        self._inbox.append(self._report(kind, message))

    @workflow.signal(description="The ledger has news: look again. For the relay.")
    def wake(self) -> None:
        self._woken = True

    @workflow.signal(description="Money arrived: id, amount, currency, booked")
    def payment_received(self, message: Any) -> None:
        self._take("payment_received", message)

    @workflow.signal(description="The bank took a payment back: id, payment, booked")
    def payment_reversed(self, message: Any) -> None:
        self._take("payment_reversed", message)

    @workflow.signal(description="A credit note: id, amount, currency, issued")
    def credit_issued(self, message: Any) -> None:
        self._take("credit_issued", message)

    @workflow.signal(description="A promise to pay: id, amount, currency, pay_by, form, invoices")
    def promise_made(self, message: Any) -> None:
        self._take("promise_made", message)

    @workflow.signal(description="The customer contests the invoice: id, amount, reason")
    def dispute_opened(self, message: Any) -> None:
        self._take("dispute_opened", message)

    @workflow.signal(description="The dispute is settled: id")
    def dispute_resolved(self, message: Any) -> None:
        self._take("dispute_resolved", message)

    @workflow.signal(description="Leave the case in peace: id, until, reason")
    def hold(self, message: Any) -> None:
        self._take("hold_placed", message)

    @workflow.signal(description="The hold ends early: id")
    def resume(self, message: Any) -> None:
        self._take("hold_released", message)

    @workflow.signal(description="Instalments were agreed: id, currency, instalments, invoices")
    def plan_agreed(self, message: Any) -> None:
        self._take("plan_agreed", message)

    @workflow.signal(description="A call was made: id, task, outcome, reason, call_back")
    def call_logged(self, message: Any) -> None:
        self._take("call_logged", message)

    @workflow.signal(description="The customer wrote back: id")
    def reply_received(self, message: Any) -> None:
        self._take("reply_received", message)

    @workflow.signal(description="What the customer wrote is answered: id, task")
    def reply_handled(self, message: Any) -> None:
        self._take("reply_handled", message)

    @workflow.signal(description="A person decided to hand the case over: id, to")
    def handoff_decided(self, message: Any) -> None:
        self._take("handoff_decided", message)

    @workflow.signal(description="The claim is given up: id, reason")
    def written_off(self, message: Any) -> None:
        self._take("written_off", message)

    @workflow.signal(description="The invoice should not be collected: id, reason")
    def cancelled(self, message: Any) -> None:
        self._take("cancelled", message)

    @workflow.update(description="Any of the messages, with its kind, and the ledger's answer to it")
    async def record(self, message: dict[str, Any]) -> Answer:
        return await self._record(self._report(str(message.get("kind")), message, keep=False))

    @record.validator
    def _has_a_form(self, message: dict[str, Any]) -> None:
        for field in ("id", "kind"):
            if not isinstance(message.get(field), str) or not message[field]:
                raise ValueError(f"{field}: expected a text, got {message.get(field)!r}")


_ABOUT_INVOICES = ("promise_made", "plan_agreed", "formal_notice_approved")
_ABOUT_NO_INVOICE = ("call_logged", "reply_handled", "contact_reported", "message_received", "event_undone")
