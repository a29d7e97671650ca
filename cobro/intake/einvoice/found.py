"""What an electronic invoice says, whatever its format: as text, before anything of it is checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cobro.dunning.parties import PaymentMethod


class Nature(StrEnum):
    """What a bill does to what is owed, by its own words."""

    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"
    REPLACEMENT = "replacement"
    """Takes the place of an earlier invoice: its amount is neither added nor taken off."""


@dataclass(frozen=True, slots=True)
class Party:
    """A seller or a buyer. What the file does not say is empty."""

    name: str
    tax_ids: tuple[str, ...]
    """Its numbers at the tax office and in the register of companies, the most telling first."""
    ref: str = ""
    """The number under which the seller keeps the buyer."""
    natural: bool = False
    """Whether the file says that it is a natural person."""
    contact: str = ""
    email: str = ""
    phone: str = ""
    lines: tuple[str, ...] = ()
    """The address above postcode and town."""
    postcode: str = ""
    town: str = ""
    country: str = ""
    """ISO 3166 code of two letters, where the file has one that is known."""


@dataclass(frozen=True, slots=True)
class Term:
    """A part of a bill that is to be paid by a day. `amount` is empty where the format has one amount for the bill."""

    due: str
    amount: str = ""
    method: PaymentMethod = PaymentMethod.TRANSFER
    accounts: tuple[str, ...] = ()
    """Where the money is to go."""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Bill:
    """One invoice or credit note. Days are ISO 8601, amounts have a point before the decimals."""

    number: str
    issued: str
    currency: str
    payable: str
    """What is really to be paid: without what was paid before, and without what is withheld."""
    terms: tuple[Term, ...]
    nature: Nature = Nature.INVOICE
    corrects: tuple[str, ...] = ()
    """Numbers of the earlier invoices that it is about."""
    wording: str = ""
    """The terms of payment in words."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one file says: bills of one seller to one buyer."""

    name: str
    """The file's, for messages."""
    format: str
    seller: Party
    buyer: Party
    bills: tuple[Bill, ...]
    payee: str = ""
    """Who is to be paid in place of the seller."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """What the format calls a field, by what we call it."""
