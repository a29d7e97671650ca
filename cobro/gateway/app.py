"""The application: every way in, behind one guard."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from cobro.clock import Clock
from cobro.gateway.documents import document
from cobro.gateway.events import event_routes
from cobro.gateway.files import file_routes
from cobro.gateway.gate import Gate
from cobro.gateway.guard import Guard
from cobro.gateway.health import health_routes
from cobro.gateway.invoices import invoice_routes
from cobro.gateway.problem import Flaw, Refusal, not_found, unfit
from cobro.gateway.rate import Buckets
from cobro.gateway.sendgrid_events import sendgrid_event_routes
from cobro.gateway.sendgrid_inbound import sendgrid_inbound_routes
from cobro.gateway.stripe import stripe_routes
from cobro.gateway.twilio_inbound import twilio_inbound_routes
from cobro.gateway.twilio_status import twilio_status_routes
from cobro.ledger.ledger import Ledger
from cobro.settings import Settings

_ROUTES = (
    event_routes,
    file_routes,
    invoice_routes,
    health_routes,
    stripe_routes,
    sendgrid_event_routes,
    sendgrid_inbound_routes,
    twilio_inbound_routes,
    twilio_status_routes,
)


def make_app(ledger: Ledger, settings: Settings, clock: Clock, on_news: Callable[[], None]) -> FastAPI:
    """The application on one ledger.

    Args:
        ledger: where everything is stored before anybody is answered.
        settings: secrets of the providers, limits, the public address.
        clock: the moment of everything that is stored.
        on_news: called from another thread after each commit, so that what was stored is applied at once.
    """
    gate = Gate(ledger, settings, clock, on_news)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        gate.writer.start()
        try:
            yield
        finally:
            gate.writer.stop()

    # No pages of FastAPI's own: they load scripts from elsewhere.
    app = FastAPI(lifespan=lifespan, docs_url=None, redoc_url=None, redirect_slashes=False, version="1")
    app.add_middleware(Guard, addresses=Buckets(settings.rate_per_address, clock))
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(HTTPException, _not_served)
    app.add_exception_handler(RequestValidationError, _misread)
    for routes in _ROUTES:
        app.include_router(routes(gate))
    app.openapi = lambda: _once(app)  # type: ignore[method-assign]
    return app


def _once(app: FastAPI) -> dict[str, Any]:
    if app.openapi_schema is None:
        app.openapi_schema = document(app)
    return app.openapi_schema


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)
    return error.answer()


async def _not_served(_: Request, error: Exception) -> Response:
    """Unknown addresses and methods, and what the framework refuses by itself."""
    assert isinstance(error, HTTPException)
    if error.status_code == HTTPStatus.NOT_FOUND:
        return not_found().answer()
    status = HTTPStatus(error.status_code)
    return Refusal(status, status.description or status.phrase, headers=error.headers).answer()


async def _misread(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return unfit(Flaw(".".join(map(str, each["loc"])), each["msg"]) for each in error.errors()).answer()
