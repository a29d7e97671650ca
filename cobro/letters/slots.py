"""What an editor can put between {{ }} in a template, made from a letter whose values are safe to print."""

from __future__ import annotations

import dataclasses

from cobro.dunning.letter import Letter, Line, Party
from cobro.letters import wording


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
        iban=wording.one_line(letter.iban),
        terms=wording.one_line(letter.terms),
        lines=tuple(_line(line) for line in letter.lines),
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
    return dataclasses.replace(line, number=wording.one_line(line.number), reference=wording.one_line(line.reference))


def slots(letter: Letter, costs: str) -> dict[str, object]:
    """Every slot of a template, by name. Dates, amounts and lists are written in the letter's language when printed.

    The number of earlier notices is not among them (R46), and neither is the contact's own id.
    """

    def one_or_several(one: str, several: str) -> str:
        return one if len(letter.lines) == 1 else several

    return {
        "language": letter.language,
        "creditor": letter.creditor,
        "customer": letter.customer,
        "signer": letter.signer,
        "lines": letter.lines,
        "totals": letter.totals,
        "numbers": tuple(line.number for line in letter.lines),
        "one_or_several": one_or_several,
        "iban": wording.account(letter.iban),
        "terms": letter.terms,
        "costs": costs,
        "today": letter.today,
        "follow_up": letter.follow_up,
        "known_up_to": letter.known_up_to,
        "promised_for": letter.promised_for,
    }
