"""Reading what a request carries: never more than is allowed, and not forever."""

from __future__ import annotations

import asyncio
from http import HTTPStatus

from fastapi import Request
from starlette.requests import ClientDisconnect

from cobro.gateway.problem import Refusal

EVENTS_LIMIT = 1_000_000
"""Bytes of a request that reports events."""
FILES_LIMIT = 50_000_000
"""Bytes of a request that hands in files."""
_SECONDS = 60.0


async def read_body(request: Request, limit: int) -> bytes:
    """The whole body, of at most `limit` bytes however it is sent.

    Raises:
        Refusal: it is longer (413), takes over a minute (408), or broke off (400).
    """
    length = request.headers.get("content-length", "")
    if length.isascii() and length.isdigit() and int(length[:20]) > limit:
        raise _too_long(limit)
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(_SECONDS):
            async for part in request.stream():
                size += len(part)
                if size > limit:
                    raise _too_long(limit)
                parts.append(part)
    except TimeoutError:
        raise Refusal(HTTPStatus.REQUEST_TIMEOUT, "the body did not come", headers=_CLOSE) from None
    except ClientDisconnect:
        raise Refusal(HTTPStatus.BAD_REQUEST, "the body broke off", headers=_CLOSE) from None
    return b"".join(parts)


_CLOSE = {"Connection": "close"}


def _too_long(limit: int) -> Refusal:
    # Closed, because what else is on its way on this connection is not read.
    detail = f"body: expected at most {limit} bytes"
    return Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, detail, headers=_CLOSE)
