"""The door: every contact is claimed here, in one transaction that checks everything, just before it leaves.

That transaction's commit is the point of no return: what was recorded before it stops the contact, what comes later is
later. What is stored by it is what leaves, byte for byte.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import bindparam, func, insert, select

from cobro.dunning.along import is_offer, stands_alone
from cobro.dunning.contact import Came, Channel, ContactClass, ContactState, Message, came_of
from cobro.dunning.formal import is_formal
from cobro.dunning.letter import Letter, Unwritable
from cobro.dunning.move import Move, NumberedMove
from cobro.dunning.owed import is_owed
from cobro.dunning.policy import OFFER
from cobro.ledger import desk, evidence
from cobro.ledger import tables as t
from cobro.ledger.along import Part, Together, gather, noted, part_of
from cobro.ledger.asking import ask, spelled
from cobro.ledger.bank_reading import is_being_read
from cobro.ledger.case import Case, current_move, load
from cobro.ledger.copies import copies_of
from cobro.ledger.locks import lock_customers
from cobro.ledger.moving import settle
from cobro.ledger.receiving import apply_about
from cobro.ledger.recipients import To, ask_to_mend, is_refused
from cobro.ledger.ways import CHANNELS, missing, way_of
from cobro.ledger.work import Work
from cobro.ledger.writing import write_letter

Render = Callable[[Channel, Letter], bytes]
"""Turns what a letter says into the bytes that leave; raises where the letter would not be complete."""

_ADD_STEPS = insert(t.Base.metadata.tables[t.ContactStep.__tablename__])
_IN_FLIGHT = select(t.Contact.id).where(
    # There is an index of a customer's contacts.
    t.Contact.customer_id == bindparam("customer"),
    t.Contact.episode_id == bindparam("episode"),
    t.Contact.n == bindparam("n"),
    t.Contact.state == spelled(ContactState.SENDING),
)

_CARRIED = (
    select(t.Contact.id, t.Contact.state, t.Contact.episode_id)
    .join(t.ContactStep, t.ContactStep.contact_id == t.Contact.id)
    .join(t.MoveRow, (t.MoveRow.episode_id == t.ContactStep.episode_id) & (t.MoveRow.step == t.ContactStep.step))
    .where(
        t.MoveRow.episode_id == bindparam("episode"),
        t.MoveRow.n == bindparam("n"),
        t.Contact.claimed_at >= t.MoveRow.decided_at,
    )
    .order_by(t.Contact.claimed_at.desc())
    .limit(1)
)
"""The last contact that carried the step of a move."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """The contact is ours to send, once. A call is not sent: it is on the desk by now."""

    message: Message
    move: NumberedMove | None = field(default=None, compare=False)
    """For a call, where its case stands now, if that was asked for."""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """An earlier try got as far as `sending` and told nothing: look it up, never send on a guess."""

    message: Message


@dataclass(frozen=True, slots=True)
class Closed:
    """Nothing leaves now: the move is stale, or the facts, the hours or the budget say something else."""

    why: str
    came: str = field(default=Came.SKIPPED.value, compare=False)
    """What came of the turn (`NumberedMove.came`)."""
    move: NumberedMove | None = field(default=None, compare=False)
    """Where the case stands now, if that was asked for."""


def claim(work: Work, episode: t.Episode, n: int, render: Render) -> Claimed | Doubtful | Closed:
    """Check and claim the contact of move `n`, together with all that goes along with it."""
    lock_customers(work.session, episode.invoice.creditor_id, [episode.invoice.customer_id])
    doubtful = _in_flight(work, episode, n)
    if doubtful is not None:
        return Doubtful(doubtful)
    row = current_move(work.session, episode.id)
    if row is None or row.n != n:
        # Nothing more is read for a turn that another case's contact has carried already.
        return Closed("stale", _came_otherwise(work, episode, n))
    if apply_about(work, work.session.get_one(t.Customer, episode.invoice.customer_id)):
        row = current_move(work.session, episode.id)
    if is_being_read(work.session, episode.invoice.creditor_id):
        return Closed("a bank file is being taken in, and any customer may have paid", Came.DEFERRED.value)
    if row is None or row.n != n or row.do not in CHANNELS:
        return Closed("stale", _came_otherwise(work, episode, n))
    part = part_of(work, load(work, episode))
    move = part.move
    if (move.do, move.step) != (row.do, row.step):
        return Closed(move.why, _came_otherwise(work, episode, n))
    if move.at > work.now:
        return Closed(move.why, Came.DEFERRED.value)
    try:
        return _take(work, part, n, render)
    except Unwritable as problem:
        desk.ask_for_repair(work, part.case, f"mend the letter: {problem}"[:200])
        return Closed("the letter cannot be written", Came.UNDELIVERABLE.value)


def _came_otherwise(work: Work, episode: t.Episode, n: int) -> str:
    """What came of a turn whose move is not the current one any more: most often, another case's contact carried it."""
    carried = ask(work.session, _CARRIED, {"episode": episode.id, "n": n})
    if not carried:
        return Came.SKIPPED.value
    return came_of(carried[0].id, carried[0].state, own=carried[0].episode_id == episode.id)


