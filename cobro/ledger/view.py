"""A case's current move as its workflow holds it, with the words that a person reads in the Temporal Web UI."""

from __future__ import annotations

import datetime as dt

from cobro.dunning.contact import ContactState
from cobro.dunning.money import Money
from cobro.dunning.move import Do, NumberedMove
from cobro.ledger import tables as t
from cobro.ledger.case import Case
from cobro.ledger.facts import Seen
from cobro.ledger.moving import Standing

_LONGEST_SUMMARY = 180
"""Temporal keeps 200 bytes of a summary."""


def numbered(standing: Standing, shift: dt.timedelta, came: str | None = None) -> NumberedMove:
    """The move for the workflow. `shift` is business time less engine time: zero outside a rehearsal. `came` is what
    came of the turn that it answers."""
    case, row = standing.case, standing.row
    return NumberedMove(
        n=row.n,
        do=row.do,
        alarm=row.at - shift,
        summary=_summary(case, row),
        details=_details(case, row, standing.seen),
        ending=row.ending,
        came=came,
    )


def _summary(case: Case, row: t.MoveRow) -> str:
    if row.do is Do.END:
        return row.why
    at = row.at.astimezone(case.calendar.zone)
    shifted = f" · {row.shifted}" if row.shifted else ""
    return f"{row.step or row.why} · {at:%a %d %b %H:%M}{shifted}"[:_LONGEST_SUMMARY]


def _open(case: Case, left: Money) -> str:
    return str(left) if left == case.invoice.total else f"{left} of {case.invoice.total}"


def _details(case: Case, row: t.MoveRow, seen: Seen) -> str:
    facts = seen.facts
    lines = [
        f"**Stage** {facts.done[-1].step if facts.done else 'not reminded yet'} (episode {case.episode.k})",
        f"**Open** {_open(case, facts.open)}, due {case.invoice.due}",
    ]
    if facts.segment:
        lines.append(f"**Segment** {facts.segment}: {facts.segment_why}")
    if facts.disputed:
        lines.append(f"**Disputed** {facts.disputed}")
    if seen.carried:
        last = seen.carried[-1]
        state = "" if last.state is ContactState.SENT else f": {last.state.value}"
        lines.append(f"**Last contact** {last.channel.value} on {last.day}{state}")
    what = "" if row.do is Do.END else f"{row.do.value} {row.step or ''}".strip() + ": "
    lines.append(f"**Next** {what}{row.why} (policy {row.policy} {row.policy_version})")
    if row.shifted:
        lines.append(f"**Shifted** {row.shifted}")
    return "\n\n".join(lines)
