"""Around every request: how often an address may send, headers of safety, and no inside in an error."""

from __future__ import annotations

import logging
from contextlib import suppress
from http import HTTPStatus
from ipaddress import IPv6Address, IPv6Network
from traceback import extract_tb

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cobro.gateway.problem import Refusal
from cobro.gateway.rate import Buckets

_log = logging.getLogger(__name__)

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
}


class Guard:
    """The outermost layer of the application. What fails inside is told by its kind alone, outside and in the log."""

    def __init__(self, app: ASGIApp, addresses: Buckets) -> None:
        self._app = app
        self._addresses = addresses

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def sending(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        try:
            self._addresses.take(_neighbourhood((scope.get("client") or ("",))[0]))
            await self._app(scope, receive, sending)
        except Refusal as refusal:
            await refusal.answer()(scope, receive, sending)
        except Exception as error:
            # The text of an error may show what was sent, or the database: only its kind and place are written down.
            place = extract_tb(error.__traceback__)[-1]
            _log.error("a request failed: %s in %s, line %d", type(error).__name__, place.name, place.lineno or 0)
            if not begun:
                failed = Refusal(HTTPStatus.INTERNAL_SERVER_ERROR, "it could not be done; nothing was stored")
                await failed.answer()(scope, receive, sending)


def _neighbourhood(address: str) -> str:
    """Whom a limit counts as one: an address, of IPv6 the network of a household, which has any number of addresses."""
    with suppress(ValueError):
        return str(IPv6Network((IPv6Address(address.partition("%")[0]), 64), strict=False))
    return address
