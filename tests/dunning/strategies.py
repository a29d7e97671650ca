"""What hypothesis draws for the rules: moments, calendars, policies, and cases in any state."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st

from cobro.dunning.calendar import Calendar
from cobro.dunning.condition import When
from cobro.dunning.contact import Channel
from cobro.dunning.facts import Awaited, Calls, Contacted, Done, Facts, Person, Promise
from cobro.dunning.hours import EARLIEST, LATEST, USUAL, Span
from cobro.dunning.money import Money
from cobro.dunning.move import Ending, Role
from cobro.dunning.parties import CustomerKind
from cobro.dunning.policy import Limits, Policy, Step

QUICK = settings(max_examples=50, deadline=None, derandomize=True)
THOROUGH = settings(QUICK, max_examples=80)

CURRENCIES = ("EUR", "GBP", "COP", "JPY", "KWD")
ZONES = tuple(map(ZoneInfo, ("Europe/Madrid", "Atlantic/Canary", "Europe/London", "America/Bogota")))

_FIRST = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
_LAST = dt.datetime(2028, 12, 31, tzinfo=dt.UTC)
_SELDOM = st.sampled_from((False, False, False, False, True))
_ANY_BUDGET = st.integers(1, 7)
_TIMES = st.integers(EARLIEST.hour * 4, LATEST.hour * 4).map(lambda quarters: dt.time(*divmod(quarters * 15, 60)))
_SPANS = st.lists(_TIMES, min_size=2, max_size=6, unique=True).map(
    lambda times: tuple(Span(*pair) for pair in zip(sorted(times)[::2], sorted(times)[1::2], strict=False))
)
_HOURS = st.fixed_dictionaries(dict.fromkeys(Channel, _SPANS))
_CONTACTS = ("email", "sms", "call")


def _last_sunday(year: int, month: int) -> dt.datetime:
    last = dt.datetime(year, month, 31, 1, tzinfo=dt.UTC)
    return last - dt.timedelta(days=(last.weekday() + 1) % 7)


DST_CHANGES = tuple(_last_sunday(year, month) for year in range(2024, 2029) for month in (3, 10))
"""The moments at which Madrid, the Canary Islands and London change their clocks; Bogota never does."""

_ANYWHERE = st.integers(0, int((_LAST - _FIRST).total_seconds())).map(lambda s: _FIRST + dt.timedelta(seconds=s))
_NEAR_CHANGE = st.builds(
    lambda change, minutes: change + dt.timedelta(minutes=minutes),
    st.sampled_from(DST_CHANGES),
    st.integers(-3 * 24 * 60, 3 * 24 * 60),
)

MOMENTS: st.SearchStrategy[dt.datetime] = _ANYWHERE | _NEAR_CHANGE
DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2028, 12, 31))


def near(draw: st.DrawFn, day: dt.date, before: int, after: int) -> dt.date:
    """A day around a day."""
    return day + dt.timedelta(days=draw(st.integers(-before, after)))


def seldom_near(draw: st.DrawFn, day: dt.date, before: int, after: int) -> dt.date | None:
    """A day around a day, or more often none."""
    return near(draw, day, before, after) if draw(_SELDOM) else None


def seldom_place(draw: st.DrawFn) -> int | None:
    """A place on the ladder given by another one, or more often none."""
    return draw(st.integers(0, 3)) if draw(_SELDOM) else None


def contacted_on(draw: st.DrawFn, days: list[dt.date]) -> tuple[Contacted, ...]:
    """Contacts of a customer on some days, in whatever way."""
    return tuple(Contacted(day, draw(st.sampled_from(("e-mail", "spoke", "SMS")))) for day in days)


def days_near(draw: st.DrawFn, day: dt.date, before: int, after: int, most: int) -> list[dt.date]:
    """Some days around a day."""
    return [day + dt.timedelta(days=days) for days in draw(st.lists(st.integers(-before, after), max_size=most))]


@st.composite
def calendars(draw: st.DrawFn, around: dt.date) -> Calendar:
    """A customer's calendar with some holidays in the weeks around a day."""
    name = draw(st.sampled_from(("Fair", "Saint", "Labour Day")))
    return Calendar(
        zone=draw(st.sampled_from(ZONES)),
        closed=dict.fromkeys(days_near(draw, around, 15, 60, most=6), name),
        bank_closed=dict.fromkeys(days_near(draw, around, 15, 60, most=6), name),
        away=dict.fromkeys(days_near(draw, around, 15, 60, most=3), "closed in August"),
        hours=draw(st.just(USUAL) | _HOURS),
        minute=draw(st.integers(0, 59)),
    )


