"""What the records of Norma 43 mean, also as two other readers of the format understand them."""

from __future__ import annotations

import datetime as dt
import io
import warnings
from dataclasses import replace
from decimal import Decimal
from importlib.resources import files

import pytest
from csb43.aeb43 import read_batch
from csb43.aeb43.record.errors import ValidationWarning
from hypothesis import given
from norma43.parser import Norma43Parser

from cobro.bank.movement import FileKind, Movement, Statement
from cobro.bank.recognising import read_bank_file
from cobro.dunning.money import Money
from cobro.intake.problem import BadInput
from tests.bank.files.own_numbers import OURS
from tests.bank.files.strategies import QUICK, norma43_statements
from tests.bank.files.writing_norma43 import norma43

SAMPLE = files("csb43").joinpath("tests", "sample_sepa.csb").read_bytes()
DAY = dt.date(2026, 11, 26)
EMPTY = Statement(FileKind.NORMA43, "Norma 43", OURS[0], "EUR", (), DAY, DAY, 0, 0)


def _paid(concept: str = "04", text: str = "") -> Movement:
    return Movement(DAY, DAY, Money(Decimal("12.10"), "EUR"), credit=True, concept=concept, text=text)


def _content(*movements: Movement) -> bytes:
    return norma43(replace(EMPTY, movements=movements, closing_minor=sum(one.signed_minor for one in movements)))


def _refusal(content: bytes) -> str:
    with pytest.raises(BadInput) as refused:
        read_bank_file("file", content)
    (problem,) = refused.value.problems
    return str(problem)


def _signed(movement: Movement) -> Decimal:
    return movement.amount.amount if movement.credit else -movement.amount.amount


def _check_as_csb43_reads(content: bytes) -> None:
    with warnings.catch_warnings():
        # It finds fault with check digits of references that are invented here, and in its own sample.
        warnings.simplefilter("ignore", ValidationWarning)
        accounts = read_batch(io.BytesIO(content)).accounts
        assert accounts
        for theirs, ours in zip(accounts, read_bank_file("file", content), strict=True):
            assert theirs.summary
            assert theirs.transactions is not None
            assert theirs.summary.final_balance == Decimal(ours.closing_minor or 0).scaleb(-2)
            for one, movement in zip(theirs.transactions, ours.movements, strict=True):
                assert (one.transaction_date, one.value_date) == (movement.booked, movement.value)
                assert (one.amount, one.shared_item) == (_signed(movement), int(movement.concept))
                assert set(movement.references) <= {one.reference1, one.reference2, one.document_number}
                if movement.payer_name:
                    assert one.sepa_transfer
                    assert one.sepa_transfer.item1
                    assert one.sepa_transfer.item1.originator_name == movement.payer_name


def test_the_sample_of_csb43_is_read_as_csb43_reads_it() -> None:
    _check_as_csb43_reads(SAMPLE)
    (statement,) = read_bank_file("file", SAMPLE)
    assert (len(statement.movements), statement.closing_minor) == (14, 13945811)


@QUICK
@given(statement=norma43_statements(least=1))
def test_any_file_is_read_as_csb43_reads_it(statement: Statement) -> None:
    _check_as_csb43_reads(norma43(statement))


@QUICK
@given(statement=norma43_statements(least=1))
def test_any_file_is_read_as_norma43_reads_it(statement: Statement, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "file.n43"
    path.write_bytes(norma43(statement))
    (account,) = Norma43Parser(str(path)).parse()
    (ours,) = read_bank_file("file", path.read_bytes())
    assert account.final_balance == Decimal(ours.closing_minor or 0).scaleb(-2)
    assert [(one.date, one.value_date, one.amount, one.common_code) for one in account.transactions] == [
        (one.booked, one.value, _signed(one), one.concept) for one in ours.movements
    ]


@pytest.mark.parametrize(
    ("concept", "reversal", "is_fee"),
    [("04", False, False), ("14", True, False), ("98", True, False), ("17", False, True), ("03", False, False)],
)
def test_concepts(concept: str, reversal: bool, is_fee: bool) -> None:
    ((movement,),) = (one.movements for one in read_bank_file("file", _content(_paid(concept))))
    assert (movement.reversal, movement.is_fee) == (reversal, is_fee)


def test_five_records_of_free_text_are_no_sepa_transfer() -> None:
    content = _content(replace(_paid(), payer_name="TRANSFERENCIA RECIBIDA", text="FRA 0042 DEL MES"))
    free = content.replace(b"2303        FRA 0042", b"2303FACTURA NUM 0042")
    for one, name, text in (
        (content, "TRANSFERENCIA RECIBIDA", "FRA 0042 DEL MES"),
        (free, "", "TRANSFERENCIA RECIBIDA NOTPROVIDED FACTURA NUM 0042 DEL MES"),
    ):
        ((movement,),) = (statement.movements for statement in read_bank_file("file", one))
        assert (movement.payer_name, movement.text, movement.end_to_end) == (name, text, "")


def test_a_word_that_is_cut_at_the_end_of_a_record_of_a_sepa_transfer_is_one_word() -> None:
    text = "X" * 60 + " F2026-0042 gracias"
    ((movement,),) = (
        one.movements for one in read_bank_file("file", _content(replace(_paid(), payer_name="EBRO", text=text)))
    )
    assert movement.text == text


def test_a_movement_of_zero_is_counted_and_left_out() -> None:
    nothing = replace(_paid("99"), amount=Money(Decimal(0), "EUR"))
    (statement,) = read_bank_file("file", _content(nothing, _paid()))
    assert [one.concept for one in statement.movements] == ["04"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b"22    1234261126", b"22    1234261326", "line 2, operation date: expected a date as YYMMDD, got '261326'"),
        (b"040002000", b"040003000", "line 2, sign: expected 1 (debit) or 2 (credit) in column 28, got '3'"),
        (b"0400020000000000", b"04000200000000A0", "line 2, amount: expected 14 digits in columns 29 to 42"),
        (b"000009783", b"000009993", "line 1, currency: expected one of 032"),
        (b"\r\n33", b"\r\n44", "line 3, kind of record: expected 22, 23, 24 or 33 (inside an account), got '44'"),
        (b"\r\n88", b"\r\n" + b"8" * 81, "line 4: expected at most 80 columns, and there are 1"),
        (b"261126261126", b"261126251126", "line 1, last day: expected 2026-11-26 or later, got '2025-11-26'"),
        (b"000003\x20", b"000005\x20", "line 4, number of records: expected 5"),
    ],
)
def test_a_column_that_has_not_its_form_is_named(old: bytes, new: bytes, said: str) -> None:
    content = _content(_paid())
    assert old in content
    assert f"file, {said}" in _refusal(content.replace(old, new, 1))


def test_an_amount_that_its_currency_cannot_have_is_refused() -> None:
    yen = _content(_paid()).replace(b"9783", b"3923").replace(b"978    ", b"392    ")
    assert "expected an amount that JPY can have, got '12.10'" in _refusal(yen)
