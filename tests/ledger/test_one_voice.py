"""Random books, events and clocks: whatever happens, a customer is spoken to by one voice, at the right hour (law 3).

What must not happen is judged here from what was told and what left, with a calendar and sums of this test's own.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import count
from zoneinfo import ZoneInfo

import holidays
import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, Phase, assume, given, reject, settings
from hypothesis import strategies as st
from sqlalchemy import select

from cobro.dunning.contact import (
    Accepted,
    Channel,
    ContactClass,
    ContactState,
    NotActed,
    Outcome,
    Refusal,
    Refused,
    Unclear,
)
from cobro.dunning.contract import CaseRef
from cobro.dunning.event import EVENT
from cobro.dunning.letter import Letter
from cobro.dunning.move import Do
from cobro.dunning.parties import Book, Customer, Invoice
from cobro.ledger import tables as t
from cobro.ledger.door import Claimed
from cobro.ledger.ledger import Ledger
from tests.ledger.builders import CREDITOR, at, customer, invoice
from tests.ledger.stage import NO_SHIFT

START = at("2026-04-01 08:00")
"""The weeks after it have Easter, regional days, and the first of May; summer time began some days before."""
PLACES = (("ES", "CT", "Europe/Madrid"), ("ES", "CN", "Atlantic/Canary"), ("DE", "BY", "Europe/Berlin"))
OUTCOMES: tuple[Outcome | NotActed, ...] = (
    Accepted("sg-1"),
    Accepted("sg-2"),
    Accepted("sg-3"),
    Unclear("timeout"),
    Refused(Refusal.TRANSIENT, "429"),
    Refused(Refusal.ADDRESS, "550"),
)
HAPPENINGS = ("nothing", "nothing", "nothing", "pay", "dispute", "promise", "hold", "reply", "away")
WEEKLY = 3
"""What the shipped ladder allows."""
HOPS = 25
_creditors = count(1)

PATIENT = settings(
    max_examples=5,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""Each example has a creditor of its own; a smaller example would take longer to find than to understand."""


@dataclass
class Said:
    """One contact as the renderer saw it, at the moment of its claim."""

    moment: dt.datetime
    channel: Channel
    letter: Letter


