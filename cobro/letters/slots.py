"""What an editor can put between {{ }} in a template, made from a letter whose values are safe to print."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cobro.dunning.letter import Letter, Line, Noted, Party, Signer
from cobro.dunning.money import Money
from cobro.letters import wording


@dataclass(frozen=True, slots=True)
class Row:
    """An invoice as a template sees it. `code` is where its payment code stands in the e-mail, or None."""

    number: str
    issued: dt.date
    due: dt.date
    total: Money
    asked: Money
    reference: str
    iban: str
    code: str | None = None
    returned: dt.date | None = None
    promised: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """An account to pay into, and the invoices that are paid there."""

    iban: str
    numbers: tuple[str, ...]


PARTS = frozenset(
    field.name for part in (Party, Signer, Row, Account, Noted, Money) for field in dataclasses.fields(part)
)
"""What may follow the dot of a slot."""


def tidied(letter: Letter) -> Letter:
    """The same letter with every value on one line; doing it twice changes nothing."""
    return dataclasses.replace(
        letter,
        creditor=_party(letter.creditor),
        customer=_party(letter.customer),
        signer=dataclasses.replace(
            letter.signer,
            name=wording.one_line(letter.signer.name),
            email=wording.one_line(letter.signer.email),
            phone=wording.one_line(letter.signer.phone),
        ),
        terms=wording.one_line(letter.terms),
        lines=tuple(_line(line) for line in letter.lines),
        noted=tuple(dataclasses.replace(each, number=wording.one_line(each.number)) for each in letter.noted),
        concerned=tuple(wording.one_line(number) for number in letter.concerned),
    )


def _party(party: Party) -> Party:
    return Party(
        name=wording.one_line(party.name),
        address=wording.one_line(", ".join(row.strip() for row in party.address.splitlines() if row.strip())),
        email=_optional(party.email),
        phone=_optional(party.phone),
        tax_id=_optional(party.tax_id),
        contact=_optional(party.contact),
    )


def _optional(text: str | None) -> str | None:
    return wording.one_line(text) or None if text else None


def _line(line: Line) -> Line:
    return dataclasses.replace(
        line,
        number=wording.one_line(line.number),
        reference=wording.one_line(line.reference),
        iban=wording.one_line(line.iban),
    )


def slots(
    letter: Letter, *, costs: str = "", logo: str | None = None, codes: Mapping[str, str] | None = None
) -> dict[str, object]:
    """Every slot of a template, by name. Dates, amounts and lists are written in the letter's language when printed.

    The number of earlier notices is not among them (R46), and neither is the contact's own id. `logo` and `codes` (by
    invoice number) are where those pictures stand in the e-mail.
    """

    def one_or_several(one: str, several: str, of: Sequence[object] = letter.lines) -> str:
        return one if len(of) == 1 else several

    numbers = tuple(line.number for line in letter.lines)
    concerned = wording.InFull(number for number in numbers if number in letter.concerned) or wording.InFull(numbers)
    return {
        "language": letter.language,
        "creditor": letter.creditor,
        "customer": letter.customer,
        "signer": letter.signer,
        "lines": tuple(_row(line, (codes or {}).get(line.number)) for line in letter.lines),
        "totals": letter.totals,
        "oldest": _row(letter.oldest, None) if letter.lines else None,
        "numbers": numbers,
        "asked_for": wording.InFull(numbers),
        "concerned": concerned,
        "concerns_all": len(concerned) == len(numbers),
        "noted": letter.noted,
        "copies": letter.copies,
        "one_or_several": one_or_several,
        "accounts": _accounts(letter),
        "logo": logo,
        "has_codes": bool(codes),
        "summed_up": False,
        "terms": letter.terms,
        "costs": costs,
        "today": letter.today,
        "follow_up": letter.follow_up,
        "known_up_to": letter.known_up_to,
        "promised_for": letter.promised_for,
        "answer_by": letter.answer_by,
        "before_due": letter.before_due,
        "agreed": letter.agreed,
    }


def _row(line: Line, code: str | None) -> Row:
    return Row(
        number=line.number,
        issued=line.issued,
        due=line.due,
        total=line.total,
        asked=line.asked,
        reference=line.reference,
        iban=wording.account(line.iban),
        code=code,
        returned=line.returned,
        promised=line.promised,
    )


def _accounts(letter: Letter) -> tuple[Account, ...]:
    by_iban: dict[str, list[str]] = {}
    for line in letter.lines:
        by_iban.setdefault(wording.account(line.iban), []).append(line.number)
    return tuple(Account(iban, tuple(numbers)) for iban, numbers in by_iban.items())
