"""What is sent, by whom and in which order: everything is given by a seed."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.intake.book import Owing
from bench.intake.said import Lanes, Said, Way
from bench.intake.stories import Teller

_LANES = {
    Way.BILLING: (2, 10),
    Way.SHOP: (30, 1),
    Way.STRIPE: (20, 1),
    Way.SENDGRID: (1, 10),
    Way.TWILIO: (1, 1),
}
"""For each sender, how many connections it has, and how many events it puts into a request."""
_EACH = 5
"""Events about one invoice, on average."""
_NEW = 8
"""One in so many of the invoices that are talked about is not in the book: it is issued meanwhile."""
_REPEATED, _EARLY = 10, 5
"""One in so many is sent again; and one in so many is sent before the event that it needs, of which about half come so
in the end, because the senders do not wait for one another."""
_SPREAD = 0.2
"""A story is told within this part of the whole."""


@dataclass(frozen=True)
class Plan:
    """A book, the events about it, and how they are sent."""

    day: dt.date
    book: Sequence[Owing]
    new: Sequence[Owing]
    events: Sequence[Said]
    lanes: dict[Way, Lanes]
    repeated: int
    """How many events are sent a second time."""
    early: int
    """How many are sent before the event that they need."""
    teller: Teller
    """For what is to be said afterwards."""


def make_plan(
    book: Sequence[Owing], contacts: Mapping[str, str], events: int, rng: random.Random, today: dt.date
) -> Plan:
    """Plan about so many events. A tenth of them is repeated, and about as many come before what they need.

    Args:
        book: the invoices that are known from the start.
        contacts: ids of what was written about some of them, by number.
        events: how many there are to be.
        rng: gives everything else.
        today: the day on which everything happens.
    """
    teller = Teller(rng, today, contacts)
    told_of = rng.sample(book, min(len(book), max(1, events // _EACH)))
    new = [Owing(f"N-{k:05}", f"NK-{k:05}", rng.randint(2_000, 200_000)) for k in range(len(told_of) // _NEW)]
    counts = _counts(events, len(told_of) + len(new), rng)
    stories = [teller.of_new(owing, next(counts)) for owing in new]
    stories += [teller.of_known(owing, next(counts)) for owing in told_of]
    place = {said.id: at for story in stories for said, at in zip(story, _places(len(story), rng), strict=True)}
    said = list(itertools.chain.from_iterable(stories))
    needy = [one for one in said if one.after is not None]
    early = rng.sample(needy, min(len(needy), len(said) // _EARLY))
    for one in early:
        place[one.id] = place[one.after or ""] - rng.random() * _SPREAD / 2
    sendings = [(place[one.id], one) for one in said]
    again = rng.sample(said, len(said) // _REPEATED)
    sendings += [(place[one.id] + rng.random() * _SPREAD, one) for one in again]
    sendings.sort(key=lambda pair: pair[0])
    return Plan(today, book, new, said, _lanes([one for _, one in sendings]), len(again), len(early), teller)


def _counts(events: int, stories: int, rng: random.Random) -> itertools.chain[int]:
    """How many events each story has: two at least, and so many in all."""
    counts = [max(2, events // stories)] * stories
    for _ in range(events - sum(counts)):
        counts[rng.randrange(stories)] += 1
    return itertools.chain(counts)


def _places(count: int, rng: random.Random) -> list[float]:
    start = rng.random()
    return [start + offset for offset in sorted(rng.random() * _SPREAD for _ in range(count))]


def _lanes(said: Sequence[Said]) -> dict[Way, Lanes]:
    """One connection carries all that its sender says about one invoice, in its order; each carries about as much."""
    rows: dict[Way, list[list[Said]]] = {way: [[] for _ in range(many)] for way, (many, _) in _LANES.items()}
    about: dict[tuple[Way, str], list[Said]] = {}
    weights = Counter((one.way, one.about) for one in said)
    loads: Counter[tuple[Way, int]] = Counter()
    for one in said:
        key = one.way, one.about
        if key not in about:
            place = min(range(len(rows[one.way])), key=lambda place: loads[one.way, place])
            loads[one.way, place] += weights[key]
            about[key] = rows[one.way][place]
        about[key].append(one)
    return {
        way: [[row[k : k + _LANES[way][1]] for k in range(0, len(row), _LANES[way][1])] for row in lanes if row]
        for way, lanes in rows.items()
        if any(lanes)
    }
