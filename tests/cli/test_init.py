"""`init` asks who is owed, checks each answer as it is given, and writes a file that `import` takes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from typer.testing import Result

from cobro.cli import asking
from cobro.dunning.parties import Creditor
from cobro.intake.creditor_yaml import read_creditor
from tests.cli.hands import Hands, overdue_row

COMPANY = ["Talleres Ñandú, S.L.", "", "B50999010", "Calle 1, Zaragoza", "", "admin@nandu.example", "976 000 100"]
WORK = ["", "ES91 2100 0418 4502 0005 1332", "", "AR", "", "", "", 'Pago a 30 días: "sin recargo".', "", "n"]
BOSS = ["Ana", "ana@nandu.example", "976 000 101", "", ""]


def init(hands: Hands, answers: Sequence[str], *words: str) -> Result:
    return hands.type("init", str(hands.folder / "mine.yaml"), *words, answers="\n".join(answers) + "\n")


def written(hands: Hands) -> Creditor:
    return read_creditor(hands.folder / "mine.yaml")


def test_one_person_and_little_more(hands: Hands) -> None:
    assert init(hands, [*COMPANY, *WORK, *BOSS, ""]).exit_code == 0

    creditor = written(hands)
    assert (creditor.id, creditor.zone, creditor.language, creditor.policy) == (
        *("talleres-nandu", "Europe/Madrid", "es", "four-weeks"),
    )
    assert creditor.ibans == ("ES9121000418450200051332",)
    assert creditor.terms == {"es": 'Pago a 30 días: "sin recargo".'}
    assert [(one.name, one.phone, one.seniority) for one in creditor.staff] == [("Ana", "+34976000101", "senior")]
    book = hands.book(overdue_row(creditor="talleres-nandu"))
    assert "1 invoices" in hands.done("import", str(book), "--creditor", str(hands.folder / "mine.yaml"))


def test_everything_that_can_be_said(hands: Hands) -> None:
    (hands.folder / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n...")
    work = [
        "cobros@nandu.example",
        "ES9121000418450200051332",
        "GB33BUKB20201555555555",
        "",
        "CN",
        "",
        "en",
        "logo.png",
    ]
    more = [
        "We ask for payment within 30 days.",
        "es",
        "Pago a 30 días.",
        "",
        "y",
        "Bills",
        "bills@nandu.example",
        "976000103",
    ]
    seller = ["Eva", "eva@nandu.example", "976000104", "senior", "y"]
    junior = ["Leo", "leo@nandu.example", "976000105", "junior", "n"]

    assert init(hands, [*COMPANY, *work, *more, *seller, *BOSS, "y", *junior, "n"]).exit_code == 0

    creditor = written(hands)
    assert (creditor.reply_to, len(creditor.ibans), creditor.zone) == ("cobros@nandu.example", 2, "Atlantic/Canary")
    assert creditor.logo == str(hands.folder / "logo.png")
    assert creditor.billing_contact
    assert (creditor.billing_contact.name, sorted(creditor.terms)) == ("Bills", ["en", "es"])
    assert [(one.name, one.sales) for one in creditor.staff] == [("Eva", True), ("Ana", False), ("Leo", False)]
    assert (creditor.member("senior").name, creditor.member("junior").name) == ("Ana", "Leo")


def test_a_file_that_is_there_is_not_written_over(hands: Hands) -> None:
    init(hands, [*COMPANY, *WORK, *BOSS, ""])
    other = ["Otra, S.L.", *COMPANY[1:], *WORK, *BOSS, ""]

    refused = init(hands, other)
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
    assert "--force" in refused.stderr
    assert written(hands).name == "Talleres Ñandú, S.L."

    assert init(hands, other, "--force").exit_code == 0
    assert written(hands).name == "Otra, S.L."


@pytest.mark.parametrize(
    ("answers", "code", "told"),
    [
        (
            [*COMPANY[:5], "admin@", *COMPANY[6:]],
            2,
            "E-mail address that letters come from: expected an e-mail address",
        ),
        ([*COMPANY, "", "ES91 2100 0418 4502 0005 1333"], 2, "IBAN: expected an IBAN whose check digits are right"),
        ([""], 2, "Legal name: expected a text, got nothing"),
        (
            [*COMPANY, *WORK[:7], "Quien no pague a tiempo verá a nuestros abogados."],
            2,
            "Terms in es: expected a neutral sentence ('abogados' speaks of the law (R30, R51)), got 'Quien no pague",
        ),
        ([*COMPANY, *WORK], 1, "left without finishing"),
    ],
)
def test_answers_from_a_file_that_are_wrong_or_too_few_write_nothing(
    hands: Hands, answers: list[str], code: int, told: str
) -> None:
    result = init(hands, answers)

    assert result.exit_code == code
    assert result.stderr.strip().splitlines()[-1].startswith(told)
    assert list(hands.folder.iterdir()) == []


def test_a_person_is_asked_again(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "at_a_terminal", lambda: True)

    result = init(hands, ["", *COMPANY[:5], "admin@", *COMPANY[5:], *WORK, *BOSS, ""])

    assert result.exit_code == 0
    assert "expected an e-mail address like ana@company.example, got 'admin@'" in result.stderr
    assert written(hands).name == "Talleres Ñandú, S.L."
