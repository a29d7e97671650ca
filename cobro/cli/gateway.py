"""`gateway`: the ways in over HTTP, alone; and how `up` opens them beside everything else."""

from __future__ import annotations

import asyncio
import errno
import logging
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Annotated

import typer

from cobro.cli.mistakes import REFUSED, Mistake
from cobro.cli.office import opened_house
from cobro.cli.screen import complain, say
from cobro.clock import MachineClock
from cobro.house import House
from cobro.running import run, told_to_stop
from cobro.settings import Settings

# What serves HTTP is imported where it is served: every command would wait for it otherwise.
LOCAL = "127.0.0.1"
HTTP_PORT = 8080

Host = Annotated[
    str, typer.Option("--host", metavar="ADDRESS", help="Where to listen. What ends TLS stands before it.")
]
HttpPort = Annotated[int, typer.Option("--port", min=0, max=65535, help="Port to listen on; 0 for any that is free.")]


def gateway(host: Host = LOCAL, port: HttpPort = HTTP_PORT) -> None:
    """Take events, files and reports over HTTP until Ctrl-C; the workers on the same ledger apply them."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    with opened_house() as house:
        run(_alone(house, _listening(host, port)))


async def _alone(house: House, opened: socket.socket) -> None:
    stop = told_to_stop()
    async with open_gateway(house, opened, lambda: None):
        await stop.wait()
    say("Left.")


def listening_nearby(port: int) -> socket.socket:
    """A socket on this machine's own address; on another port, where this one is taken."""
    from cobro.gateway.server import listening

    try:
        return listening(LOCAL, port)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        return listening(LOCAL, 0)


@asynccontextmanager
async def open_gateway(house: House, opened: socket.socket, on_news: Callable[[], None]) -> AsyncIterator[None]:
    """Answer requests for the length of the block; those that run then are finished.

    `on_news` is called when something was stored.
    """
    from cobro.gateway.app import make_app
    from cobro.gateway.server import serve_gateway

    stop = asyncio.Event()
    app = make_app(house.ledger, house.settings, MachineClock(), on_news)
    host, port = opened.getsockname()[:2]
    _say_what_is_open(house.settings, f"[{host}]:{port}" if ":" in host else f"{host}:{port}")
    serving = asyncio.ensure_future(serve_gateway(app, house.settings, opened, stop))
    try:
        yield
    finally:
        stop.set()
        await serving


def _listening(host: str, port: int) -> socket.socket:
    from cobro.gateway.server import listening

    try:
        return listening(host, port)
    except OSError as error:
        # Not `strerror` alone: the resolver's errors have other numbers, and the same attribute.
        raise Mistake(f"--host, --port: {host}:{port} cannot be used ({error.strerror})", code=REFUSED) from None


def _say_what_is_open(settings: Settings, address: str) -> None:
    say(f"HTTP: http://{address} (docs/api.md; /openapi.json)")
    for hook in sorted(settings.accept_unsigned):
        complain(f"WARNING: {hook.value} is taken unsigned (COBRO_ACCEPT_UNSIGNED): anybody can send in its name")
