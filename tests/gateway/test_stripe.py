"""Stripe's webhooks: who may send them, and what each means for what is owed."""

from __future__ import annotations

import json
from typing import Any

import pytest
import stripe
from hypothesis import given
from hypothesis import strategies as st

from cobro.dunning.event import EVENT, InvoiceIssued
from cobro.dunning.money import Money
from cobro.gateway.stripe_money import amount_of
from cobro.gateway.stripe_signature import is_signed
from cobro.ledger import tables as t
from tests.gateway.conftest import HandClock, Open
from tests.gateway.served import Got, Served
from tests.gateway.test_events import open_of
from tests.ledger.builders import EBRO, at

SECRET, OLD_SECRET = "whsec_new", "whsec_old"
INVOICE: dict[str, Any] = {
    "id": "in_1",
    "object": "invoice",
    "number": "S-0001",
    "customer": "cus_1",
    "customer_name": "Bar Duero",
    "customer_email": "bar@duero.example",
    "customer_address": {"line1": "Calle Real 1", "city": "Soria", "postal_code": "42001", "country": "ES"},
    "amount_remaining": 12100,
    "amount_paid": 0,
    "currency": "eur",
    "collection_method": "send_invoice",
    "due_date": int(at("2026-04-01 12:00").timestamp()),
    "status_transitions": {"finalized_at": int(at("2026-03-01 12:00").timestamp())},
}
PAID = {**INVOICE, "amount_remaining": 0, "amount_paid": 12100}
INTENT: dict[str, Any] = {
    "id": "pi_1",
    "amount_received": 6000,
    "currency": "eur",
    "metadata": {"invoice": "F-1"},
}
CHARGE: dict[str, Any] = {"id": "ch_1", "payment_intent": "pi_1", "amount_refunded": 6000, "currency": "eur"}


@pytest.fixture
def gateway(opened: Open) -> Served:
    return opened(stripe_secrets={EBRO: [SECRET, OLD_SECRET]})


def signed(content: bytes, clock: HandClock, secret: str = SECRET, age: int = 0) -> dict[str, str]:
    """The header that Stripe's own package makes."""
    moment = int(clock.now().timestamp()) - age
    header = stripe.WebhookSignature.generate_signature_header(content.decode(), secret, timestamp=moment)
    return {"Stripe-Signature": header, "Content-Type": "application/json"}


def body_of(type_: str, thing: object, event_id: str = "evt_1") -> bytes:
    created = int(at("2026-03-10 08:00").timestamp())
    return json.dumps({"id": event_id, "type": type_, "created": created, "data": {"object": thing}}).encode()


def tell(gateway: Served, clock: HandClock, type_: str, thing: object, event_id: str = "evt_1") -> Got:
    content = body_of(type_, thing, event_id)
    got = gateway.send("POST", f"/hooks/stripe/{EBRO}", content, signed(content, clock))
    assert got.status == 200, got.body
    gateway.apply()
    return got


@pytest.mark.parametrize("secret", [SECRET, OLD_SECRET])
def test_what_stripe_signed_is_taken(gateway: Served, clock: HandClock, secret: str) -> None:
    content = body_of("payment_intent.succeeded", INTENT)

    got = gateway.send("POST", f"/hooks/stripe/{EBRO}", content, signed(content, clock, secret))

    assert got.json == {"answers": [{"event": "stripe/pi_1", "verdict": "received", "reason": ""}]}


@pytest.mark.parametrize("age", [-301, 301])
def test_a_stale_signature_is_refused(gateway: Served, clock: HandClock, age: int) -> None:
    content = body_of("payment_intent.succeeded", INTENT)

    got = gateway.send("POST", f"/hooks/stripe/{EBRO}", content, signed(content, clock, age=age))

    assert (got.status, gateway.rows()) == (403, [])


@pytest.mark.parametrize(
    "header",
    ["", "t=1", "v1=ab", "t=x,v1=ab", "t=1,t=1,v1=ab", "t=99999999999999999999,v1=ab", "t=1,v1=é", ",=,", "t=١,v1=a"],
)
def test_a_forged_signature_is_refused(gateway: Served, header: str) -> None:
    headers = {"Stripe-Signature": header.encode().decode("latin-1")}

    got = gateway.send("POST", f"/hooks/stripe/{EBRO}", body_of("invoice.paid", PAID), headers)

    assert (got.status, gateway.rows()) == (403, [])


def test_a_changed_body_or_another_creditor_s_secret_is_refused(gateway: Served, clock: HandClock) -> None:
    content = body_of("payment_intent.succeeded", INTENT)
    path, other = f"/hooks/stripe/{EBRO}", signed(content, clock, "whsec_of_another")

    assert gateway.send("POST", path, content.replace(b"6000", b"9000"), signed(content, clock)).status == 403
    assert gateway.send("POST", path, content, other).status == 403
    assert gateway.send("POST", "/hooks/stripe/another", content, signed(content, clock)).status == 404
    assert gateway.rows() == []


@given(st.binary(max_size=60), st.text("abcdef0123456789", max_size=64))
def test_no_signature_is_made_up(content: bytes, signature: str) -> None:
    moment = at("2026-03-10 09:00")

    assert not is_signed(content, f"t={int(moment.timestamp())},v1={signature}", [SECRET], moment)


