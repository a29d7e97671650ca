from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from temporalio.client import Client

from cobro.server import own_server
from tests.workflows.life import Life, lives


@pytest.fixture(scope="session")
async def server_client() -> AsyncIterator[Client]:
    """The real server, in memory, with time skipping allowed."""
    async with own_server(skipping=True) as environment:
        yield environment.client


@pytest.fixture
async def life(server_client: Client, tmp_path: Path) -> AsyncIterator[Life]:
    async with lives(server_client, tmp_path) as life:
        yield life
