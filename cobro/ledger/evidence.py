"""The append-only chain of what happened in a case, and its verification."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from sqlalchemy import bindparam, insert, select
from sqlalchemy.orm import Session

from cobro.ledger.tables import Evidence
from cobro.ledger.work import Work

_START = "0" * 64
_LAST = (
    select(Evidence.seq, Evidence.hash)
    .where(Evidence.invoice_id == bindparam("invoice"))
    .order_by(Evidence.seq.desc())
    .limit(1)
)
_ADD = insert(Evidence)


def append(work: Work, invoice_id: int, kind: str, **content: object) -> None:
    """Add a link to a case's chain. The caller holds the customer's lock, so links are never written side by side."""
    seq, previous = work.links.get(invoice_id) or _last(work.session, invoice_id)
    text = json.dumps({"by": work.who, **content}, default=str, ensure_ascii=False, sort_keys=True)
    digest = hashlib.sha256(text.encode()).hexdigest()
    link = _link(previous, digest)
    row = {
        "invoice_id": invoice_id,
        "seq": seq + 1,
        "at": work.now,
        "kind": kind,
        "content": text,
        "digest": digest,
        "previous": previous,
        "hash": link,
    }
    work.session.execute(_ADD, row)
    work.links[invoice_id] = (seq + 1, link)


def _last(session: Session, invoice_id: int) -> tuple[int, str]:
    last = session.execute(_LAST, {"invoice": invoice_id}).first()
    return (last.seq, last.hash) if last else (0, _START)


def chain(session: Session, invoice_id: int) -> Sequence[Evidence]:
    """A case's links, oldest first."""
    return session.scalars(select(Evidence).where(Evidence.invoice_id == invoice_id).order_by(Evidence.seq)).all()


def broken_link(links: Sequence[Evidence]) -> int | None:
    """The number of the first link that does not verify, or None. Erased content does not break a chain."""
    previous = _START
    for seq, link in enumerate(links, start=1):
        whole = link.content is None or hashlib.sha256(link.content.encode()).hexdigest() == link.digest
        if link.seq != seq or link.previous != previous or link.hash != _link(previous, link.digest) or not whole:
            return seq
        previous = link.hash
    return None


def _link(previous: str, digest: str) -> str:
    return hashlib.sha256(f"{previous}{digest}".encode()).hexdigest()
