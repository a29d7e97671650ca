"""What billing and other systems may report over HTTP: the fields of an event, checked, as an arrival."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from cobro.dunning import event as ev
from cobro.dunning.parties import Creditor
from cobro.gateway.particulars import read_customer
from cobro.gateway.problem import Flaw, flaws_of
from cobro.intake import form
from cobro.intake.problem import Unexpected
from cobro.ledger.receiving import Arrival

KINDS: dict[str, type[ev.Event]] = {
    "payment_received": ev.PaymentReceived,
    "payment_reversed": ev.PaymentReversed,
    "credit_issued": ev.CreditIssued,
    "cancelled": ev.Cancelled,
    "invoice_announced": ev.InvoiceAnnounced,
    "invoice_issued": ev.InvoiceIssued,
    "invoice_changed": ev.InvoiceChanged,
    "promise_made": ev.PromiseMade,
    "dispute_opened": ev.DisputeOpened,
    "dispute_resolved": ev.DisputeResolved,
    "hold_placed": ev.HoldPlaced,
    "hold_released": ev.HoldReleased,
    "written_off": ev.WrittenOff,
}
"""The rest is for people and providers: what was said in a call, where a case goes, what came of a message."""

_OURS = ("id", "creditor", "kind")
_FORMS = {"currency": form.currency, "iban": form.iban}


class Unfit(ValueError):
    """What was sent is no event; `flaws` say why."""

    def __init__(self, flaws: list[Flaw]) -> None:
        super().__init__("; ".join(f"{flaw.field}: {flaw.expected}" for flaw in flaws))
        self.flaws = flaws


@dataclass(frozen=True, slots=True)
class Sent:
    """Who sent something, by which way, and the SHA-256 of what was received."""

    creditor: Creditor
    who: str
    source: str
    received: str


def read_event(kind: str, event_id: str, data: Mapping[str, Any], sent: Sent) -> Arrival:
    """An event of the sender's creditor from its fields.

    Raises:
        Unfit: a field has a wrong form, or the event is about another creditor.
    """
    fields = dict(data)
    flaws = _about_another(fields, kind, event_id, sent)
    private = None
    if kind == "invoice_issued" and isinstance(fields.get("customer"), dict):
        customer, wrong = read_customer(fields["customer"], sent.creditor)
        flaws += [Flaw(f"data.{flaw.field}", flaw.expected, flaw.got) for flaw in wrong]
        if customer is not None:
            private = customer.model_dump(mode="json")
        # Where there is none the rest is read all the same, so that every flaw is told at once.
        fields["customer"] = customer.ref if customer else "unread"
    flaws += _take_forms(fields)
    try:
        event = KINDS[kind].model_validate({**fields, "id": event_id, "creditor": sent.creditor.id, "kind": kind})
        more = _at_odds(event, sent.creditor)
    except ValidationError as error:
        more = [_of_envelope(flaw) for flaw in flaws_of(error)]
    told = {flaw.field for flaw in flaws}
    flaws += [flaw for flaw in more if flaw.field not in told]
    if flaws:
        raise Unfit(flaws)
    return Arrival(event, sent.received, private=private, who=sent.who, source=sent.source)


def _about_another(fields: dict[str, Any], kind: str, event_id: str, sent: Sent) -> list[Flaw]:
    """The three fields that the envelope and the key decide may be repeated, and must then say the same."""
    decided = {"id": event_id, "creditor": sent.creditor.id, "kind": kind}
    came = {field: fields.pop(field) for field in _OURS if field in fields}
    expected = {"id": "the event's id, or nothing", "creditor": "the key's own creditor, or nothing"}
    return [
        Flaw(f"data.{field}", expected.get(field, "the event's kind, or nothing"), value)
        for field, value in came.items()
        if value != decided[field]
    ]


def _take_forms(fields: dict[str, Any]) -> list[Flaw]:
    flaws = []
    for field, read in _FORMS.items():
        value = fields.get(field)
        if isinstance(value, str):
            try:
                fields[field] = read(value)
            except Unexpected as unexpected:
                flaws.append(Flaw(f"data.{field}", unexpected.expected, value))
    return flaws


def _at_odds(event: ev.Event, creditor: Creditor) -> list[Flaw]:
    """What of an invoice cannot be true together; the ledger would keep it for a person, who could only ask."""
    if not isinstance(event, ev.InvoiceIssued | ev.InvoiceChanged):
        return []
    flaws = []
    if event.iban is not None and event.iban not in creditor.ibans:
        flaws.append(Flaw("data.iban", f"one of the creditor's own accounts: {', '.join(creditor.ibans)}", event.iban))
    if isinstance(event, ev.InvoiceIssued) and event.due < event.issued:
        flaws.append(Flaw("data.due", f"a day not before issued, {event.issued}", event.due))
    if isinstance(event, ev.InvoiceIssued) and event.paid > event.amount:
        flaws.append(Flaw("data.paid", f"at most the amount, {event.amount}", event.paid))
    return flaws


def _of_envelope(flaw: Flaw) -> Flaw:
    if flaw.field == "id":
        return flaw
    return Flaw(f"data.{flaw.field}" if flaw.field else "data", flaw.expected, flaw.got)
