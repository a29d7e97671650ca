"""What a preview tells is what a worker then does: a random book, a real Temporal Server, a real worker."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from cobro.clock import MachineClock
from cobro.dunning.closing import Closing
from cobro.dunning.parties import Book, Creditor, Invoice
from cobro.house import House, open_house
from cobro.ledger import tables as t
from cobro.ledger.ledger import Ledger
from cobro.preview.ahead import Ahead
from cobro.preview.copying import copy_of
from cobro.preview.leaving import Leaving
from cobro.rehearsal.agenda import Agenda
from cobro.rehearsal.driver import Driver
from cobro.rehearsal.hearing import Hearing
from cobro.rehearsal.people import People
from cobro.rehearsal.script import Script
from cobro.rehearsal.travel import Travel
from cobro.relay.relay import Relay
from cobro.server import own_server
from cobro.serving import make_worker
from cobro.settings import Settings
from tests.ledger.builders import CREDITOR, EBRO, at, book, customer, invoice

START = at("2026-03-16 08:00")
DAYS = 12
PLACES: tuple[dict[str, Any], ...] = (
    {"region": "VC", "address": "Calle Colón 9, 46004 Valencia"},
    {"region": "CN", "zone": "Atlantic/Canary"},
    {"country": "GB", "region": "ENG", "zone": "Europe/London", "language": "en", "address": "27 Tib Lane, Manchester"},
    {"region": "AR", "email": None},
)
HERE: Creditor = CREDITOR.model_copy(
    update={"closings": (Closing(name="Fallas", first="03-16", last="03-18", city="Valencia"),)}
)

Told = tuple[str, str, str, str, tuple[tuple[str, str], ...]]
"""Day and minute, the customer's number, the channel, the letter, and the steps of the invoices."""


class _Idle(Agenda):
    """Nobody at the creditor touches the desk."""

    def look_around(self, customer: int) -> None:
        pass


def any_book(seed: int) -> Book:
    draw = random.Random(seed)
    customers = [customer(f"C-{n}", **place) for n, place in enumerate(PLACES, start=1)]
    invoices = list[Invoice]()
    for each in customers:
        for _ in range(draw.randint(1, 4)):
            due = START.date() + dt.timedelta(days=draw.randint(-40, 8))
            issued = due - dt.timedelta(days=draw.choice((15, 30, 60)))
            invoices.append(invoice(f"F-{len(invoices) + 1}", each.ref, issued=issued, due=due))
    return book(*invoices, customers=tuple(customers))


def previewed(house: House) -> set[Told]:
    with house.ledger.reading() as session:
        copy = copy_of(session, EBRO)
    try:
        ahead = Ahead(Ledger(copy, house.ledger.rules), EBRO, house.render, START)
        return {_told(one) for one in ahead.until(START.replace(hour=0) + dt.timedelta(days=DAYS))}
    finally:
        copy.close()


def _told(one: Leaving) -> Told:
    steps = tuple(sorted((part.invoice, part.step) for part in one.parts))
    letter = "" if one.channel == "call" else one.what
    return f"{one.at.astimezone(dt.UTC):%Y-%m-%d %H:%M}", one.customer, one.channel.value, letter, steps


def left(house: House) -> set[Told]:
    """What really left, by the ledger."""
    found = set()
    with house.ledger.reading() as session:
        for contact in session.scalars(select(t.Contact)):
            who = session.get_one(t.Customer, contact.customer_id)
            steps = session.execute(
                select(t.Invoice.number, t.ContactStep.step)
                .join(t.Invoice, t.Invoice.id == t.ContactStep.invoice_id)
                .where(t.ContactStep.contact_id == contact.id)
            )
            when, by = f"{contact.claimed_at:%Y-%m-%d %H:%M}", contact.channel.value
            found.add(
                (when, who.ref, by, contact.letter or "", tuple(sorted((number, step) for number, step in steps)))
            )
    return found


async def live(house: House, folder: Path) -> None:
    """As many days as the preview looked ahead, by a worker on a Temporal Server whose clock is moved on."""
    script, clock = Script(start=START, days=DAYS), MachineClock(START - dt.datetime.now(dt.UTC))
    agenda = _Idle(house.ledger, script, People(house.ledger, EBRO))
    agenda.plan()
    async with own_server(folder / "temporal.db", skipping=True) as server:
        hearing = Hearing()
        relay = Relay(house.ledger, server.client, clock, house.settings.task_queue)
        driver = Driver(house.ledger, Travel(server.client, clock), relay, agenda, hearing, EBRO)
        async with make_worker(server.client, house, clock.shift, [hearing]):
            await driver.run(START, DAYS, lambda day: None)


@pytest.mark.parametrize("seed", [4, 23])
async def test_a_preview_is_what_the_workers_then_do(tmp_path: Path, seed: int) -> None:
    defaults = {name: field.default for name, field in Settings.model_fields.items()}
    house = open_house(Settings.model_construct(**{**defaults, "home": tmp_path, "task_queue": "preview"}))
    try:
        house.ledger.register_creditor(HERE, START, who="ana")
        house.ledger.register_book(any_book(seed), START, who="ana")
        told = previewed(house)
        await live(house, tmp_path)
        assert left(house) == told
    finally:
        house.close()
    assert any(len(steps) > 1 for *_, steps in told)
    assert len(told) > len(PLACES)
