"""Tables that fit, and lists where they would not: nothing that is to be copied is broken in two."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from rich.console import Console

from cobro.cli import screen
from cobro.dunning.money import Money

COLUMNS = ["Invoice", "Customer", "Open", "Why"]
ROWS = [
    ("F2026-0102", "C-001", Money(Decimal("1210.50"), "EUR"), "a long reason that may run over several lines"),
    ("F2026-0103", "", Money(Decimal("7.00"), "EUR"), "short"),
]


@pytest.mark.parametrize("width", [200, 80, 60, 46, 30, 20])
def test_ids_and_amounts_stay_whole_on_any_terminal(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    out = Console(width=width, file=io.StringIO(), highlight=False)
    monkeypatch.setattr(screen, "console", lambda: out)
    screen.show_table("Cases", COLUMNS, ROWS)
    said = out.file.getvalue()  # type: ignore[attr-defined]

    for whole in ("F2026-0102", "F2026-0103", "C-001", "1210.50", "7.00"):
        assert whole in said
    assert all(len(line) <= width for line in said.splitlines())
    assert ("Invoice: F2026-0102" in said) == (width < 46)
