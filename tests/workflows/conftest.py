from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from cobro.server import OwnServer, own_server
from tests.workflows.histories import save
from tests.workflows.life import Life, lives


@pytest.fixture(scope="session")
async def server() -> AsyncIterator[OwnServer]:
    """The real server, in memory, with time skipping allowed."""
    async with own_server(skipping=True) as server:
        yield server


@pytest.fixture
async def life(server: OwnServer, tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[Life]:
    async with lives(server.client, tmp_path) as life:
        yield life
        if request.node.path.stem in ("test_branches", "test_messages"):
            await save(server.client, life.creditor.id, request.node.name.removeprefix("test_"))
