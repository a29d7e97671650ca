"""A worker in a process of its own, for tests that kill it. Arguments: home, Temporal, queue, shift, SendGrid."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

from cobro.channels.sendgrid_mail import SendGridMail
from cobro.dunning.contact import Channel
from cobro.house import House, open_house
from cobro.running import run, told_to_stop
from cobro.serving import connect, make_worker
from cobro.settings import Settings


async def _work(home: str, address: str, queue: str, shift: str, sendgrid: str) -> None:
    house = open_house(Settings(home=Path(home), task_queue=queue))
    mail = SendGridMail("SG.key", host=sendgrid, timeout_seconds=600, grace=dt.timedelta(0))
    house = House(house.settings, house.ledger, house.letters, {**house.ways, Channel.EMAIL: mail})
    client = await connect(address, own=True)
    async with make_worker(client, house, dt.timedelta(seconds=float(shift))):
        await told_to_stop().wait()
    house.close()


if __name__ == "__main__":
    run(_work(*sys.argv[1:]))
