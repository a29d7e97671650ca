"""Repairs: a person corrects an address, and the step that could not reach the customer returns."""

from __future__ import annotations

import pytest

from cobro.ledger.applying import Refused
from tests.ledger.builders import COURTESY, EBRO, at, customer, event, invoice
from tests.ledger.stage import Stage

MENDED = "2026-03-03 15:00"


@pytest.fixture
def broken(stage: Stage) -> Stage:
    """Two invoices of a customer without an e-mail address, and the repair of it on the desk."""
    stage.bring(invoice(), invoice("F-2"), customers=(customer(email=None),))
    for number in ("F-1", "F-2"):
        stage.move(COURTESY, number)
        stage.claim(COURTESY, number)
        stage.move(COURTESY, number)
    return stage


def mend(stage: Stage, task: int | None = None, *, creditor: str = EBRO, email: str | None = None) -> None:
    number = stage.task("repair").id if task is None else task
    stage.ledger.mend(creditor, number, at(MENDED), who="ana", email=email, phone=None)


def test_a_corrected_address_brings_the_step_back_at_once(broken: Stage) -> None:
    broken.relay_did_its_work(COURTESY)
    mend(broken, email="nuevo@espiga.example")
    assert broken.tasks() == []
    assert broken.moves()[-1].at == broken.moves("F-2")[-1].at == at(MENDED)
    assert broken.outbox() == ["wake_case", "wake_case"]
    assert broken.contact(MENDED).to == "nuevo@espiga.example"


def test_one_repair_covers_all_the_invoices(broken: Stage) -> None:
    assert len(broken.tasks()) == 1
    mend(broken, email="nuevo@espiga.example")
    broken.contact(MENDED)
    assert broken.steps("F-1") == broken.steps("F-2") == ["courtesy"]


def test_a_repair_that_repaired_nothing_comes_back(broken: Stage) -> None:
    mend(broken)
    assert broken.tasks() == []
    broken.claim(MENDED)
    assert len(broken.tasks()) == 1


def test_a_repair_is_closed_once(broken: Stage) -> None:
    mend(broken, email="nuevo@espiga.example")
    with pytest.raises(Refused, match=r"task 1 was done on .*: corrected email"):
        mend(broken)


def test_only_a_repair_of_the_creditors_own_is_mended(broken: Stage) -> None:
    broken.tell(event("dispute_opened"), COURTESY)
    for task, creditor in ((4711, EBRO), (broken.task("dispute").id, EBRO), (broken.task("repair").id, "other")):
        with pytest.raises(Refused, match=f"expected the number of a repair on the desk, got {task}"):
            mend(broken, task, creditor=creditor)


def test_an_overdue_repair_goes_to_the_senior(broken: Stage) -> None:
    assert broken.task("repair").owner == "Irene Lacasa"
    broken.move("2026-03-04 09:30")
    assert broken.task("repair").owner == "Tomás Bielsa"
    assert broken.tasks() == [("repair", "find an e-mail address", "2026-03-09")]
