"""Histories of every branch, saved from real runs, are replayed by the workflows as they are now."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from temporalio.client import WorkflowHistory
from temporalio.worker import Replayer
from temporalio.workflow import NondeterminismError

from cobro.serving import WORKFLOWS, plugin
from tests.workflows.histories import FOLDER

SAVED = sorted(FOLDER.glob("*.json"))


def _history(path: Path) -> WorkflowHistory:
    saved = json.loads(path.read_text(encoding="utf-8"))
    return WorkflowHistory.from_json(saved["workflow_id"], saved["history"])


def test_histories_of_every_ending_are_saved() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in SAVED)
    assert len(SAVED) >= 15
    assert "PaymentPlan" in text


@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.stem)
async def test_a_saved_history_replays(path: Path) -> None:
    await Replayer(workflows=list(WORKFLOWS), plugins=[plugin()]).replay_workflow(_history(path))


async def test_a_changed_sequence_is_noticed() -> None:
    """A history that this code cannot have written does not replay: the check can fail."""
    path = next(path for path in SAVED if "part-payment" in path.stem)
    saved = json.loads(path.read_text(encoding="utf-8").replace('"send_email"', '"send_sms"'))
    history = WorkflowHistory.from_json(saved["workflow_id"], saved["history"])
    with pytest.raises(NondeterminismError):
        await Replayer(workflows=list(WORKFLOWS), plugins=[plugin()]).replay_workflow(history)
