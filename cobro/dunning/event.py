"""What can happen to a case: the events that `record` takes, and the form each must have.

Events carry ids, amounts, dates and codes, never names, addresses or free text (law 5 of the house). An unknown field
is refused. Amounts are decimals in the currency beside them; dates are days of the business calendar.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from cobro.dunning.money import Money


class PaymentForm(StrEnum):
    """How a customer says the money will come (R34)."""

    TRANSFER = "transfer"
    DIRECT_DEBIT = "direct_debit"
    CARD = "card"
    CHEQUE = "cheque"
    CASH = "cash"


class Reason(StrEnum):
    """Why an invoice is unpaid, disputed or put on hold (R38, R40-R42)."""

    SAYS_PAID = "says_paid"
    NEXT_PAYMENT_RUN = "next_payment_run"
    COPY_MISSING = "copy_missing"
    GOODS = "goods"
    WORK = "work"
    PRICE = "price"
    NO_FUNDS = "no_funds"
    OVERSIGHT = "oversight"
    LONGER_TERMS = "longer_terms"
    INSOLVENCY = "insolvency"
    LAWYER = "lawyer"
    REFUSES = "refuses"
    OTHER = "other"


class CallOutcome(StrEnum):
    """What came of one telephone call."""

    SPOKE = "spoke"
    NO_ANSWER = "no_answer"
    VOICEMAIL = "voicemail"
    WRONG_PERSON = "wrong_person"
    CALL_BACK = "call_back"


def _has_no_space(text: str) -> str:
    if text != text.strip() or not text.isprintable():
        raise ValueError("must have no space at its ends and only printable characters")
    return text


Id = Annotated[str, Field(min_length=1, max_length=100), AfterValidator(_has_no_space)]
Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
Amount = Annotated[Decimal, Field(gt=0, max_digits=14, decimal_places=3)]
Day = Annotated[dt.date, Field(ge=dt.date(2000, 1, 1), lt=dt.date(2100, 1, 1))]
"""A day of this century: another year is a slip of the finger, and no calendar counts from the last day there is."""


class _Event(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Id
    """The event's own id, unique for the creditor: recording it twice changes nothing."""
    creditor: Id


class _OneInvoice(_Event):
    invoice: Id
    """The invoice's number, as the creditor prints it."""

    @property
    def invoices(self) -> tuple[str, ...]:
        return (self.invoice,)


class _Sum(_Event):
    amount: Amount
    currency: Currency

    @model_validator(mode="after")
    def _is_money(self) -> Self:
        Money(self.amount, self.currency)
        return self

    @property
    def money(self) -> Money:
        return Money(self.amount, self.currency)


class PaymentReceived(_OneInvoice, _Sum):
    """Money arrived for an invoice; `booked` is the day it was available to the creditor."""

    kind: Literal["payment_received"] = "payment_received"
    booked: Day


class PaymentReversed(_OneInvoice):
    """The bank took a payment back (a returned debit, a bounced cheque)."""

    kind: Literal["payment_reversed"] = "payment_reversed"
    payment: Id
    """Id of the payment event that is undone."""
    booked: Day


class CreditIssued(_OneInvoice, _Sum):
    """A credit note reduces what is owed."""

    kind: Literal["credit_issued"] = "credit_issued"
    issued: Day


class PromiseMade(_Sum):
    """A promise to pay a sum by a day, over one or more invoices of one customer (R34)."""

    kind: Literal["promise_made"] = "promise_made"
    invoices: tuple[Id, ...] = Field(min_length=1)
    pay_by: Day
    form: PaymentForm = PaymentForm.TRANSFER


class DisputeOpened(_OneInvoice):
    """The customer contests the invoice, or `amount` of it (R40-R42)."""

    kind: Literal["dispute_opened"] = "dispute_opened"
    amount: Amount | None = None
    reason: Reason = Reason.OTHER


class DisputeResolved(_OneInvoice):
    """The open disputes of the invoice are settled; what was found due is due again."""

    kind: Literal["dispute_resolved"] = "dispute_resolved"


class HoldPlaced(_OneInvoice):
    """Leave the case in peace up to and including a day."""

    kind: Literal["hold_placed"] = "hold_placed"
    until: Day
    reason: Reason = Reason.OTHER


class HoldReleased(_OneInvoice):
    """A hold ends early and the ladder resumes."""

    kind: Literal["hold_released"] = "hold_released"


class Instalment(BaseModel):
    """One part of a payment plan: a sum, in the plan's currency, due on a day."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    due: Day
    amount: Amount


class PlanAgreed(_Event):
    """Instalments agreed for one or more invoices of one customer; they must add up to what is open (R31, R37)."""

    kind: Literal["plan_agreed"] = "plan_agreed"
    invoices: tuple[Id, ...] = Field(min_length=1)
    currency: Currency
    instalments: tuple[Instalment, ...] = Field(min_length=1, max_length=60)

    @model_validator(mode="after")
    def _is_money(self) -> Self:
        for part in self.instalments:
            Money(part.amount, self.currency)
        return self


class CallLogged(_Event):
    """The outcome of a call from the desk (R28, R30); a promise, dispute or plan is an event of its own."""

    kind: Literal["call_logged"] = "call_logged"
    task: Annotated[int, Field(ge=1, lt=2**31)]
    outcome: CallOutcome
    reason: Reason | None = None
    call_back: Day | None = None


class ReplyReceived(_OneInvoice):
    """The customer wrote back about an invoice. What it says goes to the ledger as a note, never into the event."""

    kind: Literal["reply_received"] = "reply_received"


class ReplyHandled(_Event):
    """Somebody answered what the customer wrote, or found that no answer is needed."""

    kind: Literal["reply_handled"] = "reply_handled"
    task: Annotated[int, Field(ge=1, lt=2**31)]


class HandoffDecided(_OneInvoice):
    """A person decided where the case goes (R33, R60, R61)."""

    kind: Literal["handoff_decided"] = "handoff_decided"
    to: Literal["legal", "agency"] = "legal"


class WrittenOff(_OneInvoice):
    """The creditor gives the claim up."""

    kind: Literal["written_off"] = "written_off"
    reason: Reason = Reason.OTHER


class Cancelled(_OneInvoice):
    """The invoice should not have been collected: replaced, issued by mistake."""

    kind: Literal["cancelled"] = "cancelled"
    reason: Reason = Reason.OTHER


Event = Annotated[
    PaymentReceived
    | PaymentReversed
    | CreditIssued
    | PromiseMade
    | DisputeOpened
    | DisputeResolved
    | HoldPlaced
    | HoldReleased
    | PlanAgreed
    | CallLogged
    | ReplyReceived
    | ReplyHandled
    | HandoffDecided
    | WrittenOff
    | Cancelled,
    Field(discriminator="kind"),
]

EVENT: TypeAdapter[Event] = TypeAdapter(Event)
"""Reads an event from JSON or a dict; raises `pydantic.ValidationError` that names the field."""
