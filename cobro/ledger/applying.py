"""What applying an event may answer, and what all appliers share."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from sqlalchemy import bindparam, select

from cobro.dunning.money import Money
from cobro.ledger import tables as t
from cobro.ledger.work import Work

# Built once: that is half of what asking costs.
_INVOICE = select(t.Invoice).where(
    t.Invoice.creditor_id == bindparam("creditor"), t.Invoice.number == bindparam("number")
)
_OPEN = select(t.Episode).where(t.Episode.invoice_id == bindparam("invoice"), t.Episode.ending.is_(None))


class Refused(Exception):
    """A person's act that cannot be: nothing is stored. The message says what was expected and what came."""


class Kept(Exception):
    """An event that cannot be applied now: it is stored with this reason and shown to a person."""


def money_of(amount: Decimal, currency: str) -> Money:
    """An amount as it was reported.

    Raises:
        Refused: it has more decimals than its currency.
    """
    try:
        return Money(amount, currency)
    except ValueError as problem:
        raise Refused(f"amount: {problem}") from None


def invoice_of(work: Work, creditor_id: str, number: str) -> t.Invoice:
    """The invoice of that number.

    Raises:
        Kept: the creditor has none (yet).
    """
    found = work.session.scalars(_INVOICE, {"creditor": creditor_id, "number": number}).first()
    if found is None:
        raise Kept(f"unknown invoice {number}")
    return found


def of_one_customer(work: Work, creditor_id: str, numbers: Iterable[str]) -> list[t.Invoice]:
    """Several invoices of one customer.

    Raises:
        Kept: one is unknown.
        Refused: they belong to several customers, or one is named twice.
    """
    wanted = list(numbers)
    if len(set(wanted)) != len(wanted):
        raise Refused("invoices: each is expected once")
    found = [invoice_of(work, creditor_id, number) for number in wanted]
    if len({invoice.customer_id for invoice in found}) > 1:
        raise Refused("invoices: expected invoices of one customer")
    return found


def invoices_of(work: Work, creditor_id: str, numbers: Iterable[str], currency: str) -> list[t.Invoice]:
    """Several open invoices of one customer in one currency.

    Raises:
        Kept: one is unknown.
        Refused: they belong to several customers, or one is in another currency, settled or named twice.
    """
    found = of_one_customer(work, creditor_id, numbers)
    for invoice in found:
        if invoice.currency != currency:
            raise Refused(f"currency: invoice {invoice.number} is in {invoice.currency}, got {currency}")
        if not invoice.open:
            raise Refused(f"invoice {invoice.number} is settled")
    return found


def open_sum(invoices: Iterable[t.Invoice], currency: str) -> Money:
    """What is open on these invoices together."""
    return sum((invoice.open for invoice in invoices), Money.zero(currency))


def open_episode_of(work: Work, invoice: t.Invoice) -> t.Episode:
    """The episode that is being collected.

    Raises:
        Refused: the case has ended.
    """
    episode = work.session.scalars(_OPEN, {"invoice": invoice.id}).first()
    if episode is None:
        raise Refused(f"invoice {invoice.number}: the case has ended")
    return episode
