"""The steps of a case that contacts carried, and what of them the ladder has done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from cobro.dunning.contact import COUNTED, Channel, ContactState
from cobro.dunning.facts import Done
from cobro.dunning.ladder import BROKEN_PROMISE
from cobro.dunning.owed import is_owed
from cobro.dunning.policy import Policy
from cobro.dunning.progress import carried_over
from cobro.dunning.segments import BEFORE_DUE
from cobro.ledger import tables as t
from cobro.ledger.asking import ask
from cobro.ledger.policies import of_digest, of_version

_FIRST_RETRY = dt.timedelta(minutes=1)
_LONGEST_RETRY = dt.timedelta(hours=1)

_STEPS = (
    select(
        t.ContactStep.episode_id,
        t.ContactStep.step,
        t.ContactStep.live,
        t.Contact.channel,
        t.Contact.state,
        t.Contact.local_day,
        t.Contact.settled_at,
        t.Contact.policy,
        t.Contact.policy_version,
    )
    .join(t.Contact, t.Contact.id == t.ContactStep.contact_id)
    .where(t.ContactStep.invoice_id == bindparam("invoice"))
    .order_by(t.Contact.claimed_at, t.ContactStep.id)
)


class Carried(NamedTuple):
    """A step of a case that a contact carried, or tried to."""

    episode: int
    step: str
    live: bool
    channel: Channel
    state: ContactState
    day: dt.date
    settled_at: dt.datetime | None
    policy: str
    version: int


def carried_about(session: Session, invoice_id: int) -> tuple[Carried, ...]:
    """Every step of an invoice that was carried, the oldest first."""
    return tuple(Carried._make(row) for row in ask(session, _STEPS, {"invoice": invoice_id}))


def counted_of(carried: Sequence[Carried]) -> list[Carried]:
    """What the ladder has done. What was owed in writing is no step of it and takes no distance."""
    return [one for one in carried if one.live and one.state in COUNTED and not is_owed(one.step)]


def done_of(session: Session, invoice: t.Invoice, counted: Sequence[Carried], policy: Policy) -> tuple[Done, ...]:
    """The steps that were done; one of an older version with its place on the present ladder."""
    here = (
        Done(one.step, one.day, _place(session, one, policy))
        for one in counted
        if not one.step.startswith((BROKEN_PROMISE, BEFORE_DUE))
    )
    return (*done_before(session, invoice, policy), *here)


def _place(session: Session, one: Carried, policy: Policy) -> int | None:
    if (one.policy, one.version) == (policy.name, policy.version):
        return None
    old = of_version(session, one.policy, one.version)
    return carried_over(one.step, old.names, policy.names) if old else None


def done_before(session: Session, invoice: t.Invoice, policy: Policy) -> tuple[Done, ...]:
    """The steps that were done before the invoice came here, all on one day, placed on the present ladder."""
    day, digest = invoice.done_before_on, invoice.done_before_policy
    if day is None:
        return ()
    old = of_digest(session, digest) if digest and digest != policy.digest else None
    places = {step: carried_over(step, old.names, policy.names) for step in invoice.done_before or ()} if old else {}
    return tuple(Done(step, day, places.get(step)) for step in invoice.done_before or ())


def retry_at(carried: Sequence[Carried]) -> dt.datetime | None:
    """After certain refusals in a row: a minute, doubling up to an hour."""
    refusals = len(list(takewhile(lambda one: one.state is ContactState.RELEASED, reversed(carried))))
    if not refusals or carried[-1].settled_at is None:
        return None
    # Seven doublings are past the longest pause.
    return carried[-1].settled_at + min(_FIRST_RETRY * (1 << min(refusals - 1, 7)), _LONGEST_RETRY)
