"""Taking in what is sent to us: stored first, in one short transaction, and applied afterwards, once, in its turn.

Whoever sent an event is told that it is stored and never has to send it again. Between storing and applying, the door
does not let a customer be contacted before what is stored about that customer was applied.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import bindparam, insert, literal, select, update
from sqlalchemy.orm import Session

from cobro.dunning import event as ev
from cobro.dunning.answer import Answer, Verdict
from cobro.ledger import tables as t
from cobro.ledger.asking import ask, spelled
from cobro.ledger.concerned import about, customers_of
from cobro.ledger.effects import apply_stored
from cobro.ledger.locks import lock_customers
from cobro.ledger.papers import NewPaper, keep
from cobro.ledger.recording import OTHER_CONTENT, digest_of_event, lock_for, other_id
from cobro.ledger.work import Work

AT_ONCE = 10
"""How many stored events are applied in one transaction at the most: for so long, whoever stores waits on SQLite."""

_ADD = insert(t.Base.metadata.tables[t.EventRow.__tablename__])
_OLDEST = (
    select(t.EventRow.id, t.EventRow.creditor_id)
    # The status stands in the statement itself: else SQLite does not know that its index of what waits is enough, and
    # looks through every event that ever came.
    .where(t.EventRow.status == literal(t.EventStatus.RECEIVED, t.EventRow.status.type, literal_execute=True))
    .order_by(t.EventRow.id)
    .limit(AT_ONCE)
)
_ANY = (
    select(t.EventRow.id)
    .where(t.EventRow.status == spelled(t.EventStatus.RECEIVED), t.EventRow.creditor_id == bindparam("creditor"))
    .limit(1)
)
_WISHES_OF_SEVERAL = (
    select(t.EventRow)
    .where(
        t.EventRow.status == spelled(t.EventStatus.RECEIVED),
        t.EventRow.creditor_id == bindparam("creditor"),
        t.EventRow.about.is_(None),
        t.EventRow.kind == "message_received",
    )
    .order_by(t.EventRow.id)
)
_ABOUT_CUSTOMER = (
    select(t.EventRow)
    .where(
        t.EventRow.status == spelled(t.EventStatus.RECEIVED),
        t.EventRow.creditor_id == bindparam("creditor"),
        t.EventRow.about.in_(
            select(t.Invoice.number).where(
                t.Invoice.creditor_id == bindparam("creditor"), t.Invoice.customer_id == bindparam("customer")
            )
        ),
    )
    .order_by(t.EventRow.id)
)


@dataclass(frozen=True, slots=True)
class Arrival:
    """One event as it came from outside.

    `received` is the SHA-256 of what was received, before anything was made of it. `private` is what of the event is
    personal data; `note` is what a person reads beside it; `paper` is kept with it, byte for byte.
    """

    event: ev.Event
    received: str
    private: Mapping[str, Any] | None = None
    note: str | None = None
    paper: NewPaper | None = None
    who: str | None = None
    """Who sent it and `source`, by which way; whoever hands it in says so, where it does not."""
    source: str | None = None


def receive(work: Work, arrivals: Sequence[Arrival], *, source: str) -> list[Answer]:
    """Store events; one answer for each, in their order: received, repeated, or kept because its id says otherwise.

    The customers concerned are locked, so that no claim that checked before commits after.
    """
    ordered = sorted(enumerate(arrivals), key=lambda pair: pair[1].event.creditor)
    answers: dict[int, Answer] = {}
    for creditor_id, group in groupby(ordered, key=lambda pair: pair[1].event.creditor):
        answers |= _receive(work, creditor_id, list(group), source)
    return [answers[place] for place in range(len(arrivals))]


def _receive(work: Work, creditor_id: str, group: list[tuple[int, Arrival]], source: str) -> dict[int, Answer]:
    events = [one.event for _, one in group]
    numbers = {number for event in events for number in event.invoices}
    customers = set(_owners(work, creditor_id, numbers))
    for _, one in group:
        if not one.event.invoices:
            customers.update(customers_of(work.session, one.event, one.private))
    lock_customers(work.session, creditor_id, customers)
    known = _known(work, creditor_id, [event.id for event in events])
    answers: dict[int, Answer] = {}
    rows = []
    for place, one in group:
        digest, event_id = digest_of_event(one.event, one.private), one.event.id
        status, reason = t.EventStatus.RECEIVED, ""
        if known.get(event_id, digest) != digest:
            event_id, status, reason = other_id(event_id, digest), t.EventStatus.KEPT, OTHER_CONTENT.format(event_id)
            known |= _known(work, creditor_id, [event_id])
        if event_id in known:
            answers[place] = Answer(event=event_id, verdict=Verdict.REPEATED)
            continue
        known[event_id] = digest
        verdict = Verdict.KEPT if status is t.EventStatus.KEPT else Verdict.RECEIVED
        answers[place] = Answer(event=event_id, verdict=verdict, reason=reason)
        rows.append(_row(work, one, event_id, digest, source, status, reason))
    if rows:
        work.session.execute(_ADD, rows)
    _file(work, creditor_id, [(answers[place], one) for place, one in group])
    return answers


def _row(
    work: Work, one: Arrival, event_id: str, digest: str, source: str, status: t.EventStatus, reason: str
) -> dict[str, Any]:
    return {
        "creditor_id": one.event.creditor,
        "event_id": event_id,
        "kind": one.event.kind,
        "body": one.event.model_dump(mode="json"),
        "digest": digest,
        "received_digest": one.received,
        "about": about(work.session, one.event, one.private),
        "private": dict(one.private) if one.private else None,
        "source": one.source or source,
        "who": one.who or work.who,
        "note": one.note,
        "recorded_at": work.now,
        "status": status,
        "reason": reason,
        "unapplied_minor": 0,
    }


def _file(work: Work, creditor_id: str, answered: Iterable[tuple[Answer, Arrival]]) -> None:
    for answer, one in answered:
        if one.paper is not None and answer.verdict is not Verdict.REPEATED:
            row = work.session.scalars(
                select(t.EventRow.id).where(t.EventRow.creditor_id == creditor_id, t.EventRow.event_id == answer.event)
            ).one()
            keep(work, creditor_id, one.paper, t.PaperKind.MESSAGE, event_id=row)


def oldest_received(session: Session) -> list[tuple[str, list[int]]]:
    """The events that have waited longest, `AT_ONCE` at the most: for each creditor in turn, their rows' ids."""
    rows = session.execute(_OLDEST).all()
    return [(creditor, [row.id for row in some]) for creditor, some in groupby(rows, key=lambda row: row.creditor_id)]


