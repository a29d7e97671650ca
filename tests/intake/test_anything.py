"""Whatever a file holds, it is read or refused with problems; nothing else ever comes out."""

from __future__ import annotations

import string
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cobro.dunning.parties import Book
from cobro.intake.book_csv import read_book
from cobro.intake.book_row import COLUMNS, MORE_COLUMNS
from cobro.intake.creditor_yaml import read_creditor
from cobro.intake.policy_yaml import read_policy
from cobro.intake.problem import BadInput
from tests.intake.sample import CREDITOR, GOOD, ROOT, as_file, book_text

CELLS = st.sampled_from(sorted(set(GOOD.values()))) | st.text(max_size=20) | st.from_regex(r"[+\d(). -]{1,15}")
ROWS = st.lists(st.fixed_dictionaries({c: st.just(GOOD[c]) | CELLS for c in (*COLUMNS, *MORE_COLUMNS)}), max_size=4)

KEYS = st.text(string.ascii_lowercase, max_size=8) | st.integers() | st.none() | st.text(max_size=3)
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates() | st.datetimes() | st.binary()
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)

PATIENT = settings(deadline=None)
"""The first example pays for loading the tables of the libraries."""

READERS = [
    (read_creditor, (ROOT / "examples" / "creditor.yaml").read_text(encoding="utf-8")),
    (read_policy, (ROOT / "policies" / "four-weeks.yaml").read_text(encoding="utf-8")),
]


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("anything")


def _outcome(path: Path) -> Book | BadInput:
    try:
        return read_book(path, CREDITOR)
    except BadInput as refused:
        return refused


def _check_book_or_problems(path: Path) -> None:
    outcome = _outcome(path)
    if isinstance(outcome, BadInput):
        assert outcome.problems
        assert len(str(outcome).splitlines()) == len(outcome.problems)


@PATIENT
@given(content=st.binary() | st.text().map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_content_is_a_book_or_bad_input(directory: Path, content: bytes) -> None:
    _check_book_or_problems(as_file(directory, content))


@PATIENT
@given(below=st.text(string.printable + "ñ€\u2028\x85"))
def test_any_text_below_a_good_header_is_a_book_or_bad_input(directory: Path, below: str) -> None:
    _check_book_or_problems(as_file(directory, book_text(GOOD) + below))


@PATIENT
@given(rows=ROWS)
def test_any_cells_are_a_book_or_bad_input(directory: Path, rows: list[dict[str, str]]) -> None:
    _check_book_or_problems(as_file(directory, book_text(*rows).encode("utf-8", "replace")))


@pytest.mark.parametrize(("read", "good"), READERS)
@PATIENT
@given(text=st.text() | st.text("[]{}:,-?&*!|>%@#'\"\n ab01~.<="))
def test_any_text_is_a_value_or_bad_input(
    directory: Path, read: Callable[[Path], object], good: str, text: str
) -> None:
    with suppress(BadInput):
        read(as_file(directory, text))


@pytest.mark.parametrize(("read", "good"), READERS)
@PATIENT
@given(value=VALUES)
def test_any_yaml_value_is_a_value_or_bad_input(
    directory: Path, read: Callable[[Path], object], good: str, value: object
) -> None:
    with suppress(BadInput):
        read(as_file(directory, yaml.safe_dump(value).encode("utf-8", "surrogatepass")))


@pytest.mark.parametrize(("read", "good"), READERS)
@PATIENT
@given(data=st.data(), value=VALUES)
def test_any_value_in_a_good_file_is_a_value_or_bad_input(
    directory: Path, read: Callable[[Path], object], good: str, data: st.DataObject, value: object
) -> None:
    whole = yaml.safe_load(good)
    part = whole
    while True:
        places = list(part) if isinstance(part, dict) else list(range(len(part)))
        place = data.draw(st.sampled_from(places))
        if not isinstance(part[place], (dict, list)) or not part[place] or data.draw(st.booleans()):
            break
        part = part[place]
    part[place] = value
    with suppress(BadInput):
        read(as_file(directory, yaml.safe_dump(whole, allow_unicode=False).encode("utf-8", "surrogatepass")))
