"""`up` and `migrate`: everything on one machine, and bringing a PostgreSQL ledger to the newest schema."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import Annotated

import typer
from temporalio.client import Client
from temporalio.service import RPCError

from cobro.cli.bank import stale_lines
from cobro.cli.gateway import HTTP_PORT, listening_nearby, open_gateway
from cobro.cli.home_server import alone, home_server
from cobro.cli.mistakes import REFUSED, Mistake, one_line
from cobro.cli.newsroom import follow_news
from cobro.cli.office import opened_house
from cobro.cli.policy_check import policies_in_order
from cobro.cli.screen import complain, say
from cobro.clock import MachineClock
from cobro.house import House
from cobro.ledger import queries
from cobro.ledger.database import Database
from cobro.ledger.schema import migrate as migrate_database
from cobro.relay.bell import Bell
from cobro.running import configured_address, hush_engine, reach, run, serve, told_to_stop
from cobro.settings import Settings

_HIGHEST_PORT = 65535

Port = Annotated[
    int,
    typer.Option("--port", min=0, max=_HIGHEST_PORT, help="Port of the server; another, if it is taken."),
]
UiPort = Annotated[
    int,
    typer.Option("--ui-port", min=0, max=_HIGHEST_PORT, help="Port of the Web UI; another, if it is taken."),
]
HttpPort = Annotated[
    int,
    typer.Option("--http-port", min=0, max=_HIGHEST_PORT, help="Port of the ways in; another, if it is taken."),
]


def up(port: Port = 7233, ui_port: UiPort = 8233, http_port: HttpPort = HTTP_PORT) -> None:
    """Run everything on this machine until Ctrl-C: the Temporal Server, a worker, what starts and wakes the cases, and
    the ways in over HTTP.

    Where Temporal's own settings name a service (TEMPORAL_ADDRESS, a profile), that one is used instead.
    """
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    hush_engine()
    with opened_house() as house:
        for line in policies_in_order(house):
            say(line)
        try:
            run(_up(house, port, ui_port, http_port))
        except (RuntimeError, RPCError) as error:
            raise Mistake(one_line(error), code=REFUSED) from None


async def _up(house: House, port: int, ui_port: int, http_port: int) -> None:
    stop, news = told_to_stop(), Bell()
    address = configured_address()
    if address is not None:
        # What is sent is stored while Temporal is away.
        async with open_gateway(house, listening_nearby(http_port), news.ring):
            client = await reach(stop, complain)
            if client is not None:
                say(f"Temporal at {address}, namespace {client.namespace}")
                await _serve(house, client, stop, news)
    else:
        with alone(house.settings.home):
            async with (
                home_server(house.settings.home, port, ui_port) as client,
                open_gateway(house, listening_nearby(http_port), news.ring),
            ):
                await _serve(house, client, stop, news)
    say("Left. What was promised to run, runs on at the next 'up'.")


async def _serve(house: House, client: Client, stop: asyncio.Event, news: Bell) -> None:
    with house.ledger.reading() as session:
        since, open_now = queries.latest_news(session), _count_open(house)
    letters = f"in {house.settings.home / 'outbox'}" if house.settings.email == "files" else house.settings.email
    for line in _silent_banks(house):
        say(line)
    say(f"Open cases: {open_now}. E-mail: {letters}. Ctrl-C to leave.")
    telling = asyncio.ensure_future(follow_news(house.ledger, since, stop, say))
    leaving = asyncio.ensure_future(_say_when_leaving(stop))
    try:
        await serve(client, house, stop, news)
    finally:
        for task in (telling, leaving):
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task


async def _say_when_leaving(stop: asyncio.Event) -> None:
    await stop.wait()
    say("Leaving: what runs is finished first")


def _silent_banks(house: House) -> list[str]:
    now = MachineClock().now()
    with house.ledger.reading() as session:
        every = queries.creditors(session)
        return [line for row in every for line in stale_lines(session, row.id, house.ledger.rules, now)]


def _count_open(house: House) -> int:
    with house.ledger.reading() as session:
        every = queries.creditors(session)
        return sum(len(queries.cases(session, row.id, queries.Which.OPEN)) for row in every)


def migrate() -> None:
    """Bring the ledger's database to the newest schema (PostgreSQL; SQLite does it by itself)."""
    settings = Settings()
    settings.home.mkdir(parents=True, exist_ok=True)
    database = Database(settings.ledger_url)
    try:
        migrate_database(database)
    finally:
        database.close()
    say("The ledger's database is at the newest schema")
