"""Policies in force: kept version by version, and taken over by each case when it is looked at next."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from cobro.dunning.policy import Limits, Policy
from cobro.intake.policy_yaml import read_policy
from cobro.ledger import tables as t
from cobro.ledger.applying import Refused
from cobro.ledger.queries.case_file import case_file
from tests.ledger.builders import COURTESY, CREDITOR, EBRO, FRIENDLY, ROOT, at, day, invoice, payment, promise
from tests.ledger.stage import Stage

FOUR_WEEKS: Policy = read_policy(ROOT / "policies" / "four-weeks.yaml")
GENTLE: Policy = read_policy(ROOT / "policies" / "gentle.yaml")


def version(number: int, *, drop: str = "", rename: dict[str, str] | None = None, **days: int) -> Policy:
    """four-weeks with other distances, and steps dropped or renamed."""
    body = FOUR_WEEKS.model_dump(mode="json") | {"version": number}
    steps: list[dict[str, Any]] = [step for step in body["steps"] if step["step"] != drop]
    for step in steps:
        step["days"] = days.get(step["step"].replace("-", "_"), step["days"])
        step["step"] = (rename or {}).get(step["step"], step["step"])
    for segment in body["segments"]:
        segment["at_most"] = (rename or {}).get(segment["at_most"], segment["at_most"])
    return Policy.model_validate(body | {"steps": steps})


def use(stage: Stage, policy: Policy, now: str = "2026-03-04 12:00") -> list[str]:
    return list(stage.ledger.put_in_force(policy, at(now), who="ana").creditors)


@pytest.fixture
def reminded(stage: Stage) -> Stage:
    """A case after its courtesy letter, which left on the 3rd under version 1; the next is due on the 9th."""
    stage.bring(invoice())
    stage.contact(COURTESY)
    return stage


def test_the_policy_is_kept_at_first_use_and_its_file_is_not_needed_any_more(reminded: Stage, tmp_path: Path) -> None:
    (kept,) = reminded.rows(t.PolicyRow)
    assert (kept.name, kept.version, kept.digest) == ("four-weeks", 1, FOUR_WEEKS.digest)
    assert Policy.model_validate_json(kept.content) == FOUR_WEEKS


def test_a_new_version_governs_the_next_contact_and_not_the_last(reminded: Stage) -> None:
    assert use(reminded, version(2)) == [EBRO]
    reminded.contact(FRIENDLY)

    contacts = sorted(reminded.rows(t.Contact), key=lambda row: row.claimed_at)
    assert [(row.policy, row.policy_version) for row in contacts] == [("four-weeks", 1), ("four-weeks", 2)]


def test_a_promise_is_shown_as_the_version_in_force_judges_it_and_not_the_file(reminded: Stage) -> None:
    limits = FOUR_WEEKS.limits.model_copy(update={"grace_banking_days": 10})
    use(reminded, FOUR_WEEKS.model_copy(update={"version": 2, "limits": limits}))
    reminded.tell(promise("2026-03-13"), "2026-03-04 12:00")
    with reminded.ledger.reading() as session:
        file = case_file(session, EBRO, "F-1", reminded.ledger.rules, at("2026-03-20 12:00"))
    assert file
    assert [each["state"] for each in file.promises] == ["open"]


def test_putting_a_version_in_force_wakes_nobody(reminded: Stage) -> None:
    before = reminded.outbox(), len(reminded.moves())
    use(reminded, version(2, week_1=3))
    assert (reminded.outbox(), len(reminded.moves())) == before


def test_a_step_that_would_have_been_due_keeps_its_day_whenever_the_case_is_looked_at(reminded: Stage) -> None:
    use(reminded, version(2, week_1=2))
    for now in ("2026-03-04 12:10", "2026-03-06 12:00"):
        reminded.move(now)
        assert reminded.next() == ("send_email", "week-1", day("2026-03-09"))
    assert reminded.why().startswith("keeps its day, 2026-03-09: the policy or the segment changed")
    reminded.contact(FRIENDLY)
    assert reminded.next() == ("open_call", "week-2-call", day("2026-03-16"))


def test_a_shorter_distance_that_still_lies_ahead_is_taken(reminded: Stage) -> None:
    use(reminded, version(2, week_1=4))
    reminded.move("2026-03-04 12:10")
    assert reminded.next() == ("send_email", "week-1", day("2026-03-06"))


def test_a_renamed_step_is_not_sent_again(reminded: Stage) -> None:
    use(reminded, version(2, rename={"courtesy": "first-letter"}))
    reminded.move("2026-03-04 12:10")
    assert reminded.next() == ("send_email", "week-1", day("2026-03-09"))


def test_a_step_that_was_dropped_lets_the_next_one_come_at_its_distance(reminded: Stage) -> None:
    use(reminded, version(2, drop="week-1"))
    reminded.move("2026-03-04 12:10")
    assert reminded.next() == ("open_call", "week-2-call", day("2026-03-10"))


def test_another_policy_goes_on_where_the_case_stands(reminded: Stage) -> None:
    reminded.ledger.register_creditor(CREDITOR.model_copy(update={"policy": "gentle"}), at(COURTESY), who="ana")
    reminded.move("2026-03-04 12:10")
    assert reminded.next() == ("send_email", "second-letter", day("2026-03-13"))
    assert [(row.name, row.version) for row in reminded.rows(t.PolicyRow)] == [("four-weeks", 1), ("gentle", 1)]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (version(1, week_1=8), "version: expected one above 2, for version 1 was put in force with another content"),
        (version(2, week_1=8), "version: expected one above 2, for version 2 was put in force with another content"),
        (FOUR_WEEKS, "version: expected one above 2, got 1"),
        (version(3, rename={"courtesy": "week-1", "week-1": "courtesy"}), "steps: expected courtesy, week-1, week-2-"),
    ],
    ids=["old version", "same version", "older", "other order"],
)
def test_a_version_that_does_not_fit_is_refused_and_changes_nothing(reminded: Stage, wrong: Policy, said: str) -> None:
    use(reminded, version(2))
    before = reminded.dump()
    for act in (lambda: use(reminded, wrong), lambda: reminded.ledger.compare_policy(wrong, at(COURTESY))):
        with pytest.raises(Refused, match=said):
            act()
    assert reminded.dump() == before


def test_the_same_version_again_changes_nothing(reminded: Stage) -> None:
    use(reminded, version(2))
    before = reminded.dump()
    assert not reminded.ledger.put_in_force(version(2), at(FRIENDLY), who="eva").changed
    assert reminded.dump() == before


def test_a_version_from_before_a_field_existed_is_the_same_while_the_field_has_its_default(stage: Stage) -> None:
    old = json.loads(FOUR_WEEKS.model_dump_json())
    del old["limits"]["days_between_contacts"]
    content = json.dumps(old)
    digest = hashlib.sha256(content.encode()).hexdigest()
    with stage.ledger.writing() as session:
        session.add(
            t.PolicyRow(
                name=FOUR_WEEKS.name, version=1, digest=digest, content=content, since=at("2026-03-01 08:00"), by="ana"
            )
        )
    stage.bring(invoice())

    assert not stage.ledger.put_in_force(FOUR_WEEKS, at(COURTESY), who="eva").changed
    assert stage.ledger.compare_policy(FOUR_WEEKS, at(COURTESY)).moved == ()
    assert [row.digest for row in stage.rows(t.PolicyRow)] == [digest]
    assert stage.contact(COURTESY)
    changed = FOUR_WEEKS.model_copy(update={"limits": Limits(days_between_contacts=2)})
    with pytest.raises(Refused, match="version 1 was put in force with another content"):
        stage.ledger.put_in_force(changed, at(COURTESY), who="eva")


def test_the_comparison_tells_the_cases_that_then_move(stage: Stage) -> None:
    stage.bring(invoice(), invoice("F-2", "C-2", due=day("2026-03-20")), invoice("F-3", "C-3"))
    stage.contact(COURTESY)
    stage.tell(payment(number="F-3"), COURTESY)
    before = stage.dump()
    changed = version(2, week_1=10)
    found = stage.ledger.compare_policy(changed, at("2026-03-04 12:00"))

    assert stage.dump() == before
    assert (found.in_force, found.version, found.cases) == (1, 2, 2)
    (moved,) = found.moved
    assert (moved.invoice, moved.before.at.date(), moved.after.at.date()) == (
        "F-1",
        dt.date(2026, 3, 9),
        dt.date(2026, 3, 12),
    )
    use(stage, changed)
    for number in ("F-1", "F-2"):
        stage.move("2026-03-04 12:00", number)
    assert stage.moves("F-1")[-1].at == moved.after.at
    assert stage.next("F-2") == ("send_email", "courtesy", day("2026-03-23"))


def test_a_policy_that_no_creditor_names_is_kept_for_whoever_does(reminded: Stage) -> None:
    assert use(reminded, GENTLE) == []
    assert reminded.ledger.compare_policy(GENTLE, at(COURTESY)).cases == 0
