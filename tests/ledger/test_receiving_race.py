"""Storing, applying and claiming at once: each event once, no contact after a receipt, no money beside its lock."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from cobro.ledger import apply_money, directing, receiving
from cobro.ledger import tables as t
from cobro.ledger.door import Claimed, Closed
from cobro.ledger.ledger import Ledger
from cobro.ledger.receiving import AT_ONCE
from tests.ledger import racers
from tests.ledger.builders import COURTESY, at, case, invoice, payment, render, reversal
from tests.ledger.stage import Stage, arrival
from tests.ledger.test_locks import claim_while, impatient
from tests.ledger.test_race import ROUNDS, processes, race

__all__ = ["impatient", "processes"]


def test_the_same_events_stored_and_applied_by_two_processes_have_their_effect_once(
    stage: Stage, database_url: str, processes: ProcessPoolExecutor
) -> None:
    stage.bring(invoice("F-0", amount="1000"))
    answers = race(processes, racers.receive_the_same, racers.receive_the_same, database_url, ROUNDS)
    assert [sorted(pair) for pair in zip(*answers, strict=True)] == [["received", "repeated"]] * ROUNDS
    stage.apply(COURTESY)
    assert {row.status for row in stage.rows(t.EventRow)} == {t.EventStatus.APPLIED}
    assert stage.invoice("F-0").applied_minor == sum(row.minor for row in stage.rows(t.Allocation)) == 300 * ROUNDS
    assert stage.told("F-0").count("payment_received") == ROUNDS


def test_two_processes_that_apply_the_same_share_it(
    stage: Stage, database_url: str, processes: ProcessPoolExecutor
) -> None:
    stage.bring(*(invoice(f"F-{number}", of=f"C-{number % 3}", amount="1000") for number in range(6)))
    stage.receive(*(payment(f"P-{n}", "3", f"F-{n % 6}") for n in range(300)), now=COURTESY)
    race(processes, racers.apply_all, racers.apply_all, database_url, -(-300 // AT_ONCE))
    assert {row.status for row in stage.rows(t.EventRow)} == {t.EventStatus.APPLIED}
    for number in range(6):
        assert stage.invoice(f"F-{number}").applied_minor == 300 * 50
        assert stage.told(f"F-{number}").count("money") == 50


def test_what_a_claim_finds_stored_it_applies_and_never_contacts(
    stage: Stage, database_url: str, processes: ProcessPoolExecutor
) -> None:
    stage.bring(*(invoice(f"F-{number}", of=f"C-{number}") for number in range(24)))
    stored, claimed = race(processes, racers.receive_all, racers.claim_all, database_url, 24)
    assert stored == ["received"] * 24
    for number, found in enumerate(claimed):
        applied = stage.event(f"P-{number}").status is t.EventStatus.APPLIED
        assert found == ("Closed" if applied else "Claimed")
    stage.apply(COURTESY)
    for number in range(24):
        told = stage.told(f"F-{number}")
        assert "contact_claimed" not in told[told.index("money") :]


def test_who_stores_waits_for_a_claim_that_has_checked(stage: Stage, database_url: str, impatient: Ledger) -> None:
    stage.bring(invoice())
    waited = []

    def act() -> None:
        with pytest.raises(OperationalError, match="lock"):
            Stage(impatient).receive(payment(), now=COURTESY)
        waited.append(True)

    assert isinstance(claim_while(database_url, act), Claimed)
    assert (waited, stage.rows(t.EventRow)) == ([True], [])


def test_a_claim_waits_for_who_is_storing(
    stage: Stage, database_url: str, impatient: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.bring(invoice())
    usual = receiving._row
    waited: list[bool] = []

    def interrupted(*args: object) -> object:
        if not waited:
            with pytest.raises(OperationalError, match="lock"):
                impatient.claim(case(), 1, at(COURTESY), render)
            waited.append(True)
        return usual(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(receiving, "_row", interrupted)
    stage.ledger.receive([arrival(payment())], at(COURTESY), who="bank", source="test")
    assert waited == [True]
    assert isinstance(impatient.claim(case(), 1, at(COURTESY), render), Closed)
    assert stage.endings() == ["settled"]


@pytest.fixture
def moved(stage: Stage) -> Stage:
    """A payment of one customer, with a credit, of which a person applied a part to another customer's invoice."""
    stage.bring(invoice(), invoice("F-2", of="C-2", amount="30"), invoice("F-3", of="C-3"))
    stage.tell(payment(amount="150"), COURTESY)
    stage.direct("P-1", "F-2", COURTESY)
    return stage


def waits(act: Callable[[], object]) -> bool:
    """Whether somebody else's act has to wait for a lock."""
    try:
        act()
    except OperationalError as error:
        return "lock" in str(error)
    return False


RIVALS: dict[str, Callable[[Stage], object]] = {
    "a payment to that invoice": lambda other: other.tell(payment("P-2", "10", "F-2"), COURTESY),
    "the rest of the credit": lambda other: other.direct("P-1", "F-3", COURTESY),
    "the undoing": lambda other: other.undo("P-1", COURTESY),
}


@pytest.mark.parametrize("rival", RIVALS)
def test_whatever_concerns_moved_money_waits_while_it_is_taken_back(
    moved: Stage, impatient: Ledger, monkeypatch: pytest.MonkeyPatch, rival: str
) -> None:
    usual = apply_money._give_back
    waited: list[bool] = []

    def interrupted(*args: Any) -> set[int]:
        waited.append(waits(lambda: RIVALS[rival](Stage(impatient))))
        return usual(*args)

    monkeypatch.setattr(apply_money, "_give_back", interrupted)
    assert moved.tell(reversal(), COURTESY).verdict == "applied"
    assert waited == [True]
    assert (moved.open(), moved.open("F-2"), moved.event("P-1").unapplied_minor) == ("100.00 EUR", "30.00 EUR", 0)


def test_who_takes_a_credit_back_waits_while_a_person_applies_it(
    moved: Stage, impatient: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = directing._money
    waited: list[bool] = []

    def interrupted(*args: Any) -> str:
        waited.append(waits(lambda: Stage(impatient).tell(reversal(), COURTESY)))
        return usual(*args)

    monkeypatch.setattr(directing, "_money", interrupted)
    assert moved.direct("P-1", "F-3", COURTESY) == "20.00 EUR on F-3"
    assert waited == [True]
    assert moved.event("P-1").unapplied_minor == 0
