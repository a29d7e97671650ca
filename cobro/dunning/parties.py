"""Who owes whom: creditors and their people, customers and their invoices, as they come into the house."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from cobro.dunning.closing import Closing
from cobro.dunning.event import Currency, Day, Id
from cobro.dunning.hours import Hours
from cobro.dunning.money import Money
from cobro.dunning.slug import Slug

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


class Seniority(StrEnum):
    """How far up somebody at the creditor stands: a case begins with a junior and rises to a senior (R56)."""

    JUNIOR = "junior"
    SENIOR = "senior"


class BillingContact(_Value):
    """Whom customers ask about their bills (R57)."""

    name: Text
    email: Text
    phone: Text


class StaffMember(_Value):
    """Somebody at the creditor. Who sells keeps away from collection: no letters, no calls, no tasks (R55)."""

    name: Text
    email: Text
    phone: Text
    seniority: Seniority
    sales: bool = False


class Creditor(_Value):
    """Who is owed.

    `ibans` are its own accounts; an invoice that names none is paid into the first. `billing_contact` signs what leaves
    by itself, in place of a junior; answers to letters go to `reply_to`, in place of whoever signs. `logo` is the
    absolute path of a PNG or JPEG file. `terms` holds, per language, one neutral sentence of its own terms on the
    consequences of delay. `hours` are those in which its customers may be contacted, where they are not the usual ones;
    on the days of its `closings`, whoever they concern is left in peace. Its people get a `digest` by e-mail each
    working morning, not before `digest_at` in its own time zone.
    """

    id: Slug
    name: Text
    tax_id: Text
    address: Text
    email: Text
    phone: Text
    ibans: tuple[Text, ...] = Field(min_length=1)
    billing_contact: BillingContact | None = None
    reply_to: Text | None = None
    logo: Text | None = None
    country: Country
    region: str | None = None
    zone: Text
    language: Language
    policy: Slug = "four-weeks"
    terms: dict[Language, Text]
    staff: tuple[StaffMember, ...] = Field(min_length=1)
    hours: Hours | None = None
    closings: tuple[Closing, ...] = ()
    digest: bool = True
    digest_at: dt.time = dt.time(8)

    @model_validator(mode="after")
    def _says_its_terms(self) -> Self:
        if self.language not in self.terms:
            raise ValueError(f"terms: a sentence in the creditor's own language is expected ({self.language})")
        return self

    @model_validator(mode="after")
    def _somebody_senior(self) -> Self:
        if not any(member.seniority == "senior" for member in self.collectors):
            raise ValueError("staff: at least one member has to be senior and not in sales (R55, R56)")
        return self

    @property
    def collectors(self) -> list[StaffMember]:
        """Whoever does not sell (R55), in the order of the file."""
        return [member for member in self.staff if not member.sales]

    def collectors_as(self, seniority: str) -> list[StaffMember]:
        """Those of a seniority, or all of them where nobody has it: a senior also does what a junior would."""
        people = self.collectors
        return [member for member in people if member.seniority == seniority] or people

    def member(self, seniority: str) -> StaffMember:
        """The first person of that seniority who is not in sales, or the first of them all where nobody has it."""
        return self.collectors_as(seniority)[0]

    def still(self, name: str, seniority: str) -> StaffMember | None:
        """The collector of that name, as long as the work of that seniority may stay with them: they are in the file,
        do not sell, and are senior where that is asked."""
        found = next((member for member in self.collectors if member.name == name), None)
        return found if found and (seniority != Seniority.SENIOR or found.seniority is Seniority.SENIOR) else None

    def account(self, iban: str | None) -> str:
        """The account that an invoice is paid into: the one it names, while it is one of the creditor's own."""
        return iban if iban in self.ibans else self.ibans[0]


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


class Recipient(_Value):
    """Somebody at a customer whom letters and calls may go to; what is not known of them, the customer's own data say.

    Raises:
        ValueError: neither an e-mail address nor a telephone number.
    """

    role: Slug
    name: Text
    email: str | None = None
    phone: str | None = None
    language: Language | None = None

    @model_validator(mode="after")
    def _can_be_reached(self) -> Self:
        if not self.email and not self.phone:
            raise ValueError(f"{self.role}: an e-mail address or a telephone number is expected")
        return self


class Invoice(_Value):
    """One unpaid invoice.

    `paid` is what had been paid of it before it came into the house; `last_step` the last step of the ladder that was
    done elsewhere, on the day `last_step_on`. `iban` is the account to pay into, where it is not the creditor's first.
    """

    number: Id
    customer: Id
    issued: Day
    due: Day
    amount: Annotated[Decimal, Field(gt=0)]
    paid: Annotated[Decimal, Field(ge=0)] = Decimal(0)
    currency: Currency
    reference: Id
    method: PaymentMethod = PaymentMethod.TRANSFER
    iban: Text | None = None
    last_step: Slug | None = None
    last_step_on: Day | None = None

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if self.due < self.issued:
            raise ValueError(f"due {self.due} lies before issued {self.issued}")
        if self.paid > self.amount:
            raise ValueError(f"paid {self.paid} is more than the amount {self.amount}")
        if (self.last_step is None) != (self.last_step_on is None):
            raise ValueError("last_step and last_step_on go together")
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
