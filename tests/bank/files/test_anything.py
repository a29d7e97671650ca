"""Whatever comes instead of a bank's file, it is read or refused in one line, soon; nothing else ever comes out."""

from __future__ import annotations

import datetime as dt
import io
import time
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cobro.bank.movement import FileKind, Statement
from cobro.bank.recognising import LARGEST, read_bank_file
from cobro.intake.problem import BadInput
from tests.bank.files.own_numbers import OURS
from tests.bank.files.strategies import THOROUGH
from tests.bank.files.test_written_is_read import PAID, as_zip
from tests.bank.files.writing_camt import camt
from tests.bank.files.writing_mt940 import mt940
from tests.bank.files.writing_norma43 import norma43

_DAY = dt.date(2026, 11, 26)
_SOON = 10.0
"""Seconds that no file of a test may take; each takes about one."""


def _statement(kind: FileKind, version: str) -> Statement:
    total = 3 * PAID.amount.minor
    return Statement(kind, version, OURS[0], "EUR", (PAID,) * 3, _DAY, _DAY, 0, total)


GOOD = (
    norma43(_statement(FileKind.NORMA43, "Norma 43")).replace(b"PMNT/RCDT/ESCT", b"04"),
    camt(_statement(FileKind.CAMT053, "camt.053.001.02")),
    camt(_statement(FileKind.CAMT053, "camt.053.001.08"), batches={0: 3}),
    camt(_statement(FileKind.CAMT054, "camt.054.001.13"), encoding="UTF-16"),
    mt940(_statement(FileKind.MT940, "MT940")),
)
FILES = (*GOOD, as_zip(*GOOD[:2]))


def _check_read_or_refused(content: bytes) -> BadInput | None:
    try:
        for statement in read_bank_file("file", content):
            assert statement.account
            assert len(statement.currency) == 3
            assert all(one.amount.amount > 0 for one in statement.movements)
    except BadInput as refused:
        (problem,) = refused.problems
        assert len(str(problem).splitlines()) == 1
        return refused
    return None


