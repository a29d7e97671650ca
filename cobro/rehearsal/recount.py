"""The three counts of a rehearsal that must be nought, counted without the code that prevents them.

They come from the files that left, the events as they were reported, and the journal of who reported them. Of what the
ledger decided, one thing is believed: which messages are no dunning (a promise confirmed, an answer).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cobro.dunning.answer import Answer, Verdict
from cobro.dunning.contact import ContactClass
from cobro.dunning.money import Money
from cobro.ledger import tables as t
from cobro.rehearsal.outbox_files import Sent

Journal = Sequence[Answer]
"""What was answered to every event that was reported; a repetition is an entry of its own."""

_MONEY = ("payment_received", "credit_issued")


class Recount:
    """Counts anew what came of the invoices of one creditor."""

    def __init__(self, session: Session, creditor: str, sent: Sequence[Sent], journal: Journal) -> None:
        self._session = session
        self._creditor = creditor
        self._journal = journal
        self._invoices = {
            each.number: each for each in session.scalars(select(t.Invoice).where(t.Invoice.creditor_id == creditor))
        }
        customers = session.scalars(select(t.Customer).where(t.Customer.creditor_id == creditor))
        self._zones = {each.id: ZoneInfo(each.value.zone) for each in customers}
        self._events = session.scalars(
            select(t.EventRow).where(t.EventRow.creditor_id == creditor).order_by(t.EventRow.id)
        ).all()
        courteous = set(session.scalars(select(t.Contact.id).where(t.Contact.contact_class != ContactClass.DUNNING)))
        self._sent = sent
        self._dunning = [message for message in sent if message.contact not in courteous]

    def duplicate_contacts(self) -> int:
        """Messages to a customer who had one that day already, or for a step that the invoice had gone through.

        What is owed in writing takes no day, and is not said twice either.
        """
        seen: set[tuple[object, ...]] = set()
        again = 0
        for message in self._sent:
            marks: set[tuple[object, ...]] = {step for step in message.steps if step[1]}
            if message in self._dunning:
                marks.add(self._day(message))
            again += bool(marks & seen)
            seen |= marks
        return again

    def contacts_after_payment(self) -> int:
        """Messages about an invoice that owed nothing at that moment, and calls made or still asked for about such."""
        messages = sum(
            self._owed(number, message.at) <= 0
            for message in self._dunning
            for number in message.numbers
            if number in self._invoices
        )
        return messages + self._calls_made_after_payment() + self._calls_open_after_payment()

    def lost_events(self) -> int:
        """Events that the ledger neither has nor refused, and money that is not all accounted for."""
        stored = {event.event_id for event in self._events}
        lost = {answer.event for answer in self._journal if answer.verdict is not Verdict.REFUSED} - stored
        return len(lost) + self._astray() + self._wrong_sums()

    def _day(self, message: Sent) -> tuple[object, ...]:
        owners = {self._invoices[number].customer_id for number in message.numbers if number in self._invoices}
        customer = min(owners, default=None)
        if customer is None:
            return message.to, message.at.date()
        return customer, message.at.astimezone(self._zones[customer]).date()

    def _owed(self, number: str, at: datetime | None = None) -> Decimal:
        """What an invoice owed at a moment (at the end, if none is given), by what was reported until then."""
        until = [each for each in self._applied() if at is None or each.recorded_at <= at]
        came = {
            e.event_id: Decimal(e.body["amount"]) for e in until if e.kind in _MONEY and e.body["invoice"] == number
        }
        for event in until:
            if event.kind == "payment_reversed":
                came.pop(event.body["payment"], None)
        return self._invoices[number].total.amount - sum(came.values())

    def _applied(self) -> list[t.EventRow]:
        return [event for event in self._events if event.status is t.EventStatus.APPLIED]

    def _calls_made_after_payment(self) -> int:
        about = self._numbers_of_tasks(live_only=False)
        return sum(
            all(self._owed(number, event.recorded_at) <= 0 for number in about[event.body["task"]])
            for event in self._applied()
            if event.kind == "call_logged"
        )

    def _calls_open_after_payment(self) -> int:
        about = self._numbers_of_tasks(live_only=True)
        waiting = self._session.scalars(
            select(t.Task.id).where(
                t.Task.creditor_id == self._creditor,
                t.Task.kind.in_(t.TALKS),
                t.Task.state == t.TaskState.OPEN,
            )
        )
        return sum(self._owed(number) <= 0 for task in waiting for number in about.get(task, ()))

    def _numbers_of_tasks(self, *, live_only: bool) -> dict[int, list[str]]:
        rows = select(t.TaskInvoice.task_id, t.Invoice.number).join(t.Invoice, t.Invoice.id == t.TaskInvoice.invoice_id)
        if live_only:
            rows = rows.where(t.TaskInvoice.live)
        about: dict[int, list[str]] = {}
        for task, number in self._session.execute(rows.where(t.Invoice.creditor_id == self._creditor)):
            about.setdefault(task, []).append(number)
        return about

    def _astray(self) -> int:
        """Payments and credit notes whose money is neither on an invoice nor noted as too much."""
        applied = self._applied()
        undone = {event.body["payment"] for event in applied if event.kind == "payment_reversed"}
        placed: Counter[int] = Counter()
        for event_id, minor in self._session.execute(select(t.Allocation.event_id, t.Allocation.minor)):
            placed[event_id] += minor
        return sum(
            placed[event.id] + event.unapplied_minor
            != Money(Decimal(event.body["amount"]), event.body["currency"]).minor
            for event in applied
            if event.kind in _MONEY and event.event_id not in undone
        )

    def _wrong_sums(self) -> int:
        """Invoices whose balance is not the sum of what was put on them."""
        sums = dict(
            self._session.execute(
                select(t.Allocation.invoice_id, func.sum(t.Allocation.minor)).group_by(t.Allocation.invoice_id)
            ).all()
        )
        return sum(each.applied_minor != sums.get(each.id, 0) for each in self._invoices.values())
