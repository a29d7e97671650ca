"""`/hooks/sendgrid/inbound/{key}`: e-mail that people write, passed on by SendGrid's Inbound Parse."""

from __future__ import annotations

import asyncio
from hashlib import sha256
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from cobro.gateway.body import FILES_LIMIT, read_body
from cobro.gateway.documents import answers_of, described_multipart
from cobro.gateway.forms import read_multipart
from cobro.gateway.gate import Gate
from cobro.gateway.hooks import stored
from cobro.gateway.letter_in import read_letter
from cobro.gateway.mail_in import arrival_of
from cobro.ledger.keys import Scope

_EXAMPLE = {
    "headers": "From: Ana <ana@company.example>\nMessage-ID: <1@company.example>\n",
    "from": "Ana <ana@company.example>",
    "to": "cobros@talleres-ebro.example",
    "subject": "Re: Factura F-1",
    "text": "Pagamos el viernes.",
    "SPF": "pass",
    "dkim": "{@company.example : pass}",
    "envelope": '{"to": ["cobros@talleres-ebro.example"], "from": "ana@company.example"}',
}


_AT_ONCE = 2


def sendgrid_inbound_routes(gate: Gate) -> APIRouter:
    """The route of SendGrid's Inbound Parse."""
    routes = APIRouter(tags=["hooks"])
    # A letter meant to be hard to read must not keep the threads from those who look keys up.
    free = asyncio.Semaphore(_AT_ONCE)

    @routes.post(
        "/hooks/sendgrid/inbound/{key}",
        summary="E-mail that people write",
        response_model=dict[str, Any],
        responses=answers_of(400, 401, 403, 408, 413, 415, 429, 503),
        openapi_extra=described_multipart(_EXAMPLE),
    )
    async def take(request: Request, key: str) -> JSONResponse:
        """SendGrid does not sign these: a key with the scope `inbound` in the address says whose mail it is. The
        message is kept as it came, with what is attached.
        """
        holder = await gate.access.holder(key, Scope.INBOUND)
        content = await read_body(request, FILES_LIMIT)
        form = await read_multipart(content, request.headers.get("content-type", ""))
        async with free:
            letter = await asyncio.to_thread(read_letter, form)
        arrival = arrival_of(letter, holder.creditor, holder.name, sha256(content).hexdigest())
        return JSONResponse({"answers": await stored(gate, [arrival])}, HTTPStatus.OK)

    return routes
