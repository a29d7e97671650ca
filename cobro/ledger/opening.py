"""Opening the cases of invoices that come in: one at a time, or many at once where nothing can have happened yet."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from cobro.dunning.ladder import next_move
from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.case import load
from cobro.ledger.facts import first_facts
from cobro.ledger.habits import forget
from cobro.ledger.moving import move_row, open_episode
from cobro.ledger.never_chased import ask_first
from cobro.ledger.work import Work

_REASON = "imported"


def open_case(work: Work, invoice: t.Invoice) -> None:
    """Open the first episode of an invoice of a customer whom the ledger knows."""
    evidence.append(work, invoice.id, "imported", **_content(invoice))
    forget(work.session, invoice.customer_id)
    open_episode(work, invoice, 1, _REASON)


def open_cases(work: Work, invoices: Sequence[t.Invoice]) -> None:
    """Likewise for customers who came in with this book, all their invoices at once: no question of each to the ledger.

    Nothing can end such a case yet: what the book says to be paid is recorded afterwards.
    """
    digests = {each: work.session.get_one(t.Creditor, each).policy_digest for each in {i.creditor_id for i in invoices}}
    episodes = [
        t.Episode(
            invoice_id=each.id, k=1, opened_at=work.now, opened_for=_REASON, policy_digest=digests[each.creditor_id]
        )
        for each in invoices
    ]
    work.session.add_all(episodes)
    work.session.flush()
    lately: dict[int, set[dt.date]] = defaultdict(set)
    for invoice in invoices:
        forget(work.session, invoice.customer_id)
        if invoice.done_before_on:
            lately[invoice.customer_id].add(invoice.done_before_on)
    opened = {"episode": 1, "reason": _REASON}
    for invoice in invoices:
        evidence.begin(work, invoice.id, ("imported", _content(invoice)), ("episode_opened", opened))
    for invoice, episode in zip(invoices, episodes, strict=True):
        case = load(work, episode)
        facts = first_facts(work, case, lately[invoice.customer_id])
        if person := ask_first(work, case):
            facts = replace(facts, people=(person,))
        move = next_move(facts, case.policy, case.calendar, work.now)
        work.session.add(move_row(work, case, move, 1))
        work.session.add(t.Outbox(kind=t.OutboxKind.START_CASE, episode_id=episode.id, asked_at=work.now))
    work.session.flush()


def _content(invoice: t.Invoice) -> dict[str, object]:
    content: dict[str, object] = {"total": str(invoice.total), "issued": invoice.issued, "due": invoice.due}
    if invoice.done_before:
        content |= {"done_before": invoice.done_before[-1], "done_before_on": invoice.done_before_on}
    return content
