"""A ledger carried forward through time: each case's move is made when it is due, as a worker would make it.

Whatever leaves is taken by its provider; nobody pays, answers or calls. Work on a copy (`cobro.preview.copying`).
"""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import func, select

from cobro.dunning.contact import Accepted, Channel, Message
from cobro.dunning.contract import CaseRef, PlanRef
from cobro.dunning.letter import Letter
from cobro.dunning.move import Do
from cobro.ledger import tables as t
from cobro.ledger.case import still_runs
from cobro.ledger.door import Claimed, Closed, Doubtful, Render
from cobro.ledger.ledger import Ledger
from cobro.preview.leaving import Leaving, leaving

_LATER = dt.timedelta(hours=1)
"""A case that does not move on is looked at again after this."""
_NO_SHIFT = dt.timedelta(0)
_CONTACTS = (Do.SEND_EMAIL, Do.SEND_SMS, Do.OPEN_CALL)

_STANDING = (
    select(t.Episode.id, t.Episode.k, t.Invoice.number, t.Invoice.customer_id, t.MoveRow.n, t.MoveRow.do, t.MoveRow.at)
    .join(t.Invoice, t.Invoice.id == t.Episode.invoice_id)
    .join(t.MoveRow, t.MoveRow.episode_id == t.Episode.id)
    .where(
        t.MoveRow.n
        == select(func.max(t.MoveRow.n))
        .where(t.MoveRow.episode_id == t.Episode.id)
        .correlate(t.Episode)
        .scalar_subquery(),
        still_runs(),
    )
)


@dataclass(frozen=True, slots=True, order=True)
class _Due:
    """A case or a plan that has something to do; cases of one moment in the order of their numbers."""

    at: dt.datetime
    number: int
    what: CaseRef | PlanRef = field(compare=False)
    customer: int = field(compare=False)
    n: int = field(default=0, compare=False)
    do: Do = field(default=Do.LOOK, compare=False)


class Ahead:
    """One creditor's cases and plans, from a moment on. `render` is what the workers render with."""

    def __init__(self, ledger: Ledger, creditor: str, render: Render, now: dt.datetime) -> None:
        self._ledger, self._creditor, self._render, self._now = ledger, creditor, render, now
        self._agenda: list[_Due] = []
        self._current: dict[int, int] = {}
        """For each episode the number of the move that it stands at."""
        self._letters: dict[str, Letter] = {}

    def until(self, end: dt.datetime) -> Iterator[Leaving]:
        """What leaves up to a moment, in its order."""
        self._look_at(None)
        self._look_at_plans()
        while self._agenda and self._agenda[0].at <= end:
            due = heapq.heappop(self._agenda)
            self._now = max(self._now, due.at)
            if isinstance(due.what, PlanRef):
                self._follow(due, due.what)
            elif self._current.get(due.number) == due.n:
                yield from self._move(due, due.what)

    def _move(self, due: _Due, case: CaseRef) -> Iterator[Leaving]:
        if due.do in _CONTACTS:
            yield from self._contact(due, case)
        elif due.do is Do.ASK_DECISION:
            self._ledger.ask_decision(case, due.n, self._now)
        elif due.do is Do.HAND_OVER:
            self._ledger.hand_over(case, due.n, self._now, lambda name, content: None)
        else:
            self._ledger.current(case, self._now, _NO_SHIFT)
        self._look_at(due.customer)
        if self._current.get(due.number) == due.n:
            heapq.heappush(self._agenda, _Due(self._now + _LATER, due.number, case, due.customer, due.n, Do.LOOK))

    def _contact(self, due: _Due, case: CaseRef) -> Iterator[Leaving]:
        # With a shift it also brings a case in line from which nothing leaves.
        claim = self._ledger.claim(case, due.n, self._now, self._written, _NO_SHIFT)
        match claim:
            case Claimed(message):
                if message.channel is not Channel.CALL:
                    self._leaves(case, message)
                with self._ledger.reading() as session:
                    yield leaving(session, message.contact, self._letters.pop(message.contact, None))
            case Doubtful(message):
                # It was under way when the copy was made: no second one follows it.
                self._leaves(case, message)
            case Closed():
                pass

    def _written(self, channel: Channel, letter: Letter) -> bytes:
        content = self._render(channel, letter)
        self._letters[letter.contact] = letter
        return content

    def _leaves(self, case: CaseRef, message: Message) -> None:
        self._ledger.settle_contact(case, message.contact, Accepted(message.contact), self._now)

    def _look_at(self, customer: int | None) -> None:
        """Take up the moves of a customer's cases, or of all."""
        chosen = _STANDING.where(t.Invoice.creditor_id == self._creditor)
        if customer is not None:
            chosen = chosen.where(t.Invoice.customer_id == customer)
        with self._ledger.reading() as session:
            rows = session.execute(chosen).all()
        for row in rows:
            if row.do is Do.END or self._current.get(row.id) == row.n:
                continue
            self._current[row.id] = row.n
            case = CaseRef(creditor=self._creditor, invoice=row.number, episode=row.k)
            heapq.heappush(self._agenda, _Due(row.at, row.id, case, row.customer_id, row.n, row.do))

    def _look_at_plans(self) -> None:
        running = select(t.Plan).where(t.Plan.creditor_id == self._creditor, t.Plan.ending.is_(None))
        with self._ledger.reading() as session:
            plans = session.scalars(running.order_by(t.Plan.id)).all()
            found = [(plan.id, plan.customer_id) for plan in plans]
        for number, customer in found:
            plan = PlanRef(creditor=self._creditor, plan=number)
            heapq.heappush(self._agenda, _Due(self._now, number, plan, customer))

    def _follow(self, due: _Due, plan: PlanRef) -> None:
        look, ending = self._ledger.follow_plan(plan, self._now)
        if ending is None and look.at is not None:
            at = max(look.at, self._now + dt.timedelta(minutes=1))
            heapq.heappush(self._agenda, _Due(at, due.number, plan, due.customer))
        # A default opens the next episodes of its invoices.
        self._look_at(due.customer)
