"""Whatever comes, in whatever order and however often: the books balance and no case is forgotten (laws 4 and 7)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from cobro.dunning.contact import Accepted, NotActed, Refusal, Refused, Unclear
from cobro.dunning.contract import CaseRef
from cobro.dunning.event import EVENT, Event
from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.door import Claimed
from cobro.ledger.ledger import Ledger
from tests.ledger.builders import CREDITOR, IMPORTED, at, book, day, invoice, render
from tests.ledger.stage import NO_SHIFT

NUMBERS = ("F-1", "F-2", "F-3")
OWNERS = {"F-1": "C-1", "F-2": "C-1", "F-3": "C-2"}
AMOUNTS = st.sampled_from(["10", "50", "60", "100", "130"])
OUTCOMES = (Accepted("sg-1"), Unclear("timeout"), NotActed(), Refused(Refusal.ADDRESS, "550"))
MOMENTS = ("2026-03-02 12:00", "2026-03-03 10:30", "2026-03-09 10:30", "2026-03-16 10:30", "2026-03-24 10:30")
_creditors = count(1)

PATIENT = settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""Each example has a creditor of its own, so that one database serves them all."""


def money(kind: str, number: str, amount: str, **more: object) -> dict[str, Any]:
    return {"kind": kind, "invoice": number, "amount": Decimal(amount), "currency": "EUR", **more}


RECEIPTS = st.builds(
    money, st.just("payment_received"), st.sampled_from(NUMBERS), AMOUNTS, booked=st.just(day("2026-03-10"))
) | st.builds(money, st.just("credit_issued"), st.sampled_from(NUMBERS), AMOUNTS, issued=st.just(day("2026-03-10")))
ABOUT = st.sampled_from(NUMBERS).map(lambda number: {"invoice": number})
OTHERS = st.one_of(
    st.builds(
        lambda about, pay_by, amount: {
            "kind": "promise_made",
            "invoices": (about["invoice"],),
            "amount": Decimal(amount),
            "currency": "EUR",
            "pay_by": day(pay_by),
        },
        ABOUT,
        st.sampled_from(["2026-03-06", "2026-03-20"]),
        AMOUNTS,
    ),
    ABOUT.map(lambda about: {"kind": "dispute_opened", **about}),
    ABOUT.map(lambda about: {"kind": "dispute_opened", "amount": Decimal(40), **about}),
    ABOUT.map(lambda about: {"kind": "dispute_resolved", **about}),
    ABOUT.map(lambda about: {"kind": "hold_placed", "until": day("2026-03-20"), **about}),
    ABOUT.map(lambda about: {"kind": "hold_released", **about}),
    ABOUT.map(lambda about: {"kind": "handoff_decided", **about}),
    ABOUT.map(lambda about: {"kind": "written_off", **about}),
    ABOUT.map(lambda about: {"kind": "reply_received", **about}),
    ABOUT.map(
        lambda about: {
            "kind": "plan_agreed",
            "invoices": (about["invoice"],),
            "currency": "EUR",
            "instalments": [{"due": day("2026-04-01"), "amount": Decimal(100)}],
        }
    ),
)


