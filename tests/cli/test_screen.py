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


@pytest.mark.parametrize("width", [200, 120, 110, 100, 90, 80, 60, 40])
def test_no_column_is_squeezed_away_by_a_first_one_of_several_words(
    monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    """A moment in the first column takes more room than its longest word; what stands behind it can still be read."""
    out = Console(width=width, file=io.StringIO(), highlight=False)
    monkeypatch.setattr(screen, "console", lambda: out)
    columns = ["When", "Customer", "Name", "By", "What", "Invoices", "Language", "Shifted by"]
    row = ["Wed 09 Dec 2026 09:01", "C-020", "Frutas del Segura, S.L.", "e-mail", "courtesy", "courtesy: F-1", "es"]
    screen.show_table("Would leave", columns, [[*row, "Immaculate Conception, Spain"]])
    said = out.file.getvalue()  # type: ignore[attr-defined]

    assert all(len(line) <= width for line in said.splitlines())
    for whole in ("Wed 09 Dec 2026 09:01", "C-020", "Segura,", "e-mail", "Immaculate", "Conception,"):
        assert whole in said
