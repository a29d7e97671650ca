"""Senders that behave as real ones do: what was not answered with 2xx is sent again, later and later."""

from __future__ import annotations

import http.client
import multiprocessing
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field

from bench.intake.said import Lanes, Said, Way
from bench.intake.signing import Secrets, write

_HOST = "127.0.0.1"
_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 1.0
"""Seconds. Real senders wait longer: this one is to be done in minutes."""
_TIMEOUT = 30.0
_UNFIT = (400, 401, 403, 404, 413, 415, 422)
"""Answers after which sending the same again is of no use."""


@dataclass
class Sent:
    """What a sender can prove: when each of its events was first answered with 2xx, by the clock of the machine."""

    answered: dict[str, float] = field(default_factory=dict)
    requests: int = 0
    unanswered: int = 0
    """Requests that broke off, or met nobody."""
    refused: Counter[int] = field(default_factory=Counter)
    """Answers that were not 2xx."""
    given_up: list[str] = field(default_factory=list)

    def add(self, other: Sent) -> None:
        """Count another sender's in."""
        for event, moment in other.answered.items():
            self.answered[event] = min(moment, self.answered.get(event, moment))
        self.requests += other.requests
        self.unanswered += other.unanswered
        self.refused += other.refused
        self.given_up += other.given_up


@dataclass(frozen=True)
class Target:
    """Where to send, with what, and when to give up (seconds since 1970)."""

    port: int
    secrets: Secrets
    until: float


def start_sending(lanes: Mapping[Way, Lanes], target: Target, pool: ProcessPoolExecutor) -> list[Future[Sent]]:
    """Set a process to work for each sender."""
    return [pool.submit(send, way, of_way, target) for way, of_way in lanes.items()]


def sender_processes(count: int) -> ProcessPoolExecutor:
    """Processes of their own, which share nothing with whoever starts them."""
    return ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn"))


def send(way: Way, lanes: Lanes, target: Target) -> Sent:
    """Send all lanes side by side, each on a connection of its own."""
    whole = Sent()
    with ThreadPoolExecutor(len(lanes)) as threads:
        for sent in threads.map(lambda lane: _send_lane(way, lane, target), lanes):
            whole.add(sent)
    return whole


def send_at(way: Way, said: Sequence[Said], target: Target, a_second: float, connections: int = 4) -> Sent:
    """Send one by one at a steady pace, whether or not the one before was answered."""
    began = time.time() + 0.5
    rows = [list(enumerate(said))[k::connections] for k in range(connections)]

    def paced(row: Sequence[tuple[int, Said]]) -> Sent:
        return _send_lane(way, [[one] for _, one in row], target, [began + place / a_second for place, _ in row])

    whole = Sent()
    with ThreadPoolExecutor(connections) as threads:
        for sent in threads.map(paced, rows):
            whole.add(sent)
    return whole


def _send_lane(way: Way, requests: Sequence[Sequence[Said]], target: Target, when: Sequence[float] = ()) -> Sent:
    sent = Sent()
    line = _Line(target.port)
    for place, said in enumerate(requests):
        if when:
            time.sleep(max(0.0, when[place] - time.time()))
        if not _deliver(way, said, target, line, sent):
            sent.given_up += [one.id for one in said]
    line.close()
    return sent


def _deliver(way: Way, said: Sequence[Said], target: Target, line: _Line, sent: Sent) -> bool:
    pause = _FIRST_PAUSE
    while time.time() < target.until:
        request = write(way, said, target.secrets)
        sent.requests += 1
        try:
            status = line.post(request.path, request.body, request.headers)
        except (OSError, http.client.HTTPException):
            sent.unanswered += 1
        else:
            if 200 <= status < 300:
                moment = time.time()
                for one in said:
                    sent.answered.setdefault(one.id, moment)
                return True
            sent.refused[status] += 1
            if status in _UNFIT:
                return False
        time.sleep(pause)
        pause = min(2 * pause, _LONGEST_PAUSE)
    return False


class _Line:
    """A connection that is kept, and made anew after it broke."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._open: http.client.HTTPConnection | None = None

    def post(self, path: str, body: bytes, headers: Mapping[str, str]) -> int:
        """The status of the answer; raises `OSError` or `HTTPException` where there is none."""
        if self._open is None:
            self._open = http.client.HTTPConnection(_HOST, self._port, timeout=_TIMEOUT)
        try:
            self._open.request("POST", path, body, dict(headers))
            answer = self._open.getresponse()
            answer.read()
            return answer.status
        except (OSError, http.client.HTTPException):
            self.close()
            raise

    def close(self) -> None:
        if self._open is not None:
            with suppress(OSError):
                self._open.close()
            self._open = None
