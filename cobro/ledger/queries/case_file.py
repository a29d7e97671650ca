"""Everything that the ledger knows of one case: its whole timeline, and whether the chain of evidence holds."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from cobro.dunning.contact import ContactState, came_of
from cobro.dunning.money import Money
from cobro.dunning.parties import Customer, Recipient
from cobro.dunning.promised import judge_promise
from cobro.dunning.silence import silenced_until
from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.policies import in_force
from cobro.ledger.queries.cases import CaseLine, cases, find_invoice
from cobro.ledger.queries.crossed import crossed
from cobro.ledger.queries.desk import about
from cobro.ledger.queries.exceptions import ExceptionLine, exceptions_of
from cobro.ledger.recipients import recipients_of
from cobro.ledger.work import Rules, Work

Record = dict[str, Any]
"""One row as a person reads it; moments are in the customer's time zone."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The case's evidence: how many links, and the first that does not verify."""

    links: int
    broken_link: int | None


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One invoice with all that happened about it."""

    case: CaseLine
    customer: Customer
    recipients: list[Recipient]
    """Whoever has a role at the customer."""
    stopped: bool
    issued: str
    reference: str
    events: list[Record]
    contacts: list[Record]
    tasks: list[Record]
    episodes: list[Record]
    promises: list[Record]
    disputes: list[Record]
    holds: list[Record]
    plans: list[Record]
    stops: list[Record]
    exceptions: list[ExceptionLine]
    """What persons decided for the customer against the rule: those that run first."""
    collectors: list[Record]
    """Who had the case at each level, from when on."""
    crossed: int
    """Contacts that left between a payment's booking day and our learning of it."""
    evidence: Chain


def case_file(session: Session, creditor: str, number: str, rules: Rules, now: dt.datetime) -> CaseFile | None:
    """The file of one invoice as it stands now, or None where the ledger has no such invoice."""
    invoice = find_invoice(session, creditor, number)
    if invoice is None:
        return None
    customer = session.get_one(t.Customer, invoice.customer_id)
    owner = session.get_one(t.Creditor, creditor)
    links = evidence.chain(session, invoice.id)
    zone = ZoneInfo(customer.profile["zone"])
    found = {
        "events": _events(session, invoice, [link.content for link in links]),
        "contacts": _contacts(session, invoice),
        "tasks": _tasks(session, invoice),
        "episodes": _episodes(session, invoice, _opened_by(links)),
        "stops": _stops(links),
        "collectors": _collectors(links),
        "promises": _promises(session, invoice, owner, customer, rules, now),
        "disputes": _disputes(session, invoice),
        "holds": _holds(session, invoice),
        "plans": _plans(session, invoice),
    }
    return CaseFile(
        case=cases(session, creditor, numbers=[number])[0],
        customer=customer.value,
        recipients=recipients_of(session, customer.id),
        stopped=bool(owner.stopped_at or customer.stopped_at),
        issued=invoice.issued.isoformat(),
        reference=invoice.reference,
        **{name: [_local(record, zone) for record in records] for name, records in found.items()},
        exceptions=exceptions_of(session, creditor, now, customer.id),
        crossed=len(crossed(session, creditor, number).get(number, ())),
        evidence=Chain(len(links), evidence.broken_link(links)),
    )


def _stops(links: Sequence[t.Evidence]) -> list[Record]:
    """When nobody was to be contacted any more, and when that was lifted or a bank not waited for any longer: only the
    chain of evidence keeps them all."""
    return [
        {"at": link.at, "what": link.kind, "who": said.get("by"), "reason": said.get("reason")}
        for link in links
        if link.kind in ("stopped", "going_on", "bank_forgotten")
        for said in [json.loads(link.content or "{}")]
    ]


def _collectors(links: Sequence[t.Evidence]) -> list[Record]:
    return [
        {"at": link.at, "who": said.get("by"), "seniority": said.get("seniority"), "name": said.get("name")}
        for link in links
        if link.kind == "collector_assigned"
        for said in [json.loads(link.content or "{}")]
    ]