def test_an_invoice_opens_a_case_and_its_payment_settles_it_once(gateway: Served, clock: HandClock) -> None:
    tell(gateway, clock, "invoice.finalized", INVOICE)
    tell(gateway, clock, "invoice.finalized", INVOICE, "evt_2")
    issued = EVENT.validate_python(gateway.rows()[0].body)
    assert isinstance(issued, InvoiceIssued)
    assert (issued.money, str(issued.issued), str(issued.due)) == (
        Money.from_minor(12100, "EUR"),
        "2026-03-01",
        "2026-04-01",
    )
    assert open_of(gateway.ledger, "S-0001") == Money.from_minor(12100, "EUR")

    tell(gateway, clock, "invoice.paid", PAID, "evt_3")
    tell(gateway, clock, "invoice.paid", PAID, "evt_4")
    intent = {**INTENT, "id": "pi_2", "invoice": "in_1", "metadata": {}}
    assert tell(gateway, clock, "payment_intent.succeeded", intent, "evt_5").json == {
        "ignored": "payment_intent.succeeded"
    }

    assert open_of(gateway.ledger, "S-0001") == Money.from_minor(0, "EUR")
    assert [(row.event_id, row.status.value) for row in gateway.rows()] == [
        ("stripe/in_1", "applied"),
        ("stripe/in_1/paid", "applied"),
    ]


def test_what_was_refunded_in_full_is_owed_again_and_a_part_is_for_a_person(gateway: Served, clock: HandClock) -> None:
    tell(gateway, clock, "payment_intent.succeeded", INTENT)
    assert open_of(gateway.ledger, "F-1") == Money.from_minor(4000, "EUR")

    tell(gateway, clock, "charge.refunded", {**CHARGE, "amount_refunded": 100}, "evt_2")
    assert open_of(gateway.ledger, "F-1") == Money.from_minor(4000, "EUR")
    tell(gateway, clock, "charge.refunded", CHARGE, "evt_3")

    assert open_of(gateway.ledger, "F-1") == Money.from_minor(10000, "EUR")
    part = gateway.rows()[1]
    assert (part.status, part.kind, part.body) == (
        t.EventStatus.KEPT,
        "unreadable",
        {"unreadable": {"id": "evt_2", "type": "charge.refunded"}},
    )


def test_a_charge_back_takes_the_money_back_and_opens_a_dispute(gateway: Served, clock: HandClock) -> None:
    tell(gateway, clock, "payment_intent.succeeded", INTENT)
    dispute = {
        "id": "dp_1",
        "payment_intent": "pi_1",
        "amount": 6000,
        "currency": "eur",
        "reason": "product_unacceptable",
    }

    tell(gateway, clock, "charge.dispute.created", dispute, "evt_2")

    assert [(row.kind, row.status.value) for row in gateway.rows()[1:]] == [
        ("payment_reversed", "applied"),
        ("dispute_opened", "applied"),
    ]


@pytest.mark.parametrize(
    ("type_", "ending"), [("invoice.voided", "cancelled"), ("invoice.marked_uncollectible", "written_off")]
)
def test_credit_notes_and_invoices_that_are_given_up_reach_the_case(
    gateway: Served, clock: HandClock, type_: str, ending: str
) -> None:
    tell(gateway, clock, "invoice.finalized", INVOICE)
    note = {"id": "cn_1", "invoice": "in_1", "amount": 2100, "currency": "eur", "effective_at": None}

    tell(gateway, clock, "credit_note.created", note, "evt_2")
    assert open_of(gateway.ledger, "S-0001") == Money.from_minor(10000, "EUR")
    tell(gateway, clock, type_, INVOICE, "evt_3")

    assert gateway.get("/v1/invoices/S-0001", gateway.key("read")).json["ending"] == ending


@pytest.mark.parametrize(
    ("type_", "thing"),
    [
        ("payment_intent.succeeded", {**INTENT, "metadata": {}}),
        ("payment_intent.succeeded", {}),
        ("charge.refunded", CHARGE),
        ("charge.dispute.created", {}),
        ("credit_note.created", {"id": "cn_1", "invoice": "in_404", "amount": 1, "currency": "eur"}),
        ("invoice.paid", {**PAID, "number": None}),
        ("invoice.paid", {**PAID, "currency": "zzz"}),
        ("invoice.finalized", {**INVOICE, "customer": None}),
    ],
)
def test_money_that_cannot_be_tied_is_kept_for_a_person(
    gateway: Served, clock: HandClock, type_: str, thing: dict[str, Any]
) -> None:
    tell(gateway, clock, type_, thing)
    tell(gateway, clock, type_, thing)

    [row] = gateway.rows()
    assert (row.event_id, row.status) == ("stripe/evt_1", t.EventStatus.KEPT)
    assert row.body == {"unreadable": {"id": "evt_1", "type": type_}}


@pytest.mark.parametrize("thing", [None, 5, [], {}, {"number": {}}, {"amount_remaining": 10**400}])
@pytest.mark.parametrize("type_", ["invoice.finalized", "invoice.paid", "credit_note.created", "customer.created"])
def test_whatever_an_object_looks_like_is_answered(
    gateway: Served, clock: HandClock, type_: str, thing: object
) -> None:
    tell(gateway, clock, type_, thing)


@pytest.mark.parametrize(
    ("minor", "currency", "amount"),
    [
        (1234, "eur", "12.34"),
        (1234, "jpy", "1234"),
        (1230, "kwd", "1.230"),
        (500000, "isk", "5000.00"),
        (7, "mga", "7"),
    ],
)
def test_amounts_are_in_stripe_s_own_units(minor: int, currency: str, amount: str) -> None:
    assert amount_of(minor, currency) == (amount, currency.upper())
    assert amount_of(0, currency) is None
