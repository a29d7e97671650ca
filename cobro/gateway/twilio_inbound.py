"""`/hooks/twilio/inbound/{creditor}`: text messages that people write."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from cobro.gateway.documents import answers_of, described_form
from cobro.gateway.gate import Gate
from cobro.gateway.hooks import asked, stored
from cobro.gateway.texting import arrivals_of
from cobro.gateway.twilio_requests import read_signed

_NOTHING = "<?xml version='1.0' encoding='UTF-8'?><Response/>"
_EXAMPLE = {
    "MessageSid": "SM0123456789abcdef0123456789abcdee",
    "From": "+34976000111",
    "To": "+34910000001",
    "Body": "Pago el viernes",
}


def twilio_inbound_routes(gate: Gate) -> APIRouter:
    """The route of what people text back."""
    routes = APIRouter(tags=["hooks"])

    @routes.post(
        "/hooks/twilio/inbound/{creditor}",
        summary="Text messages that people write",
        response_class=Response,
        responses={200: {"content": {"text/xml": {}}}, **answers_of(400, 403, 404, 408, 413, 422, 429, 503)},
        openapi_extra=described_form(_EXAMPLE),
    )
    async def take(request: Request, creditor: str) -> Response:
        """Stored as a message of its sender; STOP, BAJA and START, ALTA stop and allow text messages. Nothing is
        answered to the sender: Twilio answers STOP by itself.
        """
        came = await read_signed(gate, request)
        await gate.creditor(creditor)
        await stored(gate, await asked(gate, lambda session: arrivals_of(session, came, creditor)))
        return Response(_NOTHING, media_type="text/xml")

    return routes
