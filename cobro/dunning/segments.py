"""Segments: kinds of customer that a policy treats otherwise, by rule and never by person (R15, R21)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from cobro.dunning.condition import Sums
from cobro.dunning.event import Currency
from cobro.dunning.facts import Facts
from cobro.dunning.history import History
from cobro.dunning.money import Money
from cobro.dunning.parties import Country, CustomerKind, PaymentMethod
from cobro.dunning.slug import Slug

BEFORE_DUE = "before-due"
"""Step name of the word before the due date. It is no rung of any ladder."""

NONE = "none"
"""What an exception calls it to be in no segment."""

_Share = Annotated[Decimal, Field(gt=0, le=1)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Habit(_Part):
    """Who belongs to a segment. It holds when everything that it names holds; a list holds for any of its entries.

    The shares and `days_late_at_most` look at the invoices of the customer that were paid last, `of_last` of them, and
    hold for nobody of whom fewer than `paid_invoices_at_least` are known.
    """

    late_share_at_least: _Share | None = None
    """So much of them was paid late: more than `late_after` days after the due date."""
    paid_on_time_share_at_least: _Share | None = None
    """So much of them was not."""
    days_late_at_most: int | None = Field(default=None, ge=0, le=365)
    """None of them was paid later than so many days after the due date."""
    of_last: int = Field(default=6, ge=1, le=24)
    paid_invoices_at_least: int = Field(default=3, ge=1, le=24)
    late_after: int = Field(default=3, ge=0, le=30)
    """Calendar days. A weekend that the bank took is no habit of the customer."""
    open_below: Sums | None = None
    """What has fallen due in the invoice's currency, this invoice in any case, is less than this."""
    method: tuple[PaymentMethod, ...] | None = Field(default=None, min_length=1)
    kind: tuple[CustomerKind, ...] | None = Field(default=None, min_length=1)
    country: tuple[Country, ...] | None = Field(default=None, min_length=1)
    currency: tuple[Currency, ...] | None = Field(default=None, min_length=1)

    @model_validator(mode="after")
    def _names_something(self) -> Self:
        counted = (self.late_share_at_least, self.paid_on_time_share_at_least, self.days_late_at_most)
        others = (self.open_below, self.method, self.kind, self.country, self.currency)
        if all(fact is None for fact in (*counted, *others)):
            raise ValueError(
                "a segment's condition names at least one of late_share_at_least, paid_on_time_share_at_least, "
                "days_late_at_most, open_below, method, kind, country, currency"
            )
        idle = [name for name in ("of_last", "paid_invoices_at_least", "late_after") if _is_said(self, name)]
        if idle and all(fact is None for fact in counted):
            raise ValueError(f"{idle[0]} says how to count paid invoices, and nothing is counted")
        if self.paid_invoices_at_least > self.of_last:
            raise ValueError(f"paid_invoices_at_least: at most the {self.of_last} of of_last can be known")
        return self

    @property
    def looks_back(self) -> bool:
        """Whether it asks how the customer has paid before."""
        return any(
            fact is not None
            for fact in (self.late_share_at_least, self.paid_on_time_share_at_least, self.days_late_at_most)
        )

    def __str__(self) -> str:
        return ", ".join(self._said())

    def _said(self) -> Iterator[str]:
        for share, how in ((self.late_share_at_least, "late"), (self.paid_on_time_share_at_least, "on time")):
            if share is not None:
                yield f"at least {share:.0%} of the last {self.of_last} invoices paid {how}"
        if self.days_late_at_most is not None:
            yield f"none of the last {self.of_last} paid more than {self.days_late_at_most} days late"
        if self.looks_back:
            yield f"from {self.paid_invoices_at_least} paid invoices on"
        if self.open_below:
            yield "owes below " + " or ".join(f"{amount} {currency}" for currency, amount in self.open_below.items())
        if self.method:
            yield "pays by " + " or ".join(_words(each) for each in self.method)
        for name in ("kind", "country", "currency"):
            if among := getattr(self, name):
                yield f"{name} " + " or ".join(among)

    def holds(self, facts: Facts, history: History) -> str | None:
        """Why it holds, in a few words without personal data; None where it does not.

        What costs nothing to know is looked at first, so that a history is not read in vain.
        """
        reasons = []
        for has, wanted, said in (
            (facts.method, self.method, f"paid by {_words(facts.method or '')}"),
            (facts.kind, self.kind, f"customer is {facts.kind}"),
            (facts.country, self.country, f"country is {facts.country}"),
            (facts.open.currency, self.currency, f"currency is {facts.open.currency}"),
        ):
            if wanted is not None:
                if has not in wanted:
                    return None
                reasons.append(said)
        if self.open_below is not None:
            owes = self._owes_little(facts, history, self.open_below)
            if owes is None:
                return None
            reasons.append(owes)
        if self.looks_back:
            paid = self._as_counted(history)
            if paid is None:
                return None
            reasons.append(paid)
        return ", ".join(reasons)

    def _owes_little(self, facts: Facts, history: History, limits: dict[str, Decimal]) -> str | None:
        currency = facts.open.currency
        if currency not in limits:
            return None
        limit = Money(limits[currency], currency)
        if not facts.open < limit:
            return None
        owes = max(facts.open, history.overdue.get(currency, Money.zero(currency)))
        return f"owes {owes}, below {limit}" if owes < limit else None

    def _as_counted(self, history: History) -> str | None:
        last = history.paid[: self.of_last]
        if len(last) < self.paid_invoices_at_least:
            return None
        late = sum(each.days_late > self.late_after for each in last)
        for share, count in ((self.late_share_at_least, late), (self.paid_on_time_share_at_least, len(last) - late)):
            if share is not None and count < share * len(last):
                return None
        longest = max(each.days_late for each in last)
        if self.days_late_at_most is not None and longest > self.days_late_at_most:
            return None
        if self.late_share_at_least is not None:
            return f"{late} of the last {len(last)} invoices were paid late"
        if self.paid_on_time_share_at_least is not None:
            return f"{len(last) - late} of the last {len(last)} invoices were paid on time"
        return f"the last {len(last)} invoices were paid {max(longest, 0)} days late at most"


