"""camt.052, camt.053 and camt.054 (ISO 20022), versions 001.02 to 001.13, one statement for each account in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cobro.bank.account_number import account_of
from cobro.bank.camt_entry import Entry, entry_of
from cobro.bank.camt_totals import check_balances, check_summary, closing_of, opening_of
from cobro.bank.camt_value import Place
from cobro.bank.movement import FileKind, Statement
from cobro.bank.refusal import must_agree, refused
from cobro.bank.xml_elements import drop, ended_elements, local_name
from cobro.intake.form import iban
from cobro.intake.problem import Unexpected

_KINDS = {"Rpt": FileKind.CAMT052, "Stmt": FileKind.CAMT053, "Ntfctn": FileKind.CAMT054}
_VERSION = re.compile(r"(camt\.05[234])\.001\.(\d\d)(?!\d)")
_OLDEST, _NEWEST = 2, 13
_WANTED = (*_KINDS, "Ntry")


def read_camt(name: str, content: bytes) -> tuple[Statement, ...]:
    """Every statement of the message. An account of which it says neither entries nor a currency is left out.

    Raises:
        BadInput: it is no camt message of a known version, a part has not its form, or a total is wrong.
    """
    statements: list[Statement] = []
    entries: list[Entry] = []
    accounts = 0
    for element in ended_elements(name, content, _WANTED):
        parent = element.getparent()
        if local_name(element) in _KINDS:
            accounts += 1
            statements += _statement(Place(name, element), entries)
            entries = []
        elif parent is not None and local_name(parent) in _KINDS:
            entries.append(entry_of(Place(name, element), len(entries) + 1))
            # A year of a busy account would not fit into memory as a tree; what it said has been taken.
            drop(element)
    if not accounts:
        raise refused(name, "", "a camt.052, camt.053 or camt.054 message with an account in it")
    return tuple(statements)


def _statement(place: Place, entries: Sequence[Entry]) -> list[Statement]:
    kind, version = _kind(place)
    account = _account(place)
    currency = _currency(place, entries)
    if not currency:
        return []
    where = f"{place.name}, account {account}"
    for entry in entries:
        must_agree(entry.where, "Amt@Ccy", currency, entry.amount.currency)
    check_summary(where, place, entries, currency)
    # Only the statement of whole days has balances that its own entries must explain.
    whole_days = kind is FileKind.CAMT053
    opening = opening_of(place, currency) if whole_days else None
    closing = closing_of(place, currency) if whole_days else None
    if opening and closing:
        check_balances(where, opening, closing, entries, currency)
    since, until = place.day("FrToDt/FrDtTm", "FrToDt/FrDt"), place.day("FrToDt/ToDtTm", "FrToDt/ToDt")
    # Some banks write the next midnight as the end: the day of the closing balance is the surer of the two.
    ends = [day for day in (until, closing.day if closing else None) if day]
    complete = whole_days and _is_last_page(place) and not (closing and not closing.is_closing)
    return [
        Statement(
            kind=kind,
            version=version,
            account=account,
            currency=currency,
            movements=tuple(movement for entry in entries for movement in entry.movements),
            since=since,
            known_up_to=min(ends) if ends and complete else None,
            opening_minor=opening.minor if opening else None,
            closing_minor=closing.minor if closing else None,
        )
    ]


def _kind(place: Place) -> tuple[FileKind, str]:
    """Kind and version of the message; the version stands in the namespace alone."""
    kind = _KINDS[local_name(place.element)]
    namespace = str(place.element.tag).rpartition("}")[0].lstrip("{")
    found = _VERSION.search(namespace)
    if not found or found[1] != kind or not _OLDEST <= int(found[2]) <= _NEWEST:
        known = f"the namespace of {kind}.001.{_OLDEST:02} to {kind}.001.{_NEWEST:02}"
        raise refused(str(place), local_name(place.element), known, namespace)
    return kind, found[0]


def _account(place: Place) -> str:
    path = "Acct/Id/IBAN" if place.at("Acct/Id/IBAN") else "Acct/Id/Othr/Id"
    given = place.text(path)
    try:
        return iban(given.replace(" ", "")) if path.endswith("IBAN") else account_of(given)
    except Unexpected as error:
        raise refused(str(place), path, error.expected, given) from None


def _currency(place: Place, entries: Sequence[Entry]) -> str:
    balance = place.money("Bal/Amt")
    return place.text("Acct/Ccy") or (balance.currency if balance else entries[0].amount.currency if entries else "")


def _is_last_page(place: Place) -> bool:
    """Whether no page follows; since version 04 each statement says it, before that the message."""
    message = place.element.getparent()
    whole = Place(place.name, message) if message is not None else place
    said = place.text("StmtPgntn/LastPgInd") or whole.text("GrpHdr/MsgPgntn/LastPgInd")
    return said in ("", "true", "1")
