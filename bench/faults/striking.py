"""How a fault strikes: who comes to its point is held there, payment or stop lands, and the thing happens."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bench.faults.book import Owing
from bench.faults.fault import Does, Fault, Point, Says
from bench.faults.landing import Landing
from bench.faults.wire import At

_LONGEST_HOLD = 2.5
"""Seconds until a group is complete enough, whoever is still missing."""
_RIVAL_WITHIN = 40.0
_FEWEST, _MOST = 6, 14
"""How many contacts a killed worker has at the point."""


@dataclass
class _Group:
    """Contacts that one stroke meets together. `done` is set when it has struck."""

    size: int
    owing: list[Owing] = field(default_factory=list)
    done: threading.Event = field(default_factory=threading.Event)


class Striking:
    """Decides for everybody who comes to a point. `strike` does the thing once for a group of customers; it returns
    when those who are held may go on.

    Thread-safe: each caller waits on a thread of its own.
    """

    def __init__(
        self,
        fault: Fault,
        owing: Sequence[Owing],
        landing: Landing,
        rng: random.Random,
        strike: Callable[[Sequence[Owing]], None],
    ) -> None:
        self._fault = fault
        self._landing = landing
        self._rng = rng
        self._strike = strike
        self._by = {key: one for one in owing for key in (one.address, *one.numbers)}
        self._lock = threading.Lock()
        self._group: _Group | None = None
        self._rivals: dict[str, threading.Event] = {}

    def decide(self, at: At) -> Says:
        """Hold whoever is concerned; returns what the provider is to say."""
        owing = self._by[at.about]
        if self._fault.does is Does.RACE and owing.chosen and at.point is Point.BEFORE_CLAIM:
            self._race(owing)
            return Says.ACCEPT
        with self._lock:
            if not owing.chosen or owing.struck or at.point is not owing.point:
                return Says.ACCEPT
            owing.struck = True
        match self._fault.does:
            case Does.ANSWER:
                self._landing.land(owing)
                return self._fault.says
            case Does.KILL_WORKER:
                self._landing.land(owing)
                self._together(owing)
                # What a killed worker had handed over, the provider takes or not.
                return self._chance() if at.point is Point.CALL else Says.ACCEPT
            case _:
                self._together(owing)
                return Says.ACCEPT

    def _chance(self) -> Says:
        with self._lock:
            return self._rng.choice((Says.ACCEPT, Says.NOTHING))

    def _together(self, owing: Owing) -> None:
        """Wait for others at the point, and strike when there are enough; the first of a group waits for the rest."""
        with self._lock:
            group = self._group
            is_first = group is None
            if group is None:
                group = self._group = _Group(self._rng.randint(_FEWEST, _MOST))
            group.owing.append(owing)
            complete = len(group.owing) >= group.size
            if complete:
                self._group = None
        if complete:
            self._do(group)
        elif is_first and not group.done.wait(_LONGEST_HOLD):
            with self._lock:
                mine = self._group is group
                if mine:
                    self._group = None
            if mine:
                self._do(group)
        group.done.wait()

    def _do(self, group: _Group) -> None:
        self._strike(group.owing)
        group.done.set()

    def _race(self, owing: Owing) -> None:
        with self._lock:
            rival = self._rivals.get(owing.ref)
            if rival is None:
                self._rivals[owing.ref] = rival = threading.Event()
                is_first = True
            else:
                is_first = False
                if rival.is_set():
                    return
        if is_first:
            # Its rival is the next try, once the server has given this one up, or another case of the customer.
            rival.wait(_RIVAL_WITHIN)
            return
        owing.struck = True
        self._landing.land_aside([owing])
        time.sleep(self._rng.random() * 0.05)
        rival.set()
