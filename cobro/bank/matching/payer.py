"""Who may have paid: what the account and the name of a movement say about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cobro.bank.matching.index import Index
from cobro.bank.matching.naming import ALIKE, core
from cobro.bank.matching.verdict import Reason, Why
from cobro.bank.movement import Movement

_THE_SAME = 100


@dataclass(frozen=True)
class Payer:
    """The customers whom the account and the name speak for, and against."""

    index: Index
    by_account: frozenset[int]
    """Customers from whose account it came; empty where the account is not known."""
    by_name: dict[int, float]
    """Customers whose name is alike, and how much."""
    name: str
    """The core of the name that the bank gave; empty where it gave none."""

    @property
    def known(self) -> int | None:
        """The one customer who uses this account."""
        return next(iter(self.by_account)) if len(self.by_account) == 1 else None

    def supports(self, customer: int) -> bool:
        """Whether the account, or where it is unknown the name, speaks for a customer."""
        return customer in (self.by_account or self.by_name)

    def against(self, customers: Iterable[int]) -> list[Reason]:
        """What speaks against these customers having paid it together."""
        theirs = frozenset(customers)
        if self.by_account:
            strangers = theirs - self.by_account
            return [Reason(Why.OTHER_ACCOUNT, "it came from the account of another customer")] if strangers else []
        found = []
        closest = {customer for customer, score in self.by_name.items() if score == _THE_SAME}
        if closest and not theirs <= closest:
            found.append(Reason(Why.OTHER_NAME, "another customer has exactly the payer's name"))
        if len(theirs) > 1:
            found.append(Reason(Why.SEVERAL_CUSTOMERS, "the invoices are of several customers"))
        return found

    def is_stranger(self, customer: int) -> bool:
        """Whether the name is not the customer's, and no account says that this does not matter."""
        if self.by_account or not self.name:
            return False
        return self.index.names.score(customer, self.name) < ALIKE


def payer_of(movement: Movement, index: Index) -> Payer:
    """What a movement says about its payer. Where the bank gives no name, one may stand in the text."""
    names = index.names
    by_name = names.alike(movement.payer_name) if movement.payer_name else names.within(movement.text)
    account = index.book.accounts.get(movement.payer_iban.replace(" ", "").upper(), frozenset())
    return Payer(index, account, by_name, core(movement.payer_name))
