"""`/hooks/sendgrid/events`: what SendGrid tells of e-mails, doubled and out of order, in batches."""

from __future__ import annotations

import datetime as dt
import json
import logging
import re
from collections.abc import Mapping
from hashlib import sha256
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from cobro.dunning.event import ContactReported, Report
from cobro.gateway import look_ups
from cobro.gateway.body import EVENTS_LIMIT, read_body
from cobro.gateway.documents import answers_of, described_json
from cobro.gateway.gate import Gate
from cobro.gateway.hooks import asked, forged, may_be_unsigned, stored
from cobro.gateway.problem import Flaw, not_found, unfit
from cobro.gateway.sendgrid_signature import is_signed
from cobro.gateway.strict_json import read_json
from cobro.ledger.receiving import Arrival
from cobro.settings import Hook

_log = logging.getLogger(__name__)

_REPORTS = {
    "processed": Report.ACCEPTED,
    "deferred": Report.DELAYED,
    "delivered": Report.DELIVERED,
    "bounce": Report.BOUNCED,
    "dropped": Report.DROPPED,
    "spamreport": Report.COMPLAINED,
    "unsubscribe": Report.OPTED_OUT,
    "group_unsubscribe": Report.OPTED_OUT,
}
"""Openings and clicks are left out: a machine makes them too, and they prove no reading."""

_CONTACT = re.compile(r"[0-9a-f-]{36}")
_CODE = re.compile(r"\s*([2-5]\d\d)\b", re.ASCII)
_STATUS = re.compile(r"[2-5]\.\d{1,3}\.\d{1,3}", re.ASCII)
_LONGEST_ID = 80
_EXAMPLE = [
    {
        "sg_event_id": "ZGVsaXZlcmVk",
        "event": "delivered",
        "timestamp": 1763640000,
        "contact": "0b8f1c1e-5d0f-5b55-9a0e-3f6f1f5d2a10",
        "email": "ana@company.example",
    }
]
_SCHEMA = {"type": "array", "items": {"type": "object"}}


def sendgrid_event_routes(gate: Gate) -> APIRouter:
    """The route of SendGrid's Event Webhook."""
    routes = APIRouter(tags=["hooks"])

    @routes.post(
        "/hooks/sendgrid/events",
        summary="SendGrid's Event Webhook",
        response_model=dict[str, Any],
        responses=answers_of(400, 403, 404, 408, 413, 422, 429, 503),
        openapi_extra=described_json(_EXAMPLE, "A list of SendGrid's events, signed", _SCHEMA),
    )
    async def take(request: Request) -> JSONResponse:
        """Answers once all that concerns a contact of ours is stored; the rest is ignored and counted."""
        key, unsigned = gate.settings.sendgrid_event_key, may_be_unsigned(gate, Hook.SENDGRID)
        if key is None and not unsigned:
            raise not_found()
        content = await read_body(request, EVENTS_LIMIT)
        signature = request.headers.get("x-twilio-email-event-webhook-signature", "")
        timestamp = request.headers.get("x-twilio-email-event-webhook-timestamp", "")
        if not unsigned and not is_signed(content, signature, timestamp, key or "", gate.clock.now()):
            raise forged()
        told = read_json(content)
        if not isinstance(told, list):
            raise unfit([Flaw("", "a list of events", told)])
        arrivals = await _arrivals(gate, told, sha256(content).hexdigest())
        answers = await stored(gate, arrivals)
        return JSONResponse({"answers": answers, "ignored": len(told) - len(arrivals)}, HTTPStatus.OK)

    return routes


async def _arrivals(gate: Gate, told: list[Any], received: str) -> list[Arrival]:
    found = [each for each in told if isinstance(each, dict) and _is_ours(each)]
    contacts = {each["contact"] for each in found}
    owners = await asked(gate, lambda session: look_ups.creditors_of_contacts(session, contacts))
    for stranger in sorted(contacts - owners.keys()):
        _log.warning("SendGrid tells of contact %s, which the ledger does not know", stranger)
    read = [_read(each, owners[each["contact"]], received) for each in found if each["contact"] in owners]
    return [arrival for arrival in read if arrival is not None]


def _is_ours(each: Mapping[str, Any]) -> bool:
    contact = each.get("contact")
    return each.get("event") in tuple(_REPORTS) and isinstance(contact, str) and bool(_CONTACT.fullmatch(contact))


def _read(each: Mapping[str, Any], creditor: str, received: str) -> Arrival | None:
    at = _moment(each.get("timestamp"))
    if at is None:
        return None
    report = _REPORTS[each["event"]]
    if report is Report.BOUNCED and each.get("type") == "blocked":
        report = Report.FAILED
    event = ContactReported(
        id=_id(each), creditor=creditor, contact=each["contact"], report=report, at=at, detail=_detail(each)
    )
    return Arrival(event, received, who="sendgrid", source="sendgrid")


def _id(each: Mapping[str, Any]) -> str:
    own = each.get("sg_event_id")
    if isinstance(own, str) and own.isprintable() and own.strip() == own and 0 < len(own) <= _LONGEST_ID:
        return f"sendgrid/{own}"
    said = json.dumps(own if isinstance(own, str) and own else each, sort_keys=True, default=str)
    return f"sendgrid/{sha256(said.encode()).hexdigest()}"


def _moment(seconds: object) -> dt.datetime | None:
    if not isinstance(seconds, int) or isinstance(seconds, bool):
        return None
    try:
        return dt.datetime.fromtimestamp(seconds, dt.UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _detail(each: Mapping[str, Any]) -> str:
    """The codes of the mail system that refused, like 550/5.1.1. Its words are left out: they quote the address."""
    code = _CODE.match(str(each.get("reason") or each.get("response") or ""))
    status = _STATUS.fullmatch(str(each.get("status") or ""))
    return "/".join(filter(None, (code and code[1], status and status[0])))