@dataclass
class World:
    """A creditor's customers, what was told of them, and what left."""

    ledger: Ledger
    data: st.DataObject
    now: dt.datetime = START
    said: list[Said] = field(default_factory=list)
    paid: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    disputed: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    quiet_until: dict[str, dt.date] = field(default_factory=dict)
    """By invoice: the day up to which a promise or a hold keeps it quiet."""
    replied: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.creditor = f"voice-{next(_creditors)}"
        self.zone: dict[str, ZoneInfo] = {}
        self.closed: dict[str, holidays.HolidayBase] = {}
        self.owner: dict[str, str] = {}
        self.total: dict[str, Decimal] = {}
        self._ids = count(1)
        self._bring()

    def _bring(self) -> None:
        customers: list[Customer] = []
        invoices: list[Invoice] = []
        for k, (country, region, zone) in enumerate(PLACES[: self.data.draw(st.integers(1, 3))]):
            ref = f"C-{k}"
            customers.append(customer(ref, country=country, region=region, zone=zone))
            self.zone[ref] = ZoneInfo(zone)
            self.closed[ref] = holidays.country_holidays(country, subdiv=region, years=2026)
            for _ in range(self.data.draw(st.integers(1, 4))):
                number = f"F-{len(invoices)}"
                due = START.date() + dt.timedelta(days=self.data.draw(st.integers(-40, 5)))
                amount = self.data.draw(st.sampled_from(["100", "250.50", "999"]))
                currency = self.data.draw(st.sampled_from(["EUR", "GBP"]))
                issued = due - dt.timedelta(days=30)
                invoices.append(invoice(number, of=ref, issued=issued, due=due, amount=amount, currency=currency))
                self.owner[number], self.total[number] = ref, Decimal(amount)
        self.ledger.register_creditor(CREDITOR.model_copy(update={"id": self.creditor}), START, who="ana")
        found = Book(creditor=self.creditor, customers=tuple(customers), invoices=tuple(invoices))
        self.ledger.register_book(found, START, who="ana")

    def day(self, number: str) -> dt.date:
        return self.now.astimezone(self.zone[self.owner[number]]).date()

    def live(self, hops: int) -> None:
        """Let so many things happen, one after another."""
        for _ in range(hops):
            self._happens(self.data.draw(st.sampled_from(HAPPENINGS)))
            self._wakes()

    def _happens(self, what: str) -> None:
        number = self.data.draw(st.sampled_from(sorted(self.owner)))
        match what:
            case "away":
                self.now += dt.timedelta(
                    days=self.data.draw(st.integers(1, 6)), hours=self.data.draw(st.integers(0, 23))
                )
            case "pay":
                part = self.data.draw(st.sampled_from([Decimal(1), Decimal("0.5")]))
                left = self.total[number] - self.paid[number]
                if amount := (left * part).quantize(Decimal("0.01")):
                    body = {"amount": amount, "currency": self._currency(number), "booked": self.now.date()}
                    if self._tell("payment_received", invoice=number, **body):
                        self.paid[number] += amount
            case "dispute":
                left = self.total[number] - self.paid[number]
                contested = self.data.draw(st.sampled_from([None, Decimal(40)]))
                if self._tell("dispute_opened", invoice=number, amount=contested):
                    self.disputed[number] += left if contested is None else contested
            case "promise":
                pay_by = self.day(number) + dt.timedelta(days=self.data.draw(st.integers(0, 9)))
                left = self.total[number] - self.paid[number]
                body = {"currency": self._currency(number), "pay_by": pay_by, "amount": left or Decimal(1)}
                if self._tell("promise_made", invoices=(number,), **body):
                    self.quiet_until[number] = pay_by
            case "hold":
                until = self.day(number) + dt.timedelta(days=self.data.draw(st.integers(0, 9)))
                if self._tell("hold_placed", invoice=number, until=until):
                    self.quiet_until[number] = max(until, self.quiet_until.get(number, until))
            case "reply":
                self._tell("reply_received", invoice=number)

    def _tell(self, kind: str, **body: object) -> bool:
        values = {"id": f"e{next(self._ids)}", "creditor": self.creditor, "kind": kind, **body}
        answer = self.ledger.record(EVENT.validate_python(values), self.now, who="ana", source="test")
        return answer.verdict == "applied"

    def _currency(self, number: str) -> str:
        with self.ledger.reading() as session:
            chosen = select(t.Invoice.currency).where(
                t.Invoice.creditor_id == self.creditor, t.Invoice.number == number
            )
            return session.scalars(chosen).one()

    def _wakes(self) -> None:
        """The next alarm rings, a little late, and every workflow whose alarm has rung takes its turn, in any order."""
        alarms = dict(self._alarms())
        if not alarms:
            return
        self.now = max(self.now, min(alarms.values())) + dt.timedelta(seconds=self.data.draw(st.integers(0, 7200)))
        due = [case for case, alarm in alarms.items() if alarm <= self.now]
        for case in self.data.draw(st.permutations(due)):
            self._turn(case)

    def _turn(self, case: tuple[str, int]) -> None:
        ref = CaseRef(creditor=self.creditor, invoice=case[0], episode=case[1])
        move = self.ledger.current(ref, self.now, NO_SHIFT)
        if move.do is Do.ASK_DECISION:
            self.ledger.ask_decision(ref, move.n, self.now, NO_SHIFT)
        if move.do not in (Do.SEND_EMAIL, Do.SEND_SMS, Do.OPEN_CALL):
            return
        claim = self.ledger.claim(ref, move.n, self.now, self._render)
        if isinstance(claim, Claimed) and claim.message.channel is not Channel.CALL:
            self.ledger.settle_contact(ref, claim.message.contact, self.data.draw(st.sampled_from(OUTCOMES)), self.now)

    def _render(self, channel: Channel, letter: Letter) -> bytes:
        self.said.append(Said(self.now, channel, letter))
        return b"a letter"

    def _alarms(self) -> Iterator[tuple[tuple[str, int], dt.datetime]]:
        with self.ledger.reading() as session:
            rows = session.execute(
                select(t.Invoice.number, t.Episode.k, t.MoveRow.at, t.MoveRow.do)
                .join(t.Episode, t.Episode.invoice_id == t.Invoice.id)
                .join(t.MoveRow, t.MoveRow.episode_id == t.Episode.id)
                .where(t.Invoice.creditor_id == self.creditor)
                .order_by(t.Episode.id, t.MoveRow.n)
            )
            last = {(number, k): (moment, do) for number, k, moment, do in rows}
        return ((case, moment) for case, (moment, do) in last.items() if do is not Do.END)

    def judge(self, said: Said) -> None:
        """What was said at a moment, against what was known then."""
        lines = {line.number: line for line in said.letter.lines}
        ref = self.owner[next(iter(lines))]
        local = said.moment.astimezone(self.zone[ref])
        assert {self.owner[number] for number in lines} == {ref}
        assert local.weekday() < 5
        assert local.date() not in self.closed[ref]
        assert dt.time(9) <= local.time() < dt.time(19)

    def judge_contacts(self) -> None:
        """The customers' days, weeks and steps."""
        with self.ledger.reading() as session:
            contacts = session.scalars(
                select(t.Contact).where(t.Contact.creditor_id == self.creditor).order_by(t.Contact.claimed_at)
            ).all()
            steps = session.scalars(
                select(t.ContactStep)
                .join(t.Contact, t.Contact.id == t.ContactStep.contact_id)
                .where(t.Contact.creditor_id == self.creditor, t.ContactStep.live)
            ).all()
        done = [(step.episode_id, step.step) for step in steps]
        assert len(done) == len(set(done))
        days: dict[int, list[dt.date]] = defaultdict(list)
        for contact in contacts:
            if contact.contact_class == "dunning" and contact.state in ("sending", "sent", "unknown"):
                days[contact.customer_id].append(contact.local_day)
        for each in days.values():
            assert len(each) == len(set(each))
            for day in each:
                assert len([one for one in each if day - dt.timedelta(days=7) < one <= day]) <= WEEKLY

    def judge_cases(self) -> None:
        """Every open case has a next move that lies ahead or is due, a person, or an ending (law 7)."""
        with self.ledger.reading() as session:
            rows = session.execute(
                select(t.Invoice, t.Episode)
                .join(t.Episode, t.Episode.invoice_id == t.Invoice.id)
                .where(t.Invoice.creditor_id == self.creditor)
            ).all()
        alarms = dict(self._alarms())
        for found, episode in rows:
            if episode.ending is None:
                assert found.applied_minor < found.total_minor
                assert (found.number, episode.k) in alarms


