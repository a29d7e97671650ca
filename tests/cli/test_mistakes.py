"""A person's mistakes: one clear line for each, never a traceback, and nothing changed."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from cobro.cli.app import app
from tests.cli.hands import Hands, in_days, starter

BAD_INPUT = [
    (["pay"], "INVOICE: expected a value, got nothing"),
    (["pay", "F1"], "AMOUNT: expected a value, got nothing"),
    (["pay", "F1", "1,5"], "AMOUNT: expected a decimal like 1210.50 in EUR, got '1,5'"),
    (["pay", "F1", "1.505"], "AMOUNT: expected a decimal like 1210.50 in EUR, got '1.505'"),
    (["pay", "F1", "0"], "AMOUNT: expected an amount above 0, got '0'"),
    (["pay", "F1", "1", "--booked", "31/12/2026"], "--booked: expected a date like 2026-03-02, got '31/12/2026'"),
    (["pay", "F1", "1", "--booked", "2026-02-30"], "--booked: expected a date like 2026-03-02, got '2026-02-30'"),
    (["pay", "F1", "1", "--currency", "euro"], "--currency: expected an ISO 4217 currency code like EUR, got 'euro'"),
    (["pay", "F1", "1", "--id", " x"], "--id: expected a name without spaces at its ends, got ' x'"),
    (["pay", "F1", "1", "--as", ""], "--as: expected a text, got ''"),
    (["pay", "F1", "1", "--as", "x" * 101], "--as: expected at most 100 characters"),
    (["pay", "F99", "1"], "--currency: expected a currency like EUR, for the ledger has no invoice 'F99'"),
    (["pay", "F1", "1", "--creditor", "nobody"], "--creditor: expected one of talleres-ebro, got 'nobody'"),
    (["pay", "F1", "1", "--bokked", "x"], "No such option: --bokked"),
    (["pay", "F1", "1", "\x1b[31mred"], "Got unexpected extra argument"),
    (["credit", "F1", "-"], "AMOUNT: expected a decimal"),
    (["reverse", "F1"], "--payment: expected a payment, and the invoice has none"),
    (["promise", "F1"], "--by: expected a value, got nothing"),
    (["promise", "F1", "--by", "soon"], "--by: expected a date like 2026-03-02, got 'soon'"),
    (["promise", "F1", "F4", "--by", in_days(3)], "INVOICE: expected invoices in one currency, got EUR and GBP"),
    (["promise", "F1", "--by", in_days(3), "--form", "gold"], "--form: expected one of transfer, direct_debit"),
    (["dispute", "F99"], "INVOICE: the ledger has no invoice 'F99' of talleres-ebro"),
    (["dispute", "F1", "much"], "AMOUNT: expected a decimal"),
    (["dispute", "F1", "--reason", "mood"], "--reason: expected one of says_paid"),
    (["resolve", "F99"], "INVOICE: the ledger has no invoice 'F99'"),
    (["hold", "F1"], "--until: expected a value, got nothing"),
    (["hold", "F99", "--until", in_days(3)], "INVOICE: the ledger has no invoice 'F99'"),
    (["resume", "F99"], "INVOICE: the ledger has no invoice 'F99'"),
    (["plan", "F1"], "instalments: expected --instalment DATE=AMOUNT"),
    (["plan", "F1", "--parts", "3"], "instalments: expected"),
    (["plan", "F1", "--parts", "0"], "--parts: expected a whole number from 1 to 60, got '0'"),
    (["plan", "F1", "--instalment", "100"], "--instalment: expected a day and an amount like 2026-04-01=150.00"),
    (["plan", "F1", "--instalment", "May=100"], "--instalment: expected a date like 2026-03-02 before the '='"),
    (["plan", "F1", "--instalment", f"{in_days(3)}=x"], "--instalment: expected a decimal"),
    (["call", "one", "--outcome", "spoke"], "TASK: expected a whole number"),
    (["call", "1"], "--outcome: expected a value, got nothing"),
    (["call", "1", "--outcome", "shouted"], "--outcome: expected one of spoke, no_answer"),
    (["reply", "F1", "--text", " "], "--text: expected what the customer wrote, got nothing"),
    (["import", "."], ".: expected a folder with files that end in .xml, .xsig, .pdf, and there is none in it"),
    (["handoff", "F1", "--to", "mars"], "--to: expected one of legal, agency, got 'mars'"),
    (["handoff", "F99", "--to", "legal"], "INVOICE: the ledger has no invoice 'F99'"),
    (["write-off", "F99"], "INVOICE: the ledger has no invoice 'F99'"),
    (["cancel", "F99"], "INVOICE: the ledger has no invoice 'F99'"),
    (["stop", "C-99"], "CUSTOMER: the ledger has no customer 'C-99' of talleres-ebro"),
    (["go", "C-99"], "CUSTOMER: the ledger has no customer 'C-99' of talleres-ebro"),
    (["show", "F99"], "INVOICE: the ledger has no invoice 'F99'"),
    (["list", "--all", "--ended"], "--ended: expected without --all"),
    (["import", "none.csv"], "none.csv: expected a file that can be read"),
    (["import", "none.csv", "--creditor", "none.yaml"], "none.yaml: expected a file that can be read"),
    (["rehearsed", "none"], "DIR: expected the folder of a rehearsal"),
    (["rehearse", "none.csv"], "--creditor: expected a value, got nothing"),
    (["up", "--port", "99999"], "--port: expected"),
    (["fly"], "No such command 'fly'"),
]

REFUSED = [
    (["promise", "F1", "--by", in_days(-3)], "pay_by: expected a day from"),
    (["promise", "F1", "--by", in_days(3), "--amount", "9999"], "amount: at most the open 1210.50 EUR"),
    (["promise", "F1", "F3", "--by", in_days(3)], "invoices: expected invoices of one customer"),
    (["dispute", "F1", "9999"], "amount: at most the invoice's 1210.50 EUR can be disputed"),
    (["resolve", "F1"], "invoice F1 is not disputed"),
    (["hold", "F1", "--until", in_days(900)], "until: expected a day from"),
    (["resume", "F1"], "invoice F1 is not on hold"),
    (["plan", "F1", "--instalment", f"{in_days(3)}=1"], "instalments: expected to add up to the open 1210.50 EUR"),
    (["call", "77", "--outcome", "spoke"], "task: expected the number of a call on the desk, got 77"),
    (["repair", "77"], "task: expected the number of a repair on the desk, got 77"),
]


def one_line(said: str) -> str:
    assert said.count("\n") == 1, said
    assert "Traceback" not in said
    assert said[:-1].isprintable()
    return said


@pytest.mark.parametrize(("words", "told"), BAD_INPUT, ids=lambda value: " ".join(value)[:40].encode("unicode_escape"))
def test_bad_input_is_one_line_and_changes_nothing(
    at_work: Hands, words: list[str], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(at_work.folder)
    before = at_work.everything()

    result = at_work.type(*words)

    assert result.exit_code == 2
    assert one_line(result.stderr).startswith(told)
    assert result.stdout == ""
    assert at_work.everything() == before


@pytest.mark.parametrize(("words", "told"), REFUSED, ids=lambda value: " ".join(value)[:40])
def test_what_the_ledger_refuses_is_one_line_and_changes_nothing(at_work: Hands, words: list[str], told: str) -> None:
    before = at_work.everything()

    result = at_work.type(*words)

    assert result.exit_code == 1
    assert told in one_line(result.stderr)
    assert result.stdout == ""
    assert at_work.everything() == before


def test_a_refusal_as_json_is_a_document_and_an_exit_code(at_work: Hands) -> None:
    result = at_work.type("resolve", "F1", "--json")

    assert result.exit_code == 1
    assert '"verdict": "refused"' in result.stdout


def test_each_unknown_invoice_has_its_line(at_work: Hands) -> None:
    result = at_work.type("promise", "F98", "F99", "--by", in_days(3))

    assert [line.split("'")[1] for line in result.stderr.splitlines()] == ["F98", "F99"]


@pytest.mark.parametrize("command", ["list", "desk", "stop", "show F1", "pay F1 1"])
def test_an_empty_ledger_says_what_to_do(hands: Hands, command: str) -> None:
    result = hands.type(*command.split())

    assert result.exit_code == 2
    assert "starter.py import" in one_line(result.stderr)


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"COBRO_EMAIL": "pigeon"}, "COBRO_EMAIL: expected 'files' or 'sendgrid'"),
        ({"COBRO_EMAIL": "sendgrid"}, "COBRO_SENDGRID_API_KEY: expected with COBRO_EMAIL=sendgrid"),
        ({"COBRO_DATABASE_URL": "somewhere"}, "COBRO_DATABASE_URL: expected a URL"),
        ({"COBRO_DATABASE_URL": "abacus://x"}, "COBRO_DATABASE_URL: expected a URL"),
        ({"COBRO_DATABASE_URL": "postgresql://127.0.0.1:1/x"}, "the ledger's database does not answer"),
    ],
)
def test_wrong_settings_are_one_line(at_work: Hands, environment: dict[str, str], told: str) -> None:
    result = at_work.type("hold", "F1", "--until", in_days(3), **environment)

    assert result.exit_code in (1, 2)
    assert one_line(result.stderr).startswith(told)


def test_a_home_that_cannot_be_is_one_line(hands: Hands) -> None:
    Path(hands.home).touch()

    result = hands.type("list")

    assert result.exit_code == 1
    assert str(hands.home) in one_line(result.stderr)


def test_a_ledger_of_several_creditors_asks_which(at_work: Hands) -> None:
    text = (at_work.folder / "book.csv").read_text(encoding="utf-8")
    creditor = (Path(__file__).parents[2] / "examples" / "creditor.yaml").read_text(encoding="utf-8")
    other = at_work.folder / "other.yaml"
    other.write_text(creditor.replace("id: talleres-ebro", "id: talleres-otros"), encoding="utf-8")
    book = at_work.folder / "other.csv"
    book.write_text(text.replace("talleres-ebro", "talleres-otros"), encoding="utf-8")
    at_work.done("import", str(book), "--creditor", str(other))

    result = at_work.type("list")

    assert result.exit_code == 2
    assert "--creditor: expected one of talleres-ebro, talleres-otros" in one_line(result.stderr)
    assert len(at_work.read("list", "--creditor", "talleres-otros")["cases"]) == 4


def test_a_postgresql_ledger_is_migrated_by_command_only(hands: Hands, empty_postgresql: str) -> None:
    def typed(word: str) -> subprocess.CompletedProcess[str]:
        environment = {**hands.environment, "COBRO_DATABASE_URL": empty_postgresql}
        return subprocess.run(starter(word), env=environment, capture_output=True, text=True, timeout=60, check=False)

    behind = typed("list")
    assert behind.returncode == 1
    assert "starter.py migrate" in one_line(behind.stderr)

    assert typed("migrate").returncode == 0
    assert "the ledger is empty" in one_line(typed("list").stderr)


def test_nothing_typed_is_answered_with_the_help(hands: Hands) -> None:
    result = hands.type()

    assert result.exit_code == 2
    assert "Collect unpaid invoices" in result.stdout


@pytest.mark.parametrize("command", [command.name for command in app.registered_commands])
def test_every_command_explains_itself(hands: Hands, command: str) -> None:
    said = hands.done(command, "--help")

    assert "Usage: " in said
