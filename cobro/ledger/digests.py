"""The one digest of a creditor's morning: whose is due, claimed before it is sent, and what came of it.

As with a contact, the commit of the claim is the point of no return: nothing is sent twice on a guess.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from cobro.dunning.contact import Accepted, NotActed, Outcome, Refused, Unclear
from cobro.ledger import tables as t
from cobro.ledger.work import Rules, Work

MORNING = dt.timedelta(hours=4)
"""So long after its hour a digest still leaves; what happened is told by the next one then."""
TRY_AGAIN_AFTER = dt.timedelta(minutes=15)
"""So long after a certain refusal it is tried again."""

_SENDING = (
    select(t.DigestRow)
    .where(t.DigestRow.creditor_id == bindparam("creditor"), t.DigestRow.state == t.DigestState.SENDING)
    .order_by(t.DigestRow.day)
)


@dataclass(frozen=True, slots=True)
class DueDigest:
    """A digest that may leave now. `doubtful` is the last try, where it began and nobody knows what came of it."""

    creditor: str
    day: dt.date
    address: str
    doubtful: Tried | None = None


@dataclass(frozen=True, slots=True)
class Tried:
    """A try: its reference, and when it was claimed."""

    contact: str
    claimed_at: dt.datetime


def due_digests(session: Session, rules: Rules, now: dt.datetime, grace: dt.timedelta) -> Iterator[DueDigest]:
    """The creditors whose digest may leave now, by their own clocks and working days; and the tries, also of earlier
    days, of which nobody knows what came.

    Args:
        session: only read.
        rules: the creditors' calendars.
        now: the moment.
        grace: how long after a claim somebody may still be sending.
    """
    for creditor in session.scalars(select(t.Creditor).order_by(t.Creditor.id)):
        value = creditor.value
        local = now.astimezone(ZoneInfo(value.zone))
        day = local.date()
        begins = dt.datetime.combine(day, value.digest_at, tzinfo=local.tzinfo)
        for row in session.scalars(_SENDING, {"creditor": creditor.id}):
            if row.claimed_at + grace <= now:
                yield DueDigest(creditor.id, row.day, value.email, Tried(row.contact, row.claimed_at))
        if not value.digest or not begins <= now < begins + MORNING or rules.home(value, around=day).why_closed(day):
            continue
        if _may_be_tried(session.get(t.DigestRow, (creditor.id, day)), now):
            yield DueDigest(creditor.id, day, value.email)


def claim_digest(work: Work, due: DueDigest, contact: str, digest: str | None) -> bool:
    """Claim a try; False where somebody else did, or the day's digest left already.

    Args:
        work: the transaction.
        due: whose, and which day's.
        contact: the reference of the try.
        digest: SHA-256 of the message, or None where there is nothing to tell and nothing leaves.
    """
    state = t.DigestState.SENDING if digest else t.DigestState.EMPTY
    row = _locked(work, due.creditor, due.day)
    if row is None:
        row = t.DigestRow(creditor_id=due.creditor, day=due.day)
        work.session.add(row)
    elif not _may_be_tried(row, work.now):
        return False
    row.contact, row.state, row.digest = contact, state, digest or ""
    row.claimed_at, row.settled_at, row.detail = work.now, None if digest else work.now, None
    work.session.flush()
    return True


def settle_digest(work: Work, due: DueDigest, contact: str, outcome: Outcome | NotActed) -> None:
    """Write down what came of a try. One that was given up meanwhile stays as it is, unless it did leave after all."""
    row = _locked(work, due.creditor, due.day)
    if row is None or row.contact != contact:
        return
    late = row.state is t.DigestState.UNKNOWN and isinstance(outcome, Accepted)
    if row.state is not t.DigestState.SENDING and not late:
        return
    row.settled_at = work.now
    match outcome:
        case Accepted():
            row.state = t.DigestState.SENT
        case Unclear():
            row.state, row.detail = t.DigestState.UNKNOWN, outcome.detail[:200]
        case Refused():
            row.state, row.detail = t.DigestState.RELEASED, f"{outcome.refusal.value}: {outcome.detail}"[:200]
        case NotActed():
            row.state = t.DigestState.RELEASED


def _may_be_tried(row: t.DigestRow | None, now: dt.datetime) -> bool:
    if row is None:
        return True
    refused = row.settled_at if row.state is t.DigestState.RELEASED else None
    return refused is not None and refused + TRY_AGAIN_AFTER <= now


def _locked(work: Work, creditor_id: str, day: dt.date) -> t.DigestRow | None:
    # No lock of the creditor's: a digest asks nothing of a customer, and changes nothing that the door reads.
    chosen = select(t.DigestRow).where(t.DigestRow.creditor_id == creditor_id, t.DigestRow.day == day)
    return work.session.scalars(chosen.with_for_update()).first()
