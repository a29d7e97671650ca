"""The script of a rehearsal: what customers and the creditor's people do, and when."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from cobro.dunning.event import CallOutcome, PaymentForm, Reason

_SPAN = re.compile(r"(\d+)([dhm])")
_UNITS = {"d": "days", "h": "hours", "m": "minutes"}
_DAY = re.compile(r"due([+-]\d+)?")


def _span(value: object) -> object:
    if isinstance(value, str):
        found = _SPAN.fullmatch(value)
        if not found:
            raise ValueError("expected a span like 2d, 3h or 30m")
        return dt.timedelta(**{_UNITS[found[2]]: int(found[1])})
    return value


Span = Annotated[dt.timedelta, BeforeValidator(_span)]


class What(StrEnum):
    """What can be scripted."""

    PAY = "pay"
    REVERSE = "reverse"
    CREDIT = "credit"
    PROMISE = "promise"
    DISPUTE = "dispute"
    RESOLVE = "resolve"
    HOLD = "hold"
    RESUME = "resume"
    PLAN = "plan"
    CALL = "call"
    REPLY = "reply"
    ANSWER = "answer"
    DECIDE = "decide"
    CORRECT = "correct"
    WRITE_OFF = "write_off"
    CANCEL = "cancel"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Act(_Part):
    """One thing that happens about one invoice.

    `day` counts days from the due date (`due+3`), at `at` in the customer's time; `with_step` comes in the very minute
    in which that step is due; `after` waits until that step was carried out. `share` is a percentage of what is open.
    """

    do: What
    day: str | None = None
    at: dt.time = dt.time(11)
    after: str | None = None
    with_step: str | None = None
    wait: Span = dt.timedelta(hours=2)
    share: int = Field(default=100, ge=1, le=200)
    days: int = Field(default=7, ge=0, le=90)
    instalments: int = Field(default=3, ge=1, le=12)
    form: PaymentForm = PaymentForm.TRANSFER
    outcome: CallOutcome = CallOutcome.SPOKE
    reason: Reason | None = None
    to: Literal["legal", "agency"] = "legal"
    email: str | None = None
    phone: str | None = None
    twice: bool = False
    """The event is reported twice, as webhooks are."""
    also: tuple[str, ...] = ()
    """Other invoices of the customer that a promise or a plan is about."""
    number: str | None = None
    """The invoice number on a payment, where the customer writes a wrong one."""
    currency: str | None = Field(default=None, pattern=r"^[A-Z]{3}$")
    """The currency of a payment, where it is not the invoice's."""

    @model_validator(mode="after")
    def _has_a_time(self) -> Self:
        if sum(value is not None for value in (self.day, self.after, self.with_step)) != 1:
            raise ValueError("expected exactly one of day, after, with_step")
        if self.day is not None and not _DAY.fullmatch(self.day):
            raise ValueError(f"day: expected one like due+3, got {self.day!r}")
        if self.also and self.do not in (What.PROMISE, What.PLAN):
            raise ValueError("also: expected with promise or plan only")
        if (self.number or self.currency) and self.do is not What.PAY:
            raise ValueError("number, currency: expected with pay only")
        return self

    def falls_on(self, due: dt.date) -> dt.date:
        """The day of an act with `day`."""
        found = _DAY.fullmatch(self.day or "due")
        return due + dt.timedelta(days=int(found[1] or 0) if found else 0)


class Desk(_Part):
    """What the creditor's people do where the script of an invoice says nothing else."""

    call: CallOutcome = CallOutcome.NO_ANSWER
    decide: Literal["legal", "agency"] = "legal"
    email: str = "accounts@customer.example"
    """The address that a repair finds."""


class Script(_Part):
    """A whole rehearsal: `start` is aware; `days` calendar days are lived through."""

    start: AwareDatetime
    days: int = Field(ge=1, le=400)
    desk: Desk = Desk()
    bounces: tuple[str, ...] = ()
    """E-mail addresses that the provider refuses for good."""
    invoices: dict[str, tuple[Act, ...]] = {}
