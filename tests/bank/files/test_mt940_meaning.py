"""What the fields of MT940 mean, on messages as banks write them."""

from __future__ import annotations

import datetime as dt
import logging

import pytest

from cobro.bank.movement import Movement
from cobro.bank.recognising import read_bank_file
from cobro.intake.problem import BadInput
from tests.bank.files.own_numbers import OURS, THEIRS

_MESSAGE = """
:20:951110
:25:{account}
:28C:27/01
:60F:C261125EUR100,
{entries}
:62F:{closing}
:64:C261126EUR500,00
:86:Your adviser is on holiday
-
"""


def _content(entries: str, closing: str, account: str = OURS[0]) -> bytes:
    return _MESSAGE.format(entries=entries.strip(), closing=closing, account=account).lstrip().encode("latin-1")


def _read(entries: str, closing: str) -> tuple[Movement, ...]:
    (statement,) = read_bank_file("file", _content(entries, closing))
    return statement.movements


def _refusal(content: bytes) -> str:
    with pytest.raises(BadInput) as refused:
        read_bank_file("file", content)
    (problem,) = refused.value.problems
    return str(problem)


def test_the_subfields_of_a_transfer_broken_into_lines() -> None:
    (movement,) = _read(
        f"""
:61:2611261126CR1210,50N051NONREF//2026112600001
:86:166?00GUTSCHRIFT?10931?20EREF+E2E-77?21SVWZ+Rechnung F2026-004
?222 vom 1.10.?30BYLADEM1001?31{THEIRS[0]}?32Talleres Muñ
?33oz SL""",
        "C261126EUR1310,50",
    )
    assert movement.text == "Rechnung F2026-0042 vom 1.10."
    assert (movement.payer_name, movement.payer_iban) == ("Talleres Muñoz SL", THEIRS[0])
    assert (movement.end_to_end, movement.references) == ("E2E-77", ())
    assert (movement.bank_reference, movement.concept, movement.line) == ("2026112600001", "N051", "line 5")


def test_free_text_is_the_text_and_what_stands_behind_the_closing_balance_is_not() -> None:
    (movement,) = _read(
        ":61:261126C10,NTRFF2026-0042//B1\nsome more\n:86:TRANSFERENCIA DE TALLERES\nEBRO FRA 42", "C261126EUR110,"
    )
    assert (movement.text, movement.references) == ("TRANSFERENCIA DE TALLERES EBRO FRA 42", ("F2026-0042",))
    assert (movement.booked, movement.value) == (dt.date(2026, 11, 26), dt.date(2026, 11, 26))


@pytest.mark.parametrize(
    ("mark", "kind", "signed", "reversal", "is_fee"),
    [
        ("C", "NTRF", 1000, False, False),
        ("D", "NTRF", -1000, False, False),
        ("RC", "NTRF", -1000, True, False),
        ("RD", "NTRF", 1000, True, False),
        ("D", "NRTI", -1000, True, False),
        ("D", "NCHG", -1000, False, True),
        ("D", "SCOM", -1000, False, True),
        ("C", "FINT", 1000, False, True),
    ],
)
def test_marks_and_kinds(mark: str, kind: str, signed: int, reversal: bool, is_fee: bool) -> None:
    (movement,) = _read(f":61:2611261126{mark}10,00{kind}NONREF", f"C261126EUR{100 + signed // 100},00")
    assert (movement.signed_minor, movement.reversal, movement.is_fee) == (signed, reversal, is_fee)


def test_a_booking_day_in_the_next_year() -> None:
    (movement,) = _read(":61:2612310102C10,NTRFNONREF", "C270102EUR110,")
    assert (movement.booked, movement.value) == (dt.date(2027, 1, 2), dt.date(2026, 12, 31))


@pytest.mark.parametrize(
    "account",
    [OURS[0], f"{OURS[0]}EUR", f"CAIXESBBXXX/{OURS[0]}", "21000418450200051332", "ES91 2100 0418 4502 0005 1332"],
)
def test_the_account_is_an_iban_however_the_bank_writes_it(account: str) -> None:
    (statement,) = read_bank_file("file", _content("", "C261126EUR100,", account))
    assert statement.account == OURS[0]
    assert (statement.opening_minor, statement.closing_minor, statement.known_up_to) == (
        10000,
        10000,
        dt.date(2026, 11, 26),
    )


def test_a_page_that_is_not_the_last_promises_no_whole_day() -> None:
    content = _content(":61:261126C10,NTRFNONREF", "C261126EUR110,").replace(b":62F:", b":62M:")
    (statement,) = read_bank_file("file", content)
    assert statement.known_up_to is None
    assert len(statement.movements) == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (_content(":61:261126C10,NTRFX", "C261126EUR110,").replace(b":25:", b":24:"), ":25:: expected this field once"),
        (_content(":61:261126C10,NTRFX", "C261126EUR110,") * 2 + b":61:261126C10,NTRFX", "number of :61:"),
        (_content(":61:261126C10,X\n:61:261126C20,", "C261126EUR130,"), ":61:: expected a movement like"),
        (_content(":61:261126C10.30NTRFX", "C261126EUR110,"), "like 2611261126C1210,50NTRF, got '261126C10.30NTRFX'"),
        (_content(":61:261126C1,000,NTRFX", "C261126EUR110,"), ":61:: expected a movement like"),
        (_content(":61:261326C10,NTRFX", "C261126EUR110,"), "expected fields that have the form of MT940 (month must"),
        (_content(":61:261126C0,001NTRFX", "C261126EUR100,"), ":61:: expected an amount that EUR can have"),
        (_content("", "C261126EUR100.00"), ":62F:: expected a balance like C261126EUR1210,50, got 'C261126EUR100.00'"),
        (_content("", "C261126eur100,00"), ":62F:: expected a balance like"),
        (_content("", "C261126EUR100,001"), "closing balance: expected an amount that EUR can have, got '100.001'"),
        (_content("", "C261126USD100,00"), "currency of the balances: expected EUR"),
    ],
)
def test_what_is_wrong_is_one_line(content: bytes, said: str) -> None:
    assert said in _refusal(content)


def test_nothing_of_a_message_that_cannot_be_read_gets_into_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    _refusal(_content(":61:261126C1.0.0NTRFMARIA SOLER", "C261126EUR110,"))
    assert "SOLER" not in caplog.text