def _opened_by(links: Sequence[t.Evidence]) -> dict[int, str]:
    """Who opened each episode, by its number."""
    opened = (json.loads(link.content or "{}") for link in links if link.kind == "episode_opened")
    return {said["episode"]: said["by"] for said in opened if "episode" in said}


def _local(record: Record, zone: ZoneInfo) -> Record:
    return {key: value.astimezone(zone) if hasattr(value, "astimezone") else value for key, value in record.items()}


def _events(session: Session, invoice: t.Invoice, contents: list[str | None]) -> list[Record]:
    """The events that were applied to the case, by its evidence, and those that are kept about it."""
    named = {json.loads(content).get("event") for content in contents if content}
    rows = session.scalars(
        select(t.EventRow)
        .where(
            t.EventRow.creditor_id == invoice.creditor_id,
            t.EventRow.event_id.in_(named - {None}) | (t.EventRow.status != t.EventStatus.APPLIED),
        )
        .order_by(t.EventRow.recorded_at, t.EventRow.id)
    )
    return [
        {
            "id": row.event_id,
            "kind": row.kind,
            "at": row.recorded_at,
            "who": row.who,
            "source": row.source,
            "status": row.status.value,
            "reason": row.reason,
            "note": row.note,
            "undone_by": row.undone_by,
            "dismissed_at": row.dismissed_at,
            "dismissed_by": row.dismissed_by,
            "dismissed_for": row.dismissed_for,
            "body": {k: v for k, v in row.body.items() if k not in ("id", "creditor", "kind")},
        }
        for row in rows
        if row.event_id in named or invoice.number in about(row)
    ]


def _contacts(session: Session, invoice: t.Invoice) -> list[Record]:
    rows = session.execute(
        select(t.Contact, t.ContactStep, t.MoveRow.shifted)
        .join(t.ContactStep, t.ContactStep.contact_id == t.Contact.id)
        .outerjoin(t.MoveRow, (t.MoveRow.episode_id == t.Contact.episode_id) & (t.MoveRow.n == t.Contact.n))
        .where(t.ContactStep.invoice_id == invoice.id)
        .order_by(t.Contact.claimed_at, t.ContactStep.id)
    )
    return [
        {
            "id": contact.id,
            "at": contact.claimed_at,
            "step": step.step,
            "channel": contact.channel.value,
            "letter": contact.letter,
            "state": contact.state.value,
            "outcome": _outcome(contact, merged),
            "merged_into": merged,
            "report": contact.report.value if contact.report else None,
            "recipient": contact.recipient,
            "role": contact.role,
            "detail": contact.detail,
            "policy": f"{contact.policy} {contact.policy_version}",
            "shifted": shifted,
        }
        for contact, step, shifted in rows
        for merged in [_merged_into(session, contact, invoice)]
    ]


def _outcome(contact: t.Contact, merged: str | None) -> str:
    """What came of the case's turn, in the word that the workflow's history has too; `sending` while it lasts."""
    if contact.state is ContactState.SENDING:
        return contact.state.value
    return came_of(contact.id, contact.state, own=merged is None).partition(" ")[0]


def _merged_into(session: Session, contact: t.Contact, invoice: t.Invoice) -> str | None:
    """The invoice whose turn the contact was, where another's carried this one along."""
    episode = session.get_one(t.Episode, contact.episode_id)
    return None if episode.invoice_id == invoice.id else episode.invoice.number


def _tasks(session: Session, invoice: t.Invoice) -> list[Record]:
    tasks = session.scalars(
        select(t.Task)
        .join(t.TaskInvoice, t.TaskInvoice.task_id == t.Task.id)
        .where(t.TaskInvoice.invoice_id == invoice.id)
        .order_by(t.Task.id)
    ).all()
    return [
        {
            "number": task.id,
            "kind": task.kind.value,
            "state": task.state.value,
            "goal": task.goal,
            "owner": task.owner,
            "at": task.opened_at,
            "due": task.due,
            "closed_at": task.closed_at,
            "closed_by": task.closed_by,
            "closed_for": task.closed_for,
        }
        for task in tasks
    ]


