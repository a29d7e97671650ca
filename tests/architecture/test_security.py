"""`docs/security.md` names for whatever was tried against the gateway a test that is there."""

from __future__ import annotations

import re

from cobro.settings import ROOT
from tests.architecture.test_seeds import _functions

_TRIED = (
    "forged",
    "replayed",
    "stale",
    "truncated",
    "oversized",
    "deeply nested",
    "entity-expanding XML",
    "wrong encoding",
    "SQL injection",
    "header injection",
    "path traversal in a file name",
    "another creditor",
)


def test_every_try_has_a_result_and_a_test_that_is_there() -> None:
    rows = _rows()

    assert len(rows) > len(_TRIED)
    for tried, got, shown in rows:
        assert tried
        assert got
        name = re.fullmatch(r"`(tests/[\w/]+\.py)(?:::(test_\w+))?`", shown)
        assert name is not None, shown
        assert (ROOT / name[1]).is_file(), name[1]
        assert name[2] is None or name[2] in _functions(ROOT / name[1]), shown


def test_nothing_that_has_to_be_tried_is_left_out() -> None:
    tried = " ".join(row[0] for row in _rows()).lower()

    assert [name for name in _TRIED if name.lower() not in tried] == []


def _rows() -> list[tuple[str, str, str]]:
    """The lines of the table: what was tried, what it got, and the test."""
    page = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    table = page.partition("## What was tried")[2]
    rows = [line.strip().strip("|").split("|") for line in table.splitlines() if line.startswith("|")]
    cells = [tuple(cell.strip() for cell in row) for row in rows[2:]]
    return [(tried, got, shown) for tried, got, shown in cells]
