"""The provider, a process of its own: what it accepted is its own truth about what reached people."""

from __future__ import annotations

import os
import re
import signal
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess

from bench.fake_provider import (
    BAD_GATEWAY,
    Answer,
    Behaviour,
    FakeProvider,
    Line,
    Taken,
    sendgrid_refusal,
    twilio_refusal,
)
from bench.faults.fault import Point, Says
from bench.faults.wire import At, ask

_REFERENCE = re.compile(r"\(ref ([0-9A-F]{8})\)")


@dataclass(frozen=True, slots=True)
class Took:
    """A message that the provider accepted: for whom, and with which reference of ours."""

    address: str
    reference: str


class Provider:
    """The process. It listens from `start` on; until then its address is kept, and refuses everybody."""

    def __init__(self, wire: str, context: BaseContext) -> None:
        self._kept = socket.socket()
        self._kept.bind(("127.0.0.1", 0))
        port: int = self._kept.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self._context = context
        self._arguments = (port, wire)
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def start(self) -> None:
        """Listen; returns when it does."""
        self._kept.close()
        self._line, theirs = self._context.Pipe()
        self._process = self._context.Process(target=_serve, args=(*self._arguments, theirs))  # type: ignore[attr-defined]
        self._process.start()
        theirs.close()
        self._line.recv()

    def count(self) -> list[Took]:
        """What was accepted."""
        if self._line is None:
            return []
        self._line.send("count")
        taken: Sequence[Took] = self._line.recv()
        return list(taken)

    def leave(self) -> None:
        """End it."""
        self._kept.close()
        if self._line is not None and self._process is not None:
            self._line.close()
            self._process.join()
            self._process = self._line = None


def _serve(port: int, wire: str, line: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def decide(method: str, recipient: str) -> Behaviour | None:
        if method != "POST":
            return None
        return _behaviour(ask(wire, At(Point.CALL, recipient, os.getpid())), recipient)

    with FakeProvider(port, decide) as provider:
        line.send("listening")
        while True:
            try:
                line.recv()
            except EOFError:
                return
            line.send([*map(_mail, provider.mails), *map(_text, provider.texts)])


def _behaviour(says: Says, recipient: str) -> Behaviour | None:
    by_mail = "@" in recipient
    # Which of two ways it takes to the same end goes by the recipient: every run of a seed does the same.
    second = sum(map(ord, recipient)) % 4 < 2
    match says:
        case Says.TOO_MANY:
            return sendgrid_refusal(429) if by_mail else twilio_refusal(429, 20429)
        case Says.ERROR:
            return sendgrid_refusal(500) if by_mail else Answer(500, b"{}")
        case Says.BAD_GATEWAY:
            return BAD_GATEWAY
        case Says.NOTHING:
            return Line.HANG if second else Line.NOTHING
        case Says.DROP:
            return Line.HALF if second else Line.ACCEPT_THEN_DROP
        case Says.ACCEPT:
            return None


def _mail(taken: Taken) -> Took:
    (personal,) = taken.form["personalizations"]
    return Took(personal["to"][0]["email"], taken.form["custom_args"]["contact"])


def _text(taken: Taken) -> Took:
    found = _REFERENCE.search(taken.form["Body"])
    return Took(taken.form["To"], found[1] if found else "")
