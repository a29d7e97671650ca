"""The other ways: a known account, a name, a sum that is expected, each together with the amount."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from cobro.bank.matching.book import Expected, KnownInvoice
from cobro.bank.matching.index import Index
from cobro.bank.matching.open_sums import exactly, owed
from cobro.bank.matching.payer import Payer
from cobro.bank.matching.verdict import Proposal, Reason, Why
from cobro.bank.matching.weighing import Weighed, weigh
from cobro.bank.movement import Movement

NEAR = dt.timedelta(days=10)
"""A promised sum that comes so much earlier or later than its day may still be it."""

_MOST_NAMES = 10


@dataclass(frozen=True)
class Paid:
    """A movement, whoever may have paid it, held against the book."""

    movement: Movement
    payer: Payer
    index: Index

    def by_account(self) -> list[Proposal]:
        """What of the open invoices of the account's customers is exactly this amount; each of it could be certain."""
        found = []
        for customer in sorted(self.payer.by_account):
            for weighed in exactly(customer, self.movement, self.index):
                one = "one open invoice" if len(weighed.invoices) == 1 else f"{len(weighed.invoices)} open invoices"
                reason = Reason(Why.ACCOUNT, f"known account, {one} of that sum")
                found.append(weighed.proposed((reason,), 70 - len(weighed.invoices)))
        return found

    def expected(self, *, from_account: bool) -> list[Proposal]:
        """What was promised, or is an instalment, of this amount and near this day."""
        found = []
        for expected in self.index.expected.get(str(self.movement.amount), ()):
            known = expected.customer in self.payer.by_account
            if known is from_account and abs(self.movement.booked - expected.day) <= NEAR:
                named = expected.customer in self.payer.by_name
                found.append(self._as_expected(expected, 72 if known else 55 if named else 35))
        return found

    def more(self) -> Iterator[Proposal]:
        """What is worth a look: alike names, sums short by charges, else the oldest invoices of a known account."""
        for customer in sorted(self.payer.by_account):
            known = Reason(Why.ACCOUNT, "known account")
            yield from (weighed.proposed((known,), 55) for weighed in self._nearly(customer))
            reached = self._reached(customer)
            if reached:
                oldest = Reason(Why.OLDEST_FIRST, "known account, the oldest first")
                yield self._weighed(reached).proposed((oldest,), 15)
        alike = sorted(self.payer.by_name.items(), key=lambda named: (-named[1], named[0]))[:_MOST_NAMES]
        for customer, score in alike:
            if customer not in self.payer.by_account:
                reason = Reason(Why.NAME, "a customer with a name like the payer's")
                for weighed in exactly(customer, self.movement, self.index):
                    yield weighed.proposed((reason,), 30 + round(score / 5) - len(weighed.invoices))
                yield from (weighed.proposed((reason,), 20 + round(score / 5)) for weighed in self._nearly(customer))

    def _reached(self, customer: int) -> list[KnownInvoice]:
        """The customer's oldest invoices, as far as the money goes."""
        invoices = owed(customer, self.movement, self.index)
        filled = {number for number, _ in self._weighed(invoices).allocations}
        return [invoice for invoice in invoices if invoice.number in filled]

    def _weighed(self, invoices: list[KnownInvoice]) -> Weighed:
        return weigh(invoices, self.movement, self.index.book.tolerance)

    def _nearly(self, customer: int) -> Iterator[Weighed]:
        """Single open invoices of which as little is missing as charges on the way take."""
        for invoice in owed(customer, self.movement, self.index):
            if self.index.book.tolerance.covers(invoice.open - self.movement.amount, invoice.open):
                yield self._weighed([invoice])

    def _as_expected(self, expected: Expected, score: int) -> Proposal:
        invoices = [self.index.invoices[number] for number in expected.invoices if number in self.index.invoices]
        reason = Reason(Why.EXPECTED, f"{expected.amount} was expected on {expected.day}")
        return self._weighed(invoices).proposed((reason,), score)
