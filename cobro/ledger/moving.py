"""Deciding the next move of a case and writing it down, with all that follows from it, in the same transaction."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from sqlalchemy import insert, select

from cobro.dunning.contact import ContactState
from cobro.dunning.facts import Awaited
from cobro.dunning.in_segment import is_idle
from cobro.dunning.ladder import next_move
from cobro.dunning.move import Do, Ending, Move, Role
from cobro.dunning.owed import is_owed
from cobro.dunning.silence import is_silenced
from cobro.ledger import desk, evidence
from cobro.ledger import tables as t
from cobro.ledger.case import Case, current_move, latest_episode, load
from cobro.ledger.collectors import note_who_has
from cobro.ledger.facts import Seen, see
from cobro.ledger.never_chased import ask_first
from cobro.ledger.work import Work

_ASKED = (t.TaskKind.CALL, t.TaskKind.OFFER, t.TaskKind.DECISION)
_MOVES = t.Base.metadata.tables[t.MoveRow.__tablename__]
_ADD = insert(_MOVES)
_ALL = tuple(kind for kind in t.TaskKind if kind not in t.ASIDE)


def open_episode(work: Work, invoice: t.Invoice, k: int, reason: str) -> t.Episode:
    """Open the k-th episode of an invoice, decide its first move, and ask the relay for its workflow."""
    creditor = work.session.get_one(t.Creditor, invoice.creditor_id)
    episode = t.Episode(
        invoice_id=invoice.id, k=k, opened_at=work.now, opened_for=reason, policy_digest=creditor.policy_digest
    )
    work.session.add(episode)
    work.session.flush()
    evidence.append(work, invoice.id, "episode_opened", episode=k, reason=reason)
    note_who_has(work, invoice)
    work.session.add(t.Outbox(kind=t.OutboxKind.START_CASE, episode_id=episode.id, asked_at=work.now))
    _ask_again(work, episode)
    if k == 1:
        ask_first(work, load(work, episode))
    settle(work, episode)
    return episode


def _ask_again(work: Work, episode: t.Episode) -> None:
    """A dispute outlives an episode and a stop outlives all of them, their tasks do not: somebody has to look into it
    (law 7)."""
    case = load(work, episode)
    if case.customer.stopped_at is not None:
        goal = "the customer is stopped: decide what follows, then lift the stop with 'go'"
        desk.ask_for_repair(work, case, goal, role=Role.SENIOR)
    dispute = work.session.scalars(
        select(t.Dispute)
        .where(t.Dispute.invoice_id == episode.invoice_id, t.Dispute.resolved_at.is_(None))
        .order_by(t.Dispute.id.desc())
    ).first()
    if dispute is not None:
        desk.ask_about_dispute(work, case, dispute.reason)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a case stands: what is known of it, and the current move."""

    case: Case
    seen: Seen
    row: t.MoveRow


def settle(work: Work, episode: t.Episode) -> Standing:
    """Bring the current move of an episode in line with the facts; returns where the case stands then.

    Whatever the facts silence or end leaves the desk here, and the workflow is woken if it would ring too late.
    """
    case = load(work, episode)
    seen = see(work, case)
    last = current_move(work.session, episode.id)
    if last is not None and last.do is Do.END:
        # Its run has been told to end.
        return Standing(case, seen if seen.facts.open else _clear_desk(work, case, seen), last)
    if work.awake is episode:
        seen = _call_to_mind(work, case, seen)
    if episode.ending is None or not seen.facts.open:
        # A case in a plan keeps its repairs as long as it may come back to the ladder.
        seen = _clear_desk(work, case, seen)
    move = next_move(seen.facts, case.policy, case.calendar, work.now)
    if move.do is Do.END and seen.facts.open and last is not None and _is_being_told(seen, episode):
        return Standing(case, seen, last)
    if move.ending and move.do is Do.END and episode.ending is None:
        end(work, case, move.ending, "nothing is owed any more")
        seen = replace(seen, facts=replace(seen.facts, ending=move.ending))
    return Standing(case, seen, _write(work, case, last, move))


def _is_being_told(seen: Seen, episode: t.Episode) -> bool:
    """Whether a plan's confirmation is on its way: until it has left, the case may have to say it again."""
    return episode.ending is Ending.PAYMENT_PLAN and any(
        one.episode == episode.id and one.state is ContactState.SENDING and is_owed(one.step) for one in seen.carried
    )


def settle_invoice(work: Work, invoice_id: int) -> None:
    """Settle the newest episode of an invoice; one that a person just ended gets its last move by it."""
    settle(work, latest_episode(work.session, invoice_id))


def end(work: Work, case: Case, ending: Ending, reason: str) -> None:
    """Write the one ending of an episode: how, when, who, why."""
    episode = case.episode
    if episode.ending is not None:
        return
    episode.ending, episode.ended_at, episode.ended_by, episode.ended_for = ending, work.now, work.who, reason
    take_off_desk(work, case, _ALL, f"the case ended: {ending.value}")
    evidence.append(work, case.invoice.id, "episode_ended", episode=episode.k, ending=ending.value, reason=reason)