def _episodes(session: Session, invoice: t.Invoice, opened_by: Mapping[int, str]) -> list[Record]:
    rows = session.scalars(select(t.Episode).where(t.Episode.invoice_id == invoice.id).order_by(t.Episode.k)).all()
    return [
        {
            "episode": row.k,
            "at": row.opened_at,
            "opened_for": row.opened_for,
            "opened_by": opened_by.get(row.k),
            "handoff": row.handoff.value if row.handoff else None,
            "ending": row.ending.value if row.ending else None,
            "ended_at": row.ended_at,
            "ended_by": row.ended_by,
            "ended_for": row.ended_for,
            "undone": row.ending is not None and row is not rows[-1],
        }
        for row in rows
    ]


def _promises(
    session: Session,
    invoice: t.Invoice,
    creditor: t.Creditor,
    customer: t.Customer,
    rules: Rules,
    now: dt.datetime,
) -> list[Record]:
    rows = session.scalars(
        select(t.Promise)
        .join(t.PromiseInvoice, t.PromiseInvoice.promise_id == t.Promise.id)
        .where(t.PromiseInvoice.invoice_id == invoice.id)
        .order_by(t.Promise.id)
    ).all()
    policy = in_force(Work(session=session, rules=rules, now=now, who=""), creditor)
    calendar = rules.calendar(customer.value, None, around=now.date(), key=customer.id)
    records = []
    for row in rows:
        promised = Money.from_minor(row.minor, row.currency)
        last = silenced_until(max(row.pay_by, invoice.due), policy, calendar)
        came = [(calendar.local_day(at), money) for at, money in _came_since(session, row)]
        records.append(
            {
                "at": row.made_at,
                "amount": promised,
                "pay_by": row.pay_by,
                "form": row.form.value,
                "state": "withdrawn"
                if row.withdrawn_at
                else judge_promise(promised, came, last, calendar.local_day(now)).value,
            }
        )
    return records


def _came_since(session: Session, promise: t.Promise) -> list[tuple[dt.datetime, Money]]:
    """What was applied to the invoices of a promise by events that came after it."""
    rows = session.execute(
        select(t.EventRow.recorded_at, t.Allocation.minor)
        .join(t.Allocation, t.Allocation.event_id == t.EventRow.id)
        .join(t.PromiseInvoice, t.PromiseInvoice.invoice_id == t.Allocation.invoice_id)
        .where(t.PromiseInvoice.promise_id == promise.id, t.EventRow.id > promise.event_id)
        .order_by(t.EventRow.recorded_at, t.EventRow.id)
    )
    return [(at, Money.from_minor(minor, promise.currency)) for at, minor in rows]


def _disputes(session: Session, invoice: t.Invoice) -> list[Record]:
    rows = session.scalars(select(t.Dispute).where(t.Dispute.invoice_id == invoice.id).order_by(t.Dispute.id))
    return [
        {
            "at": row.opened_at,
            "amount": Money.from_minor(row.minor, invoice.currency),
            "reason": row.reason.value,
            "resolved_at": row.resolved_at,
        }
        for row in rows
    ]


def _holds(session: Session, invoice: t.Invoice) -> list[Record]:
    rows = session.scalars(select(t.Hold).where(t.Hold.invoice_id == invoice.id).order_by(t.Hold.id))
    return [{"until": row.until, "reason": row.reason.value, "released_at": row.released_at} for row in rows]


def _plans(session: Session, invoice: t.Invoice) -> list[Record]:
    plans = session.scalars(
        select(t.Plan)
        .join(t.PlanInvoice, t.PlanInvoice.plan_id == t.Plan.id)
        .where(t.PlanInvoice.invoice_id == invoice.id)
        .order_by(t.Plan.id)
    ).all()
    return [
        {
            "number": plan.id,
            "at": plan.agreed_at,
            "ending": plan.ending.value if plan.ending else None,
            "ended_at": plan.ended_at,
            "instalments": [
                {"due": part.due, "amount": Money.from_minor(part.minor, plan.currency)}
                for part in session.scalars(
                    select(t.InstalmentRow).where(t.InstalmentRow.plan_id == plan.id).order_by(t.InstalmentRow.k)
                )
            ],
        }
        for plan in plans
    ]
