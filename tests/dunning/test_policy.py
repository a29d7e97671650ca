"""A ladder that does not hold together is refused, and the message names the step to mend."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cobro.dunning.ladder import BROKEN_PROMISE, HAND_OVER
from cobro.dunning.policy import Policy
from tests.dunning.strategies import QUICK, policies

EMAIL = {"step": "mail", "days": 1, "after": "due", "do": "email", "letter": "courtesy"}
CALL = {"step": "ring", "days": 7, "do": "call", "by": "junior", "goal": "ask-why"}
NEEDS = {"needs": "spoken", "instead": [{"when": {"unreached": True}, "letter": "could-not-reach"}]}
UNHEARD = {"needs": "spoken", "instead": [{"when": {"unreached": True}, "goal": "try-again"}]}
LATE = {"step": "late", "days": 7, "do": "sms", "letter": "firm", **NEEDS}
HANDOFF = {"step": "leave", "do": "handoff", "to": "legal"}
EARLY = {**CALL, "step": "early", "days": -5, "after": "due"}
DECISION = {"step": "end", "days": 7, "do": "decision"}
LADDER: list[dict[str, Any]] = [EMAIL, CALL, LATE, DECISION]

Slip = Callable[[list[dict[str, Any]]], object]

SLIPS: list[tuple[str, Slip, str]] = [
    ("two of a name", lambda steps: steps[2].update(step="ring"), "step ring: each step needs a name of its own"),
    ("first not from due", lambda steps: steps[0].pop("after"), r"step mail: .*\(after: due\)"),
    ("no decision", lambda steps: steps.pop(), "step late: a ladder ends in a decision"),
    ("a decision on the way", lambda steps: steps[1].update(do="decision"), "step ring: .*decision"),
    ("same day", lambda steps: steps[1].update(days=0), "step ring: would not come after"),
    ("back in time", lambda steps: steps[2].update(days=5, after="due"), "step late: would not come after"),
    ("call after", lambda steps: steps.insert(1, {**steps.pop(2), "days": 1}), "step late: needs a call"),
    ("its own call", lambda steps: steps[1].update(**UNHEARD), "step ring: needs a call"),
    ("no letter", lambda steps: steps[0].pop("letter"), "step mail: an email needs a letter"),
    ("no text", lambda steps: steps[2].pop("letter"), "step late: an sms needs a letter"),
    ("no goal", lambda steps: steps[1].pop("goal"), "step ring: a call needs a goal"),
    ("a letter on the telephone", lambda steps: steps[1].update(letter="firm"), "step ring: a call has no letter"),
    ("no way out", lambda steps: steps[2].pop("instead"), "step late: needs spoken, so it has to say"),
    ("other goal for a letter", lambda steps: steps[2].update(instead=UNHEARD["instead"]), "step late: instead of sms"),
    ("a letter too early", lambda steps: steps[0].update(days=-1), "step mail: days below 0, but only a call"),
    (
        "a letter after an early call",
        lambda steps: steps.__setitem__(slice(0, 1), [EARLY, {**EMAIL, "after": "previous"}]),
        "step mail: would come before the due date",
    ),
    ("a doubtful decision", lambda steps: steps[3].update(when={"spoken": True}), "step end: a decision has no cond"),
    ("left too early", lambda steps: steps.insert(1, HANDOFF), "step leave: a decision ends the ladder"),
    ("left undecided", lambda steps: steps.__setitem__(3, HANDOFF), "step leave: a ladder ends in a decision"),
    ("left for nowhere", lambda steps: steps.append({**HANDOFF, "to": None}), "step leave: a handoff"),
    ("left later", lambda steps: steps.append({**HANDOFF, "days": 3}), "step leave: a handoff follows the decision at"),
    ("no days", lambda steps: steps[1].pop("days"), "step ring: needs days"),
    ("nobody calls", lambda steps: steps[1].pop("by"), "step ring: a call needs a goal, and a person"),
    ("taken by promises", lambda steps: steps[2].update(step=f"{BROKEN_PROMISE}-1"), f"step {BROKEN_PROMISE}-1: "),
    ("taken by the end", lambda steps: steps[2].update(step=HAND_OVER), f"step {HAND_OVER}: "),
]


def read(steps: list[dict[str, Any]]) -> Policy:
    return Policy.model_validate({"name": "mine", "version": 1, "steps": steps})


def test_the_ladder_without_a_slip_is_read() -> None:
    assert [step.step for step in read(LADDER).steps] == ["mail", "ring", "late", "end"]


@pytest.mark.parametrize(("slip", "said"), [case[1:] for case in SLIPS], ids=[case[0] for case in SLIPS])
def test_a_slip_is_refused_and_its_step_is_named(slip: Slip, said: str) -> None:
    steps = deepcopy(LADDER)
    slip(steps)

    with pytest.raises(ValidationError, match=said):
        read(steps)


@pytest.mark.parametrize(
    ("field", "value"),
    [("days", -61), ("days", 366), ("step", "Week 1"), ("step", ""), ("do", "fax"), ("by", "boss"), ("colour", "red")],
)
def test_a_field_out_of_its_range_is_refused_and_its_place_is_named(field: str, value: object) -> None:
    with pytest.raises(ValidationError) as refused:
        read([EMAIL, {**CALL, field: value}, DECISION])
    assert ("steps", 1, field) in [error["loc"] for error in refused.value.errors()]


def test_a_ladder_without_a_step_is_refused() -> None:
    with pytest.raises(ValidationError, match="steps"):
        read([])


@QUICK
@given(policy=policies())
def test_offsets_climb_and_the_gaps_lie_between_them(policy: Policy) -> None:
    offsets = [policy.offset(i) for i in range(len(policy.steps))]

    assert offsets == sorted(set(offsets))
    assert [sum(policy.gap(j) for j in range(i + 1)) for i in range(len(offsets))] == offsets


@QUICK
@given(policy=policies())
def test_a_policy_survives_being_written_down(policy: Policy) -> None:
    assert Policy.model_validate_json(policy.model_dump_json()) == policy


@QUICK
@given(days=st.lists(st.integers(0, 30), min_size=2, max_size=6), froms=st.lists(st.booleans(), min_size=6, max_size=6))
def test_a_ladder_is_read_exactly_when_every_step_comes_later(days: list[int], froms: list[bool]) -> None:
    offsets: list[int] = []
    steps: list[dict[str, Any]] = []
    for number, (count, from_due) in enumerate(zip(days, [True, *froms], strict=False)):
        offsets.append(count if from_due else offsets[-1] + count)
        after = "due" if from_due else "previous"
        steps.append({**EMAIL, "step": f"step-{number}", "days": count, "after": after})
    steps[-1] = {**steps[-1], "do": "decision", "letter": None}

    if offsets == sorted(set(offsets)):
        assert [read(steps).offset(i) for i in range(len(steps))] == offsets
    else:
        with pytest.raises(ValidationError, match="would not come after"):
            read(steps)
