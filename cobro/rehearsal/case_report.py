"""One case in the report of a rehearsal: its endings, its contacts, its events. Days are the customer's own."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from cobro.dunning.contact import Channel, ContactState
from cobro.ledger import tables as t

# The ledger numbers promises in the order in which customers made them, which differs from run to run.
_NUMBERED = re.compile(r"(.*promise.*)-\d+")
_Lines = defaultdict[int, list[dict[str, str]]]


def unnumbered(step: str) -> str:
    """A step without the ledger's number of a promise."""
    return _NUMBERED.sub(r"\1", step)


class CaseReports:
    """Reads all cases of a creditor once, and tells each."""

    def __init__(self, session: Session, creditor: str) -> None:
        self._session = session
        self._creditor = creditor
        customers = session.scalars(select(t.Customer).where(t.Customer.creditor_id == creditor))
        self._zones = {each.id: ZoneInfo(each.value.zone) for each in customers}
        self._invoices = {
            each.number: each for each in session.scalars(select(t.Invoice).where(t.Invoice.creditor_id == creditor))
        }
        self._kept: list[dict[str, str]] = []
        self._endings = self._read_endings()
        self._contacts = self._read_contacts()
        self._events = self._read_events()

    def of(self, invoice: t.Invoice) -> dict[str, Any]:
        """A case by its invoice; the customer by the ledger's own key, as in the Temporal Web UI."""
        return {
            "invoice": invoice.number,
            "customer": f"c{invoice.customer_id}",
            "open": str(invoice.open),
            "endings": self._endings[invoice.id],
            "contacts": self._contacts[invoice.id],
            "events": self._events[invoice.id],
        }

    def kept(self) -> list[dict[str, str]]:
        """Events that were not applied and wait for a person."""
        return sorted(self._kept, key=lambda event: (event["day"], event["event"]))

    def _read_endings(self) -> dict[int, list[str]]:
        rows = self._session.execute(
            select(t.Episode.invoice_id, t.Episode.ending).order_by(t.Episode.invoice_id, t.Episode.k)
        )
        endings: dict[int, list[str]] = defaultdict(list)
        for invoice, ending in rows:
            endings[invoice].append(ending.value if ending else "open")
        return endings

    def _read_contacts(self) -> _Lines:
        called = dict(
            self._session.execute(
                select(t.TaskInvoice.contact_id, t.Call.outcome)
                .join(t.Call, t.Call.task_id == t.TaskInvoice.task_id)
                .order_by(t.Call.id)
            ).all()
        )
        rows = self._session.execute(
            select(t.ContactStep.invoice_id, t.ContactStep.step, t.Contact)
            .join(t.Contact, t.Contact.id == t.ContactStep.contact_id)
            .where(t.Contact.creditor_id == self._creditor)
            .order_by(t.Contact.claimed_at, t.ContactStep.id)
        )
        contacts: _Lines = defaultdict(list)
        for invoice, step, contact in rows:
            outcome = contact.state.value
            if contact.channel is Channel.CALL:
                waiting = contact.state is ContactState.SENT
                outcome = called[contact.id].value if contact.id in called else "on the desk" if waiting else outcome
            contacts[invoice].append(
                {
                    "step": unnumbered(step),
                    "channel": contact.channel.value,
                    "day": contact.local_day.isoformat(),
                    "outcome": outcome,
                }
            )
        return contacts

    def _read_events(self) -> _Lines:
        of_task: dict[int, list[int]] = defaultdict(list)
        for task, invoice in self._session.execute(select(t.TaskInvoice.task_id, t.TaskInvoice.invoice_id)):
            of_task[task].append(invoice)
        rows = self._session.scalars(
            select(t.EventRow)
            .where(t.EventRow.creditor_id == self._creditor)
            .order_by(t.EventRow.recorded_at, t.EventRow.id)
        )
        events: _Lines = defaultdict(list)
        for row in rows:
            named = (row.body.get("invoice"), *row.body.get("invoices", ()))
            about = [self._invoices[number] for number in named if number in self._invoices]
            ids = [each.id for each in about] or of_task.get(row.body.get("task", 0), [])
            zone = self._zones[about[0].customer_id] if about else self._zone_of(ids)
            line = {"kind": row.kind, "day": row.recorded_at.astimezone(zone).date().isoformat()}
            line["status"] = row.status.value
            if row.status is t.EventStatus.KEPT:
                self._kept.append({"event": row.event_id, **line, "reason": row.reason})
            for each in ids:
                events[each].append(line)
        return events

    def _zone_of(self, invoice_ids: list[int]) -> ZoneInfo:
        owners = [each.customer_id for each in self._invoices.values() if each.id in invoice_ids]
        return self._zones[owners[0]] if owners else ZoneInfo("UTC")
