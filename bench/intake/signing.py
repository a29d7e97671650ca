"""How each sender writes and signs a request."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from bench.intake.said import Said, Way


@dataclass(frozen=True)
class Secrets:
    """What the senders prove themselves with, and whom they send for."""

    creditor: str
    api_key: str
    stripe: str


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


_WRITERS: dict[Way, Callable[[Sequence[Said], Secrets], Request]] = {
    Way.BILLING: _batch,
    Way.SHOP: _single,
    Way.STRIPE: _stripe,
}
