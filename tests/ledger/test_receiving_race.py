"""Storing, applying and claiming at once: each event once, no contact after a receipt, no money beside its lock."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor

import pytest
from sqlalchemy.exc import OperationalError

from cobro.ledger import receiving
from cobro.ledger import tables as t
from cobro.ledger.door import Claimed, Closed
from cobro.ledger.ledger import Ledger
from tests.ledger import racers
from tests.ledger.builders import COURTESY, at, case, invoice, payment, render
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
    race(processes, racers.apply_all, racers.apply_all, database_url, 7)
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


def test_a_reversal_on_another_customers_invoice_loses_none_of_the_money_that_comes_there(
    stage: Stage, database_url: str, processes: ProcessPoolExecutor
) -> None:
    stage.bring(*(invoice(f"X-{n}", of="C-1", amount="1") for n in range(ROUNDS)), invoice("F-0", "C-2", "1000"))
    for number in range(ROUNDS):
        stage.tell(payment(f"P-{number}", "4", f"X-{number}"), COURTESY)
        stage.direct(f"P-{number}", "F-0", COURTESY)
    back = processes.submit(racers.reverse_all, database_url, ROUNDS)
    parts = processes.submit(racers.pay_parts, database_url, ROUNDS, "one")
    assert (back.result(120), parts.result(120)) == (["applied"] * ROUNDS, ["applied"] * ROUNDS)
    assert stage.invoice("F-0").applied_minor == sum(on(stage, "F-0")) == 300 * ROUNDS
    assert all(stage.open(f"X-{number}") == "1.00 EUR" for number in range(ROUNDS))


def test_a_credit_that_is_moved_while_the_bank_takes_it_back_is_counted_once(
    stage: Stage, database_url: str, processes: ProcessPoolExecutor
) -> None:
    stage.bring(*(invoice(f"X-{n}", of="C-1", amount="1") for n in range(ROUNDS)), invoice("F-0", "C-2", "1000"))
    for number in range(ROUNDS):
        stage.tell(payment(f"P-{number}", "4", f"X-{number}"), COURTESY)
    back, moved = race(processes, racers.reverse_all, racers.direct_all, database_url, ROUNDS)
    assert back == ["applied"] * ROUNDS
    assert set(moved) <= {"directed", "refused"}
    assert stage.invoice("F-0").applied_minor == sum(on(stage, "F-0")) == 0
    assert sum(row.unapplied_minor for row in stage.rows(t.EventRow)) == 0


def on(stage: Stage, number: str) -> list[int]:
    """The parts of money on an invoice."""
    of = stage.invoice(number).id
    return [row.minor for row in stage.rows(t.Allocation) if row.invoice_id == of]
