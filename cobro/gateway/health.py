"""`/healthz`: whether the gateway can store anything now."""

from __future__ import annotations

import asyncio
from http import HTTPStatus

from fastapi import APIRouter
from fastapi.responses import JSONResponse
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from cobro.gateway.documents import answers_of
from cobro.gateway.gate import Gate
from cobro.gateway.problem import Refusal


def health_routes(gate: Gate) -> APIRouter:
    """The route of whoever watches over this process."""
    routes = APIRouter(tags=["health"])

    @routes.get(
        "/healthz", summary="Whether the database answers", response_model=dict[str, str], responses=answers_of(503)
    )
    async def healthz() -> JSONResponse:
        """Needs no key."""
        try:
            await asyncio.to_thread(_ask, gate)
        except SQLAlchemyError:
            raise Refusal(HTTPStatus.SERVICE_UNAVAILABLE, "the database does not answer") from None
        return JSONResponse({"status": "ok"})

    return routes


def _ask(gate: Gate) -> None:
    with gate.ledger.reading() as session:
        session.execute(text("SELECT 1"))
