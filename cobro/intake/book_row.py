"""One row of the book: every cell read by its form, and those checked that have to fit each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from cobro.dunning.parties import Creditor, Customer, CustomerKind, Invoice, PaymentMethod
from cobro.intake import form
from cobro.intake.notation import Notation
from cobro.intake.place import zone_of
from cobro.intake.problem import Problem, Unexpected

T = TypeVar("T")

OF_CUSTOMER = ("name", "kind", "tax_id", "contact", "email", "phone", "address", "country", "region", "language")
"""Columns that describe the customer, and so have to be the same in all rows of one."""

COLUMNS = (
    *("creditor", "invoice", "issued", "due", "amount", "currency", "paid", "reference", "customer"),
    *OF_CUSTOMER,
    "method",
)
"""Columns that every book has."""

MORE_COLUMNS = ("iban", "last_step", "last_step_on")
"""Columns that a book may have."""

AMOUNTS = ("amount", "paid")
DAYS = ("issued", "due", "last_step_on")


@dataclass(frozen=True, slots=True)
class Against:
    """What a row is read against."""

    creditor: Creditor
    languages: frozenset[str]
    steps: tuple[str, ...] | None = None
    """The steps of the creditor's ladder; None where it is not known."""
    today: dt.date | None = None
    """No step was done after this day; None where it does not matter."""
    notation: Notation = field(default_factory=Notation)


@dataclass(slots=True)
class Row:
    """The cells of one row, the line where it starts, what was read of it and what is wrong with it."""

    line: int
    cells: Mapping[str, str]
    raw: list[str]
    """The cells as they stand in the file, in its order."""
    problems: list[Problem] = field(default_factory=list)
    customer: dict[str, object] = field(default_factory=dict)
    """What was read of OF_CUSTOMER; a cell with a problem is left out."""

    def complain(self, column: str, expected: str) -> None:
        """Note a problem with a cell."""
        self.problems.append(Problem(f"line {self.line}", column, self.cells[column], expected))

    def need(self, column: str, read: Callable[[str], T]) -> T | None:
        """What the cell says, or None after noting the problem."""
        cell = self.cells[column]
        try:
            if cell != cell.strip():
                raise Unexpected("no space at its ends")
            return read(cell)
        except Unexpected as unexpected:
            self.complain(column, unexpected.expected)
            return None

    def may(self, column: str, read: Callable[[str], T]) -> T | None:
        """Likewise, and None where the cell is empty."""
        return self.need(column, read) if self.cells[column] else None


def read_row(row: Row, against: Against) -> tuple[Customer, Invoice] | None:
    """The customer and the invoice of a row, or None if it has problems."""
    creditor = against.creditor
    row.need("creditor", partial(_is_creditor, creditor=creditor))
    ref = row.need("customer", form.ident)
    _read_customer(row, against.languages)
    invoice = _read_invoice(row, ref, against)
    if row.problems or invoice is None or ref is None:
        return None
    said = row.customer
    zone = zone_of(str(said["country"]), _text(said["region"]), _text(said["phone"]), creditor)
    return Customer.model_validate({"ref": ref, "zone": zone, **said}), invoice


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _is_creditor(cell: str, creditor: Creditor) -> str:
    if cell != creditor.id:
        raise Unexpected(f"{creditor.id} (the id in the creditor's file)")
    return cell


def _read_customer(row: Row, languages: frozenset[str]) -> None:
    country = row.need("country", form.country)
    needed: dict[str, Callable[[str], object]] = {
        "name": form.words,
        "kind": partial(form.one_of, known=list(CustomerKind)),
        "address": form.lines,
        "language": partial(form.one_of, known=languages),
    }
    optional: dict[str, Callable[[str], object]] = {
        "tax_id": form.ident,
        "contact": form.words,
        "email": form.email,
    }
    if country is not None:  # without it, these two could only be wrong in its wake
        row.customer["country"] = country
        optional["phone"] = partial(form.phone, of=country)
        optional["region"] = partial(form.region, of=country)
    for column, read in needed.items():
        value = row.need(column, read)
        if value is not None:
            row.customer[column] = value
    for column, read in optional.items():
        value = row.may(column, read)
        if value is not None or not row.cells[column]:
            row.customer[column] = value


def _read_last_step(row: Row, issued: dt.date | None, against: Against) -> dict[str, object]:
    """The last step done elsewhere and its day, which go together."""
    day = partial(form.day, written=against.notation.days)
    step = row.cells["last_step"] or None
    if step is not None and against.steps is not None:
        step = row.need("last_step", partial(form.one_of, known=against.steps, in_order=True))
    on = row.may("last_step_on", day)
    if bool(row.cells["last_step"]) != bool(row.cells["last_step_on"]):
        column, other = ("last_step_on", "last_step") if row.cells["last_step"] else ("last_step", "last_step_on")
        row.complain(column, f"a value too, because {other} has one")
    elif on and issued and on < issued:
        row.complain("last_step_on", f"a day not before issued, {issued}")
    elif on and against.today and on > against.today:
        row.complain("last_step_on", f"a day not after today, {against.today}")
    return {"last_step": step, "last_step_on": on}


def _read_invoice(row: Row, ref: str | None, against: Against) -> Invoice | None:
    day = partial(form.day, written=against.notation.days)
    decimals = against.notation.decimals
    number = row.need("invoice", form.ident)
    issued, due = row.need("issued", day), row.need("due", day)
    if issued and due and due < issued:
        row.complain("due", f"a day not before issued, {issued}")
    currency = row.need("currency", form.currency)
    amount = row.need("amount", partial(form.amount, code=currency, written=decimals))
    if amount == 0:
        row.complain("amount", "an amount above 0")
    paid = row.may("paid", partial(form.amount, code=currency, written=decimals))
    if amount and paid and paid > amount:
        row.complain("paid", f"not more than the amount, {amount}")
    reference = row.may("reference", form.ident)
    method = row.may("method", partial(form.one_of, known=list(PaymentMethod)))
    iban = row.may("iban", partial(form.own_account, own=against.creditor.ibans))
    last = _read_last_step(row, issued, against)
    if row.problems:
        return None
    return Invoice.model_validate(
        {
            "number": number,
            "customer": ref,
            "issued": issued,
            "due": due,
            "amount": amount,
            "paid": paid or 0,
            "currency": currency,
            "reference": reference or number,
            "method": method or PaymentMethod.TRANSFER,
            "iban": iban,
            **last,
        }
    )
