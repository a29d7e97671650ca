"""How each sender writes and signs a request."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
import urllib.parse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_der_private_key,
)

from bench.intake.said import Said, Way

PUBLIC = "https://cobro.company.example"
"""The gateway's address, as Twilio knows it."""


@dataclass(frozen=True)
class Secrets:
    """What the senders prove themselves with, and whom they send for."""

    creditor: str
    stripe: str
    twilio: str
    sendgrid: bytes
    """The private key with which SendGrid signs."""
    api_key: str = ""

    @property
    def settings(self) -> dict[str, str]:
        """What the receiver needs to know of it."""
        key = _private(self.sendgrid).public_key()
        public = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        return {
            "STRIPE_SECRETS": json.dumps({self.creditor: [self.stripe]}),
            "SENDGRID_EVENT_KEY": base64.b64encode(public).decode(),
            "TWILIO_AUTH_TOKEN": self.twilio,
            "PUBLIC_URL": PUBLIC,
        }


def new_secrets(creditor: str) -> Secrets:
    """Secrets that nobody else has; the API key is made by the receiver."""
    key = ec.generate_private_key(ec.SECP256R1())
    private = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return Secrets(creditor, "whsec_bench", "bench", private)


def _private(content: bytes) -> ec.EllipticCurvePrivateKey:
    key = load_der_private_key(content, None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    return key


@dataclass(frozen=True, slots=True)
class Request:
    """One request, ready to be sent."""

    path: str
    headers: Mapping[str, str]
    body: bytes


def write(way: Way, said: Sequence[Said], secrets: Secrets) -> Request:
    """The request that carries these events, signed now."""
    return _WRITERS[way](said, secrets)


def _batch(said: Sequence[Said], secrets: Secrets) -> Request:
    body = json.dumps([_cloud_event(one) for one in said]).encode()
    return Request("/v1/events", _headers("application/cloudevents-batch+json", secrets), body)


def _single(said: Sequence[Said], secrets: Secrets) -> Request:
    (one,) = said
    return Request(
        "/v1/events", _headers("application/cloudevents+json", secrets), json.dumps(_cloud_event(one)).encode()
    )


def _headers(content_type: str, secrets: Secrets) -> dict[str, str]:
    return {"Content-Type": content_type, "Authorization": f"Bearer {secrets.api_key}"}


def _cloud_event(said: Said) -> dict[str, Any]:
    return {
        "specversion": "1.0",
        "id": said.id,
        "source": f"/{said.way.value}",
        "type": f"cobro.{said.kind}",
        "data": dict(said.data),
    }


def _stripe(said: Sequence[Said], secrets: Secrets) -> Request:
    (one,) = said
    moment = int(time.time())
    event = {
        "id": f"evt_{one.id.rpartition('_')[2]}",
        "object": "event",
        "type": "payment_intent.succeeded",
        "created": moment,
        "data": {
            "object": {
                "id": one.id.removeprefix("stripe/"),
                "object": "payment_intent",
                "amount_received": int(Decimal(one.data["amount"]) * 100),
                "currency": one.data["currency"].lower(),
                "metadata": {"invoice": one.data["invoice"]},
            }
        },
    }
    body = json.dumps(event).encode()
    signature = hmac.new(secrets.stripe.encode(), f"{moment}.".encode() + body, hashlib.sha256).hexdigest()
    headers = {"Content-Type": "application/json", "Stripe-Signature": f"t={moment},v1={signature}"}
    return Request(f"/hooks/stripe/{secrets.creditor}", headers, body)


def _sendgrid(said: Sequence[Said], secrets: Secrets) -> Request:
    moment = str(int(time.time()))
    events = [
        {
            "sg_event_id": one.id.removeprefix("sendgrid/"),
            "event": one.data["word"],
            "timestamp": one.data["timestamp"],
            "contact": one.data["contact"],
            "email": "pagos@company.example",
        }
        for one in said
    ]
    body = json.dumps(events).encode()
    signature = _private(secrets.sendgrid).sign(moment.encode() + body, ec.ECDSA(SHA256()))
    headers = {
        "Content-Type": "application/json",
        "X-Twilio-Email-Event-Webhook-Signature": base64.b64encode(signature).decode(),
        "X-Twilio-Email-Event-Webhook-Timestamp": moment,
    }
    return Request("/hooks/sendgrid/events", headers, body)


def _twilio(said: Sequence[Said], secrets: Secrets) -> Request:
    (one,) = said
    _, message, status = one.id.split("/")
    path = f"/hooks/twilio/status?contact={one.data['contact']}"
    fields = {"MessageSid": message, "MessageStatus": status}
    signed = PUBLIC + path + "".join(name + value for name, value in sorted(fields.items()))
    signature = hmac.digest(secrets.twilio.encode(), signed.encode(), "sha1")
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Twilio-Signature": base64.b64encode(signature).decode(),
    }
    return Request(path, headers, urllib.parse.urlencode(fields).encode())


_WRITERS: dict[Way, Callable[[Sequence[Said], Secrets], Request]] = {
    Way.BILLING: _batch,
    Way.SHOP: _single,
    Way.STRIPE: _stripe,
    Way.SENDGRID: _sendgrid,
    Way.TWILIO: _twilio,
}
