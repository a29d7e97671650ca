"""What would come of it if a movement were applied to certain invoices, the oldest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cobro.bank.matching.book import KnownInvoice, Tolerance
from cobro.bank.matching.verdict import Proposal, Reason, Why
from cobro.bank.movement import Movement
from cobro.dunning.money import Money


class Fit(StrEnum):
    """How an amount compares with what is open."""

    EXACT = "exact"
    SHORT = "short"
    """As much is missing as charges on the way explain."""
    PART = "part"
    OVER = "over"
    NOTHING = "nothing"
    """Nothing is open that this money may go to."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A movement held against some invoices."""

    invoices: tuple[KnownInvoice, ...]
    fit: Fit
    allocations: tuple[tuple[str, Money], ...]
    rest: Money
    short: Money
    remarks: tuple[Reason, ...]

    @property
    def customers(self) -> frozenset[int]:
        return frozenset(invoice.customer for invoice in self.invoices)

    @property
    def unpayable(self) -> bool:
        """Whether one of the invoices can get nothing of this money: it is settled, or in another currency."""
        return any(remark.why in (Why.SETTLED, Why.CURRENCY) for remark in self.remarks)

    @property
    def suits(self) -> bool:
        """Whether the amount is what the invoices ask for, charges on the way left aside."""
        return self.fit in (Fit.EXACT, Fit.SHORT)

    def proposed(self, reasons: Iterable[Reason], score: int) -> Proposal:
        """The proposal to apply it so."""
        about = tuple(invoice.number for invoice in self.invoices)
        return Proposal(self.allocations, self.rest, self.short, (*reasons, *self.remarks), score, about)


def weigh(invoices: Iterable[KnownInvoice], movement: Movement, tolerance: Tolerance) -> Weighed:
    """Fill the invoices in the order in which they fell due; whatever is too much stays a rest."""
    ordered = tuple(sorted(invoices, key=lambda invoice: (invoice.due, invoice.number)))
    amount = movement.amount
    rest, allocations = amount, []
    payable = [invoice for invoice in ordered if invoice.open and invoice.open.currency == amount.currency]
    for invoice in payable:
        part = min(rest, invoice.open)
        if part:
            allocations.append((invoice.number, part))
            rest -= part
    asked = sum((invoice.open for invoice in payable), Money.zero(amount.currency))
    fit = _fit(asked, amount, tolerance)
    short = asked - amount if fit is Fit.SHORT else Money.zero(amount.currency)
    remarks = (*_unpayable(ordered, amount.currency), *_remarks(fit, asked, movement))
    return Weighed(ordered, fit, tuple(allocations), rest, short, remarks)


def _fit(asked: Money, amount: Money, tolerance: Tolerance) -> Fit:
    if not asked:
        return Fit.NOTHING
    if asked == amount:
        return Fit.EXACT
    if asked < amount:
        return Fit.OVER
    return Fit.SHORT if tolerance.covers(asked - amount, asked) else Fit.PART


def _unpayable(invoices: Sequence[KnownInvoice], currency: str) -> list[Reason]:
    found = []
    for invoice in invoices:
        if invoice.open.currency != currency:
            found.append(Reason(Why.CURRENCY, f"{invoice.number} is in {invoice.open.currency}"))
        elif not invoice.open:
            found.append(Reason(Why.SETTLED, f"{invoice.number} is settled already"))
    return found


def _remarks(fit: Fit, asked: Money, movement: Movement) -> list[Reason]:
    amount = movement.amount
    match fit:
        case Fit.EXACT:
            return [Reason(Why.SUM, "exactly what is open")]
        case Fit.SHORT:
            told = "the bank says that all of it was ordered" if movement.instructed == asked else "perhaps charges"
            return [Reason(Why.CHARGES, f"{asked - amount} less than open: {told}")]
        case Fit.PART:
            return [Reason(Why.PART, f"a part of {asked} open")]
        case Fit.OVER:
            return [Reason(Why.OVERPAID, f"{amount - asked} more than open")]
        case Fit.NOTHING:
            return []
