"""Options and arguments that several commands share, and the forms that typed values must have."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Annotated, TypeVar

import typer

from cobro.cli.mistakes import Mistake
from cobro.dunning.money import Money
from cobro.intake import form
from cobro.intake.problem import Unexpected

T = TypeVar("T")


def reading(read: Callable[[str], T]) -> Callable[[str], T]:
    """A parser of options from one of the intake's forms."""

    def parse(text: str) -> T:
        try:
            return read(text)
        except Unexpected as unexpected:
            raise typer.BadParameter(f"expected {unexpected.expected}, got '{text}'") from None

    return parse


def _name(text: str) -> str:
    if text != text.strip():
        raise Unexpected("a name without spaces at its ends")
    return form.ident(text)


def whole(text: str, low: int, high: int) -> int:
    """A whole number within bounds."""
    if not text.isascii() or not text.isdigit() or not low <= int(text[:12]) <= high:
        raise Unexpected(f"a whole number from {low} to {high}")
    return int(text)


day = reading(form.day)
task_number = reading(partial(whole, low=1, high=999_999_999))
ident = reading(_name)

As = Annotated[
    str | None,
    typer.Option("--as", metavar="NAME", parser=ident, help="Who did it; recorded. Your login, if not given."),
]
CreditorId = Annotated[
    str | None,
    typer.Option(
        "--creditor", metavar="ID", parser=ident, help="Whose book. Needed only where the ledger has several."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
Note = Annotated[
    str | None,
    typer.Option("--note", metavar="TEXT", help="Free text for people; it stays in the ledger."),
]
EventId = Annotated[
    str | None,
    typer.Option(
        "--id",
        metavar="ID",
        parser=ident,
        help="The event's own id: the same one again changes nothing. A new one is made up, if not given.",
    ),
]
InvoiceNumber = Annotated[str, typer.Argument(metavar="INVOICE", parser=ident, help="Number of the invoice.")]
InvoiceNumbers = Annotated[
    list[str], typer.Argument(metavar="INVOICE...", parser=ident, help="Numbers of invoices of one customer.")
]
Instalments = Annotated[
    list[str] | None,
    typer.Option("--instalment", metavar="DATE=AMOUNT", help="One instalment; repeat for each."),
]
Parts = Annotated[
    int | None,
    typer.Option(
        "--parts",
        metavar="COUNT",
        parser=reading(partial(whole, low=1, high=60)),
        help="Split what is open into so many equal parts.",
    ),
]
Every = Annotated[
    int | None,
    typer.Option(
        "--every", metavar="DAYS", parser=reading(partial(whole, low=1, high=366)), help="Days between the parts."
    ),
]
First = Annotated[
    dt.date | None, typer.Option("--first", metavar="DATE", parser=day, help="Day of the first of the parts.")
]


def amount(text: str, currency: str, field: str) -> Decimal:
    """A typed amount above nought in a currency."""
    try:
        value = form.amount(text, currency)
    except Unexpected as unexpected:
        raise Mistake(f"{field}: expected {unexpected.expected}, got '{text}'") from None
    if not value:
        raise Mistake(f"{field}: expected an amount above 0, got '{text}'")
    return value


def money(text: str, currency: str, field: str) -> Money:
    """Likewise, with its currency."""
    return Money(amount(text, currency, field), currency)