_WHEN = st.sampled_from(
    (
        {"unreached": True},
        {"spoken": True},
        {"spoken": False, "in_touch_about_difficulty": True},
        {"amount_at_least": {"EUR": "300.00", "JPY": "300"}},
        {"amount_below": {"EUR": "300.00"}, "kind": ["company", "sole_trader"]},
        {"country": ["ES"], "currency": ["EUR", "GBP"]},
    )
)


def _instead(draw: st.DrawFn, do: str, needs: bool) -> list[dict[str, object]]:
    field = "goal" if do == "call" else "letter"
    conditions = draw(st.lists(_WHEN, max_size=2)) if do != "decision" else []
    return [{"when": when, field: "other"} for when in (*conditions, *([{"unreached": True}] if needs else []))]


def _segments(draw: st.DrawFn, contacts: list[str]) -> list[dict[str, object]]:
    """Up to three segments; who belongs to them is for the facts to say."""
    effects: list[dict[str, object]] = [
        {"later_days": draw(st.integers(1, 60))},
        {"before_due": {"days": draw(st.integers(1, 30)), "do": draw(st.sampled_from(("email", "sms")))}},
        {"exempt": "until_returned", "ask_after": draw(st.integers(1, 90))},
    ]
    effects += [{"at_most": name} for name in contacts]
    some = draw(st.lists(st.sampled_from(effects), max_size=3))
    return [{"name": f"kind-{k}", "when": {"country": ["ES"]}, **effect} for k, effect in enumerate(some)]


@st.composite
def policies(
    draw: st.DrawFn, contacts_a_week: st.SearchStrategy[int] = _ANY_BUDGET, conditional: bool = False
) -> Policy:
    """A ladder of up to five contacts and the decision, its days told from the due date or from the step before.

    `conditional`: any step may have a condition, the first may be a call before the due date, days may count from the
    issue date, and a handoff may follow.
    """
    steps: list[Step] = []
    offset, called = 0, False
    for number, do in enumerate((*draw(st.lists(st.sampled_from(_CONTACTS), max_size=5)), "decision")):
        early = conditional and number == 0 and do == "call"
        days = draw(st.integers(1 if number else -9 if early else 0, 14))
        offset += days
        from_due = number == 0 or draw(st.booleans()) or offset - days < 0
        offset = offset if do == "call" else max(offset, 0)
        needs = called and do != "decision" and draw(st.booleans())
        after = "issued" if conditional and offset > 0 and draw(_SELDOM) else "due" if from_due else "previous"
        steps.append(
            Step.model_validate(
                {
                    "step": f"rung-{number}",
                    "days": days if after == "previous" else offset,
                    "after": after,
                    "do": do,
                    "by": Role.SENIOR if do in ("call", "decision") else Role.AUTOMATIC,
                    "letter": "reminder" if do in ("email", "sms") else None,
                    "goal": "ask-why" if do == "call" else None,
                    "needs": "spoken" if needs else None,
                    "when": draw(_WHEN) if conditional and do != "decision" and draw(st.booleans()) else None,
                    "instead": _instead(draw, do, needs),
                }
            )
        )
        called = called or do == "call"
    if conditional and draw(st.booleans()):
        steps.append(
            Step(step="leave", do="handoff", to="legal", when=draw(st.none() | _WHEN.map(When.model_validate)))
        )
    limits = Limits(
        contacts_a_week=draw(contacts_a_week),
        days_between_contacts=draw(st.integers(1, 3)) if contacts_a_week is _ANY_BUDGET else 1,
        call_attempts=draw(st.integers(1, 4)),
        grace_banking_days=draw(st.integers(0, 4)),
        contacts_before_decision=draw(st.integers(5, 7)) if conditional and draw(_SELDOM) else None,
    )
    contacts = [step.step for step in steps if step.do in _CONTACTS]
    segments = _segments(draw, contacts) if conditional and draw(st.booleans()) else []
    return Policy.model_validate(
        {"name": "drawn", "version": 1, "steps": steps, "limits": limits, "segments": segments}
    )


def amounts(currency: str, least: int = 0) -> st.SearchStrategy[Money]:
    """Amounts of a currency, often nothing and often a single smallest unit."""
    units = st.sampled_from((least, least + 1)) | st.integers(least, 10**9)
    return units.map(lambda units: Money.from_minor(units, currency))


