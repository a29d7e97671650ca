"""What is handed over of a case: all that proves it, and nothing of what was negotiated (R60, R65).

| file            | what it is                                                                            |
| --------------- | ------------------------------------------------------------------------------------- |
| `summary.txt`   | the case on a page, in the creditor's language                                        |
| `case.json`     | both parties, the invoice, what was paid and what is open                             |
| `contacts/...`  | each message as it left, byte for byte, in the order in which they left               |
| `papers/...`    | the invoice's own file, where it came as one                                          |
| `contacts.json` | every message: when, to whom, what came of it, the digest of its bytes                |
| `events.json`   | what was reported about the case, calls included                                      |
| `evidence.json` | the chain of evidence, which verifies also where a content is withheld                |
| `manifest.json` | the SHA-256 of each file                                                              |

The bytes depend on the ledger's state alone: delivering twice gives one file.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cobro.dunning.contact import Channel, ContactState
from cobro.dunning.money import Money
from cobro.dunning.negotiation import OPEN_FIELDS, is_negotiation, is_open_link
from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.bundle import as_json, bundle
from cobro.ledger.case import Case
from cobro.ledger.dossier_summary import summary
from cobro.ledger.work import Work

Record = dict[str, Any]

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]")
_NEVER_LEFT = (ContactState.RELEASED, ContactState.WITHDRAWN)


def dossier(work: Work, case: Case) -> bytes:
    """The ZIP of one case."""
    session, invoice = work.session, case.invoice
    links = evidence.chain(session, invoice.id)
    about = _about(session, case)
    contacts, messages = _contacts(session, invoice)
    events = _events(session, invoice, [link.content for link in links])
    files = {
        "summary.txt": summary(case.creditor.value.language, about, contacts, events).encode(),
        "case.json": as_json(about),
        "contacts.json": as_json(contacts),
        **messages,
        **_papers(session, invoice),
        "events.json": as_json(events),
        "evidence.json": as_json(
            {"digest": "sha256(content)", "hash": "sha256(previous + digest)", "links": [_link(link) for link in links]}
        ),
    }
    return bundle(files, creditor=case.creditor.id, invoice=invoice.number, episode=case.episode.k)


def _papers(session: Session, invoice: t.Invoice) -> dict[str, bytes]:
    """The files of the invoice that were kept and not erased since."""
    rows = session.scalars(
        select(t.Paper)
        .where(t.Paper.invoice_id == invoice.id, t.Paper.kind == t.PaperKind.INVOICE, t.Paper.content.is_not(None))
        .order_by(t.Paper.id)
    )
    return {f"papers/{k:03}-{_UNSAFE.sub('_', row.name)}": row.content or b"" for k, row in enumerate(rows, start=1)}


def _about(session: Session, case: Case) -> Record:
    invoice, creditor, customer = case.invoice, case.creditor.value, case.customer.value
    return {
        "creditor": {
            **creditor.model_dump(mode="json", include=_SHOWN_OF_PARTY),
            "account": case.creditor.value.account(case.invoice.iban),
        },
        "customer": customer.model_dump(mode="json", include={*_SHOWN_OF_PARTY, "kind", "contact", "country"}),
        "invoice": invoice.number,
        "episode": case.episode.k,
        "issued": invoice.issued.isoformat(),
        "due": invoice.due.isoformat(),
        "reference": invoice.reference,
        "total": str(invoice.total),
        "open": str(invoice.open),
        "disputed": str(_disputed(session, invoice)),
        "money": _money(session, invoice),
    }


_SHOWN_OF_PARTY = {"name", "tax_id", "address", "email", "phone"}


def _disputed(session: Session, invoice: t.Invoice) -> Money:
    minors = session.scalars(
        select(t.Dispute.minor).where(t.Dispute.invoice_id == invoice.id, t.Dispute.resolved_at.is_(None))
    )
    return Money.from_minor(sum(minors), invoice.currency)


def _money(session: Session, invoice: t.Invoice) -> list[Record]:
    rows = session.execute(
        select(t.EventRow, t.Allocation.minor)
        .join(t.Allocation, t.Allocation.event_id == t.EventRow.id)
        .where(t.Allocation.invoice_id == invoice.id)
        .order_by(t.EventRow.recorded_at, t.EventRow.id)
    )
    return [
        {
            "id": row.event_id,
            "kind": row.kind,
            "day": row.body.get("booked") or row.body.get("issued"),
            "amount": str(Money.from_minor(minor, invoice.currency)),
        }
        for row, minor in rows
    ]


def _contacts(session: Session, invoice: t.Invoice) -> tuple[list[Record], dict[str, bytes]]:
    """What every contact was, and the messages that left, by file name."""
    own = select(t.ContactStep.contact_id).where(t.ContactStep.invoice_id == invoice.id)
    rows = session.execute(
        select(t.Contact, t.ContactStep)
        .join(t.ContactStep, t.ContactStep.contact_id == t.Contact.id)
        # A contact by telephone is a task on the desk; whether somebody was called is an event.
        .where(t.Contact.id.in_(own), t.Contact.channel != Channel.CALL)
        .order_by(t.Contact.claimed_at, t.Contact.id, t.ContactStep.id)
    ).all()
    steps: dict[str, list[t.ContactStep]] = {}
    for contact, each in rows:
        steps.setdefault(contact.id, []).append(each)
    records, messages = [], {}
    for k, contact in enumerate(dict.fromkeys(contact for contact, _ in rows), start=1):
        carried = steps[contact.id]
        # A message about several invoices names the step of each of them.
        names = (contact.letter or "", *(each.step for each in carried))
        withheld = bool(contact.shows_terms) or any(is_negotiation(name) for name in names)
        step = next(each.step for each in carried if each.invoice_id == invoice.id)
        file = None
        if contact.content is not None and not withheld and contact.state not in _NEVER_LEFT:
            ending = "eml" if contact.channel is Channel.EMAIL else "txt"
            file = f"contacts/{k:03}-{contact.claimed_at:%Y%m%dT%H%M%SZ}-{step}-{contact.state.value}.{ending}"
            messages[file] = contact.content
        records.append(_contact(contact, None if withheld else step, file, withheld=withheld))
    return records, messages


def _contact(contact: t.Contact, step: str | None, file: str | None, *, withheld: bool) -> Record:
    return {
        "id": contact.id,
        "at": _utc(contact.claimed_at),
        "channel": contact.channel.value,
        "step": step,
        "recipient": contact.recipient,
        "state": contact.state.value,
        "settled_at": _utc(contact.settled_at) if contact.settled_at else None,
        "provider_id": contact.provider_id,
        "policy": f"{contact.policy} {contact.policy_version}",
        "sha256": contact.digest,
        "file": file,
        "withheld": withheld,
    }


def _events(session: Session, invoice: t.Invoice, contents: list[str | None]) -> list[Record]:
    """The events that were applied to the case, without notes and without what was negotiated."""
    named = {json.loads(content).get("event") for content in contents if content} - {None}
    rows = session.scalars(
        select(t.EventRow)
        .where(
            t.EventRow.creditor_id == invoice.creditor_id,
            t.EventRow.event_id.in_(named),
            t.EventRow.kind.in_(OPEN_FIELDS),
            t.EventRow.status == t.EventStatus.APPLIED,
        )
        .order_by(t.EventRow.recorded_at, t.EventRow.id)
    )
    return [
        {
            "id": row.event_id,
            "kind": row.kind,
            "recorded_at": _utc(row.recorded_at),
            "by": row.who,
            **{field: row.body.get(field) for field in sorted(OPEN_FIELDS[row.kind])},
        }
        for row in rows
    ]


def _link(link: t.Evidence) -> Record:
    shown = link.content is not None and is_open_link(link.kind, json.loads(link.content))
    return {
        "seq": link.seq,
        "at": _utc(link.at),
        "kind": link.kind if shown else "withheld",
        "content": link.content if shown else None,
        "digest": link.digest,
        "previous": link.previous,
        "hash": link.hash,
    }


def _utc(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).isoformat()
