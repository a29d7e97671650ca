"""`worker.py` and `up` as real processes: they carry out what is due, and leave when they are told to."""

from __future__ import annotations

import asyncio
import signal
import sys

import pytest

from cobro.clock import MachineClock
from cobro.dunning.contract import CaseRef
from cobro.relay.relay import Relay
from cobro.server import own_server
from cobro.settings import ROOT
from tests.cli.hands import CREDITOR, Hands, starter
from tests.cli.processes import running

WORKER = [sys.executable, str(ROOT / "worker.py")]
_PATIENCE = 60.0


async def test_a_worker_carries_out_what_is_due_and_leaves_on_sigterm(at_work: Hands) -> None:
    at_work.done("handoff", "F1", "--to", "legal")
    ref = CaseRef(creditor=CREDITOR, invoice="F1")
    async with own_server() as server:
        environment = {**at_work.environment, "TEMPORAL_ADDRESS": server.address}
        async with running(WORKER, environment, at_work.folder) as worker:
            with at_work.house() as house:
                await Relay(house.ledger, server.client, MachineClock(), house.settings.task_queue).deliver()
            async with asyncio.timeout(_PATIENCE):
                ending = await server.client.get_workflow_handle(ref.workflow_id).result()
            assert await worker.leave() == 0

    assert ending == "legal_handoff"
    assert [path.name for path in (at_work.home / "handed-over").iterdir()] == [f"{CREDITOR}-F1-1.zip"]
    assert at_work.read("list", "--ended")["cases"][0]["ending"] == "legal_handoff"
    assert "Traceback" not in worker.all_said
    assert worker.all_said.endswith("left\n")


async def test_a_worker_hears_of_what_a_command_records(at_work: Hands) -> None:
    ref = CaseRef(creditor=CREDITOR, invoice="F2")
    async with own_server() as server:
        environment = {**at_work.environment, "TEMPORAL_ADDRESS": server.address}
        async with running(WORKER, environment, at_work.folder) as worker:
            with at_work.house() as house:
                await Relay(house.ledger, server.client, MachineClock(), house.settings.task_queue).deliver()
            at_work.done("pay", "F2", "300")
            async with asyncio.timeout(_PATIENCE):
                ending = await server.client.get_workflow_handle(ref.workflow_id).result()
            assert await worker.leave(signal.SIGINT) == 0

    assert ending == "settled"


@pytest.mark.parametrize("command", [WORKER, starter("up")], ids=["worker", "up"])
async def test_without_temporal_it_says_so_goes_on_trying_and_leaves_at_once(
    at_work: Hands, command: list[str]
) -> None:
    environment = {**at_work.environment, "TEMPORAL_ADDRESS": "127.0.0.1:1"}
    async with running(command, environment, at_work.folder) as process:
        line = await process.until("does not answer")
        await process.until("trying again in 2 s")
        assert await process.leave() == 0

    assert "Temporal at 127.0.0.1:1 does not answer (Connection refused)" in line
    assert "Traceback" not in process.all_said


@pytest.mark.parametrize("command", [WORKER, starter("up")], ids=["worker", "up"])
@pytest.mark.parametrize(
    ("environment", "code", "told"),
    [
        ({"TEMPORAL_PROFILE": "none"}, 2, "Temporal's settings cannot be read: Profile 'none' not found"),
        ({"COBRO_EMAIL": "pigeon"}, 2, "COBRO_EMAIL: expected 'files' or 'sendgrid'"),
    ],
)
async def test_settings_that_cannot_be_read_are_one_line(
    hands: Hands, command: list[str], environment: dict[str, str], code: int, told: str
) -> None:
    async with running(command, {**hands.environment, **environment}, hands.folder) as process:
        assert await process.end() == code

    assert process.all_said.endswith(f"{told}\n")
    assert process.all_said.count("\n") == 1


@pytest.mark.parametrize("command", [WORKER, starter("up")], ids=["worker", "up"])
async def test_a_namespace_that_does_not_exist_is_one_line(hands: Hands, command: list[str]) -> None:
    async with own_server() as server:
        environment = {**hands.environment, "TEMPORAL_ADDRESS": server.address, "TEMPORAL_NAMESPACE": "none"}
        async with running(command, environment, hands.folder) as process:
            assert await process.end() == 1

    assert "Traceback" not in process.all_said
    assert "none" in process.said[-1]


async def test_up_runs_everything_and_says_what_happens(at_work: Hands) -> None:
    at_work.done("handoff", "F1", "--to", "agency")
    command = starter("up", "--port", "0", "--ui-port", "0")
    async with running(command, at_work.environment, at_work.folder) as up:
        assert "Web UI: http://127.0.0.1:" in await up.until("Temporal Server on 127.0.0.1:")
        await up.until("F1  ended: agency_handoff")
        at_work.done("pay", "F2", "300")
        await up.until("F2  ended: settled")

        async with running(command, at_work.environment, at_work.folder) as second:
            assert await second.end() == 1
        assert "no other 'up'" in second.all_said
        assert second.all_said.count("\n") == 1

        assert await up.leave(signal.SIGINT) == 0
    assert up.said[-1].startswith("Left.")
    assert "Traceback" not in up.all_said


async def test_up_goes_on_where_it_was_left(at_work: Hands) -> None:
    command = starter("up", "--port", "0", "--ui-port", "0")
    async with running(command, at_work.environment, at_work.folder) as up:
        await up.until("Open cases: 4")
        assert await up.leave() == 0
    at_work.done("pay", "F2", "300")
    at_work.done("handoff", "F3", "--to", "legal")

    async with running(command, at_work.environment, at_work.folder) as up:
        await up.until("F3  ended: legal_handoff")
        assert await up.leave() == 0


async def test_up_uses_the_service_that_temporal_s_settings_name(at_work: Hands) -> None:
    at_work.done("handoff", "F1", "--to", "legal")
    ref = CaseRef(creditor=CREDITOR, invoice="F1")
    async with own_server() as server:
        environment = {**at_work.environment, "TEMPORAL_ADDRESS": server.address}
        async with running(starter("up"), environment, at_work.folder) as up:
            await up.until("F1  ended: legal_handoff")
            async with asyncio.timeout(_PATIENCE):
                assert await server.client.get_workflow_handle(ref.workflow_id).result() == "legal_handoff"
            assert await up.leave() == 0

    assert not (at_work.home / "temporal.db").exists()
