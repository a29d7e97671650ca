"""The forms a value may have: each function takes text and gives the value, or raises `Unexpected`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from pathlib import Path
from zoneinfo import available_timezones

import holidays
import phonenumbers
from babel.core import get_global
from email_validator import EmailNotValidError, validate_email
from stdnum import iban as iban_number

from cobro.dunning.closing import ANY_DAY, LIKE_ANY_DAY, date_of
from cobro.dunning.hours import LIKE_SPAN
from cobro.dunning.hours import span as hours_span
from cobro.dunning.logo import NoLogo, kind_of_logo
from cobro.dunning.money import Money, minor_digits
from cobro.intake.notation import LIKE_DAY, Days, Decimals, Way, amount_as, day_as
from cobro.intake.problem import Unexpected

_DECIMAL = re.compile(r"\d{1,11}(\.\d{1,3})?", re.ASCII)
_PHONE = re.compile(r"\+?[\d ().-]+", re.ASCII)


def ident(text: str) -> str:
    """A number or code by which somebody finds something again."""
    return _one_line(text, 100)


def words(text: str) -> str:
    """A line of text, such as a name."""
    return _one_line(text, 300)


def lines(text: str) -> str:
    """Text that may run over several lines, such as an address."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for line in text.split("\n"):
        _printable(line)
    return _short(text, 300)


def _one_line(text: str, longest: int) -> str:
    _printable(text)
    return _short(text, longest)


def _printable(text: str) -> None:
    if not text.isprintable():
        raise Unexpected("printable characters only")


def _short(text: str, longest: int) -> str:
    if not text:
        raise Unexpected("a text")
    if len(text) > longest:
        raise Unexpected(f"at most {longest} characters")
    return text


def one_of(text: str, known: Iterable[str], *, in_order: bool = False) -> str:
    """One of a few words; they are told in their own order, or else in that of the alphabet."""
    known = list(known) if in_order else sorted(known)
    if text not in known:
        raise Unexpected(f"one of {', '.join(known)}" if known else "nothing")
    return text


_YEAR_FIRST = Way(Days.YMD)


def day(text: str, written: Way[Days] = _YEAR_FIRST) -> dt.date:
    """A day of this century, as the file writes them."""
    found = day_as(text, written.way)
    if found is None:
        raise Unexpected(f"a date like {LIKE_DAY[written.way]}{written.because}")
    if written.disputed and len({day_as(text, way) for way in Days} - {None}) > 1:
        raise Unexpected(written.disputed)
    return found


def any_day(text: str) -> str:
    """A date, or a day of every year."""
    if not re.fullmatch(ANY_DAY, text) or date_of(text) is None:
        raise Unexpected(LIKE_ANY_DAY)
    return text


def reason(text: str) -> str:
    """A short line that is shown as the reason of a shift; reasons are told apart by semicolons."""
    if ";" in text:
        raise Unexpected("a line without a semicolon")
    return _one_line(text, 80)


def opening(text: str) -> str:
    """Hours from one time of the day to another, inside those that are allowed to anybody."""
    try:
        hours_span(text)
    except ValueError:
        raise Unexpected(LIKE_SPAN) from None
    return text


def currency(text: str) -> str:
    """An ISO 4217 code of money that is legal tender somewhere today."""
    if text not in _tender():
        raise Unexpected("an ISO 4217 currency code like EUR")
    return text


@cache
def _tender() -> frozenset[str]:
    # Babel also lists bonds, metals and money of the past; each territory's record tells which are in use.
    records = get_global("territory_currencies").values()
    return frozenset(code for record in records for code, _, end, tender in record if tender and end is None)


def amount(text: str, code: str | None, written: Way[Decimals] | None = None) -> Decimal:
    """A decimal with no more decimals than its currency has (None: unknown), as the file writes them.

    Where nobody says how it is written, it has at most 11 digits, a dot and decimals, and nothing between thousands.
    """
    expected = _like(code, written)
    plain = Decimal(text) if _DECIMAL.fullmatch(text) else None
    found = amount_as(text, written.way) if written else plain
    if found is None:
        raise Unexpected(expected)
    if written and written.disputed and len({amount_as(text, way) for way in Decimals} - {None}) > 1:
        raise Unexpected(written.disputed)
    try:
        return Money(found, code).amount if code else found
    except ValueError:
        raise Unexpected(expected) from None


def _like(code: str | None, written: Way[Decimals] | None) -> str:
    like = str(Decimal(121050).scaleb(-minor_digits(code)) if code else "1210.50")
    if written and written.way is Decimals.COMMA:
        like = like.replace(".", ",")
    return f"a decimal like {like}{f' in {code}' if code else ''}{written.because if written else ''}"


def country(text: str) -> str:
    """An ISO 3166 code. Bouvet and Heard have none of us as customers: nobody lives there, and no clock runs."""
    if len(text) != 2 or text == "ZZ" or text not in get_global("territory_zones"):
        raise Unexpected("an ISO 3166 country code like ES")
    return text


def region(text: str, of: str) -> str:
    """A region of a country that has public holidays of its own, by the code of the `holidays` package."""
    known = _regions().get(of, [])
    if text not in known:
        raise Unexpected(f"one of {', '.join(known)}, or nothing" if known else f"nothing ({of} has no regions)")
    return text


@cache
def _regions() -> dict[str, list[str]]:
    return holidays.list_supported_countries()


def email(text: str) -> str:
    """An address in ASCII, as it travels. Reserved test domains pass; nothing is looked up in the network."""
    try:
        found = validate_email(text, check_deliverability=False, test_environment=True, allow_smtputf8=False)
    except EmailNotValidError:
        raise Unexpected("an e-mail address like ana@company.example") from None
    return found.ascii_email or found.normalized


def phone(text: str, of: str | None) -> str:
    """A telephone number as E.164; without a + it is one of that country.

    Only the length is checked (`is_possible`): numbers reserved for fiction have to pass, and they are never valid.
    """
    like = f"a telephone number like +34910000001{f', or a number of {of}' if of else ''}"
    # The library would skip what it does not understand, and so keep only the first of two numbers in a cell.
    if not _PHONE.fullmatch(text):
        raise Unexpected(like)
    try:
        number = phonenumbers.parse(text, of)
    except phonenumbers.NumberParseException:
        raise Unexpected(like) from None
    reason = phonenumbers.is_possible_number_with_reason(number)
    if reason != phonenumbers.ValidationResult.IS_POSSIBLE:
        raise Unexpected(like)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def iban(text: str) -> str:
    """A bank account whose check digits are right, without spaces."""
    try:
        if text.isascii():
            return str(iban_number.validate(text))
    except ValueError:
        pass
    raise Unexpected("an IBAN whose check digits are right")


def own_account(text: str, own: Iterable[str]) -> str:
    """A bank account that is one of the creditor's own: a forged one must never be printed in a letter."""
    account = iban(text)
    if account not in own:
        raise Unexpected(f"one of the creditor's own accounts: {', '.join(own)}")
    return account


def zone(text: str) -> str:
    """A time zone by its IANA name."""
    if text not in available_timezones():
        raise Unexpected("a time zone like Europe/Madrid")
    return text


def picture(path: Path) -> str:
    """A picture that can be a logo, as the absolute path of its file."""
    try:
        kind_of_logo(path.read_bytes())
    except NoLogo as problem:
        raise Unexpected(str(problem)) from None
    except (OSError, ValueError):
        raise Unexpected("the path of a PNG or JPEG file that can be read, from the folder of this file") from None
    return str(path.resolve())
