"""Whatever the book and however long nothing ran: nobody is contacted too often, and no step is jumped or repeated."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cobro.dunning.contact import ContactClass
from cobro.dunning.parties import Book, Customer, Invoice
from cobro.dunning.policy import Limits, Policy
from cobro.ledger import tables as t
from cobro.ledger.database import Database
from cobro.ledger.ledger import Ledger
from cobro.preview.ahead import Ahead
from cobro.preview.leaving import Leaving
from cobro.rulebook import Rulebook
from tests.dunning.counting import is_within_hours
from tests.ledger.builders import CREDITOR, EBRO, ROOT, at, book, customer, day, invoice, render

START = at("2026-03-02 08:00")
DAY = dt.timedelta(days=1)
RULES = Rulebook(ROOT / "policies")
FEW = settings(max_examples=20, deadline=None, derandomize=True)
PLACES: tuple[dict[str, str], ...] = (
    {"region": "AR"},
    {"region": "CT", "address": "Carrer Major 1, 43201 Reus"},
    {"region": "CN", "zone": "Atlantic/Canary"},
    {"country": "GB", "region": "ENG", "zone": "Europe/London", "language": "en"},
)


@dataclass(frozen=True)
class Story:
    """A book, the limits of its policy, and when nothing runs."""

    book: Book
    limits: Limits
    runs: int
    away: int


@st.composite
def stories(draw: st.DrawFn) -> Story:
    customers, invoices = list[Customer](), list[Invoice]()
    for number, place in enumerate(draw(st.lists(st.sampled_from(PLACES), min_size=1, max_size=2)), start=1):
        customers.append(customer(f"C-{number}", **place))
        for _ in range(draw(st.integers(1, 4))):
            due = START.date() + DAY * draw(st.integers(-120, 15))
            done: dict[str, Any] = {}
            if due < START.date() - 10 * DAY and draw(st.booleans()):
                done = {"last_step": draw(st.sampled_from(("courtesy", "week-1"))), "last_step_on": due + 8 * DAY}
            invoices.append(invoice(f"F-{len(invoices) + 1}", f"C-{number}", issued=due - 30 * DAY, due=due, **done))
    limits = Limits(
        contacts_a_week=draw(st.integers(1, 3)),
        days_between_contacts=draw(st.integers(1, 3)),
        never_chased=draw(st.sampled_from(("friendly", "friendly", "person"))),
    )
    return Story(
        book(*invoices, customers=tuple(customers)),
        limits,
        draw(st.integers(0, 15)),
        draw(st.integers(0, 20)),
    )


@contextmanager
def brought_in(story: Story) -> Iterator[Ledger]:
    """A ledger in memory with the book of a story."""
    database = Database("sqlite://")
    t.Base.metadata.create_all(database.engine)
    ledger = Ledger(database, RULES)
    try:
        ledger.register_creditor(CREDITOR, START, who="ana")
        policy: Policy = RULES.policy(CREDITOR.policy)
        changed = policy.model_copy(update={"version": policy.version + 1, "limits": story.limits})
        ledger.put_in_force(changed, START, who="ana")
        ledger.register_book(story.book, START, who="ana")
        yield ledger
    finally:
        ledger.close()


def lived(ledger: Ledger, since: dt.datetime, days: int) -> list[Leaving]:
    return list(Ahead(ledger, EBRO, render, since).until(since + days * DAY))


def by_customer(found: list[Leaving]) -> dict[str, list[Leaving]]:
    theirs: dict[str, list[Leaving]] = defaultdict(list)
    for one in found:
        assert one.kind is ContactClass.DUNNING
        theirs[one.customer].append(one)
    return theirs


@FEW
@given(story=stories())
def test_whatever_was_missed_nobody_hears_too_often_and_every_invoice_goes_up_one_step_at_a_time(story: Story) -> None:
    with brought_in(story) as ledger:
        found = [*lived(ledger, START, story.runs), *lived(ledger, START + (story.runs + story.away) * DAY, 25)]
        _keeps_the_budget_and_the_hours(story, found)
        _goes_up_one_step_at_a_time(story, found)
        _keeps_its_distances(ledger)


def _keeps_the_budget_and_the_hours(story: Story, found: list[Leaving]) -> None:
    owing: dict[str, Customer] = {each.ref: each for each in story.book.customers}
    elsewhere: dict[str, set[dt.date]] = defaultdict(set)
    for each in story.book.invoices:
        if each.last_step_on:
            elsewhere[each.customer].add(each.last_step_on)
    for ref, contacts in by_customer(found).items():
        calendar = RULES.calendar(owing[ref], None, around=START.date(), key=0)
        assert all(is_within_hours(one.at, calendar, one.channel) for one in contacts)
        days = [one.at.date() for one in contacts]
        assert all((later - earlier).days >= story.limits.days_between_contacts for earlier, later in pairwise(days))
        for last in days:
            week = {each for each in (*days, *elsewhere[ref]) if 0 <= (last - each).days < 7}
            assert len(week) <= story.limits.contacts_a_week


def _goes_up_one_step_at_a_time(story: Story, found: list[Leaving]) -> None:
    ladder = RULES.policy(CREDITOR.policy).names
    had = {each.number: ladder.index(each.last_step) if each.last_step else -1 for each in story.book.invoices}
    for one in found:
        for part in one.parts:
            assert ladder.index(part.step) == had[part.invoice] + 1
            had[part.invoice] += 1


def _keeps_its_distances(ledger: Ledger) -> None:
    """The step that brings a message comes at the distance that the ladder plans; others may go along with it."""
    policy = RULES.policy(CREDITOR.policy)
    climbed: dict[int, list[tuple[dt.date, str, bool]]] = defaultdict(list)
    with ledger.reading() as session:
        for row, contact in session.query(t.ContactStep, t.Contact).join(
            t.Contact, t.Contact.id == t.ContactStep.contact_id
        ):
            climbed[row.episode_id].append((contact.local_day, row.step, contact.episode_id == row.episode_id))
    for steps in climbed.values():
        for (earlier, _, _), (later, step, brings_it) in pairwise(sorted(steps)):
            assert not brings_it or (later - earlier).days >= policy.gap(policy.names.index(step))


def test_an_old_book_is_one_message_a_customer_however_many_invoices_it_has() -> None:
    old = [
        invoice(f"F-{n}", "C-1", issued=day("2025-01-01") + DAY * n, due=day("2025-02-01") + DAY * 7 * n)
        for n in range(40)
    ]
    with brought_in(Story(book(*old), Limits(), 0, 0)) as ledger:
        found = lived(ledger, START, 5)

    assert [len(one.parts) for one in found] == [40]
