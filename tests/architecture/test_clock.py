"""Nothing stamps a record with a time that did not come from the `Clock`."""

from __future__ import annotations

import ast
import re

import pytest

from cobro.ledger.tables import Base
from tests.architecture.imports import modules, room

CLOCKS = re.compile(r"\b(datetime\.now|utcnow|date\.today|time\.time|func\.now|func\.current|CURRENT_TIMESTAMP)\b")
KEEPERS = {
    "cobro.clock": "it is the clock",
    "cobro.rehearsal.travel": "compares the machine's clock with the engine's",
    "cobro.rehearsal.rehearse": "finds the shift at the start",
    "cobro.channels.sendgrid_mail": "reads the provider's reset time, which is machine time",
    "cobro.cli.rehearsing": "shows how long the rehearsal took",
}


def test_only_the_clock_reads_the_time() -> None:
    found = {name for name, path in modules().items() if CLOCKS.search(_code(path.read_text(encoding="utf-8")))}
    assert found <= set(KEEPERS), found - set(KEEPERS)


@pytest.mark.parametrize("place", ["workflows", "cobro.dunning", "cobro.ledger", "activities", "cobro.letters"])
def test_rules_ledger_and_workflows_have_no_clock(place: str) -> None:
    assert not [keeper for keeper in KEEPERS if room(keeper) == place]


def test_no_column_has_a_default_from_a_clock() -> None:
    for table in Base.metadata.tables.values():
        for column in table.columns:
            assert column.server_default is None, column
            default = getattr(column.default, "arg", None)
            assert default is None or isinstance(default, (bool, int, str)), column


def _code(source: str) -> str:
    """The source without its comments, which may speak of clocks."""
    return ast.unparse(ast.parse(source))
