"""SendGrid's reports: signed by its key, batched, doubled and out of order."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st
from sendgrid.helpers.eventwebhook import EventWebhook

from cobro.gateway.sendgrid_signature import is_signed
from cobro.ledger import tables as t
from cobro.ledger.ledger import Ledger
from tests.gateway.conftest import HandClock, Open
from tests.gateway.served import Got, Served
from tests.ledger.builders import COURTESY, EBRO, at
from tests.ledger.stage import Stage

PRIVATE = ec.generate_private_key(ec.SECP256R1())
PUBLIC = base64.b64encode(PRIVATE.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).decode()
AT = int(at("2026-03-10 08:59").timestamp())


@pytest.fixture
def gateway(opened: Open) -> Served:
    return opened(sendgrid_event_key=PUBLIC)


@pytest.fixture
def contact(gateway: Served, ledger: Ledger) -> str:
    """A letter that left."""
    return Stage(ledger).contact(COURTESY).contact


def signature_of(content: bytes, moment: str) -> str:
    return base64.b64encode(PRIVATE.sign(moment.encode() + content, ec.ECDSA(SHA256()))).decode()


def headers_of(content: bytes, moment: int) -> dict[str, str]:
    return {
        "Content-Type": "application/json",
        "X-Twilio-Email-Event-Webhook-Signature": signature_of(content, str(moment)),
        "X-Twilio-Email-Event-Webhook-Timestamp": str(moment),
    }


def tell(gateway: Served, clock: HandClock, *events: dict[str, Any]) -> Got:
    content = json.dumps(events).encode()
    got = gateway.send("POST", "/hooks/sendgrid/events", content, headers_of(content, int(clock.now().timestamp())))
    assert got.status == 200, got.body
    gateway.apply()
    return got


def report(contact: str, event: str, event_id: str = "e1", **more: Any) -> dict[str, Any]:
    return {
        "contact": contact,
        "event": event,
        "sg_event_id": event_id,
        "timestamp": AT,
        "email": "a@b.example",
        **more,
    }


def state_of(gateway: Served, contact: str) -> tuple[str, str | None]:
    with gateway.ledger.reading() as session:
        row = session.get_one(t.Contact, contact)
        return row.state.value, row.report.value if row.report else None


def test_reports_move_a_contact_once_and_never_back(gateway: Served, clock: HandClock, contact: str) -> None:
    delivered = report(contact, "delivered", "e2")

    got = tell(gateway, clock, delivered, delivered, report(contact, "processed", "e1"), report(contact, "open", "e3"))

    assert [answer["verdict"] for answer in got.json["answers"]] == ["received", "repeated", "received"]
    assert got.json["ignored"] == 1
    assert state_of(gateway, contact) == ("sent", "delivered")
    assert tell(gateway, clock, delivered).json["answers"][0]["verdict"] == "repeated"


@pytest.mark.parametrize(
    ("event", "more", "state"),
    [
        ("bounce", {"reason": "550 5.1.1 <a@b.example> unknown", "status": "5.1.1"}, ("undeliverable", "bounced")),
        ("bounce", {"type": "blocked"}, ("undeliverable", "failed")),
        ("dropped", {}, ("undeliverable", "dropped")),
        ("deferred", {}, ("sent", "delayed")),
        ("spamreport", {}, ("sent", "complained")),
        ("group_unsubscribe", {}, ("sent", "opted_out")),
    ],
)
def test_each_report_has_its_meaning_and_no_address_in_it(
    gateway: Served, clock: HandClock, contact: str, event: str, more: dict[str, Any], state: tuple[str, str]
) -> None:
    tell(gateway, clock, report(contact, event, **more))

    assert state_of(gateway, contact) == state
    [row] = gateway.rows()
    assert (row.creditor_id, row.event_id, row.who) == (EBRO, "sendgrid/e1", "sendgrid")
    assert row.body["detail"] == ("550/5.1.1" if more.get("status") else "")
    assert "b.example" not in json.dumps([row.body, row.private, row.note])


def test_what_is_not_ours_is_ignored_and_stops_nothing(gateway: Served, clock: HandClock, contact: str) -> None:
    strangers = [
        report("0" * 8 + "-0000-0000-0000-" + "0" * 12, "delivered"),
        report("x", "delivered"),
        report(contact, "delivered", timestamp="now"),
        report(contact, "delivered", timestamp=10**30),
        {"event": ["delivered"], "contact": contact},
        {},
    ]

    got = tell(gateway, clock, *strangers, report(contact, "delivered", "é" * 200))

    assert got.json["ignored"] == len(strangers)
    assert [answer["verdict"] for answer in got.json["answers"]] == ["received"]


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("Signature", "not base64!"),
        ("Signature", ""),
        ("Signature", "AAAA"),
        ("Timestamp", "x"),
        ("Timestamp", str(AT + 1)),
        ("Timestamp", ""),
    ],
)
def test_a_forged_signature_is_refused(gateway: Served, clock: HandClock, header: str, value: str) -> None:
    headers = headers_of(b"[]", int(clock.now().timestamp()))
    headers[f"X-Twilio-Email-Event-Webhook-{header}"] = value

    assert gateway.send("POST", "/hooks/sendgrid/events", b"[]", headers).status == 403
    assert gateway.send("POST", "/hooks/sendgrid/events", b"[{}]", headers_of(b"[]", AT)).status == 403


@pytest.mark.parametrize("age", [-301, 301])
def test_a_stale_signature_is_refused(gateway: Served, clock: HandClock, age: int) -> None:
    headers = headers_of(b"[]", int(clock.now().timestamp()) - age)

    assert gateway.send("POST", "/hooks/sendgrid/events", b"[]", headers).status == 403


@given(st.text(max_size=50))
def test_what_sendgrid_s_own_package_takes_we_take(text: str) -> None:
    now = at("2026-03-10 09:00")
    moment = str(int(now.timestamp()))
    signature = signature_of(text.encode(), moment)
    oracle = EventWebhook(PUBLIC)

    assert oracle.verify_signature(text, signature, moment)
    assert is_signed(text.encode(), signature, moment, PUBLIC, now)
    assert not is_signed(text.encode() + b" ", signature, moment, PUBLIC, now)
