"""Whatever serves, a worker or `up`, sends the morning's digest."""

from __future__ import annotations

import asyncio
import datetime as dt
from pathlib import Path

from cobro.channels.files import Files
from cobro.dunning.contact import Channel, Message, Outcome
from cobro.dunning.parties import Book
from cobro.house import House, open_house
from cobro.running import serve
from cobro.server import OwnServer
from cobro.settings import Settings
from tests.workflows.life import CREDITOR, MADRID, START, customer, invoice

TUESDAY = dt.datetime(2026, 3, 3, 8, 5, tzinfo=MADRID)
_PATIENCE = 30.0


class Heard(Files):
    """Files, and tells what left."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._loop = asyncio.get_running_loop()
        self.left: asyncio.Queue[Message] = asyncio.Queue()

    def send(self, message: Message) -> Outcome:
        outcome = super().send(message)
        self._loop.call_soon_threadsafe(self.left.put_nowait, message)
        return outcome


async def test_whatever_serves_sends_the_digest(server: OwnServer, tmp_path: Path) -> None:
    house = open_house(Settings(home=tmp_path, task_queue="digests"))
    mail, stop = Heard(tmp_path / "outbox"), asyncio.Event()
    house = House(house.settings, house.ledger, house.letters, {**house.ways, Channel.EMAIL: mail})
    creditor = CREDITOR.model_copy(update={"id": "digests"})
    house.ledger.register_creditor(creditor, START, who="test")
    due = invoice("D-1", due=START.date())
    house.ledger.register_book(Book(creditor=creditor.id, customers=(customer(),), invoices=(due,)), START, who="test")
    serving = asyncio.ensure_future(serve(server.client, house, stop, shift=TUESDAY - dt.datetime.now(dt.UTC)))
    try:
        async with asyncio.timeout(_PATIENCE):
            message = await mail.left.get()
    finally:
        stop.set()
        await serving
        house.close()
    assert message.contact.startswith("digest-")
    assert message.to == creditor.email
    assert b"D-1" in message.content
