"""Whoever waits for the ledger has it in turn, however quickly the one before asks again."""

from __future__ import annotations

import threading

from cobro.ledger.line import Line


def test_whoever_lets_go_and_asks_again_comes_after_all_who_wait() -> None:
    line, came = Line(), list[str]()
    inside, waiting = threading.Event(), threading.Event()

    def greedy() -> None:
        with line:
            inside.set()
            waiting.wait()
            # The other one stands in line by now, or will within a turn of the scheduler.
            while not line._waiting:
                pass
        for _ in range(3):
            with line:
                came.append("greedy")

    def patient() -> None:
        inside.wait()
        waiting.set()
        with line:
            came.append("patient")

    threads = [threading.Thread(target=act) for act in (greedy, patient)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert came == ["patient", "greedy", "greedy", "greedy"]


def test_one_at_a_time_and_everybody_in_the_end() -> None:
    line, inside, most, total = Line(), 0, 0, 0

    def act() -> None:
        nonlocal inside, most, total
        for _ in range(200):
            with line:
                inside += 1
                most = max(most, inside)
                total += 1
                inside -= 1

    threads = [threading.Thread(target=act) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (most, total) == (1, 1600)
