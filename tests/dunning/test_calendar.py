"""Working days, hours and the reasons of a shift, also on the days on which the clocks change."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cobro.dunning.calendar import Calendar
from tests.dunning.strategies import DAYS, DST_CHANGES, MOMENTS, QUICK, ZONES, calendars, near

DAY = dt.timedelta(days=1)
MADRID = ZONES[0]


@st.composite
def asked(draw: st.DrawFn) -> tuple[Calendar, dt.date, dt.datetime]:
    """A calendar, a moment, and a day around it."""
    now = draw(MOMENTS)
    return draw(calendars(now.date())), near(draw, now.date(), 20, 40), now


def is_free(calendar: Calendar, day: dt.date) -> bool:
    return day.weekday() < 5 and day not in calendar.closed


def days_after(start: dt.date, end: dt.date) -> list[dt.date]:
    return [start + DAY * n for n in range(1, (end - start).days + 1)]


@QUICK
@given(case=asked())
def test_a_slot_is_open_and_neither_before_the_day_nor_before_now(case: tuple[Calendar, dt.date, dt.datetime]) -> None:
    calendar, day, now = case
    slot = calendar.slot(day, now)

    assert slot.at >= now
    assert calendar.local_day(slot.at) >= day
    assert calendar.is_open(slot.at)
    assert is_free(calendar, calendar.local_day(slot.at))


@QUICK
@given(case=asked())
def test_a_slot_is_the_first_there_is(case: tuple[Calendar, dt.date, dt.datetime]) -> None:
    calendar, day, now = case
    today, found = calendar.local_day(now), calendar.local_day(calendar.slot(day, now).at)
    passed = [d for d in [day, *days_after(day, found - DAY)] if today <= d < found and is_free(calendar, d)]

    assert passed in ([], [today])
    if passed:
        assert now.astimezone(calendar.zone).time() >= calendar.closes


@QUICK
@given(case=asked())
def test_a_shift_has_a_reason_and_it_is_one_of_the_days_that_were_passed_over(
    case: tuple[Calendar, dt.date, dt.datetime],
) -> None:
    calendar, day, now = case
    slot = calendar.slot(day, now)
    found = calendar.local_day(slot.at)
    today = calendar.local_day(now)
    start = today if calendar.next_working(day) < today else day

    assert (slot.shifted_by is None) == (found == start)
    if slot.shifted_by:
        assert slot.shifted_by in ("after hours", *map(calendar.why_closed, [start, *days_after(start, found)]))


@QUICK
@given(case=asked())
def test_a_slot_never_moves_back_while_one_waits(case: tuple[Calendar, dt.date, dt.datetime]) -> None:
    calendar, day, now = case
    slot = calendar.slot(day, now)
    assert calendar.slot(day, slot.at).at == slot.at


@QUICK
@given(case=asked())
def test_a_slot_on_a_day_ahead_is_in_the_first_hour_at_the_minute_of_the_customer(
    case: tuple[Calendar, dt.date, dt.datetime],
) -> None:
    calendar, day, now = case
    slot = calendar.slot(day, now)
    if calendar.local_day(slot.at) > calendar.local_day(now):
        assert slot.at.astimezone(calendar.zone).time() == dt.time(9, calendar.minute)


@pytest.mark.parametrize("zone", ZONES, ids=str)
@pytest.mark.parametrize("change", DST_CHANGES, ids=lambda change: f"{change:%Y-%m}")
def test_nine_is_nine_on_both_sides_of_a_change_of_the_clocks(zone: dt.tzinfo, change: dt.datetime) -> None:
    calendar = Calendar(zone=next(z for z in ZONES if z is zone), minute=30)

    for days in range(-3, 4):
        day = change.date() + DAY * days
        local = calendar.slot(day, change - 9 * DAY).at.astimezone(zone)
        assert local.time() == dt.time(9, 30)
        assert local.date() == calendar.next_working(day)


@QUICK
@given(case=asked(), count=st.integers(0, 30))
def test_working_days_are_counted(case: tuple[Calendar, dt.date, dt.datetime], count: int) -> None:
    calendar, day, _ = case
    last = calendar.add_working(day, count)

    assert len([d for d in days_after(day, last) if is_free(calendar, d)]) == count
    assert count == 0 or is_free(calendar, last)


@QUICK
@given(case=asked(), count=st.integers(0, 15))
def test_banking_days_are_counted_by_the_banks_calendar_alone(
    case: tuple[Calendar, dt.date, dt.datetime], count: int
) -> None:
    calendar, day, _ = case
    last = calendar.add_banking(day, count)
    banking = [d for d in days_after(day, last) if d.weekday() < 5 and d not in calendar.bank_closed]

    assert len(banking) == count
    assert count == 0 or last == banking[-1]


@QUICK
@given(case=asked())
def test_the_hours_are_those_of_the_customers_own_clock(case: tuple[Calendar, dt.date, dt.datetime]) -> None:
    calendar, _, now = case
    local = now.astimezone(calendar.zone)
    assert calendar.is_open(now) == (is_free(calendar, local.date()) and 9 <= local.hour < 19)


@QUICK
@given(day=DAYS, minutes=st.sets(st.integers(0, 59), min_size=2))
def test_customers_are_spread_over_the_first_hour(day: dt.date, minutes: set[int]) -> None:
    starts = {Calendar(zone=MADRID, minute=minute).start_of(day) for minute in minutes}

    assert len(starts) == len(minutes)
    assert max(starts) - min(starts) < dt.timedelta(hours=1)


@pytest.mark.parametrize(
    ("now", "at", "shifted_by"),
    [
        ("2026-03-06T07:00Z", "2026-03-06T08:15Z", None),
        ("2026-03-06T08:05Z", "2026-03-06T08:15Z", None),
        ("2026-03-06T12:00Z", "2026-03-06T12:00Z", None),
        ("2026-03-06T17:59Z", "2026-03-06T17:59Z", None),
        ("2026-03-06T18:00Z", "2026-03-09T08:15Z", "after hours"),
        ("2026-03-07T12:00Z", "2026-03-09T08:15Z", "Saturday"),
        ("2026-03-27T18:00Z", "2026-03-30T07:15Z", "after hours"),
    ],
)
def test_a_friday_in_madrid(now: str, at: str, shifted_by: str | None) -> None:
    slot = Calendar(zone=MADRID, minute=15).slot(dt.date(2026, 3, 6), dt.datetime.fromisoformat(now))
    assert slot.at == dt.datetime.fromisoformat(at)
    assert slot.shifted_by == shifted_by


def test_a_step_that_is_late_is_not_blamed_on_the_weekend_it_was_planned_for() -> None:
    calendar, wednesday = Calendar(zone=MADRID), dt.datetime(2026, 3, 11, 12, tzinfo=dt.UTC)
    assert calendar.slot(dt.date(2026, 3, 8), wednesday).shifted_by is None
