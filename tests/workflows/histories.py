"""Saved histories: what running cases have behind them, and what every later version must be able to replay."""

from __future__ import annotations

import json
import os
import re
import socket
import sys
from pathlib import Path

from temporalio.client import Client

from cobro.settings import ROOT

FOLDER = Path(__file__).parent / "histories"
SAVING = "COBRO_SAVE_HISTORIES"
"""Environment variable: set, the lives of the branch tests are saved anew (`make histories`)."""


async def save(client: Client, creditor: str, name: str) -> None:
    """Save the histories of all runs of a life, if that is asked for."""
    if not os.environ.get(SAVING):
        return
    FOLDER.mkdir(exist_ok=True)
    number = 0
    async for run in client.list_workflows():
        if f"/{creditor}/" not in run.id:
            continue
        history = await client.get_workflow_handle(run.id, run_id=run.run_id).fetch_history()
        if not any(event.HasField("workflow_task_completed_event_attributes") for event in history.events):
            continue  # It has not begun: there is nothing to replay, and the replayer would wait for ever.
        number += 1
        content = {"workflow_id": run.id, "history": json.loads(history.to_json())}
        text = json.dumps(content, indent=1).replace(f"@{socket.gethostname()}", "@host")
        text = text.replace(f"{ROOT}/", "").replace(sys.base_prefix, "python")
        (FOLDER / f"{_plain(name)}-{number}.json").write_text(text + "\n", encoding="utf-8")


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
