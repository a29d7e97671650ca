"""What people at the creditor did: calls, decisions, and giving a claim up."""

from __future__ import annotations

import datetime as dt

from cobro.dunning.event import CallLogged, CallOutcome, Cancelled, HandoffDecided, WrittenOff
from cobro.dunning.move import Ending
from cobro.ledger import desk
from cobro.ledger import tables as t
from cobro.ledger.applying import Refused, invoice_of, open_episode_of
from cobro.ledger.case import Case, latest_episode, load, open_cases
from cobro.ledger.consequences import carry_out
from cobro.ledger.facts import facts_of
from cobro.ledger.moving import end, take_off_desk
from cobro.ledger.spoken import SPOKE
from cobro.ledger.work import Work

_HANDOFFS = {"legal": Ending.LEGAL_HANDOFF, "agency": Ending.AGENCY_HANDOFF}


def apply_call(work: Work, row: t.EventRow, event: CallLogged) -> set[int]:
    """Log a call (R28, R30). Unanswered calls come back on the next working day, as often as the policy asks."""
    task = work.session.get(t.Task, event.task)
    if task is None or task.creditor_id != event.creditor or task.kind not in t.TALKS:
        raise Refused(f"task: expected the number of a call on the desk, got {event.task}")
    desk.refuse_if_gone(task)
    cases = [load(work, latest_episode(work.session, i)) for i in _invoices_of(work, task)]
    today = cases[0].calendar.local_day(work.now)
    work.session.add(
        t.Call(task_id=task.id, event_id=row.id, outcome=event.outcome, reason=event.reason, local_day=today)
    )
    work.session.flush()
    match event.outcome:
        case CallOutcome.SPOKE:
            desk.close(work, task, t.TaskState.DONE, "spoke")
        case CallOutcome.CALL_BACK:
            last = today + dt.timedelta(days=cases[0].policy.limits.promise_days)
            if event.call_back is None or not today <= event.call_back <= last:
                raise Refused(f"call_back: expected a day from {today} to {last}, got {event.call_back}")
            task.due = event.call_back
        case CallOutcome.WRONG_PERSON:
            for case in cases:
                take_off_desk(work, case, (task.kind,), "wrong person")
            # The number is the customer's: nobody calls it about another invoice either.
            cases = open_cases(work, task.customer_id)
            for case in cases:
                desk.ask_for_repair(work, case, "find the right person to call")
        case _:
            _try_again(work, task, cases)
    touched = {case.invoice.id for case in cases}
    spoken = event.outcome in SPOKE
    return touched | carry_out(work, row, event.reason, cases) if event.reason and spoken else touched


def apply_handoff(work: Work, row: t.EventRow, event: HandoffDecided) -> set[int]:
    """A named person decides that the case leaves the house (R33); the workflow then hands it over."""
    invoice = invoice_of(work, event.creditor, event.invoice)
    episode = open_episode_of(work, invoice)
    case = load(work, episode)
    if facts_of(work, case).disputed:
        raise Refused(f"invoice {event.invoice} is disputed: resolve the dispute first")
    episode.handoff = _HANDOFFS[event.to]
    desk.withdraw(work, invoice.id, (t.TaskKind.DECISION,), f"decided: {event.to}", t.TaskState.DONE)
    return {invoice.id}


def apply_closing(work: Work, row: t.EventRow, event: WrittenOff | Cancelled) -> set[int]:
    """The creditor gives the claim up, or should never have raised it."""
    invoice = invoice_of(work, event.creditor, event.invoice)
    case = load(work, open_episode_of(work, invoice))
    ending = Ending.WRITTEN_OFF if isinstance(event, WrittenOff) else Ending.CANCELLED
    end(work, case, ending, event.reason.value)
    return {invoice.id}


def _invoices_of(work: Work, task: t.Task) -> list[int]:
    links = work.session.query(t.TaskInvoice).where(t.TaskInvoice.task_id == task.id, t.TaskInvoice.live)
    return sorted(link.invoice_id for link in links)


def _try_again(work: Work, task: t.Task, cases: list[Case]) -> None:
    attempts = cases[0].policy.limits.call_attempts
    days = {call.local_day for call in work.session.query(t.Call).where(t.Call.task_id == task.id)}
    if len(days) >= attempts:
        desk.close(work, task, t.TaskState.DONE, f"not reached on {len(days)} days")
    else:
        task.due = cases[0].calendar.add_working(max(days), 1)
