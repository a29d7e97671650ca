"""`/v1/events`: reporting what happened, and asking what became of it."""

from __future__ import annotations

import asyncio
import datetime as dt
from hashlib import sha256
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from sqlalchemy import select

from cobro.dunning.answer import Answer
from cobro.gateway.body import EVENTS_LIMIT, read_body
from cobro.gateway.cloud_events import read_request
from cobro.gateway.documents import answers_of, described_events
from cobro.gateway.gate import Gate
from cobro.gateway.problem import not_found
from cobro.ledger import tables as t
from cobro.ledger.keys import Scope


class EventSaid(BaseModel):
    """What became of an event. Nothing in it is personal data."""

    event: str
    kind: str
    status: t.EventStatus
    reason: str
    recorded_at: dt.datetime
    applied_at: dt.datetime | None
    undone_by: str | None


def event_routes(gate: Gate) -> APIRouter:
    """The routes of events."""
    routes = APIRouter(tags=["events"])

    @routes.post(
        "/v1/events",
        summary="Report one event or up to 500",
        status_code=HTTPStatus.ACCEPTED,
        response_model=Answer | list[Answer],
        responses=answers_of(400, 401, 403, 408, 413, 415, 422, 429, 503),
        openapi_extra=described_events(),
    )
    async def report(request: Request) -> JSONResponse:
        """Takes CloudEvents 1.0: one (structured, or binary with `ce-` headers), or a batch, which is stored whole or
        not at all. The answer comes when they are stored: nothing has to be sent again. The same `id` again changes
        nothing.
        """
        holder = await gate.access.require(request, Scope.EVENTS)
        content = await read_body(request, EVENTS_LIMIT)
        came = read_request(request.headers, content, await gate.sent_by(holder, sha256(content).hexdigest()))
        answers = [answer.model_dump(mode="json") for answer in await gate.writer.store(came.arrivals)]
        return JSONResponse(answers if came.is_batch else answers[0], HTTPStatus.ACCEPTED)

    @routes.get(
        "/v1/events/{event_id:path}",
        summary="What became of an event",
        response_model=EventSaid,
        responses=answers_of(401, 403, 404, 429),
        openapi_extra={"security": [{"key": []}]},
    )
    async def look(request: Request, event_id: str) -> Any:
        """`received`: stored, applied in its turn. `applied`. `kept`: it waits, `reason` says for what. `dismissed`: a
        person decided that it needs nothing more.
        """
        holder = await gate.access.require(request, Scope.READ)
        found = await asyncio.to_thread(_find, gate, holder.creditor, event_id)
        if found is None:
            raise not_found()
        return found

    return routes


def _find(gate: Gate, creditor_id: str, event_id: str) -> EventSaid | None:
    if not event_id.isprintable():  # no event has such an id, and no database has to be asked for it
        return None
    with gate.ledger.reading() as session:
        row = session.scalars(
            select(t.EventRow).where(t.EventRow.creditor_id == creditor_id, t.EventRow.event_id == event_id)
        ).first()
        if row is None:
            return None
        return EventSaid(
            event=row.event_id,
            kind=row.kind,
            status=row.status,
            reason=row.reason,
            recorded_at=row.recorded_at,
            applied_at=row.applied_at,
            undone_by=row.undone_by,
        )
