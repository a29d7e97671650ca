"""The report of a rehearsal, and its three counts that must be nought.

Duplicates, contacts after payment and lost events are counted from the files that left, the reported events as they
came, and the driver's journal. Nothing here uses the code that prevents them.
"""

from __future__ import annotations

import datetime as dt
import email
import email.policy
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from cobro.dunning.answer import Verdict
from cobro.ledger import tables as t


@dataclass(frozen=True, slots=True)
class Sent:
    """One message as its file tells it. `at` is aware."""

    channel: str
    to: str
    at: dt.datetime
    steps: tuple[tuple[str, str], ...]
    """Invoice numbers, and the step that the message was for each of them."""

    @property
    def invoices(self) -> tuple[str, ...]:
        return tuple(number for number, _ in self.steps)


def read_outbox(folder: Path, numbers: Sequence[str]) -> list[Sent]:
    """Read what left from the files alone."""
    sent = [_read_mail(path) for path in sorted(folder.glob("*.eml"))]
    return sent + [_read_text(path, numbers) for path in sorted(folder.glob("*.txt"))]


def make_report(
    session: Session,
    creditor: str,
    outbox: Path,
    days: int,
    journal: Sequence[tuple[str, Verdict]],
    zone: ZoneInfo,
) -> dict[str, Any]:
    """Put the report together; see the module for how its counts are made."""
    invoices = session.scalars(
        select(t.Invoice).where(t.Invoice.creditor_id == creditor).order_by(t.Invoice.number)
    ).all()
    sent = read_outbox(outbox, [invoice.number for invoice in invoices])
    events = session.scalars(select(t.EventRow).where(t.EventRow.creditor_id == creditor)).all()
    ids = [invoice.id for invoice in invoices]
    episodes = session.scalars(
        select(t.Episode).where(t.Episode.invoice_id.in_(ids)).order_by(t.Episode.invoice_id, t.Episode.k)
    ).all()
    endings = Counter(episode.ending.value for episode in episodes if episode.ending)
    return {
        "invoices": len(invoices),
        "customers": len({invoice.customer_id for invoice in invoices}),
        "days": days,
        "endings": dict(sorted(endings.items())),
        "messages": dict(sorted(Counter(message.channel for message in sent).items())),
        "calls": len(session.scalars(select(t.Call.id)).all()),
        "open_cases": sum(episode.ending is None for episode in episodes),
        "duplicate_contacts": count_duplicates(sent, zone),
        "contacts_after_payment": count_after_payment(sent, invoices, events) + _calls_after_payment(session, ids),
        "lost_events": count_lost(session, events, journal),
        "cases": [_case(invoice, episodes, sent, events) for invoice in invoices],
    }


def count_duplicates(sent: Sequence[Sent], zone: ZoneInfo) -> int:
    """Messages beyond the first to one address on one day, and steps that an invoice went through twice.

    A text message does not tell its step, so the day speaks for it.
    """
    a_day = Counter((message.to, message.at.astimezone(zone).date()) for message in sent)
    a_step = Counter(step for message in sent for step in message.steps if message.channel == "email")
    return sum(n - 1 for n in a_day.values()) + sum(n - 1 for n in a_step.values())


def count_after_payment(sent: Sequence[Sent], invoices: Sequence[t.Invoice], events: Sequence[t.EventRow]) -> int:
    """Messages about an invoice that owed nothing at that moment, by the events as they were reported."""
    totals = {invoice.number: invoice.total.amount for invoice in invoices}
    return sum(
        _owed(number, totals[number], events, message.at) <= 0 for message in sent for number in message.invoices
    )


