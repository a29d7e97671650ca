"""What the other process of a race does with bank files; see `racers`."""

from __future__ import annotations

from cobro.ledger.ledger import Ledger
from tests.ledger.bank_files import TAKEN, bank_file, came
from tests.ledger.builders import EBRO, at, payment
from tests.ledger.racers import _race


def take_the_same_files(url: str, rounds: int) -> list[str]:
    """Take bank files, one for each invoice, that the rival takes too."""

    def act(ledger: Ledger, number: int) -> str:
        content = bank_file(came("100", f"F-2026-{number:04}", f"2026-03-{number + 2:02}"))
        taken = ledger.take_bank_file(EBRO, "march.xml", content, at(TAKEN), who="ana", source="race")
        return str(taken.accounts[0].new)

    return _race(url, rounds, act)


def pay_what_the_files_pay(url: str, rounds: int) -> list[str]:
    """Report the payments of which the rival's bank files tell."""

    def act(ledger: Ledger, number: int) -> str:
        event = payment(f"P-{number}", number=f"F-2026-{number:04}")
        return ledger.record(event, at(TAKEN), who="bank", source="race").verdict

    return _race(url, rounds, act)
