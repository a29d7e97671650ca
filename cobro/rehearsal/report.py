"""The report of a rehearsal: what came of the book, and of each case. It names no person and no address."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cobro.dunning.answer import Verdict
from cobro.ledger import queries
from cobro.ledger import tables as t
from cobro.rehearsal.case_report import CaseReports
from cobro.rehearsal.contact_report import contacts
from cobro.rehearsal.outbox_files import read_outbox
from cobro.rehearsal.recount import Journal, Recount


def make_report(session: Session, creditor: str, outbox: Path, days: int, journal: Journal) -> dict[str, Any]:
    """Put the report together. The same life gives the same report, in whatever order its customers were served."""
    invoices = session.scalars(
        select(t.Invoice).where(t.Invoice.creditor_id == creditor).order_by(t.Invoice.number)
    ).all()
    sent = read_outbox(outbox, [invoice.number for invoice in invoices])
    recount = Recount(session, creditor, sent, journal)
    endings = session.scalars(
        select(t.Episode.ending)
        .join(t.Invoice, t.Invoice.id == t.Episode.invoice_id)
        .where(t.Invoice.creditor_id == creditor)
    ).all()
    plans = session.scalars(select(t.Plan.ending).where(t.Plan.creditor_id == creditor)).all()
    calls = select(t.Call.id).join(t.Task, t.Task.id == t.Call.task_id).where(t.Task.creditor_id == creditor)
    cases = CaseReports(session, creditor)
    return {
        "invoices": len(invoices),
        "customers": len({invoice.customer_id for invoice in invoices}),
        "days": days,
        "endings": _counted(ending.value for ending in endings if ending),
        "plans": _counted(ending.value if ending else "running" for ending in plans),
        "messages": _counted(message.channel for message in sent),
        "calls": len(session.scalars(calls).all()),
        "contacts": contacts(session, creditor),
        "open_cases": sum(ending is None for ending in endings),
        "duplicate_contacts": recount.duplicate_contacts(),
        "contacts_after_payment": recount.contacts_after_payment(),
        "lost_events": recount.lost_events(),
        "crossed": sum(map(len, queries.crossed(session, creditor).values())),
        "kept_events": cases.kept(),
        "refused_events": sorted(
            ({"event": each.event, "reason": each.reason} for each in journal if each.verdict is Verdict.REFUSED),
            key=lambda line: line["event"],
        ),
        "cases": [cases.of(invoice) for invoice in invoices],
    }


def _counted(words: Any) -> dict[str, int]:
    return dict(sorted(Counter(words).items()))
