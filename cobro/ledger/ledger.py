"""The ledger as everybody else uses it: each method is one transaction."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import bindparam, select
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session

from cobro.dunning import event as ev
from cobro.dunning import parties
from cobro.dunning.answer import Answer
from cobro.dunning.contact import NotActed, Outcome
from cobro.dunning.contract import CaseRef, PlanRef
from cobro.dunning.money import Money
from cobro.dunning.move import Do, NumberedMove, Role
from cobro.dunning.plan import Look
from cobro.dunning.policy import Policy
from cobro.ledger import (
    bank_accounts,
    bank_costs,
    bank_deciding,
    bank_judging,
    bank_reading,
    bank_taken,
    comparing,
    desk,
    directing,
    dismissing,
    door,
    mending,
    policies,
    receiving,
    recording,
    registering,
    stopping,
)
from cobro.ledger import handing_over as handing
from cobro.ledger import outcome as outcomes
from cobro.ledger import tables as t
from cobro.ledger.apply_plans import follow
from cobro.ledger.apply_undoing import undoing_id
from cobro.ledger.applying import Refused
from cobro.ledger.case import current_move, load
from cobro.ledger.database import Database
from cobro.ledger.locks import lock_customers
from cobro.ledger.moving import settle
from cobro.ledger.papers import NewPaper
from cobro.ledger.view import numbered
from cobro.ledger.work import Rules, Work

T = TypeVar("T")

_EPISODE = (
    select(t.Episode)
    .join(t.Invoice, t.Invoice.id == t.Episode.invoice_id)
    .where(
        t.Invoice.creditor_id == bindparam("creditor"),
        t.Invoice.number == bindparam("number"),
        t.Episode.k == bindparam("k"),
    )
)
_NO_SHIFT = dt.timedelta(0)

_log = logging.getLogger(__name__)

SYSTEM = "cobro"
"""Who acts where no person does."""


class UnknownCase(LookupError):
    """The ledger has no such case or plan."""

    def __init__(self, ref: CaseRef | PlanRef) -> None:
        super().__init__(f"the ledger has no {ref.workflow_id}")


class Ledger:
    """The truth about money, contacts, evidence and what is due next.

    `now` is always the caller's clock, aware; `shift` is business time less engine time, zero outside a rehearsal.
    """

    def __init__(self, database: Database, rules: Rules) -> None:
        self._database = database
        self._rules = rules

    @property
    def rules(self) -> Rules:
        """The rules in force, for whoever shows a case."""
        return self._rules

    def reading(self) -> AbstractContextManager[Session]:
        """A read-only session, for queries."""
        return self._database.reading()

    def writing(self) -> AbstractContextManager[Session]:
        """A writing session, for the relay's ticks."""
        return self._database.writing()

    def close(self) -> None:
        self._database.close()

    def register_creditor(self, creditor: parties.Creditor, now: dt.datetime, *, who: str) -> None:
        self._do(now, who, lambda work: registering.register_creditor(work, creditor))

    def register_book(self, book: parties.Book, now: dt.datetime, *, who: str) -> registering.Registered:
        """Bring in a book; raises `registering.Conflict` and changes nothing where it contradicts the ledger."""
        return self._do(now, who, lambda work: registering.register_book(work, book))

    def record(
        self,
        event: ev.Event,
        now: dt.datetime,
        *,
        who: str,
        source: str,
        note: str | None = None,
        keep: bool = False,
        awake: CaseRef | None = None,
    ) -> Answer:
        """Apply an event once; see `recording.record`. `awake` is the case whose workflow asks."""
        return self._do(
            now, who, lambda work: recording.record(work, event, source=source, note=note, keep=keep), awake
        )

    def undo(self, creditor: str, event: str, now: dt.datetime, *, who: str, note: str | None = None) -> Answer:
        """Take back what an event did; the answer's reason tells what left since and cannot be recalled."""
        with self._database.reading() as session:
            opposite = ev.EventUndone(id=undoing_id(session, creditor, event), creditor=creditor, event=event)
        return self.record(opposite, now, who=who, source="cli", note=note)

    def direct(self, creditor: str, event: str, number: str, now: dt.datetime, *, who: str) -> str:
        """A person says which invoice a kept event is about, or a credit is for; returns what was done, in words.

        Raises:
            applying.Refused: the event does not wait for that.
        """
        return self._do(now, who, lambda work: directing.direct(work, creditor, event, number))

    def receive(
        self, arrivals: Sequence[receiving.Arrival], now: dt.datetime, *, who: str, source: str
    ) -> list[Answer]:
        """Store events that came from outside, in one transaction; an answer for each, in their order.

        Once this returns, nothing has to be sent again: `apply_received` gives them their effect.
        """
        return self._do(now, who, lambda work: receiving.receive(work, arrivals, source=source))

    def apply_received(self, now: dt.datetime) -> int:
        """Apply the stored events that have waited longest, a handful at once; returns how many were found waiting.

        Raises:
            OperationalError: the database does not answer. What was not applied stays stored.
        """
        with self._database.reading() as session:
            waiting = receiving.oldest_received(session)
        for creditor, rows in waiting:
            if not self._apply_together(creditor, rows, now):
                for row in rows:
                    self._apply_alone(creditor, row, now)
        return sum(len(rows) for _, rows in waiting)

    def _apply_together(self, creditor: str, rows: Sequence[int], now: dt.datetime) -> bool:
        try:
            self._do(now, SYSTEM, lambda work: receiving.apply_received(work, creditor, rows))
        except OperationalError:
            raise
        except Exception:
            return False
        return True

    def _apply_alone(self, creditor: str, row: int, now: dt.datetime) -> None:
        """One event that we cannot apply, for whatever reason of ours, must not keep the others waiting (law 4)."""
        try:
            self._do(now, SYSTEM, lambda work: receiving.apply_received(work, creditor, [row]))
        except OperationalError:
            raise
        except Exception as error:
            problem = type(error).__name__
            _log.exception("event row %d of %s is kept for a person: it could not be applied", row, creditor)
            self._do(now, SYSTEM, lambda work: receiving.give_up(work, row, problem))

    def take_bank_file(
        self, creditor: str, name: str, content: bytes, now: dt.datetime, *, who: str, source: str
    ) -> bank_taken.BankTaken:
        """Take a bank's file: store it whole, then look at its movements, `bank_judging.AT_ONCE` in one transaction.

        A process that ends in the middle loses nothing: the same file again, or the next one, finishes the rest.

        Raises:
            BadInput: it cannot be read, or tells of an account that is not the creditor's; nothing of it is taken.
            Refused: there is no such creditor.
        """
        units = bank_reading.units_of(self._creditor(creditor), name, content)
        statements = [statement for unit in units for statement in unit]
        paper = NewPaper(name, "application/octet-stream", content)
        file, before = self._do(now, who, lambda work: bank_reading.store(work, creditor, paper, units, source=source))
        with self._database.reading() as session:
            repeated = before and not bank_accounts.is_behind(session, creditor, statements)
        missing: bank_taken.Missing = {}
        if not repeated:
            while self._do(now, who, lambda work: bank_judging.judge_some(work, creditor)):
                pass
            closed = self._do(now, who, lambda work: bank_accounts.close_file(work, creditor, file, statements))
            missing = closed.missing
            for customer in closed.going_on:
                self._settle_customer(creditor, customer, now, who)
        with self._database.reading() as session:
            return bank_taken.counted(session, file, statements, repeated=repeated, missing=missing)

    def accept_match(
        self, creditor: str, movement: int, place: int, now: dt.datetime, *, who: str
    ) -> bank_deciding.Decided:
        """Apply a movement as its proposal at a place, counted from 1, says; raises `applying.Refused`."""
        return self._do(now, who, lambda work: bank_deciding.accept(work, creditor, movement, place))

    def match_to(
        self, creditor: str, movement: int, to: Sequence[tuple[str, Money | None]], now: dt.datetime, *, who: str
    ) -> bank_deciding.Decided:
        """Apply a movement to the invoices that a person names; raises `applying.Refused`."""
        return self._do(now, who, lambda work: bank_deciding.pay_invoices(work, creditor, movement, to))

    def set_aside(self, creditor: str, movement: int, why: str, now: dt.datetime, *, who: str) -> bank_deciding.Decided:
        """A movement concerns no invoice; raises `applying.Refused`."""
        return self._do(now, who, lambda work: bank_deciding.set_aside(work, creditor, movement, why))

    def decide_cost(self, creditor: str, task: int, now: dt.datetime, *, who: str, claim: bool) -> tuple[Money, str]:
        """Say who bears what the bank charged; returns how much, and the invoice. Raises `applying.Refused`."""
        return self._do(now, who, lambda work: bank_costs.decide_cost(work, creditor, task, claim=claim))

    def _creditor(self, creditor: str) -> parties.Creditor:
        with self._database.reading() as session:
            row = session.get(t.Creditor, creditor)
            if row is None:
                raise Refused(f"creditor: the ledger has no creditor '{creditor}'")
            return row.value

    def keep_unreadable(
        self, creditor: str, event_id: str, body: object, reason: str, now: dt.datetime, *, who: str, source: str
    ) -> Answer:
        """Keep a message that is no event, for a person."""
        return self._do(
            now, who, lambda work: recording.keep_unreadable(work, creditor, event_id, body, reason, source=source)
        )

    def claim(
        self, case: CaseRef, n: int, now: dt.datetime, render: door.Render
    ) -> door.Claimed | door.Doubtful | door.Closed:
        """Check and claim the contact of move `n`; after this returns `Claimed`, send it."""
        return self._do(now, SYSTEM, lambda work: door.claim(work, _asking(work), n, render), case)

    def settle_contact(
        self,
        case: CaseRef,
        contact: str,
        outcome: Outcome | NotActed,
        now: dt.datetime,
        shift: dt.timedelta = _NO_SHIFT,
    ) -> NumberedMove:
        """Write down what came of a contact; returns the move that the case stands at then."""
        return self._turn(case, now, shift, lambda work, _: outcomes.settle_contact(work, contact, outcome))

    def ask_decision(self, case: CaseRef, n: int, now: dt.datetime, shift: dt.timedelta = _NO_SHIFT) -> NumberedMove:
        """Put the question of R33 on the desk, if move `n` still asks it."""

        def ask(work: Work, episode: t.Episode) -> None:
            row = current_move(work.session, episode.id)
            current = settle(work, episode).row
            if row is None or row.n != n or current.n != n or current.do is not Do.ASK_DECISION:
                return
            it = load(work, episode)
            due = it.calendar.add_working(it.calendar.local_day(now), it.policy.limits.decision_working_days)
            goal = f"decide what follows; the policy proposes {current.goal}" if current.goal else "decide what follows"
            desk.open_task(work, it, t.TaskKind.DECISION, goal, due=due, role=Role.SENIOR)

        return self._turn(case, now, shift, ask)

    def hand_over(
        self, case: CaseRef, n: int, now: dt.datetime, deliver: handing.Deliver, shift: dt.timedelta = _NO_SHIFT
    ) -> NumberedMove:
        """Deliver the dossier of a decided case and end its episode."""
        return self._turn(case, now, shift, lambda work, episode: handing.hand_over(work, episode, n, deliver))

    def current(self, case: CaseRef, now: dt.datetime, shift: dt.timedelta) -> NumberedMove:
        """Bring a case's move in line with the facts, remind people of what ran out, and return it."""
        return self._turn(case, now, shift, lambda work, episode: None)

    def _turn(
        self, case: CaseRef, now: dt.datetime, shift: dt.timedelta, act: Callable[[Work, t.Episode], None]
    ) -> NumberedMove:
        """Act for a case's workflow and bring the case in line, in one transaction; returns where it stands then."""

        def turn(work: Work) -> NumberedMove:
            episode = _asking(work)
            lock_customers(work.session, case.creditor, [episode.invoice.customer_id])
            act(work, episode)
            return numbered(settle(work, episode), shift)

        return self._do(now, SYSTEM, turn, case)

    def follow_plan(self, ref: PlanRef, now: dt.datetime) -> tuple[Look, t.PlanEnding | None]:
        """Judge a payment plan now; returns what was found, and the plan's ending if it has one."""

        def look(work: Work) -> tuple[Look, t.PlanEnding | None]:
            plan = work.session.get(t.Plan, ref.plan)
            if plan is None or plan.creditor_id != ref.creditor:
                raise UnknownCase(ref)
            lock_customers(work.session, plan.creditor_id, [plan.customer_id])
            # An instalment that was received and not applied yet has come.
            receiving.apply_about(work, work.session.get_one(t.Customer, plan.customer_id))
            found = follow(work, plan)
            return found, plan.ending

        return self._do(now, SYSTEM, look)

    def mend(
        self, creditor: str, task: int, now: dt.datetime, *, who: str, email: str | None, phone: str | None
    ) -> None:
        """Close a repair, with corrected data if there are any; raises `applying.Refused`."""
        self._do(now, who, lambda work: mending.mend(work, creditor, task, email=email, phone=phone))

    def put_in_force(self, policy: Policy, now: dt.datetime, *, who: str) -> policies.PutInForce:
        """Put a policy in force for every creditor that names it; raises `applying.Refused`. Nobody is woken by it."""
        return self._do(now, who, lambda work: policies.put_in_force(work, policy))

    def compare_policy(self, policy: Policy, now: dt.datetime) -> comparing.Comparison:
        """Which cases it would move if it were put in force now; raises `applying.Refused`. Changes nothing."""
        with self._database.reading() as session, session.no_autoflush:
            return comparing.compare(Work(session=session, rules=self._rules, now=now, who=SYSTEM), policy)

    def dismiss(self, creditor: str, event: str, why: str, now: dt.datetime, *, who: str) -> None:
        """Take what waits for a person off the desk; raises `applying.Refused`."""
        self._do(now, who, lambda work: dismissing.dismiss(work, creditor, event, why))

    def stop(self, creditor: str, customer: str | None, now: dt.datetime, *, who: str) -> bool:
        """Contact nobody of a creditor, or one customer: nothing is claimed after this returns. False if unknown."""
        return self._set_stop(creditor, customer, now, who, stopped=True)

    def go(self, creditor: str, customer: str | None, now: dt.datetime, *, who: str) -> bool:
        """Lift a stop. False if creditor or customer is unknown."""
        return self._set_stop(creditor, customer, now, who, stopped=False)

    def _set_stop(self, creditor: str, customer: str | None, now: dt.datetime, who: str, *, stopped: bool) -> bool:
        ids = self._do(now, who, lambda work: stopping.set_stop(work, creditor, customer, stopped=stopped))
        for customer_id in ids or ():
            self._settle_customer(creditor, customer_id, now, who, "stopped" if stopped else "going_on")
        return ids is not None

    def _settle_customer(
        self, creditor: str, customer_id: int, now: dt.datetime, who: str, happened: str | None = None
    ) -> None:
        self._do(now, who, lambda work: stopping.settle_customer(work, creditor, customer_id, happened))

    def _do(self, now: dt.datetime, who: str, act: Callable[[Work], T], awake: CaseRef | None = None) -> T:
        try:
            return self._once(now, who, act, awake)
        except IntegrityError:
            # Somebody wrote the same key at the same moment: the second look finds it.
            return self._once(now, who, act, awake)

    def _once(self, now: dt.datetime, who: str, act: Callable[[Work], T], awake: CaseRef | None) -> T:
        with self._database.writing() as session:
            work = Work(session=session, rules=self._rules, now=now, who=who)
            if awake is not None:
                work = replace(work, awake=_episode(work, awake))
            return act(work)


def _episode(work: Work, case: CaseRef) -> t.Episode:
    key = {"creditor": case.creditor, "number": case.invoice, "k": case.episode}
    episode = work.session.scalars(_EPISODE, key).first()
    if episode is None:
        raise UnknownCase(case)
    return episode


def _asking(work: Work) -> t.Episode:
    if work.awake is None:
        raise ValueError("this is done for a case's workflow only")
    return work.awake
