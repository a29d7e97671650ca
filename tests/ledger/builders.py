"""Small things to put into a ledger: a creditor, customers, invoices, events and moments.

The invoices of these tests fall due on Monday, 2 March 2026. Under the ladder `four-weeks` the courtesy letter leaves
on Tuesday the 3rd, the friendly one on Monday the 9th, and the first call is put on the desk on Monday the 16th.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from cobro.dunning import event as ev
from cobro.dunning.contact import Channel
from cobro.dunning.contract import CaseRef
from cobro.dunning.letter import Letter
from cobro.dunning.parties import Book, Creditor, Customer, Invoice
from cobro.intake.creditor_yaml import read_creditor

ROOT = Path(__file__).parents[2]
MADRID = ZoneInfo("Europe/Madrid")
CREDITOR: Creditor = read_creditor(ROOT / "examples" / "creditor.yaml")
EBRO = CREDITOR.id
SENIOR = CREDITOR.member("senior").name
JUNIOR = CREDITOR.member("junior").name

IMPORTED = "2026-03-02 08:00"
COURTESY = "2026-03-03 10:30"
FRIENDLY = "2026-03-09 10:30"
CALL = "2026-03-16 10:30"


def at(text: str) -> dt.datetime:
    """A moment on the clocks of Madrid."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=MADRID)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def customer(ref: str = "C-1", **changes: Any) -> Customer:
    values: dict[str, Any] = {
        "ref": ref,
        "name": f"Panadería {ref}, S.L.",
        "kind": "company",
        "email": f"{ref.lower()}@espiga.example",
        "phone": "+34976000111",
        "address": "Calle Delicias 18, 50017 Zaragoza",
        "country": "ES",
        "region": "AR",
        "zone": "Europe/Madrid",
        "language": "es",
    }
    return Customer(**values | changes)


def invoice(number: str = "F-1", of: str = "C-1", amount: str = "100", **changes: Any) -> Invoice:
    values: dict[str, Any] = {
        "number": number,
        "customer": of,
        "issued": day("2026-02-01"),
        "due": day("2026-03-02"),
        "amount": Decimal(amount),
        "currency": "EUR",
        "reference": number,
    }
    return Invoice(**values | changes)


def book(*invoices: Invoice, customers: tuple[Customer, ...] | None = None, creditor: str = EBRO) -> Book:
    refs = sorted({each.customer for each in invoices})
    owing = tuple(customer(ref) for ref in refs) if customers is None else customers
    return Book(creditor=creditor, customers=owing, invoices=invoices)


def case(number: str = "F-1", episode: int = 1, creditor: str = EBRO) -> CaseRef:
    return CaseRef(creditor=creditor, invoice=number, episode=episode)


def render(channel: Channel, letter: Letter) -> bytes:
    """What a letter is about, in bytes."""
    lines = "; ".join(f"{line.number} {line.step} {line.asked}" for line in letter.lines)
    return f"{channel.value} {letter.name}: {lines}".encode()


def event(kind: str, event_id: str | None = None, /, **values: Any) -> ev.Event:
    """An event about invoice F-1, unless said otherwise."""
    about: dict[str, Any] = {"invoice": "F-1"}
    if kind in ("promise_made", "plan_agreed"):
        about = {"invoices": ("F-1",), "currency": "EUR"}
    elif kind == "formal_notice_approved":
        about = {"invoices": ("F-1",)}
    elif kind in ("call_logged", "reply_handled", "contact_reported", "message_received", "event_undone"):
        about = {}
    return ev.EVENT.validate_python({"id": event_id or kind, "kind": kind, "creditor": EBRO, **about, **values})


def payment(event_id: str = "P-1", amount: str = "100", number: str = "F-1", **values: Any) -> ev.Event:
    money = {"amount": Decimal(amount), "currency": "EUR", "booked": day("2026-03-10")}
    return event("payment_received", event_id, invoice=number, **money | values)


def reversal(of: str = "P-1", event_id: str | None = None, number: str = "F-1", **values: Any) -> ev.Event:
    more = {"payment": of, "booked": day("2026-03-12")} | values
    return event("payment_reversed", event_id or f"R-{of}", invoice=number, **more)


def credit(event_id: str = "N-1", amount: str = "100", number: str = "F-1") -> ev.Event:
    money = {"amount": Decimal(amount), "currency": "EUR", "issued": day("2026-03-10")}
    return event("credit_issued", event_id, invoice=number, **money)


def promise(pay_by: str, amount: str = "100", event_id: str = "V-1", **values: Any) -> ev.Event:
    return event("promise_made", event_id, amount=Decimal(amount), pay_by=day(pay_by), **values)


def plan(*parts: tuple[str, str], event_id: str = "L-1", **values: Any) -> ev.Event:
    """A plan of instalments, each a day and an amount."""
    instalments = [{"due": day(due), "amount": Decimal(amount)} for due, amount in parts]
    return event("plan_agreed", event_id, instalments=instalments, **values)


def called(task: int, outcome: str, event_id: str = "T-1", **values: Any) -> ev.Event:
    return event("call_logged", event_id, task=task, outcome=outcome, **values)


def issued(
    number: str = "F-9", of: str = "C-1", amount: str = "50", event_id: str | None = None, **more: Any
) -> ev.Event:
    """An invoice as billing tells of it, due on the day of all the others."""
    values = {"issued": day("2026-02-01"), "due": day("2026-03-02"), "amount": Decimal(amount), "currency": "EUR"}
    return event("invoice_issued", event_id or f"I-{number}", invoice=number, customer=of, **values | more)


def changed(event_id: str = "G-1", number: str = "F-1", **values: Any) -> ev.Event:
    """A known invoice that says something else; an amount is in euros."""
    currency = {"currency": "EUR"} if "amount" in values else {}
    return event("invoice_changed", event_id, invoice=number, **currency | values)


def reported(contact: str, report: str, now: str, event_id: str | None = None, **values: Any) -> ev.Event:
    """What a provider tells of a contact."""
    return event("contact_reported", event_id or f"W-{report}", contact=contact, report=report, at=at(now), **values)


def message(event_id: str = "M-1", channel: str = "email", **values: Any) -> ev.Event:
    """What somebody wrote; who it was stands beside it."""
    return event("message_received", event_id, channel=channel, **values)


def undoing(of: str, event_id: str | None = None) -> ev.Event:
    return event("event_undone", event_id or f"undo-{of}", event=of)


def particulars(ref: str = "C-1", **changes: Any) -> dict[str, Any]:
    """A customer's data as they stand beside an event."""
    return customer(ref, **changes).model_dump(mode="json", exclude={"ref"})
