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


PREVIEW = {
    "When": "Wed 09 Dec 2026 09:01",
    "Customer": "C-020",
    "Name": "Frutas del Segura, S.L.",
    "By": "e-mail",
    "What": "courtesy",
    "Invoices": "courtesy: F-1",
    "Language": "es",
    "Shifted by": "Immaculate Conception, Spain",
}
TIMELINE = {
    "Day": "Mon 28 Dec 2026",
    "Step": "week-2-call",
    "What": "decision",
    "Who": "automatic",
    "Letter or goal": "friendly",
    "On condition": "waits for spoken; could-not-reach if unreached",
    "Why that day": "1 day after the due date 2026-12-04; shifted by Saturday",
}


@pytest.mark.parametrize("shown", [PREVIEW, TIMELINE])
def test_every_word_can_be_read_on_any_terminal(monkeypatch: pytest.MonkeyPatch, shown: dict[str, str]) -> None:
    words = [word for text in (*shown, *shown.values()) for word in text.split()]
    for width in range(40, 201):
        out = Console(width=width, file=io.StringIO(), highlight=False)
        monkeypatch.setattr(screen, "console", lambda out=out: out)
        screen.show_table("A table", list(shown), [list(shown.values())])
        said = out.file.getvalue()  # type: ignore[attr-defined]

        assert all(len(line) <= width for line in said.splitlines())
        assert [word for word in words if word not in said] == [], width
        assert next(iter(shown.values())) in said