@st.composite
def receipts_and_reversals(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Money, some of it taken back, each event with an id."""
    events = [{"id": f"P-{i}", **each} for i, each in enumerate(draw(st.lists(RECEIPTS, min_size=1, max_size=5)))]
    payments = [event for event in events if event["kind"] == "payment_received"]
    for event in payments:
        if draw(st.booleans()):
            back = {"kind": "payment_reversed", "invoice": event["invoice"], "payment": event["id"]}
            events.append({"id": f"R-{event['id']}", "booked": day("2026-03-12"), **back})
    return events


class Books:
    """One creditor's invoices, and what is asked of them after each example."""

    def __init__(self, ledger: Ledger, imported: Sequence[str] = NUMBERS) -> None:
        self.ledger = ledger
        self.creditor = f"creditor-{next(_creditors)}"
        ledger.register_creditor(CREDITOR.model_copy(update={"id": self.creditor}), at(IMPORTED), who="ana")
        self.bring(imported)

    def bring(self, numbers: Sequence[str]) -> None:
        new = book(*(invoice(number, of=OWNERS[number]) for number in numbers), creditor=self.creditor)
        self.ledger.register_book(new, at(IMPORTED), who="ana")

    def event(self, values: dict[str, Any]) -> Event:
        return EVENT.validate_python({"creditor": self.creditor, **values})

    def tell(self, events: Sequence[dict[str, Any]], now: str = "2026-03-02 12:00") -> None:
        for values in events:
            self.ledger.record(self.event(values), at(now), who="ana", source="test", keep=True)

    def case(self, number: str, episode: int) -> CaseRef:
        return CaseRef(creditor=self.creditor, invoice=number, episode=episode)

    def rows(self, query: Any) -> list[Any]:
        with self.ledger.reading() as session:
            return list(session.scalars(query))

    @property
    def invoices(self) -> list[t.Invoice]:
        return self.rows(select(t.Invoice).where(t.Invoice.creditor_id == self.creditor).order_by(t.Invoice.number))

    @property
    def events(self) -> list[t.EventRow]:
        return self.rows(select(t.EventRow).where(t.EventRow.creditor_id == self.creditor).order_by(t.EventRow.id))

    def episodes(self, row: t.Invoice) -> list[t.Episode]:
        return self.rows(select(t.Episode).where(t.Episode.invoice_id == row.id).order_by(t.Episode.k))

    def act(self, number: str, now: str, outcome: Any) -> None:
        """Carry out what the newest episode stands at, if a contact is due."""
        (row,) = (each for each in self.invoices if each.number == number)
        ref = self.case(number, len(self.episodes(row)))
        move = self.ledger.current(ref, at(now), NO_SHIFT)
        claim = self.ledger.claim(ref, move.n, at(now), render)
        if isinstance(claim, Claimed) and claim.message.channel != "call":
            self.ledger.settle_contact(ref, claim.message.contact, outcome, at(now))
        self.ledger.current(ref, at(now), NO_SHIFT)

    def balances(self) -> dict[str, tuple[int, int]]:
        """What is applied to each invoice, and what came for it and was too much."""
        return {
            row.number: (
                row.applied_minor,
                sum(event.unapplied_minor for event in self.events if event.body["invoice"] == row.number),
            )
            for row in self.invoices
        }

    def dump(self) -> list[dict[str, Any]]:
        with self.ledger.reading() as session:
            return [
                dict(row)
                for table in t.Base.metadata.sorted_tables
                for row in session.execute(table.select().order_by(*table.primary_key)).mappings()
            ]

    def check(self) -> None:
        for row in self.invoices:
            self._check_money(row)
            self._check_next(row)
            links = self.rows(select(t.Evidence).where(t.Evidence.invoice_id == row.id).order_by(t.Evidence.seq))
            assert evidence.broken_link(links) is None

    def _check_money(self, row: t.Invoice) -> None:
        parts = self.rows(select(t.Allocation.minor).where(t.Allocation.invoice_id == row.id))
        assert row.applied_minor == sum(parts)
        assert 0 <= row.applied_minor <= row.total_minor
        applied = [
            event
            for event in self.events
            if event.status is t.EventStatus.APPLIED and event.body.get("invoice") == row.number
        ]
        came = sum(minor(event) for event in applied if event.kind in ("payment_received", "credit_issued"))
        undone = {event.body["payment"] for event in applied if event.kind == "payment_reversed"}
        back = sum(minor(event) for event in applied if event.event_id in undone)
        assert came - back == row.applied_minor + sum(event.unapplied_minor for event in applied)

    def _check_next(self, row: t.Invoice) -> None:
        episodes = self.episodes(row)
        assert [episode.k for episode in episodes] == list(range(1, len(episodes) + 1))
        assert all(episode.ending for episode in episodes[:-1])
        last = episodes[-1]
        move = self.rows(select(t.MoveRow).where(t.MoveRow.episode_id == last.id).order_by(t.MoveRow.n))[-1]
        if last.ending == "payment_plan":
            # Its run ends once the plan was confirmed.
            assert move.do == "end" or (move.step or "").startswith("plan-confirmed") or self._is_explained(row)
        else:
            assert (move.do == "end") == (last.ending is not None)
        if last.ending is None:
            assert row.applied_minor < row.total_minor
        if last.ending == "settled":
            assert row.applied_minor == row.total_minor
        if last.ending == "payment_plan" and row.applied_minor < row.total_minor:
            assert self.rows(
                select(t.Plan).join(t.PlanInvoice).where(t.PlanInvoice.invoice_id == row.id, t.Plan.ending.is_(None))
            )
        if move.do == "look":
            assert self._is_explained(row), move.why

    def _is_explained(self, row: t.Invoice) -> bool:
        tasks = self.rows(
            select(t.Task)
            .join(t.TaskInvoice)
            .where(t.TaskInvoice.invoice_id == row.id, t.TaskInvoice.live, t.Task.state == t.TaskState.OPEN)
        )
        holds = self.rows(select(t.Hold).where(t.Hold.invoice_id == row.id, t.Hold.released_at.is_(None)))
        promises = self.rows(select(t.PromiseInvoice).where(t.PromiseInvoice.invoice_id == row.id))
        replies = self.rows(
            select(t.Task).where(
                t.Task.customer_id == row.customer_id,
                t.Task.kind == t.TaskKind.REPLY,
                t.Task.state == t.TaskState.OPEN,
            )
        )
        return bool(tasks or holds or promises or replies)


def minor(event: t.EventRow) -> int:
    return int(Decimal(event.body["amount"]) * 100)


@PATIENT
@given(events=receipts_and_reversals(), data=st.data())
def test_money_in_any_order_and_before_its_invoice_ends_in_the_same_balances(
    ledger: Ledger, events: list[dict[str, Any]], data: st.DataObject
) -> None:
    straight, shuffled = Books(ledger), Books(ledger, imported=())
    straight.tell(events)
    other = data.draw(st.permutations(events))
    early = data.draw(st.integers(0, len(events)))
    shuffled.tell(other[:early])
    shuffled.bring(NUMBERS)
    shuffled.tell(other[early:])
    assert shuffled.balances() == straight.balances()
    for books in (straight, shuffled):
        books.check()
        assert all(event.status is t.EventStatus.APPLIED for event in books.events)


@PATIENT
@given(data=st.data())
def test_whatever_happens_no_case_is_lost_and_nothing_happens_twice(ledger: Ledger, data: st.DataObject) -> None:
    books = Books(ledger)
    events = data.draw(receipts_and_reversals())
    events += [{"id": f"X-{i}", **each} for i, each in enumerate(data.draw(st.lists(OTHERS, max_size=6)))]
    again = data.draw(st.lists(st.sampled_from(events), max_size=3))
    happened = data.draw(st.permutations(events + again))
    when = data.draw(st.lists(st.sampled_from(MOMENTS), min_size=len(happened), max_size=len(happened)))
    for values, on in zip(happened, sorted(when), strict=True):
        if data.draw(st.booleans()):
            books.act(data.draw(st.sampled_from(NUMBERS)), on, data.draw(st.sampled_from(OUTCOMES)))
        books.tell([values], on)
    books.check()
    before = books.dump()
    books.tell(events, "2026-03-25 12:00")
    assert books.dump() == before


def test_the_check_sees_money_that_is_lost(ledger: Ledger) -> None:
    books = Books(ledger)
    books.tell([{"id": "P-1", "booked": day("2026-03-10"), **money("payment_received", "F-1", "40")}])
    books.check()
    with ledger.writing() as session:
        found = session.scalars(select(t.Invoice).where(t.Invoice.number == "F-1")).one()
        found.applied_minor -= 1
    with pytest.raises(AssertionError):
        books.check()
