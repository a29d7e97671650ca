"""Two processes at once: no contact follows a payment, no money is counted twice or lost (laws 3 and 4)."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import pytest

from cobro.ledger import tables as t
from tests.ledger import racers
from tests.ledger.builders import invoice
from tests.ledger.stage import Stage

ROUNDS = 20


@pytest.fixture(scope="module")
def processes() -> Iterator[ProcessPoolExecutor]:
    """Two processes that wait for each other before each act: what two of them are given runs side by side."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=spawn, initializer=racers.enter, initargs=(spawn.Barrier(2),)) as pool:
        yield pool


def race(
    processes: ProcessPoolExecutor, one: Callable[..., list[str]], other: Callable[..., list[str]], *args: Any
) -> tuple[list[str], list[str]]:
    first, second = processes.submit(one, *args), processes.submit(other, *args)
    return first.result(120), second.result(120)


@pytest.mark.parametrize(("invoices", "customers"), [(24, 24), (8, 1)])
def test_no_contact_follows_the_payment(
    stage: Stage, database_url: str, processes: ProcessPoolExecutor, invoices: int, customers: int
) -> None:
    stage.bring(*(invoice(f"F-{number}", of=f"C-{number % customers}") for number in range(invoices)))
    paid, claimed = race(processes, racers.pay_all, racers.claim_all, database_url, invoices)
    assert paid == ["applied"] * invoices
    assert set(claimed) <= {"Claimed", "Closed"}
    for number in range(invoices):
        told = stage.told(f"F-{number}")
        settled = told.index("money")
        assert "contact_claimed" not in told[settled:], told
        assert stage.endings(f"F-{number}") == ["settled"]
    assert len(stage.contacts()) == claimed.count("Claimed")


def test_the_same_payments_in_two_processes_are_applied_once(
    stage: Stage, database_url: str, processes: ProcessPoolExecutor
) -> None:
    stage.bring(invoice("F-0", amount="1000"))
    answers = race(processes, racers.pay_the_same, racers.pay_the_same, database_url, ROUNDS)
    assert [sorted(pair) for pair in zip(*answers, strict=True)] == [["applied", "repeated"]] * ROUNDS
    assert stage.invoice("F-0").applied_minor == 300 * ROUNDS
    assert len(stage.rows(t.Allocation)) == ROUNDS


def test_the_same_early_payments_in_two_processes_are_kept_once(
    stage: Stage, database_url: str, processes: ProcessPoolExecutor
) -> None:
    answers = race(processes, racers.pay_the_same_early, racers.pay_the_same_early, database_url, ROUNDS)
    assert [sorted(pair) for pair in zip(*answers, strict=True)] == [["kept", "repeated"]] * ROUNDS
    assert len(stage.rows(t.EventRow)) == ROUNDS


def test_different_part_payments_in_two_processes_are_all_counted(
    stage: Stage, database_url: str, processes: ProcessPoolExecutor
) -> None:
    stage.bring(invoice("F-0", amount="1000"))
    first = processes.submit(racers.pay_parts, database_url, ROUNDS, "one")
    second = processes.submit(racers.pay_parts, database_url, ROUNDS, "two")
    assert first.result(120) + second.result(120) == ["applied"] * 2 * ROUNDS
    assert stage.invoice("F-0").applied_minor == 2 * 300 * ROUNDS
    assert sum(row.minor for row in stage.rows(t.Allocation)) == 2 * 300 * ROUNDS
    assert len(stage.told("F-0")) == 2 + 4 * ROUNDS