@THOROUGH
@given(st.binary() | st.text().map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes(content: bytes) -> None:
    _check_read_or_refused(content)


@THOROUGH
@given(
    start=st.sampled_from((b"11" + b"0" * 18, b"<", b"\xff\xfe<\0", b":20:x\n", b":20:\n:25:1\n", b"PK\x03\x04")),
    rest=st.binary() | st.text("<>/ABCabc:0123456789,\n ?+{}-").map(str.encode),
)
def test_any_bytes_behind_a_good_beginning(start: bytes, rest: bytes) -> None:
    _check_read_or_refused(start + rest)


@THOROUGH
@given(content=st.sampled_from(FILES), data=st.data())
def test_a_file_that_is_cut_off(content: bytes, data: st.DataObject) -> None:
    _check_read_or_refused(content[: data.draw(st.integers(0, len(content)))])


@pytest.mark.parametrize("content", FILES, ids=["norma43", "camt.02", "camt.08", "camt.13", "mt940", "zip"])
def test_a_file_with_some_other_bytes(content: bytes) -> None:
    @THOROUGH
    @given(changes=st.lists(st.tuples(st.integers(0, len(content) - 1), st.integers(0, 255)), min_size=1, max_size=4))
    def check(changes: list[tuple[int, int]]) -> None:
        changed = bytearray(content)
        for at, byte in changes:
            changed[at] = byte
        _check_read_or_refused(bytes(changed))

    check()


@THOROUGH
@given(content=st.sampled_from(FILES), data=st.data())
def test_a_file_with_a_part_of_another_in_it(content: bytes, data: st.DataObject) -> None:
    other = data.draw(st.sampled_from(FILES))
    at, start = data.draw(st.integers(0, len(content))), data.draw(st.integers(0, len(other)))
    end = data.draw(st.integers(start, len(other)))
    _check_read_or_refused(content[:at] + other[start:end] + content[data.draw(st.integers(at, len(content))) :])


_OPEN = b"<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'><BkToCstmrStmt><Stmt>"
_CLOSE = b"</Stmt></BkToCstmrStmt></Document>"
_LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
_PAGE = b":20:1\n:25:ES9121000418450200051332\n:60F:C261126EUR0,\n%s:62F:C261126EUR0,\n"

HOSTILE: dict[str, Callable[[], bytes]] = {
    "external entity": lambda: b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + _OPEN + b"&x;" + _CLOSE,
    "external subset": lambda: b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>',
    "doctype in UTF-16": lambda: "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>".encode("utf-16"),
    "billion laughs": lambda: b'<!DOCTYPE a [<!ENTITY l0 "ha">' + _LAUGHS + b"]>" + _OPEN + b"&l9;" + _CLOSE,
    "laughs in an attribute": lambda: b'<!DOCTYPE a [<!ENTITY l0 "ha">' + _LAUGHS + b']><a b="&l9;"/>',
    "deep nesting": lambda: b"<a>" * 100_000,
    "three hundred levels": lambda: _OPEN + b"<a>" * 300 + b"</a>" * 300 + _CLOSE,
    "endless siblings": lambda: b"<a>" + b"<b/>" * 4_100_000 + b"</a>",
    "a long attribute": lambda: b'<a b="' + b"x" * 11_000_000 + b'"/>',
    "a long text": lambda: b"<a>" + b"x" * 11_000_000 + b"</a>",
    "many siblings": lambda: _OPEN + b"<b/>" * 3_900_000 + _CLOSE,
    "many balances": lambda: _OPEN + b"<Bal/>" * 100_000 + _CLOSE,
    "an unknown encoding": lambda: b"<?xml version='1.0' encoding='nonsense'?><a/>",
    "too large": lambda: b" " * (LARGEST + 1),
    "blanks only": lambda: b" \n" * 2_000_000,
    "nothing": lambda: b"",
    "a line without an end": lambda: b"11" + b"0" * 5_000_000,
    "texts without a movement": lambda: b"11" + b"0" * 30 + b"2" + b"0" * 14 + b"9783\n" + b"23\n" * 500_000,
    "many fields": lambda: _PAGE % (b":86:\n:99:\n" * 200_000) + b":61:\n",
    "many opening balances": lambda: _PAGE % (b":60F:C261126EUR0,\n" * 200_000),
    "endless subfields": lambda: _PAGE % (b":61:261126C0,NTRF\n:86:166" + b"?20EREF+?21" * 200_000 + b"\n") + b":61:\n",
    "another document": lambda: b"%PDF-1.7\n",
    "a ZIP that unpacks to much": lambda: as_zip(b"\0" * (LARGEST + 1)),
    "a ZIP of files that together are much": lambda: as_zip(*[GOOD[1].ljust(20_000_000)] * 3),
    "a ZIP of many files": lambda: as_zip(*[GOOD[0]] * 101),
    "a ZIP in a ZIP": lambda: as_zip(as_zip(GOOD[0])),
}


@pytest.mark.parametrize("made", HOSTILE.values(), ids=HOSTILE)
def test_what_is_meant_to_do_harm_is_refused_soon(made: Callable[[], bytes]) -> None:
    content = made()
    began = time.perf_counter()
    assert _check_read_or_refused(content)
    assert time.perf_counter() - began < _SOON


@pytest.mark.parametrize(
    "declared", [b"", b' SYSTEM "http://127.0.0.1:9/a.dtd"', b" [<!ENTITY x SYSTEM '/etc/passwd'>]"]
)
def test_a_document_type_is_refused_whatever_is_in_it(declared: bytes) -> None:
    content = b"<!DOCTYPE Document" + declared + b">" + _OPEN + (b"&x;" if b"ENTITY" in declared else b"") + _CLOSE
    assert "XML without a DOCTYPE" in str(_check_read_or_refused(content))


def test_a_comment_cuts_no_amount_short() -> None:
    content = GOOD[1].replace(b">1206.50<", b">12<!-- -->06<?x y?>.50<")
    assert content != GOOD[1]
    assert read_bank_file("file", content) == read_bank_file("file", GOOD[1])


def test_no_file_of_the_machine_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package for MT940 takes a text that is the path of a file for that file."""

    def opened(*_: object, **__: object) -> None:
        raise AssertionError("a file was opened")

    monkeypatch.setattr("builtins.open", opened)
    monkeypatch.setattr(io, "open", opened)
    for content in (b":20:/etc/passwd", b"/etc/passwd\n:20:x", _PAGE % b""):
        _check_read_or_refused(content)


@pytest.mark.parametrize("content", GOOD, ids=["norma43", "camt.02", "camt.08", "camt.13", "mt940"])
@pytest.mark.parametrize("name", ["march.pdf", "", "../../etc/passwd", "a\nb\x1b[31m"])
def test_what_a_file_is_called_does_not_matter(content: bytes, name: str) -> None:
    assert len(read_bank_file(name, content)[0].movements) == 3


def test_a_name_with_control_characters_stays_in_its_line() -> None:
    with pytest.raises(BadInput) as refused:
        read_bank_file("a\nb\x1b[31m", b"nothing")
    assert str(refused.value).startswith(r"a\nb\x1b[31m: expected a bank's file")


def test_a_zip_with_a_password_is_refused() -> None:
    content = bytearray(as_zip(GOOD[0]))
    info = zipfile.ZipFile(io.BytesIO(bytes(content))).infolist()[0]
    central = content.index(b"PK\x01\x02")
    for flags in (info.header_offset + 6, central + 8):
        content[flags] |= 1
    refused = _check_read_or_refused(bytes(content))
    assert "a ZIP that is whole and has no password" in str(refused)
