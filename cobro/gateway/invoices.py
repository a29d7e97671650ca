"""`/v1/invoices/{number}`: where a case stands, without anything about who owes."""

from __future__ import annotations

import asyncio
import datetime as dt
from decimal import Decimal
from typing import Any

from fastapi import APIRouter, Request
from pydantic import BaseModel

from cobro.dunning.move import Do, Ending
from cobro.gateway.documents import answers_of
from cobro.gateway.gate import Gate
from cobro.gateway.problem import not_found
from cobro.ledger import queries
from cobro.ledger.case import current_move, latest_episode
from cobro.ledger.keys import Scope


class NextSaid(BaseModel):
    """The move that a case waits for."""

    do: Do
    step: str | None
    at: dt.datetime


class InvoiceSaid(BaseModel):
    """An invoice and its case. Amounts are decimals in `currency`."""

    invoice: str
    due: dt.date
    currency: str
    total: Decimal
    open: Decimal
    episode: int
    ending: Ending | None
    next: NextSaid | None


def invoice_routes(gate: Gate) -> APIRouter:
    """The routes of invoices."""
    routes = APIRouter(tags=["invoices"])

    @routes.get(
        "/v1/invoices/{number:path}",
        summary="Where a case stands",
        response_model=InvoiceSaid,
        responses=answers_of(401, 403, 404, 429),
        openapi_extra={"security": [{"key": []}]},
    )
    async def look(request: Request, number: str) -> Any:
        """What is open, how it ended, and what comes next. An event shows once it is applied."""
        holder = await gate.access.require(request, Scope.READ)
        found = await asyncio.to_thread(_find, gate, holder.creditor, number)
        if found is None:
            raise not_found()
        return found

    return routes


def _find(gate: Gate, creditor_id: str, number: str) -> InvoiceSaid | None:
    if not number.isprintable():
        return None
    with gate.ledger.reading() as session:
        invoice = queries.find_invoice(session, creditor_id, number)
        if invoice is None:
            return None
        episode = latest_episode(session, invoice.id)
        move = current_move(session, episode.id) if episode.ending is None else None
        return InvoiceSaid(
            invoice=invoice.number,
            due=invoice.due,
            currency=invoice.currency,
            total=invoice.total.amount,
            open=invoice.open.amount,
            episode=episode.k,
            ending=episode.ending,
            next=NextSaid(do=move.do, step=move.step, at=move.at) if move else None,
        )
