"""What the other process of a race does. Each call meets its rival at a barrier before each of its acts."""

from __future__ import annotations

from collections.abc import Callable
from multiprocessing.synchronize import Barrier

from cobro.dunning.event import Event
from cobro.ledger.database import Database
from cobro.ledger.ledger import Ledger
from cobro.rulebook import Rulebook
from tests.ledger.builders import COURTESY, ROOT, at, case, payment, render
from tests.ledger.stage import arrival

_PATIENCE = 60
_barrier: Barrier | None = None


def enter(barrier: Barrier) -> None:
    """Start a process of the race."""
    global _barrier
    _barrier = barrier


def _race(url: str, rounds: int, act: Callable[[Ledger, int], str]) -> list[str]:
    assert _barrier is not None
    database = Database(url)
    ledger = Ledger(database, Rulebook(ROOT / "policies"))
    answers = []
    for number in range(rounds):
        _barrier.wait(_PATIENCE)
        answers.append(act(ledger, number))
    database.close()
    return answers


def pay_all(url: str, rounds: int) -> list[str]:
    """Pay each invoice in full."""

    def act(ledger: Ledger, number: int) -> str:
        event = payment(f"P-{number}", number=f"F-{number}")
        return ledger.record(event, at(COURTESY), who="bank", source="race").verdict

    return _race(url, rounds, act)


def claim_all(url: str, rounds: int) -> list[str]:
    """Claim the first contact of each invoice."""

    def act(ledger: Ledger, number: int) -> str:
        found = ledger.claim(case(f"F-{number}"), 1, at(COURTESY), render)
        return type(found).__name__

    return _race(url, rounds, act)


def pay_the_same(url: str, rounds: int) -> list[str]:
    """Report payments that the rival reports too."""

    def act(ledger: Ledger, number: int) -> str:
        event = payment(f"P-{number}", "3", number="F-0")
        return ledger.record(event, at(COURTESY), who="bank", source="race").verdict

    return _race(url, rounds, act)


def pay_the_same_early(url: str, rounds: int) -> list[str]:
    """Report payments of an unknown creditor that the rival reports too: there is no row to lock."""

    def act(ledger: Ledger, number: int) -> str:
        event = payment(f"P-{number}", "3", creditor="nobody")
        return ledger.record(event, at(COURTESY), who="bank", source="race").verdict

    return _race(url, rounds, act)


def pay_parts(url: str, rounds: int, who: str) -> list[str]:
    """Pay an invoice in many small parts of one's own."""

    def act(ledger: Ledger, number: int) -> str:
        event = payment(f"P-{who}-{number}", "3", number="F-0")
        return ledger.record(event, at(COURTESY), who=who, source="race").verdict

    return _race(url, rounds, act)


def receive_all(url: str, rounds: int) -> list[str]:
    """Store the payment of each invoice, and apply none."""

    def act(ledger: Ledger, number: int) -> str:
        return _receive(ledger, payment(f"P-{number}", number=f"F-{number}"))

    return _race(url, rounds, act)


def receive_the_same(url: str, rounds: int) -> list[str]:
    """Store and apply payments that the rival stores and applies too."""

    def act(ledger: Ledger, number: int) -> str:
        verdict = _receive(ledger, payment(f"P-{number}", "3", number="F-0"))
        ledger.apply_received(at(COURTESY))
        return verdict

    return _race(url, rounds, act)


def apply_all(url: str, rounds: int) -> list[str]:
    """Apply what is stored, as the rival does."""
    return _race(url, rounds, lambda ledger, number: str(ledger.apply_received(at(COURTESY))))


def _receive(ledger: Ledger, event: Event) -> str:
    (answer,) = ledger.receive([arrival(event)], at(COURTESY), who="bank", source="race")
    return answer.verdict