def count_lost(session: Session, events: Sequence[t.EventRow], journal: Sequence[tuple[str, Verdict]]) -> int:
    """Reported events that the ledger neither has nor refused, and payments whose money is not all accounted for."""
    stored = {event.event_id for event in events}
    lost = {event_id for event_id, verdict in journal if verdict is not Verdict.REFUSED and event_id not in stored}
    undone = {e.body["payment"] for e in events if e.kind == "payment_reversed" and e.status is t.EventStatus.APPLIED}
    placed: Counter[int] = Counter()
    for allocation in session.scalars(select(t.Allocation)):
        placed[allocation.event_id] += allocation.minor
    numbers = {i.number: i for i in session.scalars(select(t.Invoice))}
    astray = [
        e
        for e in events
        if e.kind in ("payment_received", "credit_issued")
        and e.status is t.EventStatus.APPLIED
        and e.event_id not in undone
        and placed[e.id] + e.unapplied_minor != _minor(e.body["amount"], numbers[e.body["invoice"]])
    ]
    return len(lost) + len(astray)


def _minor(amount: str, invoice: t.Invoice) -> int:
    digits = -int(invoice.total.amount.as_tuple().exponent)
    return int(Decimal(amount).scaleb(digits))


def _owed(number: str, total: Decimal, events: Sequence[t.EventRow], at: dt.datetime) -> Decimal:
    came = {e.event_id: Decimal(e.body["amount"]) for e in events if _is_money(e, number) and e.recorded_at <= at}
    for event in events:
        if event.kind == "payment_reversed" and event.status is t.EventStatus.APPLIED and event.recorded_at <= at:
            came.pop(event.body["payment"], None)
    return total - sum(came.values())


def _is_money(event: t.EventRow, number: str) -> bool:
    money = event.kind in ("payment_received", "credit_issued") and event.status is t.EventStatus.APPLIED
    return money and event.body["invoice"] == number


def _calls_after_payment(session: Session, invoice_ids: Sequence[int]) -> int:
    rows = session.execute(
        select(t.Task.id, t.Invoice.total_minor, t.Invoice.applied_minor)
        .join(t.TaskInvoice, t.TaskInvoice.task_id == t.Task.id)
        .join(t.Invoice, t.Invoice.id == t.TaskInvoice.invoice_id)
        .where(t.Task.kind == "call", t.Task.state == "open", t.TaskInvoice.live, t.Invoice.id.in_(invoice_ids))
    )
    return sum(total <= applied for _, total, applied in rows)


def _read_mail(path: Path) -> Sent:
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    return Sent(
        channel="email",
        to=message["To"].addresses[0].addr_spec,
        at=message["Date"].datetime,
        steps=tuple(_pair(part) for part in str(message["X-Cobro-Steps"]).split("; ")),
    )


def _read_text(path: Path, numbers: Sequence[str]) -> Sent:
    text = path.read_text(encoding="utf-8")
    moment = dt.datetime.strptime(path.name.split("-")[0], "%Y%m%dT%H%M%SZ").replace(tzinfo=dt.UTC)
    return Sent(
        channel="sms",
        to=text.splitlines()[0].removeprefix("To:").strip(),
        at=moment,
        steps=tuple((number, "sms") for number in numbers if number in text),
    )


def _pair(text: str) -> tuple[str, str]:
    number, _, step = text.rpartition("=")
    return number, step


def _case(
    invoice: t.Invoice, episodes: Sequence[t.Episode], sent: Sequence[Sent], events: Sequence[t.EventRow]
) -> dict[str, Any]:
    own = [episode for episode in episodes if episode.invoice_id == invoice.id]
    return {
        "invoice": invoice.number,
        "open": str(invoice.open),
        "endings": [episode.ending.value if episode.ending else "open" for episode in own],
        "contacts": [
            f"{message.at.date()} {message.channel} {step}"
            for message in sorted(sent, key=lambda message: message.at)
            for number, step in message.steps
            if number == invoice.number
        ],
        "events": [
            f"{event.recorded_at.date()} {event.kind} {event.status.value}"
            for event in events
            if invoice.number in (event.body.get("invoice"), *event.body.get("invoices", ()))
        ],
    }
