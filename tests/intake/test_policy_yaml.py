"""The policy's file, and the schema that editors check it with."""

from __future__ import annotations

from pathlib import Path

import pytest

from cobro.intake.policy_schema import SCHEMA_FILE, schema_text
from cobro.intake.policy_yaml import read_policy
from cobro.intake.problem import BadInput
from tests.intake.sample import ROOT, as_file

GOOD = (ROOT / "policies" / "four-weeks.yaml").read_text(encoding="utf-8")

SLIPS = [
    ("    letter: firm", "    lettre: firm", "steps.3.lettre", "one of the fields step, days, after, do, by, letter,"),
    ("days: 7", "days: week", "steps.1.days", "a whole number"),
    ("days: 7", "days: -70", "steps.1.days", "greater than or equal to -60"),
    ("days: 7", "days: -7", "steps.1", "step week-1: days below 0, but only a call counted from the due date may"),
    ("needs: spoken", "needs: silence", "steps.3.needs", "one of 'spoken'"),
    ("do: sms", "do: fax", "broken_promise.do", "one of 'email' or 'sms'"),
    ("unreached: true", "unreached: maybe", "steps.3.instead.0.when.unreached", "true or false"),
    (
        "unreached: true",
        "rainy: true",
        "steps.3.instead.0.when.rainy",
        "one of the fields spoken, unreached, in_touch_",
    ),
    ("unreached: true", "amount_below: {EUR: 0}", "steps.3.instead.0.when.amount_below.EUR", "greater than 0"),
    ("unreached: true", "amount_below: {EUR: 0.001}", "steps.3.instead.0.when.amount_below", "at most 2 decimals"),
    ("unreached: true", "amount_below: 300", "steps.3.instead.0.when.amount_below", "fields, each on a line like"),
    ("unreached: true", "kind: [firm]", "steps.3.instead.0.when.kind.0", "one of 'company', 'sole_trader', 'consumer'"),
    ("unreached: true", "kind: []", "steps.3.instead.0.when.kind", "at least one entry"),
    ("call_attempts: 3", "call_attempts: 0", "limits.call_attempts", "greater than or equal to 1"),
    ("limits:", "limit:", "limit", "one of the fields name, version, steps, broken_promise, limits"),
    ("    letter: friendly", "", "steps.1", "step week-1: an email needs a letter"),
    ("step: week-3 ", "step: week-1 ", "", "each step needs a name of its own"),
    ("after: due\n    do: email\n    letter: courtesy", "do: email\n    letter: courtesy", "", "(after: due)"),
]


@pytest.mark.parametrize("path", sorted((ROOT / "policies").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_policy_of_the_house_reads_clean(path: Path) -> None:
    assert read_policy(path).name == path.stem


@pytest.mark.parametrize(("good", "bad", "field", "expected"), SLIPS)
def test_each_slip_gives_one_problem(tmp_path: Path, good: str, bad: str, field: str, expected: str) -> None:
    assert good in GOOD
    with pytest.raises(BadInput) as refused:
        read_policy(as_file(tmp_path, GOOD.replace(good, bad, 1), "mine.yaml"))
    (problem,) = refused.value.problems
    assert problem.field == field
    assert expected in problem.expected
    assert len(str(problem).splitlines()) == 1


def test_steps_with_problems_do_not_also_count_as_missing(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        read_policy(as_file(tmp_path, "name: a\nversion: 1\nsteps: [1]\n"))
    assert [problem.field for problem in refused.value.problems] == ["steps.0"]


def test_the_schema_is_in_step_with_the_model() -> None:
    assert SCHEMA_FILE.read_text(encoding="utf-8") == schema_text(), (
        "policies/policy.schema.json is out of date: run  python -m cobro.intake.policy_schema"
    )
