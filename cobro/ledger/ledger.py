"""The ledger as everybody else uses it: each method is one transaction, or a few short ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace

from cobro.dunning import parties
from cobro.dunning.contact import Accepted, Channel, ContactState, Message, NotActed, Outcome, came_of
from cobro.dunning.contract import CaseRef, PlanRef
from cobro.dunning.in_segment import question
from cobro.dunning.move import Do, NumberedMove, Role
from cobro.dunning.plan import Look
from cobro.dunning.policy import Policy
from cobro.dunning.stop_reason import StopReason
from cobro.ledger import (
    comparing,
    desk,
    door,
    doubts,
    exceptions,
    mending,
    policies,
    receiving,
    recipients,
    registering,
    stopping,
)
from cobro.ledger import handing_over as handing
from cobro.ledger import outcome as outcomes
from cobro.ledger import tables as t
from cobro.ledger.apply_plans import follow
from cobro.ledger.bank_ledger import BankLedger
from cobro.ledger.case import current_move, load
from cobro.ledger.intake_ledger import IntakeLedger
from cobro.ledger.locks import lock_customers
from cobro.ledger.moving import settle
from cobro.ledger.people_ledger import PeopleLedger
from cobro.ledger.transactions import SYSTEM, UnknownCase
from cobro.ledger.view import numbered
from cobro.ledger.work import Work

_NO_SHIFT = dt.timedelta(0)


class Ledger(IntakeLedger, BankLedger, PeopleLedger):
    """The truth about money, contacts, evidence and what is due next.

    `shift` is business time less engine time, zero outside a rehearsal.
    """

    def register_creditor(self, creditor: parties.Creditor, now: dt.datetime, *, who: str) -> None:
        self._do(now, who, lambda work: registering.register_creditor(work, creditor))

    def register_book(self, book: parties.Book, now: dt.datetime, *, who: str) -> registering.Registered:
        """Bring in a book; raises `registering.Conflict` and changes nothing where it contradicts the ledger."""
        return self._do(now, who, lambda work: registering.register_book(work, book))

    def claim(
        self, case: CaseRef, n: int, now: dt.datetime, render: door.Render, shift: dt.timedelta | None = None
    ) -> door.Claimed | door.Doubtful | door.Closed:
        """Check and claim the contact of move `n`; after this returns `Claimed`, send it.

        With a `shift`, an answer that leaves nothing to send says where the case stands, as `current` would.
        """

        def claim_it(work: Work) -> door.Claimed | door.Doubtful | door.Closed:
            episode = _asking(work)
            found = door.claim(work, episode, n, render)
            if shift is None or isinstance(found, door.Doubtful):
                return found
            if isinstance(found, door.Closed):
                return replace(found, move=numbered(settle(work, episode), shift, found.came))
            if found.message.channel is not Channel.CALL:
                return found
            came = came_of(found.message.contact, ContactState.SENT, own=True)
            return replace(found, move=numbered(settle(work, episode), shift, came))

        return self._do(now, SYSTEM, claim_it, case)

    def settle_contact(
        self,
        case: CaseRef,
        contact: str,
        outcome: Outcome | NotActed,
        now: dt.datetime,
        shift: dt.timedelta = _NO_SHIFT,
        *,
        patience: float = 0.0,
    ) -> NumberedMove:
        """Write down what came of a contact; returns the move that the case stands at then, and says it too.

        While the database does not answer it is tried again, for so many seconds.
        """

        def settle_it() -> NumberedMove:
            return self._turn(case, now, shift, lambda work, _: outcomes.settle_contact(work, contact, outcome))

        return self._patiently(settle_it, patience)

    def doubtful(self, channels: Iterable[Channel], since: dt.datetime) -> list[Message]:
        """The messages by these ways that may or may not have left, claimed at `since` or later, oldest first."""
        with self.reading() as session:
            return doubts.doubtful(session, channels, since)

    def resolve(self, contact: str, evidence: Accepted | NotActed, now: dt.datetime) -> None:
        """Write down what a later look-up proved of a contact, if it is still in doubt."""
        self._do(now, SYSTEM, lambda work: doubts.resolve(work, contact, evidence))

    def ask_decision(self, case: CaseRef, n: int, now: dt.datetime, shift: dt.timedelta = _NO_SHIFT) -> NumberedMove:
        """Put the question of R33 on the desk, if move `n` still asks it."""

        def ask(work: Work, episode: t.Episode) -> None:
            row = current_move(work.session, episode.id)
            current = settle(work, episode).row
            if row is None or row.n != n or current.n != n or current.do is not Do.ASK_DECISION:
                return
            it = load(work, episode)
            due = it.calendar.add_working(it.calendar.local_day(now), it.policy.limits.decision_working_days)
            desk.open_task(work, [it], t.TaskKind.DECISION, question(current.goal), due=due, role=Role.SENIOR)

        return self._turn(case, now, shift, ask)

    def hand_over(
        self, case: CaseRef, n: int, now: dt.datetime, deliver: handing.Deliver, shift: dt.timedelta = _NO_SHIFT
    ) -> NumberedMove:
        """Deliver the dossier of a decided case and end its episode."""
        return self._turn(case, now, shift, lambda work, episode: handing.hand_over(work, episode, n, deliver))

    def current(self, case: CaseRef, now: dt.datetime, shift: dt.timedelta, came: str | None = None) -> NumberedMove:
        """Bring a case's move in line with the facts, remind people of what ran out, and return it.

        `came` is what came of the turn that asks.
        """
        return self._turn(case, now, shift, lambda work, episode: came)

    def _turn(
        self, case: CaseRef, now: dt.datetime, shift: dt.timedelta, act: Callable[[Work, t.Episode], str | None]
    ) -> NumberedMove:
        """Act for a case's workflow and bring the case in line, in one transaction; returns where it stands then, with
        what the act says that came of it."""

        def turn(work: Work) -> NumberedMove:
            episode = _asking(work)
            lock_customers(work.session, case.creditor, [episode.invoice.customer_id])
            came = act(work, episode)
            return numbered(settle(work, episode), shift, came)

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

    def name_recipient(
        self,
        creditor: str,
        customer: str,
        value: parties.Recipient | None,
        role: str,
        now: dt.datetime,
        *,
        who: str,
    ) -> bool:
        """Take down who has a role at a customer, or that nobody has; raises `applying.Refused`. True if it is news."""
        return self._do(now, who, lambda work: recipients.name_recipient(work, creditor, customer, value, role))

    def put_in_force(self, policy: Policy, now: dt.datetime, *, who: str) -> policies.PutInForce:
        """Put a policy in force for every creditor that names it; raises `applying.Refused`. Nobody is woken by it."""
        return self._do(now, who, lambda work: policies.put_in_force(work, policy))

    def make_exception(
        self,
        creditor: str,
        customer: str,
        now: dt.datetime,
        *,
        who: str,
        segment: str | None,
        until: dt.date,
        reason: str,
    ) -> None:
        """Treat a customer otherwise than the rule says, up to a day; raises `applying.Refused`."""

        def make(work: Work) -> None:
            exceptions.make_exception(work, creditor, customer, segment=segment, until=until, reason=reason)

        self._do(now, who, make)

    def end_exception(self, creditor: str, customer: str, now: dt.datetime, *, who: str) -> None:
        """End a customer's exception before its day; raises `applying.Refused`."""
        self._do(now, who, lambda work: exceptions.end_exception(work, creditor, customer))

    def compare_policy(self, policy: Policy, now: dt.datetime) -> comparing.Comparison:
        """Which cases it would move if it were put in force now; raises `applying.Refused`. Changes nothing."""
        with self._database.reading() as session, session.no_autoflush:
            return comparing.compare(Work(session=session, rules=self._rules, now=now, who=SYSTEM), policy)

    def stop(
        self, creditor: str, customer: str | None, now: dt.datetime, *, who: str, why: StopReason | None = None
    ) -> bool:
        """Contact nobody of a creditor, or one customer: nothing is claimed after this returns. False if unknown.

        With a reason, for one customer, a senior person has a task to decide what follows.
        """
        return self._set_stop(creditor, customer, now, who, stopped=True, why=why)

    def go(self, creditor: str, customer: str | None, now: dt.datetime, *, who: str) -> bool:
        """Lift a stop. False if creditor or customer is unknown."""
        return self._set_stop(creditor, customer, now, who, stopped=False)

    def _set_stop(
        self,
        creditor: str,
        customer: str | None,
        now: dt.datetime,
        who: str,
        *,
        stopped: bool,
        why: StopReason | None = None,
    ) -> bool:
        ids = self._do(now, who, lambda work: stopping.set_stop(work, creditor, customer, stopped=stopped, why=why))
        # With a reason it stands in the evidence already.
        happened = None if why else "stopped" if stopped else "going_on"
        for customer_id in ids or ():
            self._settle_customer(creditor, customer_id, now, who, happened)
        return ids is not None


def _asking(work: Work) -> t.Episode:
    if work.awake is None:
        raise ValueError("this is done for a case's workflow only")
    return work.awake
