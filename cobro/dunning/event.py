"""What can happen to a case: the events that `record` takes, and the form each must have.

Events carry ids, amounts, dates and codes, never names, addresses or free text (law 5 of the house). An unknown field
is refused. Amounts are decimals in the currency beside them; dates are days of the business calendar.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from cobro.dunning.formal import NOTICE_DAYS
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


class _NoInvoice(_Event):
    @property
    def invoices(self) -> tuple[str, ...]:
        return ()


class InvoiceAnnounced(_OneInvoice, _Sum):
    """An invoice will be issued on a day (R7). Nothing is collected; its issue is compared with what was announced."""

    kind: Literal["invoice_announced"] = "invoice_announced"
    issue_on: Day


class InvoiceIssued(_OneInvoice, _Sum):
    """An unpaid invoice exists: its case begins. `paid` is what was paid of it before.

    Who the customer is stands beside the event and not in it (law 5); a customer whom the ledger knows by `customer`,
    the creditor's own number, need not be described again.
    """

    kind: Literal["invoice_issued"] = "invoice_issued"
    customer: Id
    issued: Day
    due: Day
    paid: Annotated[Decimal, Field(ge=0, max_digits=14, decimal_places=3)] = Decimal(0)
    reference: Id | None = None
    """What the customer is to quote; the invoice's number, if not given."""
    method: Literal["transfer", "direct_debit", "card"] = "transfer"
    iban: Annotated[str, Field(min_length=1, max_length=34)] | None = None


class InvoiceChanged(_OneInvoice):
    """A known invoice says something else now. What is not given stays as it was; an amount comes with its currency.

    An amount below what was paid of it already is kept for a person.
    """

    kind: Literal["invoice_changed"] = "invoice_changed"
    due: Day | None = None
    amount: Amount | None = None
    currency: Currency | None = None
    reference: Id | None = None
    iban: Annotated[str, Field(min_length=1, max_length=34)] | None = None

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if (self.amount is None) != (self.currency is None):
            raise ValueError("amount and currency go together")
        if self.amount is not None and self.currency is not None:
            Money(self.amount, self.currency)
        if all(value is None for value in (self.due, self.amount, self.reference, self.iban)):
            raise ValueError("expected at least one of due, amount, reference, iban")
        return self


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


class FormalNoticeApproved(_Event):
    """A named person approved a formal letter about invoices of one customer. Whoever records it is that person.

    It leaves by e-mail in the first open hour, alone, whatever the budget says; then its invoices are left in peace for
    `days` calendar days.
    """

    kind: Literal["formal_notice_approved"] = "formal_notice_approved"
    invoices: tuple[Id, ...] = Field(min_length=1)
    days: Annotated[int, Field(ge=1, le=60)] = NOTICE_DAYS


class CallLogged(_NoInvoice):
    """The outcome of a call from the desk (R28, R30); a promise, dispute or plan is an event of its own."""

    kind: Literal["call_logged"] = "call_logged"
    task: Annotated[int, Field(ge=1, lt=2**31)]
    outcome: CallOutcome
    reason: Reason | None = None
    call_back: Day | None = None


class ReplyReceived(_OneInvoice):
    """The customer wrote back about an invoice. What it says goes to the ledger as a note, never into the event."""

    kind: Literal["reply_received"] = "reply_received"


class ReplyHandled(_NoInvoice):
    """Somebody answered what the customer wrote, or found that no answer is needed."""

    kind: Literal["reply_handled"] = "reply_handled"
    task: Annotated[int, Field(ge=1, lt=2**31)]


class Report(StrEnum):
    """What a provider tells of a message that it was handed, in the order in which one replaces another."""

    ACCEPTED = "accepted"
    """The provider has it; nothing is known of the recipient."""
    DELAYED = "delayed"
    """Not delivered yet; the provider goes on trying."""
    DELIVERED = "delivered"
    """It reached the recipient's mailbox or telephone."""
    FAILED = "failed"
    """Not delivered, and the provider has given up; the address may be right."""
    BOUNCED = "bounced"
    """The address does not take it, now or ever."""
    DROPPED = "dropped"
    """The provider did not even try: the address is on a list of its own, or its own rules forbid it."""
    OPTED_OUT = "opted_out"
    """The recipient asked this channel to stop."""
    COMPLAINED = "complained"
    """The recipient called the message spam."""


class ContactReported(_NoInvoice):
    """What became of a contact, as its provider tells. Reports come twice, late and out of order."""

    kind: Literal["contact_reported"] = "contact_reported"
    contact: Annotated[str, Field(pattern=r"^[0-9a-f-]{36}$")]
    """The ledger's own id of the contact, which the provider got as its reference."""
    report: Report
    at: AwareDatetime
    """When it happened, by the provider's clock."""
    detail: Annotated[str, Field(max_length=100, pattern=r"^[ -~]*$")] = ""
    """The provider's code or status, never an address."""


class Wish(StrEnum):
    """What a text message of a single word asks for."""

    STOP = "stop"
    START = "start"


class MessageReceived(_NoInvoice):
    """Somebody wrote by e-mail or text message. Who, and what, stands beside the event and not in it (law 5)."""

    kind: Literal["message_received"] = "message_received"
    channel: Literal["email", "sms"]
    automatic: bool = False
    """Written by a machine: an absence note, a bounce. It is kept, pauses nobody, and never counts as read."""
    contact: Annotated[str, Field(pattern=r"^[0-9a-f-]{36}$")] | None = None
    """The contact that it answers, where the message itself says so."""
    wish: Wish | None = None


class EventUndone(_NoInvoice):
    """What an event did is taken back, because it was reported by mistake. What left cannot be recalled."""

    kind: Literal["event_undone"] = "event_undone"
    event: Id


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
    InvoiceAnnounced
    | InvoiceIssued
    | InvoiceChanged
    | ContactReported
    | MessageReceived
    | EventUndone
    | PaymentReceived
    | PaymentReversed
    | CreditIssued
    | PromiseMade
    | DisputeOpened
    | DisputeResolved
    | HoldPlaced
    | HoldReleased
    | PlanAgreed
    | FormalNoticeApproved
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
