"""`record`: the one road by which anything that happens reaches the ledger."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from pydantic import ValidationError
from sqlalchemy import select

from cobro.dunning import event as ev
from cobro.dunning.answer import Answer, Verdict
from cobro.ledger import evidence
from cobro.ledger import tables as t
from cobro.ledger.apply_money import apply_receipt, apply_reversal
from cobro.ledger.apply_people import apply_call, apply_closing, apply_handoff
from cobro.ledger.apply_plans import apply_plan, follow, plans_of
from cobro.ledger.apply_replies import apply_answer, apply_reply
from cobro.ledger.apply_silences import (
    apply_dispute,
    apply_hold,
    apply_promise,
    apply_release,
    apply_resolution,
)
from cobro.ledger.applying import Kept, Refused
from cobro.ledger.locks import lock_creditor, lock_customers
from cobro.ledger.moving import settle_invoice
from cobro.ledger.work import Work

_Applier = Callable[[Work, t.EventRow, Any], set[int]]

_APPLIERS: dict[type, _Applier] = {
    ev.PaymentReceived: apply_receipt,
    ev.CreditIssued: apply_receipt,
    ev.PaymentReversed: apply_reversal,
    ev.PromiseMade: apply_promise,
    ev.DisputeOpened: apply_dispute,
    ev.DisputeResolved: apply_resolution,
    ev.HoldPlaced: apply_hold,
    ev.HoldReleased: apply_release,
    ev.PlanAgreed: apply_plan,
    ev.CallLogged: apply_call,
    ev.ReplyReceived: apply_reply,
    ev.ReplyHandled: apply_answer,
    ev.HandoffDecided: apply_handoff,
    ev.WrittenOff: apply_closing,
    ev.Cancelled: apply_closing,
}

_OTHER_CONTENT = "id: an event {} with other content was recorded before"

_NEVER_REFUSED = (ev.PaymentReceived, ev.PaymentReversed, ev.CreditIssued, ev.ReplyReceived)
_OF_A_TASK = (ev.CallLogged, ev.ReplyHandled)


def record(work: Work, event: ev.Event, *, source: str, note: str | None = None, keep: bool = False) -> Answer:
    """Apply an event once, or say why not. One transaction; the caller commits it.

    An event that was recorded before changes nothing. Money and replies that cannot be applied are kept and shown to a
    person; anything else is refused, or kept too where `keep` says that nobody waits for the answer (a signal).

    Args:
        work: the transaction, its moment, and who reports.
        event: what happened; free text about it goes into `note`.
        source: by which way it came in (`cli`, `signal`, `update`, `import`).
        note: free text for people; it stays in the ledger.
        keep: store what would be refused.
    """
    _lock(work, event)
    body = event.model_dump(mode="json")
    digest = _digest(event.model_dump())
    stored = keep or isinstance(event, _NEVER_REFUSED)
    event_id = event.id
    known = _known(work, event.creditor, event_id)
    if known is not None and known.digest != digest and stored:
        # Another event under a known id: kept under an id of its own, so that no money is lost.
        event_id = f"{event.id[:80]}~{digest[:12]}"
        again = _known(work, event.creditor, event_id)
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
        source=source,
        who=work.who,
        note=note,
        recorded_at=work.now,
        status=t.EventStatus.APPLIED,
        reason="",
        unapplied_minor=0,
    )
    if event_id != event.id:
        return _keep(work, row, _OTHER_CONTENT.format(event.id))
    try:
        with work.attempt():
            work.session.add(row)
            work.session.flush()
            _apply(work, row, event)
    except Refused as refusal:
        if not stored:
            return Answer(event=event.id, verdict=Verdict.REFUSED, reason=str(refusal))
        return _keep(work, row, str(refusal))
    except Kept as reason:
        if not stored:
            return Answer(event=event.id, verdict=Verdict.REFUSED, reason=str(reason))
        return _keep(work, row, str(reason))
    _apply_what_waited(work, event)
    return Answer(event=event.id, verdict=Verdict.APPLIED, reason=row.reason)


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
        source=source,
        who=work.who,
        recorded_at=work.now,
    )
    known = _known(work, creditor_id, event_id)
    return _repeated(known, row.digest) if known else _keep(work, row, reason)


def apply_kept(work: Work, creditor_id: str, numbers: set[str]) -> None:
    """Apply the events that waited for these invoices, which are new; those that still cannot be stay kept."""
    waiting = _waiting(work, creditor_id)
    # A reversal comes after whatever it may reverse; everything else in the order in which it came.
    for row, event in sorted(waiting, key=lambda pair: isinstance(pair[1], ev.PaymentReversed)):
        if not isinstance(event, _OF_A_TASK) and numbers.intersection(event.invoices):
            _apply_now(work, row, event)


def _waiting(work: Work, creditor_id: str) -> list[tuple[t.EventRow, ev.Event]]:
    """What is kept until something comes, oldest first. What waits for a person never applies by itself."""
    rows = work.session.scalars(
        select(t.EventRow)
        .where(t.EventRow.creditor_id == creditor_id, t.EventRow.status == t.EventStatus.KEPT)
        .order_by(t.EventRow.id)
    )
    waiting = []
    for row in rows:
        try:
            event = ev.EVENT.validate_python(row.body)
        except ValidationError:
            continue
        if event.id == row.event_id:
            waiting.append((row, event))
    return waiting


def _apply_now(work: Work, row: t.EventRow, event: ev.Event) -> None:
    try:
        with work.attempt():
            row.status, row.reason = t.EventStatus.APPLIED, ""
            _apply(work, row, event)
    except (Kept, Refused) as reason:
        work.session.refresh(row)
        row.reason = str(reason)[:300]


def _apply(work: Work, row: t.EventRow, event: ev.Event) -> None:
    touched = _APPLIERS[type(event)](work, row, event)
    work.session.flush()
    for invoice_id in sorted(touched):
        evidence.append(work, invoice_id, event.kind, event=event.id, body=row.body)
    for plan in plans_of(work, touched):
        follow(work, plan, awake=plan.agreed_at == work.now)
    for invoice_id in sorted(touched):
        settle_invoice(work, invoice_id)


def _apply_what_waited(work: Work, event: ev.Event) -> None:
    """A payment lets the reversal that came before it have its effect."""
    if not isinstance(event, ev.PaymentReceived):
        return
    for row, kept in _waiting(work, event.creditor):
        if isinstance(kept, ev.PaymentReversed) and kept.payment == event.id:
            _apply_now(work, row, kept)


def _lock(work: Work, event: ev.Event) -> None:
    session = work.session
    if isinstance(event, _OF_A_TASK):
        customers = session.scalars(select(t.Task.customer_id).where(t.Task.id == event.task)).all()
    else:
        customers = session.scalars(
            select(t.Invoice.customer_id).where(
                t.Invoice.creditor_id == event.creditor, t.Invoice.number.in_(event.invoices)
            )
        ).all()
    if customers:
        lock_customers(session, event.creditor, customers)
    else:
        # Nobody to lock: the creditor keeps two reports of the same unknown invoice apart.
        lock_creditor(session, event.creditor)


def _known(work: Work, creditor_id: str, event_id: str) -> t.EventRow | None:
    return work.session.scalars(
        select(t.EventRow).where(t.EventRow.creditor_id == creditor_id, t.EventRow.event_id == event_id)
    ).first()


def _repeated(known: t.EventRow, digest: str) -> Answer:
    if known.digest != digest:
        reason = _OTHER_CONTENT.format(known.event_id)
        return Answer(event=known.event_id, verdict=Verdict.REFUSED, reason=reason)
    return Answer(event=known.event_id, verdict=Verdict.REPEATED, reason=known.reason)


def _keep(work: Work, row: t.EventRow, reason: str) -> Answer:
    kept = t.EventRow(
        creditor_id=row.creditor_id,
        event_id=row.event_id,
        kind=row.kind,
        body=row.body,
        digest=row.digest,
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


def _digest(body: object) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True, default=_plain).encode()).hexdigest()


def _plain(value: object) -> str:
    return str(value.normalize()) if isinstance(value, Decimal) else str(value)
