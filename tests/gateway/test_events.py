"""`POST /v1/events`: what is taken, what is not, and that an answer means that it is stored."""

from __future__ import annotations

import json
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cobro.dunning.money import Money
from cobro.gateway.documents import EXAMPLES, envelope
from cobro.ledger import queries
from cobro.ledger import tables as t
from cobro.ledger.ledger import Ledger
from tests.gateway.conftest import HandClock, on_both
from tests.gateway.served import Served, payment
from tests.ledger.builders import EBRO

_NUMBERS = count()


def open_of(ledger: Ledger, number: str) -> Money:
    with ledger.reading() as session:
        found = queries.find_invoice(session, EBRO, number)
        assert found is not None
        return found.open


@on_both
def test_a_payment_is_stored_before_it_is_answered_and_applied_once(gateway: Served) -> None:
    key = gateway.key("events")

    first, again = gateway.pay(key), gateway.pay(key)

    assert (first.status, first.json) == (202, {"event": "P-1", "verdict": "received", "reason": ""})
    assert (again.status, again.json["verdict"]) == (202, "repeated")
    [row] = gateway.rows()
    assert (row.status, row.who, row.source) == (t.EventStatus.RECEIVED, "billing", "http")
    assert gateway.news
    gateway.apply()
    assert open_of(gateway.ledger, "F-1") == Money.from_minor(4000, "EUR")


@on_both
def test_a_batch_is_answered_in_its_order(gateway: Served) -> None:
    got = gateway.batch(gateway.key("events"), [payment("A"), payment("B"), payment("A"), payment("B", amount="1")])

    assert [answer["verdict"] for answer in got.json] == ["received", "received", "repeated", "kept"]
    assert [answer["event"][:2] for answer in got.json] == ["A", "B", "A", "B~"]


def test_of_a_batch_with_a_flaw_nothing_is_stored_and_every_flaw_is_told(gateway: Served) -> None:
    events = [payment("A"), payment("B", amount="1,50", colour="red"), {**payment("C"), "type": "cobro.call_logged"}]

    got = gateway.batch(gateway.key("events"), events)

    assert got.status == 422
    assert {(flaw["index"], flaw["field"], flaw["got"]) for flaw in got.problems} == {
        (1, "data.amount", "1,50"),
        (1, "data.colour", "red"),
        (2, "type", "cobro.call_logged"),
    }
    assert gateway.rows() == []
    assert gateway.news == 0


def test_binary_mode_has_its_attributes_in_headers(gateway: Served) -> None:
    headers = {
        "Content-Type": "application/json",
        "ce-specversion": "1.0",
        "ce-id": "P%C3%BC-1",
        "ce-source": "/bank",
        "ce-type": "cobro.payment_received",
    }
    data = json.dumps(payment()["data"]).encode()
    key = gateway.key("events")

    assert gateway.send("POST", "/v1/events", data, headers, key).json["event"] == "Pü-1"
    del headers["ce-id"]
    assert [flaw["field"] for flaw in gateway.send("POST", "/v1/events", data, headers, key).problems] == ["id"]


