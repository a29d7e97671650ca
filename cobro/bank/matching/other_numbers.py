"""Numbers in a text that are no invoice's: dates, amounts, accounts, telephone numbers, postcodes."""

from __future__ import annotations

import datetime as dt
import re

from cobro.dunning.money import Money

_ALONE = r"(?<![A-Z0-9\-/.,])"
_END = r"(?![A-Z0-9])"
_MONTHS = r"(?:ENE|FEB|MAR|ABR|APR|MAY|JUN|JUL|AGO|AUG|SEP|OCT|NOV|DIC|DEC|JAN)[A-Z]*"
_TAKEN = re.compile(
    "|".join(
        (
            rf"(?<![A-Z0-9])(?!RF)[A-Z]{{2}}[0-9]{{2}}(?: ?[A-Z0-9]{{4}}){{3,7}}(?: ?[A-Z0-9]{{1,3}})?{_END}",  # IBAN
            rf"{_ALONE}[0-9]{{4}}[ -]?[0-9]{{4}}[ -]?[0-9]{{2}}[ -]?[0-9]{{10}}{_END}",  # account in national form
            rf"(?:\+|{_ALONE}00)[0-9]{{2}}[ .-]?[0-9](?:[ .-]?[0-9]){{7,10}}{_END}",  # telephone, abroad
            rf"{_ALONE}[6789][0-9]{{2}}([ .-])[0-9]{{3}}\1[0-9]{{3}}{_END}",
            rf"{_ALONE}[6789][0-9]{{2}}([ .-])[0-9]{{2}}\2[0-9]{{2}}\2[0-9]{{2}}{_END}",
            rf"{_ALONE}[0-9]{{1,2}}([/.-])[0-9]{{1,2}}\3(?:20)?[0-9]{{2}}{_END}",  # dates
            rf"{_ALONE}20[0-9]{{2}}([/.-])[0-9]{{1,2}}\4[0-9]{{1,2}}{_END}",
            rf"{_ALONE}(?:0?[1-9]|1[0-2])[/-](?:20)?[0-9]{{2}}(?![A-Z0-9]|[/-][0-9])",  # month and year
            rf"{_ALONE}20[0-9]{{2}}[/-](?:0?[1-9]|1[0-2])(?![A-Z0-9]|[/-][0-9])",
            rf"{_ALONE}[0-9]{{1,2}} (?:DE )?{_MONTHS}(?: (?:DE )?(?:20)?[0-9]{{2}}{_END})?",
            rf"(?<![A-Z]){_MONTHS} (?:DE )?(?:20)?[0-9]{{2}}{_END}",
            rf"{_ALONE}[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?{_END}",
            rf"{_ALONE}[0-9]{{1,3}}(?:[., '][0-9]{{3}})*[.,][0-9]{{2}}(?![A-Z0-9]|[-/.,][0-9])",  # amounts
            rf"{_ALONE}[0-9]+[.,][0-9]{{2}}(?![A-Z0-9]|[-/.,][0-9])",
            rf"{_ALONE}[0-9.,]*[0-9] ?(?:EUR|EUROS?|USD|GBP|€|\$|£|%)(?![A-Z0-9])",
            rf"(?:(?<![A-Z])(?:EUR|USD|GBP)|€|\$|£) ?[0-9][0-9.,]*{_END}",
        )
    )
)
_POSTCODE = re.compile(r"(?:0[1-9]|[1-4][0-9]|5[0-2])[0-9]{3}")
_TELEPHONE = re.compile(r"[6789][0-9]{8}")


def taken(text: str) -> list[tuple[int, int]]:
    """Where in a plain text such numbers stand."""
    return [found.span() for found in _TAKEN.finditer(text)]


def may_be_other(digits: str, amount: Money) -> bool:
    """Whether digits alone may as well be a day, a telephone number, a postcode, or the amount itself."""
    return (
        _is_day(digits)
        or bool(_TELEPHONE.fullmatch(digits) or _POSTCODE.fullmatch(digits))
        or int(digits) in (amount.minor, amount.amount)
    )


def _is_day(digits: str) -> bool:
    match len(digits):
        case 8:
            orders = ((digits[:4], digits[4:6], digits[6:]), (digits[4:], digits[2:4], digits[:2]))
            return any(_exists(*order) for order in orders if order[0][:2] in ("19", "20"))
        case 6:
            return _exists("20" + digits[:2], digits[2:4], digits[4:]) or _exists(
                "20" + digits[4:], digits[2:4], digits[:2]
            )
        case _:
            return False


def _exists(year: str, month: str, day: str) -> bool:
    try:
        dt.date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True
