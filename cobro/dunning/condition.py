"""Conditions of a policy: facts of a case by name, no language of their own."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from cobro.dunning.event import Currency
from cobro.dunning.facts import Facts
from cobro.dunning.money import Money
from cobro.dunning.parties import Country, CustomerKind


def _in_their_units(sums: dict[str, Decimal]) -> dict[str, Decimal]:
    return {currency: Money(amount, currency).amount for currency, amount in sums.items()}


Sums = Annotated[dict[Currency, Annotated[Decimal, Field(gt=0)]], Field(min_length=1), AfterValidator(_in_their_units)]
"""An amount for each currency it is meant in: amounts of different currencies are never compared."""


class When(BaseModel):
    """A condition. It holds when everything that it names holds; a list holds for any of its entries.

    Amounts are compared with what a step would ask for: open and not disputed. An invoice in a currency that stands
    in no list of amounts meets no condition on amounts.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    spoken: bool | None = None
    """Somebody at the customer was spoken to about the invoice."""
    unreached: bool | None = None
    """The call was tried on as many days as the policy asks, was given up, and nobody was spoken to (R29)."""
    in_touch_about_difficulty: bool | None = None
    """The customer told of a difficulty, or made a promise (R31)."""
    amount_at_least: Sums | None = None
    amount_below: Sums | None = None
    kind: tuple[CustomerKind, ...] | None = Field(default=None, min_length=1)
    country: tuple[Country, ...] | None = Field(default=None, min_length=1)
    currency: tuple[Currency, ...] | None = Field(default=None, min_length=1)

    @model_validator(mode="after")
    def _names_something(self) -> Self:
        if all(getattr(self, name) is None for name in type(self).model_fields):
            raise ValueError(f"a condition names at least one of {', '.join(type(self).model_fields)}")
        return self

    def __str__(self) -> str:
        said = [
            name.replace("_", " ") if value else f"not {name.replace('_', ' ')}"
            for name, value in self
            if isinstance(value, bool)
        ]
        for name, low in (("amount_at_least", "at least"), ("amount_below", "below")):
            if sums := getattr(self, name):
                said.append(f"{low} " + " or ".join(f"{amount} {currency}" for currency, amount in sums.items()))
        for name in ("kind", "country", "currency"):
            if among := getattr(self, name):
                said.append(f"{name} " + " or ".join(among))
        return ", ".join(said)

    def fails(self, facts: Facts) -> str | None:
        """Why the condition does not hold, in a few words without personal data; None where it holds."""
        return next(self._failures(facts), None)

    def _failures(self, facts: Facts) -> Iterator[str]:
        if self.spoken is not None and self.spoken != facts.calls.spoken:
            yield "somebody was spoken to" if facts.calls.spoken else "nobody was spoken to"
        if self.unreached is not None and self.unreached != facts.calls.unreached:
            yield "nobody could be reached" if facts.calls.unreached else "the calls were not all in vain"
        if self.in_touch_about_difficulty is not None and self.in_touch_about_difficulty != facts.in_touch:
            yield "told of a difficulty" if facts.in_touch else "told of no difficulty"
        yield from _not_among("customer", facts.kind and facts.kind.value, self.kind)
        yield from _not_among("country", facts.country, self.country)
        yield from _not_among("currency", facts.open.currency, self.currency)
        yield from _amounts(facts.demandable, self.amount_at_least, self.amount_below)


def _not_among(what: str, has: str | None, wanted: tuple[str, ...] | None) -> Iterator[str]:
    if wanted is not None and has not in wanted:
        yield f"{what} is {has or 'unknown'}"


def _amounts(asked: Money, at_least: Sums | None, below: Sums | None) -> Iterator[str]:
    for sums, low in ((at_least, True), (below, False)):
        if sums is None:
            continue
        if asked.currency not in sums:
            yield f"no amount in {asked.currency}"
            continue
        limit = Money(sums[asked.currency], asked.currency)
        if (asked < limit) is low:
            yield f"{asked} is {'below' if low else 'not below'} {limit}"
