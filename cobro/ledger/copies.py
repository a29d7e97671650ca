"""Copies of the invoices that a letter asks for: the files as they came, as many as a mailbox takes."""

from __future__ import annotations

from sqlalchemy import func, select

from cobro.dunning.letter import Copy
from cobro.ledger import tables as t
from cobro.ledger.along import Together
from cobro.ledger.work import Work

MOST_FILES = 10
MOST_BYTES = 5_000_000


def copies_of(work: Work, together: Together) -> tuple[Copy, ...]:
    """The papers of the invoices that are asked for, the oldest invoice first; what has no room any more stays out."""
    places = {part.case.invoice.id: place for place, part in enumerate(together.parts) if part.is_asked_for}
    if not places:
        return ()
    rows = work.session.execute(
        select(t.Paper.id, t.Paper.invoice_id, func.length(t.Paper.content)).where(
            t.Paper.invoice_id.in_(places), t.Paper.kind == t.PaperKind.INVOICE, t.Paper.content.is_not(None)
        )
    ).all()
    chosen, room = list[int](), MOST_BYTES
    for paper, _, size in sorted(rows, key=lambda row: (places[row.invoice_id], row.id)):
        if len(chosen) < MOST_FILES and size <= room:
            chosen.append(paper)
            room -= size
    papers = [work.session.get_one(t.Paper, paper) for paper in chosen]
    return tuple(Copy(paper.name, paper.media_type, paper.content or b"") for paper in papers)