class BeforeDue(_Part):
    """A short word some days before the due date, for who is known to pay late (R21): it asks for nothing overdue."""

    days: int = Field(ge=1, le=30)
    """Calendar days before the due date; on a closed day it leaves on the open day before."""
    do: Literal["email", "sms"] = "email"
    letter: Slug = BEFORE_DUE


class Segment(_Part):
    """A kind of customer, and what is done otherwise for it. The first of a policy's segments that holds counts."""

    name: Slug
    when: Habit
    before_due: BeforeDue | None = None
    later_days: int = Field(default=0, ge=0, le=60)
    """So many days longer nobody is reminded at first; the distances of the ladder stay."""
    exempt: Literal["until_returned"] | None = None
    """Nobody is reminded until the bank takes a debit back; what counts from the due date counts from that day then."""
    ask_after: int = Field(default=14, ge=1, le=90)
    """Days after the due date on which a person is asked about a debit that was neither paid nor returned."""
    at_most: Slug | None = None
    """The last step that is worth it. A person decides then whether the rest is written off."""

    @model_validator(mode="after")
    def _does_something(self) -> Self:
        if self.name == NONE:
            raise ValueError(f"segment {NONE}: this name says that a customer is in no segment")
        if self.exempt is None and _is_said(self, "ask_after"):
            raise ValueError(f"segment {self.name}: ask_after goes with exempt")
        if self.exempt and (self.before_due or self.later_days or self.at_most):
            raise ValueError(f"segment {self.name}: who is exempt is treated no otherwise besides")
        if not (self.exempt or self.before_due or self.later_days or self.at_most):
            raise ValueError(f"segment {self.name}: expected at least one of before_due, later_days, exempt, at_most")
        return self

    @property
    def lasts(self) -> bool:
        """Whether it has something to say after the first step too."""
        return bool(self.exempt or self.at_most)

    def speaks(self, facts: Facts, today: dt.date) -> bool:
        """Whether belonging to it still makes a difference to a case."""
        if self.lasts:
            return True
        word = self.before_due is not None and not facts.forewarned and today < facts.due
        return word or (bool(self.later_days) and not facts.done)

    def __str__(self) -> str:
        return ", ".join(self._said())

    def _said(self) -> Iterator[str]:
        if self.before_due:
            yield f"{self.before_due.do} {self.before_due.letter} {self.before_due.days} days before the due date"
        if self.later_days:
            yield f"first step {self.later_days} days later"
        if self.exempt:
            yield f"no reminder until a debit is returned, a person is asked after {self.ask_after} days"
        if self.at_most:
            yield f"at most {self.at_most}, then a person decides"


@dataclass(frozen=True, slots=True)
class Belongs:
    """The segment of a case, and why, in words."""

    name: str
    why: str


def segment_of(facts: Facts, segments: Sequence[Segment], history: History) -> Belongs | None:
    """The first of the segments that holds for a case, or None."""
    for segment in segments:
        if why := segment.when.holds(facts, history):
            return Belongs(segment.name, why)
    return None


def still_speaking(segments: Sequence[Segment], facts: Facts, today: dt.date) -> Sequence[Segment]:
    """The segments up to the last that still makes a difference: which of those after it holds is no matter any more,
    and nobody has to look."""
    last = max((k for k, segment in enumerate(segments, start=1) if segment.speaks(facts, today)), default=0)
    return segments[:last]


def _is_said(part: _Part, name: str) -> bool:
    """Whether a field says anything: what a ledger has stored of a policy names every field."""
    return bool(getattr(part, name) != type(part).model_fields[name].default)


def _words(method: str) -> str:
    return method.replace("_", " ")