@on_both
def test_an_invoice_with_its_customer_opens_a_case_and_the_event_has_no_personal_data(gateway: Served) -> None:
    key = gateway.key("events", "read")

    assert gateway.event(key, envelope("invoice_issued", EXAMPLES["invoice_issued"], "I-1")).status == 202
    gateway.apply()

    [row] = gateway.rows()
    assert (row.status, row.reason) == (t.EventStatus.APPLIED, "")
    assert "Mirador" not in json.dumps(row.body)
    assert row.private is not None
    assert row.private["phone"] == "+34976000111"
    assert (row.private["kind"], row.private["language"], row.private["zone"]) == ("company", "es", "Europe/Madrid")
    stands = gateway.get("/v1/invoices/F-900", key).json
    assert (stands["open"], stands["currency"], stands["ending"]) == ("1210.00", "EUR", None)
    assert stands["next"]["do"] == "send_email"
    assert "Mirador" not in json.dumps(stands)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"email": "no address"}, "data.customer.email"),
        ({"phone": "12"}, "data.customer.phone"),
        ({"country": "XX"}, "data.customer.country"),
        ({"language": "xx"}, "data.customer.language"),
        ({"region": "ZZ"}, "data.customer.region"),
        ({"name": None}, "data.customer.name"),
        ({"name": 5}, "data.customer.name"),
        ({"shoe": "42"}, "data.customer.shoe"),
    ],
)
def test_each_particular_of_a_customer_has_its_form(gateway: Served, change: dict[str, Any], field: str) -> None:
    data = EXAMPLES["invoice_issued"]
    got = gateway.event(
        gateway.key("events"), envelope("invoice_issued", {**data, "customer": {**data["customer"], **change}})
    )

    assert [flaw["field"] for flaw in got.problems] == [field]
    assert gateway.rows() == []


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"currency": "XXX"}, "data.currency"),
        ({"currency": "JPY", "amount": "60.50"}, "data"),
        ({"amount": True}, "data.amount"),
        ({"amount": "NaN"}, "data.amount"),
        ({"amount": -1}, "data.amount"),
        ({"booked": "2026-13-01"}, "data.booked"),
        ({"invoice": "F\x00"}, "data.invoice"),
        ({"invoice": "\ud800"}, "data.invoice"),
        ({"invoice": {"$ne": ""}}, "data.invoice"),
        ({"creditor": "another"}, "data.creditor"),
        ({"id": "another"}, "data.id"),
    ],
)
def test_a_flaw_is_one_entry_that_names_the_field(gateway: Served, data: dict[str, Any], field: str) -> None:
    got = gateway.pay(gateway.key("events"), **data)

    assert got.status == 422
    assert [flaw["field"] for flaw in got.problems] == [field]
    assert gateway.rows() == []


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
        st.lists,
    )
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_in_a_field_is_taken_or_told(gateway: Served, value: object) -> None:
    key = gateway.key("events", name=f"key {next(_NUMBERS)}")

    for got in (gateway.pay(key, "P", amount=value), gateway.event(key, {**payment("Q"), "data": value})):
        assert got.status in (202, 422)


def test_what_became_of_an_event_is_told_to_its_own_creditor(gateway: Served, clock: HandClock) -> None:
    key = gateway.key("events", "read")
    gateway.pay(key, "bank/2026 1")
    gateway.pay(key, "P-2", invoice="F-404")

    assert gateway.get("/v1/events/bank/2026%201", key).json["status"] == "received"
    clock.move(60)
    gateway.apply()

    applied = gateway.get("/v1/events/bank/2026%201", key).json
    assert (applied["status"], applied["applied_at"] > applied["recorded_at"]) == ("applied", True)
    kept = gateway.get("/v1/events/P-2", key).json
    assert (kept["status"], kept["reason"]) == ("kept", "unknown invoice F-404")
    gateway.ledger.undo(EBRO, "bank/2026 1", clock.now(), who="tests")
    assert gateway.get("/v1/events/bank/2026%201", key).json["undone_by"] == "undo/bank/2026 1"


def test_amounts_lose_nothing_on_their_way(gateway: Served) -> None:
    body = json.dumps(payment("P-1")).replace('"60.00"', "0.29").encode()

    got = gateway.send(
        "POST", "/v1/events", body, {"Content-Type": "application/cloudevents+json"}, gateway.key("events")
    )

    assert got.status == 202
    assert gateway.rows()[0].body["amount"] == "0.29"


@pytest.mark.parametrize(
    ("kind", "change", "field"),
    [
        ("invoice_issued", {"due": "2026-11-01"}, "data.due"),
        ("invoice_issued", {"paid": "1210.01"}, "data.paid"),
        ("invoice_issued", {"iban": "ES7921000813610123456789"}, "data.iban"),
        ("invoice_issued", {"iban": "ES00"}, "data.iban"),
        ("invoice_changed", {"iban": "ES7921000813610123456789"}, "data.iban"),
        ("invoice_changed", {"due": None}, "data"),
        ("invoice_changed", {"amount": "5"}, "data"),
    ],
)
def test_an_invoice_that_cannot_be_true_is_told_at_the_door(
    gateway: Served, kind: str, change: dict[str, Any], field: str
) -> None:
    got = gateway.event(gateway.key("events"), envelope(kind, {**EXAMPLES[kind], **change}))

    assert [flaw["field"] for flaw in got.problems] == [field]
    assert gateway.rows() == []
