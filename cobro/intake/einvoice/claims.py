"""What one bill asks for, or takes off: its amounts and days, read and held against each other."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from cobro.dunning.event import CreditIssued
from cobro.dunning.parties import Creditor, Invoice
from cobro.intake import form
from cobro.intake.einvoice.fields import Fields
from cobro.intake.einvoice.found import Bill, Nature, Term
from cobro.intake.problem import Unexpected

_LONGEST_CREDIT_NUMBER = 90
"""Characters: the credit's event is named after it."""


@dataclass(frozen=True, slots=True)
class CreditNote:
    """What takes `amount` (above 0) off the invoice `corrects`."""

    number: str
    corrects: str
    amount: Decimal
    currency: str
    issued: dt.date

    def event(self, creditor: str) -> CreditIssued:
        """What the ledger is told of it: the same event by whatever way the file comes."""
        return CreditIssued(
            id=f"import/{self.number}",
            creditor=creditor,
            invoice=self.corrects,
            amount=self.amount,
            currency=self.currency,
            issued=self.issued,
        )


@dataclass(frozen=True, slots=True)
class Claims:
    """Reads one bill. What is wrong with it is noted in its fields."""

    bill: Bill
    customer: str
    creditor: Creditor
    fields: Fields

    def read(self) -> tuple[list[Invoice], list[CreditNote]]:
        """The invoices that the bill is, one for each day to pay by, or the credit note; nothing where it is wrong."""
        fields, bill = self.fields, self.bill
        number = fields.need("number", bill.number, form.ident)
        issued = fields.need("issued", bill.issued, form.day)
        currency = fields.need("currency", bill.currency, form.currency)
        payable = fields.need("amount", bill.payable, partial(_signed, code=currency))
        if number is None or issued is None or currency is None or payable is None:
            return [], []
        if not payable:
            fields.complain("amount", bill.payable, "an amount that is still to be paid")
        elif bill.nature is Nature.CREDIT_NOTE:
            return [], self._credit(number, issued, currency, payable)
        elif payable < 0:
            return [], self._credit(number, issued, currency, -payable)
        elif bill.nature is Nature.REPLACEMENT:
            replaced = ", ".join(bill.corrects) or "another"
            way = f"it replaces {replaced}: 'cancel' that one, and bring this one in with a book in CSV"
            fields.complain("number", number, f"an invoice or a credit note ({way})")
        else:
            return self._invoices(number, issued, currency, payable), []
        return [], []

    def _credit(self, number: str, issued: dt.date, currency: str, amount: Decimal) -> list[CreditNote]:
        fields, corrected = self.fields, ", ".join(dict.fromkeys(self.bill.corrects))
        if len(set(self.bill.corrects)) != 1:
            fields.complain("corrects", corrected, "the number of the one invoice that this credit note is about")
            return []
        if amount < 0:
            fields.complain("amount", self.bill.payable, "an amount above 0 in a credit note")
        if len(number) > _LONGEST_CREDIT_NUMBER:
            fields.complain("number", number, f"at most {_LONGEST_CREDIT_NUMBER} characters in a credit note")
        invoice = fields.need("corrects", corrected, form.ident)
        if fields.problems or invoice is None:
            return []
        return [CreditNote(number, invoice, amount, currency, issued)]

    def _invoices(self, number: str, issued: dt.date, currency: str, payable: Decimal) -> list[Invoice]:
        terms = self.bill.terms
        if not any(term.due for term in terms):
            expected = "a day to pay by (there is none, and none is guessed)"
            self.fields.complain("due", self.bill.wording or None, expected)
            return []
        amounts = self._amounts(currency, payable)
        if amounts is None:
            return []
        numbers = [f"{number}/{k}" for k in range(1, len(terms) + 1)] if len(terms) > 1 else [number]
        parts = zip(numbers, amounts, terms, strict=True)
        read = [self._invoice(each, issued, currency, amount, term) for each, amount, term in parts]
        return [invoice for invoice in read if invoice is not None]

    def _amounts(self, currency: str, payable: Decimal) -> list[Decimal] | None:
        """What each term asks for, or None after noting that they do not add up to what is payable.

        Where there is one term only, it may ask for more than is payable: there are programs that put the total there.
        """
        fields, terms = self.fields, self.bill.terms
        if len(terms) == 1 and not terms[0].amount:
            return [payable]
        parts = [fields.need("instalment", term.amount, partial(_positive, code=currency)) for term in terms]
        amounts = [part for part in parts if part is not None]
        if len(amounts) < len(parts):
            return None
        asked = sum(amounts, Decimal(0))
        if asked < payable or (asked > payable and len(parts) > 1):
            fields.complain("instalment", str(asked), f"instalments that add up to what is payable, {payable}")
            return None
        return amounts if len(parts) > 1 else [payable]

    def _invoice(self, number: str, issued: dt.date, currency: str, amount: Decimal, term: Term) -> Invoice | None:
        fields = self.fields
        fields.need("number", number, form.ident)
        due = fields.need("due", term.due, form.day)
        if due and due < issued:
            fields.complain("due", term.due, f"a day not before issued, {issued}")
        reference = fields.may("reference", term.reference, form.ident)
        own = partial(form.own_account, own=self.creditor.ibans)
        accounts = [fields.need("iban", account, own) for account in term.accounts]
        if fields.problems:
            return None
        return Invoice.model_validate(
            {
                "number": number,
                "customer": self.customer,
                "issued": issued,
                "due": due,
                "amount": amount,
                "currency": currency,
                "reference": reference or number,
                "method": term.method,
                "iban": next(iter(accounts), None),
            }
        )


def _signed(text: str, code: str | None) -> Decimal:
    """An amount that may be negative, with as many noughts at its end as the program likes."""
    size = text.removeprefix("-")
    if "." in size:
        size = size.rstrip("0").rstrip(".")
    value = form.amount(size, code)
    return -value if text.startswith("-") else value


def _positive(text: str, code: str) -> Decimal:
    value = _signed(text, code)
    if value <= 0:
        raise Unexpected("an amount above 0")
    return value
