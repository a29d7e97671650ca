"""`record`: the one road by which anything that happens reaches the ledger."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from decimal import Decimal

from sqlalchemy import bindparam, select

from cobro.dunning import event as ev
from cobro.dunning.answer import Answer, Verdict
from cobro.ledger import tables as t
from cobro.ledger.applying import Kept, Refused
from cobro.ledger.asking import find
from cobro.ledger.concerned import Private, about, customers_of
from cobro.ledger.effects import apply, apply_what_waited
from cobro.ledger.locks import lock_creditor, lock_customers
from cobro.ledger.work import Work

OTHER_CONTENT = "id: an event {} with other content was recorded before"
"""Why the second event of an id is not applied."""

_ALONE = (ev.InvoiceIssued, ev.PaymentReversed, ev.EventUndone)
"""Events that hold the creditor alone, as a book does: they bring customers in, or follow money to whichever invoice a
person applied it to since."""

_OF_ID = select(t.EventRow).where(
    t.EventRow.creditor_id == bindparam("creditor"), t.EventRow.event_id == bindparam("event")
)
_NEVER_REFUSED = (ev.PaymentReceived, ev.PaymentReversed, ev.CreditIssued, ev.ReplyReceived, ev.MessageReceived)


def record(
    work: Work,
    event: ev.Event,
    *,
    source: str,
    note: str | None = None,
    keep: bool = False,
    private: Private | None = None,
    received: str | None = None,
) -> Answer:
    """Apply an event once, or say why not. One transaction; the caller commits it.

    An event that was recorded before changes nothing. Money and replies that cannot be applied are kept and shown to a
    person; anything else is refused, or kept too where `keep` says that nobody waits for the answer (a signal).

    Args:
        work: the transaction, its moment, and who reports.
        event: what happened; free text about it goes into `note`.
        source: by which way it came in (`cli`, `signal`, `update`, `import`, `bank`).
        note: free text for people; it stays in the ledger.
        keep: store what would be refused.
        private: what of it is personal data.
        received: SHA-256 of what came in, where that is more than the event.
    """
    lock_for(work, event.creditor, [(event, private)])
    body = event.model_dump(mode="json")
    digest = digest_of_event(event, private)
    stored = keep or isinstance(event, _NEVER_REFUSED)
    event_id = event.id
    known = find_event(work, event.creditor, event_id)
    if known is not None and known.digest != digest and stored:
        # Another event under a known id: kept under an id of its own, so that no money is lost.
        event_id = other_id(event.id, digest)
        again = find_event(work, event.creditor, event_id)
        if again is not None:
            return _repeated(again, digest)
    elif known is not None:
        return _repeated(known, digest)
    row = t.EventRow(
        creditor_id=event.creditor,
        event_id=event_id,
        kind=event.kind,
        body=body,
        digest=digest,
        received_digest=received or digest,
        about=about(work.session, event, private),
        private=dict(private) if private else None,
        source=source,
        who=work.who,
        note=note,
        recorded_at=work.now,
        applied_at=work.now,
        status=t.EventStatus.APPLIED,
        reason="",
        unapplied_minor=0,
    )
    if event_id != event.id:
        return _keep(work, row, OTHER_CONTENT.format(event.id))
    try:
        with work.attempt():
            work.session.add(row)
            work.session.flush()
            apply(work, row, event)
    except Refused as refusal:
        if not stored:
            return Answer(event=event.id, verdict=Verdict.REFUSED, reason=str(refusal))
        return _keep(work, row, str(refusal))
    except Kept as reason:
        if not stored:
            return Answer(event=event.id, verdict=Verdict.REFUSED, reason=str(reason))
        return _keep(work, row, str(reason))
    apply_what_waited(work, row, event)
    return Answer(event=event.id, verdict=Verdict.APPLIED, reason=row.reason)


def other_id(event_id: str, digest: str) -> str:
    """The id under which another event than the first of its id is kept."""
    return f"{event_id[:80]}~{digest[:12]}"


def keep_unreadable(work: Work, creditor_id: str, event_id: str, body: object, reason: str, *, source: str) -> Answer:
    """Store a message that has no form that `record` knows, so that a person sees it (law 4)."""
    lock_creditor(work.session, creditor_id)
    # Not every value that came as JSON can be stored as JSON: NaN becomes text.
    content = {"unreadable": json.loads(json.dumps(body, default=str), parse_constant=str)}
    row = t.EventRow(
        creditor_id=creditor_id,
        event_id=event_id,
        kind="unreadable",
        body=content,
        digest=_digest(content),
        received_digest=_digest(content),
        source=source,
        who=work.who,
        recorded_at=work.now,
    )
    known = find_event(work, creditor_id, event_id)
    return _repeated(known, row.digest) if known else _keep(work, row, reason)


def lock_for(work: Work, creditor_id: str, events: Iterable[tuple[ev.Event, Private | None]]) -> None:
    """Take the locks that applying these events of one creditor needs, all at once and in the one order."""
    customers: set[int] = set()
    alone = False
    for event, private in events:
        found = customers_of(work.session, event, private)
        customers.update(found)
        # Where there is nobody to lock, the creditor keeps two reports of the same unknown invoice apart.
        alone = alone or not found or isinstance(event, _ALONE)
    (lock_creditor if alone else lock_customers)(work.session, creditor_id, customers)


def find_event(work: Work, creditor_id: str, event_id: str) -> t.EventRow | None:
    """The stored event of that id."""
    return find(work.session, _OF_ID, {"creditor": creditor_id, "event": event_id})


def _repeated(known: t.EventRow, digest: str) -> Answer:
    if known.digest != digest:
        reason = OTHER_CONTENT.format(known.event_id)
        return Answer(event=known.event_id, verdict=Verdict.REFUSED, reason=reason)
    return Answer(event=known.event_id, verdict=Verdict.REPEATED, reason=known.reason)


def _keep(work: Work, row: t.EventRow, reason: str) -> Answer:
    kept = t.EventRow(
        creditor_id=row.creditor_id,
        event_id=row.event_id,
        kind=row.kind,
        body=row.body,
        digest=row.digest,
        received_digest=row.received_digest,
        about=row.about,
        private=row.private,
        source=row.source,
        who=row.who,
        note=row.note,
        recorded_at=row.recorded_at,
        status=t.EventStatus.KEPT,
        reason=reason[:300],
        unapplied_minor=0,
    )
    work.session.add(kept)
    work.session.flush()
    return Answer(event=kept.event_id, verdict=Verdict.KEPT, reason=reason)


def digest_of_event(event: ev.Event, private: Private | None) -> str:
    """SHA-256 of what an event says, its personal part included: the same however its amounts are written."""
    said = event.model_dump()
    return _digest({**said, "private": dict(private)} if private else said)


def _digest(body: object) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True, default=_plain).encode()).hexdigest()


def _plain(value: object) -> str:
    return str(value.normalize()) if isinstance(value, Decimal) else str(value)
