"""A server of our own that does not start at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from cobro import server


def _stand_in(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    real, stand_in = server.program(), folder / "temporal"
    stand_in.write_text(f"#!/bin/sh\nREAL={real}\n{script}", encoding="utf-8")
    stand_in.chmod(0o755)
    monkeypatch.setattr(server, "program", lambda: str(stand_in))
    return stand_in


async def test_a_server_that_finds_its_port_taken_is_started_again_on_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = tmp_path / "taken"
    _stand_in(tmp_path, f'[ -e {taken} ] && exec "$REAL" "$@"\ntouch {taken}\necho port in use\nexit 1\n', monkeypatch)
    async with server.own_server(ui_port=0) as own:
        assert await own.client.service_client.check_health()
    assert taken.exists()


async def test_a_server_that_never_starts_is_told_with_its_last_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _stand_in(tmp_path, "echo try >> tries\necho the disk is full\nexit 1\n", monkeypatch)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(server.NoServer, match="ended with 1 instead of serving: the disk is full"):
        async with server.own_server(tmp_path / "state.db"):
            pass
    assert (tmp_path / "tries").read_text(encoding="utf-8").count("try") == 3
