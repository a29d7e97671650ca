"""Hands on an empty home, and on one with a small book."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.hands import Hands, overdue_row


@pytest.fixture
def hands(tmp_path: Path) -> Hands:
    return Hands(tmp_path)


@pytest.fixture
def at_work(hands: Hands, small_book: Path) -> Hands:
    """A ledger with two invoices of one customer, one of another, and one of a third in pounds."""
    shutil.copytree(small_book, hands.folder, dirs_exist_ok=True)
    return hands


@pytest.fixture(scope="session")
def small_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of such a ledger, to be copied."""
    hands = Hands(tmp_path_factory.mktemp("small"))
    hands.bring_in(
        overdue_row("F1"),
        overdue_row("F2", amount="300.00"),
        overdue_row("F3", customer="C-2", name="Hotel Mirador, S.L.", email="pagos@mirador.example"),
        overdue_row("F4", customer="C-3", name="Lowland Tools Ltd", currency="GBP", language="en"),
    )
    return hands.folder
