"""The pace of a provider, on a clock that only moves when somebody sleeps."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from threading import Lock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cobro.channels.rate import TokenBucket, asked_wait


class Hours:
    """A clock that stands still, and the sleeps asked of it."""

    def __init__(self) -> None:
        self.at = 0.0
        self.slept: list[float] = []
        self._lock = Lock()

    def now(self) -> float:
        return self.at

    def sleep(self, seconds: float) -> None:
        with self._lock:
            self.slept.append(seconds)

    def sleep_through(self, seconds: float) -> None:
        self.sleep(seconds)
        self.at += seconds


def test_a_burst_goes_through_at_once_and_the_next_calls_wait_their_turn() -> None:
    hours = Hours()
    bucket = TokenBucket(per_second=2, burst=3, now=hours.now, sleep=hours.sleep_through)
    for _ in range(5):
        bucket.take()
    assert hours.slept == [0.5, 0.5]


def test_a_pause_fills_the_bucket_no_higher_than_the_burst() -> None:
    hours = Hours()
    bucket = TokenBucket(per_second=10, burst=2, now=hours.now, sleep=hours.sleep)
    hours.at += 3600
    for _ in range(3):
        bucket.take()
    assert hours.slept == [pytest.approx(0.1)]


def test_threads_that_come_together_are_given_turns_one_after_the_other() -> None:
    hours = Hours()
    bucket = TokenBucket(per_second=4, burst=1, now=hours.now, sleep=hours.sleep)
    with ThreadPoolExecutor(16) as pool:
        for taken in [pool.submit(bucket.take) for _ in range(40)]:
            taken.result()
    assert sorted(hours.slept) == [pytest.approx(turn / 4) for turn in range(1, 40)]


@given(
    per_second=st.floats(0.01, 1000),
    burst=st.integers(1, 20),
    pauses=st.lists(st.floats(0, 100), min_size=1, max_size=40),
)
def test_no_stretch_of_time_sees_more_calls_than_the_rate_allows(
    per_second: float, burst: int, pauses: list[float]
) -> None:
    hours = Hours()
    bucket = TokenBucket(per_second, burst, now=hours.now, sleep=hours.sleep_through)
    calls = []
    for pause in pauses:
        hours.at += pause
        bucket.take()
        calls.append(hours.at)
    for first, since in enumerate(calls):
        for last in range(first, len(calls)):
            allowed = burst + (calls[last] - since) * per_second
            assert last - first + 1 <= allowed + 1e-6 * (1 + allowed)


@pytest.mark.parametrize(("per_second", "burst"), [(0, 1), (-1, 1), (float("nan"), 1), (1, 0)])
def test_a_bucket_that_would_never_let_anything_through_is_refused(per_second: float, burst: int) -> None:
    with pytest.raises(ValueError, match="lets nothing through"):
        TokenBucket(per_second, burst)


@given(st.floats(allow_nan=True, allow_infinity=True))
def test_a_wait_is_between_a_second_and_an_hour_whatever_is_asked(seconds: float) -> None:
    assert dt.timedelta(seconds=1) <= asked_wait(seconds) <= dt.timedelta(hours=1)
