"""A payment plan is judged fairly: never early, never for ever."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from hypothesis import assume, given
from hypothesis import strategies as st

from cobro.dunning.calendar import Calendar
from cobro.dunning.money import Money
from cobro.dunning.plan import Due, Look, look_at_plan
from cobro.dunning.policy import Policy
from tests.dunning.counting import grace_ends
from tests.dunning.strategies import MOMENTS, QUICK, calendars, near, policies

NOTHING = Money.zero("EUR")


@dataclass(frozen=True, slots=True)
class Agreed:
    """A plan over a sum, and what came of it."""

    total: Money
    instalments: tuple[Due, ...]
    paid: Money
    policy: Policy
    calendar: Calendar
    now: dt.datetime

    @property
    def today(self) -> dt.date:
        return self.calendar.local_day(self.now)

    @property
    def unpaid(self) -> Due | None:
        """The first instalment that the payments do not cover, counted in cents."""
        left = self.paid.minor
        for due in self.instalments:
            left -= due.money.minor
            if left < 0:
                return due
        return None

    def look(self, *, paid: Money | None = None, now: dt.datetime | None = None) -> Look:
        paid = self.paid if paid is None else paid
        return look_at_plan(
            self.instalments, paid, self.total - paid, self.policy, self.calendar, self.now if now is None else now
        )


@st.composite
def plans(draw: st.DrawFn) -> Agreed:
    """A plan of up to twelve instalments, looked at on some day, after payments that add up to anything."""
    now = draw(MOMENTS)
    calendar, policy = draw(calendars(now.date())), draw(policies())
    total = Money.from_minor(draw(st.integers(1, 10**7)), "EUR")
    parts = total.share(min(draw(st.integers(1, 12)), total.minor))
    days = sorted(near(draw, now.date(), 40, 60) for _ in parts)
    paid = draw(st.integers(0, total.minor) | st.sampled_from((0, parts[0].minor, total.minor)))
    return Agreed(total, tuple(map(Due, days, parts)), Money.from_minor(paid, "EUR"), policy, calendar, now)


def grace_of(agreed: Agreed, due: Due) -> dt.date:
    return grace_ends(due.day, agreed.policy, agreed.calendar)


@QUICK
@given(agreed=plans())
def test_a_plan_is_in_default_exactly_when_the_grace_of_the_first_unpaid_instalment_is_over(agreed: Agreed) -> None:
    unpaid = agreed.unpaid
    late = unpaid is not None and grace_of(agreed, unpaid) < agreed.today

    assert agreed.look().defaulted == late


@QUICK
@given(agreed=plans())
def test_a_plan_is_completed_exactly_when_nothing_is_left(agreed: Agreed) -> None:
    look = agreed.look()
    assert (look.why == "completed") == (agreed.paid == agreed.total)
    assert look.why != "completed" or (look.at is None and not look.defaulted)


@QUICK
@given(agreed=plans())
def test_the_next_look_lies_ahead_and_is_the_last_one_needed(agreed: Agreed) -> None:
    look = agreed.look()
    if look.at is None:
        return
    unpaid = agreed.unpaid

    assert unpaid is not None
    assert look.at > agreed.now
    assert agreed.calendar.local_day(look.at) > grace_of(agreed, unpaid)
    assert agreed.look(now=look.at).defaulted


@QUICK
@given(agreed=plans(), more=st.integers(0, 10**7))
def test_paying_more_never_makes_a_plan_worse(agreed: Agreed, more: int) -> None:
    before = agreed.look()
    after = agreed.look(paid=min(agreed.paid + Money.from_minor(more, "EUR"), agreed.total))

    assert before.defaulted or not after.defaulted
    if before.at and after.at:
        assert after.at >= before.at


@QUICK
@given(agreed=plans())
def test_a_customer_who_pays_each_instalment_in_time_is_never_in_default(agreed: Agreed) -> None:
    paid = NOTHING
    for due in agreed.instalments:
        noon = dt.datetime.combine(grace_of(agreed, due), dt.time(12), tzinfo=agreed.calendar.zone)
        assert not agreed.look(paid=paid, now=noon).defaulted
        paid = paid + due.money
    assert agreed.look(paid=paid).why == "completed"


@QUICK
@given(agreed=plans())
def test_a_default_names_the_instalment_and_its_day(agreed: Agreed) -> None:
    look, unpaid = agreed.look(), agreed.unpaid
    assume(look.defaulted and unpaid is not None)

    assert unpaid is not None
    number = next(n for n, due in enumerate(agreed.instalments, start=1) if due is unpaid)
    assert look.why.startswith(f"instalment {number} of {unpaid.day} ")


@QUICK
@given(agreed=plans())
def test_an_invoice_that_grew_after_the_plan_is_asked_for_again(agreed: Agreed) -> None:
    look = look_at_plan(
        agreed.instalments,
        agreed.total,
        Money.from_minor(1, "EUR"),
        agreed.policy,
        agreed.calendar,
        agreed.now,
    )
    assert look.defaulted
    assert "0.01 EUR left" in look.why
