"""`preview` and `test-send`: what would leave, and what a letter looks like, without a customer hearing of it."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default

import pytest

from bench.fake_provider import FakeProvider, Line, sendgrid_refusal
from tests.cli.hands import Hands, in_days, overdue_row

ME = "ana@home.example"


def test_preview_tells_whom_when_and_what_together_and_changes_nothing(at_work: Hands) -> None:
    before = at_work.everything()
    told = at_work.read("preview", "--days", "30")
    words = at_work.done("preview", "--days", "30")

    assert at_work.everything() == before
    assert not (at_work.home / "outbox").exists()
    first = {one["customer"]: one for one in reversed(told["contacts"])}
    assert set(first) == {"C-1", "C-2", "C-3"}
    assert [(part["invoice"], part["step"]) for part in first["C-1"]["parts"]] == [
        ("F1", "courtesy"),
        ("F2", "courtesy"),
    ]
    assert first["C-3"]["language"] == "en"
    assert len({(one["customer"], one["at"][:10]) for one in told["contacts"]}) == len(told["contacts"])
    assert "courtesy: F1, F2" in words
    assert f"Would leave in 30 days: {len(told['contacts'])}" in words


def test_preview_says_in_which_language_and_why_not_in_the_customers_own(at_work: Hands) -> None:
    real = {"COBRO_EMAIL": "sendgrid", "COBRO_SENDGRID_API_KEY": "SG.none"}
    before = at_work.type("preview", **real).stdout
    at_work.done("letters", "review", "en")
    after = at_work.type("preview", **real).stdout

    assert "es (not yet en)" in before
    assert "Who reads en gets es, until somebody has reviewed the letters in it" in before
    assert "not yet" not in after


def test_preview_says_what_shifts_a_contact(hands: Hands) -> None:
    hands.bring_in(*(overdue_row(f"F{n}", customer=f"C-{n}", due=in_days(n), issued=in_days(-30)) for n in range(1, 8)))
    told = hands.read("preview", "--days", "21")["contacts"]
    shifts = {one["shifted"] for one in told if one["parts"][0]["step"] == "courtesy"}

    assert any(shifts)
    assert None in shifts


@pytest.mark.parametrize("days", ["0", "400", "x"])
def test_days_that_are_none_are_one_line(at_work: Hands, days: str) -> None:
    result = at_work.type("preview", "--days", days)

    assert result.exit_code == 2
    assert result.stderr.startswith(f"--days: expected a whole number from 1 to 366, got '{days}'")
    assert len(result.stderr.splitlines()) == 1


def test_preview_of_a_creditor_that_is_stopped_is_empty(at_work: Hands) -> None:
    at_work.done("stop")
    assert at_work.read("preview")["contacts"] == []
    assert "Stopped" in at_work.done("preview")


@pytest.mark.parametrize(("to", "form"), [(ME, "eml"), ("+34 600 000 001", "txt")])
def test_a_letter_comes_to_me_marked_and_counts_as_nothing(at_work: Hands, to: str, form: str) -> None:
    before = at_work.everything()
    said = at_work.done("test-send", "courtesy", "--to", to, "--language", "en")

    assert "It counts as no contact" in said
    assert at_work.everything() == before
    (file,) = (at_work.home / "outbox").glob(f"*.{form}")
    content = file.read_bytes()
    if form == "eml":
        message = message_from_bytes(content, policy=default)
        assert str(message["Subject"]).startswith("[test] ")
        assert str(message["To"].addresses[0].addr_spec) == ME
    else:
        assert b"\n[test] Reminder" in content


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        (Line.ACCEPT, 0, "Taken by SendGrid: firm in es to"),
        (sendgrid_refusal(400, "personalizations.0.to.0.email"), 1, "Refused by SendGrid (address: "),
        (Line.ACCEPT_THEN_DROP, 1, "Unclear: SendGrid may or may not have taken it"),
    ],
    ids=["taken", "refused", "unclear"],
)
def test_it_says_which_provider_and_what_came_of_it(at_work: Hands, line: object, code: int, told: str) -> None:
    with FakeProvider() as provider:
        provider.script(line)  # type: ignore[arg-type]
        settings = {"COBRO_EMAIL": "sendgrid", "COBRO_SENDGRID_API_KEY": "SG.key", "COBRO_SENDGRID_HOST": provider.url}
        result = at_work.type("test-send", "week-3", "--to", ME, **settings)

    assert (result.exit_code, result.stderr) == (code, "")
    assert told in result.stdout
    if line is Line.ACCEPT:
        assert "Tomás Bielsa" in str(provider.mails[0].form)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (
            ("week-2-call", "--to", ME),
            "STEP: expected one of courtesy, week-1, week-3, broken-promise (policy four-weeks)",
        ),
        (("courtesy", "--to", "me"), "--to: expected an e-mail address like"),
        (("courtesy", "--to", ME, "--language", "xx"), "--language: expected one of "),
    ],
)
def test_a_slip_is_one_line_and_nothing_leaves(at_work: Hands, words: tuple[str, ...], line: str) -> None:
    result = at_work.type("test-send", *words)

    assert result.exit_code == 2
    assert result.stderr.startswith(line)
    assert len(result.stderr.splitlines()) == 1
    assert not (at_work.home / "outbox").exists()
