"""To whom at a customer a contact goes: the first role that the step asks for and that can be reached, else the
customer's own address; and addresses that a provider refused, which nobody writes to before somebody mended them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from cobro.dunning import parties
from cobro.dunning.contact import Channel, ContactState
from cobro.ledger import desk, evidence
from cobro.ledger import tables as t
from cobro.ledger.applying import Refused
from cobro.ledger.case import Case
from cobro.ledger.locks import lock_customer
from cobro.ledger.moving import settle_invoice
from cobro.ledger.work import Work

_OF_ROLE = re.compile(r"mend the ([a-z0-9-]+)'s (email|sms) address")
_REFUSED = (
    select(t.Contact.role, t.Contact.settled_at)
    .where(
        t.Contact.customer_id == bindparam("customer"),
        t.Contact.channel == bindparam("channel"),
        t.Contact.recipient == bindparam("address"),
        t.Contact.state == ContactState.UNDELIVERABLE,
    )
    .order_by(t.Contact.settled_at.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class To:
    """Where a contact goes. `person` is whoever has the role, and None where it is the customer's own address."""

    address: str | None
    person: parties.Recipient | None = None

    @property
    def role(self) -> str | None:
        return self.person.role if self.person else None


def reach(work: Work, case: Case, step: str, channel: Channel) -> To:
    """The first role of the step's `reach` that is known and has an address, else the customer's own address."""
    roles: Sequence[str] = next((rung.reach for rung in case.policy.steps if rung.step == step), ())
    for role in roles:
        row = work.session.get(t.CustomerContact, (case.customer.id, role))
        if row is not None and (address := _address(row.value, channel)):
            return To(address, row.value)
    return To(_address(case.customer.value, channel))


def _address(who: parties.Recipient | parties.Customer, channel: Channel) -> str | None:
    return who.email if channel is Channel.EMAIL else who.phone


def is_refused(session: Session, customer_id: int, channel: Channel, address: str) -> str | None:
    """How the repair is called that an address waits for, where a provider refused it for good and nobody mended it or
    said since that it is right; None where it may be written to."""
    row = session.execute(_REFUSED, {"customer": customer_id, "channel": channel, "address": address}).first()
    if row is None:
        return None
    goal = repair_of(channel, row.role)
    mended: dt.datetime | None = session.scalar(
        select(func.max(t.Task.closed_at)).where(
            t.Task.customer_id == customer_id,
            t.Task.kind == t.TaskKind.REPAIR,
            t.Task.state == t.TaskState.DONE,
            t.Task.goal.startswith(goal, autoescape=True),
        )
    )
    return None if mended and mended >= row.settled_at else goal


def repair_of(channel: Channel, role: str | None) -> str:
    """How the repair of a refused address begins, by whose it is."""
    return f"mend the {role}'s {channel.value} address" if role else f"mend the {channel.value} address"


def ask_to_mend(work: Work, case: Case, repair: str) -> None:
    """Let a case wait for the repair of a refused address: the one on the desk, if there is one."""
    open_now = select(t.Task.goal).where(
        t.Task.customer_id == case.customer.id,
        t.Task.kind == t.TaskKind.REPAIR,
        t.Task.state == t.TaskState.OPEN,
        t.Task.goal.startswith(repair, autoescape=True),
    )
    goal = work.session.scalars(open_now.order_by(t.Task.id).limit(1)).first()
    desk.ask_for_repair(work, case, goal or f"{repair} (refused before)")


def role_to_mend(goal: str) -> str | None:
    """The role whose address a repair is about, or None where it is about the customer's own, or no address."""
    found = _OF_ROLE.match(goal)
    return found[1] if found else None


def name_recipient(work: Work, creditor_id: str, ref: str, value: parties.Recipient | None, role: str) -> bool:
    """Take down who has a role at a customer, or with no value that nobody has; True where that is news.

    Raises:
        Refused: there is no such customer, or nobody to remove.
    """
    customer = lock_customer(work.session, creditor_id, ref)
    if customer is None:
        raise Refused(f"CUSTOMER: the ledger has no customer '{ref}' of {creditor_id}")
    row = work.session.get(t.CustomerContact, (customer.id, role))
    if value is None:
        if row is None:
            raise Refused(f"--role: customer {ref} has nobody as '{role}' to remove")
        work.session.delete(row)
    elif row is None:
        work.session.add(t.CustomerContact(customer_id=customer.id, role=role, profile=value.model_dump(mode="json")))
    elif row.value == value:
        return False
    else:
        row.profile = value.model_dump(mode="json")
    work.session.flush()
    _write_down(work, customer, role)
    return True


def recipients_of(session: Session, customer_id: int) -> list[parties.Recipient]:
    """Whoever is known at a customer, by role."""
    rows = session.scalars(
        select(t.CustomerContact).where(t.CustomerContact.customer_id == customer_id).order_by(t.CustomerContact.role)
    )
    return [row.value for row in rows]


def _write_down(work: Work, customer: t.Customer, role: str) -> None:
    """Evidence names the role, not the person; a repair that waited for this person's address is done."""
    invoices = select(t.Invoice.id).where(t.Invoice.customer_id == customer.id).order_by(t.Invoice.id)
    for invoice_id in work.session.scalars(invoices).all():
        evidence.append(work, invoice_id, "customer_changed", fields=[f"contact {role}"])
    repairs = select(t.Task).where(
        t.Task.customer_id == customer.id, t.Task.kind == t.TaskKind.REPAIR, t.Task.state == t.TaskState.OPEN
    )
    for task in work.session.scalars(repairs.order_by(t.Task.id)).all():
        if role_to_mend(task.goal) == role:
            for invoice_id in desk.close(work, task, t.TaskState.DONE, f"the {role} was brought up to date"):
                settle_invoice(work, invoice_id)
