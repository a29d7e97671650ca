"""When what is planned for a day may leave, and what put it off: the customer's budget, closed days, the hours."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from cobro.dunning.budget import with_room
from cobro.dunning.calendar import Calendar, Slot
from cobro.dunning.contact import Channel
from cobro.dunning.facts import Facts
from cobro.dunning.move import Do, Move
from cobro.dunning.policy import Policy

LONGEST = 300
"""What the reasons in a move's row can hold, in characters."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """The moment (aware), why then, and what shifted it there, in the order in which it did."""

    at: dt.datetime
    why: str
    shifted: str | None


def leave(
    channel: Channel | None,
    day: dt.date,
    why: str,
    facts: Facts,
    policy: Policy,
    calendar: Calendar,
    now: dt.datetime,
    *,
    counted: bool = True,
) -> Leaving:
    """The first moment on or after a day at which the budget, where it counts, and the hours of the channel allow it.

    A decision is asked of somebody at the creditor (no channel): the customer's budget and closings are not in its way.
    """
    day = max(day, calendar.local_day(now))
    if channel is None:
        slot = calendar.asked_on(day, now)
        return Leaving(slot.at, why + shifted_by(slot), joined(slot.shifts))
    free, used = with_room(day, facts.contacted, policy.limits) if counted else (day, None)
    slot = calendar.slot(free, now, open_way(channel, facts))
    if used is None:
        return Leaving(slot.at, why + shifted_by(slot), joined(slot.shifts))
    why += "; put off by the customer's contact budget"
    return Leaving(slot.at, why + shifted_by(slot), joined((f"budget: {used}", *slot.shifts)))


def open_way(channel: Channel, facts: Facts, instead: Channel = Channel.EMAIL) -> Channel:
    """The channel whose hours count: a text message that cannot be sent leaves as an e-mail; `instead` says as what
    anything else would leave."""
    return channel if channel in facts.ways or instead not in facts.ways or channel is Channel.CALL else instead


def shifted_by(slot: Slot) -> str:
    """How a move's reason ends where closed days or hours put it off."""
    return f"; shifted by {slot.shifted_by}" if slot.shifted_by else ""


def joined(shifts: Iterable[str]) -> str | None:
    """All that shifted a move, as its row keeps it."""
    return "; ".join(shifts)[:LONGEST] or None


def look(calendar: Calendar, day: dt.date, now: dt.datetime, why: str) -> Move:
    """Nothing leaves; the case is looked at again on the morning of a working day."""
    return Move(do=Do.LOOK, at=max(calendar.start_of(day), now), why=why[:LONGEST])
