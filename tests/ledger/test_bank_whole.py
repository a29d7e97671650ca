"""A file is taken whole by whoever takes it: interrupted and taken up again, or by two processes at once."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

import pytest

from cobro.bank.movement import FileKind, Movement
from cobro.dunning.contract import PlanRef
from cobro.ledger import bank_accounts, bank_judging
from cobro.ledger import tables as t
from cobro.ledger.bank_reading import movement_of
from cobro.ledger.door import Claimed, Closed
from tests.ledger import bank_racers, racers
from tests.ledger.bank_files import PAYER, bank_file, came, fee, returned, take, take_content
from tests.ledger.builders import COURTESY, EBRO, at, case, event, invoice, plan
from tests.ledger.stage import Stage

MANY = 7
AT_ONCE = 2


def number(n: int) -> str:
    return f"F-2026-{n:04}"


def a_file() -> bytes:
    return bank_file(*(came("100", number(n), payer_iban=PAYER) for n in range(MANY)), came("5", "hello"))


@pytest.mark.parametrize("done", range(5))
def test_a_file_that_was_interrupted_is_finished_by_the_same_file_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, done: int
) -> None:
    stage.bring(*(invoice(number(n)) for n in range(MANY)))
    monkeypatch.setattr(bank_judging, "AT_ONCE", AT_ONCE)
    with monkeypatch.context() as killed:
        _die_after(killed, done)
        with pytest.raises(KeyboardInterrupt):
            take_content(stage, a_file())
    open_then = [stage.open(number(n)) for n in range(MANY)].count("0.00 EUR")
    assert open_then == min(done * AT_ONCE, MANY)

    taken = take_content(stage, a_file(), "2026-03-11 12:00")

    assert not taken.repeated
    assert (taken.accounts[0].new, taken.accounts[0].applied, taken.accounts[0].unexplained) == (MANY + 1, MANY, 1)
    assert [stage.endings(number(n)) for n in range(MANY)] == [["settled"]] * MANY
    assert len(stage.rows(t.Allocation)) == MANY
    assert str(stage.rows(t.BankAccount)[0].known_up_to) == "2026-03-10"
    assert take_content(stage, a_file(), "2026-03-11 13:00").repeated


def test_another_file_finishes_it_as_well(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.bring(*(invoice(number(n)) for n in range(MANY)))
    with monkeypatch.context() as killed:
        _die_after(killed, 0)
        with pytest.raises(KeyboardInterrupt):
            take_content(stage, a_file())

    take(stage, came("6", "hello", "2026-03-11"), now="2026-03-12 09:00")

    assert [stage.endings(number(n)) for n in range(MANY)] == [["settled"]] * MANY


@pytest.mark.parametrize("erased", [False, True], ids=["as it came", "the paper erased meanwhile"])
def test_a_worker_finishes_it_and_nobody_is_contacted_meanwhile(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, erased: bool
) -> None:
    stage.bring(*(invoice(number(n)) for n in range(MANY)), invoice("F-9", of="C-9"))
    with monkeypatch.context() as killed:
        _die_after(killed, 0)
        with pytest.raises(KeyboardInterrupt):
            take_content(stage, a_file(), "2026-03-03 09:00")
    if erased:
        with stage.ledger.writing() as session:
            for paper in session.query(t.Paper):
                paper.content = None

    assert isinstance(stage.claim(COURTESY, "F-9"), Closed)
    assert stage.ledger.finish_bank_files(at(COURTESY)) == 1
    assert [stage.endings(number(n)) for n in range(MANY)] == [["settled"]] * MANY
    assert isinstance(stage.claim(COURTESY, "F-9"), Claimed)
    assert stage.ledger.finish_bank_files(at(COURTESY)) == 0
    assert [str(row.known_up_to) for row in stage.rows(t.BankAccount)] == ["None" if erased else "2026-03-03"]


def test_while_a_file_is_taken_in_no_case_goes_to_the_lawyer_and_no_plan_is_in_default(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.bring(invoice(), invoice("F-2", of="C-2"))
    stage.tell(event("handoff_decided"), "2026-03-02 09:00")
    stage.tell(plan(("2026-03-06", "40"), ("2026-04-06", "60"), invoices=("F-2",)), "2026-03-02 09:00")
    late, running = "2026-03-20 10:30", PlanRef(creditor=EBRO, plan=stage.rows(t.Plan)[0].id)
    with monkeypatch.context() as killed:
        _die_after(killed, 0)
        with pytest.raises(KeyboardInterrupt):
            take(stage, came("100", "F-1", "2026-03-06"), came("100", "F-2", "2026-03-06"), now=late)
    delivered: dict[str, bytes] = {}
    stage.ledger.hand_over(case(), stage.move(late).n, at(late), delivered.__setitem__)
    _, ending = stage.ledger.follow_plan(running, at(late))
    assert (delivered, ending) == ({}, None)

    stage.ledger.finish_bank_files(at("2026-03-20 10:31"))

    assert stage.endings() == ["settled"]
    assert stage.ledger.follow_plan(running, at(late))[1] is t.PlanEnding.COMPLETED
    assert stage.open("F-2") == "0.00 EUR"


@pytest.mark.parametrize("kind", [FileKind.CAMT053, FileKind.CAMT054])
def test_what_follows_from_a_file_as_a_whole_follows_after_an_interruption_too(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, kind: FileKind
) -> None:
    stage.bring(invoice())
    take(stage, came("100", "F-1", end_to_end="E-1"), kind=kind)
    with monkeypatch.context() as killed:
        _die_after(killed, 2)
        with pytest.raises(KeyboardInterrupt):
            take(stage, returned("100", end_to_end="E-1"), fee("3", "DEVOLUCION"), kind=kind, now="2026-03-13 09:00")
    assert {row.state for row in stage.rows(t.BankMovement)}.isdisjoint({t.MovementState.READ})

    assert stage.ledger.finish_bank_files(at("2026-03-13 09:00")) == 0
    assert stage.ledger.finish_bank_files(at("2026-03-13 09:01")) == 1

    assert stage.task("cost").goal.startswith("the bank charged 3.00 EUR")
    if kind is FileKind.CAMT053:
        assert str(stage.rows(t.BankAccount)[0].known_up_to) == "2026-03-12"


def test_a_movement_that_trips_over_a_mistake_of_ours_is_a_persons_and_stops_nobody(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    stage.bring(invoice(), invoice("F-2", of="C-2"), invoice("F-9", of="C-9"))

    def trips(row: t.BankMovement) -> Movement:
        if row.text == "trips":
            raise KeyError(row.payer_iban)
        return movement_of(row)

    monkeypatch.setattr(bank_judging, "movement_of", trips)
    money = [came("100", "F-1", "2026-03-02"), came("5", "trips", "2026-03-02", payer_iban=PAYER)]
    take(stage, *money, came("100", "F-2", "2026-03-02"), now="2026-03-03 09:00")
    take(stage, came("1", "hello", "2026-03-03"), now="2026-03-03 09:30")

    assert [stage.endings(each) for each in ("F-1", "F-2")] == [["settled"]] * 2
    assert (stage.rows(t.BankMovement)[1].state, stage.rows(t.BankMovement)[1].reason) == (
        t.MovementState.WAITING,
        "could not be looked at: KeyError",
    )
    assert "movement" in caplog.text
    assert PAYER not in caplog.text
    assert isinstance(stage.claim(COURTESY, "F-9"), Claimed)


def _die_after(monkeypatch: pytest.MonkeyPatch, portions: int) -> None:
    """The process ends before it looks at one portion more, or closes the file."""
    judge, left = bank_judging.judge_some, [portions]

    def judge_some(*args: object) -> int:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        return judge(*args)  # type: ignore[arg-type]

    def close_file(*args: object) -> list[int]:
        raise KeyboardInterrupt

    monkeypatch.setattr(bank_judging, "judge_some", judge_some)
    monkeypatch.setattr(bank_accounts, "close_file", close_file)


def test_two_processes_that_take_the_same_files_count_each_once(stage: Stage, database_url: str) -> None:
    rounds = 8
    stage.bring(*(invoice(number(n)) for n in range(rounds)))
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=spawn, initializer=racers.enter, initargs=(spawn.Barrier(2),)) as pool:
        running = [pool.submit(bank_racers.take_the_same_files, database_url, rounds) for _ in range(2)]
        answers = [one.result(120) for one in running]

    assert len(answers[0]) == len(answers[1]) == rounds
    assert len(stage.rows(t.BankFile)) == len(stage.rows(t.BankMovement)) == len(stage.rows(t.Allocation)) == rounds
    assert [stage.endings(number(n)) for n in range(rounds)] == [["settled"]] * rounds
    assert {row.status for row in stage.rows(t.EventRow)} == {t.EventStatus.APPLIED}


def test_a_payment_and_a_file_at_the_same_moment_apply_no_more_than_is_owed(stage: Stage, database_url: str) -> None:
    rounds = 8
    stage.bring(*(invoice(number(n)) for n in range(rounds)))
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=spawn, initializer=racers.enter, initargs=(spawn.Barrier(2),)) as pool:
        running = [
            pool.submit(bank_racers.take_the_same_files, database_url, rounds),
            pool.submit(bank_racers.pay_what_the_files_pay, database_url, rounds),
        ]
        for one in running:
            one.result(120)

    came_in = {row.event_id: row.unapplied_minor for row in stage.rows(t.EventRow)}
    waiting = sum(row.minor for row in stage.rows(t.BankMovement) if row.state is t.MovementState.WAITING)
    assert [stage.open(number(n)) for n in range(rounds)] == ["0.00 EUR"] * rounds
    assert sum(came_in.values()) + waiting == rounds * 100 * 100
