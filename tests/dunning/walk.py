"""A customer who says nothing, followed from the due date to the decision, as the ledger would follow one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from cobro.dunning.calendar import Calendar
from cobro.dunning.facts import Calls, Contacted, Done, Facts
from cobro.dunning.ladder import next_move
from cobro.dunning.money import Money
from cobro.dunning.move import Do, Move
from cobro.dunning.policy import Policy

_HOUR = dt.timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Climbed:
    """A step as it was carried out. `since` is the day on which nothing outside of the rules held it up any more."""

    step: str
    day: dt.date
    since: dt.date
    move: Move


class Walk:
    """Carries out the moves of one case.

    Args:
        unanswered: attempts of each call that nobody answers; up to the policy's limit, after which it is given up.
        downtime: before the step of that number, so many days pass in which nothing runs.
    """

    def __init__(
        self,
        policy: Policy,
        calendar: Calendar,
        facts: Facts,
        now: dt.datetime,
        *,
        unanswered: int = 0,
        downtime: Mapping[int, int] | None = None,
    ) -> None:
        self.policy, self.calendar, self.facts, self.now = policy, calendar, facts, now
        self.climbed: list[Climbed] = []
        self._attempts = min(unanswered, policy.limits.call_attempts)
        self._downtime = dict(downtime or {})
        self._call_ends: dt.datetime | None = None
        self._since = self.today

    @property
    def today(self) -> dt.date:
        return self.calendar.local_day(self.now)

    def to_the_decision(self) -> list[Climbed]:
        """Every step of the way.

        Raises:
            AssertionError: the case turns in circles.
        """
        for _ in range(20 * len(self.policy.steps)):
            self._one_move()
            if self.climbed and self.climbed[-1].move.do is Do.ASK_DECISION:
                return self.climbed
        raise AssertionError(f"no decision after {self.climbed}")

    def _one_move(self) -> None:
        move = next_move(self.facts, self.policy, self.calendar, self.now)
        if days := self._downtime.pop(len(self.climbed), 0):
            self.now += dt.timedelta(days=days)
            self._since = self.today
        elif self._call_ends and self._call_ends <= max(self.now, move.at):
            self._end_call()
        else:
            self.now = move.at
            self._carry_out(move)

    def _carry_out(self, move: Move) -> None:
        if move.do is Do.LOOK:
            self._call_to_mind()
            return
        self.climbed.append(Climbed(move.step or "", self.today, self._since, move))
        self.facts = replace(
            self.facts,
            done=(*self.facts.done, Done(move.step or "", self.today)),
            last_contact=self.today,
            contacted=(*self.facts.contacted, Contacted(self.today, move.do.value)),
        )
        if move.do is Do.OPEN_CALL:
            given_up = self._attempts == self.policy.limits.call_attempts
            self._call_ends = self.now + dt.timedelta(days=self._attempts - given_up) + _HOUR
            self.facts = replace(self.facts, calls=Calls(open_until=self.calendar.add_working(self.today, 3)))

    def _end_call(self) -> None:
        assert self._call_ends is not None
        self.now, self._call_ends = max(self.now, self._call_ends), None
        given_up = self._attempts == self.policy.limits.call_attempts
        spoken_on = None if given_up else self.today
        self.facts = replace(self.facts, calls=Calls(not given_up, self._attempts, None, spoken_on))
        self._since = self.today

    def _call_to_mind(self) -> None:
        calls = self.facts.calls
        if calls.open_until and calls.open_until <= self.today:
            later = self.calendar.add_working(self.today, self.policy.limits.overdue_working_days)
            self.facts = replace(self.facts, calls=replace(calls, open_until=later))


def unpaid(due: dt.date) -> Facts:
    """An invoice of which nothing was paid, and nothing done."""
    return Facts(due=due, open=Money.from_minor(121_050, "EUR"), disputed=Money.zero("EUR"))
