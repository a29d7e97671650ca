"""One message for several cases, seen from their own workflows."""

from __future__ import annotations

import datetime as dt
import json

from cobro.dunning.contact import reference
from cobro.ledger import tables as t
from tests.workflows.life import Life, invoice


async def _came(life: Life, number: str) -> list[str | None]:
    """What the answers to a case's turns say, from its history."""
    found = []
    async for event in life.handle(number).fetch_history_events():
        if event.HasField("activity_task_completed_event_attributes"):
            (payload,) = event.activity_task_completed_event_attributes.result.payloads
            found.append(json.loads(payload.data).get("came"))
    return found


async def test_each_case_says_in_its_own_history_whose_contact_carried_it(life: Life) -> None:
    await life.bring_in(invoice("A-1"), invoice("A-2"))
    due = life.move("A-2").at
    await life.walk("A-1")
    await life.forward(life.handle("A-2").id, due + dt.timedelta(seconds=20))
    for number in ("A-1", "A-2"):
        await life.happened("EVENT_TYPE_ACTIVITY_TASK_COMPLETED", number)
    with life.house.ledger.reading() as session:
        (contact,) = session.query(t.Contact).all()

    assert len(life.mails()) == 1
    assert await _came(life, "A-1") == [f"sent {reference(contact.id)}"]
    assert await _came(life, "A-2") == [f"merged {reference(contact.id)}"], (
        "one turn, as without merging: no Action more"
    )
