"""`bank`, `match` and `cost`: bank files as an operator brings them in, and what is left to decide."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from cobro.bank.movement import FileKind, Movement
from cobro.dunning.money import Money
from tests.cli.hands import TODAY, Hands, in_days, overdue_row
from tests.ledger.bank_files import OTHER_PAYER, PAYER, bank_file, came, fee, returned

_BOOKED = in_days(-1)


def _file(hands: Hands, *movements: Movement, name: str = "day.xml", **more: Any) -> Path:
    path = hands.folder / name
    path.write_bytes(bank_file(*movements, **more))
    return path


def _paid(amount: str, text: str = "", **more: Any) -> Movement:
    return came(amount, text, _BOOKED, **{"payer_iban": PAYER} | more)


def _waiting(hands: Hands) -> list[Any]:
    found: list[Any] = hands.read("match")["waiting"]
    return found


def test_a_file_pays_what_it_names_and_leaves_the_rest_to_decide(at_work: Hands) -> None:
    path = _file(at_work, _paid("1210.50", "factura F1"), _paid("55", "thank you"))

    said = at_work.done("bank", str(path))

    assert "day.xml" in said
    assert "Waiting: 1" in said
    assert at_work.read("show", "F1")["case"]["ending"] == "settled"
    (line,) = _waiting(at_work)
    assert (line["amount"]["amount"], line["customer"]) == ("55.00", "C-1")
    assert line["proposals"][0]["parts"][0][0] == "F2"


def test_the_summary_counts_by_account(at_work: Hands) -> None:
    path = _file(
        at_work, _paid("1210.50", "factura F1"), _paid("7", "thank you", payer_iban=""), _paid("10", "factura F2")
    )

    (taken,) = at_work.read("bank", str(path))["files"]

    (account,) = taken["accounts"]
    assert (account["new"], account["applied"], account["proposed"], account["unexplained"]) == (3, 1, 1, 1)
    assert account["applied_sums"] == [{"amount": "1210.50", "currency": "EUR"}]
    assert account["known_up_to"] == _BOOKED


def test_the_same_file_again_says_so_and_changes_nothing(at_work: Hands) -> None:
    path = _file(at_work, _paid("1210.50", "factura F1"))
    at_work.done("bank", str(path))
    before = at_work.everything()

    assert "Repeated: day.xml" in at_work.done("bank", str(path))
    assert at_work.everything() == before


def test_of_several_files_the_bad_one_is_one_line_and_the_others_are_taken(at_work: Hands) -> None:
    (at_work.folder / "files").mkdir()
    _file(at_work, _paid("1210.50", "factura F1"), name="files/a.xml")
    (at_work.folder / "files" / "b.txt").write_text("hello")

    result = at_work.type("bank", str(at_work.folder / "files"))

    assert result.exit_code == 3
    (line,) = result.stderr.splitlines()
    assert "b.txt: expected a bank's file" in line
    assert at_work.read("show", "F1")["case"]["ending"] == "settled"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"hello", "expected a bank's file"),
        (bank_file(came("5"), account=OTHER_PAYER), "expected one of the creditor's own accounts"),
    ],
)
def test_a_file_that_cannot_be_taken_changes_nothing(at_work: Hands, content: bytes, told: str) -> None:
    path = at_work.folder / "bad"
    path.write_bytes(content)
    before = at_work.everything()

    result = at_work.type("bank", str(path))

    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert told in line
    assert OTHER_PAYER not in line
    assert at_work.everything() == before


def test_a_file_that_is_not_there_is_one_line(at_work: Hands) -> None:
    result = at_work.type("bank", str(at_work.folder / "nothing.xml"))

    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "expected a file that can be read" in result.stderr


def test_norma43_is_taken_as_well(at_work: Hands) -> None:
    path = _file(at_work, _paid("300", "PAGO FRA F2", payer_iban=""), kind=FileKind.NORMA43, name="n43.txt")

    at_work.done("bank", str(path))

    assert at_work.read("show", "F2")["case"]["ending"] == "settled"


def test_the_best_proposal_is_accepted_by_its_movement(at_work: Hands) -> None:
    at_work.done("bank", str(_file(at_work, _paid("1210.50", "factura F1"), _paid("55", "thank you"))))
    number = str(_waiting(at_work)[0]["movement"])
    assert f"match {number} --accept" in at_work.done("desk")

    said = at_work.done("match", number, "--accept", "--as", "ana")

    assert f"bank/{number}/1" in said
    assert "F2: open 245.00 EUR of 300.00 EUR" in said
    assert f"undo bank/{number}/1" in at_work.done("match", number)
    assert (_waiting(at_work), at_work.read("desk")["tasks"]) == ([], [])


def test_of_several_proposals_the_one_whose_number_is_said_is_taken(at_work: Hands) -> None:
    owed = {"customer": "C-8", "name": "Uno Dos, S.L."}
    at_work.bring_in(overdue_row("F8", **owed), overdue_row("F9", **owed))
    at_work.done("bank", str(_file(at_work, _paid("1210.50", "hello", payer_iban="", payer_name="Uno Dos SL"))))
    (line,) = _waiting(at_work)
    number, (first, second, *_) = str(line["movement"]), line["proposals"]
    shown = at_work.done("match", number)
    assert f"  {first['number']}. {first['parts'][0][0]} " in shown
    before = at_work.everything()

    result = at_work.type("match", number, "--accept")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert f"--accept: expected the number of one of the proposals that 'match {number}' shows, 1 or 2" in result.stderr
    assert at_work.type("match", number, "--accept", "9").exit_code == 1
    assert at_work.everything() == before

    said = at_work.done("match", number, "--accept", str(second["number"]))
    assert f"{second['parts'][0][0]}: open " in said


def test_a_person_names_the_invoices_and_how_much_each_gets(at_work: Hands) -> None:
    at_work.done("bank", str(_file(at_work, _paid("500", "for you", payer_iban=""))))
    number = str(_waiting(at_work)[0]["movement"])

    at_work.done("match", number, "--to", "F1=450", "--to", "F2")

    assert at_work.read("show", "F1")["case"]["open"]["amount"] == "760.50"
    assert at_work.read("show", "F2")["case"]["open"]["amount"] == "250.00"


def test_a_decided_movement_shows_where_its_money_is_now(at_work: Hands) -> None:
    at_work.done("bank", str(_file(at_work, _paid("30", "thank you", payer_iban=""))))
    number = str(_waiting(at_work)[0]["movement"])
    at_work.done("match", number, "--to", "F1=10", "--to", "F2=20")
    first, second = at_work.read("match", number)["events"]

    assert f"{first}: 10.00 EUR on F1 ('undo {first}' takes it back)" in at_work.done("match", number)
    at_work.done("undo", first)
    assert f"{first}: on no invoice now" in at_work.done("match", number)
    at_work.done("apply", first, "--to", "F2")
    said = at_work.done("match", number)
    assert f"{first}: 10.00 EUR on F2" in said
    assert f"{second}: 20.00 EUR on F2" in said


def test_what_is_no_customers_money_is_set_aside_with_its_reason(at_work: Hands) -> None:
    at_work.done("bank", str(_file(at_work, _paid("500", "tax office", payer_iban=""))))
    number = str(_waiting(at_work)[0]["movement"])

    at_work.done("match", number, "--none", "--why", "a refund of taxes")

    assert _waiting(at_work) == []
    assert "a refund of taxes" in at_work.done("match", number)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--accept", "--none", "--why", "x"), 2, "expected one of --accept, --to and --none"),
        (("--none",), 2, "--why: expected"),
        (("--why", "x"), 2, "--why: expected together with --none"),
        (("7",), 2, "K: expected only with --accept"),
        (("7", "--accept"), 1, "--accept: expected"),
        (("--to", "F9"), 1, "the ledger has no invoice 'F9'"),
        (("--to", "F1=x"), 2, "--to F1: expected a decimal"),
        (("--to", "F1=1000"), 1, "expected amounts of 500.00 EUR together at the most"),
        (("--to", "F1", "--to", "F1"), 1, "expected each invoice once"),
        (("--to", "F4"), 1, "currency: invoice F4 is in GBP"),
    ],
)
def test_a_decision_that_cannot_be_is_one_line(at_work: Hands, words: tuple[str, ...], code: int, told: str) -> None:
    at_work.done("bank", str(_file(at_work, _paid("500", "tax office", payer_iban=""))))
    number = str(_waiting(at_work)[0]["movement"])
    before = at_work.everything()

    result = at_work.type("match", number, *words)

    assert (result.exit_code, result.stderr.count("\n")) == (code, 1), result.output
    assert told in result.stderr
    assert at_work.everything() == before


def test_a_movement_is_decided_once(at_work: Hands) -> None:
    at_work.done("bank", str(_file(at_work, _paid("500", "tax office", payer_iban=""))))
    number = str(_waiting(at_work)[0]["movement"])
    at_work.done("match", number, "--to", "F1")

    result = at_work.type("match", number, "--to", "F1")

    assert result.exit_code == 1
    assert result.stderr.startswith(f"MOVEMENT: {number} is applied since")
    assert "expected" not in at_work.type("match", "999").stdout


def test_the_cost_of_a_returned_payment_is_decided_by_a_person(at_work: Hands) -> None:
    at_work.done("bank", str(_file(at_work, _paid("1210.50", "factura F1"))))
    back = returned("1210.50", "factura F1", _BOOKED, payer_iban=PAYER)
    at_work.done("bank", str(_file(at_work, back, fee("3.50", "COMISION DEVOLUCION", _BOOKED), name="back.xml")))
    (task,) = at_work.read("desk")["tasks"]
    assert task["kind"] == "cost"
    assert "3.50 EUR" in task["goal"]
    assert f"cost {task['number']} --claim" in at_work.done("desk")
    assert at_work.type("cost", str(task["number"])).exit_code == 2

    said = at_work.done("cost", str(task["number"]), "--bear")

    assert "3.50 EUR for a returned payment of F1 is borne" in said
    assert at_work.read("desk")["tasks"] == []
    assert at_work.read("show", "F1")["case"]["open"]["amount"] == "1210.50"
    assert at_work.type("cost", str(task["number"]), "--claim").exit_code == 1


def test_a_bank_that_is_silent_is_told_until_a_newer_file_comes(at_work: Hands) -> None:
    old = came("7", "hello", (TODAY - dt.timedelta(days=20)).isoformat())
    at_work.done("bank", str(_file(at_work, old)))
    told = (
        f"account ...1332: the bank's data end on {in_days(-20)}; reminders of transfers wait until a newer file comes"
    )
    assert told in at_work.done("list")
    assert told in at_work.done("desk")
    assert at_work.read("bank")["accounts"][0]["stale_since"] is not None
    assert in_days(-20) in at_work.done("bank")

    at_work.done("bank", str(_file(at_work, _paid("8", "hello"), name="new.xml")))

    assert "the bank's data end" not in at_work.done("list")
    assert at_work.read("bank")["accounts"][0]["known_up_to"] == _BOOKED
    assert "bring in a newer file" not in at_work.read("list")["cases"][0]["next"]["why"]


def test_a_bank_that_will_not_tell_more_is_forgotten_and_reminders_go_on(at_work: Hands) -> None:
    at_work.done("bank", str(_file(at_work, came("7", "hello", in_days(-20)))))
    for command in ("desk", "list"):
        assert "if none will, 'bank --forget 1332'" in at_work.done(command)

    said = at_work.done("bank", "--forget", "1332", "--as", "eva")

    (line,) = said.splitlines()
    assert line.startswith(f"Forgotten: account ...1332, known up to {in_days(-20)}, is not waited for until its next")
    assert "customers who pay into it: 3" in line
    assert "the bank's data end" not in at_work.done("list")
    assert "bank forgotten" in at_work.done("show", "F1")
    assert at_work.read("bank")["accounts"][0]["forgotten_by"] == "eva"
    assert f"not waited for since {in_days(0)} (eva)" in " ".join(at_work.done("bank").split())


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--forget", OTHER_PAYER), 1, "--forget: expected an account that 'bank' lists, its IBAN or the last 4"),
        (("--forget", "1332"), 1, "--forget: expected an account that is waited for; nobody waits for ...1332"),
        (("--forget", "1332", "a.xml"), 2, "--forget: expected no files beside it"),
    ],
)
def test_what_cannot_be_forgotten_is_one_line(at_work: Hands, words: tuple[str, ...], code: int, told: str) -> None:
    before = at_work.everything()

    result = at_work.type("bank", *words)

    assert (result.exit_code, result.stderr.count("\n")) == (code, 1), result.output
    assert told in result.stderr
    assert OTHER_PAYER not in result.stderr
    assert at_work.everything() == before


def test_money_that_waits_shows_what_the_payer_wrote(at_work: Hands) -> None:
    movement = Movement(
        booked=dt.date.fromisoformat(_BOOKED),
        value=dt.date.fromisoformat(_BOOKED),
        amount=Money(Decimal("12"), "EUR"),
        credit=True,
        concept="PMNT/RCDT/ESCT",
        text="for the chairs",
        payer_name="Somebody, S.L.",
    )
    said = at_work.done("bank", str(_file(at_work, movement)))

    assert "for the chairs" in said
    assert "Somebody, S.L." in said
