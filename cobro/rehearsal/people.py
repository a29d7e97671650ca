"""What scripted people do, as the events and desk work that real ones would report."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from cobro.dunning import event as ev
from cobro.dunning.answer import Answer, Verdict
from cobro.dunning.money import Money
from cobro.ledger import tables as t
from cobro.ledger.ledger import Ledger
from cobro.rehearsal.script import Act, What

WHO = "rehearsal"


class People:
    """Reports scripted acts to the ledger, and keeps a journal of every event that was reported."""

    def __init__(self, ledger: Ledger, creditor: str) -> None:
        self._ledger = ledger
        self._creditor = creditor
        self._count = 0
        self._last_payment: dict[str, str] = {}
        self.journal: list[tuple[str, Verdict]] = []

    def act(self, act: Act, invoice: t.Invoice, now: dt.datetime, today: dt.date, task: int | None = None) -> None:
        """Carry out one act; one that the ledger refuses stays in the journal as refused."""
        if act.do is What.CORRECT:
            self.mend(invoice, now, email=act.email, phone=act.phone)
            return
        event = self._event(act, invoice, today, task)
        if event is None:
            return
        for _ in range(2 if act.twice else 1):
            self._report(event, now)
        if isinstance(event, ev.PaymentReceived):
            self._last_payment[invoice.number] = event.id

    def mend(self, invoice: t.Invoice, now: dt.datetime, *, email: str | None, phone: str | None) -> None:
        """Close the open repairs of an invoice with corrected data."""
        from sqlalchemy import select

        with self._ledger.reading() as session:
            tasks = session.scalars(
                select(t.Task.id)
                .join(t.TaskInvoice, t.TaskInvoice.task_id == t.Task.id)
                .where(
                    t.TaskInvoice.invoice_id == invoice.id,
                    t.Task.state == t.TaskState.OPEN,
                    t.Task.kind == t.TaskKind.REPAIR,
                )
            ).all()
        for task in tasks:
            self._ledger.mend(self._creditor, task, now, who=WHO, email=email, phone=phone)

    def _report(self, event: ev.Event, now: dt.datetime) -> Answer:
        answer = self._ledger.record(event, now, who=WHO, source="rehearsal")
        self.journal.append((event.id, answer.verdict))
        return answer

    def _event(self, act: Act, invoice: t.Invoice, today: dt.date, task: int | None) -> ev.Event | None:
        self._count += 1
        about = {"id": f"{act.do.value}-{self._count:03}", "creditor": self._creditor}
        one = {**about, "invoice": invoice.number}
        part = self._share(invoice, act.share)
        money = {"amount": part.amount, "currency": part.currency}
        later = today + dt.timedelta(days=act.days)
        reason = {"reason": act.reason} if act.reason else {}
        bodies: dict[What, dict[str, object] | None] = {
            What.PAY: {**one, **money, "kind": "payment_received", "booked": today},
            What.CREDIT: {**one, **money, "kind": "credit_issued", "issued": today},
            What.REVERSE: {
                **one,
                "kind": "payment_reversed",
                "payment": self._last_payment.get(invoice.number, "none"),
                "booked": today,
            },
            What.PROMISE: {
                **about,
                **money,
                "kind": "promise_made",
                "invoices": [invoice.number],
                "pay_by": later,
                "form": act.form,
            },
            What.DISPUTE: {**one, "kind": "dispute_opened", "amount": part.amount, **reason},
            What.RESOLVE: {**one, "kind": "dispute_resolved"},
            What.HOLD: {**one, "kind": "hold_placed", "until": later, **reason},
            What.RESUME: {**one, "kind": "hold_released"},
            What.PLAN: {**about, "kind": "plan_agreed", **self._plan(act, invoice, today)},
            What.CALL: {**about, "kind": "call_logged", "task": task, "outcome": act.outcome, **reason}
            if task is not None
            else None,
            What.DECIDE: {**one, "kind": "handoff_decided", "to": act.to},
            What.WRITE_OFF: {**one, "kind": "written_off", **reason},
            What.CANCEL: {**one, "kind": "cancelled", **reason},
        }
        body = bodies[act.do]
        return None if body is None else ev.EVENT.validate_python(body)

    def _share(self, invoice: t.Invoice, percent: int) -> Money:
        base = invoice.open if invoice.open else invoice.total
        return base.percent(Decimal(percent))

    def _plan(self, act: Act, invoice: t.Invoice, today: dt.date) -> dict[str, object]:
        parts = (invoice.open or invoice.total).share(act.instalments)
        return {
            "invoices": [invoice.number],
            "currency": invoice.currency,
            "instalments": [
                {"due": today + dt.timedelta(days=act.days * (k + 1)), "amount": part.amount}
                for k, part in enumerate(parts)
            ],
        }
