"""`/hooks/stripe/{creditor}`: Stripe's webhooks, mapped onto events of ours."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import partial
from hashlib import sha256
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from cobro.dunning.answer import Answer
from cobro.gateway import look_ups
from cobro.gateway.billing import Sent
from cobro.gateway.body import EVENTS_LIMIT, read_body
from cobro.gateway.documents import answers_of, described_json
from cobro.gateway.gate import Gate
from cobro.gateway.hooks import forged, may_be_unsigned, stored
from cobro.gateway.problem import Flaw, not_found, unfit
from cobro.gateway.strict_json import read_json
from cobro.gateway.stripe_events import ForPerson, StripeEvent, arrivals_of
from cobro.gateway.stripe_signature import is_signed
from cobro.settings import Hook

_EXAMPLE = {
    "id": "evt_1",
    "type": "invoice.paid",
    "created": 1763640000,
    "data": {"object": {"id": "in_1", "number": "F-1", "amount_paid": 6000, "currency": "eur"}},
}
_TEXT = {"type": "string", "minLength": 1, "maxLength": 80, "pattern": "^[!-~]+$"}
_SCHEMA = {"type": "object", "required": ["id", "type"], "properties": {"id": _TEXT, "type": _TEXT}}


def stripe_routes(gate: Gate) -> APIRouter:
    """The route of Stripe's webhooks."""
    routes = APIRouter(tags=["hooks"])

    @routes.post(
        "/hooks/stripe/{creditor}",
        summary="Stripe's webhooks",
        response_model=dict[str, Any],
        responses=answers_of(400, 403, 404, 408, 413, 422, 429, 503),
        openapi_extra=described_json(_EXAMPLE, "An event of Stripe's, with its `Stripe-Signature`", _SCHEMA),
    )
    async def take(request: Request, creditor: str) -> JSONResponse:
        """Answers `{"answers": [...]}` once it is stored, or `{"ignored": type}`. What is about money and names no
        known invoice is kept for a person.
        """
        secrets = gate.settings.stripe_secrets.get(creditor, ())
        unsigned = may_be_unsigned(gate, Hook.STRIPE)
        if not secrets and not unsigned:
            raise not_found()
        content = await read_body(request, EVENTS_LIMIT)
        header = request.headers.get("stripe-signature", "")
        plain = [secret.get_secret_value() for secret in secrets]
        if not unsigned and not is_signed(content, header, plain, gate.clock.now()):
            raise forged()
        event = _event(read_json(content))
        sent = Sent(await gate.creditor(creditor), "stripe", "stripe", sha256(content).hexdigest())
        try:
            arrivals = await asyncio.to_thread(arrivals_of, event, sent, partial(_known, gate, creditor))
        except ForPerson as reason:
            kept = await asyncio.to_thread(_keep, gate, creditor, event, str(reason))
            return JSONResponse({"answers": [kept.model_dump(mode="json")]})
        if not arrivals:
            return JSONResponse({"ignored": event.type})
        return JSONResponse({"answers": await stored(gate, arrivals)}, HTTPStatus.OK)

    return routes


def _event(value: Any) -> StripeEvent:
    said = value if isinstance(value, dict) else {}
    flaws = [
        Flaw(name, "a text", said.get(name))
        for name in ("id", "type")
        if not isinstance(said.get(name), str) or not said[name].isprintable() or not 0 < len(said[name]) <= 80
    ]
    if flaws:
        raise unfit(flaws)
    data = said.get("data")
    inner = data.get("object") if isinstance(data, dict) else None
    return StripeEvent(said["id"], said["type"], said.get("created"), inner if isinstance(inner, dict) else {})


def _known(gate: Gate, creditor: str, ids: list[str]) -> Mapping[str, Mapping[str, Any]]:
    with gate.ledger.reading() as session:
        return look_ups.bodies(session, creditor, ids)


def _keep(gate: Gate, creditor: str, event: StripeEvent, reason: str) -> Answer:
    body = {"id": event.id, "type": event.type}
    now = gate.clock.now()
    return gate.ledger.keep_unreadable(creditor, f"stripe/{event.id}", body, reason, now, who="stripe", source="stripe")