def _in_flight(work: Work, episode: t.Episode, n: int) -> Message | None:
    about = {"customer": episode.invoice.customer_id, "episode": episode.id, "n": n}
    found = ask(work.session, _IN_FLIGHT, about)
    return work.session.get_one(t.Contact, found[0].id).message if found else None


def _take(work: Work, part: Part, n: int, render: Render) -> Claimed | Closed:
    case = part.case
    together = gather(work, part)
    way = way_of(work, part, together)
    if way is not None and way[0] is Channel.SMS:
        together = together.in_few_words(part)
        way = way_of(work, part, together)
    top = together.top
    if way is None:
        desk.ask_for_repair(work, case, missing(case, part.move))
        return Closed("no address", Came.UNDELIVERABLE.value)
    channel, to = way
    if to.address and channel is not Channel.CALL:
        repair = is_refused(work.session, case.customer.id, channel, to.address)
        if repair is not None:
            ask_to_mend(work, case, repair)
            return Closed("the address was refused, and nobody mended it", Came.UNDELIVERABLE.value)
    contact = t.Contact(
        id=_claim_id(work, part),
        creditor_id=case.creditor.id,
        customer_id=case.customer.id,
        contact_class=_class_of(part),
        channel=channel,
        letter=top.move.letter,
        state=ContactState.SENDING,
        local_day=part.today,
        claimed_at=work.now,
        episode_id=case.episode.id,
        n=n,
        role=to.role,
        policy=case.policy.name,
        policy_version=case.policy.version,
    )
    if channel is Channel.CALL:
        contact.state, contact.settled_at = ContactState.SENT, work.now
    else:
        contact.recipient = to.address
        letter = _letter(work, contact, together, to)
        contact.shows_terms = letter.shows_terms or None
        contact.content = render(channel, letter)
        contact.digest = hashlib.sha256(contact.content).hexdigest()
    work.session.add(contact)
    work.session.flush()
    _carry(work, contact, together.parts)
    if channel is Channel.CALL:
        _put_on_desk(work, contact, [one.case for one in together.parts], top.move)
    for one in together.parts:
        if one is not part:
            settle(work, one.case.episode)
    return Claimed(contact.message)


def _letter(work: Work, contact: t.Contact, together: Together, to: To) -> Letter:
    """What the message says. Only an e-mail has room for what is not asked for, and for copies."""
    roomy = contact.channel is Channel.EMAIL and contact.contact_class is ContactClass.DUNNING
    return write_letter(
        work,
        contact,
        together,
        to.person,
        noted=noted(work, together) if roomy else (),
        copies=copies_of(work, together) if roomy else (),
    )


def _class_of(part: Part) -> ContactClass:
    if is_formal(part.step):
        return ContactClass.FORMAL
    return ContactClass.OWED if is_owed(part.step) or is_offer(part.move) else ContactClass.DUNNING


def _carry(work: Work, contact: t.Contact, parts: Sequence[Part]) -> None:
    carried = [
        {
            "contact_id": contact.id,
            "invoice_id": part.case.invoice.id,
            "episode_id": part.case.episode.id,
            "step": part.step,
            "attempt": part.attempt,
        }
        for part in parts
    ]
    work.session.connection().execute(_ADD_STEPS, carried)
    claimed = {
        part.case.invoice.id: {
            "contact": contact.id,
            "step": part.step,
            "channel": contact.channel.value,
            "policy": f"{contact.policy} {contact.policy_version}",
            "open": str(part.case.invoice.open),
        }
        for part in parts
    }
    evidence.append_to_all(work, "contact_claimed", claimed)


def _put_on_desk(work: Work, contact: t.Contact, cases: Sequence[Case], top: Move) -> None:
    due = cases[0].calendar.add_working(contact.local_day, cases[0].policy.limits.call_working_days)
    kind = t.TaskKind.OFFER if top.goal == OFFER else t.TaskKind.CALL
    desk.open_task(work, cases, kind, top.goal or "call", due=due, role=top.by, contact_id=contact.id)


def _claim_id(work: Work, part: Part) -> str:
    """The contact's id. It stands in the letter's Message-ID, and whoever answers that is believed to have got the
    letter: so nobody may be able to work it out from an invoice's number.
    """
    if not stands_alone(part.move):
        return str(uuid.uuid4())
    # One id for one promise, plan or notice, whichever of its cases speaks: the database keeps it from being said
    # twice.
    name = f"cobro/{part.case.creditor.id}/{part.step}/{_tries(work, part) + 1}/{_known_here_alone(work, part)}"
    return str(uuid.uuid5(uuid.NAMESPACE_URL, name))


def _known_here_alone(work: Work, part: Part) -> str:
    """The hash with which the evidence of the customer's first case begins: the same for all cases of a customer."""
    first = select(func.min(t.Invoice.id)).where(t.Invoice.customer_id == part.case.customer.id).scalar_subquery()
    return str(work.session.scalar(select(t.Evidence.hash).where(t.Evidence.invoice_id == first, t.Evidence.seq == 1)))


def _tries(work: Work, part: Part) -> int:
    """How often the customer was to be told of something, by whichever case."""
    count = work.session.scalar(
        select(func.count(t.ContactStep.contact_id.distinct()))
        .join(t.Contact, t.Contact.id == t.ContactStep.contact_id)
        .where(t.Contact.customer_id == part.case.customer.id, t.ContactStep.step == part.step)
    )
    return int(count or 0)
