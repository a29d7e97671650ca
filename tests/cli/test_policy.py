"""`policy`: a ladder is checked, dated, compared with what is in force, and put in force."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from cobro.dunning.contract import CaseRef
from cobro.settings import ROOT
from tests.cli.hands import CREDITOR, CREDITOR_FILE, Hands, in_days
from tests.intake.sample import as_file

FOUR_WEEKS = (ROOT / "policies" / "four-weeks.yaml").read_text(encoding="utf-8")


def changed(folder: Path, *slips: tuple[str, str], version: int = 2) -> str:
    """four-weeks in a higher version, with changes."""
    text = FOUR_WEEKS.replace("version: 1", f"version: {version}")
    for old, new in slips:
        assert old in text
        text = text.replace(old, new, 1)
    return str(as_file(folder, text, "four-weeks.yaml"))


def test_every_policy_of_the_house_is_found_in_order_and_no_ledger_is_made(hands: Hands) -> None:
    said = hands.done("policy", "check", *sorted(map(str, (ROOT / "policies").glob("*.yaml"))))

    assert said.splitlines() == [
        "four-weeks 1: ok, 6 steps, 4 segments",
        "gentle 1: ok, 6 steps, 3 segments",
        "intensive 1: ok, 8 steps, 3 segments",
    ]
    assert not hands.home.exists()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "letter: friendly",
            "letter: frendly",
            "line 17, steps.1.letter: expected a letter in templates/ca/frendly.txt",
        ),
        (
            "  do: sms\n  letter: broken-promise",
            "  do: sms\n  letter: gone",
            "broken_promise.letter: expected a letter",
        ),
        (
            "letter: could-not-reach",
            "letter: away",
            "line 34, steps.3.instead.0.letter: expected a letter in templates",
        ),
        (
            "    goal: ask-why\n",
            "",
            "line 19, steps.2: expected parts that fit together: step week-2-call: a call needs",
        ),
        ("before-due\n", "in-advance\n", "segments.2.before_due.letter: expected a letter in templates/"),
        ("at_most: courtesy", "at_most: decision", "segment small: at_most, expected one of courtesy, week-1"),
        ("late_share_at_least: 0.5", "late_share_at_least: half", "segments.2.when.late_share_at_least: expected"),
        ("exempt: until_returned", "exempt: always", "segments.0.exempt: expected"),
        ("days: 1", "days: soon", "line 8, steps.0.days: expected a whole number"),
    ],
)
def test_each_mistake_is_one_line_with_its_place(hands: Hands, old: str, new: str, told: str) -> None:
    result = hands.type("policy", "check", changed(hands.folder, (old, new)))

    assert (result.exit_code, result.stdout) == (1, "")
    lines = result.stderr.splitlines()
    assert told in lines[0]
    assert all(line.startswith("four-weeks.yaml, line ") for line in lines)


def test_one_bad_file_does_not_hide_the_good_one(hands: Hands) -> None:
    result = hands.type("policy", "check", str(hands.folder / "gone.yaml"), str(ROOT / "policies" / "gentle.yaml"))
    assert result.exit_code == 1
    assert result.stdout == "gentle 1: ok, 6 steps, 3 segments\n"
    assert "gone.yaml" in result.stderr


def test_the_ladder_is_dated_with_weekdays_and_what_shifts_them(hands: Hands) -> None:
    file = str(ROOT / "policies" / "four-weeks.yaml")
    table = hands.done("policy", "timeline", file, "--due", "2026-03-06", "--region", "CT")
    record = hands.read("policy", "timeline", file, "--due", "2026-03-06", "--region", "CT")

    assert "Tue 07 Apr 2026" in table
    assert [(step["step"], step["day"], step["weekday"], step["shifted_by"]) for step in record["steps"]][::4] == [
        ("courtesy", "2026-03-09", "Monday", "Saturday; Sunday"),
        ("week-4-call", "2026-04-07", "Tuesday", "Easter Monday, Catalonia"),
    ]


def test_the_ladder_is_dated_for_a_segment_and_all_segments_are_listed(hands: Hands) -> None:
    file = str(ROOT / "policies" / "four-weeks.yaml")
    days = {
        segment: [
            (step["step"], step["day"])
            for step in hands.read("policy", "timeline", file, "--due", "2026-03-02", "--segment", segment)["steps"]
        ]
        for segment in ("habitual-late", "good-payer", "small")
    }

    assert days["habitual-late"][:2] == [("before-due", "2026-02-27"), ("courtesy", "2026-03-03")]
    assert days["good-payer"][:2] == [("courtesy", "2026-03-06"), ("week-1", "2026-03-12")]
    assert [day for _, day in days["small"]] == ["2026-03-03", None, None, None, None, "2026-04-06"]
    told = hands.done("policy", "timeline", file, "--due", "2026-03-02")
    assert all(name in told for name in ("direct-debit", "small", "habitual-late", "good-payer"))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("--due", "2026-03-06", "--segment", "vip"),
            "--segment: expected one of direct-debit, small, good-payer, got 'vip'",
        ),
        (("--due", "soon"), "--due: expected a date like 2026-03-02, got 'soon'"),
        (("--due", "2026-03-06", "--issued", "2026-04-01"), "--issued: expected a day up to 2026-03-06"),
        (("--due", "2026-03-06", "--region", "XX"), "--region: expected one of AN,"),
        (("--due", "2026-03-06", "--zone", "Madrid"), "--zone: expected a time zone like Europe/Madrid"),
        ((), "--due: expected a value, got nothing"),
    ],
)
def test_what_a_timeline_cannot_be_made_of_is_one_line(hands: Hands, words: tuple[str, ...], told: str) -> None:
    result = hands.type("policy", "timeline", str(ROOT / "policies" / "gentle.yaml"), *words)

    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert line.startswith(told)


def test_a_new_version_shows_whom_it_moves_and_moves_them_once_it_is_in_force(at_work: Hands) -> None:
    later = changed(
        at_work.folder, ("days: 1\n", "days: 30\n"), ("days: 7\n    after: due", "days: 37\n    after: due")
    )
    before = at_work.everything()
    found = at_work.read("policy", "diff", later)
    table = at_work.done("policy", "diff", later)

    assert at_work.everything() == before
    assert (found["in_force"], found["version"], found["cases"]) == (1, 2, len(found["moved"]))
    assert found["moved"][0]["before"]["step"] == found["moved"][0]["after"]["step"] == "courtesy"
    assert f"four-weeks 2 against version 1: {found['cases']} of {found['cases']} open cases would move" in table

    said = at_work.done("policy", "use", later, "--as", "ana")
    assert said == "In force: four-weeks 2 instead of version 1, for talleres-ebro\n"
    assert at_work.read("policy", "diff", later)["moved"] == []
    again = at_work.read("policy", "use", later)
    assert (again["changed"], again["version"], again["creditors"]) == (False, 2, ["talleres-ebro"])

    number = found["moved"][0]["invoice"]
    at_work.done("hold", number, "--until", in_days(1))
    at_work.done("resume", number)
    (line,) = [case for case in at_work.read("list")["cases"] if case["invoice"] == number]
    assert line["next"]["at"] == found["moved"][0]["after"]["at"]


def test_a_version_with_other_segments_shows_whom_they_move(at_work: Hands) -> None:
    small = changed(
        at_work.folder, ("{EUR: 15.00, GBP: 13.00}", "{EUR: 400.00}"), ("at_most: courtesy", "at_most: week-1")
    )
    assert at_work.read("policy", "diff", small)["moved"] == []

    debit = changed(at_work.folder, ("[direct_debit]", "[transfer]"))
    found = at_work.read("policy", "diff", debit)
    assert {moved["after"]["do"] for moved in found["moved"]} == {"look"}
    assert "direct-debit: no reminder until a debit is returned" in at_work.done("policy", "diff", debit)


@pytest.mark.parametrize("command", ["check", "diff", "use"])
def test_other_content_under_the_same_version_is_refused_in_one_line(at_work: Hands, command: str) -> None:
    before = at_work.everything()
    result = at_work.type("policy", command, changed(at_work.folder, ("days: 1\n", "days: 2\n"), version=1))

    assert (result.exit_code, result.stdout) == (1, "")
    (line,) = result.stderr.splitlines()
    assert "policy four-weeks, version: expected one above 1, for version 1 was put in force with another" in line
    assert at_work.everything() == before


def test_no_worker_starts_on_a_file_that_was_changed_without_a_higher_version(at_work: Hands) -> None:
    file = changed(at_work.folder, ("days: 1\n", "days: 2\n"), version=1)
    result = at_work.type("up", COBRO_POLICIES=str(Path(file).parent))

    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert "version: expected one above 1" in line


def test_show_tells_which_policy_governed_a_contact(at_work: Hands) -> None:
    case = CaseRef(creditor=CREDITOR, invoice="F3")
    with at_work.house() as house:
        move = house.ledger.current(case, dt.datetime.now(dt.UTC), dt.timedelta())
        house.ledger.claim(case, move.n, move.alarm, house.render)

    assert "; policy four-weeks 1" in at_work.done("show", "F3")
    assert [contact["policy"] for contact in at_work.read("show", "F3")["contacts"]] == ["four-weeks 1"]


@pytest.fixture
def threatening(tmp_path: Path) -> str:
    """A folder of letters, of which one threatens between the lines."""
    folder = Path(shutil.copytree(ROOT / "templates", tmp_path / "threatening"))
    letter = folder / "es" / "friendly.txt"
    text = letter.read_text(encoding="utf-8")
    letter.write_text(text.replace("Este retraso", "Sería una lástima que se supiera. Este retraso"), encoding="utf-8")
    return str(folder)


def test_a_policy_whose_letters_threaten_is_not_accepted(at_work: Hands, threatening: str) -> None:
    later = changed(at_work.folder, ("days: 1\n", "days: 2\n"))
    before = at_work.everything()

    for command in ("check", "use"):
        result = at_work.type("policy", command, later, COBRO_TEMPLATES=threatening)

        assert (result.exit_code, result.stdout) == (1, "")
        (line,) = result.stderr.splitlines()
        assert line.startswith("letter 'friendly' in language 'es': 'Sería una lástima' threatens")
        assert line.endswith("(R48)")
    assert at_work.everything() == before


def test_a_policy_is_judged_in_the_words_of_the_creditor(hands: Hands) -> None:
    policy = str(ROOT / "policies" / "gentle.yaml")
    text = CREDITOR_FILE.read_text(encoding="utf-8")
    threat = "terms:\n  ca: Qui no pagui a temps acabarà als tribunals.\n"
    mine = as_file(hands.folder, text.replace("terms:\n", threat).replace("logo:", "# logo:"), "mine.yaml")

    result = hands.type("policy", "check", policy, "--creditor", str(mine))

    assert (result.exit_code, result.stdout) == (1, "")
    assert "creditor talleres-ebro, terms.ca: 'tribunals' speaks of the law (R30, R51)" in result.stderr
    assert "gentle 1: ok" in hands.done("policy", "check", policy, "--creditor", str(CREDITOR_FILE))
