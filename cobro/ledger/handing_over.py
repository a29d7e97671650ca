"""Building what is handed over of a case, and ending the episode once it is delivered (R60, R65)."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable

from sqlalchemy import select

from cobro.dunning.contact import Channel
from cobro.dunning.ladder import next_move
from cobro.dunning.move import Do, Ending
from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.case import Case, current_move, load
from cobro.ledger.facts import facts_of
from cobro.ledger.moving import end
from cobro.ledger.work import Work

Deliver = Callable[[str, bytes], None]
"""Stores a file of that name so that it outlives the process; the same name and bytes twice are one file."""

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def hand_over(work: Work, episode: t.Episode, n: int, deliver: Deliver) -> None:
    """Deliver the dossier of move `n` and end the episode, in one transaction; a stale move does nothing.

    The caller holds the customer's lock, and settles the case.
    """
    row = current_move(work.session, episode.id)
    case = load(work, episode)
    facts = facts_of(work, case)
    if row is None or row.n != n or row.do is not Do.HAND_OVER or not facts.handoff or episode.ending is not None:
        return
    if next_move(facts, case.policy, case.calendar, work.now).do is not Do.HAND_OVER:
        # Paid, disputed, promised or stopped since it was decided.
        return
    # The episode's own key keeps two numbers that look alike in a file name apart.
    name = f"{case.creditor.id}-{_UNSAFE.sub('_', case.invoice.number)[:60]}-{episode.id}.zip"
    content = dossier(work, case)
    deliver(name, content)
    digest = hashlib.sha256(content).hexdigest()
    work.session.add(
        t.HandOver(episode_id=episode.id, to=facts.handoff, file=name, digest=digest, delivered_at=work.now)
    )
    evidence.append(work, case.invoice.id, "handed_over", to=facts.handoff.value, file=name, digest=digest)
    end(work, case, Ending(facts.handoff), "handed over")


def dossier(work: Work, case: Case) -> bytes:
    """A ZIP of what the ledger knows of a case: the invoice, the contacts as they left, and the chain of evidence."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, "case.json", json.dumps(_summary(case), indent=2, ensure_ascii=False).encode())
        links = evidence.chain(work.session, case.invoice.id)
        chain = [
            {"seq": link.seq, "at": link.at.isoformat(), "kind": link.kind, "content": link.content, "hash": link.hash}
            for link in links
        ]
        _put(archive, "evidence.json", json.dumps(chain, indent=2, ensure_ascii=False).encode())
        for contact, step in _contacts(work, case):
            ending = "eml" if contact.channel is Channel.EMAIL else "txt"
            name = f"contacts/{contact.claimed_at:%Y%m%dT%H%M%SZ}-{step}-{contact.state.value}.{ending}"
            _put(archive, name, contact.content or b"call")
    return buffer.getvalue()


def _summary(case: Case) -> dict[str, object]:
    invoice, creditor = case.invoice, case.creditor.value
    return {
        "creditor": {
            **creditor.model_dump(mode="json", include={"name", "tax_id", "address"}),
            "iban": creditor.account(invoice.iban),
        },
        "customer": case.customer.value.model_dump(mode="json", exclude={"zone", "language"}),
        "invoice": invoice.number,
        "issued": invoice.issued.isoformat(),
        "due": invoice.due.isoformat(),
        "total": str(invoice.total),
        "open": str(invoice.open),
        "reference": invoice.reference,
        "episode": case.episode.k,
    }


def _contacts(work: Work, case: Case) -> list[tuple[t.Contact, str]]:
    rows = work.session.execute(
        select(t.Contact, t.ContactStep.step)
        .join(t.ContactStep, t.ContactStep.contact_id == t.Contact.id)
        .where(t.ContactStep.invoice_id == case.invoice.id)
        .order_by(t.Contact.claimed_at, t.Contact.id)
    )
    return [(contact, step) for contact, step in rows]


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)
