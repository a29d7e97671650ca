"""Norma 43 (AEB), the statement of Spanish banks: accounts (11 to 33) with movements, and a count of records (88)."""

from __future__ import annotations

from dataclasses import dataclass, field

from cobro.bank.account_number import spanish_iban
from cobro.bank.movement import FileKind, Movement, Statement
from cobro.bank.norma43_movement import CURRENCIES, hundredths_as_money, movement_of
from cobro.bank.norma43_record import Record, records_of
from cobro.bank.refusal import must_agree, refused, shown


def read_norma43(name: str, content: bytes) -> tuple[Statement, ...]:
    """Every account of the file. Several files one behind the other, each with its record 88, are read as one.

    Raises:
        BadInput: a record has not its form, does not stand where it may, or a total of the file is wrong.
    """
    statements: list[Statement] = []
    account: _Account | None = None
    count = 0
    for record in records_of(name, content):
        count += 1
        if record.kind == "11" and account is None:
            account = _Account(record)
        elif record.kind in ("22", "23", "24") and account is not None:
            account.add(record)
        elif record.kind == "33" and account is not None:
            statements.append(account.closed_by(record))
            account = None
        elif record.kind == "88" and account is None:
            must_agree(record.where, "number of records", int(record.digits(20, 26, "number of records")), count - 1)
            count = 0
        else:
            raise refused(record.where, "kind of record", _expected(account), record.kind)
    if count:
        raise refused(name, "", "a record 88 at the end of the file; it is cut off")
    return tuple(statements)


def _expected(account: _Account | None) -> str:
    return "11 (an account) or 88 (the end of the file)" if account is None else "22, 23, 24 or 33 (inside an account)"


@dataclass
class _Account:
    """An account whose closing record has not come yet."""

    header: Record
    parts: list[tuple[Record, list[Record]]] = field(default_factory=list)
    """Each movement's record 22 with the 23 and 24 that belong to it."""

    def add(self, record: Record) -> None:
        if record.kind == "22":
            self.parts.append((record, []))
        elif self.parts:
            self.parts[-1][1].append(record)
        else:
            raise refused(record.where, "kind of record", "22 (a movement) before its texts", record.kind)

    def closed_by(self, closing: Record) -> Statement:
        """The account as a statement, once its totals were found right."""
        header, currency = self.header, self._currency()
        # Also the currency: it must not change between the account's first record and its last.
        must_agree(closing.where, "account", header.digits(2, 20, "account"), closing.digits(2, 20, "account"))
        must_agree(closing.where, "currency", header.digits(47, 50, "currency"), closing.digits(73, 76, "currency"))
        account = spanish_iban(header.line[2:10], header.line[10:20])
        movements = [movement_of(record, more, currency) for record, more in self.parts]
        opening = _balance(header, 32, currency, "opening balance")
        end = _balance(closing, 58, currency, "closing balance")
        where = f"{header.name}, account {account}"
        _check_sums(where, closing, movements, currency)
        found = opening + sum(one.signed_minor for one in movements)
        must_agree(where, "closing balance", shown(end, currency), shown(found, currency))
        since, until = header.day(20, "first day"), header.day(26, "last day")
        if since > until:
            raise refused(header.where, "last day", f"{since} or later", str(until))
        return Statement(
            kind=FileKind.NORMA43,
            version="Norma 43",
            account=account,
            currency=currency,
            # Nothing is asked of anybody for a movement of zero, but the totals count it.
            movements=tuple(one for one in movements if one.amount),
            since=since,
            known_up_to=until,
            opening_minor=opening,
            closing_minor=end,
        )

    def _currency(self) -> str:
        code = self.header.digits(47, 50, "currency")
        if code not in CURRENCIES:
            raise refused(self.header.where, "currency", f"one of {', '.join(sorted(CURRENCIES))}", code)
        return CURRENCIES[code]


def _balance(record: Record, at: int, currency: str, named: str) -> int:
    return hundredths_as_money(record.signed_hundredths(at, named), currency, record, named).minor


def _check_sums(where: str, closing: Record, movements: list[Movement], currency: str) -> None:
    """How many debits and credits the closing record counts, and their sums."""
    for named, credit, at in (("debits", False, 20), ("credits", True, 39)):
        these = [one.amount.minor for one in movements if one.credit is credit]
        must_agree(where, f"number of {named}", int(closing.digits(at, at + 5, f"number of {named}")), len(these))
        total = hundredths_as_money(closing.hundredths(at + 5, f"sum of {named}"), currency, closing, f"sum of {named}")
        must_agree(where, f"sum of {named}", str(total), shown(sum(these), currency))