class Watched(World):
    """Judges each letter when it is written, by what was told up to then."""

    def _render(self, channel: Channel, letter: Letter) -> bytes:
        written = super()._render(channel, letter)
        if not letter.owed:
            for line in letter.lines:
                number = line.number
                due = self.total[number] - self.paid[number]
                assert line.asked.amount > 0
                assert line.asked.amount <= due
                assert line.asked.amount <= max(Decimal(0), due - min(self.disputed[number], due))
                assert self.quiet_until.get(number, dt.date.min) < self.day(number)
                assert line.due < self.day(number)
        for total in letter.totals:
            asked = [line.asked for line in letter.lines if line.asked.currency == total.currency]
            assert sum(money.amount for money in asked) == total.amount
        return written


@PATIENT
@given(data=st.data())
def test_whatever_happens_a_customer_hears_one_voice_at_the_right_hour(ledger: Ledger, data: st.DataObject) -> None:
    world = Watched(ledger, data)
    world.live(HOPS)
    for said in world.said:
        world.judge(said)
    world.judge_contacts()
    world.judge_cases()


@PATIENT
@given(data=st.data())
def test_the_judge_sees_a_wrong_hour_and_a_second_contact(ledger: Ledger, data: st.DataObject) -> None:
    world = Watched(ledger, data)
    world.live(HOPS)
    assume(world.said)
    night = replace(world.said[-1], moment=world.said[-1].moment.replace(hour=3))
    with pytest.raises(AssertionError):
        world.judge(night)
    with ledger.writing() as session:
        counted = (t.Contact.creditor_id == world.creditor, t.Contact.contact_class == ContactClass.DUNNING)
        chosen = select(t.ContactStep).join(t.Contact).where(*counted)
        step = session.scalars(chosen.where(t.ContactStep.live).order_by(t.ContactStep.id)).first()
        if step is None:
            reject()
        contact = session.get_one(t.Contact, step.contact_id)
        # Long before all others: the database lets no two be on one day.
        contact.state, contact.local_day = ContactState.SENT, contact.local_day - dt.timedelta(days=300)
        session.flush()
        names = {column.key: getattr(contact, column.key) for column in sa.inspect(t.Contact).column_attrs}
        for back in (1, 2, 4):
            day = contact.local_day - dt.timedelta(days=back)
            session.add(t.Contact(**{**names, "id": str(uuid.uuid4()), "local_day": day}))
    with pytest.raises(AssertionError):
        world.judge_contacts()
