"""A file that was altered, cut or doubled does not add up any more, and nothing of it is taken."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cobro.bank.movement import FileKind, Statement
from cobro.bank.recognising import read_bank_file
from cobro.intake.problem import BadInput
from tests.bank.files.strategies import QUICK, THOROUGH, camt_statements, mt940_statements, norma43_statements
from tests.bank.files.writing_camt import camt
from tests.bank.files.writing_mt940 import mt940
from tests.bank.files.writing_norma43 import norma43

CAMT = b"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"
_NORMA43_AMOUNTS = {"11": [(33, 47)], "22": [(28, 42)], "33": [(20, 58), (59, 73)], "88": [(20, 26)]}
_CAMT_AMOUNTS = re.compile(r"(?<!<InstdAmt>)<Amt Ccy=\"...\">([\d.]+)|<Sum>([\d.]+)")
_MT940_AMOUNTS = re.compile(r"^:61:\d{10}R?[CD]([\d,]+)|^:6[02][FM]:[CD]\d{6}...([\d,]+)", re.MULTILINE)


def _refused(content: bytes) -> str:
    with pytest.raises(BadInput) as refusal:
        read_bank_file("file", content)
    assert len(str(refusal.value).splitlines()) == 1
    return str(refusal.value)


def _norma43_amounts(text: str) -> list[int]:
    places, start = [], 0
    for line in text.splitlines(keepends=True):
        places += [start + at for begin, end in _NORMA43_AMOUNTS.get(line[:2], []) for at in range(begin, end)]
        start += len(line)
    return places


def _digits_in(pattern: re.Pattern[str]) -> Callable[[str], list[int]]:
    def places(text: str) -> list[int]:
        spans = [found.span(group) for found in pattern.finditer(text) for group in (1, 2)]
        return [at for start, end in spans for at in range(start, end) if text[at].isdigit()]

    return places


@pytest.mark.parametrize(
    ("statements", "write", "amounts"),
    [
        (norma43_statements(), norma43, _norma43_amounts),
        (camt_statements(FileKind.CAMT053), camt, _digits_in(_CAMT_AMOUNTS)),
        (mt940_statements(), mt940, _digits_in(_MT940_AMOUNTS)),
    ],
    ids=["norma43", "camt.053", "mt940"],
)
def test_any_other_digit_in_an_amount_is_noticed(
    statements: st.SearchStrategy[Statement],
    write: Callable[[Statement], bytes],
    amounts: Callable[[str], list[int]],
) -> None:
    @THOROUGH
    @given(statement=statements, data=st.data())
    def check(statement: Statement, data: st.DataObject) -> None:
        text = write(statement).decode("utf-8" if write is not norma43 else "latin-1")
        at = data.draw(st.sampled_from(amounts(text)))
        other = data.draw(st.sampled_from(sorted(set("0123456789") - {text[at]})))
        _refused(f"{text[:at]}{other}{text[at + 1 :]}".encode("utf-8" if write is not norma43 else "latin-1"))

    check()


@THOROUGH
@given(statement=norma43_statements(), data=st.data())
def test_a_line_of_norma43_that_is_gone_or_doubled_is_noticed(statement: Statement, data: st.DataObject) -> None:
    lines = norma43(statement).splitlines(keepends=True)
    at = data.draw(st.integers(0, len(lines) - 1))
    times = data.draw(st.sampled_from((0, 2)))
    _refused(b"".join([*lines[:at], *[lines[at]] * times, *lines[at + 1 :]]))


@THOROUGH
@given(statement=camt_statements(FileKind.CAMT053, least=1), data=st.data())
def test_an_entry_of_camt_053_that_is_gone_or_doubled_is_noticed(statement: Statement, data: st.DataObject) -> None:
    entries = re.split(rb"(?=<Ntry>)", camt(statement))
    at = data.draw(st.integers(1, len(entries) - 1))
    entry, closing, rest = entries[at].partition(b"</Ntry>\n")
    whole = entry + closing
    for times in (0, 2):
        _refused(b"".join([*entries[:at], whole * times, rest, *entries[at + 1 :]]))


@THOROUGH
@given(statement=mt940_statements(least=1), data=st.data())
def test_a_line_of_mt940_that_is_gone_or_doubled_is_noticed_or_has_no_money_in_it(
    statement: Statement, data: st.DataObject
) -> None:
    lines = mt940(statement).splitlines(keepends=True)
    at = data.draw(st.integers(0, len(lines) - 1))
    times = data.draw(st.sampled_from((0, 2)))
    changed = b"".join([*lines[:at], *[lines[at]] * times, *lines[at + 1 :]])
    if lines[at].startswith((b":20:", b":25:", b":60", b":61:", b":62")):
        _refused(changed)
    else:
        read = read_bank_file("file", changed)
        assert [[one.signed_minor for one in found.movements] for found in read] == [
            [one.signed_minor for one in statement.movements]
        ]


@pytest.mark.parametrize(
    ("statements", "write"),
    [(norma43_statements(), norma43), (camt_statements(FileKind.CAMT053), camt), (mt940_statements(), mt940)],
    ids=["norma43", "camt.053", "mt940"],
)
def test_the_refusal_names_the_account_and_both_sums(
    statements: st.SearchStrategy[Statement], write: Callable[[Statement], bytes]
) -> None:
    @QUICK
    @given(statement=statements, off=st.integers(1, 10**6))
    def check(statement: Statement, off: int) -> None:
        right = statement.closing_minor or 0
        expected, came = (f"{Decimal(minor).scaleb(-2):.2f} {statement.currency}" for minor in (right + off, right))
        said = _refused(write(replace(statement, closing_minor=right + off)))
        assert f"account {statement.account}, closing balance: expected {expected}, as the file states" in said
        assert said.endswith(f"got '{came}'")

    check()


@QUICK
@given(statement=norma43_statements(), cut=st.integers(1, 400))
def test_a_norma43_file_that_is_cut_off_is_noticed(statement: Statement, cut: int) -> None:
    content = norma43(statement).rstrip()
    _refused(content[: max(1, len(content) - cut)])


def test_a_tag_that_does_not_end_is_refused_before_it_takes_memory() -> None:
    tag = b" ".join(b'a%d="b"' % number for number in range(20_000))

    assert "tags of at most 100,000 bytes" in _refused(b'<Document xmlns="%s" %s/>' % (CAMT, tag))
