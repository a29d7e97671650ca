"""The faults: where in the course of a contact each of them strikes, and what it does there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Point(StrEnum):
    """Where a contact is held until the fault has struck."""

    BEFORE_CLAIM = "before the claim"
    AFTER_CLAIM = "after the claim"
    CALL = "during the provider's call"
    BEFORE_RECORD = "after the call"
    AFTER_RECORD = "after the record"


class Does(StrEnum):
    """What a fault does."""

    KILL_WORKER = "kill worker"
    RACE = "race"
    KILL_SERVER = "kill server"
    LOCK = "lock"
    FILL = "fill"
    TAKE_AWAY = "take away"
    ANSWER = "answer"
    BE_DOWN = "be down"


class Says(StrEnum):
    """What the provider says to a message that a fault concerns."""

    TOO_MANY = "429"
    ERROR = "500"
    BAD_GATEWAY = "502"
    NOTHING = "nothing"
    DROP = "drop"
    ACCEPT = "accept"


@dataclass(frozen=True)
class Fault:
    """One fault. `share` is the part of the customers whom it meets.

    `doubt`: whether whoever sent may be left without knowing what became of it, so that an e-mail, which its provider
    cannot be asked about, may end as `unknown`.
    """

    key: str
    title: str
    what: str
    does: Does
    points: tuple[Point, ...] = ()
    says: Says = Says.ACCEPT
    doubt: bool = True
    workers: int = 1
    share: float = 0.5
    alone: bool = False
    """Whether nothing else may run meanwhile."""
    postgresql: bool = False
    unclaimed: bool = False
    """Whether it is made to fail: the worker takes a claim that an earlier try left for its own, and sends again."""


_KILLED = "the worker gets SIGKILL while some contacts are there, and is started anew"
_ALL_OURS = (Point.BEFORE_CLAIM, Point.AFTER_CLAIM, Point.BEFORE_RECORD)

FAULTS = (
    Fault("kill-1", "worker killed before the claim", _KILLED, Does.KILL_WORKER, (Point.BEFORE_CLAIM,)),
    Fault("kill-2", "worker killed after the claim", _KILLED, Does.KILL_WORKER, (Point.AFTER_CLAIM,)),
    Fault(
        "kill-3",
        "worker killed during the provider's call",
        f"{_KILLED}; the provider then takes half of what it has in its hands",
        Does.KILL_WORKER,
        (Point.CALL,),
    ),
    Fault(
        "kill-4", "worker killed after the call, before the record", _KILLED, Does.KILL_WORKER, (Point.BEFORE_RECORD,)
    ),
    Fault(
        "kill-5",
        "worker killed after the record, before the activity completes",
        _KILLED,
        Does.KILL_WORKER,
        (Point.AFTER_RECORD,),
    ),
    Fault(
        "race",
        "two workers racing",
        "a try is held before its claim until the server has given it up and another stands at the same place; "
        "then both go on at once",
        Does.RACE,
        (Point.BEFORE_CLAIM,),
        workers=2,
        share=0.25,
    ),
    Fault(
        "server",
        "Temporal Server killed and restarted",
        "the server gets SIGKILL while contacts are at every point, and is started again on its file",
        Does.KILL_SERVER,
        (*_ALL_OURS, Point.AFTER_RECORD),
        share=0.2,
        alone=True,
    ),
    Fault(
        "locked",
        "database locked",
        "another process holds the write lock of the SQLite ledger, once for longer than anybody waits for it",
        Does.LOCK,
        _ALL_OURS,
        share=0.3,
    ),
    Fault(
        "full",
        "database full",
        "the SQLite ledger may not grow by a page",
        Does.FILL,
        _ALL_OURS,
        share=0.3,
    ),
    Fault(
        "gone",
        "database gone and back",
        "the PostgreSQL server of the ledger ends at once, without finishing anything, and is started again",
        Does.TAKE_AWAY,
        _ALL_OURS,
        share=0.3,
        postgresql=True,
    ),
    Fault(
        "429",
        "provider answers 429",
        "the message is refused: too many at once",
        Does.ANSWER,
        (Point.CALL,),
        Says.TOO_MANY,
        doubt=False,
    ),
    Fault("500", "provider answers 500", "the message is not taken", Does.ANSWER, (Point.CALL,), Says.ERROR),
    Fault("502", "provider answers 502", "the message is not taken", Does.ANSWER, (Point.CALL,), Says.BAD_GATEWAY),
    Fault(
        "nothing",
        "provider answers nothing",
        "the message is not taken; the line is closed, or stays open until the worker waits no longer",
        Does.ANSWER,
        (Point.CALL,),
        Says.NOTHING,
    ),
    Fault(
        "dropped",
        "provider accepts and drops the line",
        "the message is taken; the line is closed before the answer, or in the middle of it",
        Does.ANSWER,
        (Point.CALL,),
        Says.DROP,
    ),
    Fault(
        "down",
        "provider down for two days",
        "nobody listens at the provider's address; it is there again on the third day",
        Does.BE_DOWN,
        doubt=False,
    ),
    Fault(
        "unclaimed",
        "the same without the claim: made to fail",
        "as killed after the call; the worker takes what it finds claimed for its own and sends it again",
        Does.KILL_WORKER,
        (Point.BEFORE_RECORD,),
        unclaimed=True,
    ),
)
"""All of them, the one that is made to fail last."""