@dataclass(frozen=True, slots=True)
class Situation:
    """All that the rules are asked with."""

    facts: Facts
    policy: Policy
    calendar: Calendar
    now: dt.datetime

    @property
    def today(self) -> dt.date:
        return self.now.astimezone(self.calendar.zone).date()


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    """A case in any state whatever, also in states that the ledger would hardly bring about."""
    now = draw(MOMENTS)
    calendar, policy = draw(calendars(now.date())), draw(policies(conditional=True))
    today = calendar.local_day(now)
    currency = draw(st.sampled_from(CURRENCIES))
    names = ["of-an-older-policy", *(step.step for step in policy.steps)]
    done = draw(st.lists(st.sampled_from(names), max_size=len(names)))
    days = sorted(near(draw, today, 60, 0) for _ in done)
    due = near(draw, today, 120, 40)
    until = seldom_near(draw, today, 5, 20)
    facts = Facts(
        due=due,
        open=draw(amounts(currency)),
        disputed=draw(amounts(currency)) if draw(_SELDOM) else Money.zero(currency),
        done=tuple(Done(step, day, seldom_place(draw)) for step, day in zip(done, days, strict=True)),
        last_contact=max(days, default=None),
        resumed=seldom_near(draw, today, 40, 0),
        retry_at=now + dt.timedelta(minutes=draw(st.integers(-90, 90))) if draw(st.booleans()) else None,
        contacted=contacted_on(draw, days_near(draw, today, 8, 0, most=6)),
        stopped=draw(_SELDOM),
        hold_until=seldom_near(draw, today, 20, 40),
        unmatched_until=seldom_near(draw, today, 3, 4),
        bank_told_up_to=seldom_near(draw, today, 12, 0),
        promise=draw_promise(draw, today) if draw(_SELDOM) else None,
        people=(Person(draw(st.sampled_from(Awaited)), near(draw, today, 5, 10)),) if draw(_SELDOM) else (),
        calls=Calls(
            spoken=draw(st.booleans()),
            unanswered=draw(st.integers(0, 4)),
            open_until=seldom_near(draw, today, 5, 10),
            spoken_on=seldom_near(draw, today, 40, 0),
        ),
        in_touch=draw(st.booleans()),
        handoff=Ending.LEGAL_HANDOFF if draw(_SELDOM) else None,
        ending=draw(st.sampled_from(Ending)) if draw(_SELDOM) else None,
        issued=seldom_near(draw, due, 60, 0),
        kind=draw(st.none() | st.sampled_from(CustomerKind)),
        country=draw(st.sampled_from((None, "ES", "GB"))),
        broken_promises=draw(st.integers(0, 3)),
        not_before=seldom_near(draw, today, 10, 20),
        returned_on=seldom_near(draw, today, 20, 0),
        forewarned=draw(_SELDOM),
        segment=draw(st.sampled_from((None, *(segment.name for segment in policy.segments)))),
        segment_why="as drawn",
        excepted="as drawn" if until else None,
        excepted_until=until,
        paused_until=seldom_near(draw, today, 5, 20),
    )
    return Situation(facts, policy, calendar, now)


def draw_promise(draw: st.DrawFn, today: dt.date) -> Promise:
    """A promise in any state."""
    return Promise(
        id=draw(st.integers(1, 99)),
        pay_by=near(draw, today, 20, 30),
        kept=draw(st.booleans()),
        reminded=seldom_near(draw, today, 10, 0),
    )


@st.composite
def asked_for(draw: st.DrawFn) -> Situation:
    """A case on its ladder that nothing silences: some steps done in order, the next one never done.

    The customer was contacted for other invoices too.
    """
    now = draw(MOMENTS)
    calendar, policy = draw(calendars(now.date())), draw(policies())
    today = calendar.local_day(now)
    climbed = draw(st.integers(0, len(policy.steps) - 1))
    ago = sorted(draw(st.sets(st.integers(0, 40), min_size=climbed, max_size=climbed)), reverse=True)
    days = [today - dt.timedelta(days=days) for days in ago]
    facts = Facts(
        due=near(draw, min([today, *days]), 30, 0),
        open=draw(amounts("EUR", least=2)),
        disputed=Money.zero("EUR"),
        done=tuple(Done(step.step, day) for step, day in zip(policy.steps, days, strict=False)),
        last_contact=max(days, default=None),
        contacted=contacted_on(draw, [*days, *days_near(draw, today, 8, 0, most=5)]),
        calls=Calls(spoken=any(step.do == "call" for step in policy.steps[:climbed])),
    )
    return Situation(facts, policy, calendar, now)
