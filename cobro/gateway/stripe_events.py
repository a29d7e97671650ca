"""What Stripe's events mean for collection.

Money has one source for each way of paying, so that none is counted twice: `invoice.paid` for what was paid on a Stripe
invoice, `payment_intent.succeeded` for a payment of another kind that names an invoice in its metadata
(`metadata.invoice`). `charge.succeeded` and `invoice_payment.paid` tell of the same money and are ignored.

An event of ours carries the id of Stripe's object: `stripe/in_1` when the invoice is issued, `stripe/in_1/paid`,
`stripe/pi_1`. Stripe may send several events about one thing; and what comes later about an object is tied by it.

Which fields Stripe's objects have was not tried against Stripe; it is read leniently. What is about money and cannot be
tied to an invoice is for a person.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from cobro.dunning.parties import CustomerKind
from cobro.gateway.billing import Sent, Unfit, read_event
from cobro.gateway.stripe_money import amount_of, day_of
from cobro.ledger.receiving import Arrival

Object = Mapping[str, Any]
Known = Callable[[list[str]], Mapping[str, Mapping[str, Any]]]
"""The bodies of stored events, by id."""


class ForPerson(Exception):
    """It is about money, and cannot be mapped; the message says why."""


@dataclass(frozen=True, slots=True)
class StripeEvent:
    """One event as Stripe sent it."""

    id: str
    type: str
    created: object
    object: Object


def arrivals_of(event: StripeEvent, sent: Sent, known: Known) -> list[Arrival]:
    """What an event means; nothing where it means nothing here.

    Raises:
        ForPerson: a person has to look at it, at Stripe.
    """
    mapping = _MAPPINGS.get(event.type)
    if mapping is None:
        return []
    try:
        return [read_event(kind, event_id, data, sent) for kind, event_id, data in mapping(event, sent, known)]
    except Unfit as problem:
        fields = ", ".join(flaw.field for flaw in problem.flaws)
        raise ForPerson(f"{event.type}: not understood ({fields})"[:200]) from None


_Found = Iterator[tuple[str, str, dict[str, Any]]]
"""Kind, id and fields of events."""


def _issued(event: StripeEvent, sent: Sent, _: Known) -> _Found:
    invoice = event.object
    asked = amount_of(invoice.get("amount_remaining"), invoice.get("currency"))
    if asked is None:  # paid when it was issued, or a credit: nothing to collect
        return
    issued = _day(_of(invoice, "status_transitions").get("finalized_at"), event, sent)
    due = day_of(invoice.get("due_date"), sent.creditor.zone)
    fields = {
        **_sum(asked),
        "invoice": _number(invoice),
        "customer": _customer(invoice, sent),
        "issued": issued,
        "due": max(due or issued, issued),
        "method": "transfer" if invoice.get("collection_method") == "send_invoice" else "card",
    }
    yield "invoice_issued", f"stripe/{_id(invoice)}", fields


def _paid(event: StripeEvent, sent: Sent, _: Known) -> _Found:
    invoice = event.object
    paid = amount_of(invoice.get("amount_paid"), invoice.get("currency"))
    if paid is None:  # settled without money, by a balance or a credit note
        return
    booked = _day(_of(invoice, "status_transitions").get("paid_at"), event, sent)
    yield (
        "payment_received",
        f"stripe/{_id(invoice)}/paid",
        {**_sum(paid), "invoice": _number(invoice), "booked": booked},
    )


def _succeeded(event: StripeEvent, sent: Sent, _: Known) -> _Found:
    intent = event.object
    order = _of(intent, "payment_details").get("order_reference")
    if intent.get("invoice") or str(order).startswith("in_"):
        return  # its invoice tells
    number = _of(intent, "metadata").get("invoice")
    paid = amount_of(intent.get("amount_received"), intent.get("currency"))
    if not number or paid is None:
        raise ForPerson("a payment without metadata.invoice: it is for no invoice that is known here")
    booked = _day(event.created, event, sent)
    yield "payment_received", f"stripe/{_id(intent)}", {**_sum(paid), "invoice": number, "booked": booked}


def _refunded(event: StripeEvent, sent: Sent, known: Known) -> _Found:
    charge = event.object
    payment, body = _payment_of(charge, known)
    returned = amount_of(charge.get("amount_refunded"), charge.get("currency"))
    _needs_whole(returned, body)
    yield "payment_reversed", f"stripe/{event.id}", _reversal(payment, body, event, sent)


def _charged_back(event: StripeEvent, sent: Sent, known: Known) -> _Found:
    dispute = event.object
    payment, body = _payment_of(dispute, known)
    contested = amount_of(dispute.get("amount"), dispute.get("currency"))
    _needs_whole(contested, body)
    if str(dispute.get("status")).startswith("warning"):
        raise ForPerson("an inquiry about a payment: the money has not been taken back yet")
    yield "payment_reversed", f"stripe/{event.id}", _reversal(payment, body, event, sent)
    goods = str(dispute.get("reason")).startswith("product_")
    said = {"invoice": body["invoice"], "amount": body["amount"], "reason": "goods" if goods else "other"}
    yield "dispute_opened", f"stripe/{event.id}/dispute", said


def _left(event: StripeEvent, _: Sent, __: Known) -> _Found:
    yield "cancelled", f"stripe/{event.id}", {"invoice": _number(event.object)}


def _given_up(event: StripeEvent, _: Sent, __: Known) -> _Found:
    yield "written_off", f"stripe/{event.id}", {"invoice": _number(event.object)}


def _credited(event: StripeEvent, sent: Sent, known: Known) -> _Found:
    note = event.object
    credited = amount_of(note.get("amount"), note.get("currency"))
    if credited is None:
        return
    issued = f"stripe/{note.get('invoice')}"
    number = _of(note, "metadata").get("invoice") or known([issued]).get(issued, {}).get("invoice")
    if number is None:
        raise ForPerson("a credit note for an invoice that did not come from Stripe")
    day = _day(note.get("effective_at"), event, sent)
    yield "credit_issued", f"stripe/{_id(note)}", {**_sum(credited), "invoice": number, "issued": day}


_MAPPINGS: dict[str, Callable[[StripeEvent, Sent, Known], _Found]] = {
    "invoice.finalized": _issued,
    "invoice.paid": _paid,
    "payment_intent.succeeded": _succeeded,
    "charge.refunded": _refunded,
    "charge.dispute.created": _charged_back,
    "invoice.voided": _left,
    "invoice.marked_uncollectible": _given_up,
    "credit_note.created": _credited,
}


def _payment_of(thing: Object, known: Known) -> tuple[str, Mapping[str, Any]]:
    """The stored payment that a charge or a dispute is about, by its id at Stripe."""
    candidates = [f"stripe/{thing.get('payment_intent')}", f"stripe/{thing.get('invoice')}/paid"]
    found = known(candidates)
    for candidate in candidates:
        if candidate in found:
            return candidate, found[candidate]
    raise ForPerson("money was taken back of a payment that is not known here")


def _needs_whole(came: tuple[str, str] | None, body: Mapping[str, Any]) -> None:
    if came is None or (Decimal(came[0]), came[1]) != (Decimal(body["amount"]), body["currency"]):
        raise ForPerson("a part of a payment was taken back")


def _reversal(payment: str, body: Mapping[str, Any], event: StripeEvent, sent: Sent) -> dict[str, Any]:
    return {"payment": payment, "invoice": body["invoice"], "booked": _day(event.created, event, sent)}


def _customer(invoice: Object, sent: Sent) -> str | dict[str, Any]:
    """The particulars, or where they are not whole only Stripe's own number: a customer who is known has them."""
    ref = invoice.get("customer")
    if not isinstance(ref, str):
        raise ForPerson("an invoice without a customer")
    address = _of(invoice, "customer_address")
    town = " ".join(str(address[part]) for part in ("postal_code", "city") if address.get(part))
    lines = [str(address[part]) for part in ("line1", "line2") if address.get(part)]
    name = invoice.get("customer_name")
    if not name or not (lines or town):
        return ref
    # No tax number: the law that protects most is taken to apply.
    kind = CustomerKind.COMPANY if invoice.get("customer_tax_ids") else CustomerKind.CONSUMER
    said = {
        "ref": ref,
        "name": str(name),
        "kind": kind.value,
        "email": invoice.get("customer_email"),
        "phone": invoice.get("customer_phone"),
        "address": ", ".join(filter(None, (*lines, town))),
        "country": address.get("country") or sent.creditor.country,
    }
    return {field: value.strip() for field, value in said.items() if isinstance(value, str) and value.strip()}


def _number(invoice: Object) -> object:
    return _of(invoice, "metadata").get("invoice") or invoice.get("number")


def _id(thing: Object) -> str:
    found = thing.get("id")
    if not isinstance(found, str) or not found:
        raise ForPerson("an object without an id")
    return found


def _day(seconds: object, event: StripeEvent, sent: Sent) -> dt.date:
    found = day_of(seconds, sent.creditor.zone) or day_of(event.created, sent.creditor.zone)
    if found is None:
        raise ForPerson("an event without a moment")
    return found


def _sum(money: tuple[str, str]) -> dict[str, Any]:
    return {"amount": money[0], "currency": money[1]}


def _of(thing: Object, name: str) -> Object:
    found = thing.get(name)
    return found if isinstance(found, dict) else {}