def _call_to_mind(work: Work, case: Case, seen: Seen) -> Seen:
    days = [person.due for person in seen.facts.people]
    if seen.facts.calls.open_until:
        days.append(seen.facts.calls.open_until)
    days += [day for day in (seen.facts.reply_until, seen.facts.unmatched_until) if day]
    if min(days, default=dt.date.max) > case.calendar.local_day(work.now):
        return seen
    desk.call_to_mind(work, case)
    return see(work, case)


def _clear_desk(work: Work, case: Case, seen: Seen) -> Seen:
    facts, today = seen.facts, case.calendar.local_day(work.now)
    paid = not facts.open or facts.ending is not None
    if not paid and not is_silenced(facts, case.policy, case.calendar, today):
        return _drop_idle_question(work, case, seen)
    if not facts.people and not facts.calls.open_until:
        return seen
    withdrawn = take_off_desk(work, case, _ALL if paid else _ASKED, "paid" if paid else "silenced")
    return see(work, case) if withdrawn else seen


def _drop_idle_question(work: Work, case: Case, seen: Seen) -> Seen:
    """A small sum that is one of many by now, a debit that was returned: nobody has to decide about it any more."""
    if all(person.awaited is not Awaited.DECISION for person in seen.facts.people):
        return seen
    asked = desk.open_tasks(work, case.invoice.id, (t.TaskKind.DECISION,))
    if not any(is_idle(task.goal, seen.facts, case.policy) for task in asked):
        return seen
    desk.withdraw(work, case.invoice.id, (t.TaskKind.DECISION,), "the question has gone")
    return see(work, case)


def take_off_desk(work: Work, case: Case, kinds: tuple[t.TaskKind, ...], reason: str) -> bool:
    """Take a case off the desk. A call gives its step back, and the customer's day if nobody else is on it: on
    resume the same step returns."""
    tasks = desk.withdraw(work, case.invoice.id, kinds, reason)
    for task in tasks:
        contact_id = work.session.get_one(t.TaskInvoice, (task.id, case.invoice.id)).contact_id
        if contact_id is not None:
            _give_back(work, contact_id, case.invoice.id)
    return bool(tasks)


def _give_back(work: Work, contact_id: str, invoice_id: int) -> None:
    steps = work.session.scalars(select(t.ContactStep).where(t.ContactStep.contact_id == contact_id)).all()
    for step in steps:
        step.live = step.live and step.invoice_id != invoice_id
    if not any(step.live for step in steps):
        contact = work.session.get_one(t.Contact, contact_id)
        contact.state, contact.settled_at = ContactState.WITHDRAWN, work.now
    work.session.flush()


def _write(work: Work, case: Case, current: t.MoveRow | None, move: Move) -> t.MoveRow:
    if current and _same(current, move, work.now):
        # Which letter, and with which goal, may change while a step waits for its day. What is not set is not written.
        if (current.letter, current.goal) != (move.letter, move.goal):
            current.letter, current.goal = move.letter, move.goal
        if current.at == move.at and current.shifted != move.shifted:
            current.shifted = move.shifted
        if (current.policy, current.policy_version) != (case.policy.name, case.policy.version):
            current.policy, current.policy_version, current.why = case.policy.name, case.policy.version, move.why
        return current
    row = move_row(work, case, move, current.n + 1 if current else 1)
    # Past the session, which takes four times as long over it: the row is shown, and changed by nobody.
    values = {column.name: getattr(row, column.name) for column in _MOVES.columns if column.name != "id"}
    work.session.connection().execute(_ADD, values)
    if current and work.awake is not case.episode and (move.do is Do.END or move.at < current.at):
        work.session.add(t.Outbox(kind=t.OutboxKind.WAKE_CASE, episode_id=case.episode.id, asked_at=work.now))
    return row


def move_row(work: Work, case: Case, move: Move, n: int) -> t.MoveRow:
    """A decided move as it is written down, with the policy that it was decided by."""
    return t.MoveRow(
        episode_id=case.episode.id,
        n=n,
        do=move.do,
        at=move.at,
        why=move.why,
        step=move.step,
        letter=move.letter,
        by=move.by,
        goal=move.goal,
        ending=move.ending,
        shifted=move.shifted,
        policy=case.policy.name,
        policy_version=case.policy.version,
        decided_at=work.now,
    )


def _same(row: t.MoveRow, move: Move, now: dt.datetime) -> bool:
    """Whether a decision repeats the current move; what is due already does not become another move by waiting."""
    if row.do is Do.END or move.do is Do.END:
        return row.do is move.do and row.ending is move.ending
    return (row.do, row.step) == (move.do, move.step) and (row.at == move.at or max(row.at, move.at) <= now)
