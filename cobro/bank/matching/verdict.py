"""What is said about a movement: to which invoices it belongs, why, and whether that is certain."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cobro.dunning.money import Money

MOST_PROPOSALS = 5
"""A person who has to read more than these looks for the invoice instead."""


class Why(StrEnum):
    """Grounds for a proposal, and what speaks against it."""

    REFERENCE = "reference"
    CREDITOR_REFERENCE = "creditor_reference"
    PLAIN_NUMBER = "plain_number"
    END_OF_NUMBER = "end_of_number"
    LOOKS_LIKE = "looks_like"
    CUT_OFF = "cut_off"
    ACCOUNT = "account"
    NAME = "name"
    EXPECTED = "expected"
    OLDEST_FIRST = "oldest_first"
    SUM = "sum"
    CHARGES = "charges"
    PART = "part"
    OVERPAID = "overpaid"
    SETTLED = "settled"
    CURRENCY = "currency"
    OTHER_ACCOUNT = "other_account"
    OTHER_NAME = "other_name"
    SEVERAL_CUSTOMERS = "several_customers"
    AMBIGUOUS = "ambiguous"
    NAMES_MORE = "names_more"


@dataclass(frozen=True, slots=True)
class Reason:
    """A ground, and a short sentence for people. It holds invoice numbers and sums, no personal data."""

    why: Why
    sentence: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """One way to apply a movement.

    The allocations and `rest` add up to the movement's amount, and no allocation is more than the invoice has open.
    """

    allocations: tuple[tuple[str, Money], ...]
    """Invoice numbers, and what each gets."""
    rest: Money
    """What is left over: a credit for a person to decide about."""
    short: Money
    """What is missing of the invoices, where charges on the way explain it. Nobody waives it by this alone."""
    reasons: tuple[Reason, ...]
    score: int
    """Higher is better; it has no other meaning."""
    about: tuple[str, ...]
    """All the invoices it is about, also those that get nothing: settled ones, or in another currency."""


@dataclass(frozen=True, slots=True)
class Match:
    """The verdict on one movement."""

    certain: Proposal | None = None
    """What may be applied without asking anybody."""
    proposals: tuple[Proposal, ...] = ()
    """At most MOST_PROPOSALS, the best first; the certain one comes before all."""
    payer: int | None = None
    """The customer, where the account or a reference says it (never a name): whose ladder pauses while this is open."""
