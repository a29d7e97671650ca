"""The door: every contact is claimed here, in one transaction that checks everything, just before it leaves.

That transaction's commit is the point of no return: what was recorded before it stops the contact, what comes later is
later. What is stored by it is what leaves, byte for byte.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import bindparam, func, select

from cobro.dunning.contact import (
    Channel,
    ContactClass,
    ContactState,
    Message,
)
from cobro.dunning.ladder import next_move
from cobro.dunning.letter import Letter, Unwritable
from cobro.dunning.move import Do, Move
from cobro.dunning.owed import is_owed
from cobro.dunning.policy import OFFER
from cobro.ledger import desk, evidence
from cobro.ledger import tables as t
from cobro.ledger.bank_reading import is_being_read
from cobro.ledger.case import Case, current_move, load, open_cases
from cobro.ledger.facts import Seen, see
from cobro.ledger.locks import lock_customers
from cobro.ledger.moving import settle
from cobro.ledger.receiving import apply_about
from cobro.ledger.work import Work
from cobro.ledger.writing import write_letter

Render = Callable[[Channel, Letter], bytes]
"""Turns what a letter says into the bytes that leave; raises where the letter would not be complete."""

_IN_FLIGHT = select(t.Contact).where(
    t.Contact.episode_id == bindparam("episode"),
    t.Contact.n == bindparam("n"),
    t.Contact.state == ContactState.SENDING,
)

_CHANNELS = {Do.SEND_EMAIL: Channel.EMAIL, Do.SEND_SMS: Channel.SMS, Do.OPEN_CALL: Channel.CALL}


@dataclass(frozen=True, slots=True)
class Claimed:
    """The contact is ours to send, once."""

    message: Message


@dataclass(frozen=True, slots=True)
class Doubtful:
    """An earlier try got as far as `sending` and told nothing: look it up, never send on a guess."""

    message: Message


@dataclass(frozen=True, slots=True)
class Closed:
    """Nothing leaves now: the move is stale, or the facts, the hours or the budget say something else."""

    why: str


@dataclass(frozen=True, slots=True)
class _Part:
    """A case that one contact covers, and the step of it that the contact carries."""

    case: Case
    move: Move
    seen: Seen

    @property
    def step(self) -> str:
        return self.move.step or ""

    @property
    def attempt(self) -> int:
        return self.seen.attempts(self.case.episode.id, self.step) + 1

    @property
    def is_offer(self) -> bool:
        """Whether nothing is asked for, but time or a plan offered (R31): it counts in no budget."""
        return self.move.do is Do.OPEN_CALL and self.move.goal == OFFER

    @property
    def height(self) -> int:
        """How high on the ladder the step is."""
        names = [rung.step for rung in self.case.policy.steps]
        return names.index(self.step) if self.step in names else -1


def claim(work: Work, episode: t.Episode, n: int, render: Render) -> Claimed | Doubtful | Closed:
    """Check and claim the contact of move `n`, together with all that is due to the same customer today."""
    lock_customers(work.session, episode.invoice.creditor_id, [episode.invoice.customer_id])
    doubtful = _in_flight(work, episode, n)
    if doubtful is not None:
        return Doubtful(doubtful)
    apply_about(work, work.session.get_one(t.Customer, episode.invoice.customer_id))
    if is_being_read(work.session, episode.invoice.creditor_id):
        return Closed("a bank file is being taken in, and any customer may have paid")
    case = load(work, episode)
    row = current_move(work.session, episode.id)
    if row is None or row.n != n or row.do not in _CHANNELS:
        return Closed("stale")
    seen = see(work, case)
    move = next_move(seen.facts, case.policy, case.calendar, work.now)
    if (move.do, move.step) != (row.do, row.step) or move.at > work.now:
        return Closed(move.why)
    try:
        return _take(work, _Part(case, move, seen), n, render)
    except Unwritable as problem:
        desk.ask_for_repair(work, case, f"mend the letter: {problem}"[:200])
        return Closed("the letter cannot be written")


def _in_flight(work: Work, episode: t.Episode, n: int) -> Message | None:
    contact = work.session.scalars(_IN_FLIGHT, {"episode": episode.id, "n": n}).first()
    return _message(contact) if contact else None


def _take(work: Work, part: _Part, n: int, render: Render) -> Claimed | Closed:
    case, move = part.case, part.move
    owed = is_owed(move.step)
    # An offer is made in whatever way: it asks for no telephone number.
    instead = Channel.SMS if owed else None
    channel = Channel.CALL if part.is_offer else _reachable(case, _CHANNELS[move.do], instead)
    if channel is None:
        _no_address(work, case, move)
        return Closed("no address")
    together = [part, *_along(work, part)]
    top = max(together, key=lambda one: one.height)
    contact = t.Contact(
        id=_claim_id(work, part),
        creditor_id=case.creditor.id,
        customer_id=case.customer.id,
        contact_class=ContactClass.OWED if owed or part.is_offer else ContactClass.DUNNING,
        channel=channel,
        letter=top.move.letter,
        state=ContactState.SENDING,
        local_day=case.calendar.local_day(work.now),
        claimed_at=work.now,
        episode_id=case.episode.id,
        n=n,
        policy=case.policy.name,
        policy_version=case.policy.version,
    )
    if channel is Channel.CALL:
        contact.state, contact.settled_at = ContactState.SENT, work.now
    else:
        said = [(one.case, one.move, one.seen.facts) for one in together]
        contact.content = render(channel, write_letter(work, contact, top.case, top.move, said))
        contact.digest = hashlib.sha256(contact.content).hexdigest()
        value = case.customer.value
        contact.recipient = value.email if channel is Channel.EMAIL else value.phone
    work.session.add(contact)
    work.session.flush()
    for one in together:
        _carry(work, contact, one)
    work.session.flush()
    if channel is Channel.CALL:
        for one in together:
            _put_on_desk(work, contact, one.case, top.move)
    for one in together[1:]:
        settle(work, one.case.episode)
    return Claimed(_message(contact))


def _along(work: Work, part: _Part) -> list[_Part]:
    """The other cases of the customer that this contact speaks for too, due before tomorrow."""
    here = part.case
    today = here.calendar.local_day(work.now)
    along = []
    for case in open_cases(work, here.customer.id):
        if case.episode is here.episode:
            continue
        seen = see(work, case)
        move = next_move(seen.facts, case.policy, case.calendar, work.now)
        other = _Part(case, move, seen)
        if _goes_along(other, part) and case.calendar.local_day(move.at) <= today:
            along.append(other)
    return along


def _goes_along(other: _Part, part: _Part) -> bool:
    """A reminder takes along what goes the same way; what is owed about one promise or plan stands alone."""
    if is_owed(other.step) or is_owed(part.step):
        return other.step == part.step
    return bool(other.step) and other.move.do is part.move.do and other.is_offer == part.is_offer


def _carry(work: Work, contact: t.Contact, part: _Part) -> None:
    invoice = part.case.invoice
    work.session.add(
        t.ContactStep(
            contact_id=contact.id,
            invoice_id=invoice.id,
            episode_id=part.case.episode.id,
            step=part.step,
            attempt=part.attempt,
        )
    )
    evidence.append(
        work,
        invoice.id,
        "contact_claimed",
        contact=contact.id,
        step=part.step,
        channel=contact.channel.value,
        policy=f"{contact.policy} {contact.policy_version}",
        open=str(invoice.open),
    )


def _put_on_desk(work: Work, contact: t.Contact, case: Case, top: Move) -> None:
    due = case.calendar.add_working(contact.local_day, case.policy.limits.call_working_days)
    kind = t.TaskKind.OFFER if top.goal == OFFER else t.TaskKind.CALL
    desk.open_task(work, case, kind, top.goal or "call", due=due, role=top.by, contact_id=contact.id)


def _reachable(case: Case, channel: Channel, instead: Channel | None = None) -> Channel | None:
    """The way that is open: an SMS that cannot be sent becomes an e-mail, an e-mail never becomes a call.

    `instead` is taken where there is no e-mail address.
    """
    value = case.customer.value
    if instead is Channel.SMS and not value.email and value.phone and not case.customer.sms_stopped:
        return Channel.SMS
    if channel is Channel.SMS and (case.customer.sms_stopped or not value.phone):
        channel = Channel.EMAIL
    if channel is Channel.EMAIL and not value.email:
        return None
    if channel is Channel.CALL and not value.phone:
        return None
    return channel


def _no_address(work: Work, case: Case, move: Move) -> None:
    missing = "a phone number" if move.do is Do.OPEN_CALL else "an e-mail address"
    desk.ask_for_repair(work, case, f"find {missing}")


def _claim_id(work: Work, part: _Part) -> str:
    """The contact's id. It stands in the letter's Message-ID, and whoever answers that is believed to have got the
    letter: so nobody may be able to work it out from an invoice's number.
    """
    if not is_owed(part.step):
        return str(uuid.uuid4())
    # One id for one promise or plan, whichever of its cases speaks: the database keeps it from being said twice.
    name = f"cobro/{part.case.creditor.id}/{part.step}/{_tries(work, part) + 1}/{_known_here_alone(work, part)}"
    return str(uuid.uuid5(uuid.NAMESPACE_URL, name))


def _known_here_alone(work: Work, part: _Part) -> str:
    """The hash with which the evidence of the customer's first case begins: the same for all cases of a customer."""
    first = select(func.min(t.Invoice.id)).where(t.Invoice.customer_id == part.case.customer.id).scalar_subquery()
    return str(work.session.scalar(select(t.Evidence.hash).where(t.Evidence.invoice_id == first, t.Evidence.seq == 1)))


def _tries(work: Work, part: _Part) -> int:
    """How often the customer was to be told of something, by whichever case."""
    count = work.session.scalar(
        select(func.count(t.ContactStep.contact_id.distinct()))
        .join(t.Contact, t.Contact.id == t.ContactStep.contact_id)
        .where(t.Contact.customer_id == part.case.customer.id, t.ContactStep.step == part.step)
    )
    return int(count or 0)


def _message(contact: t.Contact) -> Message:
    return Message(
        contact=contact.id,
        channel=contact.channel,
        to=contact.recipient or "",
        content=contact.content or b"",
        claimed_at=contact.claimed_at,
    )
