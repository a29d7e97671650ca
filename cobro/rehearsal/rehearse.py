"""A whole rehearsal: a server of its own, a worker, a driver, and the report."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cobro.clock import MachineClock
from cobro.dunning.contact import Channel
from cobro.dunning.parties import Book, Creditor
from cobro.house import House, open_house
from cobro.rehearsal.agenda import Agenda
from cobro.rehearsal.driver import Driver
from cobro.rehearsal.hearing import Hearing
from cobro.rehearsal.mailbox import Mailbox
from cobro.rehearsal.people import WHO, People
from cobro.rehearsal.report import make_report
from cobro.rehearsal.script import Script
from cobro.rehearsal.travel import Travel
from cobro.relay.relay import Relay
from cobro.server import own_server
from cobro.serving import make_worker
from cobro.settings import Settings

TEMPORAL_DATA = "temporal.db"


async def rehearse(
    creditor: Creditor, book: Book, script: Script, folder: Path, progress: Callable[[dt.date, House], None]
) -> dict[str, Any]:
    """Live through a script and leave ledger, outbox, hand-overs, server data and `report.json` in a folder.

    The folder is expected to be empty. Everything comes from defaults and arguments, never from `TEMPORAL_*` or
    `COBRO_*`: a rehearsal reaches nobody.
    """
    defaults = {name: field.default for name, field in Settings.model_fields.items()}
    house = open_house(Settings.model_construct(**{**defaults, "home": folder, "task_queue": "rehearsal"}))
    ways = dict(house.ways)
    ways[Channel.EMAIL] = Mailbox(ways[Channel.EMAIL], script.bounces)
    house = House(house.settings, house.ledger, house.letters, ways)
    clock = MachineClock(script.start - dt.datetime.now(dt.UTC))
    try:
        house.ledger.register_creditor(creditor, script.start, who=WHO)
        house.ledger.register_book(book, script.start, who=WHO)
        people = People(house.ledger, creditor.id)
        agenda = Agenda(house.ledger, script, people)
        agenda.plan()
        async with own_server(folder / TEMPORAL_DATA, skipping=True) as server:
            hearing = Hearing()
            relay = Relay(house.ledger, server.client, clock, house.settings.task_queue)
            driver = Driver(house.ledger, Travel(server.client, clock), relay, agenda, hearing, creditor.id)
            async with make_worker(server.client, house, clock.shift, [hearing]):
                await driver.run(script.start, script.days, lambda day: progress(day, house))
        with house.ledger.reading() as session:
            report = make_report(session, creditor.id, folder / "outbox", script.days, people.journal)
    finally:
        house.close()
    (folder / "report.json").write_text(json.dumps(report, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return report
