"""The append-only chain of what happened in a case, and its verification."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import bindparam, func, insert, select, tuple_
from sqlalchemy.orm import Session

from cobro.ledger.asking import ask
from cobro.ledger.tables import Evidence
from cobro.ledger.tables.base import Base
from cobro.ledger.work import Work

_START = "0" * 64
_NONE = (0, _START)
_LAST = (
    select(Evidence.seq, Evidence.hash)
    .where(Evidence.invoice_id == bindparam("invoice"))
    .order_by(Evidence.seq.desc())
    .limit(1)
)
_LAST_OF_ALL = select(Evidence.invoice_id, Evidence.seq, Evidence.hash).where(
    tuple_(Evidence.invoice_id, Evidence.seq).in_(
        select(Evidence.invoice_id, func.max(Evidence.seq))
        .where(Evidence.invoice_id.in_(bindparam("invoices", expanding=True)))
        .group_by(Evidence.invoice_id)
    )
)
_ADD = insert(Base.metadata.tables[Evidence.__tablename__])


def append(work: Work, invoice_id: int, kind: str, **content: object) -> None:
    """Add a link to a case's chain. The caller holds the customer's lock, so links are never written side by side."""
    last = work.links.get(invoice_id) or _last(work.session, invoice_id)
    row = _row(work, invoice_id, last, kind, content)
    work.session.connection().execute(_ADD, row)
    work.links[invoice_id] = (row["seq"], row["hash"])


def append_to_all(work: Work, kind: str, contents: Mapping[int, Mapping[str, object]]) -> None:
    """Add a link of one kind to several chains, by invoice: what `append` would do one after the other."""
    unknown = [invoice for invoice in contents if invoice not in work.links]
    if unknown:
        found = work.session.connection().execute(_LAST_OF_ALL, {"invoices": unknown})
        work.links.update(dict.fromkeys(unknown, _NONE) | {row.invoice_id: (row.seq, row.hash) for row in found})
    rows = [_row(work, invoice, work.links[invoice], kind, content) for invoice, content in contents.items()]
    if rows:
        work.session.connection().execute(_ADD, rows)
    work.links.update({row["invoice_id"]: (row["seq"], row["hash"]) for row in rows})


def begin(work: Work, invoice_id: int, *links: tuple[str, Mapping[str, object]]) -> None:
    """The first links of the chain of a case that is new in this transaction."""
    last = _NONE
    rows = []
    for kind, content in links:
        rows.append(_row(work, invoice_id, last, kind, content))
        last = rows[-1]["seq"], rows[-1]["hash"]
    work.session.connection().execute(_ADD, rows)
    work.links[invoice_id] = last


def _row(
    work: Work, invoice_id: int, last: tuple[int, str], kind: str, content: Mapping[str, object]
) -> dict[str, Any]:
    seq, previous = last
    text = json.dumps({"by": work.who, **content}, default=str, ensure_ascii=False, sort_keys=True)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return {
        "invoice_id": invoice_id,
        "seq": seq + 1,
        "at": work.now,
        "kind": kind,
        "content": text,
        "digest": digest,
        "previous": previous,
        "hash": _link(previous, digest),
    }


def _last(session: Session, invoice_id: int) -> tuple[int, str]:
    last = ask(session, _LAST, {"invoice": invoice_id})
    return (last[0].seq, last[0].hash) if last else _NONE


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
