"""What came of a contact: written down, with what follows from it for every case that the contact covered."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import bindparam, select, update

from cobro.dunning.contact import (
    COUNTED,
    Accepted,
    ContactClass,
    ContactState,
    NotActed,
    Outcome,
    Refusal,
    Refused,
    Unclear,
    came_of,
)
from cobro.dunning.move import Role
from cobro.ledger import desk, evidence
from cobro.ledger import tables as t
from cobro.ledger.case import Case, current_move, is_over, load
from cobro.ledger.moving import settle
from cobro.ledger.recipients import repair_of
from cobro.ledger.work import Work

_COVERED = (
    select(t.Episode)
    .join(t.ContactStep, t.ContactStep.episode_id == t.Episode.id)
    .where(t.ContactStep.contact_id == bindparam("contact"))
    .order_by(t.Episode.id)
)


def settle_contact(work: Work, contact_id: str, outcome: Outcome | NotActed) -> str:
    """Write down what came of handing a contact to its provider, and bring the other cases that it covers in line.

    The caller holds the customer's lock, and settles the case whose workflow asks.

    Returns:
        what came of the turn that claimed it (`NumberedMove.came`).
    """
    contact = work.session.get_one(t.Contact, contact_id)
    current = current_move(work.session, contact.episode_id)
    if current is not None and current.n != contact.n:
        # Another try, or an event, was quicker: the workflow may not hear this answer, and is woken if it has to know.
        work = replace(work, awake=None)
    write_outcome(work, contact, outcome)
    # The claim has brought the others in line with a reminder that leaves.
    stands = contact.contact_class is ContactClass.DUNNING and contact.state in COUNTED
    for case in () if stands else cases_of(work, contact):
        if case.episode is not work.awake and not is_over(work.session, case.episode):
            settle(work, case.episode)
    return came_of(contact.id, contact.state, own=True)


def write_outcome(work: Work, contact: t.Contact, outcome: Outcome | NotActed) -> None:
    """Write an outcome down where the contact waits for one. The caller settles the cases."""
    if contact.state in (ContactState.SENDING, ContactState.UNKNOWN):
        _write(work, contact, outcome)
    else:
        _note_late(work, contact, outcome)


def correct(work: Work, contact: t.Contact, refused: Refused) -> None:
    """The provider says afterwards that a contact which had left did not arrive: its step was not done, and somebody
    has to see to the address. The caller settles the cases."""
    if contact.state in (ContactState.SENDING, ContactState.UNKNOWN, ContactState.SENT):
        _write(work, contact, refused)


def _write(work: Work, contact: t.Contact, outcome: Outcome | NotActed) -> None:
    contact.settled_at = work.now
    contact.state = _state_after(outcome)
    detail = getattr(outcome, "detail", None)
    contact.detail = detail and detail[:200]
    if isinstance(outcome, Accepted):
        contact.provider_id = outcome.provider_id
    if contact.state in (ContactState.RELEASED, ContactState.UNDELIVERABLE):
        work.session.execute(update(t.ContactStep).where(t.ContactStep.contact_id == contact.id).values(live=False))
    covered = cases_of(work, contact)
    told = {"contact": contact.id, "state": contact.state.value, "detail": contact.detail}
    evidence.append_to_all(work, "contact_settled", {case.invoice.id: told for case in covered})
    if isinstance(outcome, Refused):
        _ask_for_repair(work, contact, covered, outcome)
    if contact.state is ContactState.UNKNOWN and contact.contact_class is ContactClass.FORMAL:
        # The ladder goes on as if a reminder had left; of a formal letter a person has to know.
        for case in covered:
            desk.ask_for_repair(work, case, "find out whether the formal notice arrived", role=Role.SENIOR)
    work.session.flush()


def _note_late(work: Work, contact: t.Contact, outcome: Outcome | NotActed) -> None:
    """The provider took a message that was given up: it is written down for a person, and the step is not undone."""
    if not isinstance(outcome, Accepted) or contact.provider_id not in (None, contact.id):
        return
    if contact.state is ContactState.SENT:
        # Its own report was quicker than its answer.
        contact.provider_id = outcome.provider_id
    if contact.state is not ContactState.RELEASED:
        return
    contact.provider_id, contact.detail = outcome.provider_id, "taken by the provider after it was given up"
    for case in cases_of(work, contact):
        evidence.append(
            work, case.invoice.id, "contact_taken_late", contact=contact.id, provider_id=outcome.provider_id
        )


def _ask_for_repair(work: Work, contact: t.Contact, covered: list[Case], outcome: Refused) -> None:
    if outcome.refusal is Refusal.OPTED_OUT:
        work.session.get_one(t.Customer, contact.customer_id).sms_stopped = True
        return
    if outcome.refusal is Refusal.TRANSIENT:
        return
    wrong = repair_of(contact.channel, contact.role)
    if outcome.refusal is not Refusal.ADDRESS:
        wrong = f"mend the {contact.channel.value} configuration"
    goal = f"{wrong} ({outcome.detail})"[:200]
    for case in covered:
        if not is_over(work.session, case.episode):
            desk.ask_for_repair(work, case, goal)


def cases_of(work: Work, contact: t.Contact) -> list[Case]:
    """The cases that a contact covers, each as of the episode in which it did."""
    episodes = work.session.scalars(_COVERED, {"contact": contact.id}).all()
    return [load(work, episode) for episode in episodes]


def _state_after(outcome: Outcome | NotActed) -> ContactState:
    match outcome:
        case Accepted():
            return ContactState.SENT
        case Refused(refusal=Refusal.ADDRESS):
            return ContactState.UNDELIVERABLE
        case Refused() | NotActed():
            return ContactState.RELEASED
        case Unclear():
            return ContactState.UNKNOWN
