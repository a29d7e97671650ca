"""Steps with conditions, before the due date, counted from the issue date, and what follows the decision."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from cobro.dunning.calendar import Calendar
from cobro.dunning.facts import Calls, Done, Facts, Promise
from cobro.dunning.ladder import next_move, proposal
from cobro.dunning.money import Money
from cobro.dunning.move import Do, Move
from cobro.dunning.parties import CustomerKind
from cobro.dunning.policy import Policy
from cobro.dunning.timetable import timetable
from tests.dunning.strategies import ZONES
from tests.dunning.walk import unpaid

DUE = dt.date(2026, 3, 6)
DAY = dt.timedelta(days=1)
PLAIN = Calendar(zone=ZONES[0])

MAIL = {"step": "mail", "days": 1, "after": "due", "do": "email", "letter": "courtesy"}
CALL = {"step": "ring", "days": 7, "do": "call", "by": "junior", "goal": "ask-why"}
FIRM = {
    "step": "firm",
    "days": 7,
    "do": "email",
    "letter": "firm",
    "needs": "spoken",
    "instead": [{"when": {"unreached": True}, "letter": "could-not-reach"}],
}
DECISION = {"step": "end", "days": 7, "do": "decision"}


def policy(*steps: dict[str, Any], **more: Any) -> Policy:
    return Policy.model_validate({"name": "mine", "version": 1, "steps": steps, **more})


def decide(ladder: Policy, facts: Facts, now: dt.date = DUE + 2 * DAY) -> Move:
    return next_move(facts, ladder, PLAIN, dt.datetime.combine(now, dt.time(12), tzinfo=PLAIN.zone))


def after(*steps: str, **changes: Any) -> Facts:
    done = tuple(Done(step, DUE + (1 + 7 * n) * DAY) for n, step in enumerate(steps))
    return replace(unpaid(DUE), done=done, last_contact=done[-1].day if done else None, **changes)


@pytest.mark.parametrize(
    ("when", "facts", "why"),
    [
        ({"amount_at_least": {"EUR": 2000}}, {}, "1210.50 EUR is below 2000.00 EUR"),
        ({"amount_at_least": {"EUR": "1210.50"}}, {}, None),
        ({"amount_below": {"EUR": "1210.50"}}, {}, "1210.50 EUR is not below 1210.50 EUR"),
        ({"amount_below": {"EUR": 1000}}, {"disputed": Money.from_minor(40000, "EUR")}, None),
        ({"amount_at_least": {"USD": 1}}, {}, "no amount in EUR"),
        ({"kind": ["company", "sole_trader"]}, {"kind": CustomerKind.CONSUMER}, "customer is consumer"),
        ({"kind": ["consumer"]}, {"kind": CustomerKind.CONSUMER}, None),
        ({"country": ["FR"]}, {"country": "ES"}, "country is ES"),
        ({"currency": ["EUR"]}, {}, None),
        ({"in_touch_about_difficulty": True}, {}, "told of no difficulty"),
        ({"in_touch_about_difficulty": False}, {"in_touch": True}, "told of a difficulty"),
        ({"spoken": True, "currency": ["EUR"]}, {}, "nobody was spoken to"),
        ({"unreached": True}, {"calls": Calls(False, 2, DUE)}, "the calls were not all in vain"),
        ({"unreached": True}, {"calls": Calls(False, 3)}, None),
    ],
)
def test_a_step_whose_condition_does_not_hold_is_passed_over_and_the_reason_told(
    when: dict[str, Any], facts: dict[str, Any], why: str | None
) -> None:
    move = decide(policy(MAIL, {**CALL, "when": when}, DECISION), after("mail", **facts))

    assert move.do is (Do.OPEN_CALL if why is None else Do.ASK_DECISION)
    assert why is None or move.why.endswith(f"; ring passed over: {why}")
    assert PLAIN.local_day(move.at) == DUE + (10 if why is None else 17) * DAY


def test_a_step_that_was_passed_over_returns_while_nothing_above_it_was_done() -> None:
    ladder = policy(MAIL, {**CALL, "when": {"amount_at_least": {"EUR": 2000}}}, {**FIRM, "needs": None}, DECISION)
    richer = {"open": Money.from_minor(300_000, "EUR")}

    assert decide(ladder, after("mail")).step == "firm"
    assert decide(ladder, after("mail", **richer)).step == "ring"
    assert decide(ladder, after("mail", "firm", **richer), DUE + 20 * DAY).step == "end"


def test_a_letter_that_needs_a_conversation_does_not_leave_where_no_call_was_made() -> None:
    ladder = policy(MAIL, {**CALL, "when": {"amount_at_least": {"EUR": 2000}}}, FIRM, DECISION)
    move = decide(ladder, after("mail"))

    assert (move.do, move.why.split("; ")[-1]) == (Do.ASK_DECISION, "firm passed over: nobody was spoken to")


EARLY = {**CALL, "step": "early", "days": -3, "after": "due"}


@pytest.mark.parametrize(
    ("today", "step"),
    [(-10, "early"), (-3, "early"), (0, "early"), (1, "mail"), (5, "mail")],
)
def test_a_call_before_the_due_date_is_made_until_then_and_not_after(today: int, step: str) -> None:
    move = decide(policy(EARLY, {**MAIL}, DECISION), unpaid(DUE), DUE + today * DAY)

    assert move.step == step
    if step == "early":
        assert PLAIN.local_day(move.at) == max(DUE - 3 * DAY, DUE + today * DAY)
        assert "3 days before the due date" in move.why
    else:
        assert move.why.endswith("early passed over: the due date has passed")


def test_no_letter_comes_before_the_day_after_the_due_date_whatever_it_counts_from() -> None:
    ladder = policy({**MAIL, "after": "issued", "days": 10}, {**CALL, "after": "issued", "days": 45}, DECISION)

    assert ladder.offsets(terms=30) == (1, 15, 22)
    assert ladder.offsets(terms=60) == (1, 2, 9)
    assert ladder.offsets() == (10, 45, 52)
    issued = replace(unpaid(DUE), issued=DUE - 30 * DAY)
    assert PLAIN.local_day(decide(ladder, issued, DUE - 20 * DAY).at) == DUE + 3 * DAY


def test_where_to_is_proposed_and_nothing_leaves_without_a_person() -> None:
    leave = {"step": "leave", "do": "handoff", "to": "agency", "when": {"amount_at_least": {"EUR": 300}}}
    ladder = policy(MAIL, DECISION, leave)
    asked = decide(ladder, after("mail"), DUE + 60 * DAY)

    assert (asked.do, asked.step, asked.goal) == (Do.ASK_DECISION, "end", "agency")
    assert proposal(after("mail", open=Money.from_minor(100, "EUR")), ladder) is None
    assert decide(ladder, after("mail", "end"), DUE + 60 * DAY).do is Do.ASK_DECISION


def test_enough_contacts_end_the_ladder_and_the_reminder_of_a_promise_counts() -> None:
    ladder = policy(MAIL, CALL, DECISION, limits={"contacts_before_decision": 2})
    broken = Promise(1, DUE, kept=False)

    assert decide(ladder, after("mail", promise=broken), DUE + 20 * DAY).step == "broken-promise-1"
    asked = decide(ladder, after("mail", promise=broken, broken_promises=1), DUE + 60 * DAY)
    assert (asked.do, asked.why.split("; ")[-1]) == (Do.ASK_DECISION, "2 contacts are enough")


def test_the_timetable_dates_every_step_and_says_what_shifts_it() -> None:
    ladder = policy(EARLY, MAIL, {**CALL, "when": {"kind": ["consumer"]}}, DECISION, {**DECISION, **LEAVE})
    dated = timetable(ladder, DUE, None, PLAIN)

    assert [(one.step.step, one.day and str(one.day), one.shifted_by) for one in dated] == [
        ("early", "2026-03-03", None),
        ("mail", "2026-03-09", "Saturday; Sunday"),
        ("ring", "2026-03-16", None),
        ("end", "2026-03-23", None),
        ("leave", None, None),
    ]


LEAVE = {"step": "leave", "do": "handoff", "to": "legal", "days": 0}
