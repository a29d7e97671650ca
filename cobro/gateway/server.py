"""The process's own HTTP server around the application: no access log, no signals of its own."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
from collections.abc import Iterator

import uvicorn
from fastapi import FastAPI

from cobro.gateway.connection import Connection
from cobro.settings import Settings

_PATIENCE = 5
"""Seconds that requests get to finish when the process is told to stop."""


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens; port 0 takes any that is free.

    Raises:
        OSError: the port is taken, or the host is not this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    opened = socket.create_server((host, port), family=family)
    opened.setblocking(False)
    return opened


class _Server(uvicorn.Server):
    """Leaves the process's signals to whoever serves several things in it."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def make_server(app: FastAPI, settings: Settings) -> uvicorn.Server:
    """A server that is to run on a `listening` socket. Requests are not logged: their addresses carry keys."""
    logging.getLogger("uvicorn.access").disabled = True
    return _Server(
        uvicorn.Config(
            app,
            http=Connection,
            ws="none",
            log_config=None,
            access_log=False,
            server_header=False,
            forwarded_allow_ips=settings.trusted_proxies,
            timeout_graceful_shutdown=_PATIENCE,
            timeout_keep_alive=30,
        )
    )


async def serve_gateway(app: FastAPI, settings: Settings, opened: socket.socket, stop: asyncio.Event) -> None:
    """Answer requests until told to stop; then finish those that run, and return."""
    server = make_server(app, settings)
    serving = asyncio.ensure_future(server.serve(sockets=[opened]))
    told = asyncio.ensure_future(stop.wait())
    await asyncio.wait({serving, told}, return_when=asyncio.FIRST_COMPLETED)
    told.cancel()
    server.should_exit = True
    await serving
