"""One contact that would leave, as a person reads it: to whom, when, how, about which steps of which invoices."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from cobro.dunning.contact import Channel, ContactClass
from cobro.dunning.letter import Letter
from cobro.dunning.money import Money
from cobro.ledger import tables as t


@dataclass(frozen=True, slots=True)
class Part:
    """An invoice that the contact is about, and the step of its ladder that it carries out."""

    invoice: str
    step: str
    due: dt.date
    open: Money
    why: str
    shifted: str | None


@dataclass(frozen=True, slots=True)
class Leaving:
    """A contact. `at` is in the customer's time zone; `what` is the letter, or what a call is to reach.

    `language` is None for a call; `wanted` is the reader's own, where the letter is written in another.
    """

    at: dt.datetime
    customer: str
    name: str
    kind: ContactClass
    channel: Channel
    role: str | None
    what: str
    language: str | None
    wanted: str | None
    parts: tuple[Part, ...]

    @property
    def shifted(self) -> str | None:
        """What shifted it: of each part, in the order of the parts, each reason once."""
        reasons = dict.fromkeys(part.shifted for part in self.parts if part.shifted)
        return " / ".join(reasons) or None


def leaving(session: Session, contact_id: str, letter: Letter | None) -> Leaving:
    """Read a contact that was just claimed, with the letter that was written for it, if one was."""
    contact = session.get_one(t.Contact, contact_id)
    customer = session.get_one(t.Customer, contact.customer_id)
    person = session.get(t.CustomerContact, (customer.id, contact.role)) if contact.role else None
    own = (person.value.language if person else None) or customer.profile["language"]
    return Leaving(
        at=contact.claimed_at.astimezone(ZoneInfo(customer.profile["zone"])),
        customer=customer.ref,
        name=customer.profile["name"],
        kind=contact.contact_class,
        channel=contact.channel,
        role=contact.role,
        what=contact.letter or _goal(session, contact_id),
        language=letter.language if letter else None,
        wanted=own if letter and letter.language != own else None,
        parts=_parts(session, contact_id),
    )


def _parts(session: Session, contact_id: str) -> tuple[Part, ...]:
    rows = session.execute(
        select(t.ContactStep, t.Invoice)
        .join(t.Invoice, t.Invoice.id == t.ContactStep.invoice_id)
        .where(t.ContactStep.contact_id == contact_id)
        .order_by(t.ContactStep.id)
    ).all()
    left_at = session.get_one(t.Contact, contact_id).claimed_at
    return tuple(_part(session, step, invoice, left_at) for step, invoice in rows)


def _part(session: Session, step: t.ContactStep, invoice: t.Invoice, left_at: dt.datetime) -> Part:
    """The step, by the move that brought it. One that goes along before its own day was not shifted."""
    move = session.scalars(
        select(t.MoveRow)
        .where(t.MoveRow.episode_id == step.episode_id, t.MoveRow.step == step.step)
        .order_by(t.MoveRow.n.desc())
        .limit(1)
    ).first()
    return Part(
        invoice=invoice.number,
        step=step.step,
        due=invoice.due,
        open=invoice.open,
        why=move.why if move else "",
        shifted=move.shifted if move and move.at <= left_at else None,
    )


def _goal(session: Session, contact_id: str) -> str:
    goal = select(t.Task.goal).join(t.TaskInvoice, t.TaskInvoice.task_id == t.Task.id)
    return str(session.scalar(goal.where(t.TaskInvoice.contact_id == contact_id).limit(1)) or "call")
