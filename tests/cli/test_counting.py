"""A long file shows how far it is, on a terminal only."""

from __future__ import annotations

import io
import sys

import pytest

from cobro.cli.progress import Counting


class Terminal(io.StringIO):
    """Something that shows what is written to it, or does not."""

    def __init__(self, *, shown: bool) -> None:
        super().__init__()
        self.shown = shown

    def isatty(self) -> bool:
        return self.shown


@pytest.mark.parametrize(
    ("count", "shown", "quiet", "seen"),
    [(1000, True, False, True), (999, True, False, False), (1000, False, False, False), (1000, True, True, False)],
)
def test_a_bar_from_a_thousand_rows_on(
    monkeypatch: pytest.MonkeyPatch, count: int, shown: bool, quiet: bool, seen: bool
) -> None:
    terminal = Terminal(shown=shown)
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with Counting("reading", count, quiet=quiet) as counting:
        for _ in range(count):
            counting.one()
    assert (f"{count}/{count}" in terminal.getvalue()) == seen
    assert bool(terminal.getvalue()) == seen
