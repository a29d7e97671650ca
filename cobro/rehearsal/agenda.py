"""What is going to happen to a customer's invoices by the script, in the order of business time."""

from __future__ import annotations

import datetime as dt
import heapq
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from cobro.ledger import tables as t
from cobro.ledger.case import current_move
from cobro.ledger.ledger import Ledger
from cobro.rehearsal.people import People
from cobro.rehearsal.script import Act, Script, What

_LATER = dt.timedelta(hours=2)
_A_DAY = dt.timedelta(days=1)
_FOUR_DAYS = dt.timedelta(days=4)


@dataclass(order=True, frozen=True, slots=True)
class Happening:
    """One act at one moment (aware)."""

    at: dt.datetime
    order: int
    invoice: int = field(compare=False)
    act: Act = field(compare=False)
    task: int | None = field(compare=False, default=None)


class Agenda:
    """Knows what comes next for each customer, and finds what the steps carried out so far set going."""

    def __init__(self, ledger: Ledger, script: Script, people: People) -> None:
        self._ledger = ledger
        self._script = script
        self._people = people
        self._heaps: dict[int, list[Happening]] = {}
        self._seen: set[tuple[object, ...]] = set()
        self._zones: dict[int, ZoneInfo] = {}
        self._order = 0

    def plan(self) -> None:
        """Enter what the script fixes by date."""
        with self._ledger.reading() as session:
            for customer in session.scalars(select(t.Customer)):
                self._zones[customer.id] = ZoneInfo(customer.value.zone)
            for invoice in session.scalars(select(t.Invoice).order_by(t.Invoice.id)):
                zone = self._zones[invoice.customer_id]
                for act in self._script.invoices.get(invoice.number, ()):
                    if act.day is not None:
                        local = dt.datetime.combine(act.falls_on(invoice.due), act.at, tzinfo=zone)
                        self._enter(invoice.customer_id, local, invoice.id, act)

    def next_of(self, customer: int) -> Happening | None:
        """The next act about a customer."""
        heap = self._heaps.get(customer)
        return heap[0] if heap else None

    def carry_out(self, happening: Happening) -> None:
        """Let an act happen at its moment, and take it off the agenda."""
        with self._ledger.reading() as session:
            invoice = session.get_one(t.Invoice, happening.invoice)
            customer = invoice.customer_id
            today = happening.at.astimezone(self._zones[customer]).date()
            gone = happening.task is not None and not _is_open(session, happening.task)
        heapq.heappop(self._heaps[customer])
        if not gone:
            self._people.act(happening.act, invoice, happening.at, today, happening.task)

    def look_around(self, customer: int) -> None:
        """Enter what the steps and tasks of a customer have set going since the last look."""
        with self._ledger.reading() as session:
            invoices = session.scalars(select(t.Invoice).where(t.Invoice.customer_id == customer)).all()
            for invoice in invoices:
                for number, act in enumerate(self._script.invoices.get(invoice.number, ())):
                    self._follow(session, invoice, number, act)
            tasks = session.scalars(
                select(t.Task).where(t.Task.customer_id == customer, t.Task.state == t.TaskState.OPEN)
            ).all()
            for task in tasks:
                self._work_off(session, task)

    def _follow(self, session: Session, invoice: t.Invoice, number: int, act: Act) -> None:
        mark = ("act", invoice.id, number)
        if mark in self._seen or act.do is What.CALL:
            return
        at: dt.datetime | None = None
        if act.after is not None:
            at = session.scalar(
                select(t.Contact.claimed_at)
                .join(t.ContactStep, t.ContactStep.contact_id == t.Contact.id)
                .where(t.ContactStep.invoice_id == invoice.id, t.ContactStep.step == act.after, t.ContactStep.live)
            )
            at = _minute(at) + act.wait if at else None
        elif act.with_step is not None:
            episode = session.scalars(
                select(t.Episode).where(t.Episode.invoice_id == invoice.id, t.Episode.ending.is_(None))
            ).first()
            move = current_move(session, episode.id) if episode else None
            at = move.at if move and move.step == act.with_step else None
        if at is not None:
            self._seen.add(mark)
            self._enter(invoice.customer_id, at, invoice.id, act)

    def _work_off(self, session: Session, task: t.Task) -> None:
        """The creditor's people work off the desk: by the script of an invoice, else as they usually do."""
        mark = ("task", task.id, task.due)
        if mark in self._seen:
            return
        self._seen.add(mark)
        invoices = session.scalars(
            select(t.Invoice)
            .join(t.TaskInvoice, t.TaskInvoice.invoice_id == t.Invoice.id)
            .where(t.TaskInvoice.task_id == task.id, t.TaskInvoice.live)
            .order_by(t.Invoice.id)
        ).all()
        first = not any(mark[:2] == ("task", task.id) for mark in self._seen - {mark})
        for invoice in invoices:
            chosen = self._by_script(session, task, invoice) or self._as_usual(task, invoice)
            if chosen is None:
                continue
            act, wait = chosen
            at = _minute(task.opened_at) + wait if first else _at(task.due, self._zones[task.customer_id])
            self._enter(task.customer_id, at, invoice.id, act, task.id)
            if task.kind in (*t.TALKS, t.TaskKind.REPLY):
                return

    def _by_script(self, session: Session, task: t.Task, invoice: t.Invoice) -> tuple[Act, dt.timedelta] | None:
        if task.kind not in t.TALKS:
            return None
        opened_by = session.scalar(
            select(t.ContactStep.step)
            .join(t.TaskInvoice, t.TaskInvoice.contact_id == t.ContactStep.contact_id)
            .where(t.TaskInvoice.task_id == task.id, t.ContactStep.invoice_id == invoice.id)
        )
        for number, act in enumerate(self._script.invoices.get(invoice.number, ())):
            mark = ("act", invoice.id, number)
            if act.do is What.CALL and act.after == opened_by and mark not in self._seen:
                # Each scripted call is made once: a second try comes to another end, or to the usual one.
                self._seen.add(mark)
                return act, act.wait
        return None

    def _as_usual(self, task: t.Task, invoice: t.Invoice) -> tuple[Act, dt.timedelta] | None:
        desk, after = self._script.desk, "desk"
        scripted = {act.do for act in self._script.invoices.get(invoice.number, ())}
        match task.kind:
            case t.TaskKind.CALL | t.TaskKind.OFFER:
                return Act(do=What.CALL, after=after, outcome=desk.call), _LATER
            case t.TaskKind.DECISION if What.DECIDE not in scripted:
                return Act(do=What.DECIDE, after=after, to=desk.decide), _A_DAY
            case t.TaskKind.REPAIR if What.CORRECT not in scripted:
                # Only a repair of the address gets one; anything else is done as it is.
                return Act(do=What.CORRECT, after=after, email=desk.email if "mail" in task.goal else None), _A_DAY
            case t.TaskKind.REPLY:
                return Act(do=What.ANSWER, after=after), _A_DAY
            case t.TaskKind.DISPUTE if What.RESOLVE not in scripted:
                return Act(do=What.RESOLVE, after=after), _FOUR_DAYS
            case _:
                return None

    def _enter(self, customer: int, at: dt.datetime, invoice: int, act: Act, task: int | None = None) -> None:
        self._order += 1
        happening = Happening(at.astimezone(dt.UTC), self._order, invoice, act, task)
        heapq.heappush(self._heaps.setdefault(customer, []), happening)


def _at(day: dt.date, zone: ZoneInfo) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(10, 30), tzinfo=zone)


def _minute(moment: dt.datetime) -> dt.datetime:
    """Without the seconds that the machine took: they differ from run to run."""
    return moment.replace(second=0, microsecond=0)


def _is_open(session: Session, task_id: int) -> bool:
    return session.get_one(t.Task, task_id).state is t.TaskState.OPEN
