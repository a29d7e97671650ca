"""Working days, hours and the reasons of a shift, also on the days on which the clocks change."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cobro.dunning.calendar import Calendar, Slot
from cobro.dunning.contact import Channel
from tests.dunning.counting import is_within_hours
from tests.dunning.strategies import DAYS, DST_CHANGES, MOMENTS, QUICK, THOROUGH, ZONES, calendars, near

DAY = dt.timedelta(days=1)
MADRID = ZONES[0]


@dataclass(frozen=True)
class Asked:
    """A calendar, a moment, a day around it, and a channel."""

    calendar: Calendar
    day: dt.date
    now: dt.datetime
    channel: Channel

    def slot(self, now: dt.datetime | None = None) -> Slot:
        return self.calendar.slot(self.day, now or self.now, self.channel)

    @property
    def today(self) -> dt.date:
        return self.now.astimezone(self.calendar.zone).date()


@st.composite
def asked(draw: st.DrawFn) -> Asked:
    now = draw(MOMENTS)
    day = near(draw, now.date(), 20, 40)
    return Asked(draw(calendars(now.date())), day, now, draw(st.sampled_from(Channel)))


def is_free(calendar: Calendar, day: dt.date) -> bool:
    return day.weekday() < 5 and day not in calendar.closed


def days_after(start: dt.date, end: dt.date) -> list[dt.date]:
    return [start + DAY * n for n in range(1, (end - start).days + 1)]


@THOROUGH
@given(case=asked())
def test_a_slot_lies_in_the_hours_of_its_channel_and_neither_before_the_day_nor_before_now(case: Asked) -> None:
    at = case.slot().at

    assert at >= case.now
    assert case.calendar.local_day(at) >= case.day
    assert is_within_hours(at, case.calendar, case.channel)
    assert case.calendar.is_open(at, case.channel)


@THOROUGH
@given(case=asked(), later=st.timedeltas(dt.timedelta(0), dt.timedelta(days=3)), days=st.integers(0, 5))
def test_whoever_asks_later_or_for_a_later_day_never_leaves_earlier(
    case: Asked, later: dt.timedelta, days: int
) -> None:
    assert case.slot(case.now + later).at >= case.slot().at
    assert case.calendar.slot(case.day + DAY * days, case.now, case.channel).at >= case.slot().at


@THOROUGH
@given(case=asked())
def test_no_opening_is_passed_over(case: Asked) -> None:
    at, start = case.slot().at, dt.datetime.combine(case.day, dt.time(), tzinfo=case.calendar.zone)
    begin = max(case.now, start.astimezone(dt.UTC))
    waits = [begin + dt.timedelta(minutes=15 * n) for n in range(int((at - begin) / dt.timedelta(minutes=15)))]
    passed = [moment for moment in waits if case.calendar.is_open(moment, case.channel)]

    # Only the first hour after an opening is waited in, by the customer's own minute.
    assert all(at - moment < dt.timedelta(hours=1) for moment in passed)


@THOROUGH
@given(case=asked())
def test_a_shift_has_a_reason_for_every_day_and_hour_that_was_passed_over(case: Asked) -> None:
    slot = case.slot()
    found = case.calendar.local_day(slot.at)
    start = case.today if case.calendar.next_open(case.day) < case.today else case.day
    closed = [reason for day in [start, *days_after(start, found)] if (reason := case.calendar.why_closed(day))]
    hours = [shift for shift in slot.shifts if shift == "after hours" or shift.startswith("closed from ")]

    assert set(slot.shifts) == {*closed, *hours}
    assert len(set(slot.shifts)) == len(slot.shifts)
    assert slot.shifts or found == start
    assert slot.shifted_by == (slot.shifts[0] if slot.shifts else None)
    if hours:
        assert case.today == start


@QUICK
@given(case=asked())
def test_a_slot_never_moves_back_while_one_waits(case: Asked) -> None:
    at = case.slot().at
    assert case.slot(at).at == at


@QUICK
@given(case=asked())
def test_on_a_day_that_the_file_closes_people_at_the_creditor_still_work(case: Asked) -> None:
    calendar = replace(case.calendar, away={case.day + DAY * n: "closed in August" for n in range(-30, 60)})
    day = calendar.next_working(case.day)

    assert calendar.asked_on(day, case.now - 60 * DAY).at == calendar.start_of(day)
    assert calendar.add_working(day, 5) == case.calendar.add_working(day, 5)
    assert calendar.local_day(calendar.slot(day, case.now, case.channel).at) > case.day + DAY * 59


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
def test_working_days_are_counted(case: Asked, count: int) -> None:
    last = case.calendar.add_working(case.day, count)

    assert len([d for d in days_after(case.day, last) if is_free(case.calendar, d)]) == count
    assert count == 0 or is_free(case.calendar, last)


@QUICK
@given(case=asked(), count=st.integers(0, 15))
def test_banking_days_are_counted_by_the_banks_calendar_alone(case: Asked, count: int) -> None:
    last = case.calendar.add_banking(case.day, count)
    banking = [d for d in days_after(case.day, last) if d.weekday() < 5 and d not in case.calendar.bank_closed]

    assert len(banking) == count
    assert count == 0 or last == banking[-1]


@QUICK
@given(case=asked())
def test_the_hours_are_those_of_the_customers_own_clock(case: Asked) -> None:
    assert case.calendar.is_open(case.now, case.channel) == is_within_hours(case.now, case.calendar, case.channel)


@QUICK
@given(day=DAYS, minutes=st.sets(st.integers(0, 59), min_size=2))
def test_customers_are_spread_over_the_first_hour(day: dt.date, minutes: set[int]) -> None:
    starts = {Calendar(zone=MADRID, minute=minute).start_of(day) for minute in minutes}

    assert len(starts) == len(minutes)
    assert max(starts) - min(starts) < dt.timedelta(hours=1)


@pytest.mark.parametrize(
    ("now", "channel", "at", "shifts"),
    [
        ("2026-03-06T07:00Z", "email", "2026-03-06T08:15Z", []),
        ("2026-03-06T08:05Z", "email", "2026-03-06T08:15Z", []),
        ("2026-03-06T13:30Z", "sms", "2026-03-06T13:30Z", []),
        ("2026-03-06T17:59Z", "email", "2026-03-06T17:59Z", []),
        ("2026-03-06T12:59Z", "call", "2026-03-06T12:59Z", []),
        ("2026-03-06T13:00Z", "call", "2026-03-06T15:15Z", ["closed from 14:00 to 16:00"]),
        ("2026-03-06T15:05Z", "call", "2026-03-06T15:15Z", ["closed from 14:00 to 16:00"]),
        ("2026-03-06T18:00Z", "call", "2026-03-09T08:15Z", ["after hours", "Saturday", "Sunday"]),
        ("2026-03-07T12:00Z", "email", "2026-03-09T08:15Z", ["Saturday", "Sunday"]),
        ("2026-03-27T18:00Z", "email", "2026-03-30T07:15Z", ["after hours", "Saturday", "Sunday"]),
    ],
)
def test_a_friday_in_madrid(now: str, channel: str, at: str, shifts: list[str]) -> None:
    friday = dt.date.fromisoformat(now[:10]) if now < "2026-03-07" else dt.date(2026, 3, 6)
    slot = Calendar(zone=MADRID, minute=15).slot(friday, dt.datetime.fromisoformat(now), Channel(channel))
    assert slot.at == dt.datetime.fromisoformat(at)
    assert list(slot.shifts) == shifts


def test_a_step_that_is_late_is_not_blamed_on_the_weekend_it_was_planned_for() -> None:
    calendar, wednesday = Calendar(zone=MADRID), dt.datetime(2026, 3, 11, 12, tzinfo=dt.UTC)
    assert calendar.slot(dt.date(2026, 3, 8), wednesday).shifts == ()
