"""Workers away, killed or twice: one catch-up contact at the right level, and never the same one again."""

from __future__ import annotations

import asyncio
import datetime as dt
import signal
import subprocess
import sys
from pathlib import Path

from bench.fake_provider import FakeProvider, Line
from cobro.server import OwnServer
from cobro.serving import connect, make_worker
from tests.workflows.life import Life, invoice, lives

WEEKS = dt.timedelta(days=24)
HOUR = dt.timedelta(hours=1)


async def test_after_weeks_without_a_worker_there_is_one_contact_and_the_distances_are_kept(life: Life) -> None:
    await life.bring_in(invoice("A-1"))
    await life.walk_to("week-1")
    at = life.move().at
    await life.sleep_through(WEEKS)
    await life.forward(life.handle().id, at + WEEKS + HOUR)
    await life.until(lambda: len(life.steps()) == 2)
    await life.walk_to("week-2-call")
    await life.walk()
    assert life.steps() == ["courtesy", "week-1", "week-2-call"]
    assert life.days()[1] >= (at + WEEKS).date() - dt.timedelta(days=1)
    assert (life.days()[2] - life.days()[1]).days >= 7


async def test_two_workers_on_one_case_send_each_step_once(life: Life, server: OwnServer) -> None:
    await life.bring_in(invoice("A-1"))
    async with make_worker(await connect(server.address, own=True), life.house, life.clock.shift):
        await life.walk_to("week-2-call")
    assert life.steps() == ["courtesy", "week-1"]
    assert len(life.mails()) == 2


async def test_a_case_whose_run_was_lost_is_started_again_by_the_next_news_of_it(life: Life) -> None:
    await life.bring_in(invoice("A-1"))
    at = life.move().at
    await life.tell("hold_placed", at - 2 * HOUR, until=(at + WEEKS).date())
    await life.handle().terminate("lost with its server")
    life.report("hold_released", at - HOUR)
    await life.deliver(at - HOUR)
    await life.walk_to("week-1")
    assert life.steps() == ["courtesy"]


async def test_a_worker_killed_in_the_providers_hands_sends_nothing_twice(server: OwnServer, tmp_path: Path) -> None:
    """SIGKILL while SendGrid has the letter: it cannot say later what it took, so the contact is unknown."""
    with FakeProvider() as provider:
        provider.script(Line.HANG)
        async with lives(server.client, tmp_path) as life:
            await life.stop_worker()
            await life.bring_in(invoice("A-1"))
            arguments = [tmp_path, server.address, life.house.settings.task_queue, life.clock.shift.total_seconds()]
            command = [sys.executable, "-m", "tests.workflows.worker_process", *map(str, arguments), provider.url]
            first = subprocess.Popen(command)
            skipping = asyncio.create_task(life.travel.forward(life.handle().id, life.move().at + WEEKS))
            await asyncio.to_thread(provider.asked_once.wait, 30)
            first.send_signal(signal.SIGKILL)
            first.wait()
            second = subprocess.Popen(command)
            try:
                # The server gives the killed try up after a minute.
                await life.happened("EVENT_TYPE_ACTIVITY_TASK_COMPLETED", within=120)
            finally:
                second.terminate()
                code = second.wait(60)
                skipping.cancel()
            assert code == 0
            assert life.states()[0] == "unknown"
            assert life.steps()[0] == "courtesy"
