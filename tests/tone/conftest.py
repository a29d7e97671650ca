"""The rates of error are told at the end of a run, for they are what the check of tone is worth."""

from __future__ import annotations

import pytest

RATES = pytest.StashKey[list[str]]()


@pytest.fixture
def tell(request: pytest.FixtureRequest) -> list[str]:
    """Lines for the end of the run."""
    return request.config.stash.setdefault(RATES, [])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if rates := config.stash.get(RATES, []):
        terminalreporter.section("errors of the check of tone")
        for line in sorted(rates):
            terminalreporter.line(line)
