"""Working days and hours of one customer, and why a moment was shifted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from cobro.dunning.contact import Channel
from cobro.dunning.hours import USUAL, Span

_DAY = dt.timedelta(days=1)
_HOUR = 60
_WEEKEND = {5: "Saturday", 6: "Sunday"}


@dataclass(frozen=True, slots=True)
class Slot:
    """A moment at which a contact may leave (aware), and what shifted it there, in order, if anything did."""

    at: dt.datetime
    shifts: tuple[str, ...] = ()

    @property
    def shifted_by(self) -> str | None:
        """What shifted it first."""
        return self.shifts[0] if self.shifts else None


@dataclass(frozen=True, slots=True)
class Calendar:
    """When a customer may be contacted, in the customer's own time zone.

    `closed` and `bank_closed` name the public holidays, which are neither working nor banking days. `away` names days
    on which only contacts rest, by the creditor's own file: people at the creditor work on them. `hours` are those of a
    working day by channel (domain rules 2.9 and 1.10). `minute` spreads customers over the first hour after an opening.
    """

    zone: ZoneInfo
    closed: Mapping[dt.date, str] = field(default_factory=dict)
    bank_closed: Mapping[dt.date, str] = field(default_factory=dict)
    away: Mapping[dt.date, str] = field(default_factory=dict)
    hours: Mapping[Channel, tuple[Span, ...]] = field(default_factory=lambda: USUAL)
    minute: int = 0

    def local_day(self, moment: dt.datetime) -> dt.date:
        return moment.astimezone(self.zone).date()

    def why_closed(self, day: dt.date) -> str | None:
        """The name of the reason why nobody is contacted that day, or None on an open day."""
        return self.away.get(day) or self.closed.get(day) or _WEEKEND.get(day.weekday())

    def next_open(self, day: dt.date) -> dt.date:
        """That day if a contact may leave on it, else the first such day after it."""
        while self.why_closed(day):
            day += _DAY
        return day

    def next_working(self, day: dt.date) -> dt.date:
        """That day if it is a working day, else the first one after it."""
        while not self._is_working(day):
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

    def slot(self, day: dt.date, now: dt.datetime, channel: Channel = Channel.EMAIL) -> Slot:
        """The first moment on or after a day, and not before now, at which a contact may leave by a channel.

        A day that is still ahead has its contact in the first hour; late on the day itself, it leaves at once, or when
        the channel opens next. A day that is past has nothing to do with the shift: it is late for another reason.
        """
        today = self.local_day(now)
        shifts: list[str] = []
        if self.next_open(day) < today:
            day = today
        while True:
            reason = self.why_closed(day)
            if reason is None:
                found = self._on(day, now, channel)
                if isinstance(found, Slot):
                    return Slot(found.at, tuple(dict.fromkeys((*shifts, *found.shifts))))
                reason = found
            shifts.append(reason)
            day += _DAY

    def asked_on(self, day: dt.date, now: dt.datetime) -> Slot:
        """The first moment on or after a day, and not before now, at which somebody at the creditor is at work."""
        return Calendar(self.zone, self.closed, minute=self.minute).slot(day, now)

    def start_of(self, day: dt.date) -> dt.datetime:
        """The first planned moment of a working day (of the next one, if the day is none)."""
        return next(self._openings(self.next_working(day), USUAL[Channel.EMAIL]))[0]

    def is_open(self, moment: dt.datetime, channel: Channel = Channel.EMAIL) -> bool:
        """Whether a contact may leave by a channel at this very moment."""
        local = moment.astimezone(self.zone)
        return self.why_closed(local.date()) is None and any(
            opens <= local.time() < closes for opens, closes in self.hours[channel]
        )

    def _is_working(self, day: dt.date) -> bool:
        return day.weekday() not in _WEEKEND and day not in self.closed

    def _on(self, day: dt.date, now: dt.datetime, channel: Channel) -> Slot | str:
        """The slot on an open day, or why there is none any more."""
        hours, last = self.hours[channel], None
        for (opens, closes), (planned, end) in zip(hours, self._openings(day, hours), strict=True):
            if now <= planned:
                return Slot(planned, (f"closed from {last:%H:%M} to {opens:%H:%M}",) if last else ())
            if now < end:
                return Slot(now)
            last = closes
        return "after hours"

    def _openings(self, day: dt.date, hours: tuple[Span, ...]) -> Iterator[tuple[dt.datetime, dt.datetime]]:
        """For each span of a day: the customer's own moment in its first hour, and its end."""
        for opens, closes in hours:
            begin = dt.datetime.combine(day, opens, tzinfo=self.zone)
            end = dt.datetime.combine(day, closes, tzinfo=self.zone)
            # A span of less than an hour is spread over no more than it has.
            first = min(_HOUR, (end - begin) // dt.timedelta(minutes=1))
            begin += dt.timedelta(minutes=self.minute * first // _HOUR)
            yield begin.astimezone(dt.UTC), end.astimezone(dt.UTC)
