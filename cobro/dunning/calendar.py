"""Working days and hours of one customer, and why a moment was shifted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

_DAY = dt.timedelta(days=1)
_WEEKEND = {5: "Saturday", 6: "Sunday"}


@dataclass(frozen=True, slots=True)
class Slot:
    """A moment at which a contact may leave (aware), and what shifted it there, if anything did."""

    at: dt.datetime
    shifted_by: str | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """When a customer may be contacted, in the customer's own time zone.

    `closed` and `bank_closed` name the days that are neither working nor banking days. The default hours are those of
    domain rule 2.9 (Monday to Friday, 09:00 to 19:00). `minute` spreads customers over the first hour of the day.
    """

    zone: ZoneInfo
    closed: Mapping[dt.date, str] = field(default_factory=dict)
    bank_closed: Mapping[dt.date, str] = field(default_factory=dict)
    opens: dt.time = dt.time(9)
    closes: dt.time = dt.time(19)
    minute: int = 0

    def local_day(self, moment: dt.datetime) -> dt.date:
        return moment.astimezone(self.zone).date()

    def why_closed(self, day: dt.date) -> str | None:
        """The name of the reason why nobody is contacted that day, or None on a working day."""
        return _WEEKEND.get(day.weekday()) or self.closed.get(day)

    def next_working(self, day: dt.date) -> dt.date:
        """That day if it is a working day, else the first one after it."""
        while self.why_closed(day):
            day += _DAY
        return day

    def add_working(self, day: dt.date, count: int) -> dt.date:
        """The working day so many working days after a day."""
        for _ in range(count):
            day = self.next_working(day + _DAY)
        return day

    def add_banking(self, day: dt.date, count: int) -> dt.date:
        """The banking day so many banking days after a day."""
        for _ in range(count):
            day += _DAY
            while day.weekday() in _WEEKEND or day in self.bank_closed:
                day += _DAY
        return day

    def slot(self, day: dt.date, now: dt.datetime) -> Slot:
        """The first moment on or after a day, and not before now, at which a contact may leave.

        A day that is still ahead has its contact in the first hour; late on the day itself, it leaves at once.
        """
        shifted_by = self.why_closed(day)
        day = self.next_working(day)
        if day < self.local_day(now):
            # Late for another reason than a closed day.
            day, shifted_by = self.local_day(now), None
        local = now.astimezone(self.zone)
        while True:
            reason = self.why_closed(day)
            if reason is None:
                planned = self._morning(day)
                if now <= planned:
                    return Slot(planned, shifted_by)
                if local.time() < self.closes:
                    return Slot(now, shifted_by)
                reason = "after hours"
            shifted_by = shifted_by or reason
            day += _DAY

    def start_of(self, day: dt.date) -> dt.datetime:
        """The first planned moment of a working day (of the next one, if the day is none)."""
        return self._morning(self.next_working(day))

    def is_open(self, moment: dt.datetime) -> bool:
        """Whether a contact may leave at this very moment."""
        local = moment.astimezone(self.zone)
        return self.why_closed(local.date()) is None and self.opens <= local.time() < self.closes

    def _morning(self, day: dt.date) -> dt.datetime:
        local = dt.datetime.combine(day, self.opens, tzinfo=self.zone) + dt.timedelta(minutes=self.minute)
        return local.astimezone(dt.UTC)
