"""A ledger with a book in it, and the questions that tests ask of it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import select

from cobro.dunning import event as ev
from cobro.dunning.answer import Answer
from cobro.dunning.contact import Accepted, Message, NotActed, Outcome
from cobro.dunning.contract import CaseRef
from cobro.dunning.move import NumberedMove
from cobro.dunning.parties import Customer, Invoice
from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.door import Claimed, Closed, Doubtful, Render
from cobro.ledger.ledger import Ledger
from cobro.ledger.receiving import Arrival
from tests.ledger.builders import CREDITOR, EBRO, IMPORTED, at, book, case, render

Row = TypeVar("Row", bound=t.Base)
NO_SHIFT = dt.timedelta(0)


@dataclass
class Stage:
    """Acts on the ledger as the system does, and reads its tables."""

    ledger: Ledger

    def bring(self, *invoices: Invoice, customers: tuple[Customer, ...] | None = None, now: str = IMPORTED) -> Stage:
        """Register the creditor and a book."""
        self.ledger.register_creditor(CREDITOR, at(now), who="ana")
        self.ledger.register_book(book(*invoices, customers=customers), at(now), who="ana")
        return self

    def tell(
        self, event: ev.Event, now: str, *, keep: bool = False, awake: CaseRef | None = None, who: str = "ana"
    ) -> Answer:
        return self.ledger.record(event, at(now), who=who, source="test", keep=keep, awake=awake)

    def receive(self, *came: ev.Event | Arrival, now: str, source: str = "http") -> list[Answer]:
        """Store what comes from outside, and do not apply it yet."""
        arrivals = [one if isinstance(one, Arrival) else arrival(one) for one in came]
        return self.ledger.receive(arrivals, at(now), who="a-program", source=source)

    def apply(self, now: str) -> None:
        """Apply what is stored, until nothing waits."""
        while self.ledger.apply_received(at(now)):
            pass

    def comes(self, event: ev.Event, now: str, *, source: str = "http", **beside: Any) -> t.EventRow:
        """An event comes from outside, is applied in its turn, and is read again."""
        (answer,) = self.receive(arrival(event, **beside), now=now, source=source)
        self.apply(now)
        return self.event(answer.event)

    def undo(self, event_id: str, now: str) -> Answer:
        return self.ledger.undo(EBRO, event_id, at(now), who="ana")

    def direct(self, event_id: str, number: str, now: str) -> str:
        return self.ledger.direct(EBRO, event_id, number, at(now), who="ana")

    def move(self, now: str, number: str = "F-1", episode: int = 1) -> NumberedMove:
        """What the case's workflow is told to do when it asks."""
        return self.ledger.current(case(number, episode), at(now), NO_SHIFT)

    def claim(
        self, now: str, number: str = "F-1", episode: int = 1, render: Render = render
    ) -> Claimed | Doubtful | Closed:
        """Claim the contact of the move that the case stands at, as it stood: nothing looks at it again before."""
        n = self.moves(number, episode)[-1].n
        return self.ledger.claim(case(number, episode), n, at(now), render)

    def claimed(self, now: str, number: str = "F-1", episode: int = 1) -> Message:
        """Claim a contact that must be open, if need be after a look."""
        found = self.claim(now, number, episode)
        if not isinstance(found, Claimed):
            self.move(now, number, episode)
            found = self.claim(now, number, episode)
        assert isinstance(found, Claimed), found
        return found.message

    def settle(self, message: Message, outcome: Outcome | NotActed, now: str, number: str = "F-1") -> None:
        self.ledger.settle_contact(case(number), message.contact, outcome, at(now))

    def contact(self, now: str, number: str = "F-1", episode: int = 1) -> Message:
        """Carry the case's contact out, to a provider that takes it."""
        message = self.claimed(now, number, episode)
        self.ledger.settle_contact(case(number, episode), message.contact, Accepted("sg-1"), at(now))
        return message

    def rows(self, table: type[Row]) -> Sequence[Row]:
        """Every row of a table, the oldest first. The id of a contact is random and tells nothing of its age."""
        age = (t.Contact.claimed_at,) if table is t.Contact else ()
        with self.ledger.reading() as session:
            return session.scalars(select(table).order_by(*age, *table.__table__.primary_key)).all()

    def invoice(self, number: str = "F-1") -> t.Invoice:
        return next(row for row in self.rows(t.Invoice) if row.number == number)

    def open(self, number: str = "F-1") -> str:
        """What is left to pay."""
        return str(self.invoice(number).open)

    def episodes(self, number: str = "F-1") -> list[t.Episode]:
        of = self.invoice(number).id
        return [row for row in self.rows(t.Episode) if row.invoice_id == of]

    def endings(self, number: str = "F-1") -> list[str | None]:
        return [row.ending and row.ending.value for row in self.episodes(number)]

    def moves(self, number: str = "F-1", episode: int = 1) -> list[t.MoveRow]:
        of = self.episodes(number)[episode - 1].id
        return sorted((row for row in self.rows(t.MoveRow) if row.episode_id == of), key=lambda row: row.n)

    def next(self, number: str = "F-1", episode: int = 1) -> tuple[str, str | None, dt.date]:
        """The current move as it is written down: what, which step, on which day."""
        move = self.moves(number, episode)[-1]
        return move.do.value, move.step, at_home(move.at)

    def why(self, number: str = "F-1", episode: int = 1) -> str:
        return self.moves(number, episode)[-1].why

    def event(self, event_id: str) -> t.EventRow:
        return next(row for row in self.rows(t.EventRow) if row.event_id == event_id)

    def tasks(self, state: str = "open") -> list[tuple[str, str, str]]:
        """Kind, goal and day of the tasks in a state."""
        return [(row.kind.value, row.goal, str(row.due)) for row in self.rows(t.Task) if row.state.value == state]

    def task(self, kind: str) -> t.Task:
        """The newest task of a kind."""
        return [row for row in self.rows(t.Task) if row.kind.value == kind][-1]

    def contacts(self) -> list[tuple[str, str]]:
        """Channel and state of every contact, oldest first."""
        return [(row.channel.value, row.state.value) for row in self.rows(t.Contact)]

    def steps(self, number: str = "F-1", *, live: bool = True) -> list[str]:
        of = self.invoice(number).id
        return [row.step for row in self.rows(t.ContactStep) if row.invoice_id == of and row.live == live]

    def outbox(self) -> list[str]:
        """The kinds of request that wait for the relay, oldest first."""
        return [row.kind.value for row in self.rows(t.Outbox) if row.delivered_at is None]

    def relay_did_its_work(self, now: str) -> None:
        with self.ledger.writing() as session:
            for row in session.scalars(select(t.Outbox)):
                row.delivered_at = at(now)

    def told(self, number: str = "F-1") -> list[str]:
        """The kinds of link in a case's chain of evidence, oldest first; the chain must verify."""
        with self.ledger.reading() as session:
            links = evidence.chain(session, self.invoice(number).id)
            assert evidence.broken_link(links) is None
            return [link.kind for link in links]

    def dump(self) -> dict[str, list[dict[str, Any]]]:
        """Every row of every table."""
        with self.ledger.reading() as session:
            return {
                name: [dict(row) for row in session.execute(table.select().order_by(*table.primary_key)).mappings()]
                for name, table in sorted(t.Base.metadata.tables.items())
            }


def arrival(event: ev.Event, private: dict[str, Any] | None = None, **beside: Any) -> Arrival:
    """An event with what came beside it."""
    received = hashlib.sha256(event.model_dump_json().encode()).hexdigest()
    return Arrival(event=event, received=received, private=private, **beside)


def at_home(moment: dt.datetime) -> dt.date:
    """The local day of a moment in these tests."""
    return moment.astimezone(at(IMPORTED).tzinfo).date()
