"""`/hooks/twilio/status`: what became of text messages."""

from __future__ import annotations

import datetime as dt
import re
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse
from sqlalchemy.orm import Session

from cobro.dunning.event import ContactReported, Report
from cobro.gateway import look_ups
from cobro.gateway.documents import answers_of, described_form
from cobro.gateway.gate import Gate
from cobro.gateway.hooks import asked, stored
from cobro.gateway.twilio_requests import read_signed
from cobro.ledger.receiving import Arrival

_CONTACT = re.compile(r"[0-9a-f-]{36}")
_SETTLED = {"sent": Report.ACCEPTED, "delivered": Report.DELIVERED, "read": Report.DELIVERED}
_GONE_WRONG = ("undelivered", "failed", "canceled")
_BY_CODE = {
    "21610": Report.OPTED_OUT,
    "21211": Report.BOUNCED,
    "21614": Report.BOUNCED,
    "30005": Report.BOUNCED,  # unknown or inactive number
    "30006": Report.BOUNCED,  # a landline, or a carrier that does not take it
    "63024": Report.BOUNCED,
    "30004": Report.DROPPED,  # blocked
    "30007": Report.DROPPED,  # filtered
    "63016": Report.DROPPED,
}
"""Twilio's codes shift: whatever is not here, 30003 (unreachable now) among it, says nothing about the number."""

_EXAMPLE = {"MessageSid": "SM0123456789abcdef0123456789abcdef", "MessageStatus": "delivered"}


def twilio_status_routes(gate: Gate) -> APIRouter:
    """The route of Twilio's status callbacks."""
    routes = APIRouter(tags=["hooks"])

    @routes.post(
        "/hooks/twilio/status",
        summary="Twilio's status callback",
        response_model=dict[str, Any],
        responses=answers_of(400, 403, 404, 408, 413, 422, 429, 503),
        openapi_extra=described_form(_EXAMPLE),
    )
    async def report(request: Request, contact: str = "") -> JSONResponse:
        """`contact` is in the address that Twilio was given with the message, and signed with it."""
        came = await read_signed(gate, request)
        status, code = came.fields.get("MessageStatus", ""), came.fields.get("ErrorCode", "")
        found = _SETTLED.get(status) or (_BY_CODE.get(code, Report.FAILED) if status in _GONE_WRONG else None)
        if found is None or not _CONTACT.fullmatch(contact):
            return JSONResponse({"ignored": "status" if found is None else "contact"})
        event_id = f"twilio/{came.message}/{status}"
        owner, at = await asked(gate, lambda session: _known(session, contact, event_id))
        if owner is None:
            return JSONResponse({"ignored": "contact"})
        event = ContactReported(
            id=event_id,
            creditor=owner,
            contact=contact,
            report=found,
            at=at or gate.clock.now(),
            detail=code if code.isascii() and code.isdigit() and len(code) <= 10 else "",
        )
        arrival = Arrival(event, came.received, who="twilio", source="twilio")
        return JSONResponse({"answers": await stored(gate, [arrival])}, HTTPStatus.OK)

    return routes


def _known(session: Session, contact: str, event_id: str) -> tuple[str | None, dt.datetime | None]:
    """Whose contact it is; and when this very report came first, since Twilio does not say when it happened."""
    owner = look_ups.creditors_of_contacts(session, [contact]).get(contact)
    if owner is None:
        return None, None
    body = look_ups.bodies(session, owner, [event_id]).get(event_id)
    return owner, ContactReported.model_validate(body).at if body else None
