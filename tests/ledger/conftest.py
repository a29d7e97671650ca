"""The stage that the ledger's tests act on."""

from __future__ import annotations

import pytest

from cobro.ledger.ledger import Ledger
from tests.ledger.stage import Stage


@pytest.fixture
def stage(ledger: Ledger) -> Stage:
    """An empty ledger."""
    return Stage(ledger)
