"""Who is who at a customer: named one by one, or in a file beside the book."""

from __future__ import annotations

from pathlib import Path

import pytest

from cobro.settings import ROOT
from tests.cli.hands import Hands, overdue_row

PEOPLE = """customer;role;name;email;phone;language
C-1;owner;Ana Gil;ana@espiga.example;+34600000001;en
C-1;accounts-payable;Luis Sanz;cuentas@espiga.example;;
"""


def people(hands: Hands, text: str = PEOPLE) -> Path:
    file = hands.folder / "contacts.csv"
    file.write_text(text, encoding="utf-8")
    return file


def bring_in(hands: Hands, file: Path) -> str:
    return hands.done("import", str(hands.book(overdue_row("F1"))), "--contacts", str(file))


def test_a_file_beside_the_book_names_them(at_work: Hands) -> None:
    said = bring_in(at_work, people(at_work))

    assert "Contacts at customers: 2 in contacts.csv, 2 of them new or changed" in said
    known = at_work.read("recipient", "C-1")["contacts"]
    assert [(one["role"], one["name"], one["phone"]) for one in known] == [
        ("accounts-payable", "Luis Sanz", None),
        ("owner", "Ana Gil", "+34600000001"),
    ]
    assert "0 of them new or changed" in bring_in(at_work, people(at_work))
    assert "Contact owner: Ana Gil · ana@espiga.example · +34600000001" in at_work.done("show", "F1")


def test_the_example_is_taken_in(hands: Hands) -> None:
    examples = ROOT / "examples"
    book = (str(examples / "book.csv"), "--creditor", str(examples / "creditor.yaml"))

    assert "2 of them new or changed" in hands.done("import", *book, "--contacts", str(examples / "contacts.csv"))


def test_a_file_with_mistakes_tells_each_with_its_line_and_changes_nothing(at_work: Hands) -> None:
    wrong = people(
        at_work,
        "customer,role,name,email,phone,language\n"
        "C-9,owner,Ana Gil,ana@espiga.example,,\n"
        "C-1,The Owner,,ana@,12,xx\n"
        "C-1,owner,Ana Gil,,,\n"
        "C-1,branch,Eva,eva@espiga.example,,\n"
        "C-1,branch,Eva,eva@espiga.example,,\n",
    )
    before = at_work.everything()
    result = at_work.type("import", str(at_work.book(overdue_row("F9"))), "--contacts", str(wrong))

    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "contacts.csv, line 2, customer: expected the number of a customer in the book or the ledger, got 'C-9'",
        "contacts.csv, line 3, name: expected a text, got nothing",
        "contacts.csv, line 3, role: expected a role in small letters, digits and hyphens, like accounts-payable or "
        "owner, got 'The Owner'",
        "contacts.csv, line 3, email: expected an e-mail address like ana@company.example, got 'ana@'",
        "contacts.csv, line 3, phone: expected a telephone number like +34910000001, or a number of ES, got '12'",
        "contacts.csv, line 3, language: expected one of en, es, got 'xx'",
        "contacts.csv, line 4, email: expected an e-mail address or a telephone number, so that this person can be "
        "reached, got nothing",
        "contacts.csv, line 6, role: expected each role of a customer once (line 5 has it), got 'branch'",
    ]
    assert at_work.everything() == before


def test_one_is_named_changed_and_removed(at_work: Hands) -> None:
    owner = ("recipient", "C-1", "--role", "owner", "--name", "Ana Gil")

    assert "Noted: owner of customer C-1 is Ana Gil" in at_work.done(*owner, "--phone", "600 000 001")
    assert at_work.read("recipient", "C-1")["contacts"][0]["phone"] == "+34600000001"
    assert "Known already" in at_work.done(*owner, "--phone", "+34600000001")
    assert at_work.read(*owner, "--email", "ana@espiga.example")["changed"] is True
    assert "Removed" in at_work.done("recipient", "C-1", "--role", "owner", "--remove")
    assert at_work.read("recipient", "C-1")["contacts"] == []


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("C-9",), 2, "CUSTOMER: the ledger has no customer 'C-9'"),
        (("C-1", "--name", "Ana"), 2, "--name: expected only together with --role"),
        (("C-1", "--role", "owner"), 2, "--name: expected who has the role, got nothing"),
        (("C-1", "--role", "owner", "--name", "Ana"), 2, "--email: expected an e-mail address here or a number"),
        (("C-1", "--role", "Owner", "--name", "Ana"), 2, "--role: expected a role in small letters"),
        (("C-1", "--role", "owner", "--name", "Ana", "--phone", "12"), 2, "--phone: expected a telephone number"),
        (
            ("C-1", "--role", "owner", "--name", "Ana", "--email", "a@b.example", "--language", "de"),
            2,
            "--language: expected one of en, es, got 'de'",
        ),
        (("C-1", "--role", "owner", "--remove", "--email", "a@b.example"), 2, "--email: expected without --remove"),
        (("C-1", "--role", "owner", "--remove"), 1, "--role: customer C-1 has nobody as 'owner' to remove"),
    ],
)
def test_a_mistake_is_one_line_and_changes_nothing(
    at_work: Hands, words: tuple[str, ...], code: int, said: str
) -> None:
    before = at_work.everything()
    result = at_work.type("recipient", *words)

    assert (result.exit_code, len(result.stderr.splitlines())) == (code, 1)
    assert said in result.stderr
    assert at_work.everything() == before
