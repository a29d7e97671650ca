"""Whom a line of the digest is about, and whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from sqlalchemy import select
from sqlalchemy.orm import Session

from cobro.dunning.money import Money, totals
from cobro.dunning.move import Role
from cobro.ledger import tables as t
from cobro.ledger.collectors import seniority_of


class Whom(TypedDict):
    """The fields of `cobro.dunning.digest.About`."""

    customer: str
    name: str
    invoices: tuple[str, ...]
    open: tuple[Money, ...]
    owner: str | None


def about(customer: t.Customer, invoices: Sequence[t.Invoice], owner: str | None, money: Money | None = None) -> Whom:
    """The customer, the invoices and what is open on them; `money`, where it is about another sum."""
    return {
        "customer": customer.ref,
        "name": customer.profile["name"],
        "invoices": tuple(invoice.number for invoice in invoices),
        "open": (money,) if money else totals(invoice.open for invoice in invoices),
        "owner": owner,
    }


class Owners:
    """Who has which customer, without choosing anybody: that is done when somebody is first needed."""

    def __init__(self, session: Session, creditor: t.Creditor) -> None:
        self._creditor = creditor.value
        rows = session.scalars(select(t.Assignment).where(t.Assignment.creditor_id == creditor.id))
        self._names = {(row.customer_id, row.seniority): row.name for row in rows}

    def of(self, customer_id: int, role: Role) -> str | None:
        """Who collects from a customer at a level; nobody, where several could and none was chosen yet."""
        seniority = seniority_of(role)
        name = self._names.get((customer_id, seniority))
        kept = self._creditor.still(name, seniority) if name else None
        people = [kept] if kept else self._creditor.collectors_as(seniority)
        return people[0].name if len(people) == 1 else None
