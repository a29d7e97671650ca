"""MT940 (SWIFT), the statement of whole days as a page for each message, read by the `mt-940` package.

The package takes what it can and drops the rest without a word, so what it must have found is counted here.
"""

from __future__ import annotations

import datetime as dt
import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from mt940.models import Transactions
from mt940.options import Options

from cobro.bank.account_number import account_of
from cobro.bank.characters import decoded, lines_of, plain
from cobro.bank.movement import FileKind, Statement
from cobro.bank.mt940_movement import movement_of
from cobro.bank.refusal import must_agree, refused, shown
from cobro.dunning.money import Money
from cobro.intake.problem import Unexpected

# Of a field that it cannot read it writes the whole content, names and all, into the log.
logging.getLogger("mt940").setLevel(logging.CRITICAL + 1)

_OPTIONS = Options.all()
"""The next version's reading. Among it: the payer's IBAN (?31) is kept apart from the name (?32), and money that goes
back has a sign."""

_ENVELOPE = re.compile(r"-?\}|\{[1-5]:|-\s*$")
"""How lines begin that belong to SWIFT's envelope around a message, and not to its text."""

_MESSAGE = re.compile(r"^(?=:20:)", re.MULTILINE)
_FIELD = re.compile(r"^:(\d\d[A-Z]?):", re.MULTILINE)
_AFTER_CLOSING = re.compile(r"(^:62[FM]:.*?)^:86:.*\Z", re.MULTILINE | re.DOTALL)
"""A text behind the closing balance is about the account; the package would add it to the last movement."""

_ACCOUNT = re.compile(r"^:25P?:(.*)$", re.MULTILINE)
"""The package cuts an account off after 35 characters, and a bank's code with an IBAN behind it has more."""

_BALANCE = re.compile(r"[CD]\d{6}[A-Z]{3}\d{1,14},\d*$", re.MULTILINE | re.ASCII)
_ENTRY = re.compile(r"\d{6}(\d{4}|\s{4})?R?[CD][A-Z]?\s?\d{1,14},\d*[A-Z]", re.ASCII)
_FORMS = {
    "60": (_BALANCE, "a balance like C261126EUR1210,50"),
    "61": (_ENTRY, "a movement like 2611261126C1210,50NTRF"),
    "62": (_BALANCE, "a balance like C261126EUR1210,50"),
}
"""What the package must not be given in another form: of 1210.50 it would take 1210 and leave the rest."""

_ONCE = {"25": ("25", "25P"), "60": ("60F", "60M"), "62": ("62F", "62M")}


@dataclass(frozen=True, slots=True)
class _Page:
    """One message: a whole statement, or a page of one."""

    statement: Statement
    continues: bool
    goes_on: bool


def read_mt940(name: str, content: bytes) -> tuple[Statement, ...]:
    """Every statement of the file; pages that continue one another are one statement.

    Raises:
        BadInput: a field is missing or has not its form, or the movements do not lead to the closing balance.
    """
    lines = [line.rstrip() for line in lines_of(decoded(content))]
    # Envelopes leave empty lines behind, so that lines keep their numbers.
    lines = ["" if _ENVELOPE.match(line) else line for line in lines]
    before, *messages = _MESSAGE.split("\n".join(lines))
    if _FIELD.search(before) or not messages:
        raise refused(name, "", "a message that begins with its field :20:")
    entries = iter([number for number, line in enumerate(lines, 1) if line.startswith(":61:")])
    pages: list[_Page] = []
    for number, text in enumerate(messages, 1):
        page = _page(f"{name}, message {number}", text, entries)
        if pages and _continues(pages[-1], page):
            page = _joined(pages.pop(), page)
        pages.append(page)
    return tuple(page.statement for page in pages)


def _page(where: str, text: str, entries: Iterator[int]) -> _Page:
    """One message.

    Args:
        where: for what is wrong in it.
        text: from its field 20 on.
        entries: the lines of the file with a field 61; those of this message are taken from it.
    """
    fields = Counter(_FIELD.findall(text))
    for field, forms in _ONCE.items():
        if sum(fields[form] for form in forms) != 1:
            raise refused(where, f":{field}:", "this field once in each message")
    _check_forms(where, text)
    found = _parsed(where, _AFTER_CLOSING.sub(r"\1", text))
    must_agree(where, "number of :61:", fields["61"], len(found))
    opening, closing = _balance(where, found, "opening"), _balance(where, found, "closing")
    currency = opening.currency
    must_agree(where, "currency of the balances", currency, closing.currency)
    movements = [movement_of(where, one.data, currency, line) for one, line in zip(found, entries, strict=False)]
    account = _account(where, text)
    total = opening.minor + sum(one.signed_minor for one in movements)
    must_agree(f"{where}, account {account}", "closing balance", str(closing), shown(total, currency))
    goes_on = fields["62M"] > 0
    statement = Statement(
        kind=FileKind.MT940,
        version="MT940",
        account=account,
        currency=currency,
        # Nothing is asked of anybody for a movement of zero.
        movements=tuple(one for one in movements if one.amount),
        known_up_to=None if goes_on else _closing_day(found),
        opening_minor=opening.minor,
        closing_minor=closing.minor,
    )
    return _Page(statement, continues=fields["60M"] > 0, goes_on=goes_on)


def _parsed(where: str, text: str) -> Transactions:
    """What the package makes of a message. It checks little, so that any of these may come out of it."""
    found = Transactions(options=_OPTIONS)
    try:
        found.parse(text)
    except (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError) as error:
        reason = plain(str(error.args[0])) if error.args else type(error).__name__
        raise refused(where, "", f"fields that have the form of MT940 ({reason})") from None
    return found


def _check_forms(where: str, text: str) -> None:
    for field in _FIELD.finditer(text):
        form, like = _FORMS.get(field[1][:2], (None, ""))
        if form and not form.match(text, field.end()):
            raise refused(where, f":{field[1]}:", like, text[field.end() :].partition("\n")[0])


def _account(where: str, text: str) -> str:
    found = _ACCOUNT.search(text)
    given = plain(found[1]) if found else ""
    try:
        return account_of(given)
    except Unexpected as error:
        raise refused(where, ":25:", error.expected, given) from None


def _balance(where: str, found: Transactions, which: str) -> Money:
    """A balance; it is negative where the account is overdrawn."""
    amount = _balance_field(found, which).amount
    try:
        return Money(amount.amount, amount.currency)
    except ValueError:
        raise refused(
            where, f"{which} balance", f"an amount that {amount.currency} can have", str(amount.amount)
        ) from None


def _closing_day(found: Transactions) -> dt.date:
    day: dt.date = _balance_field(found, "closing").date
    return day


def _balance_field(found: Transactions, which: str) -> Any:
    final, of_a_page = (found.data.get(f"{kind}_{which}_balance") for kind in ("final", "intermediate"))
    return final or of_a_page


def _continues(page: _Page, following: _Page) -> bool:
    """Whether a message is the next page of the statement that the one before it began."""
    one, other = page.statement, following.statement
    return (
        page.goes_on
        and following.continues
        and (one.account, one.currency, one.closing_minor) == (other.account, other.currency, other.opening_minor)
    )


def _joined(page: _Page, following: _Page) -> _Page:
    statement = replace(
        following.statement,
        movements=page.statement.movements + following.statement.movements,
        opening_minor=page.statement.opening_minor,
    )
    return _Page(statement, continues=page.continues, goes_on=following.goes_on)
