"""The real process: `starter.py up` in a home of its own, started, killed, found again, and ended at last."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import psutil

from bench.intake.signing import Secrets
from cobro.server import port_or_free
from cobro.settings import ROOT

_HOST = "127.0.0.1"
_SERVES_WITHIN = 60.0
_LEAVES_WITHIN = 60.0
_LOOK = 0.05
_STARTER = ROOT / "starter.py"


class Process:
    """One installation. `port` is that of the gateway, the same after every start."""

    def __init__(self, home: Path, secrets: Secrets) -> None:
        self.home = home
        self.port = port_or_free(0)
        self.stretches: list[tuple[float, float]] = []
        """From when until when it served, by the clock of the machine."""
        self._temporal = port_or_free(0)
        self._env = _environment(home, secrets.settings)
        self._running: subprocess.Popen[bytes] | None = None
        self._servers: dict[int, psutil.Process] = {}
        self._began = 0.0

    @property
    def address(self) -> str:
        """Of the home's Temporal Server."""
        return (self.home / "server.address").read_text(encoding="utf-8").strip()

    def key(self, name: str) -> str:
        """Make an API key by the operator's command."""
        command = [sys.executable, str(_STARTER), "key", "new", name, "--scope", "events", "--json"]
        made = subprocess.run(command, env=self._env, capture_output=True, check=True, cwd=self.home)
        return str(json.loads(made.stdout)["key"])

    def start(self) -> None:
        """Start it and wait until it serves.

        Raises:
            RuntimeError: it ended, or does not serve in time.
        """
        command = [sys.executable, str(_STARTER), "up", "--port", str(self._temporal), "--ui-port", "0"]
        command += ["--http-port", str(self.port)]
        with open(self.home / "up.log", "ab") as log:
            self._running = subprocess.Popen(command, env=self._env, stdout=log, stderr=log, cwd=self.home)
        deadline = time.monotonic() + _SERVES_WITHIN
        while not self._serves():
            if self._running.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"up: expected to serve, got: {self.last_line()}")
            time.sleep(_LOOK)
        self._began = time.time()
        for child in psutil.Process(self._running.pid).children(recursive=True):
            self._servers.setdefault(child.pid, child)

    def kill(self) -> None:
        """SIGKILL: nothing is finished, nothing is said."""
        self._end(signal.SIGKILL)

    def start_anew(self) -> None:
        """Let it finish and leave, and start it again: a worker that knows none of its workflows."""
        self._end(signal.SIGTERM)
        self.start()

    def leave(self) -> None:
        """Tell it to stop, as an operator does, and wait; then end the Temporal Server that a killed one had left."""
        try:
            self._end(signal.SIGTERM)
        finally:
            for server in self._servers.values():
                if server.is_running():
                    server.terminate()
            psutil.wait_procs(list(self._servers.values()), _LEAVES_WITHIN)

    def last_line(self) -> str:
        """What it said last."""
        lines = (self.home / "up.log").read_text(encoding="utf-8", errors="replace").strip().splitlines()
        return lines[-1] if lines else "nothing"

    def _end(self, by: signal.Signals) -> None:
        running = self._running
        if running is None:
            return
        self.stretches.append((self._began, time.time()))
        running.send_signal(by)
        try:
            running.wait(_LEAVES_WITHIN)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()
        self._running = None

    def _serves(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://{_HOST}:{self.port}/healthz", timeout=1) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False


@contextmanager
def installed(home: Path, secrets: Secrets) -> Iterator[Process]:
    """An installation whose processes are gone after the block, however it ends."""
    process = Process(home, secrets)
    try:
        yield process
    finally:
        process.leave()


def _environment(home: Path, settings: Mapping[str, str]) -> dict[str, str]:
    """Ours, without what would lead to somebody else's Temporal or ledger."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COBRO_", "TEMPORAL_"))}
    kept |= {"COBRO_HOME": str(home), "COBRO_DIGESTS": "off"}
    return {**kept, **{f"COBRO_{name}": value for name, value in settings.items()}}
