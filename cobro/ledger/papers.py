"""Filing papers: files that are kept as they came, as evidence and as the copies to attach."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from sqlalchemy import select

from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.work import Work

_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class NewPaper:
    """A file to be kept. `name` is for people; whatever path came with it is cut off."""

    name: str
    media_type: str
    content: bytes

    @property
    def digest(self) -> str:
        """SHA-256 of the content."""
        return hashlib.sha256(self.content).hexdigest()


def file_paper(work: Work, creditor_id: str, invoice_id: int | None, name: str, media_type: str, content: bytes) -> str:
    """Keep the file of an invoice, and write its digest into the case's evidence; the same file again changes nothing.

    Returns:
        the file's SHA-256, in hexadecimal.
    """
    return keep(work, creditor_id, NewPaper(name, media_type, content), t.PaperKind.INVOICE, invoice_id=invoice_id)


def keep(
    work: Work,
    creditor_id: str,
    paper: NewPaper,
    kind: t.PaperKind,
    *,
    invoice_id: int | None = None,
    event_id: int | None = None,
) -> str:
    """Keep a file of any kind, tied to an invoice or to the event that it came with; returns its SHA-256."""
    digest = paper.digest
    known = select(t.Paper.id).where(
        t.Paper.creditor_id == creditor_id,
        t.Paper.digest == digest,
        t.Paper.kind == kind,
        t.Paper.invoice_id == invoice_id,
        t.Paper.event_id == event_id,
    )
    if work.session.scalars(known).first() is not None:
        return digest
    work.session.add(
        t.Paper(
            creditor_id=creditor_id,
            invoice_id=invoice_id,
            event_id=event_id,
            kind=kind,
            name=_plain(paper.name),
            media_type=paper.media_type[:100],
            content=paper.content,
            digest=digest,
            filed_at=work.now,
        )
    )
    work.session.flush()
    if invoice_id is not None:
        evidence.append(work, invoice_id, "paper_filed", paper=digest, media_type=paper.media_type[:100])
    return digest


def _plain(name: str) -> str:
    """The last part of a path, printable."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(c for c in last if c.isprintable())[:_LONGEST_NAME] or "unnamed"
