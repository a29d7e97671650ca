"""What a customer has open, and what of it is exactly the amount of a movement."""

from __future__ import annotations

from collections.abc import Iterator

from cobro.bank.matching.book import KnownInvoice
from cobro.bank.matching.index import Index
from cobro.bank.matching.sums import MOST_SUMMED, adding_up
from cobro.bank.matching.verdict import MOST_PROPOSALS
from cobro.bank.matching.weighing import Weighed, weigh
from cobro.bank.movement import Movement


def owed(customer: int, movement: Movement, index: Index) -> list[KnownInvoice]:
    """The customer's open invoices in the movement's currency, the oldest first."""
    currency = movement.amount.currency
    return [invoice for invoice in index.owed_by.get(customer, ()) if invoice.open.currency == currency]


def exactly(customer: int, movement: Movement, index: Index) -> Iterator[Weighed]:
    """Open invoices of that very sum; of few enough, also several that add up to it."""
    invoices, target = owed(customer, movement, index), movement.amount.minor
    if len(invoices) > MOST_SUMMED:
        chosen = [[invoice] for invoice in invoices if invoice.open.minor == target][: MOST_PROPOSALS + 1]
    else:
        ways = adding_up([invoice.open.minor for invoice in invoices], target, MOST_PROPOSALS + 1)
        chosen = [[invoices[at] for at in way] for way in ways]
    for some in chosen:
        yield weigh(some, movement, index.book.tolerance)