def apply_received(work: Work, creditor_id: str, rows: Sequence[int]) -> int:
    """Apply stored events of one creditor in the order in which they came; returns how many were still waiting.

    One that cannot be applied is kept, with the reason, and stops none of the others.
    """
    chosen = (
        select(t.EventRow)
        .where(t.EventRow.id.in_(rows), t.EventRow.status == t.EventStatus.RECEIVED)
        .order_by(t.EventRow.id)
    )
    waiting = [(ev.EVENT.validate_python(row.body), row.private) for row in work.session.scalars(chosen)]
    if not waiting:
        return 0
    lock_for(work, creditor_id, waiting)
    # Under the locks: somebody else may have applied some of them meanwhile.
    still = work.session.scalars(chosen.execution_options(populate_existing=True)).all()
    _apply_all(work, still)
    return len(still)


def apply_about(work: Work, customer: t.Customer) -> bool:
    """Apply what is stored about one customer, whose lock the caller holds: before a contact, and never after it.

    Returns:
        whether there was anything.
    """
    if not ask(work.session, _ANY, {"creditor": customer.creditor_id}):
        return False
    about_customer = {"creditor": customer.creditor_id, "customer": customer.id}
    rows = work.session.scalars(_ABOUT_CUSTOMER, about_customer).all()
    # What concerns other customers too waits for its turn, in which they are locked as well. It takes back money that a
    # person had applied to somebody else's invoice: no reason to leave this customer in peace.
    mine = [row for row in rows if set(_concerned(work, row)) <= {customer.id}]
    _apply_all(work, mine)
    for row in work.session.scalars(_WISHES_OF_SEVERAL, {"creditor": customer.creditor_id}).all():
        wish = row.body.get("wish")
        if wish is not None and customer.id in _concerned(work, row):
            # Likewise, but for this customer it counts from now on.
            customer.sms_stopped = wish == ev.Wish.STOP
    return bool(mine)


def _concerned(work: Work, row: t.EventRow) -> list[int]:
    return customers_of(work.session, ev.EVENT.validate_python(row.body), row.private)


def give_up(work: Work, row_id: int, problem: str) -> None:
    """Keep an event for a person that could not be applied for a reason of ours: the others go on."""
    # Asked and changed in one: a claim may have applied it meanwhile.
    still = (t.EventRow.id == row_id, t.EventRow.status == t.EventStatus.RECEIVED)
    reason = f"could not be applied: {problem}"[:300]
    work.session.execute(update(t.EventRow).where(*still).values(status=t.EventStatus.KEPT, reason=reason))


def _apply_all(work: Work, rows: Iterable[t.EventRow]) -> None:
    for row in rows:
        # An earlier one of these may have let a later one have its effect already.
        if row.status is t.EventStatus.RECEIVED:
            apply_stored(work, row, ev.EVENT.validate_python(row.body))


def _owners(work: Work, creditor_id: str, numbers: set[str]) -> list[int]:
    if not numbers:
        return []
    chosen = select(t.Invoice.customer_id).where(t.Invoice.creditor_id == creditor_id, t.Invoice.number.in_(numbers))
    return list(work.session.scalars(chosen.distinct()))


def _known(work: Work, creditor_id: str, ids: list[str]) -> dict[str, str]:
    rows = work.session.execute(
        select(t.EventRow.event_id, t.EventRow.digest).where(
            t.EventRow.creditor_id == creditor_id, t.EventRow.event_id.in_(ids)
        )
    )
    return {row.event_id: row.digest for row in rows}
