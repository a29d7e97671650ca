"""`up` and `gateway` as real processes: what is sent to them over HTTP has its effect."""

from __future__ import annotations

import asyncio
import json
import re
import signal
import socket
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from tests.cli.hands import Hands, overdue_row, starter
from tests.cli.processes import Running, running
from tests.gateway.served import payment


@pytest.fixture
def hands(tmp_path: Path) -> Hands:
    hands = Hands(tmp_path)
    hands.bring_in(overdue_row("F1"))
    return hands


async def address(process: Running) -> str:
    found = re.search(r"http://127\.0\.0\.1:\d+", await process.until("HTTP: "))
    assert found is not None
    return found[0]


async def pay(url: str, key: str) -> Any:
    """Pay F1 in full."""
    content = json.dumps(payment("P-1", invoice="F1", amount="1210.50")).encode()
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/cloudevents+json"}
    request = urllib.request.Request(f"{url}/v1/events", content, headers)

    def send() -> Any:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read())

    return await asyncio.to_thread(send)


async def test_up_applies_what_is_sent_and_tells_of_it(hands: Hands) -> None:
    key = hands.read("key", "new", "billing", "--scope", "events")["key"]
    command = starter("up", "--port", "0", "--ui-port", "0", "--http-port", "0")
    async with running(command, hands.environment, hands.folder) as up:
        url = await address(up)
        assert (await pay(url, key))["verdict"] == "received"
        await up.until("F1  ended: settled")
        assert await up.leave(signal.SIGINT) == 0

    assert "Traceback" not in up.all_said


async def test_without_temporal_what_is_sent_is_stored_and_applied(hands: Hands) -> None:
    key = hands.read("key", "new", "billing", "--scope", "events")["key"]
    environment = {**hands.environment, "TEMPORAL_ADDRESS": "127.0.0.1:1"}
    async with running(starter("up", "--http-port", "0"), environment, hands.folder) as up:
        url = await address(up)
        assert (await pay(url, key))["verdict"] == "received"
        assert await up.leave() == 0


async def test_the_gateway_runs_alone_and_says_loudly_what_is_unsigned(hands: Hands) -> None:
    key = hands.read("key", "new", "billing", "--scope", "events")["key"]
    environment = {**hands.environment, "COBRO_ACCEPT_UNSIGNED": "twilio"}
    async with running(starter("gateway", "--port", "0"), environment, hands.folder) as gateway:
        url = await address(gateway)
        assert "twilio is taken unsigned" in await gateway.until("WARNING")
        assert (await pay(url, key))["verdict"] == "received"
        assert (await pay(url, key))["verdict"] == "repeated"
        assert await gateway.leave() == 0

    assert gateway.all_said.endswith("Left.\n")
    assert key not in gateway.all_said


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"COBRO_STRIPE_SECRETS": "whsec"}, "COBRO_STRIPE_SECRETS: expected a JSON object like"),
        ({"COBRO_SENDGRID_EVENT_KEY": "abc"}, "COBRO_SENDGRID_EVENT_KEY: expected the public key"),
        ({"COBRO_ACCEPT_UNSIGNED": "all"}, "COBRO_ACCEPT_UNSIGNED: expected 'stripe', 'sendgrid' or 'twilio'"),
        ({"COBRO_PUBLIC_URL": "cobro.example"}, "COBRO_PUBLIC_URL: expected an address like"),
        ({"COBRO_RATE_PER_KEY": "0"}, "COBRO_RATE_PER_KEY: expected greater than 0"),
    ],
)
async def test_a_setting_that_cannot_be_read_is_one_line(hands: Hands, environment: dict[str, str], told: str) -> None:
    command = starter("gateway", "--port", "0")
    async with running(command, {**hands.environment, **environment}, hands.folder) as gateway:
        assert await gateway.end() == 2

    assert told in gateway.all_said
    assert gateway.all_said.count("\n") == 1


async def test_a_port_that_is_taken_is_one_line(hands: Hands) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        command = starter("gateway", "--port", str(taken.getsockname()[1]))
        async with running(command, hands.environment, hands.folder) as gateway:
            assert await gateway.end() == 1

    assert "cannot be used" in gateway.all_said
    assert gateway.all_said.count("\n") == 1
