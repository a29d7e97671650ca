"""One line for each event of note, while `up` runs: read from the evidence, so nothing happens unseen."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Callable
from typing import Any

from cobro.ledger import queries
from cobro.ledger.ledger import Ledger
from cobro.ledger.queries import NewsLine

_EVERY = 1.0

_WORDS: dict[str, Callable[[dict[str, Any]], str]] = {
    "episode_opened": lambda c: f"collected from now on ({c['reason']}, episode {c['episode']})",
    "contact_claimed": lambda c: f"{c['channel']} {c['step']}, open {c['open']}",
    "contact_settled": lambda c: f"contact {c['state']} {c.get('detail') or ''}".strip(),
    "task_opened": lambda c: f"on the desk: task {c['task']}, {c['task_kind']}: {c['goal']}, due {c['due']}",
    "task_closed": lambda c: f"off the desk: task {c['task']}, {c['state']}: {c['reason']}",
    "task_overdue": lambda c: f"overdue: task {c['task']}, for the senior by {c['due']}",
    "money": lambda c: f"{c['amount']} applied, {c['left']} left",
    "episode_ended": lambda c: f"ended: {c['ending']} ({c['reason']})",
    "handed_over": lambda c: f"handed over: {c['file']}",
    "plan_ended": lambda c: f"plan {c['plan']} {c['ending']} ({c['reason']})",
}
"""The links of note, in words. A link of another kind is told by its kind; money has a link of its own."""

_TOLD_BY_MONEY = ("imported", "payment_received", "payment_reversed", "credit_issued")


async def follow_news(ledger: Ledger, since: int, stop: asyncio.Event, say: Callable[[str], None]) -> None:
    """Say what is written into the evidence from a link on, until told to stop."""
    while not stop.is_set():
        for line in await asyncio.to_thread(_read, ledger, since):
            since = line.id
            if told := words_of(line):
                say(told)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), _EVERY)


def words_of(line: NewsLine) -> str | None:
    """One link of evidence in one line, or None where another link says it better."""
    if line.kind in _TOLD_BY_MONEY:
        return None
    content = json.loads(line.content) if line.content else {}
    say = _WORDS.get(line.kind)
    what = say(content) if say and content else f"{line.kind.replace('_', ' ')} (by {content.get('by', 'somebody')})"
    return f"{line.at.astimezone():%H:%M:%S}  {line.invoice}  {what}"


def _read(ledger: Ledger, since: int) -> list[NewsLine]:
    with ledger.reading() as session:
        return queries.news(session, since)
