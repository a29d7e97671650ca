"""One line of a Norma 43 file, read by its columns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from cobro.bank.characters import decoded, lines_of, plain
from cobro.bank.refusal import refused

_WIDTH = 80
_DEBIT, _CREDIT = "1", "2"
_END_OF_FILE = "\x1a"
"""What programs of the DOS age put behind the last line."""


@dataclass(frozen=True, slots=True)
class Record:
    """A record of 80 columns. Columns are counted from 0, and the end is not included.

    Every method raises `BadInput` where the columns hold something else; `field` is the name for that message.
    """

    name: str
    number: int
    """Line in the file, from 1."""
    line: str

    @property
    def kind(self) -> str:
        return self.line[:2]

    @property
    def where(self) -> str:
        return f"{self.name}, line {self.number}"

    def text(self, start: int, end: int) -> str:
        """What stands in the columns, trimmed; never refused."""
        return plain(self.line[start:end])

    def digits(self, start: int, end: int, field: str) -> str:
        found = self.line[start:end]
        if not (found.isascii() and found.isdigit()):
            raise refused(self.where, field, f"{end - start} digits in columns {start + 1} to {end}", found)
        return found

    def day(self, start: int, field: str) -> dt.date:
        digits = self.digits(start, start + 6, field)
        try:
            return dt.date(2000 + int(digits[:2]), int(digits[2:4]), int(digits[4:]))
        except ValueError:
            raise refused(self.where, field, "a date as YYMMDD", digits) from None

    def hundredths(self, start: int, field: str) -> int:
        """An amount of 14 digits, two of them decimals."""
        return int(self.digits(start, start + 14, field))

    def is_credit(self, at: int, field: str) -> bool:
        sign = self.line[at]
        if sign not in (_DEBIT, _CREDIT):
            raise refused(self.where, field, f"1 (debit) or 2 (credit) in column {at + 1}", sign)
        return sign == _CREDIT

    def signed_hundredths(self, at: int, field: str) -> int:
        """A sign and the amount behind it; negative is a debit."""
        amount = self.hundredths(at + 1, field)
        return amount if self.is_credit(at, field) else -amount


def records_of(name: str, content: bytes) -> Iterator[Record]:
    """The records of a file. Blanks at the end of a line may be missing or too many; empty lines mean nothing."""
    for number, line in enumerate(lines_of(decoded(content)), 1):
        line = line.rstrip(f" \t\0{_END_OF_FILE}")
        if len(line) > _WIDTH:
            raise refused(f"{name}, line {number}", "", f"at most {_WIDTH} columns, and there are {len(line)}")
        if line:
            yield Record(name, number, line.ljust(_WIDTH))
