"""What scripted people do, as the events and desk work that real ones would report."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from sqlalchemy import select

from cobro.dunning import event as ev
from cobro.dunning.answer import Answer
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
        self._reported: Counter[str] = Counter()
        self._last_payment: dict[str, str] = {}
        self.journal: list[Answer] = []

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
        self.journal.append(answer)
        return answer

    def _event(self, act: Act, invoice: t.Invoice, today: dt.date, task: int | None) -> ev.Event | None:
        # Counted for each invoice: the order in which customers act depends on the machine.
        self._reported[invoice.number] += 1
        number = f"{act.do.value}-{invoice.number}-{self._reported[invoice.number]}"
        about = {"id": number, "creditor": self._creditor}
        one = {**about, "invoice": invoice.number}
        part = self._share(invoice, act.share)
        together = self._together(invoice, act)
        money = {"amount": part.amount, "currency": part.currency}
        later = today + dt.timedelta(days=act.days)
        reason = {"reason": act.reason} if act.reason else {}
        back = {"call_back": later} if act.outcome is ev.CallOutcome.CALL_BACK else {}
        bodies: dict[What, dict[str, object] | None] = {
            What.PAY: {
                **about,
                "kind": "payment_received",
                "invoice": act.number or invoice.number,
                "amount": part.amount,
                "currency": act.currency or part.currency,
                "booked": today,
            },
            What.CREDIT: {**one, **money, "kind": "credit_issued", "issued": today},
            What.REVERSE: {
                **one,
                "kind": "payment_reversed",
                "payment": self._last_payment.get(invoice.number, "none"),
                "booked": today,
            },
            What.PROMISE: {
                **about,
                "amount": self._open(together).percent(Decimal(act.share)).amount,
                "currency": invoice.currency,
                "kind": "promise_made",
                "invoices": [each.number for each in together],
                "pay_by": later,
                "form": act.form,
            },
            What.DISPUTE: {**one, "kind": "dispute_opened", "amount": part.amount, **reason},
            What.RESOLVE: {**one, "kind": "dispute_resolved"},
            What.HOLD: {**one, "kind": "hold_placed", "until": later, **reason},
            What.RESUME: {**one, "kind": "hold_released"},
            What.PLAN: {**about, "kind": "plan_agreed", **self._plan(act, together, today)},
            What.CALL: {**about, "kind": "call_logged", "task": task, "outcome": act.outcome, **reason, **back}
            if task is not None
            else None,
            What.REPLY: {**one, "kind": "reply_received"},
            What.ANSWER: {**about, "kind": "reply_handled", "task": task} if task is not None else None,
            What.DECIDE: {**one, "kind": "handoff_decided", "to": act.to},
            What.WRITE_OFF: {**one, "kind": "written_off", **reason},
            What.CANCEL: {**one, "kind": "cancelled", **reason},
        }
        body = bodies[act.do]
        return None if body is None else ev.EVENT.validate_python(body)

    def _together(self, invoice: t.Invoice, act: Act) -> Sequence[t.Invoice]:
        if not act.also:
            return [invoice]
        with self._ledger.reading() as session:
            others = select(t.Invoice).where(t.Invoice.creditor_id == self._creditor, t.Invoice.number.in_(act.also))
            return [invoice, *session.scalars(others.order_by(t.Invoice.id))]

    def _share(self, invoice: t.Invoice, percent: int) -> Money:
        return self._open([invoice]).percent(Decimal(percent))

    def _open(self, invoices: Sequence[t.Invoice]) -> Money:
        """What is owed; of what is paid already, the whole sum: people do pay twice."""
        owed = sum((each.open for each in invoices), Money.zero(invoices[0].currency))
        return owed or sum((each.total for each in invoices), Money.zero(invoices[0].currency))

    def _plan(self, act: Act, invoices: Sequence[t.Invoice], today: dt.date) -> dict[str, object]:
        return {
            "invoices": [each.number for each in invoices],
            "currency": invoices[0].currency,
            "instalments": [
                {"due": today + dt.timedelta(days=act.days * (k + 1)), "amount": part.amount}
                for k, part in enumerate(self._open(invoices).share(act.instalments))
            ],
        }
