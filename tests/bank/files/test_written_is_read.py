"""What a bank wrote is what is read, in every format and version."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cobro.bank.movement import FileKind, Movement, Statement
from cobro.bank.recognising import read_bank_file
from cobro.dunning.money import Money
from tests.bank.files.own_numbers import OURS, THEIRS
from tests.bank.files.strategies import (
    CAMT_KINDS,
    QUICK,
    THOROUGH,
    VERSIONS,
    camt_statements,
    mt940_statements,
    norma43_statements,
)
from tests.bank.files.writing_camt import camt
from tests.bank.files.writing_mt940 import mt940
from tests.bank.files.writing_norma43 import norma43

PAID = Movement(
    booked=dt.date(2026, 11, 26),
    value=dt.date(2026, 11, 25),
    amount=Money(Decimal("1206.50"), "EUR"),
    credit=True,
    concept="PMNT/RCDT/ESCT",
    bank_reference="2026112600001",
    end_to_end="E2E-77",
    references=("RF69F20260042",),
    text="Factura F2026-0042",
    payer_name="Talleres Ebro, S.L.",
    payer_iban=THEIRS[1],
    instructed=Money(Decimal(1210), "EUR"),
)


def _read(content: bytes) -> tuple[Statement, ...]:
    """What the file says, without the places where it says it."""
    return tuple(
        replace(one, movements=tuple(replace(movement, line="") for movement in one.movements))
        for one in read_bank_file("file", content)
    )


@QUICK
@given(
    statements=st.lists(norma43_statements(), min_size=1, max_size=3),
    encoding=st.sampled_from(("latin-1", "utf-8", "utf-8-sig")),
    end=st.sampled_from(("\r\n", "\n")),
)
def test_norma43(statements: list[Statement], encoding: str, end: str) -> None:
    assert _read(norma43(*statements, encoding=encoding, end=end)) == tuple(statements)


@QUICK
@given(statement=norma43_statements())
def test_norma43_whose_lines_lost_or_got_blanks_at_their_end(statement: Statement) -> None:
    lines = norma43(statement).split(b"\r\n")
    for changed in ([line.rstrip() for line in lines], [line + b"   " for line in lines], [*lines, b"\x1a"]):
        assert _read(b"\n".join(changed)) == (statement,)


@THOROUGH
@given(statement=camt_statements(least=1))
def test_camt(statement: Statement) -> None:
    assert _read(camt(statement)) == (statement,)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("kind", CAMT_KINDS)
def test_every_kind_and_version_of_camt(kind: FileKind, version: str) -> None:
    statement = Statement(kind, f"{kind}.001.{version}", OURS[0], "EUR", (PAID,))
    assert _read(camt(statement)) == (statement,)


@QUICK
@given(data=st.data(), encoding=st.sampled_from(("UTF-8", "ISO-8859-1", "UTF-16")))
def test_several_accounts_in_one_camt_message(data: st.DataObject, encoding: str) -> None:
    statements = data.draw(st.lists(camt_statements(FileKind.CAMT053, "08"), min_size=1, max_size=3))
    assert _read(camt(*statements, encoding=encoding)) == tuple(statements)


@QUICK
@given(statements=st.lists(mt940_statements(), min_size=1, max_size=3))
def test_mt940(statements: list[Statement]) -> None:
    assert _read(mt940(*statements)) == tuple(statements)


@QUICK
@given(statement=mt940_statements(), pages=st.integers(1, 3))
def test_mt940_in_several_messages_is_one_statement(statement: Statement, pages: int) -> None:
    assert _read(mt940(statement, pages=pages)) == (statement,)


@QUICK
@given(one=norma43_statements(), two=camt_statements(), three=mt940_statements())
def test_a_zip_of_all_formats(one: Statement, two: Statement, three: Statement) -> None:
    assert _read(as_zip(norma43(one), camt(two), mt940(three))) == (one, two, three)


def as_zip(*contents: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, content in enumerate(contents):
            archive.writestr(f"{number}.txt", content)
    return file.getvalue()
