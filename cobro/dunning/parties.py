"""Who owes whom: creditors and their people, customers and their invoices, as they come into the house."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from cobro.dunning.event import Currency, Day, Id
from cobro.dunning.money import Money
from cobro.dunning.policy import Slug

Text = Annotated[str, Field(min_length=1, max_length=300)]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class CustomerKind(StrEnum):
    """What law applies to a customer."""

    COMPANY = "company"
    SOLE_TRADER = "sole_trader"
    CONSUMER = "consumer"
    PUBLIC_BODY = "public_body"


class PaymentMethod(StrEnum):
    """How an invoice is meant to be paid."""

    TRANSFER = "transfer"
    DIRECT_DEBIT = "direct_debit"
    CARD = "card"


class StaffMember(_Value):
    """Somebody at the creditor who signs letters and makes calls (R56, R57)."""

    name: Text
    email: Text
    phone: Text
    seniority: Literal["junior", "senior"]


class Creditor(_Value):
    """Who is owed. `terms` holds, per language, one neutral sentence of its own terms on the consequences of delay;
    `logo` is the path of a PNG or JPEG for its e-mails."""

    id: Slug
    name: Text
    tax_id: Text
    address: Text
    email: Text
    phone: Text
    iban: Text
    country: Country
    region: str | None = None
    zone: Text
    language: Language
    policy: Slug = "four-weeks"
    terms: dict[Language, Text]
    logo: Text | None = None
    staff: tuple[StaffMember, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _somebody_senior(self) -> Self:
        if not any(member.seniority == "senior" for member in self.staff):
            raise ValueError("staff: at least one member has to be senior (R56)")
        return self

    def member(self, seniority: str) -> StaffMember:
        """The first person of that seniority, or the first of all where nobody has it."""
        return next((m for m in self.staff if m.seniority == seniority), self.staff[0])


class Customer(_Value):
    """Who owes. `ref` is the creditor's own number for the customer; it never leaves the ledger (often a tax id)."""

    ref: Id
    name: Text
    kind: CustomerKind
    tax_id: str | None = None
    contact: str | None = None
    email: str | None = None
    phone: str | None = None
    address: Text
    country: Country
    region: str | None = None
    zone: Text
    language: Language


class Invoice(_Value):
    """One unpaid invoice. `paid` is what had been paid of it before it came into the house."""

    number: Id
    customer: Id
    issued: Day
    due: Day
    amount: Annotated[Decimal, Field(gt=0)]
    paid: Annotated[Decimal, Field(ge=0)] = Decimal(0)
    currency: Currency
    reference: Id
    method: PaymentMethod = PaymentMethod.TRANSFER

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if self.due < self.issued:
            raise ValueError(f"due {self.due} lies before issued {self.issued}")
        if self.paid > self.amount:
            raise ValueError(f"paid {self.paid} is more than the amount {self.amount}")
        Money(self.amount, self.currency)
        Money(self.paid, self.currency)
        return self

    @property
    def total(self) -> Money:
        return Money(self.amount, self.currency)


class Book(_Value):
    """Invoices to collect for one creditor, and the customers who owe them."""

    creditor: Id
    customers: tuple[Customer, ...]
    invoices: tuple[Invoice, ...]
